//! The day an article was published: as the page's data says, else its address, else its byline.

mod bylines;

use super::data::Thing;
use super::days::{self, Stamp, written};
use crate::language::Language;
use crate::page::{DateSource, Page, Role, Zone};
use bylines::{Shown, is_short, near_top, tells_of_change};
use time::Date;

/// A page that was changed so many days after it was published is kept up to date, and speaks from the change.
const KEPT: i64 = 365;

/// How many bytes of headlines are held against each other, and how many of ten words they share at least.
const LONGEST: usize = 400;
const SHARED: usize = 6;

/// The day the article in that zone of the page speaks from.
pub(super) fn day(language: Language, page: &Page, zone: Zone, things: &[Thing]) -> Option<Date> {
    if let Some(given) = stated(page, DateSource::Given).next() {
        return Some(given.day);
    }
    let shown = bylines::shown(language, near_top(page, zone).map(|(_, block)| block));
    let times = times(language, page, zone);
    let address = written::in_address(&page.url);
    let first = first_published(page, things, &times);
    let seen: Vec<Date> = address
        .into_iter()
        .chain(shown.published)
        .chain(times.iter().map(|time| time.day))
        .collect();
    let Some(first) = first else {
        return address.or(shown.published);
    };
    let stamps: Vec<Stamp> = things
        .iter()
        .filter(|thing| thing.own)
        .flat_map(|thing| [thing.published, thing.modified])
        .flatten()
        .chain(stated(page, DateSource::Meta))
        .chain(times.iter().copied())
        .collect();
    let day = first.local(&stamps, &seen);
    let seen = Seen {
        address,
        shown,
        times: &times,
    };
    Some(kept_up_to_date(page, things, day, &seen).unwrap_or(day))
}

/// When the page says that the article was published first: its data where that is surely the article's, else its
/// head, else what its data says of other things that are its own, else a time below its headline.
fn first_published(page: &Page, things: &[Thing], times: &[Stamp]) -> Option<Stamp> {
    let articles = || things.iter().filter(|thing| thing.own && thing.article);
    let of_page = |thing: &&Thing| is_headline(page, &thing.headline);
    let named = things
        .iter()
        .filter(|thing| thing.article)
        .filter(of_page)
        .find_map(|thing| thing.published);
    let only = || {
        articles()
            .find(|thing| thing.headline.is_empty())
            .or_else(|| articles().next().filter(|_| articles().count() == 1))
            .and_then(|thing| thing.published)
    };
    let own = |article: bool| {
        things
            .iter()
            .filter(move |thing| thing.own && thing.article == article)
            .find_map(|thing| thing.published)
    };
    named
        .or_else(only)
        .or_else(|| stated(page, DateSource::Meta).next())
        .or_else(|| own(true))
        .or_else(|| own(false))
        .or_else(|| times.first().copied())
}

/// What a page shows its readers of its day.
struct Seen<'t> {
    /// The day in its address.
    address: Option<Date>,
    shown: Shown,
    /// The times below its headline.
    times: &'t [Stamp],
}

/// The day of the last change, where the page is one that is kept up to date: years lie between, and it does not
/// show its readers the first day, as a newspaper does whose archive was moved.
fn kept_up_to_date(page: &Page, things: &[Thing], first: Date, seen: &Seen<'_>) -> Option<Date> {
    let of_data = things
        .iter()
        .filter(|thing| thing.own && thing.article)
        .find_map(|thing| thing.modified);
    let modified = of_data
        .or_else(|| stated(page, DateSource::Modified).next())
        .map(|stamp| stamp.day)
        .or(seen.shown.modified)?;
    let near = |day: Date, other: Date| (day - other).whole_days().abs() <= 1;
    let shows_change = seen.shown.modified.is_some_and(|day| near(day, modified));
    let shows_first = seen
        .address
        .into_iter()
        .chain(seen.shown.published)
        .chain(seen.times.iter().map(|time| time.day))
        .any(|day| near(day, first));
    ((modified - first).whole_days() > KEPT && (shows_change || !shows_first)).then_some(modified)
}

