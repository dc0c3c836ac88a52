//! Stamps of machines: a day, and often a time with its distance from UTC.

use crate::calendar::Period;
use time::Date;

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// How far clocks run behind UTC and before it, in minutes.
const BEHIND: i64 = 12 * 60;
const BEFORE: i64 = 14 * 60;

/// A moment as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::article) struct Stamp {
    /// The day that is written.
    pub(in crate::article) day: Date,
    /// Minutes after midnight, where a time is written.
    minute: Option<i64>,
    /// Minutes before UTC, where that is written.
    offset: Option<i64>,
}

impl Stamp {
    /// A day without a time.
    pub(in crate::article) fn of(day: Date) -> Self {
        Self {
            day,
            minute: None,
            offset: None,
        }
    }

    /// Reads `2025-06-13`, `2025-06-13T10:00:00.000Z`, `2025-06-13 10:00+02:00`, `20250613T100000`.
    pub(in crate::article) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (day, rest) = day_at(text)?;
        let Some((minute, rest)) = time_at(rest) else {
            return Some(Self::of(day));
        };
        Some(Self {
            day,
            minute: Some(minute),
            offset: offset_at(rest),
        })
    }

    /// Whether the day is one of UTC, which need not be the day where the article was written.
    fn is_universal(self) -> bool {
        self.offset == Some(0) && self.minute.is_some()
    }

    /// Minutes since some midnight of UTC.
    fn instant(self) -> i64 {
        i64::from(self.day.to_julian_day()) * DAY + self.minute.unwrap_or(0)
            - self.offset.unwrap_or(0)
    }

    /// The day where the article was written, as far as its other stamps tell, or the days that it shows.
    pub(in crate::article) fn local(self, stamps: &[Self], shown: &[Date]) -> Date {
        if !self.is_universal() {
            return self.day;
        }
        let elsewhere = stamps
            .iter()
            .filter(|other| (other.instant() - self.instant()).abs() <= DAY)
            .find_map(|other| other.offset.filter(|offset| *offset != 0));
        if let Some(offset) = elsewhere {
            return on((self.instant() + offset).div_euclid(DAY)).unwrap_or(self.day);
        }
        let possible = |day: &&Date| {
            let start = i64::from(day.to_julian_day()) * DAY;
            self.instant() + BEFORE >= start && self.instant() - BEHIND < start + DAY
        };
        shown.iter().find(possible).copied().unwrap_or(self.day)
    }
}

fn on(julian: i64) -> Option<Date> {
    Date::from_julian_day(i32::try_from(julian).ok()?).ok()
}

/// The day at the start of a text, and what follows it.
fn day_at(text: &str) -> Option<(Date, &str)> {
    let day = |text: &str| {
        Period::parse(text)
            .filter(|p| p.from == p.to)
            .and_then(|p| p.from)
    };
    if let Some(found) = text.get(..10).and_then(day) {
        return Some((found, &text[10..]));
    }
    let digits = text
        .get(..8)
        .filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let ends = !text[8..].starts_with(|c: char| c.is_ascii_digit());
    if !(ends && (digits.starts_with("19") || digits.starts_with("20"))) {
        return None;
    }
    let found = day(&format!(
        "{}-{}-{}",
        &digits[..4],
        &digits[4..6],
        &digits[6..]
    ))?;
    Some((found, &text[8..]))
}

/// The minutes after midnight at the start of what follows a day, and the rest.
fn time_at(text: &str) -> Option<(i64, &str)> {
    let text = text.strip_prefix(['T', 't', ' '])?.trim_start();
    let hour = two_digits(text)?;
    let rest = &text[2..];
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    let minute = two_digits(rest)?;
    if hour > 24 || minute > 59 {
        return None;
    }
    let rest =
        rest[2..].trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ','));
    Some((hour * 60 + minute, rest))
}

/// The minutes before UTC that follow a time.
fn offset_at(text: &str) -> Option<i64> {
    let text = text.trim();
    if text.starts_with(['Z', 'z']) || text.starts_with("UTC") || text.starts_with("GMT") {
        return Some(0);
    }
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let hours = two_digits(&text[1..])?;
    let rest = &text[3..];
    let minutes = two_digits(rest.strip_prefix(':').unwrap_or(rest)).unwrap_or(0);
    (hours <= 14).then_some(sign * (hours * 60 + minutes))
}

fn two_digits(text: &str) -> Option<i64> {
    let digits = text.get(..2)?;
    digits
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::Stamp;
    use crate::calendar::Period;
    use time::Date;

    fn day(text: &str) -> Option<Date> {
        Period::parse(text).and_then(|p| p.from)
    }

    #[test]
    fn stamps_are_read_as_machines_write_them() {
        for (text, expected) in [
            ("2025-06-13", "2025-06-13"),
            ("2025-06-13T10:00:00.123Z", "2025-06-13"),
            ("2025-06-13 10:00", "2025-06-13"),
            (" 20250613", "2025-06-13"),
            ("20250613T1000", "2025-06-13"),
            ("20250613100000", ""),
            ("31121299", ""),
            ("2025-06", ""),
            ("2025-06-31", ""),
            ("soon", ""),
            ("2025-06-1é", ""),
            ("éééé2025", ""),
            ("2025-06-13T10:00+é", "2025-06-13"),
        ] {
            assert_eq!(Stamp::read(text).map(|s| s.day), day(expected), "{text}");
        }
    }

    #[test]
    fn a_day_of_utc_is_the_articles_own_where_nothing_says_another() {
        // The stamp, another stamp of the page, a day that the page shows, the day of the article.
        for (stamp, other, shown, expected) in [
            ("2024-03-02T02:15:00Z", "", "", "2024-03-02"),
            (
                "2024-03-02T02:15:00Z",
                "2024-03-01T21:15:00-05:00",
                "",
                "2024-03-01",
            ),
            (
                "2024-03-02T02:15:00+00:00",
                "2024-03-01T22:40:00-05:00",
                "",
                "2024-03-01",
            ),
            (
                "2024-03-02T02:15:00Z",
                "2024-02-01T21:15:00-05:00",
                "",
                "2024-03-02",
            ),
            (
                "2024-03-01T22:30:00Z",
                "2024-03-02T09:30:00+11:00",
                "",
                "2024-03-02",
            ),
            ("2024-03-02T02:15:00Z", "", "2024-03-01", "2024-03-01"),
            // At that hour no clock of the world showed that day.
            ("2024-03-02T14:15:00Z", "", "2024-03-01", "2024-03-02"),
            ("2024-03-02T14:15:00Z", "", "2024-03-03", "2024-03-03"),
            ("2024-03-02T09:15:00Z", "", "2024-03-03", "2024-03-02"),
            ("2024-03-02T02:15:00Z", "", "2023-11-05", "2024-03-02"),
            // It says where it was written itself.
            ("2024-03-02T02:15:00+01:00", "", "2024-03-01", "2024-03-02"),
            ("2024-03-02", "", "2024-03-01", "2024-03-02"),
        ] {
            let others: Vec<Stamp> = Stamp::read(other).into_iter().collect();
            let shown: Vec<Date> = day(shown).into_iter().collect();
            let read = Stamp::read(stamp).map(|s| s.local(&others, &shown));
            assert_eq!(read, day(expected), "{stamp} {other} {shown:?}");
        }
    }
}
