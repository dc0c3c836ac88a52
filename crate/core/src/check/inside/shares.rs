//! "31,000 of 50,000 voters (62%)", "nearly half (46%)", "33% of 25 pupils".

use super::reckon::{Fit, Span, fit, last_digit};
use super::{Judged, Text};
use crate::figures::{Decimal, Kind, Modifier, Quantity};

/// A part in words stands for a tenth more or less of itself; with a hedge, for a fifth.
const TENTHS: [i64; 2] = [10, 5];
/// Percentage points that a part in words may be off, and a quarter of itself at most.
const POINTS: i64 = 5;

pub(super) fn judge(text: &Text<'_>, part: usize, whole: usize, share: usize) -> Judged {
    let figure = |i: usize| &text.quantities[i];
    let (part, whole, share) = (figure(part), figure(whole), figure(share));
    // More than all: the two are not what they seem.
    if part.low > whole.low || whole.low <= Decimal::ZERO {
        return Judged::Unclear;
    }
    let open = Span::of(part)
        .over(Span::of(whole))
        .times(Decimal::ONE_HUNDRED);
    let gives = Span::exactly(part.low)
        .over(Span::exactly(whole.low))
        .times(Decimal::ONE_HUNDRED);
    let (told, step) = match share.kind {
        // "31 of 124, or a quarter"
        Kind::Fraction => match in_words(share) {
            Some((told, _)) => (told, Decimal::ONE),
            None => return Judged::Unclear,
        },
        _ => (Span::of(share), last_digit(share)),
    };
    match fit(told, open, step) {
        Fit::Within => Judged::Agrees,
        found => Judged::Conflict {
            nearly: found == Fit::Nearly,
            gives: gives.low,
        },
    }
}

pub(super) fn portion(text: &Text<'_>, part: usize, share: usize) -> Judged {
    let (part, share) = (&text.quantities[part], &text.quantities[share]);
    let Some((open, step)) = in_words(part) else {
        return Judged::Unclear;
    };
    let middle = part.low.saturating_mul(Decimal::ONE_HUNDRED);
    match fit(Span::of(share), open, step) {
        Fit::Within => Judged::Agrees,
        found => Judged::Conflict {
            nearly: found == Fit::Nearly,
            gives: Some(middle),
        },
    }
}

/// What a part in words can be in percent, and how much more or less misleads nobody.
fn in_words(part: &Quantity) -> Option<(Span, Decimal)> {
    let middle = part.low.checked_mul(Decimal::ONE_HUNDRED);
    let loose = |tenths: i64| middle.and_then(|m| m.checked_div(Decimal::from(tenths)));
    let exact = usize::from(part.modifier != Modifier::Exact);
    let (middle, by) = (middle?, loose(TENTHS[exact])?);
    let around = Span::exactly(middle).widened(by);
    // "more than half (62%)": how much more is not said.
    let open = match part.modifier {
        Modifier::Over | Modifier::AtLeast => Span {
            high: None,
            ..Span::exactly(middle).widened(Decimal::ONE)
        },
        Modifier::Under | Modifier::AtMost | Modifier::UpTo => Span {
            low: None,
            ..Span::exactly(middle).widened(Decimal::ONE)
        },
        _ => around,
    };
    // "one in ten (12%)": nobody is misled by a few points.
    let few = middle
        .checked_div(Decimal::from(4))
        .unwrap_or(Decimal::ZERO)
        .min(Decimal::from(POINTS));
    let step = few
        .checked_sub(by)
        .unwrap_or(Decimal::ZERO)
        .max(Decimal::ONE);
    Some((open, step))
}

/// Whether any whole number of so many makes that share.
pub(super) fn of_few(text: &Text<'_>, share: usize, whole: usize) -> Judged {
    let (share, whole) = (&text.quantities[share], &text.quantities[whole]);
    let parts = Span::of(share)
        .times(whole.low)
        .map(|many| many.checked_div(Decimal::ONE_HUNDRED));
    let (Some(low), Some(high)) = (parts.low, parts.high) else {
        return Judged::Unclear;
    };
    // Cut off instead of rounded: 6 of 7 is 85%.
    let high = high.max(
        last_digit(share)
            .checked_mul(whole.low)
            .and_then(|more| more.checked_div(Decimal::ONE_HUNDRED))
            .and_then(|more| low.checked_add(more + more / Decimal::TWO))
            .unwrap_or(high),
    );
    if low.ceil() <= high {
        Judged::Agrees
    } else {
        Judged::Conflict {
            nearly: false,
            gives: None,
        }
    }
}

/// "68% save; 32% do not": together no more than all. Some may not have said.
pub(super) fn rest(text: &Text<'_>, share: usize, other: usize) -> Judged {
    let (share, other) = (&text.quantities[share], &text.quantities[other]);
    let all = Span::exactly(Decimal::ONE_HUNDRED);
    let open = Span {
        low: None,
        ..all.minus(Span::of(share))
    };
    match fit(Span::of(other), open, last_digit(other)) {
        Fit::Within => Judged::Agrees,
        found => Judged::Conflict {
            nearly: found == Fit::Nearly,
            gives: Decimal::ONE_HUNDRED.checked_sub(share.low),
        },
    }
}

/// "bought 49% for $14m, valuing it at $29m": what was paid is the part of the value, or of the value and itself, where
/// that is told as it was before.
pub(super) fn stake(text: &Text<'_>, [share, price, value]: [usize; 3]) -> Judged {
    let [share, price, value] = [share, price, value].map(|i| &text.quantities[i]);
    let percent = |price: Span, value: Span| price.over(value).times(Decimal::ONE_HUNDRED);
    let (paid, whole, written) = (Span::of(price), Span::of(value), Span::of(share));
    let step = last_digit(share);
    let found = fit(written, percent(paid, whole), step).min(fit(
        written,
        percent(paid, paid.plus(whole)),
        step,
    ));
    match found {
        Fit::Within => Judged::Agrees,
        _ => Judged::Conflict {
            nearly: found == Fit::Nearly,
            gives: percent(Span::exactly(price.low), Span::exactly(value.low)).middle(),
        },
    }
}
