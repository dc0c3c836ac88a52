//! When a claim is said to hold.

use super::sentence::{ItemKind, Sentence};
use crate::calendar::{Period, shifted};
use crate::figures::{Kind, Quantity};
use crate::language::words::Class;
use rust_decimal::prelude::ToPrimitive;
use time::Date;

/// When a claim is said to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum When {
    /// Nothing is said: news, as of the article.
    #[default]
    Unsaid,
    /// Said to be so now.
    Now,
    /// At a stated time.
    At(Period),
    /// Before something that is named ("before the deal").
    Earlier,
    /// At some other time that is not stated as a date ("when …", "once").
    Elsewhen,
}

/// The days a date or year figure stands for.
pub(crate) fn period_of(quantity: &Quantity, published: Option<Date>) -> Option<Period> {
    let number = |d: &rust_decimal::Decimal| d.to_i32();
    match quantity.kind {
        Kind::Year => {
            let from = Period::year(number(&quantity.low)?)?;
            let to = Period::year(number(&quantity.high)?)?;
            Some(Period {
                from: from.from,
                to: to.to,
            })
        }
        Kind::Date => {
            let day = number(&quantity.low)?;
            let (year, month, day) = (day / 10_000, day / 100 % 100, day % 100);
            let month = u8::try_from(month).ok()?;
            // "in March": the last one before the article.
            let year = if year >= 1000 {
                year
            } else {
                let day = published?;
                day.year() - i32::from(month > u8::from(day.month()))
            };
            match (month, day) {
                (0, _) => Period::year(year),
                (_, 0) => Period::month(year, month),
                _ => Period::parse(&format!("{year:04}-{month:02}-{day:02}")),
            }
        }
        _ => None,
    }
}

/// How far from the figure a date may stand, in items, and still be its time.
const NEAR: usize = 14;

/// The time of the figure at item `at`.
pub(crate) fn when(sentence: &Sentence<'_>, at: usize, published: Option<Date>) -> When {
    let start = sentence.clause_start(at);
    let end = sentence.clause_end(at);
    // A year in brackets right after the figure's phrase is its own.
    if let Some(period) = bracketed(sentence, at, published) {
        return When::At(period);
    }
    // "founded nine years ago" is itself a time.
    if sentence
        .figure(at)
        .is_some_and(|q| q.kind == Kind::Duration)
    {
        return When::Unsaid;
    }
    let distance = |i: usize| at.abs_diff(i);
    // A date in the same sentence, unless another figure of the same kind is nearer to it.
    let kind = sentence.figure(at).map(|q| q.kind);
    let rival = |i: usize| {
        let nearer = distance(i);
        let around = i.saturating_sub(nearer - 1)..(i + nearer).min(sentence.items.len());
        around
            .filter(|&j| j != at)
            .any(|j| sentence.figure(j).map(|q| q.kind) == kind)
    };
    let dated = (0..sentence.items.len())
        .filter(|&i| i != at)
        .filter_map(|i| Some((i, period_of(sentence.figure(i)?, published)?)))
        .filter(|&(i, _)| {
            opens(sentence, i) || distance(i) <= NEAR && !rival(i) && same_segment(sentence, i, at)
        })
        .min_by_key(|(i, _)| distance(*i));
    if let Some((_, period)) = dated {
        return When::At(period);
    }
    if (at..sentence.items.len()).any(|i| matches!(sentence.plain(i), Some("before" | "prior"))) {
        return When::Earlier;
    }
    for i in start..end {
        let ItemKind::Word = sentence.items[i].kind else {
            continue;
        };
        match (sentence.lower(i), sentence.lower(i + 1)) {
            ("last", "year") => return relative(published, -1),
            ("this", "year") => return relative(published, 0),
            ("year" | "years", "ago" | "earlier") | ("initially", _) => return When::Elsewhen,
            ("at", "first") | ("by", "the")
                if sentence.lower(i + 1) == "first" || sentence.lower(i + 2) == "time" =>
            {
                return When::Elsewhen;
            }
            ("when" | "once" | "formerly" | "previously" | "originally", _) if i != at => {
                return When::Elsewhen;
            }
            ("at", "the") if sentence.lower(i + 2) == "time" => return When::Elsewhen,
            ("then" | "ago" | "earlier", _) if distance(i) <= 3 => return When::Elsewhen,
            ("now" | "currently" | "today" | "recently" | "newly", _) => return When::Now,
            _ => {}
        }
    }
    When::Unsaid
}

/// Whether the date at `date` stands in a phrase that opens the sentence: "In May 2024, …".
fn opens(sentence: &Sentence<'_>, date: usize) -> bool {
    let first =
        (0..sentence.items.len()).find(|&i| sentence.is_word(i) || sentence.figure(i).is_some());
    first.is_some_and(|first| {
        date <= first + 4 && (first == date || sentence.class(first).is(Class::PREPOSITION))
    })
}

/// Whether nothing that opens an aside stands between the date and the figure; a comma may when a
/// preposition follows it: "…, in June 2025".
fn same_segment(sentence: &Sentence<'_>, date: usize, at: usize) -> bool {
    let (from, to) = if date < at { (date, at) } else { (at, date) };
    (from + 1..to).all(|i| match sentence.plain(i) {
        Some("," | "—" | "–" | "(") => {
            sentence.class(i + 1).is(Class::PREPOSITION) && i + 2 == date
        }
        Some(";" | ":" | ")") => false,
        _ => true,
    })
}

fn relative(published: Option<Date>, years: i32) -> When {
    published
        .and_then(|d| Period::year(d.year() + years))
        .map_or(When::Elsewhen, When::At)
}

/// A date in brackets within a few items after the figure.
fn bracketed(sentence: &Sentence<'_>, at: usize, published: Option<Date>) -> Option<Period> {
    (at + 1..(at + 9).min(sentence.items.len())).find_map(|i| {
        let inside = sentence.plain(i - 1) == Some("(") && sentence.plain(i + 1) == Some(")");
        if inside {
            period_of(sentence.figure(i)?, published)
        } else {
            None
        }
    })
}

/// The birth days that an age allows when seen on a day of `seen`: an interval of days.
pub fn birth(low: i32, high: i32, seen: Period) -> Option<Period> {
    let (from, to) = (seen.from?, seen.to?);
    // Aged n on day d: born after d − (n+1) years, up to and on d − n years.
    Some(Period {
        from: shifted(crate::calendar::years_later(from, -(high + 1))?, 1),
        to: crate::calendar::years_later(to, -low),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_a_birth_interval() {
        let seen = Period::parse("2025-06-13").expect("a date");
        assert_eq!(birth(28, 28, seen), Period::parse("1996-06-14/1997-06-13"));
    }
}
