//! Phrases, and how to find them in a run of words.

use crate::lexicon::coded::{Bytes, Coded};
use crate::text::tokens;
use std::borrow::Cow;

/// Phrases of lower-case tokens, found by their first or last token.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Phrases {
    /// Which signatures their first and last words have: most words are none of them.
    first_signatures: Signatures,
    last_signatures: Signatures,
    /// The phrases in their order, a space between their tokens.
    all: Vec<Cow<'static, str>>,
    /// Their indices with the signatures of their first and of their last tokens, in the order of those.
    by_first: Vec<(Signature, u16)>,
    by_last: Vec<(Signature, u16)>,
}

impl Coded for Phrases {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        crate::lexicon::coded::put_strings(self.all.iter().map(|phrase| &**phrase), out);
    }

    fn take(bytes: &mut Bytes) -> Option<Self> {
        let all = bytes.strings()?;
        let count = u16::try_from(all.len()).ok()?;
        let by = |end: fn(&str) -> &str| {
            let signatures = all.iter().map(|phrase| Signature::of(end(phrase)));
            let mut by: Vec<(Signature, u16)> = signatures.zip(0..count).collect();
            crate::order::sort(&mut by);
            by
        };
        let (by_first, by_last) = (by(first_token), by(last_token));
        let among = |by: &[(Signature, u16)]| by.iter().map(|(signature, _)| *signature).collect();
        Some(Self {
            first_signatures: among(&by_first),
            last_signatures: among(&by_last),
            all: all.into_iter().map(Cow::Borrowed).collect(),
            by_first,
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
        let first = Signature::of(first_token(&phrase));
        let last = Signature::of(last_token(&phrase));
        self.first_signatures.add(first);
        self.last_signatures.add(last);
        for (by, signature) in [(&mut self.by_first, first), (&mut self.by_last, last)] {
            for (_, later) in by.iter_mut().filter(|(_, later)| *later >= index) {
                *later += 1;
            }
            let place = by.partition_point(|known| *known < (signature, index));
            by.insert(place, (signature, index));
        }
        self.all.insert(at, Cow::Owned(phrase.into_owned()));
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|phrase| &**phrase)
    }

    /// How many tokens of `at(0), at(1), …` a phrase takes up; the longest, so that "takeover bid" is preferred to
    /// "takeover".
    pub(crate) fn forward<'i>(&self, at: impl Fn(usize) -> Option<&'i str>) -> Option<usize> {
        self.forward_from(Signature::of(at(0)?), at)
    }

    /// The same, where the signature of the first token is known.
    pub(crate) fn forward_from<'i>(
        &self,
        first: Signature,
        at: impl Fn(usize) -> Option<&'i str>,
    ) -> Option<usize> {
        if !self.first_signatures.holds(first) {
            return None;
        }
        (self.signed(&self.by_first, first))
            .filter(|p| p.split(' ').enumerate().all(|(i, w)| at(i) == Some(w)))
            .map(length)
            .max()
    }

    /// The same towards the left: `at(0)` is the phrase's last token, `at(1)` the one before.
    fn backward_from<'i>(
        &self,
        last: Signature,
        at: impl Fn(usize) -> Option<&'i str>,
    ) -> Option<usize> {
        if !self.last_signatures.holds(last) {
            return None;
        }
        (self.signed(&self.by_last, last))
            .filter(|p| p.rsplit(' ').enumerate().all(|(i, w)| at(i) == Some(w)))
            .map(length)
            .max()
    }

    /// The phrases whose token there has that signature.
    fn signed(&self, by: &[(Signature, u16)], signature: Signature) -> impl Iterator<Item = &str> {
        let from = by.partition_point(|(known, _)| *known < signature);
        (by[from..].iter())
            .take_while(move |(known, _)| *known == signature)
            .map(|&(_, index)| &*self.all[usize::from(index)])
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
    first_signatures: Signatures,
    last_signatures: Signatures,
}

impl AnyOf {
    /// Adds the phrases of a list.
    pub(crate) fn add(&mut self, list: Cow<'static, Phrases>) {
        self.first_signatures = self.first_signatures.with(list.first_signatures);
        self.last_signatures = self.last_signatures.with(list.last_signatures);
        if !list.all.is_empty() {
            self.lists.push(list);
        }
    }

    /// How many tokens of `at(0), at(1), …` a phrase takes up, the longest one; the first has that signature.
    pub(crate) fn forward_from<'i>(
        &self,
        first: Signature,
        at: impl Fn(usize) -> Option<&'i str>,
    ) -> Option<usize> {
        if !self.first_signatures.holds(first) {
            return None;
        }
        let lists = self.lists.iter();
        lists.filter_map(|list| list.forward_from(first, &at)).max()
    }

    /// The same towards the left.
    pub(crate) fn backward_from<'i>(
        &self,
        last: Signature,
        at: impl Fn(usize) -> Option<&'i str>,
    ) -> Option<usize> {
        if !self.last_signatures.holds(last) {
            return None;
        }
        let lists = self.lists.iter();
        lists.filter_map(|list| list.backward_from(last, &at)).max()
    }

    /// Whether the word is one of them by itself.
    pub(crate) fn has(&self, word: &str) -> bool {
        let alone = |i| (i == 0).then_some(word);
        self.forward_from(Signature::of(word), alone).is_some()
    }

    /// The signatures of the words that its phrases start with.
    pub(crate) fn first_signatures(&self) -> Signatures {
        self.first_signatures
    }

    /// The same of those that they end with.
    pub(crate) fn last_signatures(&self) -> Signatures {
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

/// A number that a word always has and few others share: phrases are looked up by it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Signature(u32);

impl Signature {
    /// FNV-1a: the words are short.
    pub(crate) fn of(word: &str) -> Self {
        let mixed = |state: u32, byte| (state ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        Self(word.bytes().fold(0x811c_9dc5, mixed))
    }

    /// Its place among the bits of several.
    fn bit(self) -> (usize, u64) {
        let place = (self.0 >> 24) as usize;
        (place / 64, 1 << (place % 64))
    }
}

/// The signatures of some words together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Signatures([u64; 4]);

impl Signatures {
    fn add(&mut self, signature: Signature) {
        let (word, bit) = signature.bit();
        self.0[word] |= bit;
    }

    /// Whether one of them may be that one: a bit is set by a 256th of all words.
    fn holds(&self, signature: Signature) -> bool {
        let (word, bit) = signature.bit();
        self.0[word] & bit != 0
    }

    /// Whether any is one of the others too.
    pub(crate) fn meets(&self, other: Self) -> bool {
        self.0
            .iter()
            .zip(other.0)
            .any(|(one, other)| one & other != 0)
    }

    /// Those of both.
    #[must_use]
    pub(crate) fn with(mut self, other: Self) -> Self {
        for (all, more) in self.0.iter_mut().zip(other.0) {
            *all |= more;
        }
        self
    }
}

impl FromIterator<Signature> for Signatures {
    fn from_iter<I: IntoIterator<Item = Signature>>(words: I) -> Self {
        let mut all = Self::default();
        words.into_iter().for_each(|word| all.add(word));
        all
    }
}
