//! A report as it is shown.

use crate::about::about;
use crate::answer::{answer, label, notes};
use crate::context::Words;
use crate::count::{capital, counted, grouped};
use crate::dates::Dates;
use crate::lines::{Account, Entry, PassedLine, Sign};
use crate::{evidence, inside, passed, story};
use plumbline_core::language::Language;
use plumbline_core::report::{Finding, Level, Reason, Report, Verdict};

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
        story: story::lines(words),
        beside: match report.beside.len() {
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
        left_out: match report.left_out {
            0 => String::new(),
            1 => String::from("1 finding is left out, as you said."),
            n => format!(
                "{} findings are left out, as you said.",
                grouped(&n.to_string())
            ),
        },
        passed: report.passed.iter().map(passed_line).collect(),
        covers: if passed::speak_of_it(report) {
            Vec::new()
        } else {
            report.covers.clone()
        },
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
            spots: finding.spots.clone(),
            code: finding.code(),
            right: false,
            times: match finding.times {
                1 => String::new(),
                2 => String::from("Twice on this page"),
                n => format!("{} on this page", capital(&counted(n, "time", "times"))),
            },
            level: finding.level,
            sign: sign(finding),
            label: label(finding).to_owned(),
            about: about(finding),
            together: match &finding.reason {
                Reason::Sources(_) => String::new(),
                Reason::Article(_) => String::from("Does not fit with"),
            },
            answer: answer(*self, finding),
            evidence: evidence::lines(*self, finding),
            notes: match &finding.reason {
                Reason::Sources(weighed) => notes(*self, weighed, finding.level),
                Reason::Article(odds) => inside::notes(odds, finding.places.len()),
            },
        }
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
