//! Two conversions of the same pair of currencies in one article: their rates.

use super::Place;
use super::reckon::Span;
use crate::figures::{Decimal, Quantity, Unit};

/// Rates move: what lies so far apart was not converted on days of one story. In parts of a hundred.
const APART: Decimal = Decimal::from_parts(112, 0, 0, false, 2);

/// What a figure of few digits can be that was converted into many: a twentieth more or less.
const A_TWENTIETH: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
/// Currencies whose rates among one another move little in a year.
const STEADY: [&str; 12] = [
    "USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "JPY", "CNY", "SGD", "HKD", "DKK",
];

/// A conversion of money.
#[derive(Debug, Clone)]
pub(super) struct Converted {
    /// The currencies, in the order of their codes.
    pair: [String; 2],
    rate: Span,
    /// The amounts of the two currencies, in that order.
    amounts: [Decimal; 2],
    /// Whether the first place has the first of the currencies.
    in_order: bool,
    pub(super) places: [Place; 2],
}

impl Converted {
    /// The rate of two amounts that are one; none where it is open.
    pub(super) fn of(one: (&Quantity, Place), two: (&Quantity, Place)) -> Option<Self> {
        let code = |figure: &Quantity| match &figure.unit {
            Unit::Currency(code) => Some(code.to_string()),
            _ => None,
        };
        let (a, b) = (code(one.0)?, code(two.0)?);
        let single = |figure: &Quantity| figure.low == figure.high && figure.low > Decimal::ZERO;
        let steady = |code: &String| STEADY.contains(&code.as_str());
        if a == b
            || !steady(&a)
            || !steady(&b)
            || !single(one.0)
            || !single(two.0)
            || one.0.per.is_some() != two.0.per.is_some() && two.0.per.is_some()
        {
            return None;
        }
        let places = [one.1, two.1];
        let (upper, lower) = if a < b {
            (one.0, two.0)
        } else {
            (two.0, one.0)
        };
        let rate = written(upper, lower).over(written(lower, upper));
        rate.low.zip(rate.high)?;
        let in_order = a < b;
        let pair = if a < b { [a, b] } else { [b, a] };
        Some(Self {
            pair,
            rate,
            amounts: [upper.low, lower.low],
            in_order,
            places,
        })
    }

    /// The currency of the second amount.
    pub(super) fn unit(&self) -> Unit {
        let [one, two] = &self.pair;
        let code = if self.in_order { two } else { one };
        Unit::Currency(code.clone().into())
    }

    /// What the second amount would be at the rate of the other conversion.
    pub(super) fn at_rate_of(&self, other: &Self) -> Option<Decimal> {
        let [upper, lower] = other.amounts;
        let [a, b] = self.amounts;
        if self.in_order {
            a.checked_mul(lower)?.checked_div(upper)
        } else {
            b.checked_mul(upper)?.checked_div(lower)
        }
    }

    /// Whether the two are of one pair of currencies.
    pub(super) fn comparable(&self, other: &Self) -> bool {
        self.pair == other.pair
    }

    /// Whether the two cannot have been converted on days of one story.
    pub(super) fn differs(&self, other: &Self) -> bool {
        let beyond = |low: Option<Decimal>, high: Option<Decimal>| {
            low.zip(high)
                .is_some_and(|(low, high)| high.checked_mul(APART).is_some_and(|far| low > far))
        };
        self.comparable(other)
            && (beyond(self.rate.low, other.rate.high) || beyond(other.rate.low, self.rate.high))
    }
}

/// What an amount can be beside the one it was converted into or from. Whoever writes "$2bn (£1.48bn)" converted the
/// digits as written.
fn written(figure: &Quantity, other: &Quantity) -> Span {
    let span = Span::of(figure);
    if figure.digits + 2 > other.digits {
        return span;
    }
    let by = figure.low.checked_mul(A_TWENTIETH).unwrap_or_default();
    let close = Span::exactly(figure.low).widened(by);
    Span {
        low: span.low.max(close.low),
        high: span.high.min(close.high),
    }
}
