//! Claims that a page's data says were reviewed (ClaimReview): what was claimed, by whom and when, and how it is rated.

use super::Thing;
use crate::article::days;
use crate::calendar::Period;
use crate::figures::Decimal;
use crate::language::Language;
use crate::lexicon::class;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// So many reviews of a page are looked at.
pub const MOST: usize = 20;

/// A longer name or rating is cut, and a longer rating is read by its number alone: it is a sentence. In characters, and
/// in words.
const LONGEST: usize = 80;
const MOST_WORDS: usize = 4;

/// The fields that a review is told in, at whichever depth.
pub(super) const FIELDS: [&str; 12] = [
    "@id",
    "alternateName",
    "author",
    "bestRating",
    "claimReviewed",
    "datePublished",
    "name",
    "publisher",
    "ratingValue",
    "reviewRating",
    "url",
    "worstRating",
];

/// A claim that somebody has looked into.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// What was claimed, in a sentence or two.
    pub claim: String,
    /// Who claims it, or empty.
    pub claimant: String,
    /// The day on which it was claimed, `YYYY-MM-DD`, or empty.
    pub claimed: String,
    /// Who has looked into it, or empty.
    pub publisher: String,
    /// The address of the review, or empty.
    pub address: String,
    /// The day of the review, `YYYY-MM-DD`, or empty.
    pub published: String,
    /// How it is rated, in the words of who rated it, or as "1 of 5".
    pub rating: String,
    /// Whether that denies the claim; else it bears it out.
    pub denied: bool,
}

impl Review {
    /// All that it says.
    pub fn texts(&self) -> [&String; 7] {
        [
            &self.claim,
            &self.claimant,
            &self.claimed,
            &self.publisher,
            &self.address,
            &self.published,
            &self.rating,
        ]
    }
}

/// The reviews that the things of a script make; of those that say nothing clear of their claim none.
pub(super) fn of(language: Language, things: &[Thing]) -> impl Iterator<Item = Review> {
    let reviews = things.iter().enumerate().filter(|(_, thing)| thing.review);
    let graph = Graph { things };
    reviews
        .take(MOST)
        .filter_map(move |(at, _)| graph.review(language, at))
}

#[derive(Clone, Copy)]
struct Graph<'t> {
    things: &'t [Thing],
}

impl<'t> Graph<'t> {
    fn review(self, language: Language, at: usize) -> Option<Review> {
        let claim = plain(self.said(at, "claimReviewed"));
        let (denied, rating) = self.rating(language, self.within(at, "reviewRating")?)?;
        let item = self.within(at, "itemReviewed");
        let day = |at| day(self.said(at, "datePublished"));
        let address = self.said(at, "url");
        let of_the_web = address.starts_with("https://") || address.starts_with("http://");
        (!claim.is_empty()).then(|| Review {
            claim,
            claimant: item.map_or_else(String::new, |item| self.named(item, "author")),
            claimed: item.map_or_else(String::new, day),
            publisher: Some(self.named(at, "publisher"))
                .filter(|name| !name.is_empty())
                .unwrap_or_else(|| self.named(at, "author")),
            address: if of_the_web {
                address.to_owned()
            } else {
                String::new()
            },
            published: day(at),
            rating,
            denied,
        })
    }

    /// What a thing says in a field; or nothing.
    fn said(self, at: usize, field: &str) -> &'t str {
        let said = self.things[at].said.iter();
        let mut of = said.filter(|(name, _)| *name == field);
        of.next().map_or("", |(_, value)| value)
    }

    /// What is told of a thing in a field: the first where there are several. One may only be named there, and told of
    /// elsewhere.
    fn within(self, at: usize, field: &str) -> Option<usize> {
        let inside = |thing: &Thing| {
            thing
                .within
                .as_ref()
                .is_some_and(|(outer, of)| *outer == at && of == field)
        };
        let found = self.things.iter().position(inside)?;
        let id = self.said(found, "@id");
        if id.is_empty() || self.things[found].said.len() > 1 {
            return Some(found);
        }
        let told =
            (0..self.things.len()).find(|&other| other != found && self.said(other, "@id") == id);
        Some(told.unwrap_or(found))
    }

    /// The name of who stands in a field.
    fn named(self, at: usize, field: &str) -> String {
        let name = self.within(at, field).map(|found| self.said(found, "name"));
        cut(&plain(name.unwrap_or_else(|| self.said(at, field))))
    }

    /// Whether a rating denies what it is of, and how it is put; none where it leaves it open.
    fn rating(self, language: Language, at: usize) -> Option<(bool, String)> {
        let name = plain(self.said(at, "alternateName"));
        let number = |field: &str, otherwise: Decimal| {
            let said = self.said(at, field).trim();
            if said.is_empty() {
                Some(otherwise)
            } else {
                Decimal::from_str(said).ok()
            }
        };
        let value = self.said(at, "ratingValue").trim();
        // Some write the words where the number should be.
        let name = if name.is_empty() && Decimal::from_str(value).is_err() {
            plain(value)
        } else {
            name
        };
        // What the best and the worst are where a page does not say is said by schema.org.
        let scale = (|| {
            let (best, worst) = (
                number("bestRating", Decimal::from(5))?,
                number("worstRating", Decimal::ONE)?,
            );
            on_scale(Decimal::from_str(value).ok()?, worst, best)
        })();
        let denied = match (in_words(language, &name), scale) {
            (Some(Ruling::Open), _) | (None, None | Some(Ruling::Open)) => return None,
            (Some(said), Some(number)) if number != Ruling::Open && number != said => return None,
            (Some(said), _) | (None, Some(said)) => said == Ruling::Denied,
        };
        let best = self.said(at, "bestRating").trim();
        let put = match (name.is_empty(), best.is_empty()) {
            (false, _) => cut(&name),
            (true, false) => cut(&format!("{value} of {best}")),
            (true, true) => cut(&format!("{value} of 5")),
        };
        Some((denied, put))
    }
}

