//! What a check gives back: findings with their evidence, ready to show.
//!
//! A [`Report`] leaves the engine as it is; offsets are UTF-16 code units within their block.

use serde::{Deserialize, Serialize};

/// Everything the page's interface needs to show.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The counts shown on top.
    pub summary: Summary,
    /// The date the article is read as of, `YYYY-MM-DD`, or empty when unknown.
    pub published: String,
    /// The language the page says it is in, where that is not English and nothing was read; else empty.
    pub foreign: String,
    /// Every covered figure in reading order; those with [`Level::None`] are listed, not drawn.
    pub findings: Vec<Finding>,
    /// What the reference set covers, for a page on which nothing is covered.
    pub covers: Vec<String>,
}

/// How many figures were read and what became of them; the last four add up to the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Figures read in the article.
    pub read: usize,
    /// Figures with [`Level::Warn`].
    pub warned: usize,
    /// Figures with [`Level::Mark`].
    pub marked: usize,
    /// Figures that every comparable source agrees with.
    pub supported: usize,
    /// Figures that nothing in the reference set is comparable with, or that the page does not assert.
    pub not_covered: usize,
}

/// A figure of the page with its verdict and evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Index of the block in the page.
    pub block: usize,
    /// First UTF-16 code unit of the figure within the block's text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The figure as the page writes it: the text between `start` and `end`.
    pub quote: String,
    /// What the evidence says.
    pub verdict: Verdict,
    /// How the page shows it.
    pub level: Level,
    /// The verdict in a few words, for headings: "Against the evidence".
    pub label: String,
    /// What the figure is about, in words: "Meta's investment in Scale AI".
    pub claim: String,
    /// One or two plain sentences.
    pub explanation: String,
    /// The statements and derivations compared with, those that agree first.
    pub evidence: Vec<Evidence>,
}

/// One value with the sources that state it, or the arithmetic that gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// The value in words: "$14.3 billion".
    pub value: String,
    /// Whether it agrees with the page's figure.
    pub agrees: bool,
    /// How it stands to the page's figure, in words: "as on this page".
    pub stand: String,
    /// The arithmetic, for a derivation: "49 % of $29 billion is about $14.2 billion"; else empty.
    pub derivation: String,
    /// Who states it.
    pub sources: Vec<SourceLine>,
}

/// A source as shown: publisher, title, date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SourceLine {
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Its date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, or empty when unknown.
    pub date: String,
    /// Its address, or empty.
    pub address: String,
}

/// What the evidence says of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every comparable source agrees.
    Supported,
    /// Sources differ.
    Disputed,
    /// No comparable source supports it.
    Contradicted,
    /// Nothing comparable, or not asserted.
    NotCovered,
}

/// How the page shows a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Not drawn.
    None,
    /// Quiet and dotted: sources differ, this is the best supported value.
    Mark,
    /// The evidence is against it.
    Warn,
}
