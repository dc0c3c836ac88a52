//! How far each statement counts, computed from the statements themselves.
//!
//! A statement that stands alone, of another size than what several sources say, and that becomes
//! another source's value when its decimal point or its magnitude word is shifted, is a slip: it is
//! kept and shown, but it supports nothing.

use super::{Cell, ReadStatement, Reference};
use crate::figures::{Slip, agree, same_measure, same_size, slip_between};

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
