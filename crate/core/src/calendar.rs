//! Days and spans of days.

use serde::{Deserialize, Serialize};
use std::fmt;
use time::{Date, Month, Weekday};

/// A span of days, both ends included; `None` is open on that side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

impl Period {
    /// One day.
    pub fn day(date: Date) -> Self {
        Self {
            from: Some(date),
            to: Some(date),
        }
    }

    /// A whole year.
    pub fn year(year: i32) -> Option<Self> {
        Some(Self {
            from: Some(Date::from_calendar_date(year, Month::January, 1).ok()?),
            to: Some(Date::from_calendar_date(year, Month::December, 31).ok()?),
        })
    }

    /// A whole month.
    pub fn month(year: i32, month: u8) -> Option<Self> {
        let month = Month::try_from(month).ok()?;
        Some(Self {
            from: Some(Date::from_calendar_date(year, month, 1).ok()?),
            to: Some(Date::from_calendar_date(year, month, month.length(year)).ok()?),
        })
    }

    /// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or two of them in their order with `/` between.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((from, to)) = text.split_once('/') else {
            return Self::parse_one(text);
        };
        let (from, to) = (Self::parse_one(from)?.from, Self::parse_one(to)?.to);
        (from <= to).then_some(Self { from, to })
    }

    fn parse_one(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let year: i32 = parts.next()?.parse().ok()?;
        let month: Option<u8> = parts.next().map(str::parse).transpose().ok()?;
        let day: Option<u8> = parts.next().map(str::parse).transpose().ok()?;
        match (month, day, parts.next()) {
            (None, _, None) => Self::year(year),
            (Some(month), None, None) => Self::month(year, month),
            (Some(month), Some(day), None) => {
                let month = Month::try_from(month).ok()?;
                Date::from_calendar_date(year, month, day)
                    .ok()
                    .map(Self::day)
            }
            _ => None,
        }
    }

    /// The day in the middle, for a period that is known at both ends.
    #[must_use]
    pub fn middle(self) -> Self {
        let (Some(from), Some(to)) = (self.from, self.to) else {
            return self;
        };
        let days = to.to_julian_day() - from.to_julian_day();
        shifted(from, days / 2).map_or(self, Self::day)
    }

    /// How many days are in both; all there are where either is open.
    pub fn overlap(&self, other: &Self) -> i32 {
        let days = |date: Option<Date>| date.map(Date::to_julian_day);
        let from = days(self.from).max(days(other.from));
        let to = match (days(self.to), days(other.to)) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        match (from, to) {
            (Some(from), Some(to)) => to - from + 1,
            _ => i32::MAX,
        }
    }

    /// Whether it is about a year long or longer.
    pub fn is_year(&self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if to.to_julian_day() - from.to_julian_day() > 300)
    }

    /// Whether either end is known.
    pub fn is_known(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// Whether the two share a day; an unknown period shares every day.
    pub fn meets(&self, other: &Self) -> bool {
        let before =
            |a: Option<Date>, b: Option<Date>| matches!((a, b), (Some(a), Some(b)) if a < b);
        !before(self.to, other.from) && !before(other.to, self.from)
    }

    /// The year that ends the day before this period starts.
    #[must_use]
    pub fn year_before(self) -> Self {
        let to = self.from.and_then(Date::previous_day);
        Self {
            from: to.and_then(|to| shifted(to, -366)),
            to,
        }
    }

    /// The same period with so many days added at both ends.
    #[must_use]
    pub fn widened(self, days: i32) -> Self {
        Self {
            from: self.from.and_then(|from| shifted(from, -days)),
            to: self.to.and_then(|to| shifted(to, days)),
        }
    }

    /// How it is written, as [`Period::parse`] reads it: `2025-06-13`, `2025-06`, `2025`, `2022/2023`; empty
    /// where an end is open.
    pub fn label(&self) -> String {
        let (Some(from), Some(to)) = (self.from, self.to) else {
            return String::new();
        };
        let year = |d: Date| format!("{:04}", d.year());
        let month = |d: Date| format!("{}-{:02}", year(d), d.month() as u8);
        let day = |d: Date| format!("{}-{:02}", month(d), d.day());
        let whole_months = from.day() == 1 && to.day() == to.month().length(to.year());
        let whole_years =
            whole_months && from.month() == Month::January && to.month() == Month::December;
        let (from, to) = if whole_years {
            (year(from), year(to))
        } else if whole_months {
            (month(from), month(to))
        } else {
            (day(from), day(to))
        };
        if from == to {
            from
        } else {
            format!("{from}/{to}")
        }
    }
}

