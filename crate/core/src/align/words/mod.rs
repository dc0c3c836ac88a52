//! Which figures of two texts are about the same, by their words: the weaker of the two ways, for texts of which no
//! relation is known.
//!
//! Two figures are of one thing where they are of one measure and their sentences share words that carry meaning: the
//! fewer, the more of the names of the one stand in the other, and never where the other names only others.

pub(crate) mod ages;
mod index;
mod sums;

pub(crate) use index::Known;

use crate::figures::{Quantity, Sort, may_agree};
use crate::reading::aspect::{Acquaintance, Aspect};
use crate::reading::words::{Condition, Dating, WordFigure};

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
    pub(crate) fn is_met(&self, figure: &WordFigure, other: &WordFigure, few: bool) -> bool {
        let same_noun = !figure.counted.is_empty() && figure.counted == other.counted;
        let percent = if same_noun {
            self.shared_same_noun
        } else {
            self.shared
        };
        let alike = same_noun && !figure.anybody;
        figure.quantity.change == other.quantity.change
            && same_role(figure, other)
            && enough(&figure.aspect, &other.aspect, percent)
            && names_what_is_counted(figure, other)
            && names_what_is_counted(other, figure)
            && (few || alike || says_much(figure, other) || same_said(figure, other))
            && same_conditions(figure, other)
    }
}

/// Whether so much of the sentences is the same that it need not stand right beside the figures.
fn says_much(figure: &WordFigure, other: &WordFigure) -> bool {
    const MUCH: usize = 60;
    enough(&figure.aspect, &other.aspect, MUCH)
}

/// Whether what the figure counts is named in the other's sentence, if the other does not count it by name.
fn names_what_is_counted(figure: &WordFigure, other: &WordFigure) -> bool {
    figure.counted.is_empty()
        || !other.counted.is_empty()
        || figure.anybody
        || other.aspect.says(&figure.counted)
}

/// Whether something is said of both figures in the words right beside them, where there are any.
fn same_said(figure: &WordFigure, other: &WordFigure) -> bool {
    figure.near.is_empty()
        || figure
            .near
            .iter()
            .any(|stem| other.near.binary_search(stem).is_ok())
}

/// Whether two figures are the same to their sentences. When something began is not when it ended; and the day that
/// amounts are told of is another one where all the amounts are others.
fn same_role(figure: &WordFigure, other: &WordFigure) -> bool {
    let day = |role: Option<Dating>| matches!(role, Some(Dating::At | Dating::AsOf));
    let role = figure.role == other.role || day(figure.role) && day(other.role);
    let of_amounts = figure.role == Some(Dating::AsOf) || !figure.amounts.is_empty();
    let stands_there = |a: &Quantity| {
        let alike = |b: &&Quantity| Sort::of(a) == Sort::of(b);
        other.amounts.iter().filter(alike).any(|b| may_agree(a, b))
    };
    role && (figure.role.is_none() || !of_amounts || figure.amounts.iter().any(stands_there))
}

/// Whether the dates of two sentences let their amounts be of one time: they share a day, where both give one.
fn same_conditions(figure: &WordFigure, other: &WordFigure) -> bool {
    let (ours, theirs) = (&figure.conditions, &other.conditions);
    let meets = |a: &Condition, b: &Condition| may_agree(&a.quantity, &b.quantity);
    ours.is_empty() || theirs.is_empty() || ours.iter().any(|a| theirs.iter().any(|b| meets(a, b)))
}

/// Whether so many percent of the words of the one stand in the other.
fn enough(about: &Aspect, other: &Aspect, percent: usize) -> bool {
    about.shared(other) * 100 >= percent * about.len()
}
