//! How far each statement counts, computed from the statements themselves.
//!
//! A statement that stands alone, of another size than what several sources say, and that becomes
//! another source's value when its decimal point or its magnitude word is shifted, is a slip: it is
//! kept and shown, but it supports nothing.

use super::{Cell, ReadStatement, Reference};
use crate::figures::{Slip, agree, same_measure, same_size, slip_between};
use rustc_hash::FxHashMap;

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

/// How many independent sources make these statements: copies of one another count once.
pub(crate) fn independent<'s>(statements: impl IntoIterator<Item = &'s ReadStatement>) -> usize {
    let mut origins: Vec<usize> = statements.into_iter().map(|s| s.origin).collect();
    crate::order::sort(&mut origins);
    origins.dedup();
    origins.len()
}

/// Gives every statement its rank.
pub(super) fn rank(reference: &mut Reference) {
    let cells: Vec<Cell> = reference.cells.keys().copied().collect();
    for cell in cells {
        let mut in_time = reference.statements(cell).to_vec();
        crate::order::by_key(&mut in_time, |s| (s.time.from, s.time.to, s.index));
        let ranks: FxHashMap<usize, Rank> = in_time
            .iter()
            .enumerate()
            .map(|(at, s)| (s.index, rank_of(reference, at, &in_time)))
            .collect();
        if let Some(statements) = reference.cells.get_mut(&cell) {
            for statement in statements {
                statement.rank = ranks[&statement.index];
            }
        }
    }
}

/// How many of the statements of one thing are weighed for the rank of one of them: a slip shows beside a few.
const WEIGHED: usize = 24;

fn rank_of(reference: &Reference, at: usize, all: &[ReadStatement]) -> Rank {
    let statement = &all[at];
    let supposed = |s: &ReadStatement| reference.set.statements[s.index].hypothetical;
    if supposed(statement) {
        return Rank::Hypothetical;
    }
    // Those around it in time, the nearest first: what is told of long before or after says nothing of it.
    let around = all[..at].iter().rev().take(WEIGHED);
    let around = around.chain(all[at + 1..].iter().take(WEIGHED));
    let mut same_time: Vec<&ReadStatement> = around
        .chain([statement])
        .filter(|s| {
            !supposed(s)
                && s.time.meets(&statement.time)
                && same_measure(&s.quantity, &statement.quantity)
        })
        .collect();
    crate::order::by_key(&mut same_time, |s| s.index);
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
    let Some((_, usual)) = same_time
        .iter()
        .map(|s| (supporters(s), s))
        .filter(|(supporters, _)| *supporters > 1)
        .max_by_key(|(supporters, _)| *supporters)
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
