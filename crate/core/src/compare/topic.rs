//! What a sentence is about: the stems of its words that carry meaning.

use crate::claims::is_function_word;
use crate::figures::Quantity;
use crate::language::words::lines;
use crate::text::{Token, TokenKind};

/// The distinct stems of a stretch of text, sorted.
#[derive(Debug, Clone, Default)]
pub(super) struct Topic {
    stems: Vec<String>,
}

impl Topic {
    pub(super) fn of(text: &str, tokens: &[Token]) -> Self {
        let mut stems: Vec<String> = tokens
            .iter()
            .filter(|t| t.kind == TokenKind::Word)
            .map(|t| t.of(text).to_lowercase())
            .filter(|w| w.chars().count() > 1 && !is_function_word(w))
            .map(|w| stem(&w))
            .collect();
        stems.sort_unstable();
        stems.dedup();
        Self { stems }
    }

    /// The same without the words of a figure itself.
    pub(super) fn without(&self, text: &str, quantity: &Quantity) -> Self {
        let own = text
            .get(quantity.outer_start..quantity.outer_end)
            .unwrap_or("");
        let own = Self::of(own, &crate::text::tokens(own));
        Self {
            stems: self
                .stems
                .iter()
                .filter(|s| own.stems.binary_search(s).is_err())
                .cloned()
                .collect(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.stems.len()
    }

    /// How many stems the two share.
    pub(super) fn shared(&self, other: &Self) -> usize {
        self.stems
            .iter()
            .filter(|s| other.stems.binary_search(s).is_ok())
            .count()
    }
}

/// A word without its commonest endings, so that "sells", "selling" and "sale's" come near each other.
pub(super) fn stem(word: &str) -> String {
    let word = word.to_lowercase();
    for ending in lines(include_str!("../../data/compare/endings.txt")) {
        if let Some(head) = word.strip_suffix(ending)
            && head.chars().count() >= 3
        {
            return head.to_owned();
        }
    }
    word
}
