//! "fell 12p, or 2.4%, to 488p": the share against the amount and the level after it.

use super::reckon::{Fit, Span, fit, last_digit};
use super::{Judged, Text};
use crate::figures::{Change, Decimal, Quantity};

/// Markets tell amounts and levels without their decimals, and small shares rounded up: what is off by no more than a
/// last digit is nobody's mistake, and neither is it where the verb may lead the other way.
pub(super) fn judge(
    text: &Text<'_>,
    [share, amount, to]: [usize; 3],
    way: Option<Change>,
) -> Judged {
    let figure = |i: usize| &text.quantities[i];
    let share = figure(share);
    let part = |way: Change, of: &dyn Fn(&Quantity) -> Span| {
        let (amount, to) = (of(figure(amount)), of(figure(to)));
        let before = match way {
            Change::Up => to.minus(amount),
            Change::Down => to.plus(amount),
        };
        amount.over(before).times(Decimal::ONE_HUNDRED)
    };
    let rounded = |figure: &Quantity| {
        Span::of(figure).hull(Span::exactly(figure.low).widened(half_a_digit(figure)))
    };
    let open = part(Change::Up, &rounded).hull(part(Change::Down, &rounded));
    match fit(Span::of(share), open, last_digit(share)) {
        Fit::Outside => Judged::Conflict {
            nearly: false,
            gives: part(way.unwrap_or(Change::Up), &|figure| {
                Span::exactly(figure.low)
            })
            .low,
        },
        _ => Judged::Agrees,
    }
}

/// Half of the last digit that is written.
fn half_a_digit(figure: &Quantity) -> Decimal {
    let half = Decimal::new(5, 1);
    Decimal::try_new(5, figure.low.scale() + 1).map_or(half, |part| part.min(half))
}
