//! The day an article was published: as the page's data says, else its address, else its byline.

use super::is_within;
use crate::calendar::{DAYS, MONTHS, Period};
use crate::language::words::lines;
use crate::page::{Block, Page, Role, Zone};
use regex::{Regex, RegexBuilder};
use rustc_hash::FxHashSet;
use std::sync::OnceLock;
use time::Date;

/// How many blocks from the top of the article a byline may stand, and how long it is at most, in bytes.
const BYLINE_BLOCKS: usize = 12;
const BYLINE_LENGTH: usize = 80;

/// The day the article in that zone of the page was published.
pub(super) fn published(page: &Page, zone: Zone) -> Option<Date> {
    let mut stated: Vec<_> = page.dates.iter().collect();
    stated.sort_by_key(|d| d.from);
    stated
        .iter()
        .find_map(|d| read(&d.value))
        .or_else(|| in_address(&page.url))
        .or_else(|| byline(page, zone))
}

/// Reads the day at the start of an ISO date, or a day written out in English.
pub fn read(text: &str) -> Option<Date> {
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
    let month = MONTHS.iter().position(|m| m.starts_with(&name))? + 1;
    let day = found.get(1).or(found.get(3))?.as_str();
    Period::parse(&format!("{}-{month:02}-{:0>2}", &found[4], day))?.from
}

/// A short line near the top that says when: "Published On Fri Jun 13 2025", "June 13, 2025 · 5 min read".
fn byline(page: &Page, zone: Zone) -> Option<Date> {
    near_top(page, zone).find_map(|block| {
        let text = block.text.trim();
        if text.len() > 4 * BYLINE_LENGTH {
            return None;
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.len() >= BYLINE_LENGTH || !begins_a_byline(&text) {
            return None;
        }
        written_out(&text).or_else(|| iso_within(&text))
    })
}

/// The blocks where a byline may stand: the first of the article, and those below the headline where that stands
/// outside. What is above the headline, or in the header of the site, is about the site: it has the day of today.
fn near_top(page: &Page, zone: Zone) -> impl Iterator<Item = &Block> {
    let headline = page
        .blocks
        .iter()
        .position(|block| block.role == Role::Headline && !block.is_mostly_link());
    let headline = headline.map(|index| (index, page.blocks[index].zone));
    page.blocks
        .iter()
        .enumerate()
        .filter(move |(index, block)| {
            let below = headline.is_none_or(|(top, _)| *index >= top);
            let beside = headline.is_some_and(|(top, zone)| *index >= top && block.zone == zone);
            let marked = matches!(zone, Zone::Article | Zone::Main);
            is_within(block, zone) && (marked || below) || beside
        })
        .map(|(_, block)| block)
        .filter(|block| !block.text.trim().is_empty() && !block.is_mostly_link())
        .take(BYLINE_BLOCKS)
}

/// Whether a line begins as those do that say when: with a word for it, a name of a day or month, or a figure.
fn begins_a_byline(text: &str) -> bool {
    static WORDS: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        lines(include_str!("../../data/article/bylines.txt"))
            .flat_map(str::split_whitespace)
            .collect()
    });
    let text = text.trim_start_matches('[').to_ascii_lowercase();
    let first = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or("");
    let shortened = |name: &&str| first.len() >= 3 && name.starts_with(first);
    first.starts_with(|c: char| c.is_ascii_digit())
        || words.contains(first)
        || MONTHS.iter().chain(&DAYS).any(shortened)
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

    /// A block by zone, role and text; a text in angle brackets is a link.
    type Line = (Zone, Role, &'static str);

    fn page(blocks: &[Line]) -> Page {
        let blocks = blocks.iter().map(|(zone, role, text)| {
            let inner = text.trim_matches(['<', '>']);
            Block {
                zone: *zone,
                role: *role,
                text: inner.to_owned(),
                linked: if inner == *text { 0 } else { inner.len() },
                row: 0,
            }
        });
        Page {
            blocks: blocks.collect(),
            ..Page::default()
        }
    }

    #[test]
    fn a_byline_is_the_articles_own_and_not_the_day_in_the_header_of_the_site() {
        use Role::{Headline, Item, Paragraph};
        let menu = [(Zone::Body, Item, "<Sport>"); 20];
        let today = "Sunday, November 22, 2026";
        let cases: [(&str, Vec<Line>, Option<&str>); 9] = [
            (
                "the header of the site has today",
                vec![
                    (Zone::Header, Paragraph, today),
                    (Zone::Article, Headline, "A bridge"),
                    (Zone::Article, Paragraph, "Published  on\n June 13, 2025"),
                    (Zone::Article, Paragraph, "It is closed."),
                ],
                Some("2025-06-13"),
            ),
            (
                "and the article says nothing",
                vec![
                    (Zone::Header, Paragraph, today),
                    (Zone::Article, Headline, "A bridge"),
                    (Zone::Article, Paragraph, "It is closed."),
                ],
                None,
            ),
            (
                "nothing is marked, and today stands above the headline",
                vec![
                    (Zone::Body, Paragraph, today),
                    (Zone::Body, Headline, "<The Sheet>"),
                    (Zone::Body, Headline, "A bridge"),
                    (Zone::Body, Paragraph, "By Ann Bo | 13 June 2025"),
                ],
                Some("2025-06-13"),
            ),
            (
                "a long menu",
                [
                    menu.to_vec(),
                    vec![
                        (Zone::Body, Headline, "A bridge"),
                        (Zone::Body, Paragraph, "2025-06-13"),
                    ],
                ]
                .concat(),
                Some("2025-06-13"),
            ),
            (
                "a long menu, and no headline",
                [
                    menu.to_vec(),
                    vec![(Zone::Body, Paragraph, "Fri Jun 13 2025")],
                ]
                .concat(),
                Some("2025-06-13"),
            ),
            (
                "headline and byline outside of the article",
                vec![
                    (Zone::Main, Headline, "A bridge"),
                    (Zone::Main, Paragraph, "Updated June 13, 2025"),
                    (
                        Zone::Article,
                        Paragraph,
                        "It is closed, and nobody knows for how long.",
                    ),
                ],
                Some("2025-06-13"),
            ),
            (
                "a header that is the article's",
                vec![
                    (Zone::Header, Headline, "A bridge"),
                    (Zone::Header, Paragraph, "June 13, 2025"),
                    (Zone::Body, Paragraph, "It is closed."),
                ],
                Some("2025-06-13"),
            ),
            (
                "the day above the headline, within the article",
                vec![
                    (Zone::Article, Paragraph, "June 13, 2025"),
                    (Zone::Article, Headline, "A bridge"),
                    (Zone::Article, Paragraph, "It is closed."),
                ],
                Some("2025-06-13"),
            ),
            (
                "a day that is told of",
                vec![
                    (Zone::Article, Headline, "A bridge"),
                    (Zone::Article, Paragraph, "It was closed on June 13, 2025."),
                ],
                None,
            ),
        ];
        for (what, blocks, day) in cases {
            let day = day.and_then(Period::parse).and_then(|p| p.from);
            let page = page(&blocks);
            assert_eq!(crate::article::Article::of(&page).published, day, "{what}");
        }
    }
}
