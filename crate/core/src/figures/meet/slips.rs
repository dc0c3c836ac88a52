//! By which slip one figure may have become another.

use super::same_measure;
use crate::figures::{Bound, Interval, Quantity};
use rust_decimal::Decimal;

/// By what a value was most likely garbled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// The decimal point is one place off: 1.48 for 14.8.
    DecimalPoint,
    /// Million for billion, or the like.
    Magnitude,
    /// Two digits are swapped: 41.3 for 14.3.
    DigitsSwapped,
}

/// The factors by which a figure is off when its decimal point or magnitude word slips.
const SHIFTS: [(i64, Slip); 2] = [(10, Slip::DecimalPoint), (1000, Slip::Magnitude)];

/// The slip that turns `meant` into `written`, if one does.
pub fn slip_between(written: &Quantity, meant: &Quantity) -> Option<Slip> {
    if !same_measure(written, meant) || meant.low.is_zero() {
        return None;
    }
    for (factor, slip) in SHIFTS {
        let factor = Decimal::from(factor);
        if times(written.interval, factor).is_some_and(|i| i.contains(meant.low))
            || times(meant.interval, factor).is_some_and(|i| i.contains(written.low))
        {
            return Some(slip);
        }
    }
    swapped(written.low, meant.low).then_some(Slip::DigitsSwapped)
}

fn times(interval: Interval, factor: Decimal) -> Option<Interval> {
    let scaled = |bound: Option<Bound>| match bound {
        None => Some(None),
        Some(b) => Some(Some(Bound {
            value: b.value.checked_mul(factor)?,
            ..b
        })),
    };
    // An open side would make any value fit.
    if interval.low.is_none() || interval.high.is_none() {
        return None;
    }
    Some(Interval {
        low: scaled(interval.low)?,
        high: scaled(interval.high)?,
    })
}

/// Whether the two have the same digits with two neighbours swapped, at the same magnitude.
fn swapped(a: Decimal, b: Decimal) -> bool {
    let (a_digits, b_digits) = (digits(a), digits(b));
    let same_size =
        |a: Decimal, b: Decimal| a.trunc().to_string().len() == b.trunc().to_string().len();
    if a_digits.len() != b_digits.len() || a_digits.len() < 2 || !same_size(a, b) {
        return false;
    }
    let differ: Vec<usize> = (0..a_digits.len())
        .filter(|&i| a_digits.as_bytes()[i] != b_digits.as_bytes()[i])
        .collect();
    matches!(differ[..], [i, j] if j == i + 1
        && a_digits.as_bytes()[i] == b_digits.as_bytes()[j]
        && a_digits.as_bytes()[j] == b_digits.as_bytes()[i])
}

/// The digits of a number without sign, point and zeros at its end: "148" for 1.48 and for 14,800.
fn digits(value: Decimal) -> String {
    let digits = value.normalize().abs().mantissa().to_string();
    digits.trim_end_matches('0').to_owned()
}

/// Whether the one has the digits of the other in another order, at the same magnitude, and at least so many of them
/// differ from one another: 1,402 and 1,204.
pub fn are_anagrams(a: &Quantity, b: &Quantity, fewest: usize) -> bool {
    let whole = |q: &Quantity| q.low == q.high;
    let place = |value: Decimal| value.trunc().to_string().len();
    if !whole(a) || !whole(b) || a.low == b.low || place(a.low) != place(b.low) {
        return false;
    }
    let sorted = |value: Decimal| {
        let mut digits = digits(value).into_bytes();
        crate::order::sort(&mut digits);
        digits
    };
    let (ours, theirs) = (sorted(a.low), sorted(b.low));
    let mut different = ours.clone();
    different.dedup();
    ours == theirs && different.len() >= fewest
}

/// Whether two figures are written with the same digits, wherever their point stands.
pub fn same_digits(a: &Quantity, b: &Quantity) -> bool {
    digits(a.low) == digits(b.low)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::read;
    use crate::language::Language;
    use crate::text::tokens;

    #[test]
    fn slips_are_named() {
        for (written, meant, slip) in [
            ("$1.48 billion", "$14.8 billion", Some(Slip::DecimalPoint)),
            ("$14.3 million", "$14.3 billion", Some(Slip::Magnitude)),
            ("$41.3 billion", "$14.3 billion", Some(Slip::DigitsSwapped)),
            ("$15 billion", "$14.3 billion", None),
            ("€1.48 billion", "$14.8 billion", None),
        ] {
            let lexicon = Language::english().lexicon();
            let read = |text| read(lexicon, text, &tokens(text)).pop().expect("a figure");
            assert_eq!(
                slip_between(&read(written), &read(meant)),
                slip,
                "{written} for {meant}"
            );
        }
    }
}
