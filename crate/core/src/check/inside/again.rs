//! "seven (7) copies": the digits against the words.

use super::reckon::{Span, fit};
use super::{Judged, Text};
use crate::figures::Decimal;

pub(super) fn judge(text: &Text<'_>, words: usize, digits: Decimal) -> Judged {
    let written = Span::exactly(text.quantities[words].low);
    Judged::of(
        fit(written, Span::exactly(digits), Decimal::ZERO),
        Some(digits),
    )
}
