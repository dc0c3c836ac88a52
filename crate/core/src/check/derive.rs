//! Arithmetic that ties statements together.

use super::bounds::{WEIGHED, same_time};
use super::value::Value;
use crate::calendar::Period;
use crate::figures::{Decimal, Interval, Measure, Modifier, Quantity, Unit, agree};
use crate::reference::{
    Behaviour, Cell, DerivationKind, EntityId, Rank, ReadStatement, Reference, Term, independent,
};

/// A value that follows from statements about other cells.
#[derive(Debug, Clone)]
pub(crate) struct Derived<'r> {
    /// Index of the derivation in the set.
    pub(crate) rule: usize,
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
    let rules = reference.set.derivations.iter().enumerate();
    rules
        .filter(|(_, d)| d.gives.property == property.id)
        .filter_map(|(rule, d)| match d.from.as_slice() {
            [a, b] => Some((rule, d, a, b)),
            _ => None,
        })
        .flat_map(|(rule, d, a, b)| {
            bindings(reference, cell, &d.gives, a, b)
                .into_iter()
                .filter_map(move |bound| {
                    let first = leading(reference, a, &bound, None)?;
                    // A share of one year is no share of another year's whole.
                    let time = first.dated.then_some(first.time);
                    let second = leading(reference, b, &bound, time)?;
                    compute(rule, d.by, first, second)
                })
        })
        .collect()
}

/// Whom the places of the two terms can stand for, given whom `gives` binds. A place that it leaves open
/// ("O" is owned, whoever E is) is bound by every cell that fits, in the order of the set.
fn bindings(reference: &Reference, cell: Cell, gives: &Term, a: &Term, b: &Term) -> Vec<Bound> {
    let Some(bound) = bind(gives, cell) else {
        return Vec::new();
    };
    let is_open = |p: &char| lookup(&bound, *p).is_none();
    if !a.places.iter().chain(&b.places).any(is_open) {
        return vec![bound];
    }
    let open = if a.places.len() == 2 { a } else { b };
    let known: Vec<Option<EntityId>> = bound.iter().map(|(_, e)| Some(*e)).collect();
    let mut cells: Vec<Cell> = reference
        .cells_about(&known)
        .into_iter()
        .filter(|c| reference.property(&open.property) == Some(c.property))
        .collect();
    crate::order::by_key(&mut cells, |c| (c.entity, c.object));
    cells.dedup();
    cells
        .into_iter()
        .filter_map(|c| bind(open, c))
        .filter(|found| {
            found
                .iter()
                .all(|(p, e)| lookup(&bound, *p).is_none_or(|x| x == *e))
        })
        .map(|found| [bound.clone(), found].concat())
        .collect()
}

/// Places with the entities that they stand for.
type Bound = Vec<(char, EntityId)>;

fn bind(term: &Term, cell: Cell) -> Option<Bound> {
    let mut bound = vec![(*term.places.first()?, cell.entity)];
    if let Some(place) = term.places.get(1) {
        bound.push((*place, cell.object?));
    }
    Some(bound)
}

fn lookup(bound: &[(char, EntityId)], place: char) -> Option<EntityId> {
    bound.iter().find(|(p, _)| *p == place).map(|(_, e)| *e)
}

/// The latest statement of a term, of the time `at` where that is given; of equals, what most
/// independent sources agree with.
fn leading<'r>(
    reference: &'r Reference,
    term: &Term,
    bound: &[(char, EntityId)],
    at: Option<Period>,
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
    let fits = |s: &&ReadStatement| {
        s.rank == Rank::Normal
            && (s.dated || timeless)
            && s.quantity.modifier == Modifier::Exact
            && at.is_none_or(|at| !s.dated || same_time(s.time, at))
    };
    let fitting = || reference.statements(cell).iter().filter(fits);
    let latest = fitting().map(|s| s.time.to).max()?;
    let latest = |s: &&ReadStatement| s.time.to == latest;
    let statements: Vec<&ReadStatement> = fitting().filter(latest).take(WEIGHED).collect();
    let all: Vec<&ReadStatement> = fitting().take(WEIGHED).collect();
    let agreeing = |s: &ReadStatement| {
        let agrees = |o: &&ReadStatement| agree(&o.quantity, &s.quantity) && o.time.meets(&s.time);
        independent(all.iter().copied().filter(agrees))
    };
    statements
        .iter()
        .copied()
        .max_by_key(|s| (agreeing(s), s.quantity.digits, usize::MAX - s.index))
}

fn compute<'r>(
    rule: usize,
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
            use rust_decimal::prelude::ToPrimitive;
            let year = b.quantity.low.to_i32()?;
            let seen = Period::year(year)?;
            let value = Value::of(&a.quantity, Behaviour::Age, seen)?;
            return Some(Derived {
                rule,
                by,
                from: vec![a, b],
                value,
                shown: Decimal::from(year).checked_sub(a.quantity.low)?,
                unit: Unit::None,
            });
        }
    };
    let measure = Measure::of_unit(&of.unit).into_owned();
    Some(Derived {
        rule,
        by,
        from: vec![a, b],
        value: Value::Amount(Interval::half_open(low, high), measure),
        shown,
        unit: of.unit.clone(),
    })
}
