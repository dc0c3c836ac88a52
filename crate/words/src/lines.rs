//! What a report is shown as: the lines, and what each of them holds.

use plumbline_core::report::{Level, Place, Spot, Summary};
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
    /// What was checked within the article: "Within the article: 14 figures, 3 of which could be checked against one
    /// another, and they agree."
    pub inside: String,
    /// With how many other articles the page was compared, or empty.
    pub beside: String,
    /// Those articles, with what each says of the page's figures.
    pub story: Vec<StoryLine>,
    /// What was found: what cannot all be right within the article first, then in reading order.
    pub findings: Vec<Entry>,
    /// That there are more findings than those; or empty.
    pub more: String,
    /// That findings are left out by the reader's word; or empty.
    pub left_out: String,
    /// The figures that were read and not compared, by the reason.
    pub passed: Vec<PassedLine>,
    /// What the reference set covers; empty where it speaks of figures of the page, though they were not compared.
    pub covers: Vec<String>,
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// Where it stands, in reading order.
    pub places: Vec<Place>,
    /// What stands around the first of them.
    pub spots: Vec<Spot>,
    /// The kind of reason, by a name that stays: `article/weekday`, `sources/one-differs`.
    pub code: String,
    /// Whether the reader has said that it is right.
    pub right: bool,
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

/// Another article that tells the same story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StoryLine {
    /// The article; its address leads to its beginning.
    pub source: SourceLine,
    /// What it says of figures of the page; of none where they cannot be compared.
    pub says: Vec<Said>,
}

/// What another article says of a figure of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Said {
    /// The figure as the page writes it.
    pub page: String,
    /// What it is about, or empty.
    pub about: String,
    /// What the other article says.
    pub value: String,
    /// Whether that agrees with the page.
    pub agrees: bool,
    /// The address of the passage that says so, or empty.
    pub address: String,
    /// The sentence, or empty.
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
