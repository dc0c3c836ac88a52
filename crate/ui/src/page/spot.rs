//! Where a finding of the list stands.

use std::cell::Cell;

/// Where a finding stands: its number may be another one when the page is read again.
#[derive(Default)]
pub(super) struct Spot {
    pub(super) tab: Cell<i32>,
    pub(super) list: Cell<u32>,
    pub(super) finding: Cell<usize>,
    /// Which of its places was shown last.
    pub(super) place: Cell<usize>,
}
