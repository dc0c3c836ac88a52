//! A text read without any set: each figure with what its own sentence says it is about.

use super::aspect::{self, Aspect};
use super::sentence::Sentence;
use super::stance;
use super::{Scope, Stance};
use crate::figures::{self, Kind, Quantity, Unit};
use crate::text::{Token, sentences, tokens};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A text read by its words alone. It owns what it holds and can be stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WordReading {
    /// The figures in reading order.
    pub(crate) figures: Vec<WordFigure>,
    /// What the whole text is about.
    pub(crate) whole: Aspect,
}

/// A figure with what its sentence says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WordFigure {
    pub(crate) quantity: Quantity,
    /// The stem of the last word of what is counted; empty for everything else.
    pub(crate) counted: String,
    /// What the sentence is about without the figure's own words.
    pub(crate) aspect: Aspect,
    pub(crate) stance: Stance,
    pub(crate) scope: Scope,
}

impl WordReading {
    /// Reads a text.
    pub(crate) fn of(text: &str) -> Self {
        let tokens = tokens(text);
        let quantities = figures::read(text, &tokens);
        let mut reading = Self {
            whole: Aspect::of(text, &tokens, &quantities),
            ..Self::default()
        };
        let lower = text.to_ascii_lowercase();
        let mut next = 0;
        for range in sentences(text, &tokens) {
            let end = tokens[range.end - 1].end as usize;
            let first = next;
            while quantities.get(next).is_some_and(|q| q.start < end) {
                next += 1;
            }
            if first < next {
                reading.sentence((text, &lower), &tokens, range, &quantities, first..next);
            }
        }
        reading
    }

    /// Reads the figures `own` of a sentence.
    fn sentence(
        &mut self,
        (text, lower): (&str, &str),
        tokens: &[Token],
        range: Range<usize>,
        quantities: &[Quantity],
        own: Range<usize>,
    ) {
        let about = Aspect::of(text, &tokens[range.clone()], &quantities[own.clone()]);
        let sentence = Sentence::new((text, lower), tokens, range, &[], quantities);
        for index in own {
            let quantity = &quantities[index];
            let (stance, scope) = held(&sentence, index);
            self.figures.push(WordFigure {
                counted: counted(quantity),
                aspect: about.without(text, quantity),
                quantity: quantity.clone(),
                stance,
                scope,
            });
        }
    }
}

/// Stance and scope of a quantity of a sentence.
fn held(sentence: &Sentence<'_>, quantity: usize) -> (Stance, Scope) {
    let Some(at) = sentence.item_of(quantity) else {
        return <(Stance, Scope)>::default();
    };
    // Only amounts have parts and totals: "first climbed in 1953" is no first part.
    let amount = sentence
        .figure(at)
        .is_some_and(|q| !matches!(q.kind, Kind::Date | Kind::Year | Kind::Age));
    let scope = if amount {
        stance::scope(sentence, at, true)
    } else {
        Scope::Single
    };
    (stance::stance(sentence, at, true, None), scope)
}

fn counted(quantity: &Quantity) -> String {
    match &quantity.unit {
        Unit::Noun(noun) => aspect::stem(noun.head()),
        _ => String::new(),
    }
}
