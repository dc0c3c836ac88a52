//! Intervals of exact decimals: what a quantity as written can stand for.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bound {
    /// Where the interval ends.
    pub value: Decimal,
    /// Whether `value` itself belongs to it.
    pub closed: bool,
}

/// The exact values a quantity can stand for; `None` is unbounded on that side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Interval {
    /// The lower end.
    pub low: Option<Bound>,
    /// The upper end.
    pub high: Option<Bound>,
}

impl Interval {
    /// The half-open interval `[low, high)`: how a rounded figure stands for its values.
    pub fn half_open(low: Decimal, high: Decimal) -> Self {
        Self {
            low: Some(Bound {
                value: low,
                closed: true,
            }),
            high: Some(Bound {
                value: high,
                closed: false,
            }),
        }
    }

    /// The closed interval `[low, high]`.
    pub fn closed(low: Decimal, high: Decimal) -> Self {
        Self {
            low: Some(Bound {
                value: low,
                closed: true,
            }),
            high: Some(Bound {
                value: high,
                closed: true,
            }),
        }
    }

    /// The interval that holds `value` alone.
    pub fn exact(value: Decimal) -> Self {
        let bound = Some(Bound {
            value,
            closed: true,
        });
        Self {
            low: bound,
            high: bound,
        }
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(&self, other: &Self) -> Self {
        let end = |a: Option<Bound>, b: Option<Bound>, low: bool| {
            let (a, b) = (a?, b?);
            Some(match a.value.cmp(&b.value) {
                std::cmp::Ordering::Equal => Bound {
                    closed: a.closed || b.closed,
                    ..a
                },
                std::cmp::Ordering::Less if low => a,
                std::cmp::Ordering::Greater if !low => a,
                _ => b,
            })
        };
        Self {
            low: end(self.low, other.low, true),
            high: end(self.high, other.high, false),
        }
    }

    /// Whether the two share a value.
    pub fn meets(&self, other: &Self) -> bool {
        fn below(low: Option<Bound>, high: Option<Bound>) -> bool {
            match (low, high) {
                (Some(low), Some(high)) => {
                    low.value < high.value || (low.value == high.value && low.closed && high.closed)
                }
                _ => true,
            }
        }
        below(self.low, other.high) && below(other.low, self.high)
    }

    /// Whether `value` belongs to it.
    pub fn contains(&self, value: Decimal) -> bool {
        self.meets(&Self::exact(value))
    }
}
