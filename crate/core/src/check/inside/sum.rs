//! A whole and all of its parts, "seven (7)", and ages told one by one.

use super::reckon::{Fit, Span, fit};
use super::{Judged, Text};
use crate::figures::{Decimal, Kind};

pub(super) fn judge(text: &Text<'_>, total: usize, parts: &[usize], open: bool) -> Judged {
    let total = &text.quantities[total];
    let mut sum = Span::exactly(Decimal::ZERO);
    for &part in parts {
        let part = &text.quantities[part];
        // A score has two sides.
        sum = sum.plus(if part.kind == Kind::Score {
            Span::exactly(part.low).plus(Span::exactly(part.high))
        } else {
            Span::of(part)
        });
    }
    let gives = sum.low;
    if open {
        // There may be more of them, but not fewer.
        sum.high = None;
        let most = Span {
            low: None,
            high: Some(total.low),
        };
        return judged(fit(most, sum, Decimal::ZERO), gives);
    }
    judged(fit(Span::of(total), sum, Decimal::ZERO), gives)
}

pub(super) fn again(text: &Text<'_>, words: usize, digits: Decimal) -> Judged {
    let written = Span::exactly(text.quantities[words].low);
    judged(
        fit(written, Span::exactly(digits), Decimal::ZERO),
        Some(digits),
    )
}

pub(super) fn ages(text: &Text<'_>, total: usize, told: u32) -> Judged {
    let told = Decimal::from(told);
    let total = Span::exactly(text.quantities[total].low);
    judged(fit(total, Span::exactly(told), Decimal::ZERO), Some(told))
}

fn judged(found: Fit, gives: Option<Decimal>) -> Judged {
    match found {
        Fit::Within => Judged::Agrees,
        _ => Judged::Conflict {
            nearly: false,
            gives,
        },
    }
}
