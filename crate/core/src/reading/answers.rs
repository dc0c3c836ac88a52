//! A figure that answers the question before it: "How much is Meta paying? $14.3 billion." The question is
//! read as the statement it asks for, with the figure in its place.

use super::blocks::ReadBlock;
use super::coreference::{Context, Place};
use super::matching::{self, Match};
use super::sentence::{Item, ItemKind, Sentence};
use crate::figures::{Kind, Quantity};
use crate::language::Language;
use crate::language::open::Open;
use crate::lexicon::class;
use std::cmp::Reverse;
use std::ops::Range;

/// How many items a question may have to be read so: each is tried as the figure's place.
const LONGEST: usize = 30;

/// The question that a figure answers.
pub(super) struct Question<'c, 'p> {
    block: &'c ReadBlock<'p>,
    range: Range<usize>,
    language: Language,
    pub(super) place: Place,
}

/// The question right before the sentence at `place`, when the figure at item `at` opens that sentence.
pub(super) fn question<'c, 'p>(
    context: &Context<'c, 'p>,
    sentence: &Sentence<'_>,
    at: usize,
    place: Place,
) -> Option<Question<'c, 'p>> {
    // "A: About $14.3 billion", "In 2016."
    let opens = (0..at).all(|i| {
        !sentence.is_word(i)
            || sentence.class(i).meets(class::PREPOSITION)
            || sentence.class(i).meets(class::ADVERB)
            || sentence.begins(Open::Answer, i)
    });
    if !opens {
        return None;
    }
    let (block, number) = match (place.sentence.checked_sub(1), place.block.checked_sub(1)) {
        (Some(number), _) => (place.block, number),
        (None, Some(block)) => {
            let sentences = &context.article.blocks[block].sentences;
            (block, sentences.len().checked_sub(1)?)
        }
        (None, None) => return None,
    };
    let read = &context.article.blocks[block];
    let range = read.sentences.get(number)?.clone();
    let asks = read.tokens[range.end - 1].of(read.block.text) == "?" && range.len() <= LONGEST;
    asks.then_some(Question {
        block: read,
        range,
        language: sentence.language,
        place: Place {
            block,
            sentence: number,
        },
    })
}

impl Question<'_, '_> {
    /// The quantities of the question, by where it stands among those of its block.
    fn own_quantities(&self) -> &[Quantity] {
        let read = self.block;
        let start = read.tokens[self.range.start].start as usize;
        let end = read.tokens[self.range.end - 1].end as usize;
        let from = read.quantities.partition_point(|q| q.outer_end <= start);
        let to = read.quantities.partition_point(|q| q.outer_start < end);
        read.quantities.get(from..to).unwrap_or_default()
    }

    /// What the question states, and the figure that answers: the quantities of the statement.
    pub(super) fn quantities(&self, answer: &Quantity) -> Vec<Quantity> {
        let mut quantities = self.own_quantities().to_vec();
        quantities.push(answer.clone());
        quantities
    }

    /// The statements that the question may ask for, one for each place the figure can take.
    pub(super) fn statements<'s>(
        &'s self,
        quantities: &'s [Quantity],
    ) -> impl Iterator<Item = (Sentence<'s>, usize)> {
        let asked = Sentence::new(
            self.block.as_text(self.language),
            self.range.clone(),
            &self.block.mentions,
            self.own_quantities(),
        );
        let wording = wording(&asked).unwrap_or_default();
        let answer = quantities.len() - 1;
        let in_year = quantities
            .last()
            .is_some_and(|q| matches!(q.kind, Kind::Year | Kind::Date));
        (1..=wording.len()).map(move |figure| {
            let mut items = wording[..figure].to_vec();
            if in_year {
                items.push(Item::word(self.language, "in"));
            }
            let at = items.len();
            items.push(Item::figure(answer));
            items.extend_from_slice(&wording[figure..]);
            (asked.with(items, quantities), at)
        })
    }
}

/// The items of a question in the order of a statement, without the words that ask: "Meta is paying for …".
fn wording(asked: &Sentence<'_>) -> Option<Vec<Item>> {
    let first = (0..asked.items.len()).find(|&i| asked.begins(Open::Asking, i))?;
    let length = asked.class_from(Open::Asking, first)?;
    let mut items: Vec<Item> = asked.items[first + length..].to_vec();
    while items.last().is_some_and(|i| i.kind == ItemKind::Sign) {
        items.pop();
    }
    let auxiliary = first + length;
    if asked.class(auxiliary).meets(class::AUXILIARY) {
        let moved = items.remove(0);
        // Behind the name it asks about; behind all where only a noun follows: "What is X's valuation?"
        let name = items
            .iter()
            .position(|i| matches!(i.kind, ItemKind::Mention(_)));
        let owner = name.is_some_and(|i| {
            asked
                .mention(auxiliary + 1 + i)
                .is_some_and(|m| m.possessive)
        });
        let to = name.filter(|_| !owner).map_or(items.len(), |i| i + 1);
        items.insert(to, moved);
    }
    Some(items)
}

/// The readings of a question's statements, the most telling first.
pub(super) fn readings<'s>(
    question: &'s Question<'_, '_>,
    quantities: &'s [Quantity],
    read: impl Fn(&Sentence<'_>, &Range<usize>) -> Option<Match>,
) -> Vec<(Sentence<'s>, usize, Match)> {
    let mut found: Vec<_> = question
        .statements(quantities)
        .filter_map(|(sentence, at)| {
            let found = read(&sentence, &(at..at + 1))?;
            Some((sentence, at, found))
        })
        .collect();
    crate::order::by_key(&mut found, |(_, _, found)| Reverse(matching::rank(found)));
    found
}