/// The stamps that a page states in one place, in its order.
fn stated(page: &Page, from: DateSource) -> impl Iterator<Item = Stamp> {
    page.dates
        .iter()
        .filter(move |date| date.from == from)
        .filter_map(|date| days::read(&date.value))
}

/// The times in lines below the headline, those of the publication before those of a change.
fn times(language: Language, page: &Page, zone: Zone) -> Vec<Stamp> {
    let mut of_change = Vec::new();
    let mut times = Vec::new();
    let mut stated = page
        .dates
        .iter()
        .filter(|date| date.from == DateSource::Time)
        .peekable();
    if stated.peek().is_none() {
        return times;
    }
    for (index, block) in near_top(page, zone) {
        while let Some(date) = stated.next_if(|date| date.block <= index) {
            if date.block == index
                && is_short(block)
                && let Some(stamp) = days::read(&date.value)
            {
                if tells_of_change(language, &block.text) {
                    of_change.push(stamp);
                } else {
                    times.push(stamp);
                }
            }
        }
    }
    times.extend(of_change);
    times
}

/// Whether a headline is that of the page: its title or its first headlines share most of the words.
fn is_headline(page: &Page, headline: &str) -> bool {
    let wanted = words(headline);
    let headlines = page
        .blocks
        .iter()
        .filter(|block| block.role == Role::Headline)
        .take(3)
        .map(|block| block.text.as_str());
    !wanted.is_empty()
        && headlines.chain([page.title.as_str()]).any(|title| {
            let known = words(title);
            let shared = wanted.iter().filter(|word| known.contains(word)).count();
            shared * 10 >= wanted.len().min(known.len()).max(2) * SHARED
        })
}

