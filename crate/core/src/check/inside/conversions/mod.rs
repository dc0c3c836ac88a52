//! "20 miles (32 km)": an amount in two units.

mod units;

use super::reckon::{Fit, Span, fit};
use super::{Judged, Text};
use crate::figures::{Decimal, Kind, Quantity, Unit};
use crate::lexicon::named;
use std::borrow::Cow;
use units::{Factor, factors};

/// Amounts of one digit are rounded as kitchens and roads do: there a twentieth off is nobody's mistake.
const A_TWENTIETH: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

pub(super) fn judge(text: &Text<'_>, one: usize, two: usize) -> Judged {
    let (one, two) = (&text.quantities[one], &text.quantities[two]);
    let (Some(from), Some(to)) = (name(one), name(two)) else {
        return Judged::Unclear;
    };
    let ways = ways(one, two, &from, &to, text);
    let mut best: Option<(Fit, Option<Decimal>)> = None;
    for way in &ways {
        let Some(found) = meet(one, two, *way) else {
            return Judged::Unclear;
        };
        if best.is_none_or(|(fit, _)| found < fit) {
            best = Some((found, way.of(one.low)));
        }
    }
    match best {
        None => Judged::Unclear,
        Some((Fit::Outside, gives)) => Judged::Conflict {
            nearly: false,
            gives,
        },
        Some(_) => Judged::Agrees,
    }
}

/// Whether the two would be one amount with their units swapped: "30 metres (9 feet)".
pub(super) fn fits_swapped(text: &Text<'_>, one: usize, two: usize) -> bool {
    let (one, two) = (&text.quantities[one], &text.quantities[two]);
    let (Some(from), Some(to)) = (name(two), name(one)) else {
        return false;
    };
    one.kind == Kind::Dimension
        && ways(one, two, &from, &to, text)
            .into_iter()
            .any(|way| meet(one, two, way) == Some(Fit::Within))
}

/// The unit by its name, with what it is a rate of.
fn name(figure: &Quantity) -> Option<Cow<'_, str>> {
    let Unit::Named(name) = &figure.unit else {
        return None;
    };
    Some(Cow::Borrowed(name))
}

/// How one amount becomes another: times a factor, then so much more.
#[derive(Debug, Clone, Copy)]
struct Way {
    factor: Factor,
    more: Decimal,
}

impl Way {
    fn of(self, value: Decimal) -> Option<Decimal> {
        self.factor.of(value)?.checked_add(self.more)
    }
}

fn ways(one: &Quantity, two: &Quantity, from: &str, to: &str, text: &Text<'_>) -> Vec<Way> {
    if one.kind == Kind::Temperature {
        return degrees(from, to);
    }
    // "60 miles (97 km) an hour": the rate may be said once.
    if one.per.is_some() && two.per.is_some() && one.per != two.per {
        return Vec::new();
    }
    let lexicon = text.language.lexicon();
    let mut found = factors(lexicon, from, to);
    // "10m (16 km)": the letter stands for miles as well.
    for (figure, other, first) in [(one, to, true), (two, from, false)] {
        if text.quote(figure).ends_with('m')
            && name(figure).is_some_and(|name| name == named::METRE)
        {
            found.extend(if first {
                factors(lexicon, named::MILE, other)
            } else {
                factors(lexicon, other, named::MILE)
            });
        }
    }
    (found.into_iter())
        .map(|factor| Way {
            factor,
            more: Decimal::ZERO,
        })
        .collect()
}

/// Degrees as temperatures, and as differences of them: "2 C (3.6 F) warmer".
fn degrees(from: &str, to: &str) -> Vec<Way> {
    let whole = |n: i64| Decimal::from(n);
    let way = |over: i64, under: i64, more: Decimal| Way {
        factor: Factor {
            over: whole(over),
            under: whole(under),
        },
        more,
    };
    // Absolute zero is −273.15 °C.
    let kelvin = Decimal::new(27_315, 2);
    let zero = Decimal::ZERO;
    match (from, to) {
        (named::CELSIUS, named::FAHRENHEIT) => vec![way(9, 5, whole(32)), way(9, 5, zero)],
        (named::FAHRENHEIT, named::CELSIUS) => {
            let more = Decimal::new(-160, 0).checked_div(whole(9)).unwrap_or(zero);
            vec![way(5, 9, more), way(5, 9, zero)]
        }
        (named::CELSIUS, named::KELVIN) => vec![way(1, 1, kelvin), way(1, 1, zero)],
        (named::KELVIN, named::CELSIUS) => vec![way(1, 1, -kelvin), way(1, 1, zero)],
        _ => Vec::new(),
    }
}

