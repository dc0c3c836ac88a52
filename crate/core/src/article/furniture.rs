//! Lines of a page that are not its article: credits, invitations, notes of publication.

use crate::language::{Furniture, Language};
use regex::bytes::RegexBuilder;

/// No line of furniture is longer, in bytes.
const LONGEST: usize = 200;

/// Whether a block's text is page furniture rather than a part of an article. Expressions are slow beside everything
/// else that is done to a short paragraph, so a line is held only against those whose words stand in the right place.
pub(super) fn is_furniture(language: Language, text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let lower = text.to_ascii_lowercase();
    let word_end = lower
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(lower.len());
    let sign_end = lower.chars().next().map_or(0, char::len_utf8);
    let opening = &lower[..word_end.max(sign_end)];
    language.furniture().iter().any(|sort| {
        let stands = if sort.begins {
            sort.words.contains(&opening)
        } else {
            sort.words.iter().any(|words| lower.contains(words))
        };
        stands && sort.is_match(text)
    })
}

impl Furniture {
    /// Whether the expression fits all of a line.
    fn is_match(&self, line: &str) -> bool {
        let made = self.made.get_or_init(|| {
            let words = format!("(?:{})", self.words.join("|"));
            RegexBuilder::new(&format!("^{}$", self.expression.replace('@', &words)))
                .unicode(false)
                .case_insensitive(true)
                .build()
                .ok()
        });
        made.as_ref()
            .is_some_and(|made| made.is_match(line.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_data_is_an_expression() {
        for sort in Language::english().furniture() {
            sort.is_match("");
            let made = sort.made.get().and_then(Option::as_ref);
            assert!(made.is_some(), "{}", sort.expression);
        }
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
            "Updated Wednesday, 4 June 2025",
            "Posted Sept. 4, 2025",
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
            assert!(
                is_furniture(Language::english(), text),
                "{text:?} is furniture"
            );
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
            "Published market data put the loss at $3 million.",
            "Posted decades ago, 300 of the notices still hang there.",
            "éclairs cost €4 apiece.",
            "",
        ] {
            assert!(
                !is_furniture(Language::english(), text),
                "{text:?} is prose"
            );
        }
    }
}
