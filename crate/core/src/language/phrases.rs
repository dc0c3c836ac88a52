//! Phrases, and how to find them in a run of words.

use crate::text::tokens;
use std::borrow::Cow;
use std::cmp::Ordering;

/// Phrases of lower-case tokens, found by their first or last token.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Phrases {
    /// Which signatures their first and last words have, as bits: most words are none of them.
    first_signatures: u64,
    last_signatures: u64,
    /// The phrases, a space between their tokens.
    all: Vec<Box<str>>,
    /// Their indices by first token, and by last one; of those that share it the longest first, so that "takeover bid"
    /// is preferred to "takeover".
    by_first: Vec<u16>,
    by_last: Vec<u16>,
}

impl Phrases {
    /// Adds a phrase; it is cut into tokens as a text would be.
    pub(crate) fn add(&mut self, phrase: &str) {
        // Most phrases are plain words, which are cut at their spaces alone.
        let plain = phrase.bytes().all(|b| b.is_ascii_lowercase() || b == b' ')
            && !phrase.starts_with(' ')
            && !phrase.ends_with(' ')
            && !phrase.contains("  ");
        let phrase = if plain {
            Cow::Borrowed(phrase)
        } else {
            Cow::Owned(split(phrase).join(" "))
        };
        let Ok(index) = u16::try_from(self.all.len()) else {
            return;
        };
        if phrase.is_empty() {
            return;
        }
        let place = |list: &[u16], key: fn(&str) -> &str| {
            list.binary_search_by(|&other| {
                let other = &*self.all[usize::from(other)];
                order(other, &phrase, key)
            })
        };
        let Err(first) = place(&self.by_first, first_token) else {
            return;
        };
        let last = place(&self.by_last, last_token).unwrap_or_else(|at| at);
        self.first_signatures |= signature(first_token(&phrase));
        self.last_signatures |= signature(last_token(&phrase));
        self.by_first.insert(first, index);
        self.by_last.insert(last, index);
        self.all.push(phrase.into());
    }

    /// How many tokens of `at(0), at(1), …` a phrase takes up.
    pub(crate) fn forward<'i>(&self, at: impl Fn(usize) -> Option<&'i str>) -> Option<usize> {
        let first = at(0)?;
        if self.first_signatures & signature(first) == 0 {
            return None;
        }
        self.starting(&self.by_first, first, first_token)
            .find(|p| p.split(' ').enumerate().all(|(i, w)| at(i) == Some(w)))
            .map(length)
    }

    /// The same towards the left: `at(0)` is the phrase's last token, `at(1)` the one before.
    pub(crate) fn backward<'i>(&self, at: impl Fn(usize) -> Option<&'i str>) -> Option<usize> {
        let last = at(0)?;
        if self.last_signatures & signature(last) == 0 {
            return None;
        }
        self.starting(&self.by_last, last, last_token)
            .find(|p| p.rsplit(' ').enumerate().all(|(i, w)| at(i) == Some(w)))
            .map(length)
    }

    /// The phrases whose key is that token, the longest first.
    fn starting<'s>(
        &'s self,
        list: &'s [u16],
        token: &'s str,
        key: fn(&str) -> &str,
    ) -> impl Iterator<Item = &'s str> {
        let phrase = |index: u16| &*self.all[usize::from(index)];
        let from = list.partition_point(|&index| key(phrase(index)) < token);
        list[from..]
            .iter()
            .map(move |&index| phrase(index))
            .take_while(move |p| key(p) == token)
    }
}

/// The order of two phrases in a list: by their key, then the longer before the shorter.
fn order(a: &str, b: &str, key: fn(&str) -> &str) -> Ordering {
    key(a)
        .cmp(key(b))
        .then_with(|| length(b).cmp(&length(a)))
        .then_with(|| a.cmp(b))
}

fn first_token(phrase: &str) -> &str {
    phrase.split(' ').next().unwrap_or("")
}

fn last_token(phrase: &str) -> &str {
    phrase.rsplit(' ').next().unwrap_or("")
}

fn length(phrase: &str) -> usize {
    phrase.bytes().filter(|b| *b == b' ').count() + 1
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
        if !list.all.is_empty() {
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
