//! The words right beside a figure as they are written, by which a sentence that two texts have in common is known
//! although its figure is another one.

use crate::figures::Quantity;
use crate::language::Language;
use crate::reading::is_function_word;
use crate::text::{Token, TokenKind};
use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};
use std::hash::Hasher;
use std::ops::Range;

/// How many words on each side are looked at.
const REACH: usize = 10;
/// What stands for any figure.
const FIGURE: u32 = 2;
/// How many words must be the same before a figure, and after it, where the sentence does not end sooner.
const BEFORE: usize = 3;
const AFTER: usize = 2;
/// How many of all of them must carry meaning.
const TELLING: u32 = 4;

/// The words beside a figure, the nearest first. Each is a number made of its letters, odd where it carries meaning.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Setting {
    before: Vec<u32>,
    after: Vec<u32>,
}

impl Setting {
    /// How much of the words that the two figures stand in is the same.
    pub(crate) fn likeness(&self, other: &Self) -> Likeness {
        let alike = |ours: &[u32], theirs: &[u32]| {
            let same = ours.iter().zip(theirs).take_while(|(a, b)| a == b).count();
            let all = same == ours.len() && same == theirs.len() && same < REACH;
            let telling: u32 = ours[..same].iter().map(|word| word & 1).sum();
            (same, all, telling)
        };
        let (before, opens, first) = alike(&self.before, &other.before);
        let (after, closes, second) = alike(&self.after, &other.after);
        let far = u32::from(!opens && !closes);
        let same = (opens || before >= BEFORE && first > 1)
            && (closes || after >= AFTER && second > 0)
            && first + second >= TELLING + far;
        match same {
            false => Likeness::Other,
            true if before == REACH => Likeness::Long,
            true => Likeness::Same,
        }
    }
}

/// How alike the words are that two figures stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    /// The figures stand in sentences of their own.
    Other,
    /// The same words stand on both sides of them.
    Same,
    /// And so many that whom the sentence names is among them.
    Long,
}

/// The words of a sentence.
pub(super) struct Words(Vec<(usize, u32)>);

impl Words {
    pub(super) fn of(
        language: Language,
        lower: &str,
        tokens: &[Token],
        figures: &[Quantity],
    ) -> Self {
        let mut words = Vec::with_capacity(tokens.len());
        let mut next = 0;
        for token in tokens {
            let start = token.start as usize;
            while figures
                .get(next)
                .is_some_and(|figure| figure.outer_end <= start)
            {
                next += 1;
            }
            let word = token.of(lower);
            let number = match figures.get(next) {
                Some(figure) if figure.outer_start <= start => FIGURE,
                _ if token.kind == TokenKind::Word => {
                    let mut hash = FxHasher::default();
                    hash.write(word.as_bytes());
                    #[expect(clippy::cast_possible_truncation, reason = "any bits will do")]
                    let bits = hash.finish() as u32;
                    bits & !1 | u32::from(word.len() > 1 && !is_function_word(language, word))
                }
                _ if token.kind == TokenKind::Digits => FIGURE,
                _ => continue,
            };
            if number != FIGURE || words.last().is_none_or(|(_, last)| *last != FIGURE) {
                words.push((start, number));
            }
        }
        Self(words)
    }

    /// What stands beside the bytes of a figure with its modifier.
    pub(super) fn beside(&self, figure: &Range<usize>) -> Setting {
        let first = self.0.partition_point(|(start, _)| *start < figure.start);
        let last = self.0.partition_point(|(start, _)| *start < figure.end);
        let words = |part: &[(usize, u32)]| part.iter().map(|(_, word)| *word).collect();
        Setting {
            before: self.0[first.saturating_sub(REACH)..first]
                .iter()
                .rev()
                .map(|(_, word)| *word)
                .collect(),
            after: words(&self.0[last..self.0.len().min(last + REACH)]),
        }
    }
}