/// Whether the two can be one amount, end by end where both are ranges.
fn meet(one: &Quantity, two: &Quantity, way: Way) -> Option<Fit> {
    let ranges = one.low != one.high && two.low != two.high;
    let ends = if ranges {
        vec![(one.low, two.low), (one.high, two.high)]
    } else if one.low == one.high && two.low == two.high {
        vec![(one.low, two.low)]
    } else {
        return Some(Fit::Within);
    };
    let mut worst = Fit::Within;
    for (from, to) in ends {
        let given = rounded(one, from)?.map(|value| way.of(value));
        let told = rounded(two, to)?;
        let digits = step(two, to)?.max(way.factor.of(step(one, from)?)?.abs());
        let rough =
            one.kind != Kind::Temperature && (one_digit(from).is_some() || one_digit(to).is_some());
        let step = if rough {
            let middle = way.of(from)?.abs().max(to.abs());
            digits.max(middle.checked_mul(A_TWENTIETH)?)
        } else {
            digits
        };
        worst = worst.max(fit(told, given, step));
    }
    Some(worst)
}

/// The place of its only digit that is not zero: 10 of 30, 1 of 8; none where it has more of them.
fn one_digit(value: Decimal) -> Option<Decimal> {
    let mut rest = value.normalize().mantissa().unsigned_abs();
    let mut place = Decimal::ONE;
    while rest >= 10 && rest.is_multiple_of(10) {
        rest /= 10;
        place = place.checked_mul(Decimal::TEN)?;
    }
    (rest < 10).then_some(place)
}

/// The last digit of one end.
fn step(figure: &Quantity, value: Decimal) -> Option<Decimal> {
    let span = rounded(figure, value)?;
    let (low, high) = (span.low?, span.high?);
    high.checked_sub(low)?.checked_div(Decimal::TWO)
}

/// What an amount stands for where it is converted. A round number may be round to the nearest quarter of its first
/// digit, but to no more than a tenth: 30 miles, 50 km.
fn rounded(figure: &Quantity, value: Decimal) -> Option<Span> {
    let half = {
        let rounding = Span::from(figure.rounding);
        let (low, high) = (rounding.low?, rounding.high?);
        let width = high
            .checked_sub(low)?
            .checked_sub(figure.high.checked_sub(figure.low)?)?;
        width.checked_div(Decimal::TWO)?
    };
    let loose = match one_digit(value) {
        Some(place) if place >= Decimal::TEN => {
            (place / Decimal::from(4)).min(value.abs() / Decimal::TEN)
        }
        _ => Decimal::ZERO,
    };
    let half = half.max(loose).max(lesser(figure, value));
    Some(
        Span::exactly(value)
            .widened(half)
            .hull(hedged(figure, value)?),
    )
}

/// Half of the lesser unit that an amount is told in: an inch of 5 ft 11 in, a pound of 9 st 4 lb.
fn lesser(figure: &Quantity, value: Decimal) -> Decimal {
    let parts = match name(figure).as_deref() {
        Some(named::FOOT) => 12,
        Some(named::STONE) => 14,
        Some(named::POUND_MASS) => 16,
        _ => return Decimal::ZERO,
    };
    if value.is_integer() {
        return Decimal::ZERO;
    }
    let Some(many) = value.checked_mul(Decimal::from(parts)) else {
        return Decimal::ZERO;
    };
    let whole = (many - many.round()).abs() < Decimal::new(1, 6);
    if whole {
        Decimal::ONE / Decimal::from(2 * parts)
    } else {
        Decimal::ZERO
    }
}

/// With a hedge on both sides it stands for more.
fn hedged(figure: &Quantity, value: Decimal) -> Option<Span> {
    use crate::figures::Modifier;
    if !matches!(figure.modifier, Modifier::About | Modifier::Nearly) || figure.low != figure.high {
        return Some(Span::exactly(value));
    }
    let span = Span::of(figure);
    Some(Span::new(span.low?, span.high?))
}
