//! Phrases, and how to find them in a run of words.

use crate::text::tokens;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Phrases of lower-case tokens, found by their first or last token.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Phrases {
    /// Which signatures their first and last words have, as bits: most words are none of them.
    first_signatures: u64,
    last_signatures: u64,
    by_first: FxHashMap<String, Vec<Vec<String>>>,
    by_last: FxHashMap<String, Vec<Vec<String>>>,
}

impl Phrases {
    /// Adds a phrase; it is cut into tokens as a text would be.
    pub(crate) fn add(&mut self, phrase: &str) {
        let words: Vec<String> = split(phrase);
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            return;
        };
        let (first, last) = (first.clone(), last.clone());
        self.first_signatures |= signature(&first);
        self.last_signatures |= signature(&last);
        // Longest first, so that "takeover bid" is preferred to "takeover".
        let insert = |list: &mut Vec<Vec<String>>| {
            if !list.contains(&words) {
                let at = list.partition_point(|p| p.len() >= words.len());
                list.insert(at, words.clone());
            }
        };
        insert(self.by_first.entry(first).or_default());
        insert(self.by_last.entry(last).or_default());
    }

    /// How many tokens of `at(0), at(1), …` a phrase takes up.
    pub(crate) fn forward<'i>(&self, at: impl Fn(usize) -> Option<&'i str>) -> Option<usize> {
        let first = at(0)?;
        if self.first_signatures & signature(first) == 0 {
            return None;
        }
        let candidates = self.by_first.get(first)?;
        candidates
            .iter()
            .find(|p| p.iter().enumerate().all(|(i, w)| at(i) == Some(w)))
            .map(Vec::len)
    }

    /// The same towards the left: `at(0)` is the phrase's last token, `at(1)` the one before.
    pub(crate) fn backward<'i>(&self, at: impl Fn(usize) -> Option<&'i str>) -> Option<usize> {
        let last = at(0)?;
        if self.last_signatures & signature(last) == 0 {
            return None;
        }
        let candidates = self.by_last.get(last)?;
        candidates
            .iter()
            .find(|p| p.iter().rev().enumerate().all(|(i, w)| at(i) == Some(w)))
            .map(Vec::len)
    }
}

/// Phrases of one or more lists. Those of the classes are shared, never copied: a set's patterns name the same
/// few classes hundreds of times.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct AnyOf {
    lists: Vec<Cow<'static, Phrases>>,
    first_signatures: u64,
    last_signatures: u64,
}

impl AnyOf {
    /// Adds the phrases of a list.
    pub(crate) fn add(&mut self, list: Cow<'static, Phrases>) {
        self.first_signatures |= list.first_signatures;
        self.last_signatures |= list.last_signatures;
        if !list.by_first.is_empty() {
            self.lists.push(list);
        }
    }

    /// How many tokens of `at(0), at(1), …` a phrase takes up, the longest one.
    pub(crate) fn forward<'i>(&self, at: impl Fn(usize) -> Option<&'i str>) -> Option<usize> {
        if self.first_signatures & signature(at(0)?) == 0 {
            return None;
        }
        self.lists.iter().filter_map(|l| l.forward(&at)).max()
    }

    /// The same towards the left.
    pub(crate) fn backward<'i>(&self, at: impl Fn(usize) -> Option<&'i str>) -> Option<usize> {
        if self.last_signatures & signature(at(0)?) == 0 {
            return None;
        }
        self.lists.iter().filter_map(|l| l.backward(&at)).max()
    }

    /// Whether a phrase may start with one of the words whose signatures these are.
    pub(crate) fn may_start_with(&self, signatures: u64) -> bool {
        self.first_signatures & signatures != 0
    }

    /// The same for the end of a phrase.
    pub(crate) fn may_end_with(&self, signatures: u64) -> bool {
        self.last_signatures & signatures != 0
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }
}

/// The lower-case tokens of a phrase.
pub(super) fn split(phrase: &str) -> Vec<String> {
    tokens(phrase)
        .iter()
        .map(|t| t.of(phrase).to_lowercase())
        .collect()
}

/// The signatures of some words together.
pub(crate) fn signatures<'w>(words: impl Iterator<Item = &'w str>) -> u64 {
    words.fold(0, |all, word| all | signature(word))
}

/// One bit that a word always has and few others share, told by its ends and its length.
fn signature(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let end = |byte: Option<&u8>| byte.map_or(0, |b| usize::from(*b));
    1 << ((end(bytes.first()) * 7 + end(bytes.last()) * 3 + bytes.len() * 11) % 64)
}
