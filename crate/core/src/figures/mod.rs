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
//! `reader` goes from token to token and asks the rooms in turn. What the words mean is in the data files beside
//! the crate (`data/figures`), one entry a line; `lexicon` holds them.

mod amount;
mod apart;
mod around;
mod calendar;
mod denote;
mod exact;
mod interval;
mod kinds;
mod lexicon;
mod links;
mod meet;
mod number;
mod quantity;
mod reader;
mod scan;

pub use interval::{Bound, Interval};
pub use links::Link;
pub(crate) use links::coldest;
pub use meet::{
    Measure, Slip, Sort, agree, may_agree, same_digits, same_measure, same_size, slip_between,
};
pub use quantity::{Change, Kind, Minor, Modifier, NoSuchKind, Noun, Quantity, Unit};
pub use rust_decimal::Decimal;

use crate::locale::Locale;
use crate::text::Token;

/// Reads every quantity of `text`, whose tokens are `tokens`, in reading order; they do not overlap.
///
/// Linear in the length of the text. Never fails: what cannot be read is left out. A blank line parts
/// paragraphs, which know nothing of one another.
pub fn read(text: &str, tokens: &[Token]) -> Vec<Quantity> {
    read_for(Locale::default(), text, tokens)
}

/// The same for a text that is written for a known place.
pub fn read_for(locale: Locale, text: &str, tokens: &[Token]) -> Vec<Quantity> {
    let mut found = Vec::new();
    read_paragraphs(locale, text, tokens, |_, mut quantities| {
        found.append(&mut quantities);
    });
    found
}

/// The same, with what ties the quantities to one another in the text's own words. No tie reaches over a blank line.
pub fn read_linked(locale: Locale, text: &str, tokens: &[Token]) -> (Vec<Quantity>, Vec<Link>) {
    let (mut found, mut links) = (Vec::new(), Vec::new());
    read_paragraphs(locale, text, tokens, |scan, mut quantities| {
        links::read(scan, &quantities, found.len(), &mut links);
        found.append(&mut quantities);
    });
    (found, links)
}

fn read_paragraphs(
    locale: Locale,
    text: &str,
    tokens: &[Token],
    mut hand_over: impl FnMut(&scan::Scan<'_>, Vec<Quantity>),
) {
    let mut rest = tokens;
    while !rest.is_empty() {
        let (paragraph, after) = rest.split_at(paragraph_end(text, rest));
        let (scan, candidates) = scan::Scan::new(locale, text, paragraph);
        let mut reader = reader::Reader::new(scan);
        reader.read(&candidates);
        let (scan, found) = reader.done();
        hand_over(&scan, found);
        rest = after;
    }
}

/// How many tokens stand before the next blank line, or before a line that begins with a word that no figure goes on
/// with: no figure reaches over either.
fn paragraph_end(text: &str, tokens: &[Token]) -> usize {
    let breaks = |pair: &[Token]| {
        let (from, to) = (pair[0].end as usize, pair[1].start as usize);
        if !pair[1].spaced {
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
    let lower = word.to_lowercase();
    word.len() > 3
        && word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase)
        && !crate::calendar::MONTHS
            .iter()
            .any(|month| month.starts_with(lower.as_str()))
}

/// The name of the currency with that ISO 4217 code, as the currency table has it: "US dollar".
pub fn currency_name(code: &str) -> Option<&'static str> {
    let currencies = &lexicon::lexicon().currencies;
    currencies
        .iter()
        .find(|currency| currency.code == code)
        .map(|currency| currency.name)
}

/// Whether the currency with that ISO 4217 code is a dollar.
pub(crate) fn is_dollar(code: &str) -> bool {
    currency_name(code).is_some_and(|name| name.ends_with("dollar"))
}

/// Whether that is the code of a dollar whose country is not known.
pub(crate) fn is_open_dollar(code: &str) -> bool {
    code == lexicon::OPEN_DOLLAR
}

/// The first sign of a currency, by its ISO 4217 code; letters alone ("Fr.") would run into the number.
pub fn currency_sign(code: &str) -> Option<&'static str> {
    if code == lexicon::OPEN_DOLLAR {
        return Some("$");
    }
    crate::language::words::lines(include_str!("../../data/figures/currencies.tsv"))
        .map(|line| line.split('\t'))
        .find_map(|mut fields| (fields.next()? == code).then(|| fields.nth(1)).flatten())
        .and_then(|signs| signs.split('|').next())
        .filter(|sign| sign.ends_with(|c: char| !c.is_ascii() || c == '$'))
}
