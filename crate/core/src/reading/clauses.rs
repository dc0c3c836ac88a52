//! Where clauses and brackets of a sentence begin and end.

use super::sentence::{Sentence, is_dress};
use crate::lexicon::class;
use crate::lexicon::forms;
use std::ops::Range;

/// Within how many items, at the beginning of a sentence, it is said who tells the rest.
const TELLER: usize = 8;

impl Sentence<'_> {
    /// The opening bracket that item `at` stands within, if any.
    pub(crate) fn brackets(&self, at: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for i in (0..at).rev() {
            match self.plain(i) {
                Some(")") => depth += 1,
                Some("(") if depth == 0 => return Some(i),
                Some("(") => depth -= 1,
                _ => {}
            }
        }
        None
    }

    /// The same for every item.
    pub(crate) fn all_brackets(&self) -> Vec<Option<usize>> {
        let mut open = Vec::new();
        (0..self.items.len())
            .map(|i| {
                let within = open.last().copied();
                match self.plain(i) {
                    Some("(") => open.push(i),
                    Some(")") => drop(open.pop()),
                    _ => {}
                }
                within
            })
            .collect()
    }

    /// Whether a clause of its own begins at item `at`: a name or pronoun after a word that subordinates it.
    pub(crate) fn opens_subordinate(&self, at: usize) -> bool {
        let subject = self.mention(at).is_some() || self.class(at).meets(class::PRONOUN);
        subject && at > 0 && self.class(at - 1).meets(class::SUBORDINATOR)
            || subject && at > 1 && self.is(at - 1, class::THAT) && self.is(at - 2, class::NOW)
    }

    /// Whether a pronoun stands at `at` that is a subject: one that a verb follows.
    pub(crate) fn is_subject_pronoun(&self, at: usize) -> bool {
        let verb = self.class(at + 1);
        self.is(at, class::SUBJECT_PRONOUN)
            && (verb.meets(class::AUXILIARY)
                || verb.meets(class::PAST)
                || verb.meets(class::PRESENT)
                || self.is_word(at + 1) && forms::is_past(self.lower(at + 1)))
    }

    /// Where what is told begins, behind who tells it: "The paper said that …", "According to the paper, …".
    pub(crate) fn told_from(&self) -> usize {
        // "The paper said that according to two bankers, …"
        let first = self.teller_until(0);
        first.map_or(0, |from| self.teller_until(from).unwrap_or(from))
    }

    /// Where it is over who tells what follows, if that is said at item `from`.
    fn teller_until(&self, from: usize) -> Option<usize> {
        let opening = from..self.items.len().min(from + TELLER);
        let named = |i: usize| self.is_word(i) || self.mention(i).is_some();
        let first = opening.clone().find(|&i| named(i))?;
        // With a capital it may stand for a name.
        let according = (self.language.classes_of(self.lower(first))).meets(class::ACCORDING);
        let end = if according {
            (first..opening.end).find(|&i| self.plain(i) == Some(","))
        } else {
            // "said in 2014 that": what is told of a figure there is no opening.
            (first + 1..opening.end)
                .take_while(|&i| self.figure(i).is_none())
                .find(|&i| {
                    self.is(i, class::THAT) && self.is(i - 1, class::ANNOUNCES | class::TELLS)
                })
        }?;
        Some(end + 1)
    }

    /// Whether nothing of the clause stands before item `at` but a conjunction or dress.
    pub(crate) fn starts_clause(&self, at: usize) -> bool {
        let from = self.told_from();
        (if from <= at { from } else { 0 }..at)
            .rev()
            .find(|&i| {
                !(self.class(i).meets(class::CONJUNCTION) || self.plain(i).is_some_and(is_dress))
            })
            .is_none_or(|i| matches!(self.plain(i), Some("." | ";" | ":" | "—" | "–" | "(")))
    }

    /// Whether a verb of its own stands among the items, outside of asides between two commas.
    pub(crate) fn has_verb(&self, items: Range<usize>) -> bool {
        let comma = |i: usize| matches!(self.plain(i), Some("," | "—" | "–"));
        let mut at = items.start;
        while at < items.end {
            if comma(at)
                && let Some(closing) = (at + 1..items.end).find(|&i| comma(i))
            {
                at = closing + 1;
                continue;
            }
            let class = self.class(at);
            if class.meets(class::AUXILIARY)
                || class.meets(class::PAST)
                || class.meets(class::PRESENT)
                || self.is(at, class::TO)
                || self.is_word(at) && forms::is_gerund(self.lower(at))
            {
                return true;
            }
            at += 1;
        }
        false
    }

    /// The start of the clause that item `at` stands in.
    pub(crate) fn clause_start(&self, at: usize) -> usize {
        let mut start = at;
        while start > 0 {
            let before = start - 1;
            if self.opens_subordinate(start) {
                break;
            }
            let boundary = match self.plain(before) {
                Some(";" | ":" | "—" | "–" | "(" | "“" | "\"") => true,
                Some(",") => {
                    self.mention(start).is_some()
                        || self.class(start).meets(class::PRONOUN)
                        || self.class(start).meets(class::CONJUNCTION)
                        || self.class(start).meets(class::RELATIVE)
                }
                _ => false,
            };
            if boundary {
                break;
            }
            start = before;
        }
        start
    }

    /// One past the end of the clause that item `at` stands in.
    pub(crate) fn clause_end(&self, at: usize) -> usize {
        (at + 1..self.items.len())
            .find(|&i| match self.plain(i) {
                Some(";" | "—" | "–" | ")" | "”" | "\"") => true,
                Some(",") => {
                    self.class(i + 1).meets(class::RELATIVE)
                        || self.class(i + 1).meets(class::CONJUNCTION)
                        || self.is_subject_pronoun(i + 1)
                }
                _ => false,
            })
            .unwrap_or(self.items.len())
    }
}
