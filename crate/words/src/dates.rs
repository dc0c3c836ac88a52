//! Dates in the reader's own words: the locale is the caller's, what is said around it is here.

use plumbline_core::calendar::month_name;

/// A day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// The month, from 1, where it is known.
    pub month: Option<u8>,
    /// The day of the month, where it is known.
    pub day: Option<u8>,
}

impl Day {
    /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = parts.next()?.parse().ok()?;
        let mut number = || parts.next().map(str::parse::<u8>).transpose().ok();
        let (month, day) = (number()?, number()?);
        let possible = month.is_none_or(|m| (1..=12).contains(&m))
            && day.is_none_or(|d| (1..=31).contains(&d));
        (possible && parts.next().is_none()).then_some(Self { year, month, day })
    }
}

/// How dates are written in a language.
pub trait Dates {
    /// A date in words: "13 June 2025", "June 2025", "2025".
    fn written(&self, date: Day) -> String;
}

/// Dates as English writes them.
#[derive(Debug, Clone, Copy, Default)]
pub struct EnglishDates;

impl Dates for EnglishDates {
    fn written(&self, date: Day) -> String {
        let Some(name) = date.month.and_then(month_name) else {
            return date.year.to_string();
        };
        let month = format!("{name} {}", date.year);
        match date.day {
            Some(day) => format!("{day} {month}"),
            None => month,
        }
    }
}

/// `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, two of them with a slash between, or `before` one, in words; anything else as it is.
pub fn in_words(dates: &dyn Dates, text: &str) -> String {
    if let Some(end) = text.strip_prefix("before ") {
        return format!("before {}", in_words(dates, end));
    }
    if let Some((from, to)) = text.split_once('/') {
        return format!("{} to {}", in_words(dates, from), in_words(dates, to));
    }
    Day::read(text).map_or_else(|| text.to_owned(), |date| dates.written(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        for (text, words) in [
            ("2024-05", "May 2024"),
            ("2025-06-03", "3 June 2025"),
            ("2016", "2016"),
            ("2022/2023", "2022 to 2023"),
            ("2024-12-30/2025-01", "30 December 2024 to January 2025"),
            ("before 2025-06", "before June 2025"),
            ("2025-13", "2025-13"),
            ("soon", "soon"),
        ] {
            assert_eq!(in_words(&EnglishDates, text), words);
        }
    }
}
