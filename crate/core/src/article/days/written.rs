//! Days as people write them: "June 13, 2025", "the 13th of June 2025", "2025-06-13", "13.06.2025".

use crate::calendar::{Period, month_called};
use regex::{Captures, Regex, RegexBuilder};
use std::ops::Range;
use std::sync::OnceLock;
use time::Date;

fn pattern(cell: &'static OnceLock<Option<Regex>>, pattern: &str) -> Option<&'static Regex> {
    cell.get_or_init(|| {
        RegexBuilder::new(pattern)
            .unicode(false)
            .case_insensitive(true)
            .build()
            .ok()
    })
    .as_ref()
}

/// The first day in a text that is written out in English.
pub(in crate::article) fn read(text: &str) -> Option<Date> {
    in_words(text).into_iter().map(|(_, day)| day).next()
}

/// `…/2025/06/13/…`, `…-2025-06-13-…`, `…/20250613/…`.
pub(in crate::article) fn in_address(url: &str) -> Option<Date> {
    static ADDRESS: OnceLock<Option<Regex>> = OnceLock::new();
    let found = pattern(
        &ADDRESS,
        r"[/\-_](20\d\d)[/\-]?([01]\d)[/\-]?([0-3]\d)(?:[/\-_.]|$)",
    )?
    .captures(url)?;
    date(&found[1], &found[2], &found[3])
}

/// Every day in a text, and where it stands, in its order. A day in figures alone counts where it is clear
/// which of them is the month.
pub(in crate::article) fn days(text: &str) -> Vec<(Range<usize>, Date)> {
    static FIGURES: OnceLock<Option<Regex>> = OnceLock::new();
    let figures = pattern(
        &FIGURES,
        r"\b(?:((?:19|20)\d\d)([-/.])([01]?\d)[-/.]([0-3]?\d)|([0-3]?\d)([./-])([0-3]?\d)[./-]((?:19|20)\d\d))(?:\b|T)",
    );
    let in_figures = |found: Captures<'_>| {
        let part = |index| found.get(index).map(|part: regex::Match<'_>| part.as_str());
        let day = match (part(1), part(8)) {
            (Some(year), _) => date(year, part(3)?, part(4)?),
            (_, Some(year)) => by_place(part(5)?, part(7)?, year, part(6)? == "."),
            _ => None,
        }?;
        Some((found.get(0)?.range(), day))
    };
    if !holds_a_year(text) {
        return Vec::new();
    }
    let mut days = in_words(text);
    days.extend(
        figures
            .into_iter()
            .flat_map(|figures| figures.captures_iter(text))
            .filter_map(in_figures),
    );
    crate::order::by_key(&mut days, |(range, _)| range.start);
    days
}

/// Whether four digits that can be a year stand in a text: without them there is no day, and most lines near the top
/// of a page have none. Looking costs far less than the expressions do.
fn holds_a_year(text: &str) -> bool {
    text.as_bytes().windows(4).any(|four| {
        matches!(four, [b'1', b'9', ..] | [b'2', b'0', ..])
            && four[2..].iter().all(u8::is_ascii_digit)
    })
}

fn in_words(text: &str) -> Vec<(Range<usize>, Date)> {
    static DAY: OnceLock<Option<Regex>> = OnceLock::new();
    let words = pattern(
        &DAY,
        r"\b(?:([0-3]?\d)(?:st|nd|rd|th)?(?: of|\.)?[ -])?([a-z]{3,9})\.?(?: ([0-3]?\d)(?:st|nd|rd|th)?)?,?[ -]((?:19|20)\d\d)\b",
    );
    let day = |found: Captures<'_>| {
        let month = month_called(&found[2])?;
        let day = found.get(1).or(found.get(3))?.as_str();
        Some((
            found.get(0)?.range(),
            date(&found[4], &month.to_string(), day)?,
        ))
    };
    words
        .into_iter()
        .flat_map(|words| words.captures_iter(text))
        .filter_map(day)
        .collect()
}

/// With full stops the day stands first; with other signs that depends on the country, and is known only where
/// one of the two can be no month, or both are the same.
fn by_place(one: &str, other: &str, year: &str, stops: bool) -> Option<Date> {
    let number = |text: &str| text.parse::<u8>().ok();
    let (first, second) = (number(one)?, number(other)?);
    match (first > 12, second > 12) {
        (_, false) if stops || first > 12 || first == second => date(year, other, one),
        (false, true) if !stops => date(year, one, other),
        _ => None,
    }
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    Period::parse(&format!("{year}-{month:0>2}-{day:0>2}"))?.from
}

#[cfg(test)]
mod tests {
    use super::{days, in_address};

    #[test]
    fn days_are_read_as_people_write_them() {
        for (text, expected) in [
            ("June 13, 2025", "2025-06-13"),
            ("Published On Fri Jun 13 2025", "2025-06-13"),
            ("13 Sept 2024 by Ann", "2024-09-13"),
            ("Monday 3rd of June 2024", "2024-06-03"),
            ("03-Jun-2024", "2024-06-03"),
            ("3. June 2024", "2024-06-03"),
            ("2024/06/03 10:15", "2024-06-03"),
            ("03.06.2024", "2024-06-03"),
            ("23/06/2024", "2024-06-23"),
            ("06/23/2024", "2024-06-23"),
            ("06/06/2024", "2024-06-06"),
            // Which of them is the month depends on the country.
            ("06/03/2024", ""),
            ("13.13.2024", ""),
            ("June 2024", ""),
            ("14 boats 2024", ""),
            ("yesterday", ""),
            (
                "Ann, 3 June 2024, changed 2024-06-04",
                "2024-06-03 2024-06-04",
            ),
        ] {
            let read: Vec<String> = days(text).iter().map(|(_, day)| day.to_string()).collect();
            assert_eq!(read.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn addresses_hold_days() {
        for (url, expected) in [
            ("https://news.example/2025/06/13/deal", "2025-06-13"),
            ("https://news.example/20250613-deal", "2025-06-13"),
            ("https://news.example/story-14800000", ""),
        ] {
            let read = in_address(url).map(|day| day.to_string());
            assert_eq!(read.unwrap_or_default(), expected, "{url}");
        }
    }
}
