//! What a figure was compared with: what sources state, other figures of its page, and arithmetic.

use super::place::Place;
use super::reason::Figure;
use crate::figures::{Decimal, Unit};
use crate::reference::DerivationKind;
use serde::{Deserialize, Serialize};

/// What a figure was compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Evidence {
    /// A figure that sources state.
    Source(Testimony),
    /// Another figure of this page.
    Page(Place),
    /// What follows from other figures.
    Arithmetic(Arithmetic),
}

/// A figure that sources state, with the sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Testimony {
    /// The figure.
    pub figure: Figure,
    /// How it stands to the page's.
    pub stand: Stand,
    /// Whether it is a slip of its source, which counts for nothing.
    pub slip: bool,
    /// Who states it.
    pub voices: Vec<Voice>,
}

/// How a figure stands to the page's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stand {
    /// It is the same.
    Same,
    /// Both can be true.
    Fits,
    /// Both cannot.
    Differs,
}

/// A source that states something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Voice {
    /// Index in [`Report::sources`](super::Report::sources).
    pub source: usize,
    /// The source that it repeats and counts once with.
    pub repeats: Option<usize>,
    /// The sentence in which it stands there, where the source is kept with its words; else empty.
    pub passage: String,
    /// Where it is a claim that the source has looked into: what it makes of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Box<Reviewed>>,
}

/// What became of a claim that somebody has looked into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reviewed {
    /// How it is rated, in the words of who rated it, or as "1 of 5".
    pub rating: String,
    /// Whether that denies it; else it bears it out.
    pub denied: bool,
    /// Who claims it, or empty.
    pub claimant: String,
    /// The day on which it was claimed, `YYYY-MM-DD`, or empty.
    pub claimed: String,
}

/// A calculation whose result is held against the figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Arithmetic {
    /// Which.
    pub by: DerivationKind,
    /// What goes in, as written.
    pub from: Vec<String>,
    /// The middle of what comes out.
    pub gives: Decimal,
    /// Its unit.
    pub unit: Unit,
    /// How it stands to the page's figure.
    pub stand: Stand,
    /// Whether it agrees with the best supported figure.
    pub fits_best: bool,
    /// Which share of the whole the page's figure would be, in percent, where that is the clearer for it.
    pub implied: Option<Decimal>,
    /// Who states what goes in.
    pub voices: Vec<Voice>,
}

/// A source: who says so, where and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// Who published it; empty when unknown.
    pub publisher: String,
    /// What it is, where it has no publisher: "technology blog".
    pub described: String,
    /// Its title.
    pub title: String,
    /// Its date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, or empty when unknown.
    pub date: String,
    /// Whether it says its date itself.
    pub dated: bool,
    /// Its address, or empty.
    pub address: String,
}
