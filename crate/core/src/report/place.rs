//! Where the figures of findings stand on the page, and what stands around them.

use serde::{Deserialize, Serialize};

/// Where a figure stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Index of the block in the page.
    pub block: usize,
    /// First UTF-16 code unit of the figure within the block's text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The figure as the page writes it: the text between `start` and `end`.
    pub quote: String,
}

/// What stands around a figure of a page, whose text is its blocks with a line break between two of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Spot {
    /// How many characters of the page's text stand before it.
    pub at: usize,
    /// The last of them.
    pub prefix: String,
    /// The characters that follow it.
    pub suffix: String,
    /// Its sentence, with single spaces; of one that is very long what is near.
    pub sentence: String,
}
