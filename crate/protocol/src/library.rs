//! What the reference set holds, in lines for people.

use serde::{Deserialize, Serialize};

/// A reference set as the options page shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Library {
    /// What it is about: "Meta's investment in Scale AI".
    pub covers: Vec<String>,
    /// Its sources, each with what it states.
    pub sources: Vec<LibrarySource>,
}

/// A source of the reference set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LibrarySource {
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Its date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, or empty when unknown.
    pub date: String,
    /// Its address, or empty.
    pub address: String,
    /// What it states, in its own order.
    pub statements: Vec<LibraryStatement>,
}

/// A statement of a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LibraryStatement {
    /// What it is about: "Meta's stake in Scale AI".
    pub about: String,
    /// The value in words: "$14.3 billion".
    pub value: String,
    /// When it held or happened, as `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, two of them with a slash
    /// between, or `before` one; or empty.
    pub time: String,
    /// Anything else a reader should know with it: "likely a slip, not counted"; or empty.
    pub note: String,
}
