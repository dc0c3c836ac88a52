//! Phrases, and how to find them in a run of words.

use crate::lexicon::coded::{Bytes, Coded};
use crate::text::tokens;
use std::borrow::Cow;

/// Phrases of lower-case tokens, found by their first or last token. Those of the classes are shared, never copied: a
/// set's patterns name the same few classes hundreds of times.
///
/// What a number is written with has a table of its own (`lexicon::entries`): there a phrase means something, and all
/// its words are known; here a set adds words that no lexicon has, and a phrase is looked for from either end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Phrases {
    /// Its own, in their order, a space between their tokens.
    own: Vec<Cow<'static, str>>,
    /// Other lists whose phrases are its too.
    shared: Vec<&'static Phrases>,
    by_first: ByEnd,
    by_last: ByEnd,
}

/// From which end of a phrase it is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    First,
    Last,
}

impl End {
    /// The token at that end, and the one beside it.
    fn of(self, phrase: &str) -> [&str; 2] {
        let mut words = phrase.split(' ');
        let mut next = || match self {
            Self::First => words.next().unwrap_or_default(),
            Self::Last => words.next_back().unwrap_or_default(),
        };
        [next(), next()]
    }

    /// The signatures of both; that of no token where there is only one.
    fn signatures(self, phrase: &str) -> Pair {
        let [word, beside] = self.of(phrase);
        let beside = if beside.is_empty() {
            Signature::default()
        } else {
            Signature::of(beside)
        };
        Pair::of(Signature::of(word), beside)
    }
}

/// Phrases by the tokens at one of their ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct ByEnd {
    /// Which signatures the tokens have, those of shared phrases too: most words are none of them.
    any: Signatures,
    /// The indices of a list's own phrases with the signatures of the token at the end and of the one beside it, in
    /// the order of those: hundreds of phrases may end with "in".
    own: Vec<(Pair, u16)>,
}

impl ByEnd {
    /// Puts in a phrase that others of the list come to stand behind.
    fn insert(&mut self, signatures: Pair, index: u16) {
        self.any.add(signatures.first());
        for (_, later) in self.own.iter_mut().filter(|(_, later)| *later >= index) {
            *later += 1;
        }
        let place = self
            .own
            .partition_point(|known| *known < (signatures, index));
        self.own.insert(place, (signatures, index));
    }
}

