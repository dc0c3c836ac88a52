//! What those whom a text names are called besides, so that it can speak of them by that alone: "striker Ruben Acker", "Orbix,
//! the vendor, …", and then "The striker has", "The vendor received".

use super::named::{Mentioned, Name, Texts};
use crate::language::lists::Listed;
use crate::lexicon::class;
use crate::lexicon::forms;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How many words an aside has at the most that says what somebody is, and how many a phrase that means them so.
const ASIDE: usize = 7;
const PHRASE: usize = 3;

/// The names of a text by what they are called: none where two are.
#[derive(Debug, Default)]
pub(super) struct Callings(FxHashMap<String, Option<Name>>);

impl Callings {
    /// Notes what a sentence calls those whom it names.
    pub(super) fn note(&mut self, texts: Texts<'_>, range: &Range<usize>, names: &[Mentioned]) {
        for mentioned in names {
            let before = mentioned.tokens.start.checked_sub(1);
            let before = before.filter(|at| range.contains(at) && is_calling(texts, *at));
            // "Striker Ruben Acker": the word that opens the sentence is written like a name.
            let opening = || {
                let tokens = &mentioned.tokens;
                (tokens.start == range.start && tokens.len() > 2).then_some(tokens.start)
            };
            let calling =
                (before.or_else(opening)).or_else(|| aside(texts, range, mentioned.tokens.end));
            let Some(at) = calling else {
                continue;
            };
            let known = self.0.entry(texts.wording.stem(at).to_owned());
            let name = &mentioned.name;
            (known.and_modify(|known| {
                if !known.as_ref().is_some_and(|known| known.may_be(name)) {
                    *known = None;
                }
            }))
            .or_insert_with(|| Some(name.clone()));
        }
    }

    /// Whom the sentence means that opens so: "The striker has", "The former driver, 61,".
    pub(super) fn meant(&self, texts: Texts<'_>, range: &Range<usize>) -> Option<(&Name, usize)> {
        if self.0.is_empty() || !texts.wording.class(range.start).meets(class::THE) {
            return None;
        }
        let mut phrase = range.start + 1..range.end.min(range.start + 1 + PHRASE);
        let at = phrase.find(|&at| {
            let next = texts.wording.class(at + 1);
            next.meets(class::AUXILIARY | class::PAST | class::PRESENT)
                || texts.wording.lists(at + 1, Listed::LIGHT)
                || forms::is_past(texts.wording.lower(at + 1))
                || texts.word(at + 1) == ","
        });
        let at = at.or(Some(range.start + 1))?;
        let name = self.0.get(texts.wording.stem(at))?.as_ref()?;
        Some((name, at))
    }
}

/// Whether a word stands there that says what somebody is: in lower case, and no verb.
fn is_calling(texts: Texts<'_>, at: usize) -> bool {
    let class = texts.wording.class(at);
    let verb = class.meets(class::AUXILIARY | class::PAST | class::PRESENT | class::PREPOSITION);
    texts.wording.tells(at)
        && !verb
        && !forms::is_past(texts.wording.lower(at))
        && !texts.wording.lists(at, Listed::LIGHT)
        && !texts.wording.lists(at, Listed::NEARBY)
}

/// ", the vendor, …", ", 61, a former driver, …" behind a name: the last word of what it says.
fn aside(texts: Texts<'_>, range: &Range<usize>, end: usize) -> Option<usize> {
    if texts.word(end) != "," {
        return None;
    }
    let age = usize::from(texts.word(end + 2) == ",") * 2;
    let first = end + 1 + age;
    if !texts.wording.class(first).meets(class::DETERMINER) {
        return None;
    }
    let ends = |at: &usize| {
        let class = texts.wording.class(*at);
        texts.word(*at) == "," || class.meets(class::PREPOSITION | class::RELATIVE | class::WHO)
    };
    let last = (first + 1..range.end.min(first + ASIDE)).find(ends)? - 1;
    (last > first && is_calling(texts, last)).then_some(last)
}
