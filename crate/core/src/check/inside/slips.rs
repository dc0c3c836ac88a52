//! By which single slip a figure may have become what it is: a possibility, never a judgement.

use super::reckon::{Span, last_digit};
use crate::figures::{Decimal, Quantity};
use crate::report::OneSlip;

/// The slip that would turn what the others give into the figure as written.
pub(super) fn settles(figure: &Quantity, gives: Decimal) -> Option<OneSlip> {
    if figure.low != figure.high {
        return None;
    }
    let step = last_digit(figure);
    // Another figure of the same digits rounds where this one does.
    let near = |value: Option<Decimal>, step: Option<Decimal>| {
        let (Some(value), Some(step)) = (value, step) else {
            return false;
        };
        let Some(half) = step.checked_div(Decimal::TWO) else {
            return false;
        };
        let open = Span::exactly(value).widened(half);
        open.low.is_some_and(|low| low <= gives) && open.high.is_some_and(|high| gives <= high)
    };
    let scaled = |by: Decimal, up: bool| {
        let of = |value: Decimal| {
            if up {
                value.checked_mul(by)
            } else {
                value.checked_div(by)
            }
        };
        near(of(figure.low), of(step))
    };
    if scaled(Decimal::TEN, true) || scaled(Decimal::TEN, false) {
        return Some(OneSlip::DecimalPoint);
    }
    if scaled(Decimal::ONE_THOUSAND, true) || scaled(Decimal::ONE_THOUSAND, false) {
        return Some(OneSlip::Magnitude);
    }
    let any =
        |mut values: Vec<Decimal>| values.drain(..).any(|value| near(Some(value), Some(step)));
    if any(swapped(figure.low).collect()) {
        Some(OneSlip::DigitsSwapped)
    } else if any(doubled(figure.low)) {
        Some(OneSlip::DigitDoubled)
    } else {
        None
    }
}

/// A number with one of two equal neighbours less, or one of its digits twice, in every way.
fn doubled(value: Decimal) -> Vec<Decimal> {
    let digits = value.mantissa().unsigned_abs().to_string().into_bytes();
    let number = |digits: Vec<u8>| {
        let number: i128 = String::from_utf8(digits).ok()?.parse().ok()?;
        Decimal::try_from_i128_with_scale(number, value.scale()).ok()
    };
    let less = (1..digits.len()).filter(|&at| digits[at] == digits[at - 1] && digits.len() > 2);
    let less = less.map(|at| [&digits[..at], &digits[at + 1..]].concat());
    // Noughts at the end are the decimal point's.
    let more =
        (0..digits.len()).filter(|&at| digits.len() > 1 && digits[at..].iter().any(|d| *d != b'0'));
    let more = more.map(|at| [&digits[..=at], &digits[at..]].concat());
    less.chain(more).filter_map(number).collect()
}

/// A number with two neighbouring digits swapped, in every way.
fn swapped(value: Decimal) -> impl Iterator<Item = Decimal> {
    let digits: Vec<u8> = value.mantissa().unsigned_abs().to_string().into_bytes();
    let scale = value.scale();
    (1..digits.len()).filter_map(move |at| {
        let mut other = digits.clone();
        other.swap(at - 1, at);
        let text = String::from_utf8(other).ok()?;
        let number: i128 = text.parse().ok()?;
        let value = Decimal::try_from_i128_with_scale(number, scale).ok()?;
        (text.as_bytes() != digits).then_some(value)
    })
}