fn words(text: &str) -> Vec<String> {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end]
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(crate::text::lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::calendar::Period;
    use crate::language::Language;
    use crate::page::{Block, DateSource, Page, Role, StatedDate, Zone};
    use time::Date;

    /// A block by zone, role and text; a text in angle brackets is a link.
    type Line<'t> = (Zone, Role, &'t str);

    fn published(page: &Page) -> Option<Date> {
        Article::of(Language::english(), page).published
    }

    fn page(blocks: &[Line<'_>]) -> Page {
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
        let cases: [(&str, Vec<Line<'_>>, Option<&str>); 9] = [
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
            assert_eq!(published(&page), day, "{what}");
        }
    }

    const DAY: &str = "2024-03-01";

    /// The day of a page with a headline and a text, given its data, its metas, and lines below the headline.
    fn day_of(data: &[&str], metas: &[&str], changes: &[&str], below: &[&str]) -> String {
        let mut blocks = vec![(Zone::Body, Role::Headline, "The bridge is closed")];
        blocks.extend(
            below
                .iter()
                .map(|text| (Zone::Body, Role::Paragraph, *text)),
        );
        blocks.push((
            Zone::Body,
            Role::Paragraph,
            "Nobody knows for how long it is to be.",
        ));
        let mut page = page(&blocks);
        page.data = data.iter().map(|&text| text.to_owned()).collect();
        let stated = |from| move |value: &&str| StatedDate::new(from, *value);
        page.dates = metas.iter().map(stated(DateSource::Meta)).collect();
        page.dates
            .extend(changes.iter().map(stated(DateSource::Modified)));
        let published = published(&page);
        published.map(|day| day.to_string()).unwrap_or_default()
    }

    #[test]
    fn the_day_is_that_of_the_pages_own_article() {
        let own = r#"{"@type":"NewsArticle","headline":"The bridge is closed – The Sheet","datePublished":"2024-03-01"}"#;
        let untitled = r#"{"@type":"NewsArticle","datePublished":"2024-03-01"}"#;
        let other =
            r#"{"@type":"NewsArticle","headline":"Boats for sale","datePublished":"2019-05-05"}"#;
        let another = r#"{"@type":"NewsArticle","headline":"Sails","datePublished":"2018-05-05"}"#;
        let listed = r#"{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2019-05-05"}]}"#;
        let site = r#"{"@type":"WebPage","datePublished":"2019-05-05"}"#;
        let cases: [(&str, &[&str], &[&str], &str); 10] = [
            ("the one with its headline", &[other, own], &[], DAY),
            (
                "also where the head says another",
                &[own],
                &["2024-02-02"],
                DAY,
            ),
            (
                "one without a headline",
                &[other, another, untitled],
                &[],
                DAY,
            ),
            (
                "the head before articles of other headlines",
                &[other, another],
                &[DAY],
                DAY,
            ),
            (
                "a headline that was written for search",
                &[other],
                &[DAY],
                "2019-05-05",
            ),
            ("the head before a list", &[listed], &[DAY], DAY),
            ("the head before the data of the page", &[site], &[DAY], DAY),
            ("the data of the page", &[site], &[], "2019-05-05"),
            ("a list alone says nothing", &[listed], &[], ""),
            ("nothing", &[], &[], ""),
        ];
        for (what, data, metas, day) in cases {
            assert_eq!(day_of(data, metas, &[], &[]), day, "{what}");
        }
    }

    /// What a page is like: data, metas, lines below the headline, the day that it speaks from.
    type Kept<'t> = (
        &'t str,
        &'t [&'t str],
        &'t [&'t str],
        &'t [&'t str],
        &'t str,
    );

    #[test]
    fn a_page_that_is_kept_up_to_date_speaks_from_its_last_change() {
        let data =
            r#"{"@type":"Article","datePublished":"2012-03-01","dateModified":"2024-03-01"}"#;
        let soon =
            r#"{"@type":"Article","datePublished":"2024-03-01","dateModified":"2024-05-01"}"#;
        let cases: [Kept<'_>; 6] = [
            ("nothing of it is shown", &[data], &[], &[], DAY),
            (
                "the change is shown",
                &[data],
                &[],
                &["Last reviewed on 1 March 2024"],
                DAY,
            ),
            (
                "only the first day is shown",
                &[data],
                &[],
                &["By Ann Bo, 1 March 2012"],
                "2012-03-01",
            ),
            ("the head says it", &[], &["2012-03-01"], &[], DAY),
            (
                "both are shown",
                &[data],
                &[],
                &["Published 1 March 2012, updated 1 March 2024"],
                DAY,
            ),
            ("a correction of a newspaper", &[soon], &[], &[], DAY),
        ];
        for (what, data, metas, below, day) in cases {
            let changes: &[&str] = if data.is_empty() { &[DAY] } else { &[] };
            assert_eq!(day_of(data, metas, changes, below), day, "{what}");
        }
    }

    #[test]
    fn a_day_of_utc_gives_way_to_the_day_that_the_page_shows() {
        let late = r#"{"@type":"Article","datePublished":"2024-03-02T02:15:00Z"}"#;
        for (below, day) in [
            ("March 1, 2024 at 9:15 p.m.", DAY),
            ("March 2, 2024", "2024-03-02"),
            ("Nothing is said.", "2024-03-02"),
            ("Ann Bo, 5 November 2023", "2024-03-02"),
        ] {
            assert_eq!(day_of(&[late], &[], &[], &[below]), day, "{below}");
        }
    }

    #[test]
    fn days_of_teasers_are_not_the_articles() {
        use Role::{Heading, Headline, Paragraph};
        let mut page = page(&[
            (Zone::Body, Headline, "The bridge is closed"),
            (
                Zone::Body,
                Paragraph,
                "Nobody knows for how long it is to be.",
            ),
            (Zone::Body, Heading, "<Boats for sale>"),
            (Zone::Body, Paragraph, "5 May 2019"),
        ]);
        assert_eq!(published(&page), None);
        page.dates = vec![StatedDate {
            block: 3,
            ..StatedDate::new(DateSource::Time, "2019-05-05")
        }];
        assert_eq!(published(&page), None);
        page.dates[0].block = 1;
        assert_eq!(published(&page), None);
        page.blocks[1].text = "5 years ago".to_owned();
        let day = published(&page).map(|day| day.to_string());
        assert_eq!(day.as_deref(), Some("2019-05-05"));
    }
}
