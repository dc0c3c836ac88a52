//! Phrases of several words, found at a token by their first (or last) word.

use super::lexicon::Id;

/// A phrase and what it means.
#[derive(Debug)]
pub(super) struct Phrase<P> {
    pub(super) words: Vec<Id>,
    /// The letters as they must stand, where case counts: "MB".
    pub(super) exact: Option<&'static str>,
    /// Whether it must touch the number: "5A", not "5 A".
    pub(super) touching: bool,
    pub(super) meaning: P,
}

/// A table of phrases, looked up by the word they begin with, longest first.
#[derive(Debug)]
pub(super) struct Phrases<P> {
    sorted: Vec<Phrase<P>>,
    /// First index in `sorted` of the phrases that begin with each word; one more than words.
    first: Vec<u32>,
}

impl<P> Default for Phrases<P> {
    fn default() -> Self {
        Self {
            sorted: Vec::new(),
            first: Vec::new(),
        }
    }
}

impl<P> Phrases<P> {
    /// Builds the table; `words` is one more than the highest word.
    pub(super) fn build(mut phrases: Vec<Phrase<P>>, words: usize) -> Self {
        phrases.retain(|phrase| !phrase.words.is_empty() && phrase.words.iter().all(|&id| id != 0));
        phrases.sort_by_key(|phrase| {
            (
                phrase.words[0],
                usize::MAX - phrase.words.len(),
                phrase.exact.is_none(),
            )
        });
        let mut first = Vec::with_capacity(words + 1);
        let mut at = 0;
        for word in 0..=words {
            while at < phrases.len() && usize::from(phrases[at].words[0]) < word {
                at += 1;
            }
            first.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        Self {
            sorted: phrases,
            first,
        }
    }

    /// The phrases that begin with `word`, longest first; those in which case counts before the others.
    pub(super) fn at(&self, word: Id) -> &[Phrase<P>] {
        let word = usize::from(word);
        match (self.first.get(word), self.first.get(word + 1)) {
            (Some(&from), Some(&to)) if word != 0 => &self.sorted[from as usize..to as usize],
            _ => &[],
        }
    }
}
