//! The figures that were read and not compared, with the reason.

use super::place::Place;
use serde::{Deserialize, Serialize};

/// How many figures are named that were not compared for one reason.
pub const MOST_PASSED: usize = 500;

/// Figures that were read and not compared, for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Passed {
    /// The reason.
    pub why: Why,
    /// How many there are.
    pub count: usize,
    /// Where they stand, in reading order, at most [`MOST_PASSED`].
    pub places: Vec<Place>,
}

/// Why a figure was not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The article is supposing or planning.
    Supposed,
    /// The article says that it is not so, or that others say so.
    NotAsserted,
    /// It is a part of the whole, or a sum of several.
    PartOrSum,
    /// It is too rough to be held against anything.
    Rough,
    /// The article does not say its day, or the time that it speaks of.
    NoTime,
    /// Sources speak of another time.
    OtherTime,
    /// Sources give it in another currency or unit.
    OtherMeasure,
    /// It may be of this, or may not be.
    Unclear,
    /// Nobody but this page states it.
    OnlyHere,
    /// No source speaks of it.
    NoSource,
}
