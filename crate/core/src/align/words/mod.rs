//! Which figures of two texts are about the same, by their words: the weaker of the two ways, for texts of which no
//! relation is known.
//!
//! Two figures are of one thing where they are of one measure and their sentences share words that carry meaning: the
//! fewer, the more of the names of the one stand in the other, and never where the other names only others.

mod index;
mod sums;

pub(crate) use index::Known;

use crate::reading::aspect::{Acquaintance, Aspect};
use crate::reading::words::WordFigure;

/// How many of a figure's meaning words the other text must have for them to be about the same, in percent.
pub(crate) struct Needed {
    /// In the sentence of its figure.
    shared: usize,
    /// The same where the figures count the same thing by name.
    shared_same_noun: usize,
    /// In the whole of it.
    known: usize,
}

impl Needed {
    /// The better they are acquainted, the fewer; between strangers nothing is about the same.
    fn between(acquaintance: Acquaintance) -> Option<Self> {
        match acquaintance {
            Acquaintance::Same => Some(Self {
                shared: 40,
                shared_same_noun: 25,
                known: 40,
            }),
            Acquaintance::Unclear => Some(Self {
                shared: 50,
                shared_same_noun: 34,
                known: 50,
            }),
            Acquaintance::Strangers => None,
        }
    }

    /// For a figure beside a text that is about `whole`; none where nothing of it can be about the same.
    pub(crate) fn of(figure: &WordFigure, whole: &Aspect) -> Option<Self> {
        const FEWEST: usize = 2;
        let about = &figure.aspect;
        let needed = Self::between(about.acquaintance(whole))?;
        (about.len() >= FEWEST && enough(about, whole, needed.known)).then_some(needed)
    }

    /// The fewest that any two need to share, in percent.
    pub(crate) fn fewest(&self) -> usize {
        self.shared.min(self.shared_same_noun)
    }

    /// Whether the two figures, which are of one measure, are about the same.
    pub(crate) fn is_met(&self, figure: &WordFigure, other: &WordFigure) -> bool {
        let same_noun = !figure.counted.is_empty() && figure.counted == other.counted;
        let percent = if same_noun {
            self.shared_same_noun
        } else {
            self.shared
        };
        figure.quantity.change == other.quantity.change
            && enough(&figure.aspect, &other.aspect, percent)
    }
}

/// Whether so many percent of the words of the one stand in the other.
fn enough(about: &Aspect, other: &Aspect, percent: usize) -> bool {
    about.shared(other) * 100 >= percent * about.len()
}
