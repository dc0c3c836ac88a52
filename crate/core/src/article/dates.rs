//! The day an article was published: as the page's data says, else its address, else its byline.

use crate::calendar::{MONTHS, Period};
use crate::page::Page;
use regex::{Regex, RegexBuilder};
use std::sync::OnceLock;
use time::Date;

/// How many blocks from the top a byline may stand.
const BYLINE_BLOCKS: usize = 12;

pub(super) fn published(page: &Page) -> Option<Date> {
    let mut stated: Vec<_> = page.dates.iter().collect();
    stated.sort_by_key(|d| d.from);
    stated
        .iter()
        .find_map(|d| read(&d.value))
        .or_else(|| in_address(&page.url))
        .or_else(|| byline(page))
}

/// Reads the day at the start of an ISO date, or a day written out in English.
fn read(text: &str) -> Option<Date> {
    let text = text.trim();
    text.get(..10)
        .and_then(Period::parse)
        .filter(|p| p.from == p.to)
        .and_then(|p| p.from)
        .or_else(|| written_out(text))
}

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

/// `…/2025/06/13/…`, `…-2025-06-13-…`, `…/20250613/…`.
fn in_address(url: &str) -> Option<Date> {
    static ADDRESS: OnceLock<Option<Regex>> = OnceLock::new();
    let found = pattern(
        &ADDRESS,
        r"[/\-_](20\d\d)[/\-]?([01]\d)[/\-]?([0-3]\d)(?:[/\-_.]|$)",
    )?
    .captures(url)?;
    Period::parse(&format!("{}-{}-{}", &found[1], &found[2], &found[3]))?.from
}

/// "Jun 13 2025", "June 13, 2025", "13 June 2025".
fn written_out(text: &str) -> Option<Date> {
    static DAY: OnceLock<Option<Regex>> = OnceLock::new();
    let found = pattern(
        &DAY,
        r"\b(?:([0-3]?\d)(?:st|nd|rd|th)? )?([a-z]{3,9})\.?(?: ([0-3]?\d)(?:st|nd|rd|th)?)?,? (20\d\d)\b",
    )?
    .captures(text)?;
    let name = found[2].to_lowercase();
    let month = MONTHS
        .iter()
        .position(|m| m.starts_with(&name) || name == "sept" && *m == "september")?
        + 1;
    let day = found.get(1).or(found.get(3))?.as_str();
    Period::parse(&format!("{}-{month:02}-{:0>2}", &found[4], day))?.from
}

/// A short line near the top that says when: "Published On Fri Jun 13 2025", "June 13, 2025 · 5 min read".
fn byline(page: &Page) -> Option<Date> {
    page.blocks
        .iter()
        .take(BYLINE_BLOCKS)
        .filter(|b| b.text.len() < 80)
        .find_map(|b| {
            static LABEL: OnceLock<Option<Regex>> = OnceLock::new();
            let text = b.text.trim();
            let line = pattern(&LABEL, r"^(?:\[date\]|date:|published|updated|posted|by |(?:mon|tue|wed|thu|fri|sat|sun)|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)")?;
            if !line.is_match(text) {
                return None;
            }
            written_out(text).or_else(|| iso_within(text))
        })
}

fn iso_within(text: &str) -> Option<Date> {
    static ISO: OnceLock<Option<Regex>> = OnceLock::new();
    let found = pattern(&ISO, r"\b(20\d\d-[01]\d-[0-3]\d)(?:\b|T)")?.captures(text)?;
    Period::parse(&found[1])?.from
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_where_pages_put_them() {
        let day = |text: &str| Period::parse(text).and_then(|p| p.from);
        assert_eq!(read("2025-06-13T10:00:00Z"), day("2025-06-13"));
        assert_eq!(read("June 13, 2025"), day("2025-06-13"));
        assert_eq!(
            written_out("Published On Fri Jun 13 2025"),
            day("2025-06-13")
        );
        assert_eq!(written_out("13 Sept 2024 by Ann"), day("2024-09-13"));
        assert_eq!(
            in_address("https://news.example/2025/06/13/deal"),
            day("2025-06-13")
        );
        assert_eq!(
            in_address("https://news.example/20250613-deal"),
            day("2025-06-13")
        );
        assert_eq!(in_address("https://news.example/story-14800000"), None);
        assert_eq!(read("yesterday"), None);
    }
}
