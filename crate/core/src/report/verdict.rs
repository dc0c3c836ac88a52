//! What the evidence says of a claim, and how the page shows it.

use serde::{Deserialize, Serialize};

/// What the evidence says of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every comparable source agrees.
    Supported,
    /// Sources differ.
    Disputed,
    /// No comparable source supports it.
    Contradicted,
    /// Figures of the article cannot all be right.
    AtOdds,
    /// A later text gives another value of what changes.
    Outdated,
    /// Nothing comparable, or not asserted.
    NotCovered,
}

/// How the page shows a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Not drawn.
    None,
    /// Quiet and dotted: sources differ, or one alone says otherwise.
    Mark,
    /// The evidence is against it.
    Warn,
}
