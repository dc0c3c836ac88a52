//! Days, months, years and times of day: what looks like numbers and is the calendar.

mod dates;
mod years;

pub(in crate::figures) use dates::Calendar;
