//! A saved article.

use crate::record::{Kind, Unreadable, decode, encode, frame, unframe};
use plumbline_core::reference::{ReferenceText, StatedFigure};
use serde::{Deserialize, Serialize};

/// The version of the records of articles that is written.
const VERSION: u16 = 1;

/// An article that the reader has saved, with what was read in it on that day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SavedArticle {
    /// When it was saved, in milliseconds since 1970.
    pub saved: u64,
    /// The article.
    pub article: ReferenceText,
    /// Its figures, each with its sentence.
    pub figures: Vec<StatedFigure>,
}

impl SavedArticle {
    /// The record; the same article gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        frame(Kind::Article, VERSION, &encode(self))
    }

    /// Reads a record of any version so far.
    ///
    /// # Errors
    /// When it is damaged, or of a newer version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Unreadable> {
        let (_only_version_so_far, content) = unframe(Kind::Article, VERSION, bytes)?;
        decode(content)
    }
}

/// By which an article is known: its address without the place within the page.
pub fn address_key(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}
