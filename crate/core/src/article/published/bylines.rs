//! Lines near the top of an article that say when it was written: "Published On Fri Jun 13 2025",
//! "Ann Bo, 13 June 2025", "LISBON, June 13, 2025 (Agency) –".

use crate::article::days::written;
use crate::article::is_within;
use crate::calendar::{month_called, weekday_called};
use crate::language::Language;
use crate::lexicon::class;
use crate::page::{Block, Page, Role, Zone};
use time::Date;

/// How many blocks from the top of the article a byline may stand, and how long it is at most, in bytes.
const BLOCKS: usize = 12;
const LENGTH: usize = 120;

/// How far into a text its place and day reach, in bytes.
const DATELINE: usize = 90;

/// How many names there are beside the day of a byline that no other word gives away.
const NAMES: usize = 5;

/// What a page shows of its days.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Shown {
    pub(super) published: Option<Date>,
    pub(super) modified: Option<Date>,
}

/// What the lines near the top of the article say.
pub(super) fn shown<'p>(language: Language, top: impl Iterator<Item = &'p Block>) -> Shown {
    let mut shown = Shown::default();
    for block in top {
        let found = line(language, block).unwrap_or_else(|| Shown {
            published: dateline(&block.text),
            modified: None,
        });
        shown.published = shown.published.or(found.published);
        shown.modified = shown.modified.or(found.modified);
    }
    // A page that shows only when it was changed was written then, as far as anybody knows.
    shown.published = shown.published.or(shown.modified);
    shown
}

/// The blocks where a byline may stand: the first of the article, and those below the headline where that stands
/// outside. What is above the headline, or in the header of the site, is about the site: it has the day of today.
/// After the first sentences, from a heading that leads elsewhere on, the page speaks of other articles.
pub(super) fn near_top(page: &Page, zone: Zone) -> impl Iterator<Item = (usize, &Block)> {
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
        .scan(false, |told, (index, block)| {
            let link = block.is_mostly_link();
            *told |= !link && is_sentence(block);
            (!(*told && link && block.role == Role::Heading)).then_some((index, block))
        })
        .filter(|(_, block)| !block.text.trim().is_empty() && !block.is_mostly_link())
        .take(BLOCKS)
}

fn is_sentence(block: &Block) -> bool {
    let text = block.text.trim_end();
    block.role == Role::Paragraph
        && text.ends_with(['.', '?', '!', '”', '"'])
        && text.split_whitespace().nth(5).is_some()
}

/// Whether a block is so short that it may be a byline, and no sentence.
pub(super) fn is_short(block: &Block) -> bool {
    let text = block.text.trim();
    if text.len() > 4 * LENGTH {
        return false;
    }
    let (mut words, mut length) = (0, 0);
    for word in text.split_whitespace() {
        (words, length) = (words + 1, length + word.len() + 1);
        if length > LENGTH {
            return false;
        }
    }
    !(words > 5 && text.ends_with(['.', '?', '!', ':']) && !text.ends_with(".m."))
}

/// Whether a line says that its day is that of a change: "Updated 13 June".
pub(super) fn tells_of_change(language: Language, text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphabetic())
        .find_map(|word| match kind(language, word) {
            Some(Kind::Change) => Some(true),
            Some(Kind::Publication) => Some(false),
            _ => None,
        })
        .unwrap_or(false)
}

/// What words in bylines are there for; data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Publication,
    Change,
    Writer,
    Beside,
}

fn kind(language: Language, word: &str) -> Option<Kind> {
    let classes = language.classes_of(word);
    [
        (class::BESIDE, Kind::Beside),
        (class::WRITER, Kind::Writer),
        (class::REVISION, Kind::Change),
        (class::PUBLICATION, Kind::Publication),
    ]
    .into_iter()
    .find_map(|(class, kind)| classes.meets(class).then_some(kind))
}

/// The days of a byline, if the block is one.
fn line(language: Language, block: &Block) -> Option<Shown> {
    if !is_short(block) || matches!(block.role, Role::Headline | Role::Caption) {
        return None;
    }
    let text = block.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let days = written::days(&text);
    let (first, _) = days.first()?;
    if !says_when(language, &text, block.role) {
        return None;
    }
    let mut shown = Shown::default();
    let mut from = 0;
    let mut change = false;
    for (range, day) in &days {
        // The nearest word for it before the day says what the day is.
        let said = text[from..range.start]
            .split(|c: char| !c.is_ascii_alphabetic())
            .filter_map(|word| kind(language, word))
            .rfind(|kind| matches!(kind, Kind::Publication | Kind::Change));
        change = said.map_or(change && range.start != first.start, |kind| {
            kind == Kind::Change
        });
        let place = if change {
            &mut shown.modified
        } else {
            &mut shown.published
        };
        *place = place.or(Some(*day));
        from = range.end;
    }
    Some(shown)
}

/// Whether a short line with a day says when the article was written, and tells of nothing else: it begins with
/// the day or with a word for it, or holds names beside the day, and no sentence.
fn says_when(language: Language, text: &str, role: Role) -> bool {
    let text = text.trim_start_matches(['[', '(']);
    let mut first = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or("")
        .to_ascii_lowercase();
    first.truncate(9);
    let is_calendar = |word: &str| {
        word.len() >= 3 && (month_called(word).is_some() || weekday_called(word).is_some())
    };
    if first.starts_with(|c: char| c.is_ascii_digit()) || is_calendar(&first) {
        return true;
    }
    if matches!(
        kind(language, &first),
        Some(Kind::Publication | Kind::Change)
    ) || language.classes_of(&first).meets(class::BY)
    {
        return true;
    }
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty() && !word.starts_with(|c: char| c.is_ascii_digit()))
        .filter(|word| !is_calendar(&word.to_ascii_lowercase()))
        .collect();
    let said = words.iter().any(|word| {
        matches!(
            kind(language, word),
            Some(Kind::Publication | Kind::Change | Kind::Writer)
        )
    });
    let (named, unknown): (Vec<&str>, Vec<&str>) = words
        .into_iter()
        .filter(|word| kind(language, word).is_none())
        .partition(|word| word.starts_with(char::is_uppercase));
    // A heading may name a day that something happened on.
    let parted = role != Role::Heading && text.contains([',', '|', '·', '•', '—', '–', '-', '/']);
    unknown.len() <= usize::from(said)
        && named.len() <= NAMES
        && (said || parted && !text.ends_with('.'))
}

