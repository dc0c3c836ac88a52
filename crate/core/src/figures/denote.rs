//! What a number as written can stand for: rounding of its digits, opened or widened by its modifier.
//!
//! The rules, with 14.3 billion and 14 billion for examples:
//!
//! - A figure stands for everything that rounds to it: `[14.25, 14.35)`, `[13.5, 14.5)`. A whole number without
//!   magnitude may have been rounded at its trailing zeros, but two digits always count: 1,500 is
//!   `[1450, 1550)`, 1,000 is `[950, 1050)`. Counts below a hundred, ages, years, ranks and scores are exact.
//! - The *spread* of a figure is one unit of its last digit where it has three digits or more, else 5 % of it and
//!   at least half a unit: 0.1 for 14.3, 0.7 for 14.
//! - about X: the rounding interval and X ± spread. nearly X: `[X − spread, X)`. over X: `(X, ∞)`, but X itself
//!   where its digits are rounded: `[X, ∞)`. at least X: `[X, ∞)`. under X: `(−∞, X)`. at most, up to X: `(−∞, X]`.
//!   A date is no number: its days are kept beside it.
//! - A part in words ("a third") stands for ± 5 % of itself. A range goes from the low end's low to the high end's high.

use crate::figures::exact::Exact;
use crate::figures::interval::{Bound, Interval};
use crate::figures::number::{Form, Numeral};
use crate::figures::quantity::Kind;
use crate::lexicon::Modifier;
use rust_decimal::Decimal;

/// The power of ten of the last digit that counts.
fn last_place(numeral: &Numeral, kind: Kind) -> i32 {
    let whole = match numeral.form {
        Form::Digits => numeral.power == 0 && numeral.place >= 0,
        // "a thousand" is 1,000.
        Form::Words => numeral.power < 6 && numeral.value.fract().is_zero(),
        _ => false,
    };
    if !whole || kind == Kind::Percent || numeral.value < Decimal::ONE_HUNDRED {
        return numeral.place;
    }
    // Trailing zeros may be rounding; two digits always count.
    let value = numeral.value.normalize();
    let mut rest = if value.scale() == 0 {
        value.mantissa()
    } else {
        1
    };
    let mut zeros = 0;
    while rest > i128::from(u64::MAX) {
        if rest % 10 != 0 {
            return zeros;
        }
        rest /= 10;
        zeros += 1;
    }
    // Half as wide, it is divided many times faster.
    let mut rest = u64::try_from(rest).unwrap_or(0);
    while rest >= 10 && rest % 10 == 0 {
        rest /= 10;
        zeros += 1;
    }
    if rest < 10 { zeros - 1 } else { zeros }
}

/// `digit` times ten to the power of `place`.
fn at_place(digit: i64, place: i32) -> Option<Decimal> {
    if place >= 0 {
        let power = 10i64.checked_pow(u32::try_from(place).ok()?);
        if let Some(value) = power.and_then(|power| power.checked_mul(digit)) {
            return Some(Decimal::from(value));
        }
        let value =
            i128::from(digit).checked_mul(10i128.checked_pow(u32::try_from(place).ok()?)?)?;
        Decimal::try_from_i128_with_scale(value, 0).ok()
    } else {
        Decimal::try_new(digit, u32::try_from(-place).ok()?).ok()
    }
}

/// "his twenties", "the 1990s": ten years.
fn decade(value: Decimal, numeral: &Numeral) -> Option<Interval> {
    (numeral.form == Form::Decade)
        .then(|| Some(Interval::half_open(value, value.plus(Decimal::TEN)?)))?
}

fn exact_kind(kind: Kind, numeral: &Numeral) -> bool {
    match kind {
        Kind::Age | Kind::Year | Kind::Date | Kind::Ordinal | Kind::Multiple | Kind::Score => true,
        Kind::Count | Kind::Number | Kind::Duration => {
            numeral.power == 0 && numeral.place >= 0 && numeral.value < Decimal::ONE_HUNDRED
        }
        _ => false,
    }
}

/// Five per cent of a value.
fn twentieth(value: Decimal) -> Option<Decimal> {
    value.abs().over(Decimal::from(20))
}

/// Everything that rounds to a value.
fn rounding(value: Decimal, numeral: &Numeral, kind: Kind) -> Option<Interval> {
    if numeral.form == Form::Fraction {
        let part = twentieth(value)?;
        return Some(Interval::half_open(value.minus(part)?, value.plus(part)?));
    }
    if let Some(years) = decade(value, numeral) {
        return Some(years);
    }
    if exact_kind(kind, numeral) {
        return Some(Interval::exact(value));
    }
    let half = at_place(5, last_place(numeral, kind) - 1)?;
    Some(Interval::half_open(value.minus(half)?, value.plus(half)?))
}

/// How far from a value its hedges reach.
fn spread(value: Decimal, numeral: &Numeral, kind: Kind) -> Option<Decimal> {
    match numeral.form {
        Form::Fraction => twentieth(value),
        Form::Decade => Some(Decimal::ONE),
        _ if numeral.digits > 2 => at_place(1, last_place(numeral, kind)),
        _ => Some(twentieth(value)?.max(at_place(5, last_place(numeral, kind) - 1)?)),
    }
}

/// What the figure from `low` to `high` stands for by its number alone.
pub(super) fn rounded(
    low: (Decimal, &Numeral),
    high: (Decimal, &Numeral),
    kind: Kind,
) -> Option<Interval> {
    if kind == Kind::Date {
        return Some(Interval::default());
    }
    if low.1.form == Form::Vague {
        return Some(Interval::closed(low.0, high.0));
    }
    let rounding_low = rounding(low.0, low.1, kind)?;
    // Most figures are one number.
    let written = |of: &Numeral| (of.form, of.power, of.place);
    if written(low.1) == written(high.1) && low.0 == high.0 && low.1.value == high.1.value {
        return Some(rounding_low);
    }
    Some(Interval {
        low: rounding_low.low,
        high: rounding(high.0, high.1, kind)?.high,
    })
}

/// What the figure from `low` to `high` (the values with their sign) stands for, which is `rounded` by its number alone.
pub(super) fn denote(
    low: (Decimal, &Numeral),
    high: (Decimal, &Numeral),
    kind: Kind,
    modifier: Modifier,
    rounded: Interval,
) -> Option<Interval> {
    let open = |value| {
        Some(Bound {
            value,
            closed: false,
        })
    };
    let closed = |value| {
        Some(Bound {
            value,
            closed: true,
        })
    };
    if kind == Kind::Date {
        return Some(Interval::default());
    }
    // Digits that are exact keep their end open: "over 50 people" is 51 at least.
    let exact = exact_kind(kind, low.1);
    Some(match modifier {
        Modifier::Exact | Modifier::About => {
            if modifier == Modifier::Exact {
                rounded
            } else {
                rounded.hull(&Interval::closed(
                    low.0.minus(spread(low.0, low.1, kind)?)?,
                    high.0.plus(spread(high.0, high.1, kind)?)?,
                ))
            }
        }
        Modifier::Nearly => Interval {
            low: closed(low.0.minus(spread(low.0, low.1, kind)?)?),
            high: open(high.0),
        },
        Modifier::Over if exact => Interval {
            low: open(low.0),
            high: None,
        },
        Modifier::Over | Modifier::AtLeast => Interval {
            low: closed(low.0),
            high: None,
        },
        Modifier::Under => Interval {
            low: None,
            high: open(high.0),
        },
        Modifier::AtMost | Modifier::UpTo => Interval {
            low: None,
            high: closed(high.0),
        },
    })
}
