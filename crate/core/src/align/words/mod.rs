//! Which figures of two texts are about the same, where no relation is known: by what their sentences say and whom they
//! name.
//!
//! Two figures are in one cell where they measure the same, of the same, under the same conditions. Words that the
//! sentences merely have in common propose, and never decide.

pub(crate) mod ages;
mod conditions;
mod garbled;
mod index;
mod measured;
mod sums;
mod whom;

pub(crate) use garbled::garbled;
pub(crate) use index::Known;

use crate::figures::shares_one_end;
use crate::reading::words::aspect::Aspect;
use crate::reading::words::setting::Likeness;
use crate::reading::words::{WordFigure, WordReading};
use whom::Acquaintance;

/// How sure it is that two figures are in the same cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tie {
    /// Their sentences say much of the same, and nothing else fits.
    Likely,
    /// They measure the same of the same.
    Sure,
}

/// Whether two figures of one sort, of those two texts, are in the same cell.
pub(crate) fn same_cell(
    (figure, text): (&WordFigure, &WordReading),
    (other, reference): (&WordFigure, &WordReading),
) -> Option<Tie> {
    if figure.said.is_difference || other.said.is_difference || whom::are_two(figure, other) {
        return None;
    }
    let likeness = figure.setting.likeness(&other.setting);
    if likeness == Likeness::Other && whom::are_elsewhere((figure, text), (other, reference)) {
        return None;
    }
    let acquaintance = match whom::acquaintance((figure, text), (other, reference)) {
        None if likeness == Likeness::Long => Acquaintance::Named,
        known => known?,
    };
    if !conditions::are_same(figure, other)
        || conditions::are_of_other_years((figure, text.published), (other, reference.published))
    {
        return None;
    }
    let copied = likeness > Likeness::Other;
    let same = copied
        || measured::are_same(figure, other)
        || shares_one_end(&figure.quantity, &other.quantity)
            && (enough(&figure.aspect, &other.aspect, 25)
                || enough(&other.aspect, &figure.aspect, 25));
    let shares = |percent| enough(&figure.aspect, &other.aspect, percent);
    let either = |percent| shares(percent) || enough(&other.aspect, &figure.aspect, percent);
    match acquaintance {
        Acquaintance::Named => same.then_some(Tie::Sure),
        Acquaintance::Open => (same && (copied || either(20))).then_some(Tie::Sure),
        Acquaintance::Titled => {
            let nouns = !figure.counted.is_empty() && figure.counted == other.counted;
            let much = if nouns { 34 } else { 50 };
            let known = enough(&figure.aspect, &reference.whole, 50);
            let likely = || measured::counts_among(figure, other, &reference.whole) && shares(much);
            if same && shares(25) {
                known.then_some(Tie::Sure)
            } else {
                (known && likely()).then_some(Tie::Likely)
            }
        }
    }
}

/// Whether both stand in the same words, so that one of their sentences is the other's with another figure.
pub(crate) fn is_copied(figure: &WordFigure, other: &WordFigure) -> bool {
    figure.setting.likeness(&other.setting) > Likeness::Other
}

/// Whether so many percent of the words of the one stand in the other.
fn enough(about: &Aspect, other: &Aspect, percent: usize) -> bool {
    about.shared(other) * 100 >= percent * about.len()
}
