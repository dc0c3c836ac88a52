//! Days of the week and days that do not exist.

use super::{Judged, Text};
use crate::calendar::{PartialDate, days_of_month, shifted};
use crate::figures::{Decimal, Quantity};
use time::{Date, Month};

/// Countries went over to today's calendar until then: an earlier day may be one of the Julian calendar.
const GREGORIAN_EVERYWHERE: i32 = 1924;
/// A day without a year is taken for the one nearest to the article where it is no further away than this, in days.
const ABOUT_NOW: i32 = 45;

pub(super) struct Told {
    pub(super) weekday: u8,
    pub(super) date: usize,
    pub(super) year_of: Option<usize>,
    pub(super) night: bool,
}

/// The weekday that a date has, Monday is 1, and how the text says another.
pub(super) fn judge(text: &Text<'_>, told: &Told) -> Judged {
    let Some(dates) = text.quantities[told.date].dates else {
        return Judged::Unclear;
    };
    let year_of = told
        .year_of
        .and_then(|of| text.quantities[of].dates)
        .and_then(|dates| dates.last.year);
    let stated = dates.last.year.or(dates.first.year).or(year_of);
    let (date, certain) = match stated {
        Some(year) => (on(dates.first, year.into()), true),
        None => (
            text.published.and_then(|day| nearest(dates.first, day)),
            false,
        ),
    };
    let Some(date) = date else {
        return Judged::Unclear;
    };
    // In a text that speaks of other years, a day without one may be of any of them.
    if !certain && text.other_years {
        return Judged::Unclear;
    }
    let is = date.weekday().number_from_monday();
    let fits = |weekday: u8| weekday == told.weekday;
    let next = |weekday: u8| weekday % 7 + 1;
    let old_style = date.year() < GREGORIAN_EVERYWHERE
        && julian(date).is_some_and(|day| fits(day.weekday().number_from_monday()));
    // In the night of Friday it is Saturday.
    let around = told.night && (fits(next(is)) || next(told.weekday) == is);
    if fits(is) || old_style || around {
        Judged::Agrees
    } else {
        Judged::Weekday {
            is,
            nearest: (!certain).then(|| date.year()),
        }
    }
}

fn on(date: PartialDate, year: i32) -> Option<Date> {
    let month = Month::try_from(date.month?).ok()?;
    Date::from_calendar_date(year, month, date.day?).ok()
}

/// The day nearest to that of the article, if there is one near it.
fn nearest(date: PartialDate, published: Date) -> Option<Date> {
    let near = |year: i32| {
        let day = on(date, year)?;
        let apart = (day.to_julian_day() - published.to_julian_day()).abs();
        (apart <= ABOUT_NOW).then_some(day)
    };
    (published.year() - 1..=published.year() + 1).find_map(near)
}

/// The day of today's calendar that is written so in the Julian one.
fn julian(date: Date) -> Option<Date> {
    let century = date.year().div_euclid(100);
    let behind = century - century.div_euclid(4) - 2;
    shifted(date, behind)
}

/// A day that its month does not have, with how many it has.
pub(super) fn no_such_day(text: &Text<'_>, date: usize) -> Judged {
    Judged::Conflict {
        nearly: false,
        gives: days_of(&text.quantities[date]),
    }
}

/// How many days the month of a date has.
fn days_of(figure: &Quantity) -> Option<Decimal> {
    let date = figure.dates?.first;
    let days = days_of_month(date.year.map_or(0, u32::from), date.month?.into());
    Some(days.into())
}