/// A day, a month or a year as far as a text says it: "13 June" has no year, "May 2024" no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    /// The year, where it is said.
    pub year: Option<u16>,
    /// The month, 1 to 12, where it is said.
    pub month: Option<u8>,
    /// The day of the month as written, where it is said: a text may say 31 June.
    pub day: Option<u8>,
}

impl PartialDate {
    /// The days it stands for; without a year the last such ones that begin no later than the month of `seen`.
    pub fn period(self, seen: Option<Date>) -> Option<Period> {
        let Some(month) = self.month else {
            return Period::year(self.year?.into());
        };
        let year = match self.year {
            Some(year) => year.into(),
            // "in March": the last one before the article.
            None => seen.map(|day| day.year() - i32::from(month > u8::from(day.month())))?,
        };
        match self.day {
            None => Period::month(year, month),
            Some(day) => {
                let date = Date::from_calendar_date(year, Month::try_from(month).ok()?, day);
                date.ok().map(Period::day)
            }
        }
    }
}

/// As ISO 8601 has it, with `XXXX` for a year that is not said: `2021-05-04`, `2020-03`, `XXXX-09-20`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("XXXX")?,
        }
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

/// A date as a text writes it, or a run of them ("Oct. 18-22").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DateSpan {
    /// The first one.
    pub first: PartialDate,
    /// The last one; the same for a single date.
    pub last: PartialDate,
}

impl DateSpan {
    /// One date.
    pub fn single(date: PartialDate) -> Self {
        Self {
            first: date,
            last: date,
        }
    }

    /// The days from the first to the last, seen from an article of the day `seen`; none where one of them is no
    /// day that there is.
    pub fn period(self, seen: Option<Date>) -> Option<Period> {
        let (first, last) = (self.first.period(seen)?, self.last.period(seen)?);
        Some(Period {
            from: first.from,
            to: last.to,
        })
    }
}

/// One date, or the first and the last with `…` between.
impl fmt::Display for DateSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            self.first.fmt(f)
        } else {
            write!(f, "{}…{}", self.first, self.last)
        }
    }
}

/// The day so many days later (or, with a negative number, earlier).
pub fn shifted(date: Date, days: i32) -> Option<Date> {
    Date::from_julian_day(date.to_julian_day().checked_add(days)?).ok()
}

/// The same day so many years later (29 February becomes 28 February).
pub fn years_later(date: Date, years: i32) -> Option<Date> {
    let year = date.year().checked_add(years)?;
    date.replace_year(year)
        .ok()
        .or_else(|| Date::from_calendar_date(year, Month::February, 28).ok())
}

/// How many days a month has at most; in a year that is not known (0), February has 29.
pub(crate) fn days_of_month(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        // The Julian calendar has a day in the years that end a century.
        2 if leap || year < 1924 && year.is_multiple_of(4) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The name of a month, from 1, in English.
pub fn month_name(month: u8) -> Option<String> {
    Month::try_from(month).ok().map(|month| month.to_string())
}

/// The name of a day of the week in English; Monday is 1.
pub fn weekday_name(day: u8) -> Option<String> {
    let after = day.checked_sub(1).filter(|after| *after < 7)?;
    Some(Weekday::Monday.nth_next(after).to_string())
}

/// The month, from 1, whose English name begins so, whatever the case.
pub(crate) fn month_called(beginning: &str) -> Option<u8> {
    (1..=12).find(|month| month_name(*month).is_some_and(|name| begins(&name, beginning)))
}

/// The same of a day of the week; Monday is 1.
pub(crate) fn weekday_called(beginning: &str) -> Option<u8> {
    (1..=7).find(|day| weekday_name(*day).is_some_and(|name| begins(&name, beginning)))
}

fn begins(name: &str, beginning: &str) -> bool {
    (name.get(..beginning.len())).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_written_as_it_is_read() {
        for text in [
            "2025",
            "2025-06",
            "2025-06-13",
            "2022/2023",
            "2025-01/2025-03",
            "2024-12/2025-01",
            "2024-02-01/2024-02-28",
            "2025-06-03/2025-07-01",
        ] {
            let period = Period::parse(text).expect("a period");
            assert_eq!(period.label(), text);
        }
        assert_eq!(Period::default().label(), "");
    }

    #[test]
    fn a_span_is_two_dates_in_their_order() {
        for text in [
            "2025/2020",
            "2025-07/2025-06",
            "2020/2021/2022",
            "2020/",
            "/2020",
            "2020/x",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
        assert!(Period::parse("2025-06/2025").is_some());
    }
}