/// What a rating makes of its claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ruling {
    Denied,
    Held,
    Open,
}

/// By its number: the lowest quarter of the scale denies, and its end bears out. A scale may run either way.
fn on_scale(value: Decimal, worst: Decimal, best: Decimal) -> Option<Ruling> {
    let whole = best.checked_sub(worst)?;
    let part = value.checked_sub(worst)?.checked_div(whole)?;
    if part < Decimal::ZERO || part > Decimal::ONE {
        return None;
    }
    Some(if part <= Decimal::new(25, 2) {
        Ruling::Denied
    } else if part == Decimal::ONE {
        Ruling::Held
    } else {
        Ruling::Open
    })
}

/// By its words; none where they are not known, or too many to be a name.
fn in_words(language: Language, name: &str) -> Option<Ruling> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS + 1)
        .collect();
    if words.len() > MOST_WORDS {
        return None;
    }
    let lexicon = language.lexicon();
    let has = |class| {
        words
            .iter()
            .any(|word| lexicon.classes_of(word).meets(class))
    };
    let (untrue, so, not) = (
        has(class::RATED_FALSE),
        has(class::RATED_TRUE),
        has(class::NOT),
    );
    Some(match (untrue, so) {
        _ if has(class::RATED_OPEN) => Ruling::Open,
        (true, true) => Ruling::Open,
        (true, false) if not => Ruling::Open,
        (true, false) => Ruling::Denied,
        (false, true) if not => Ruling::Denied,
        (false, true) if has(class::RATED_MOSTLY) => Ruling::Open,
        (false, true) => Ruling::Held,
        (false, false) => return None,
    })
}

fn day(stamp: &str) -> String {
    days::read(stamp).map_or_else(String::new, |stamp| Period::day(stamp.day).label())
}

fn cut(text: &str) -> String {
    if text.chars().nth(LONGEST).is_none() {
        return text.to_owned();
    }
    let mut made: String = text.chars().take(LONGEST - 1).collect();
    made.push('…');
    made
}

/// Signs that HTML writes by name, as they come in texts; those of markup last, for what they make is not read again.
const NAMED: [(&str, char); 17] = [
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("pound", '£'),
    ("euro", '€'),
    ("cent", '¢'),
    ("yen", '¥'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
    ("lt", '<'),
    ("gt", '>'),
    ("amp", '&'),
];

/// A text as a reader would see it, with single spaces: data is often written as HTML, in whole or by its signs.
fn plain(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        made.push_str(&rest[..at]);
        let read = if rest[at..].starts_with('<') {
            tag(&rest[at..])
        } else {
            sign(&rest[at..])
        };
        let (c, length) = read.unwrap_or((
            if rest[at..].starts_with('<') {
                '<'
            } else {
                '&'
            },
            1,
        ));
        made.push(c);
        rest = &rest[at + length..];
    }
    made.push_str(rest);
    let seen = |c: &char| !c.is_control() || c.is_whitespace();
    // What turns the direction of a text has no say in what stands around it.
    let turns = |c: &char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let made: String = made.chars().filter(|c| seen(c) && !turns(c)).collect();
    made.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An element's tag, which parts words.
fn tag(text: &str) -> Option<(char, usize)> {
    let named = text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let end = text.find('>').filter(|_| named)?;
    Some((' ', end + 1))
}

/// A sign that is written by its name or its number.
fn sign(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((c, end + 1))
}
