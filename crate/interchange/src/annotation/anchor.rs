//! Where quoted figures stand in a text: exactly, or nowhere. Only what stands around them may have other spaces, and
//! of what stands around them one side may have changed: an edited figure is news, and no anchor.

use super::Quote;
use std::ops::Range;

/// Where something quoted stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anchored {
    /// In these characters of the text.
    At(Range<usize>),
    /// The text has no such words, or more of something around them.
    Nowhere,
    /// It has them more than once, and nothing tells which is meant.
    Unclear,
}

/// A text in which quoted words are looked for.
#[derive(Debug)]
pub struct Text {
    /// Its characters with a space for every run of spaces, and where each stands in it.
    chars: Vec<char>,
    places: Vec<usize>,
    length: usize,
}

impl Text {
    /// A text; of a page its blocks, with a line break between two of them.
    pub fn new(text: &str) -> Self {
        let mut read = Self {
            chars: Vec::new(),
            places: Vec::new(),
            length: 0,
        };
        for (place, c) in text.chars().enumerate() {
            read.length = place + 1;
            if c.is_whitespace() && read.chars.last() == Some(&' ') {
                continue;
            }
            read.chars.push(if c.is_whitespace() { ' ' } else { c });
            read.places.push(place);
        }
        read
    }

    /// Where something quoted stands.
    pub fn anchor(&self, quote: &Quote) -> Anchored {
        let exact = spaced(&quote.exact);
        let (Some(&first), Some(&last)) = (exact.first(), exact.last()) else {
            return Anchored::Nowhere;
        };
        let (prefix, suffix) = (spaced(&quote.prefix), spaced(&quote.suffix));
        let found: Vec<usize> = (self.chars.windows(exact.len()).enumerate())
            .filter(|(_, window)| *window == exact.as_slice())
            .map(|(at, _)| at)
            .filter(|&at| self.ends_there(at, exact.len(), (first, last)))
            .collect();
        if found.is_empty() {
            return Anchored::Nowhere;
        }
        let sides = |at: usize| {
            let before = self.chars[..at].ends_with(trimmed_start(&prefix));
            let after = self.chars[at + exact.len()..].starts_with(trimmed_end(&suffix));
            (before, after)
        };
        let range = |at: usize| {
            let end = at + exact.len();
            let end = self
                .places
                .get(end - 1)
                .map_or(self.length, |place| place + 1);
            Anchored::At(self.places[at]..end)
        };
        let only = |fits: &dyn Fn((bool, bool)) -> bool| {
            let mut fitting = found.iter().copied().filter(|&at| fits(sides(at)));
            let one = fitting.next()?;
            let told = |at: &usize| quote.start == Some(self.places[*at]);
            match fitting.next() {
                None => Some(range(one)),
                // The same words around it more than once: the place says which.
                Some(_) => Some(
                    found
                        .iter()
                        .copied()
                        .filter(|&at| fits(sides(at)))
                        .find(told)
                        .map_or(Anchored::Unclear, range),
                ),
            }
        };
        only(&|(before, after)| before && after)
            .or_else(|| {
                only(&|(before, after)| before && prefix.len() > 1 || after && suffix.len() > 1)
            })
            .unwrap_or(Anchored::Nowhere)
    }

    /// Whether words end where they are quoted to: "3" is not quoted by "36", nor "14" by "14.8".
    fn ends_there(&self, at: usize, length: usize, (first, last): (char, char)) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.chars.get(before));
        let after = self.chars.get(at + length);
        let goes_on = |side: Option<&char>, edge: char, beyond: Option<&char>| match side {
            Some(c) if c.is_alphanumeric() => edge.is_alphanumeric(),
            Some('.' | ',' | '\u{a0}') => {
                edge.is_ascii_digit() && beyond.is_some_and(char::is_ascii_digit)
            }
            _ => false,
        };
        let (beyond, behind) = (
            at.checked_sub(2).and_then(|place| self.chars.get(place)),
            self.chars.get(at + length + 1),
        );
        !goes_on(before, first, beyond) && !goes_on(after, last, behind)
    }
}

/// The characters of words, with a space for every run of spaces.
fn spaced(text: &str) -> Vec<char> {
    Text::new(text).chars
}

fn trimmed_start(chars: &[char]) -> &[char] {
    chars.strip_prefix(&[' ']).unwrap_or(chars)
}

fn trimmed_end(chars: &[char]) -> &[char] {
    chars.strip_suffix(&[' ']).unwrap_or(chars)
}
