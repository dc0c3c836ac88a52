//! What is found in an article, as Python is told it: the structure and the words, in one.

use crate::points::Points;
use plumbline_core::language::Language;
use plumbline_core::report::{Level, Place, Report, Summary, Verdict};
use plumbline_core::text::Utf16;
use plumbline_document::Document;
use plumbline_words::{
    Account, EnglishDates, Entry, EvidenceLine, PassedLine, SourceLine, account,
};
use serde::Serialize;

/// What a check found.
#[derive(Debug, Serialize)]
pub(crate) struct Told {
    /// The text that all offsets count in; none for what is that text itself.
    text: Option<String>,
    published: String,
    pub(crate) foreign: String,
    summary: Summary,
    notice: String,
    inside: String,
    beside: String,
    pub(crate) findings: Vec<Finding>,
    more: usize,
    passed: Vec<PassedLine>,
}

/// One finding, in however many places it stands.
#[derive(Debug, Serialize)]
pub(crate) struct Finding {
    pub(crate) places: Vec<Spot>,
    times: usize,
    pub(crate) verdict: Verdict,
    pub(crate) level: Level,
    label: String,
    pub(crate) about: String,
    pub(crate) explanation: String,
    notes: Vec<String>,
    pub(crate) evidence: Vec<Line>,
    reason: serde_json::Value,
}

/// A place in the whole text, in code points.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Spot {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) quote: String,
}

/// What a finding was held against.
#[derive(Debug, Serialize)]
pub(crate) struct Line {
    pub(crate) value: String,
    agrees: bool,
    pub(crate) stand: String,
    pub(crate) arithmetic: String,
    pub(crate) sources: Vec<SourceLine>,
    place: Option<Spot>,
}

/// Turns places of blocks into places of the whole text.
struct Spots {
    /// For each block, the code unit of the text where it starts.
    starts: Vec<usize>,
    points: Points,
}

impl Spots {
    fn of(document: &Document) -> Self {
        let mut units = Utf16::new(&document.text);
        Self {
            starts: document.starts.iter().map(|byte| units.at(*byte)).collect(),
            points: Points::of(&document.text),
        }
    }

    fn spot(&self, place: Place) -> Spot {
        let start = self.starts.get(place.block).copied().unwrap_or_default();
        Spot {
            start: self.points.at(start + place.start),
            end: self.points.at(start + place.end),
            quote: place.quote,
        }
    }
}

/// Tells what was found in a document.
pub(crate) fn told(language: Language, document: Document, report: Report, html: bool) -> Told {
    let spots = Spots::of(&document);
    let Account {
        summary,
        foreign,
        notice,
        inside,
        beside,
        findings,
        passed,
        ..
    } = account(language, &report, &EnglishDates);
    let found = findings
        .into_iter()
        .zip(&report.findings)
        .map(|(entry, found)| {
            let Entry {
                places,
                level,
                label,
                about,
                answer,
                evidence,
                notes,
                ..
            } = entry;
            Finding {
                places: places.into_iter().map(|place| spots.spot(place)).collect(),
                times: found.times,
                verdict: found.verdict,
                level,
                label,
                about,
                explanation: answer,
                notes,
                evidence: evidence
                    .into_iter()
                    .map(|line| evidence_line(line, &spots))
                    .collect(),
                reason: serde_json::to_value(&found.reason).unwrap_or_default(),
            }
        });
    Told {
        findings: found.collect(),
        text: html.then_some(document.text),
        published: report.published,
        foreign,
        summary,
        notice,
        inside,
        beside,
        more: report.more,
        passed,
    }
}

fn evidence_line(line: EvidenceLine, spots: &Spots) -> Line {
    Line {
        value: line.value,
        agrees: line.agrees,
        stand: line.stand,
        arithmetic: line.arithmetic,
        sources: line.sources,
        place: line.place.map(|place| spots.spot(place)),
    }
}

/// What a verdict is called.
pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "supported",
        Verdict::Disputed => "disputed",
        Verdict::Contradicted => "contradicted",
        Verdict::AtOdds => "at_odds",
        Verdict::Outdated => "outdated",
        Verdict::NotCovered => "not_covered",
    }
}

/// What a level is called.
pub(crate) fn level(level: Level) -> &'static str {
    match level {
        Level::None => "none",
        Level::Mark => "mark",
        Level::Warn => "warn",
    }
}
