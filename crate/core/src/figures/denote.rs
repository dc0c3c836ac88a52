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
//! - A part in words ("a third") stands for ± 5 % of itself. A range goes from the low end's low to the high end's high.

use super::interval::{Bound, Interval};
use super::numeral::{Form, Numeral, ten};
use super::quantity::{Kind, Modifier};
use rust_decimal::Decimal;

/// One unit of the last digit that counts.
fn unit(numeral: &Numeral, kind: Kind) -> Option<Decimal> {
    let mut place = numeral.place;
    let whole = numeral.power == 0 && place >= 0 && numeral.form == Form::Digits;
    if whole && numeral.value >= Decimal::ONE_HUNDRED && kind != Kind::Percent {
        // Trailing zeros may be rounding; two digits always count.
        let mut rest = numeral.value;
        let mut zeros = 0;
        while zeros < 24 && (rest % Decimal::TEN).is_zero() {
            rest = rest.checked_div(Decimal::TEN)?;
            zeros += 1;
        }
        place = if rest < Decimal::TEN {
            zeros - 1
        } else {
            zeros
        };
    }
    if place >= 0 {
        ten(u32::try_from(place).ok()?)
    } else {
        Decimal::try_from_i128_with_scale(1, u32::try_from(-place).ok()?).ok()
    }
}

/// "his twenties", "the 1990s": ten years.
fn decade(value: Decimal, numeral: &Numeral) -> Option<Interval> {
    (numeral.form == Form::Decade)
        .then(|| Some(Interval::half_open(value, value.checked_add(Decimal::TEN)?)))?
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

/// The rounding interval and the spread of a value.
fn rounding(value: Decimal, numeral: &Numeral, kind: Kind) -> Option<(Interval, Decimal)> {
    let five = value.abs().checked_div(Decimal::from(20))?;
    if numeral.form == Form::Fraction {
        return Some((
            Interval::half_open(value.checked_sub(five)?, value.checked_add(five)?),
            five,
        ));
    }
    if let Some(years) = decade(value, numeral) {
        return Some((years, Decimal::ONE));
    }
    let unit = unit(numeral, kind)?;
    let half = unit.checked_div(Decimal::TWO)?;
    let spread = if numeral.digits > 2 {
        unit
    } else {
        five.max(half)
    };
    if exact_kind(kind, numeral) {
        return Some((Interval::exact(value), spread));
    }
    Some((
        Interval::half_open(value.checked_sub(half)?, value.checked_add(half)?),
        spread,
    ))
}

/// What the figure from `low` to `high` (the values with their sign) stands for.
pub(super) fn denote(
    low: (Decimal, &Numeral),
    high: (Decimal, &Numeral),
    kind: Kind,
    modifier: Modifier,
) -> Option<Interval> {
    let vague = low.1.form == Form::Vague;
    let (low_round, low_spread) = rounding(low.0, low.1, kind)?;
    let (high_round, high_spread) = rounding(high.0, high.1, kind)?;
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
    let rounded = if vague {
        Interval {
            low: closed(low.0),
            high: closed(high.0),
        }
    } else {
        Interval {
            low: low_round.low,
            high: high_round.high,
        }
    };
    // Digits that are exact keep their end open: "over 50 people" is 51 at least.
    let exact = exact_kind(kind, low.1);
    Some(match modifier {
        Modifier::Exact => rounded,
        Modifier::About => Interval {
            low: wider(rounded.low, low.0.checked_sub(low_spread)?, true),
            high: wider(rounded.high, high.0.checked_add(high_spread)?, false),
        },
        Modifier::Nearly => Interval {
            low: closed(low.0.checked_sub(low_spread)?),
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

fn wider(bound: Option<Bound>, value: Decimal, low: bool) -> Option<Bound> {
    bound.map(|bound| {
        let beyond = if low {
            value <= bound.value
        } else {
            value >= bound.value
        };
        if beyond {
            Bound {
                value,
                closed: true,
            }
        } else {
            bound
        }
    })
}
