//! What figures are written with: phrases that mean something, found at a token by their first (or last) word.
//!
//! Their words are all in the lexicon, so they are compared by number. Words of classes, cues and sets, which mean
//! nothing of their own, are [`crate::language::phrases`].

use super::coded::{Bytes, Coded};

/// A word of the lexicon; 0 is every other word.
pub(crate) type Id = u16;

/// A phrase and what it means.
#[derive(Debug)]
pub(crate) struct Entry<P> {
    pub(crate) words: &'static [Id],
    /// The letters as they must stand, where case counts: "MB".
    pub(crate) exact: Option<&'static str>,
    /// Whether it must touch the number: "5A", not "5 A".
    pub(crate) touching: bool,
    pub(crate) meaning: P,
}

/// A table of phrases, looked up by the word they begin with, longest first.
#[derive(Debug)]
pub(crate) struct Entries<P> {
    sorted: Vec<Entry<P>>,
    /// First index in `sorted` of the phrases that begin with each word; one more than words.
    first: Vec<u16>,
}

impl<P> Default for Entries<P> {
    fn default() -> Self {
        Self {
            sorted: Vec::new(),
            first: Vec::new(),
        }
    }
}

impl<P> Entries<P> {
    /// The table of phrases that stand in its order; `words` is one more than the highest word.
    pub(crate) fn of_sorted(sorted: Vec<Entry<P>>, words: usize) -> Self {
        let mut first = Vec::with_capacity(words + 1);
        let mut at = 0;
        for word in 0..=words {
            while at < sorted.len() && usize::from(sorted[at].words[0]) < word {
                at += 1;
            }
            first.push(u16::try_from(at).unwrap_or(u16::MAX));
        }
        Self { sorted, first }
    }

    /// The phrases that begin with `word`, longest first; those in which case counts before the others.
    pub(crate) fn at(&self, word: Id) -> &[Entry<P>] {
        let word = usize::from(word);
        match (self.first.get(word), self.first.get(word + 1)) {
            (Some(&from), Some(&to)) if word != 0 => {
                &self.sorted[usize::from(from)..usize::from(to)]
            }
            _ => &[],
        }
    }
}

impl<P: Coded> Entries<P> {
    /// Reads a table that [`Entries::put`] wrote, for so many words.
    pub(crate) fn take(bytes: &mut Bytes, words: usize) -> Option<Self> {
        let count = usize::take(bytes)?;
        let exact = bytes.strings()?;
        let mut exact = exact.into_iter();
        let mut ids: Vec<Id> = Vec::with_capacity(usize::take(bytes)?.min(bytes.0.len()));
        let shapes = bytes.several::<usize>(count)?;
        let steps = bytes.several::<Id>(count)?;
        let mut first: Id = 0;
        for (shape, step) in shapes.iter().zip(steps) {
            first = first.checked_add(step)?;
            ids.push(first);
            for _ in 1..shape / 4 {
                ids.push(Id::take(bytes)?);
            }
        }
        let mut ids: &'static [Id] = ids.leak();
        let mut sorted = Vec::with_capacity(count);
        for shape in shapes {
            let (words, rest) = ids
                .split_at_checked(shape / 4)
                .filter(|(words, _)| !words.is_empty())?;
            ids = rest;
            sorted.push(Entry {
                words,
                exact: if shape & 1 != 0 {
                    Some(exact.next()?)
                } else {
                    None
                },
                touching: shape & 2 != 0,
                meaning: P::take(bytes)?,
            });
        }
        Some(Self::of_sorted(sorted, words))
    }

    /// Writes the table behind `out`.
    #[cfg(feature = "load")]
    pub(crate) fn put(&self, out: &mut Vec<u8>) {
        self.sorted.len().put(out);
        let exact = self.sorted.iter().filter_map(|phrase| phrase.exact);
        super::coded::put_strings(exact, out);
        let words = self.sorted.iter().map(|phrase| phrase.words.len());
        words.sum::<usize>().put(out);
        // What is alike packs smaller side by side: first the shape of each, then the first words, in whose order they
        // stand, then the others.
        for phrase in &self.sorted {
            let shape = phrase.words.len() * 4
                + usize::from(phrase.touching) * 2
                + usize::from(phrase.exact.is_some());
            shape.put(out);
        }
        let mut last = 0;
        for phrase in &self.sorted {
            (phrase.words[0] - last).put(out);
            last = phrase.words[0];
        }
        for phrase in &self.sorted {
            phrase.words[1..].iter().for_each(|word| word.put(out));
        }
        self.sorted
            .iter()
            .for_each(|phrase| phrase.meaning.put(out));
    }
}
