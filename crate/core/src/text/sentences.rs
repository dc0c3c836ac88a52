//! Where sentences end.

use super::{Token, TokenKind};
use std::ops::Range;

/// The most tokens in a sentence. What runs on longer is a list or a table; cutting it keeps everything
/// that looks around within a sentence linear.
const LONGEST: usize = 300;

/// Cuts the tokens of a block into sentences: ranges of token indices that cover all of them. After some words, which
/// `shortened` tells in lower case, a full stop ends none.
pub fn sentences(
    text: &str,
    tokens: &[Token],
    shortened: impl Fn(&str) -> bool,
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..tokens.len() {
        if at + 1 == tokens.len()
            || at + 1 - start >= LONGEST
            || ends_after(text, tokens, at, &shortened)
        {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    found
}

/// Whether a sentence ends after token `at`, which is not the last.
fn ends_after(text: &str, tokens: &[Token], at: usize, shortened: &impl Fn(&str) -> bool) -> bool {
    let (token, next) = (tokens[at], tokens[at + 1]);
    if !next.spaced {
        return false;
    }
    if text.as_bytes()[token.end as usize..next.start as usize].contains(&b'\n') {
        return true;
    }
    if token.kind != TokenKind::Sign {
        return false;
    }
    // Step back over closing quotes and brackets to the sign that ends the sentence.
    let mut end = at;
    while end > 0
        && matches!(
            tokens[end].of(text),
            "\"" | "”" | "’" | "'" | ")" | "*" | "]"
        )
        && !tokens[end].spaced
    {
        end -= 1;
    }
    let opens = next.of(text).chars().next().is_some_and(|c| {
        c.is_uppercase()
            || c.is_ascii_digit()
            || matches!(
                c,
                '"' | '“' | '‘' | '$' | '€' | '£' | '(' | '[' | '*' | '–' | '•' | '#'
            )
    });
    match tokens[end].of(text) {
        "!" | "?" | "…" => opens,
        "." => opens && !abbreviated(text, tokens, end, shortened),
        _ => false,
    }
}

/// Whether the full stop at `dot` belongs to an abbreviation or an initial.
fn abbreviated(
    text: &str,
    tokens: &[Token],
    dot: usize,
    shortened: &impl Fn(&str) -> bool,
) -> bool {
    let Some(before) = dot.checked_sub(1).map(|i| tokens[i]) else {
        return false;
    };
    if before.kind != TokenKind::Word || tokens[dot].spaced {
        return false;
    }
    let word = before.of(text);
    // An initial, but not the magnitude of "$39B".
    let magnitude = dot > 1 && tokens[dot - 2].kind == TokenKind::Digits && !before.spaced;
    if word.chars().count() == 1 && word.chars().all(char::is_uppercase) {
        return !magnitude;
    }
    shortened(&super::lowercase(word))
}

#[cfg(test)]
mod tests {
    use super::super::tokens;
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for (text, count) in [
            ("One. Two.", 2),
            ("It cost $1.5 million. He paid.", 2),
            ("Mr. Reed left. Nobody noticed.", 2),
            ("The U.S. Army paid.", 1),
            ("It cost $39B. He paid.", 2),
            ("“They paid.” He left.", 2),
            ("Really? Yes!", 2),
            ("One line\nanother line", 2),
            ("version 2.0 of it", 1),
            ("", 0),
        ] {
            assert_eq!(
                sentences(text, &tokens(text), |word| word == "mr").len(),
                count,
                "{text:?}"
            );
        }
    }
}
