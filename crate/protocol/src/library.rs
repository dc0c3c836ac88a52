//! The library: what the reference set holds, in lines for people, and what the reader has saved.

use crate::{Untouchable, flat};
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

/// What became of an article in the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(
    tag = "saving",
    try_from = "flat::Saving",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Saving {
    /// It is saved.
    Saved {
        /// As it is listed.
        article: SavedHead,
    },
    /// It is not, or not any more.
    NotSaved,
    /// It cannot be.
    Refused {
        /// Why.
        why: NotKept,
    },
}

/// Why a page cannot be saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(tag = "because", try_from = "flat::NotKept", rename_all = "camelCase")]
pub enum NotKept {
    /// It is in a private window, of which nothing is ever kept.
    Private,
    /// It states no figure, is in another language, or has no address.
    NoFigures,
    /// It cannot be read.
    Untouchable {
        /// What it is instead of a web page; none where it does not answer.
        what: Option<Untouchable>,
    },
}

/// A saved article as it is listed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(default, rename_all = "camelCase")]
pub struct SavedHead {
    /// Its number in the library.
    pub number: u32,
    /// Its address.
    pub address: String,
    /// Its headline.
    pub title: String,
    /// Who published it, or empty.
    pub publisher: String,
    /// The day that it speaks from, `YYYY-MM-DD`, or empty.
    pub published: String,
    /// When it was saved, in milliseconds since 1970.
    pub saved: u64,
    /// How many figures were read in it.
    pub figures: usize,
    /// How much room it takes.
    pub bytes: usize,
    /// Why nothing is compared with it, in a sentence, where that is known; or empty.
    pub problem: String,
}

/// A piece of the library as a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    /// The piece.
    pub text: String,
    /// From where it goes on; none after the last.
    pub next: Option<u32>,
    /// How many records could not be read, and are not in it.
    pub left_out: usize,
}

/// What has become of lines of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Imported {
    /// How many articles are saved of them.
    pub articles: usize,
    /// How many are not, for what is saved of their addresses is later.
    pub older: usize,
    /// How many lines could not be taken.
    pub wrong: usize,
    /// The first of them, each with its number and the reason.
    pub told: Vec<String>,
}

/// Bytes on their way: messages hold texts, in which each character is one byte.
pub fn as_text(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// The bytes of such a text. What is no byte was none of ours, and fits no checksum.
pub fn of_text(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(c).unwrap_or(0)).collect()
}

/// An imported set as it is listed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(default, rename_all = "camelCase")]
pub struct SavedSet {
    /// Its number in the library.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// What it is about, one line each.
    pub covers: Vec<String>,
    /// Whether pages are compared with it.
    pub on: bool,
    /// Whether all of it has come; else its import was stopped, and it is not used.
    pub whole: bool,
    /// How many people and things it is about.
    pub entities: u32,
    /// How much is stated of them.
    pub statements: u32,
    /// How much room it takes.
    pub bytes: usize,
}

/// A set that is being imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ComingSet {
    /// Its number in the library.
    pub set: u32,
    /// Its name, as far as it is known.
    pub name: String,
    /// From which byte of its file on it goes on.
    pub from: usize,
    /// Until which: no further than `from` once all of it is there.
    pub until: usize,
}

/// The line of the library's file with which a set begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SetLine {
    /// What is not in its bytes.
    pub set: SetOpening,
}

/// What the library knows of a set besides its bytes, which follow in lines of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SetOpening {
    /// What it is called.
    pub name: String,
    /// Whether pages are compared with it.
    pub on: bool,
}

/// What stands around the base64 of some bytes of a set in a line of the library's file.
pub const BYTES_LINE: [&str; 2] = ["{\"bytes\":\"", "\"}"];