impl Coded for Phrases {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        crate::lexicon::coded::put_strings(self.own.iter().map(|phrase| &**phrase), out);
    }

    /// What others share with it is not written: it is told of by names ([`super::patterns::packed`]).
    fn take(bytes: &mut Bytes) -> Option<Self> {
        let own = bytes.strings()?;
        let count = u16::try_from(own.len()).ok()?;
        let by = |end: End| {
            let signatures = own.iter().map(|phrase| end.signatures(phrase));
            let mut by: Vec<(Pair, u16)> = signatures.zip(0..count).collect();
            crate::order::sort(&mut by);
            ByEnd {
                any: by
                    .iter()
                    .map(|(signatures, _)| signatures.first())
                    .collect(),
                own: by,
            }
        };
        Some(Self {
            by_first: by(End::First),
            by_last: by(End::Last),
            own: own.into_iter().map(Cow::Borrowed).collect(),
            shared: Vec::new(),
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
        if phrase.is_empty() || self.own.len() >= usize::from(u16::MAX) {
            return;
        }
        let Err(at) = self.own.binary_search_by(|known| (**known).cmp(&phrase)) else {
            return;
        };
        let index = u16::try_from(at).unwrap_or(u16::MAX);
        for (by, end) in [
            (&mut self.by_first, End::First),
            (&mut self.by_last, End::Last),
        ] {
            by.insert(end.signatures(&phrase), index);
        }
        self.own.insert(at, Cow::Owned(phrase.into_owned()));
    }

    /// Adds the phrases of another list.
    pub(crate) fn share(&mut self, list: &'static Phrases) {
        if list.is_empty() {
            return;
        }
        self.by_first.any = self.by_first.any.with(list.by_first.any);
        self.by_last.any = self.by_last.any.with(list.by_last.any);
        self.shared.push(list);
    }

    /// All of its own.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.own.iter().map(|phrase| &**phrase)
    }

    /// How many tokens of `at(0), at(1), …` a phrase takes up; the longest, so that "takeover bid" is preferred to
    /// "takeover". From its last token `at(0)` is that one, and `at(1)` the one before.
    pub(crate) fn found<'i>(
        &self,
        end: End,
        at: impl Fn(usize) -> Option<&'i str>,
    ) -> Option<usize> {
        let beside = at(1).map_or_else(Signature::default, Signature::of);
        self.found_by(end, [Signature::of(at(0)?), beside], &at)
    }

    /// The same, where the signatures of the token at that end and of the one beside it are known.
    pub(crate) fn found_by<'i>(
        &self,
        end: End,
        signatures: [Signature; 2],
        at: &dyn Fn(usize) -> Option<&'i str>,
    ) -> Option<usize> {
        let by = self.by(end);
        let [signature, beside] = signatures;
        if !by.any.holds(signature) {
            return None;
        }
        let mut longest = None;
        let mut rest = &by.own[..];
        // Those of one token, and then those with the token that stands there beside it.
        for beside in [Signature::default(), beside] {
            let pair = Pair::of(signature, beside);
            rest = &rest[rest.partition_point(|(known, _)| *known < pair)..];
            while let [(known, index), further @ ..] = rest
                && *known == pair
            {
                longest = longest.max(length(&self.own[usize::from(*index)], end, at));
                rest = further;
            }
            // Most words end here: the list has none of that signature.
            if (rest.first()).is_none_or(|(known, _)| known.first() != signature) {
                break;
            }
        }
        for list in &self.shared {
            longest = longest.max(list.found_by(end, signatures, at));
        }
        longest
    }

    /// Whether any of them may have a word of that signature at that end: most have not.
    #[inline]
    pub(crate) fn may_have(&self, end: End, signature: Signature) -> bool {
        self.by(end).any.holds(signature)
    }

    /// Whether the word is one of them by itself.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.found(End::First, |i| (i == 0).then_some(word))
            .is_some()
    }

    /// The signatures of the words at that end of its phrases.
    pub(crate) fn signatures(&self, end: End) -> Signatures {
        self.by(end).any
    }

    fn by(&self, end: End) -> &ByEnd {
        match end {
            End::First => &self.by_first,
            End::Last => &self.by_last,
        }
    }

    /// The lists that share their phrases with it.
    #[cfg(feature = "load")]
    pub(crate) fn shared(&self) -> &[&'static Phrases] {
        &self.shared
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.own.is_empty() && self.shared.is_empty()
    }
}

/// How many tokens the phrase has, if they stand there.
fn length<'i>(phrase: &str, end: End, at: &dyn Fn(usize) -> Option<&'i str>) -> Option<usize> {
    let mut length = 0;
    let mut stands = |word| {
        length += 1;
        at(length - 1) == Some(word)
    };
    let all = match end {
        End::First => phrase.split(' ').all(&mut stands),
        End::Last => phrase.rsplit(' ').all(&mut stands),
    };
    all.then_some(length)
}

/// The lower-case tokens of a phrase.
pub(super) fn split(phrase: &str) -> Vec<String> {
    tokens(phrase)
        .iter()
        .map(|t| crate::text::lowercase(t.of(phrase)))
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

/// The signatures of two words, in the order of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Pair(u64);

impl Pair {
    fn of(first: Signature, second: Signature) -> Self {
        Self(u64::from(first.0) << 32 | u64::from(second.0))
    }

    fn first(self) -> Signature {
        Signature(u32::try_from(self.0 >> 32).unwrap_or(0))
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
