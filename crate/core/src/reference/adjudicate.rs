//! How far each statement counts, computed from the statements themselves.
//!
//! A statement that stands alone, of another size than what several sources say, and that becomes
//! another source's value when its decimal point or its magnitude word is shifted, is a slip: it is
//! kept and shown, but it supports nothing.

use super::{Cell, ReadStatement, Reference};
use crate::figures::{Decimal, Interval, Kind, Quantity, Unit};

/// How far a statement counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    /// As evidence.
    Normal,
    /// As a slip of its source; not as evidence.
    Slip(Slip),
    /// Only supposed by its source; not as evidence.
    Hypothetical,
}

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
pub(crate) fn slip_between(written: &Quantity, meant: &Quantity) -> Option<Slip> {
    if !written.unit.same_measure(&meant.unit) || meant.low.is_zero() {
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
    let scaled = |bound: Option<crate::figures::Bound>| match bound {
        None => Some(None),
        Some(b) => Some(Some(crate::figures::Bound {
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
    let digits = |d: Decimal| {
        d.normalize()
            .abs()
            .mantissa()
            .to_string()
            .trim_end_matches('0')
            .to_owned()
    };
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

/// Whether two figures are of one measure; an age may be written as a bare number.
pub(crate) fn same_measure(a: &Quantity, b: &Quantity) -> bool {
    fn unit(quantity: &Quantity) -> &Unit {
        match quantity.kind {
            Kind::Age => &Unit::None,
            _ => &quantity.unit,
        }
    }
    unit(a).same_measure(unit(b))
}

/// Whether two figures are of one measure and can both be true: €14bn does not bear out $14bn.
pub(crate) fn agree(a: &Quantity, b: &Quantity) -> bool {
    same_measure(a, b) && a.interval.meets(&b.interval)
}

/// How many independent sources make these statements: copies of one another count once.
pub(crate) fn independent<'s>(statements: impl IntoIterator<Item = &'s ReadStatement>) -> usize {
    let mut origins: Vec<usize> = statements.into_iter().map(|s| s.origin).collect();
    origins.sort_unstable();
    origins.dedup();
    origins.len()
}

/// Gives every statement its rank.
pub(super) fn rank(reference: &mut Reference) {
    let cells: Vec<Cell> = reference.cells.keys().copied().collect();
    for cell in cells {
        let statements = reference.statements(cell);
        let ranks: Vec<Rank> = statements
            .iter()
            .map(|s| rank_of(reference, s, statements))
            .collect();
        if let Some(statements) = reference.cells.get_mut(&cell) {
            for (statement, rank) in statements.iter_mut().zip(ranks) {
                statement.rank = rank;
            }
        }
    }
}

fn rank_of(reference: &Reference, statement: &ReadStatement, all: &[ReadStatement]) -> Rank {
    if reference.set.statements[statement.index].hypothetical {
        return Rank::Hypothetical;
    }
    let same_time: Vec<&ReadStatement> = all
        .iter()
        .filter(|s| {
            !reference.set.statements[s.index].hypothetical
                && s.time.meets(&statement.time)
                && same_measure(&s.quantity, &statement.quantity)
        })
        .collect();
    let supporters = |s: &ReadStatement| {
        independent(
            same_time
                .iter()
                .copied()
                .filter(|o| agree(&s.quantity, &o.quantity)),
        )
    };
    if supporters(statement) > 1 {
        return Rank::Normal;
    }
    // What at least two sources say tells which of two figures is the garbled one.
    let Some(usual) = same_time
        .iter()
        .filter(|s| supporters(s) > 1)
        .max_by_key(|s| supporters(s))
    else {
        return Rank::Normal;
    };
    if same_size(statement.quantity.low, usual.quantity.low) {
        return Rank::Normal;
    }
    same_time
        .iter()
        .filter(|s| s.source != statement.source && same_size(s.quantity.low, usual.quantity.low))
        .find_map(|s| slip_between(&statement.quantity, &s.quantity))
        .map_or(Rank::Normal, Rank::Slip)
}

/// Whether neither value is more than twice the other.
pub(crate) fn same_size(a: Decimal, b: Decimal) -> bool {
    let double = |d: Decimal| d.checked_mul(Decimal::TWO);
    double(a).is_none_or(|d| d >= b) && double(b).is_none_or(|d| d >= a)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::single_figure;

    #[test]
    fn slips_are_named() {
        for (written, meant, slip) in [
            ("$1.48 billion", "$14.8 billion", Some(Slip::DecimalPoint)),
            ("$14.3 million", "$14.3 billion", Some(Slip::Magnitude)),
            ("$41.3 billion", "$14.3 billion", Some(Slip::DigitsSwapped)),
            ("$15 billion", "$14.3 billion", None),
            ("€1.48 billion", "$14.8 billion", None),
        ] {
            let read = |text| single_figure(text).expect("one figure");
            assert_eq!(
                slip_between(&read(written), &read(meant)),
                slip,
                "{written} for {meant}"
            );
        }
    }
}
