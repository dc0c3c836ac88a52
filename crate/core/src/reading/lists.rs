//! Lists told side by side: "X and Y paid $1 and $2 for A and B respectively" is a sentence for each.

use super::sentence::{Item, ItemKind, Sentence};
use crate::lexicon::class;
use std::ops::Range;

/// Whether a sentence leaves it to the order of its lists which belongs to which.
pub(super) fn says_respectively(sentence: &Sentence<'_>) -> bool {
    (0..sentence.items.len()).any(|i| sentence.is(i, class::RESPECTIVELY))
}

/// The sentence as it says of the figure at item `at` alone; nothing when its lists do not match.
pub(super) fn share_of<'t>(sentence: &Sentence<'t>, at: usize) -> Option<Sentence<'t>> {
    let lists = lists(sentence);
    let own = lists.iter().find(|list| list.elements.contains(&at))?;
    let place = own.elements.iter().position(|&i| i == at)?;
    let alike = |list: &List| list.elements.len() == own.elements.len();
    if lists.len() < 2 || !lists.iter().all(alike) {
        return None;
    }
    let items: Vec<Item> = (0..sentence.items.len())
        .filter(|&i| !sentence.is(i, class::RESPECTIVELY))
        .filter(|&i| {
            lists
                .iter()
                .find(|list| list.items.contains(&i))
                .is_none_or(|list| list.elements[place] == i)
        })
        .map(|i| sentence.items[i])
        .collect();
    Some(sentence.with(items, sentence.quantities))
}

/// Names or figures in a row, joined by commas and "and".
struct List {
    items: Range<usize>,
    elements: Vec<usize>,
}

fn lists(sentence: &Sentence<'_>) -> Vec<List> {
    let mut found: Vec<List> = Vec::new();
    let mut at = 0;
    while at < sentence.items.len() {
        let mut list = List {
            items: at..at + 1,
            elements: vec![at],
        };
        while let Some(next) = joined(sentence, list.items.end).filter(|&i| alike(sentence, at, i))
        {
            list.items.end = next + 1;
            list.elements.push(next);
        }
        at = list.items.end;
        if list.elements.len() > 1 {
            found.push(list);
        }
    }
    found
}

/// The item after a comma, an "and", or both.
fn joined(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let joint =
        |i: usize| matches!(sentence.plain(i), Some("," | "&")) || sentence.is(i, class::AND);
    let next = (at..at + 3).find(|&i| !joint(i))?;
    (next > at).then_some(next)
}

fn alike(sentence: &Sentence<'_>, one: usize, other: usize) -> bool {
    let kind = |i: usize| sentence.items.get(i).map(|item| item.kind);
    match (kind(one), kind(other)) {
        (Some(ItemKind::Mention(_)), Some(ItemKind::Mention(_))) => true,
        (Some(ItemKind::Figure(_)), Some(ItemKind::Figure(_))) => {
            sentence.figure(one).map(|q| q.kind) == sentence.figure(other).map(|q| q.kind)
        }
        _ => false,
    }
}
