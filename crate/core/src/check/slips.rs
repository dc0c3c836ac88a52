//! What most likely went wrong with a figure that no source supports.

use crate::figures::{Quantity, Slip, agree, same_digits, same_size, slip_between};
use crate::reference::{Behaviour, Cell, Rank, ReadStatement, Reference};

/// The likely slip, with the statement whose value was mistaken for this one.
#[derive(Debug, Clone)]
pub(crate) enum LikelySlip<'r> {
    /// The digits of another value, garbled.
    Garbled(Slip),
    /// The value of another property.
    OtherProperty(Cell, &'r ReadStatement),
    /// A value that held at another time.
    OtherTime(&'r ReadStatement),
}

/// What is stated in a figure's cell.
pub(crate) struct InCell<'r, 's> {
    pub(crate) cell: Cell,
    pub(crate) statements: &'r [ReadStatement],
    /// The best supported of those that are comparable with the figure.
    pub(crate) best: &'s ReadStatement,
    /// Whether some of those agree with it.
    pub(crate) some_agree: bool,
}

/// What most likely went wrong with a figure, by what is `stated` in its cell.
pub(crate) fn likely<'r>(
    quantity: &Quantity,
    reference: &'r Reference,
    stated: &InCell<'r, '_>,
) -> Option<LikelySlip<'r>> {
    let &InCell {
        cell,
        statements,
        best,
        some_agree,
    } = stated;
    let same_value = |s: &&ReadStatement| {
        s.rank == Rank::Normal
            && s.quantity.kind == quantity.kind
            && s.quantity.is_bounded()
            && agree(&s.quantity, quantity)
    };
    let normal = || statements.iter().filter(|s| s.rank == Rank::Normal);
    let state = reference.set.properties.get(cell.property)?.behaviour == Behaviour::State;
    // What a source states of another time needs no garbling. A stated time says most.
    let told = |s: &&ReadStatement| {
        let data = &reference.set.statements[s.index];
        (data.time.is_none(), data.before.is_none(), s.index)
    };
    if state
        && !some_agree
        && let Some(statement) = normal().filter(same_value).min_by_key(told)
    {
        return Some(LikelySlip::OtherTime(statement));
    }
    // The closest digits speak first: 1.48 is 14.8 misplaced rather than 14.3.
    let garbled = normal()
        // What is itself of another size than the best supported figure was not meant.
        .filter(|s| same_size(s.quantity.low, best.quantity.low))
        .filter_map(|s| slip_between(quantity, &s.quantity).map(|slip| (slip, s)))
        .max_by_key(|(_, s)| same_digits(quantity, &s.quantity));
    if let Some((slip, _)) = garbled {
        return Some(LikelySlip::Garbled(slip));
    }
    // What some source supports is no other value taken for this one.
    if normal().any(|s| s.quantity.is_bounded() && agree(&s.quantity, quantity)) {
        return None;
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
    crate::order::by_key(&mut elsewhere, |(other, s)| {
        (other.property, other.entity, s.index)
    });
    elsewhere
        .first()
        .map(|(other, statement)| LikelySlip::OtherProperty(*other, statement))
}
