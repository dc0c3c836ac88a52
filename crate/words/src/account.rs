//! A report as it is shown.

use crate::answer::{answer, label, notes};
use crate::count::{capital, counted, grouped};
use crate::dates::{Dates, in_words};
use crate::{evidence, inside, passage, passed};
use plumbline_core::language::Language;
use plumbline_core::lexicon::Lexicon;
use plumbline_core::report::{
    Finding, Level, Place, Reason, Report, Source, Summary, Verdict, Voice,
};
use serde::{Deserialize, Serialize};

/// Everything that a reader is told of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// The counts shown on top.
    pub summary: Summary,
    /// The language the page says it is in, where that is not English and nothing was read; else empty.
    pub foreign: String,
    /// What is to be known before the findings: that the page is itself one of the sources; or empty.
    pub notice: String,
    /// What was checked within the article: "14 figures; 3 could be checked against one another, and they agree."
    pub inside: String,
    /// With how many other articles the page was compared, or empty.
    pub beside: String,
    /// What was found: what cannot all be right within the article first, then in reading order.
    pub findings: Vec<Entry>,
    /// That there are more findings than those; or empty.
    pub more: String,
    /// The figures that were read and not compared, by the reason.
    pub passed: Vec<PassedLine>,
    /// What the reference set covers.
    pub covers: Vec<String>,
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// Where it stands, in reading order.
    pub places: Vec<Place>,
    /// "7 times on this page", or empty for one place.
    pub times: String,
    /// How the page shows it.
    pub level: Level,
    /// Its sign and colour.
    pub sign: Sign,
    /// The verdict in a few words, for headings: "Against the evidence".
    pub label: String,
    /// What the figure is about: "Meta's investment in Scale AI", or empty.
    pub about: String,
    /// Where the places are figures of their own that cannot all be right: what leads from one of them to the others;
    /// else empty.
    pub together: String,
    /// The answer, in one or two plain sentences.
    pub answer: String,
    /// Who says so, and then the arithmetic.
    pub evidence: Vec<EvidenceLine>,
    /// What else is to be known of the evidence.
    pub notes: Vec<String>,
}

/// The sign beside a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// The evidence is against it.
    Warn,
    /// Sources differ.
    Mark,
    /// Sources agree.
    Supported,
    /// It was not compared.
    NotCovered,
}

/// One value with those who state it, or the arithmetic that gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EvidenceLine {
    /// The value: "$14.3 billion".
    pub value: String,
    /// Whether it agrees with the page's figure.
    pub agrees: bool,
    /// How it stands to the page's figure: "as on this page".
    pub stand: String,
    /// The arithmetic, for a calculation: "By arithmetic: 49% of $29 billion is about $14.2 billion"; else empty.
    pub arithmetic: String,
    /// Who states it.
    pub sources: Vec<SourceLine>,
    /// Where it stands on this page, for another figure of it.
    pub place: Option<Place>,
}

/// A source as shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SourceLine {
    /// Who published it, or what it is and that it does not say who.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Its date, in the reader's words, or that it has none.
    pub date: String,
    /// Its address, or empty; it leads to the passage.
    pub address: String,
    /// The sentence in which it states the figure, where it is known; else empty.
    pub passage: String,
}

/// Figures that were not compared, for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PassedLine {
    /// The reason: "The article only supposes it".
    pub why: String,
    /// How many there are.
    pub count: usize,
    /// The figures as the page writes them, the first of them.
    pub figures: Vec<String>,
}

/// How many figures are listed that were not compared for one reason.
const LISTED: usize = 200;

/// Puts a report on a text in that language into words, with dates as `dates` writes them.
pub fn account(language: Language, report: &Report, dates: &dyn Dates) -> Account {
    let words = Words {
        lexicon: language.lexicon(),
        report,
        dates,
    };
    Account {
        summary: report.summary,
        foreign: report.foreign.clone(),
        notice: words.notice(),
        inside: inside::checked(report),
        beside: match report.beside {
            0 => String::new(),
            n => format!(
                "Compared with {} on the same story.",
                counted(n, "other article", "other articles")
            ),
        },
        findings: report.findings.iter().map(|f| words.entry(f)).collect(),
        more: match report.more {
            0 => String::new(),
            1 => String::from("1 more finding is not listed."),
            n => format!("{} more findings are not listed.", grouped(&n.to_string())),
        },
        passed: report.passed.iter().map(passed_line).collect(),
        covers: report.covers.clone(),
    }
}

fn passed_line(passed: &plumbline_core::report::Passed) -> PassedLine {
    let figures = passed.places.iter().take(LISTED);
    PassedLine {
        why: passed::why(passed.why).to_owned(),
        count: passed.count,
        figures: figures.map(|place| place.quote.clone()).collect(),
    }
}

/// What words are made from.
#[derive(Clone, Copy)]
pub(crate) struct Words<'r> {
    /// What currencies are called and how they are signed.
    pub(crate) lexicon: &'r Lexicon,
    pub(crate) report: &'r Report,
    pub(crate) dates: &'r dyn Dates,
}

impl Words<'_> {
    fn notice(&self) -> String {
        if self.report.itself.is_none() {
            return String::new();
        }
        String::from(
            "This article is one of the sources. Its figures are held against the other ones only.",
        )
    }

    fn entry(&self, finding: &Finding) -> Entry {
        Entry {
            places: finding.places.clone(),
            times: match finding.times {
                1 => String::new(),
                2 => String::from("Twice on this page"),
                n => format!("{} on this page", capital(&counted(n, "time", "times"))),
            },
            level: finding.level,
            sign: sign(finding),
            label: label(finding).to_owned(),
            about: match &finding.reason {
                Reason::Sources(_) => capital(&finding.about),
                Reason::Article(odds) => inside::about(odds).to_owned(),
            },
            together: match &finding.reason {
                Reason::Sources(_) => String::new(),
                Reason::Article(_) => String::from("Not all right together with"),
            },
            answer: answer(*self, finding),
            evidence: evidence::lines(*self, finding),
            notes: match &finding.reason {
                Reason::Sources(weighed) => notes(*self, weighed, finding.level),
                Reason::Article(odds) => inside::notes(odds),
            },
        }
    }

    pub(crate) fn date(&self, text: &str) -> String {
        in_words(self.dates, text)
    }

    pub(crate) fn source(&self, voice: &Voice) -> Option<SourceLine> {
        let source = self.report.sources.get(voice.source)?;
        let mut publisher = name(source);
        if let Some(origin) = voice.repeats.and_then(|at| self.report.sources.get(at)) {
            publisher = format!("{publisher} (repeating {})", name(origin));
        }
        Some(SourceLine {
            publisher,
            title: source.title.clone(),
            date: match (source.date.is_empty(), source.dated) {
                (true, _) => String::from("no date"),
                (false, true) => self.date(&source.date),
                (false, false) => format!("undated, about {}", self.date(&source.date)),
            },
            address: passage::address(&source.address, &voice.passage),
            passage: voice.passage.clone(),
        })
    }
}

/// Who published a source, or what it is.
fn name(source: &Source) -> String {
    match (source.publisher.as_str(), source.described.as_str()) {
        ("", "") => String::from("Publisher not stated"),
        ("", described) => format!("{} (publisher not stated)", capital(described)),
        (publisher, _) => publisher.to_owned(),
    }
}

fn sign(finding: &Finding) -> Sign {
    match (finding.level, finding.verdict) {
        (Level::Warn, _) => Sign::Warn,
        (Level::Mark, _) => Sign::Mark,
        (Level::None, Verdict::Supported) => Sign::Supported,
        (Level::None, _) => Sign::NotCovered,
    }
}
