//! Words that say of a figure that it is of another time, or of others.

use crate::language::{InsideList, Language};
use crate::text::{TokenKind, tokens};

/// Whether a sentence says so of its figures.
pub(super) fn says(language: Language, sentence: &str) -> bool {
    let mut said = String::from(" ");
    for word in tokens(sentence) {
        if word.kind != TokenKind::Sign {
            said.push_str(&word.of(sentence).to_ascii_lowercase());
            said.push(' ');
        }
    }
    language.inside(InsideList::Elsewhen).iter().any(|phrase| {
        said.match_indices(phrase)
            .any(|(at, _)| said[..at].ends_with(' ') && said[at + phrase.len()..].starts_with(' '))
    })
}
