//! Arithmetic that ties statements together.

use super::value::{Measure, Value};
use crate::figures::{Decimal, Interval, Modifier, Quantity, Unit};
use crate::reference::{
    Behaviour, Cell, DerivationKind, EntityId, Rank, ReadStatement, Reference, Term,
};

/// A value that follows from statements about other cells.
#[derive(Debug, Clone)]
pub(crate) struct Derived<'r> {
    pub(crate) by: DerivationKind,
    /// The statements it was computed from, in the order of the derivation.
    pub(crate) from: Vec<&'r ReadStatement>,
    pub(crate) value: Value,
    /// The middle of it, for showing.
    pub(crate) shown: Decimal,
    pub(crate) unit: Unit,
}

/// Everything that can be derived for a cell.
pub(crate) fn derived(reference: &Reference, cell: Cell) -> Vec<Derived<'_>> {
    let Some(property) = reference.set.properties.get(cell.property) else {
        return Vec::new();
    };
    reference
        .set
        .derivations
        .iter()
        .filter(|d| d.gives.property == property.id)
        .filter_map(|d| {
            let [a, b] = d.from.as_slice() else {
                return None;
            };
            let (first, second) = inputs(reference, cell, &d.gives, a, b)?;
            compute(d.by, first, second)
        })
        .collect()
}

/// The best statements for the two terms, from places that `gives` binds or that the set leaves open.
fn inputs<'r>(
    reference: &'r Reference,
    cell: Cell,
    gives: &Term,
    a: &Term,
    b: &Term,
) -> Option<(&'r ReadStatement, &'r ReadStatement)> {
    let mut bound = bind(gives, cell)?;
    // A place that the result does not bind ("O" owns it, whoever E is) is bound by a statement that fits.
    if a.places
        .iter()
        .chain(&b.places)
        .any(|p| lookup(&bound, *p).is_none())
    {
        let open = if a.places.len() == 2 { a } else { b };
        let property = reference.property(&open.property)?;
        let known: Vec<Option<EntityId>> = bound.iter().map(|(_, e)| Some(*e)).collect();
        let found = reference
            .cells_about(&known)
            .into_iter()
            .filter(|c| c.property == property)
            .filter(|c| {
                bind(open, *c).is_some_and(|b| {
                    b.iter()
                        .all(|(p, e)| lookup(&bound, *p).is_none_or(|x| x == *e))
                })
            })
            .min_by_key(|c| (c.entity, c.object))?;
        bound.extend(bind(open, found)?);
    }
    Some((
        leading(reference, a, &bound)?,
        leading(reference, b, &bound)?,
    ))
}

fn bind(term: &Term, cell: Cell) -> Option<Vec<(char, EntityId)>> {
    let mut bound = vec![(*term.places.first()?, cell.entity)];
    if let Some(place) = term.places.get(1) {
        bound.push((*place, cell.object?));
    }
    Some(bound)
}

fn lookup(bound: &[(char, EntityId)], place: char) -> Option<EntityId> {
    bound.iter().find(|(p, _)| *p == place).map(|(_, e)| *e)
}

/// The statement of a term that most independent sources agree with; of equals, the latest.
fn leading<'r>(
    reference: &'r Reference,
    term: &Term,
    bound: &[(char, EntityId)],
) -> Option<&'r ReadStatement> {
    let cell = Cell {
        property: reference.property(&term.property)?,
        entity: lookup(bound, *term.places.first()?)?,
        object: term
            .places
            .get(1)
            .map(|p| lookup(bound, *p))
            .map_or(Some(None), |e| e.map(Some))?,
    };
    let timeless = reference.set.properties[cell.property].behaviour == Behaviour::Fixed;
    let statements: Vec<&ReadStatement> = reference
        .statements(cell)
        .iter()
        .filter(|s| {
            s.rank == Rank::Normal
                && (s.dated || timeless)
                && s.quantity.modifier == Modifier::Exact
        })
        .collect();
    let agreeing = |s: &ReadStatement| {
        let mut sources: Vec<usize> = statements
            .iter()
            .filter(|o| o.quantity.interval.meets(&s.quantity.interval) && o.time.meets(&s.time))
            .map(|o| o.source)
            .collect();
        sources.sort_unstable();
        sources.dedup();
        sources.len()
    };
    statements.iter().copied().max_by_key(|s| {
        (
            s.time.to,
            agreeing(s),
            s.quantity.digits,
            usize::MAX - s.index,
        )
    })
}

fn compute<'r>(
    by: DerivationKind,
    a: &'r ReadStatement,
    b: &'r ReadStatement,
) -> Option<Derived<'r>> {
    let hundred = Decimal::ONE_HUNDRED;
    let (low, high, shown, of): (Decimal, Decimal, Decimal, &Quantity) = match by {
        DerivationKind::ShareOf => {
            let share = a.quantity.interval;
            let whole = b.quantity.interval;
            (
                share
                    .low?
                    .value
                    .checked_mul(whole.low?.value)?
                    .checked_div(hundred)?,
                share
                    .high?
                    .value
                    .checked_mul(whole.high?.value)?
                    .checked_div(hundred)?,
                a.quantity
                    .low
                    .checked_mul(b.quantity.low)?
                    .checked_div(hundred)?,
                &b.quantity,
            )
        }
        DerivationKind::WholeOf => {
            let part = a.quantity.interval;
            let share = b.quantity.interval;
            (
                part.low?
                    .value
                    .checked_mul(hundred)?
                    .checked_div(share.high?.value)?,
                part.high?
                    .value
                    .checked_mul(hundred)?
                    .checked_div(share.low?.value)?,
                a.quantity
                    .low
                    .checked_mul(hundred)?
                    .checked_div(b.quantity.low)?,
                &a.quantity,
            )
        }
        DerivationKind::BirthFromAgeAt => {
            use crate::calendar::Period;
            use rust_decimal::prelude::ToPrimitive;
            let year = b.quantity.low.to_i32()?;
            let seen = Period::year(year)?;
            let value = Value::of(&a.quantity, Behaviour::Age, seen)?;
            return Some(Derived {
                by,
                from: vec![a, b],
                value,
                shown: Decimal::from(year).checked_sub(a.quantity.low)?,
                unit: Unit::None,
            });
        }
    };
    let measure = match &of.unit {
        Unit::Currency(code) => Measure::Currency(code),
        Unit::Named(name) => Measure::Named(name.clone()),
        _ => Measure::Plain,
    };
    Some(Derived {
        by,
        from: vec![a, b],
        value: Value::Amount(Interval::half_open(low, high), measure),
        shown,
        unit: of.unit.clone(),
    })
}
