//! What stands above the line (`sup`): signs of footnotes, which are no part of what they stand at; powers of ten;
//! the upper halves of fractions; and the rest, which is text.

use scraper::{ElementRef, Node};

/// How much of an element is looked at: nodes, and characters.
const NODES: usize = 12;
const LENGTH: usize = 24;

/// What becomes of a superscript.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Raised {
    /// It is text like any other: "4th", "m2".
    Text,
    /// It leads to a note.
    Note,
    /// It is the exponent of a power of ten.
    Power,
    /// It is the upper half of a fraction.
    Fraction,
}

/// What a superscript is, given the text before it in its block.
pub(super) fn raised(element: ElementRef<'_>, before: &str) -> Raised {
    let Some(text) = short_text(element) else {
        return Raised::Text;
    };
    let text = text.trim();
    if ends_with_ten(before) && is_number(text.trim_start_matches(['-', '−', '–', '+']), 2) {
        return Raised::Power;
    }
    if is_number(text, 3) && before_slash(element) {
        return Raised::Fraction;
    }
    if is_note(text, before) {
        Raised::Note
    } else {
        Raised::Text
    }
}

fn is_number(text: &str, longest: usize) -> bool {
    (1..=longest).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a text ends with the number ten, and not with one that ends with its digits.
fn ends_with_ten(text: &str) -> bool {
    text.strip_suffix("10")
        .is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')))
}

/// Whether a slash follows, and below it something.
fn before_slash(element: ElementRef<'_>) -> bool {
    let Some(next) = element.next_sibling() else {
        return false;
    };
    let Node::Text(text) = next.value() else {
        return false;
    };
    match text.strip_prefix(['/', '⁄']) {
        Some("") => next
            .next_sibling()
            .and_then(ElementRef::wrap)
            .is_some_and(|below| below.value().name() == "sub"),
        Some(rest) => rest.starts_with(|c: char| c.is_ascii_digit()),
        None => false,
    }
}

/// Whether a text is the sign of a footnote: a number, a letter after a figure, an asterisk or dagger, several of
/// them, words in square brackets.
fn is_note(text: &str, before: &str) -> bool {
    let bracketed = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    if bracketed.is_some_and(|inner| !inner.contains(['[', ']'])) {
        return true;
    }
    let inner = text
        .trim_start_matches(['(', '['])
        .trim_end_matches([')', ']']);
    let after_letter = before.ends_with(char::is_alphabetic);
    let is_sign = |sign: &str| {
        let is_letter = sign.len() == 1 && sign.bytes().all(|b| b.is_ascii_lowercase());
        is_number(sign, 3)
            || is_letter && !after_letter
            || !sign.is_empty()
                && sign
                    .chars()
                    .all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶' | '#'))
    };
    let mut signs = inner
        .split([',', ' '])
        .filter(|sign| !sign.is_empty())
        .peekable();
    signs.peek().is_some()
        && signs.all(is_sign)
        && !(matches!(inner, "2" | "3") && ends_with_unit(before))
}

/// Whether a text ends with what may be squared: "m", "km", "x".
fn ends_with_unit(text: &str) -> bool {
    let length = text
        .chars()
        .rev()
        .take_while(|c| c.is_alphabetic())
        .take(4)
        .count();
    (1..4).contains(&length)
        && text
            .chars()
            .rev()
            .take(length)
            .all(|c| c.is_ascii_lowercase())
}

/// The text of an element that holds little.
fn short_text(element: ElementRef<'_>) -> Option<String> {
    let mut text = String::new();
    for (index, node) in element.descendants().enumerate() {
        if let Node::Text(part) = node.value() {
            text.push_str(part);
        }
        if index >= NODES || text.encode_utf16().count() > LENGTH {
            return None;
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::super::page;

    #[test]
    fn notes_are_no_part_of_what_they_stand_at() {
        for (html, expected) in [
            ("It has 1,200<sup>4</sup> bonds.", "It has 1,200 bonds."),
            (
                "It sold 38%<sup><a href=#n>5</a></sup> of them.",
                "It sold 38% of them.",
            ),
            ("About 300<sup>a</sup> left.", "About 300 left."),
            ("About 300<sup>a,b</sup> left.", "About 300 left."),
            (
                "In 2019<sup>[12]</sup> it<sup>[who says?]</sup> fell.",
                "In 2019 it fell.",
            ),
            (
                "The town<sup>2</sup> has 5<sup>*</sup> bridges<sup>†</sup>",
                "The town has 5 bridges",
            ),
            ("the US<sup>3</sup> paid", "the US paid"),
            ("<sup>1</sup> Without boats.", " Without boats."),
            ("It is 20<sup>o</sup>C.", "It is 20C."),
            // What belongs to the figure stays.
            (
                "14 km<sup>2</sup> on the 4<sup>th</sup>",
                "14 km2 on the 4th",
            ),
            (
                "x<sup>2</sup>, 3 m s<sup>-1</sup>, M<sup>me</sup>",
                "x2, 3 m s-1, Mme",
            ),
            (
                "some 10<sup>6</sup> cells, 10<sup>−9</sup>",
                "some 10^6 cells, 10^−9",
            ),
            ("110<sup>6</sup> cells", "110 cells"),
            (
                "a 5<sup>1</sup>/<sub>2</sub>-year term",
                "a 5 1/2-year term",
            ),
            ("a 5<sup>1</sup>⁄2-year term", "a 5 1⁄2-year term"),
            (
                "said<sup> a longer remark than any note has </sup>",
                "said a longer remark than any note has ",
            ),
            ("<sup><sup><sup>4</sup></sup></sup> left", " left"),
        ] {
            let read = page(&format!("<p>{html}"));
            assert_eq!(read.blocks[0].text, expected, "{html}");
        }
    }
}
