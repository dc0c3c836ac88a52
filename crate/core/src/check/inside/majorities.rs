//! "12,410 votes …, with Maas on 9,220. Her majority of 3,190": the majority against the votes.

use super::reckon::{Span, fit};
use super::{Judged, Text};
use crate::figures::Decimal;

pub(super) fn judge(text: &Text<'_>, figures: [usize; 3]) -> Judged {
    let [first, second, by] = figures.map(|i| &text.quantities[i]);
    let open = Span::of(first).minus(Span::of(second));
    let gives = first.low.checked_sub(second.low);
    Judged::of(fit(Span::of(by), open, Decimal::ZERO), gives)
}
