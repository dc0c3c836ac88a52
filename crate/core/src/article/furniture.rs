//! Lines of a page that are not its article: credits, invitations, notes of publication.

use crate::language::words::lines;
use regex::bytes::{RegexSet, RegexSetBuilder};
use rustc_hash::FxHashSet;
use std::sync::OnceLock;

/// No line of furniture is longer, in bytes.
const LONGEST: usize = 200;

/// The known lines. Expressions are slow beside everything else that is done to a short paragraph, so only
/// a text with one of the words in the right place is held against them.
#[derive(Debug, Default)]
struct Furniture {
    /// The first words of lines, or a first sign.
    openings: FxHashSet<&'static str>,
    /// Phrases of lines that may begin with anything.
    held: Vec<&'static str>,
    expressions: RegexSet,
}

impl Furniture {
    fn new() -> Self {
        let mut furniture = Self::default();
        let mut expressions = Vec::new();
        for line in lines(include_str!("../../data/article/furniture.txt")) {
            let mut fields = line.split('\t');
            let (Some(place), Some(words), Some(expression)) =
                (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            match place {
                "begins" => furniture.openings.extend(words.split('|')),
                _ => furniture.held.extend(words.split('|')),
            }
            expressions.push(format!(
                "^{}$",
                expression.replace('@', &format!("(?:{words})"))
            ));
        }
        if let Ok(set) = RegexSetBuilder::new(expressions)
            .unicode(false)
            .case_insensitive(true)
            .build()
        {
            furniture.expressions = set;
        }
        furniture
    }

    fn holds(&self, text: &str) -> bool {
        let lower = text.to_ascii_lowercase();
        let word_end = lower
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(lower.len());
        let sign_end = lower.chars().next().map_or(0, char::len_utf8);
        let opening = &lower[..word_end.max(sign_end)];
        (self.openings.contains(opening) || self.held.iter().any(|phrase| lower.contains(phrase)))
            && self.expressions.is_match(text.as_bytes())
    }
}

/// Whether a block's text is page furniture rather than a part of an article.
pub(super) fn is_furniture(text: &str) -> bool {
    static FURNITURE: OnceLock<Furniture> = OnceLock::new();
    text.len() <= LONGEST && FURNITURE.get_or_init(Furniture::new).holds(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_data_is_an_expression() {
        let data = lines(include_str!("../../data/article/furniture.txt"));
        assert_eq!(Furniture::new().expressions.len(), data.count());
    }

    #[test]
    fn furniture_is_left_out_and_prose_is_not() {
        for text in [
            "Read more: what the deal means",
            "Related articles",
            "Photo: Getty Images 1448203",
            "(Photo by Jo Doe/Getty Images)",
            "Jo Doe/AFP via Getty Images",
            "Shutterstock 81723",
            "Published On Fri Jun 13 2025",
            "Leave a Reply",
            "Sign up for our letter, read by 40,000 people.",
            "Share this article",
            "Comments (14)",
            "Topics: banks, 3 of 8",
            "All rights reserved",
            "(c) 2025 The Example",
            "© 2025 The Example",
            "https://example.org/14",
        ] {
            assert!(is_furniture(text), "{text:?} is furniture");
        }
        for text in [
            "Meta paid $14.3 billion.",
            "Related companies paid less.",
            "Readers paid more attention.",
            "Share prices fell 3% on Monday.",
            "Print sales fell 8% last year.",
            "Save the Children said 14 million people need help.",
            "Download speeds rose by a fifth.",
            "Comments on the plan were 40 to 1 against it.",
            "Shutterstock shares rose 5% after the $3.7 billion deal.",
            "Getty Images and Shutterstock agreed on a $3.7 billion merger.",
            "Copyright law cost the firm $5 million.",
            "Sponsored teams won 14 of 20 races.",
            "Source code was sold for $2 million.",
            "More from the fund went to 3,000 farms.",
            "Published authors earn $20,000 a year.",
            "éclairs cost €4 apiece.",
            "",
        ] {
            assert!(!is_furniture(text), "{text:?} is prose");
        }
    }
}