/// The day of a text that begins with place and day: "LISBON, June 13, 2025 (Agency) –".
fn dateline(text: &str) -> Option<Date> {
    let text = text.trim_start();
    let mut end = text.len().min(DATELINE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    if !is_parted(&text[..end]) {
        return None;
    }
    // Line breaks within are no reason not to see it.
    let head = text[..end].replace(['\n', '\t'], " ");
    let (range, day) = written::days(&head).into_iter().next()?;
    let after = head[range.end..].trim_start();
    let parted = after.starts_with(['-', '–', '—', '/', '(']);
    let place = head[..range.start].trim_end();
    let named = place.is_empty()
        || place.ends_with([',', '-', '–', '—'])
            && place
                .split(|c: char| !c.is_alphabetic())
                .filter(|word| !word.is_empty())
                .all(|word| word.starts_with(char::is_uppercase))
            && place
                .split(|c: char| !c.is_alphabetic())
                .any(|word| word.len() > 2 && word.chars().all(char::is_uppercase));
    let agency = !place.is_empty() || after.starts_with(['/', '(']);
    (parted && named && agency).then_some(day)
}

/// Whether digits stand in a text and then, but for spaces, one of the signs that part a day from what follows: most
/// texts have none, and looking costs far less than the expressions for days do.
fn is_parted(text: &str) -> bool {
    let mut digit = false;
    text.chars().any(|c| {
        let parted = digit && matches!(c, '-' | '–' | '—' | '/' | '(');
        digit = c.is_ascii_digit() || digit && c.is_whitespace();
        parted
    })
}

#[cfg(test)]
mod tests {
    use super::{Shown, dateline, shown};
    use crate::language::Language;
    use crate::page::{Block, Role};

    fn read(text: &str, role: Role) -> Shown {
        let block = Block {
            role,
            text: text.to_owned(),
            ..Block::default()
        };
        shown(Language::english(), [&block].into_iter())
    }

    #[test]
    fn bylines_say_when() {
        for text in [
            "Written: 2024-03-01 15:03:30 / Updated: 2024-03-02 09:30:46",
            "First published on Mar 1, 2024 04:25 pm",
            "Ann Bo, 1 March 2024",
            "admin — March 1, 2024 add comment",
            "Friday 1st of March 2024",
            "Release date: 1 March 2024",
            "Posted by Ann Bo on March 1, 2024 at 9:10 a.m. EST",
            "Last updated: 2 March 2024 | First published: 1 March 2024",
            "Ann Bo | 01.03.2024 | 4 min read",
            "Story by Ann Bo and Cy Do · Mar 1, 2024",
            "Date of issue 1 March 2024",
            "The Northern Sheet – 1 March 2024",
            "LISBON, March 1, 2024 (Agency) – The port",
            "PORTO ALEGRE, Brazil, March 1, 2024 /Wire/ -- The port shipped more than ever, and nobody knew why it had taken so long for them all.",
            "NEW BERGEN--(WIRE)--March 1, 2024--The port",
            "March 1, 2024 (Agency) The port shipped more than ever, and nobody knew why it had taken so long for all of them.",
        ] {
            let found = read(text, Role::Paragraph)
                .published
                .map(|day| day.to_string());
            assert_eq!(found.as_deref(), Some("2024-03-01"), "{text}");
        }
    }

    #[test]
    fn days_that_are_told_of_are_no_bylines() {
        for (text, role) in [
            ("It was closed on March 1, 2024.", Role::Paragraph),
            ("The bridge, closed on March 1, 2024", Role::Paragraph),
            ("Battle of the Weir, March 1, 2024", Role::Heading),
            ("Ann Bo at the weir, March 1, 2024", Role::Caption),
            (
                "Since the flood of March 1, 2024 – the worst",
                Role::Paragraph,
            ),
            (
                "They met on March 1, 2024 (a Friday) and stayed until the end of the week, for there was much to do.",
                Role::Paragraph,
            ),
            ("Ann Bo paid on 06/03/2024", Role::Paragraph),
        ] {
            let found = read(text, role).published;
            assert_eq!(found, None, "{text}");
        }
        assert_eq!(dateline("é"), None);
    }

    #[test]
    fn a_change_is_told_from_the_first_day() {
        for (text, published, modified) in [
            (
                "Updated: 2 March 2024 | Published: 1 March 2024",
                "2024-03-01",
                "2024-03-02",
            ),
            (
                "Published 1 March 2024, updated 2 March 2024",
                "2024-03-01",
                "2024-03-02",
            ),
            ("Last reviewed: 2 March 2024", "2024-03-02", "2024-03-02"),
        ] {
            let found = read(text, Role::Paragraph);
            let day = |day: Option<time::Date>| day.map(|day| day.to_string()).unwrap_or_default();
            assert_eq!(
                (day(found.published), day(found.modified)),
                (published.into(), modified.into()),
                "{text}"
            );
        }
    }
}
