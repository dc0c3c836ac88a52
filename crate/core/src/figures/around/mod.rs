//! What the words around an amount make of it: its modifier, a change, a level, one end of a range.

mod changes;
pub(in crate::figures) mod hedging;
mod levels;
mod ranges;
mod shared;
mod tolerance;

pub(in crate::figures) use ranges::signed;
