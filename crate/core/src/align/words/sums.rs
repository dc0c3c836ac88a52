//! Sums and differences of two figures: a text may state one that its reference leaves to the reader.

use crate::figures::{Decimal, Interval};

/// How many figures of one sort may stand from one to the other for anybody to add them up.
const REACH: usize = 24;

/// How many sums are looked at for one of the right things.
const MOST: usize = 1024;

/// The sums and the differences of every two figures that stand near each other, ascending, each with the name of what
/// the two count; none where they count different things.
#[derive(Debug, Default)]
pub(super) struct Sums(Vec<(Decimal, Option<String>)>);

impl Sums {
    /// Of these values, which come in reading order, each with the name of what it counts, or none.
    pub(super) fn of<'v>(values: impl Iterator<Item = (Decimal, &'v str)>) -> Self {
        let values: Vec<(Decimal, &str)> = values.collect();
        let mut sums: Vec<(Decimal, Option<String>)> = values
            .iter()
            .enumerate()
            .flat_map(|(at, (a, counted))| {
                let others = values[at + 1..].iter().take(REACH);
                others.flat_map(move |(b, other)| {
                    // "nine children and two adults" are eleven of nothing that has a name here.
                    let counted = match (*counted, *other) {
                        (one, other) if one == other => Some(one),
                        ("", named) | (named, "") => Some(named),
                        _ => None,
                    };
                    // What is too large to be computed lies beyond every figure.
                    [a.checked_add(*b), a.checked_sub(*b), b.checked_sub(*a)]
                        .into_iter()
                        .flatten()
                        .map(move |sum| (sum, counted.map(str::to_owned)))
                })
            })
            .collect();
        crate::order::sort(&mut sums);
        sums.dedup();
        Self(sums)
    }

    /// Whether one of them, of what is `counted`, lies within an interval. An open one would hold nearly any, which
    /// says nothing.
    pub(super) fn within(&self, interval: &Interval, counted: &str) -> bool {
        let (Some(low), Some(high)) = (interval.low, interval.high) else {
            return false;
        };
        let first = self
            .0
            .partition_point(|(sum, _)| *sum < low.value || *sum == low.value && !low.closed);
        self.0[first..]
            .iter()
            .take(MOST)
            .take_while(|(sum, _)| *sum < high.value || *sum == high.value && high.closed)
            .any(|(_, other)| match other {
                Some(other) => are_alike(counted, other),
                None => counted.is_empty(),
            })
    }
}

/// Whether what is counted has the same name, or one of the two names nothing.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    one == other || one.is_empty() || other.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_differences_of_near_figures_lie_within() {
        let sums = Sums::of(
            [4180, 3150]
                .map(|n| (Decimal::from(n), "ticket"))
                .into_iter(),
        );
        for (low, high, expected) in [
            (7330, 7330, true),
            (1030, 1030, true),
            (7331, 9000, false),
            (-1030, -1000, true),
        ] {
            let interval = Interval::closed(Decimal::from(low), Decimal::from(high));
            assert_eq!(sums.within(&interval, ""), expected, "{low}…{high}");
        }
        let open = Interval {
            low: None,
            ..Interval::exact(Decimal::from(7330))
        };
        assert!(!sums.within(&open, ""));
        let total = Interval::exact(Decimal::from(7330));
        assert!(sums.within(&total, "ticket") && !sums.within(&total, "seat"));
        let below = Interval::half_open(Decimal::from(7000), Decimal::from(7330));
        assert!(!sums.within(&below, ""));
    }

    #[test]
    fn what_is_too_large_is_left_out() {
        let sums = Sums::of([(Decimal::MAX, ""), (Decimal::MAX, "")].into_iter());
        assert!(sums.within(&Interval::exact(Decimal::ZERO), ""));
        assert!(!sums.within(&Interval::exact(Decimal::ONE), ""));
    }
}
