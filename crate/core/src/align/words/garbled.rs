//! A figure that has the very digits of a figure of the other text, in another order: there the one is the other's slip,
//! whatever words they stand in.

use super::index::Known;
use super::{conditions, measured, whom};
use crate::figures::{Kind, Modifier, Quantity, are_anagrams};
use crate::reading::words::said::Subject;
use crate::reading::words::{WordFigure, WordReading};
use crate::reading::{Scope, Stance};

/// So many different digits in another order are no chance where the words have something in common; and one more where
/// they have not.
const FEWEST: usize = 3;

/// The one figure of the reference whose digits these are in another order, where each text has the number of its own
/// alone and nothing says that the two are of different things.
pub(crate) fn garbled<'k>(
    figure: &'k WordFigure,
    text: &WordReading,
    known: &'k Known,
) -> Option<&'k WordFigure> {
    if !may_be_slip(figure) || known.has_number(figure) || known.follows(figure) {
        return None;
    }
    if known.agreeing(figure).next().is_some() {
        return None;
    }
    let mut meant = known
        .of_sort(figure)
        .filter(|other| may_be_slip(other))
        .filter(|other| is_slip_of(figure, other));
    let other = meant.next()?;
    let of_one_voice = meant.all(|more| more.quantity.low == other.quantity.low);
    let is_told_too = (text.around(figure)).any(|own| own.quantity.low == other.quantity.low);
    let apart = whom::are_two(figure, other)
        || measured::follow_otherwise(figure, other)
        || subjects_differ(figure, other)
        || !conditions::are_same(figure, other)
        || conditions::are_of_other_years(
            (figure, text.published),
            (other, known.reading.published),
        );
    (of_one_voice && !is_told_too && !apart).then_some(other)
}

fn may_be_slip(figure: &WordFigure) -> bool {
    let quantity: &Quantity = &figure.quantity;
    let amount = matches!(
        quantity.kind,
        Kind::Money | Kind::Percent | Kind::Count | Kind::Number | Kind::Dimension
    );
    amount
        && quantity.modifier == Modifier::Exact
        && figure.stance == Stance::Asserted
        && figure.scope == Scope::Single
        && !figure.said.is_difference
}

fn is_slip_of(figure: &WordFigure, other: &WordFigure) -> bool {
    let shares = figure.aspect.shared(&other.aspect) > 0
        || !figure.counts().is_empty() && figure.counted == other.counted;
    let fewest = FEWEST + usize::from(!shares);
    are_anagrams(&figure.quantity, &other.quantity, fewest)
}

/// Whether each sentence is about somebody else by name.
fn subjects_differ(figure: &WordFigure, other: &WordFigure) -> bool {
    match (&figure.said.subject, &other.said.subject) {
        (Subject::Named(one), Subject::Named(two)) => !one.may_be(two),
        _ => false,
    }
}
