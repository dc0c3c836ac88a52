//! How much is weighed, and how far apart in time it may lie.

use crate::calendar::Period;

/// How many statements of a cell speak of one claim at most: each is held against each.
pub(super) const WEIGHED: usize = 64;

/// How far a stated time may lie from a statement's and still be the same, in days.
pub(super) const SAME_TIME: i32 = 45;

/// Whether two times can be the same: news of a day tell of a month, but one year is not the next.
pub(super) fn same_time(one: Period, other: Period) -> bool {
    let slack = if one.is_year() && other.is_year() {
        0
    } else {
        SAME_TIME
    };
    one.widened(slack).meets(&other)
}
