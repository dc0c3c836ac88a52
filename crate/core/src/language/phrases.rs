//! Phrases, and how to find them in a run of words.

use crate::lexicon::coded::{Bytes, Coded};
use crate::text::tokens;
use std::borrow::Cow;

/// Phrases of lower-case tokens, found by their first or last token.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Phrases {
    /// Which signatures their first and last words have, as bits: most words are none of them.
    first_signatures: u64,
    last_signatures: u64,
    /// The phrases in their order, a space between their tokens (which comes before all that tokens hold, so those of
    /// one first token stand together).
    all: Vec<Cow<'static, str>>,
    /// Their indices in the order of their last tokens.
    by_last: Vec<u16>,
}

impl Coded for Phrases {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        crate::lexicon::coded::put_strings(self.all.iter().map(|phrase| &**phrase), out);
    }

    fn take(bytes: &mut Bytes) -> Option<Self> {
        let all = bytes.strings()?;
        let mut by_last: Vec<u16> = (0..u16::try_from(all.len()).ok()?).collect();
        crate::order::by_key(&mut by_last, |&at| last_token(all[usize::from(at)]));
        let told = |end: fn(&str) -> &str| signatures(all.iter().map(|phrase| end(phrase)));
        let (first_signatures, last_signatures) = (told(first_token), told(last_token));
        Some(Self {
            first_signatures,
            last_signatures,
            all: all.into_iter().map(Cow::Borrowed).collect(),
            by_last,
        })
    }
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
        if phrase.is_empty() || self.all.len() >= usize::from(u16::MAX) {
            return;
        }
        let Err(at) = self.all.binary_search_by(|known| (**known).cmp(&phrase)) else {
            return;
        };
        let index = u16::try_from(at).unwrap_or(u16::MAX);
        let token = last_token(&phrase);
        let last =
            (self.by_last).partition_point(|&i| (last_token(self.text(i)), i) < (token, index));
        for later in self.by_last.iter_mut().filter(|later| **later >= index) {
            *later += 1;
        }
        self.first_signatures |= signature(first_token(&phrase));
        self.last_signatures |= signature(token);
        self.by_last.insert(last, index);
        self.all.insert(at, Cow::Owned(phrase.into_owned()));
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|phrase| &**phrase)
    }

    /// How many tokens of `at(0), at(1), …` a phrase takes up; the longest, so that "takeover bid" is preferred to
    /// "takeover".
    pub(crate) fn forward<'i>(&self, at: impl Fn(usize) -> Option<&'i str>) -> Option<usize> {
        let first = at(0)?;
        if self.first_signatures & signature(first) == 0 {
            return None;
        }
        let from = self.all.partition_point(|phrase| **phrase < *first);
        (self.all[from..].iter())
            .map(|phrase| &**phrase)
            .take_while(|p| first_token(p) == first)
            .filter(|p| p.split(' ').enumerate().all(|(i, w)| at(i) == Some(w)))
            .map(length)
            .max()
    }

    /// The same towards the left: `at(0)` is the phrase's last token, `at(1)` the one before.
    pub(crate) fn backward<'i>(&self, at: impl Fn(usize) -> Option<&'i str>) -> Option<usize> {
        let last = at(0)?;
        if self.last_signatures & signature(last) == 0 {
            return None;
        }
        let from = self
            .by_last
            .partition_point(|&i| last_token(self.text(i)) < last);
        self.by_last[from..]
            .iter()
            .map(|&index| self.text(index))
            .take_while(|p| last_token(p) == last)
            .filter(|p| p.rsplit(' ').enumerate().all(|(i, w)| at(i) == Some(w)))
            .map(length)
            .max()
    }

    fn text(&self, index: u16) -> &str {
        &self.all[usize::from(index)]
    }
}

fn first_token(phrase: &str) -> &str {
    let end = phrase.bytes().position(|b| b == b' ');
    &phrase[..end.unwrap_or(phrase.len())]
}

fn last_token(phrase: &str) -> &str {
    let start = phrase.bytes().rposition(|b| b == b' ');
    &phrase[start.map_or(0, |space| space + 1)..]
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

    /// The signatures of the words that its phrases start with.
    pub(crate) fn first_signatures(&self) -> u64 {
        self.first_signatures
    }

    /// The same of those that they end with.
    pub(crate) fn last_signatures(&self) -> u64 {
        self.last_signatures
    }

    /// Its lists.
    #[cfg(feature = "load")]
    pub(crate) fn lists(&self) -> &[Cow<'static, Phrases>] {
        &self.lists
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
