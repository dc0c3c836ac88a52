//! How pages write a day: as stamps of machines and in words.

mod stamp;
pub(super) mod written;

pub(super) use stamp::Stamp;
use time::Date;

/// The day of a stamp, or the first that is written out.
pub(super) fn read(text: &str) -> Option<Stamp> {
    Stamp::read(text).or_else(|| Stamp::of(written::read(text)?).into())
}

/// Reads the day at the start of an ISO date, or a day written out in English.
pub fn day(text: &str) -> Option<Date> {
    read(text).map(|stamp| stamp.day)
}
