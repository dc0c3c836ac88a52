//! Arithmetic with intervals, and the one place that says whether a figure is within what the others leave open.

use crate::figures::{Bound, Decimal, Interval, Modifier, Quantity};

/// What an amount can be: between two values, either of which may be open. Both ends count; that is never the
/// stricter reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) low: Option<Decimal>,
    pub(super) high: Option<Decimal>,
}

impl Span {
    pub(super) fn new(low: Decimal, high: Decimal) -> Self {
        Self {
            low: Some(low),
            high: Some(high),
        }
    }

    pub(super) fn exactly(value: Decimal) -> Self {
        Self::new(value, value)
    }

    /// What a figure can stand for as it is written, hedge included.
    pub(super) fn of(figure: &Quantity) -> Self {
        let written = Self::from(figure.interval);
        // "nearly 14" is no claim against 14.1, and hedges are used loosely.
        if matches!(figure.modifier, Modifier::Nearly | Modifier::About) {
            written.hull(Self::from(figure.rounding))
        } else {
            written
        }
    }

    pub(super) fn hull(self, other: Self) -> Self {
        Self {
            low: self.low.zip(other.low).map(|(a, b)| a.min(b)),
            high: self.high.zip(other.high).map(|(a, b)| a.max(b)),
        }
    }

    /// So much more at both ends.
    pub(super) fn widened(self, by: Decimal) -> Self {
        Self {
            low: self.low.and_then(|low| low.checked_sub(by)),
            high: self.high.and_then(|high| high.checked_add(by)),
        }
    }

    pub(super) fn map(self, by: impl Fn(Decimal) -> Option<Decimal>) -> Self {
        Self {
            low: self.low.and_then(&by),
            high: self.high.and_then(&by),
        }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            low: (self.low.zip(other.low)).and_then(|(a, b)| a.checked_add(b)),
            high: (self.high.zip(other.high)).and_then(|(a, b)| a.checked_add(b)),
        }
    }

    pub(super) fn negated(self) -> Self {
        Self {
            low: self.high.map(|high| -high),
            high: self.low.map(|low| -low),
        }
    }

    pub(super) fn minus(self, other: Self) -> Self {
        self.plus(other.negated())
    }

    /// One amount over another; both are positive.
    pub(super) fn over(self, other: Self) -> Self {
        let divide = |a: Option<Decimal>, b: Option<Decimal>| {
            a.zip(b)
                .filter(|(_, b)| *b > Decimal::ZERO)
                .and_then(|(a, b)| a.checked_div(b))
        };
        Self {
            low: divide(self.low, other.high),
            high: divide(self.high, other.low),
        }
    }

    /// So many times the other; both are positive.
    pub(super) fn each(self, other: Self) -> Self {
        let multiply = |(a, b): (Decimal, Decimal)| a.checked_mul(b);
        Self {
            low: self.low.zip(other.low).and_then(multiply),
            high: self.high.zip(other.high).and_then(multiply),
        }
    }

    pub(super) fn times(self, factor: Decimal) -> Self {
        self.map(|value| value.checked_mul(factor))
    }

    /// The value in the middle, where both ends are known.
    pub(super) fn middle(self) -> Option<Decimal> {
        let (low, high) = self.low.zip(self.high)?;
        low.checked_add(high)?.checked_div(Decimal::TWO)
    }
}

impl From<Interval> for Span {
    fn from(interval: Interval) -> Self {
        let value = |bound: Option<Bound>| bound.map(|bound| bound.value);
        Self {
            low: value(interval.low),
            high: value(interval.high),
        }
    }
}

/// How a figure stands to what the others leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It is within.
    Within,
    /// It is outside by no more than a step.
    Nearly,
    /// It is outside.
    Outside,
}

/// The one place where the figures of an article meet: how what is written stands to what the others leave open,
/// where so much as `step` may be a last digit.
pub(super) fn fit(written: Span, open: Span, step: Decimal) -> Fit {
    let gap = |low: Option<Decimal>, high: Option<Decimal>| {
        low.zip(high)
            .and_then(|(low, high)| low.checked_sub(high))
            .unwrap_or(Decimal::MIN)
    };
    let gap = gap(written.low, open.high).max(gap(open.low, written.high));
    if gap <= Decimal::ZERO {
        Fit::Within
    } else if gap <= step {
        Fit::Nearly
    } else {
        Fit::Outside
    }
}

/// The unit of a figure's last digit, as far as its rounding shows it.
pub(super) fn last_digit(figure: &Quantity) -> Decimal {
    let rounding = Span::from(figure.rounding);
    let width = (rounding.low.zip(rounding.high)).and_then(|(low, high)| high.checked_sub(low));
    let width = width.unwrap_or(Decimal::ZERO);
    if figure.low == figure.high && width > Decimal::ZERO {
        width
    } else {
        Decimal::ONE
    }
}
