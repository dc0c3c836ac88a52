//! Sums and differences of two figures: a text may state one that its reference leaves to the reader.

use crate::figures::{Decimal, Interval};

/// Whether the sum or the difference of two of the values, which ascend, lies within the interval.
pub(super) fn of_two(values: &[Decimal], interval: &Interval) -> bool {
    let is = |value: Option<Decimal>| value.is_some_and(|v| interval.contains(v));
    // The first that comes into reach decides; a value is no pair with itself.
    let other = |first: usize, at: usize| values.get(if first == at { first + 1 } else { first });
    values.iter().enumerate().any(|(at, a)| {
        let sum = |b: &Decimal| a.checked_add(*b);
        let difference = |b: &Decimal| a.checked_sub(*b);
        // What is too large to be computed lies beyond every figure, on the side that b drives it to.
        let low = values.partition_point(|b| {
            sum(b).map_or(b.is_sign_negative(), |sum| is_below(sum, interval))
        });
        let high = values.partition_point(|b| {
            difference(b).map_or(b.is_sign_negative(), |left| is_above(left, interval))
        });
        is(other(low, at).and_then(sum)) || is(other(high, at).and_then(difference))
    })
}

fn is_below(value: Decimal, interval: &Interval) -> bool {
    interval
        .low
        .is_some_and(|low| value < low.value || value == low.value && !low.closed)
}

fn is_above(value: Decimal, interval: &Interval) -> bool {
    interval
        .high
        .is_some_and(|high| value > high.value || value == high.value && !high.closed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::Bound;
    use proptest::prelude::*;

    /// What it must say, pair by pair.
    fn of_any_pair(values: &[Decimal], interval: &Interval) -> bool {
        let is = |value: Option<Decimal>| value.is_some_and(|v| interval.contains(v));
        values.iter().enumerate().any(|(i, a)| {
            values[i + 1..]
                .iter()
                .any(|b| is(a.checked_add(*b)) || is(a.checked_sub(*b)) || is(b.checked_sub(*a)))
        })
    }

    fn value() -> impl Strategy<Value = Decimal> {
        prop_oneof![
            9 => (-12_i64..40).prop_map(Decimal::from),
            1 => prop::sample::select(vec![Decimal::MAX, Decimal::MIN]),
        ]
    }

    fn bound() -> impl Strategy<Value = Option<Bound>> {
        prop::option::weighted(
            0.9,
            (value(), any::<bool>()).prop_map(|(value, closed)| Bound { value, closed }),
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_first_in_reach_tells_what_every_pair_would(
            mut values in prop::collection::vec(value(), 0..7),
            low in bound(),
            high in bound(),
        ) {
            values.sort_unstable();
            let interval = Interval { low, high };
            prop_assert_eq!(of_two(&values, &interval), of_any_pair(&values, &interval));
        }
    }
}
