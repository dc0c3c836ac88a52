//! Phrases of several words, found at a token by their first (or last) word.

/// A word of the lexicon; 0 is every other word.
pub(in crate::figures) type Id = u16;

/// A phrase and what it means.
#[derive(Debug)]
pub(in crate::figures) struct Phrase<P> {
    pub(in crate::figures) words: Vec<Id>,
    /// The letters as they must stand, where case counts: "MB".
    pub(in crate::figures) exact: Option<&'static str>,
    /// Whether it must touch the number: "5A", not "5 A".
    pub(in crate::figures) touching: bool,
    pub(in crate::figures) meaning: P,
}

/// A table of phrases, looked up by the word they begin with, longest first.
#[derive(Debug)]
pub(in crate::figures) struct Phrases<P> {
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
    pub(in crate::figures) fn build(mut phrases: Vec<Phrase<P>>, words: usize) -> Self {
        let rank = |phrase: &Phrase<P>| {
            let sort = Rank {
                first: phrase.words.first().copied().unwrap_or(0),
                shortness: usize::MAX - phrase.words.len(),
                any_case: phrase.exact.is_none(),
            };
            (!phrase.words.is_empty() && phrase.words.iter().all(|&id| id != 0)).then_some(sort)
        };
        let order = order(phrases.iter().map(rank).collect());
        let mut taken: Vec<Option<Phrase<P>>> = phrases.drain(..).map(Some).collect();
        let phrases: Vec<Phrase<P>> = order
            .into_iter()
            .filter_map(|index| taken[index].take())
            .collect();
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
    pub(in crate::figures) fn at(&self, word: Id) -> &[Phrase<P>] {
        let word = usize::from(word);
        match (self.first.get(word), self.first.get(word + 1)) {
            (Some(&from), Some(&to)) if word != 0 => &self.sorted[from as usize..to as usize],
            _ => &[],
        }
    }
}

/// Where a phrase stands in the table: by first word, the longer first, then those in which case counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    first: Id,
    shortness: usize,
    any_case: bool,
}

/// The indices of the phrases that have a rank, in the order of the table; equals keep theirs. One function for
/// every sort of phrase: sorting is long code.
fn order(ranks: Vec<Option<Rank>>) -> Vec<usize> {
    let mut order: Vec<(Rank, usize)> = ranks
        .into_iter()
        .enumerate()
        .filter_map(|(index, rank)| Some((rank?, index)))
        .collect();
    order.sort_unstable();
    order.into_iter().map(|(_, index)| index).collect()
}
