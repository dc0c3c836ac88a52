//! What most likely went wrong with a figure that no source supports.

use crate::figures::Quantity;
use crate::reference::{Behaviour, Cell, Rank, ReadStatement, Reference, Slip, slip_between};

/// The likely slip, with the statement whose value was garbled or mistaken.
#[derive(Debug, Clone)]
pub(crate) enum LikelySlip<'r> {
    /// The digits of another value, garbled.
    Garbled(Slip, &'r ReadStatement),
    /// The value of another property.
    OtherProperty(Cell, &'r ReadStatement),
    /// A value that held at another time.
    OtherTime(&'r ReadStatement),
}

pub(crate) fn likely<'r>(
    quantity: &Quantity,
    reference: &'r Reference,
    cell: Cell,
    statements: &'r [ReadStatement],
) -> Option<LikelySlip<'r>> {
    let same_value = |s: &&ReadStatement| {
        s.rank == Rank::Normal
            && s.quantity.kind == quantity.kind
            && s.quantity.unit.same_measure(&quantity.unit)
            && s.quantity.interval.low.is_some()
            && s.quantity.interval.high.is_some()
            && s.quantity.interval.meets(&quantity.interval)
    };
    let normal = || statements.iter().filter(|s| s.rank == Rank::Normal);
    // The closest digits speak first: 1.48 is 14.8 misplaced rather than 14.3.
    let garbled = normal()
        .filter_map(|s| slip_between(quantity, &s.quantity).map(|slip| (slip, s)))
        .max_by_key(|(_, s)| same_digits(quantity, &s.quantity));
    if let Some((slip, statement)) = garbled {
        return Some(LikelySlip::Garbled(slip, statement));
    }
    // What some source supports is no other value taken for this one.
    if normal().any(|s| s.quantity.is_bounded() && s.quantity.interval.meets(&quantity.interval)) {
        return None;
    }
    let state = reference.set.properties.get(cell.property)?.behaviour == Behaviour::State;
    if state && let Some(statement) = normal().find(same_value) {
        return Some(LikelySlip::OtherTime(statement));
    }
    let mut elsewhere: Vec<(Cell, &ReadStatement)> = reference
        .cells_about(&[Some(cell.entity), cell.object])
        .into_iter()
        .filter(|other| other.property != cell.property)
        .filter_map(|other| {
            reference
                .statements(other)
                .iter()
                .find(same_value)
                .map(|s| (other, s))
        })
        .collect();
    elsewhere.sort_by_key(|(other, s)| (other.property, other.entity, s.index));
    elsewhere
        .first()
        .map(|(other, statement)| LikelySlip::OtherProperty(*other, statement))
}

fn same_digits(a: &Quantity, b: &Quantity) -> bool {
    let digits = |q: &Quantity| {
        q.low
            .normalize()
            .mantissa()
            .to_string()
            .trim_end_matches('0')
            .to_owned()
    };
    digits(a) == digits(b)
}
