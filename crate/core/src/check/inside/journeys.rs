//! "ran the 120 miles at an average of 60mph and took two hours": the time against how far and how fast.

use super::reckon::{Fit, Span, fit};
use super::{Judged, Text};
use crate::figures::{Decimal, Unit};
use crate::lexicon::named;

/// Speeds and times of a journey are told roughly: so large a part of the time is nobody's mistake.
const PART: Decimal = Decimal::from_parts(15, 0, 0, false, 2);
/// Minutes of an hour.
const MINUTES: Decimal = Decimal::from_parts(60, 0, 0, false, 0);

pub(super) fn judge(text: &Text<'_>, figures: [usize; 3]) -> Judged {
    let [distance, speed, time] = figures.map(|i| &text.quantities[i]);
    let minutes = matches!(&time.unit, Unit::Named(name) if name == named::MINUTE);
    let unit = if minutes { MINUTES } else { Decimal::ONE };
    let open = Span::of(distance).over(Span::of(speed)).times(unit);
    let gives = Span::exactly(distance.low)
        .over(Span::exactly(speed.low))
        .times(unit)
        .low;
    let step = time.low.checked_mul(PART).unwrap_or(Decimal::ONE);
    match fit(Span::of(time), open, step) {
        Fit::Outside => Judged::of(Fit::Outside, gives),
        _ => Judged::Agrees,
    }
}
