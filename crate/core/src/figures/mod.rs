//! Reads the quantities of a text: numbers with their units and modifiers, as intervals of exact decimals.
//!
//! ```text
//! tokens ─ scan      the text with what the lexicon knows of each token
//!        ─ number    numbers as written: digits, words, parts, magnitudes
//!        ─ amount    a number with its sign, currency or unit
//!        ─ calendar  days, years and times of day
//!        ─ apart     what looks like a figure and is none
//!        ─ kinds     what kind of figure it is: ages, scores, shares, counts with their noun
//!        ─ around    modifiers, changes, levels, ranges
//!        ─ denote    the interval that it stands for
//!        ─ links     what ties the figures of one text to one another
//! ```
//!
//! `reader` goes from token to token and asks the rooms in turn. What the words mean is in the language's
//! [`Lexicon`].

mod amount;
mod apart;
mod around;
mod calendar;
mod denote;
mod exact;
mod interval;
mod kinds;
mod links;
mod meet;
mod number;
mod quantity;
mod reader;
mod scan;

pub use crate::lexicon::Modifier;
pub use interval::{Bound, Interval};
pub(crate) use links::coldest;
pub use links::{Link, Many};
pub use meet::{
    Measure, Slip, Sort, agree, are_anagrams, is_borne_out, is_coarser, is_far_beyond, may_agree,
    same_digits, same_measure, same_size, shares_one_end, slip_between,
};
pub use quantity::{Change, Kind, Minor, NoSuchKind, Noun, Quantity, Unit};
pub use rust_decimal::Decimal;

use crate::lexicon::Lexicon;
use crate::lexicon::entries::Id;
use crate::locale::Locale;
use crate::text::Token;

/// Reads every quantity of `text`, whose tokens are `tokens`, in reading order; they do not overlap.
///
/// Linear in the length of the text. Never fails: what cannot be read is left out. A blank line parts
/// paragraphs, which know nothing of one another.
pub fn read(lexicon: &'static Lexicon, text: &str, tokens: &[Token]) -> Vec<Quantity> {
    read_for(lexicon, Locale::default(), text, tokens)
}

/// The same for a text that is written for a known place.
pub fn read_for(
    lexicon: &'static Lexicon,
    locale: Locale,
    text: &str,
    tokens: &[Token],
) -> Vec<Quantity> {
    let mut found = Vec::new();
    read_paragraphs((lexicon, locale), text, tokens, |_, mut quantities| {
        found.append(&mut quantities);
    });
    found
}

/// What is read of a text at once.
#[derive(Debug, Default)]
pub struct Figures {
    /// The quantities, in reading order.
    pub quantities: Vec<Quantity>,
    /// What ties them to one another in the text's own words. No tie reaches over a blank line.
    pub links: Vec<Link>,
    /// For each token which word of the lexicon it is.
    pub(crate) words: Vec<Id>,
}

/// The same, with what ties the quantities to one another.
pub fn read_linked(
    lexicon: &'static Lexicon,
    locale: Locale,
    text: &str,
    tokens: &[Token],
) -> Figures {
    let mut read = Figures::default();
    read_paragraphs((lexicon, locale), text, tokens, |scan, mut quantities| {
        let before = read.quantities.len();
        links::read(&scan, &quantities, before, &mut read.links);
        read.add(scan, &mut quantities);
    });
    read
}

/// The same without what ties them.
pub(crate) fn read_words(lexicon: &'static Lexicon, text: &str, tokens: &[Token]) -> Figures {
    let mut read = Figures::default();
    let mut add = |scan: scan::Scan<'_>, mut found| read.add(scan, &mut found);
    read_paragraphs((lexicon, Locale::default()), text, tokens, &mut add);
    read
}

impl Figures {
    /// Adds those of the next paragraph.
    fn add(&mut self, paragraph: scan::Scan<'_>, quantities: &mut Vec<Quantity>) {
        let mut words = paragraph.into_ids();
        // Most texts are one paragraph.
        if self.words.is_empty() {
            self.words = words;
        } else {
            self.words.append(&mut words);
        }
        if self.quantities.is_empty() {
            std::mem::swap(&mut self.quantities, quantities);
        } else {
            self.quantities.append(quantities);
        }
    }
}

fn read_paragraphs(
    (lexicon, locale): (&'static Lexicon, Locale),
    text: &str,
    tokens: &[Token],
    mut hand_over: impl FnMut(scan::Scan<'_>, Vec<Quantity>),
) {
    let mut rest = tokens;
    // Most texts are one line.
    let lines = text.as_bytes().contains(&b'\n');
    while !rest.is_empty() {
        let end = if lines {
            paragraph_end(text, rest)
        } else {
            rest.len()
        };
        let (paragraph, after) = rest.split_at(end);
        let (scan, candidates) = scan::Scan::new(lexicon, locale, text, paragraph);
        let mut reader = reader::Reader::new(scan);
        reader.read(&candidates);
        let (scan, found) = reader.done();
        hand_over(scan, found);
        rest = after;
    }
}

/// How many tokens stand before the next blank line, or before a line that begins with a word that no figure goes on
/// with: no figure reaches over either.
fn paragraph_end(text: &str, tokens: &[Token]) -> usize {
    let breaks = |pair: &[Token]| {
        let (from, to) = (pair[0].end as usize, pair[1].start as usize);
        // Between most words is one space.
        if !pair[1].spaced || to == from + 1 && text.as_bytes()[from] != b'\n' {
            return false;
        }
        let mut lines = text[from..to].matches('\n');
        lines.next().is_some() && (lines.next().is_some() || begins_anew(pair[1].of(text)))
    };
    tokens
        .windows(2)
        .position(breaks)
        .map_or(tokens.len(), |last| last + 1)
}

/// Whether a word at the start of a line begins something else: one with a capital that is no month.
fn begins_anew(word: &str) -> bool {
    word.len() > 3
        && word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase)
        && crate::calendar::month_called(word).is_none()
}

/// Whether that is the code of a dollar whose country is not known.
pub(crate) fn is_open_dollar(code: &str) -> bool {
    code == crate::lexicon::OPEN_DOLLAR
}
