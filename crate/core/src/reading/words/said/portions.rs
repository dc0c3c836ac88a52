//! Whether a figure is of all of a thing, or of some of it, of each, or of those of whom something is told.

use super::{Parted, REACH};
use crate::figures::{Kind, Quantity, Unit};
use crate::language::lists::Listed;
use crate::lexicon::class;
use crate::lexicon::forms;
use crate::reading::words::aspect::stem;
use std::ops::Range;

/// How many words a phrase has at the most that tells it.
const CHAIN: usize = 4;

impl Parted<'_> {
    /// "were from one village, where 40 houses were destroyed": at a place that has no name.
    pub(super) fn is_at_some_place(&self, place: &Range<usize>) -> bool {
        let clause = (self.range.start + 2..place.start).rev().take(REACH);
        let mut opens = clause.filter(|&i| self.lists_at(i, Listed::AT_WHICH));
        opens.next().is_some_and(|at| {
            let head = at - 1 - usize::from(self.texts.word(at - 1) == ",");
            !self.in_name(head)
                && (self.range.start..head).rev().take(3).any(|i| {
                    let class = self.class_at(i);
                    class.meets(class::DETERMINER) && !class.meets(class::THE)
                        || class.meets(class::ONE)
                })
        })
    }

    /// "In the old town of Kolm, Ana Boll won 64 per cent": of those who are there only.
    pub(super) fn is_in_some_part(&self, place: &Range<usize>, quantity: &Quantity) -> bool {
        let start = self.range.start;
        let end = self.opening_end();
        let opens = self.class_at(start).meets(class::IN)
            && self.class_at(start + 1).meets(class::THE)
            && (start + 2..end).all(|i| !self.in_any(i))
            && (start + 2..end.min(start + 4)).all(|i| !self.in_name(i));
        opens && place.start > end && matches!(quantity.kind, Kind::Percent)
    }

    /// "one child every week"
    pub(super) fn rate(&self, place: &Range<usize>) -> Option<String> {
        let every = (place.end..self.range.end)
            .take(REACH)
            .take_while(|&i| !matches!(self.texts.word(i), "," | ";"))
            .find(|&i| {
                self.class_at(i)
                    .meets(class::EVERY | class::EACH | class::PER)
            })?;
        self.lists_at(every + 1, Listed::PERIOD)
            .then(|| self.lower(every + 1).to_owned())
    }

    /// "One teenager was hit in the foot and the other in the leg"
    pub(super) fn is_one_of_two(&self, place: &Range<usize>) -> bool {
        let one = self.class_at(place.start).meets(class::ONE) && place.len() == 1;
        one && (place.end..self.range.end)
            .any(|i| self.class_at(i).meets(class::OTHER) && self.class_at(i - 1).meets(class::THE))
    }

    /// "seven of his tackles"
    pub(super) fn is_part(&self, from: usize) -> bool {
        self.class_at(from).meets(class::OF)
            && self.lists_at(from + 1, Listed::OWNING)
            && !(from..self.range.end).take(5).any(|i| self.in_any(i))
    }

    /// The word that tells what becomes of the share of a whole: "of patients were sent home".
    pub(super) fn done(
        &self,
        from: usize,
        own: &Range<usize>,
        quantity: &Quantity,
    ) -> Option<String> {
        let share = matches!(quantity.kind, Kind::Percent | Kind::Fraction);
        if !share || !self.class_at(from).meets(class::OF) {
            return None;
        }
        let told = |i: &usize| !self.in_name(*i) && self.content(*i).is_some();
        let whole = (from + 1..own.end).take(CHAIN).find(told)?;
        let ends = |i: &usize| !matches!(self.texts.word(*i), "," | ";" | "." | ":");
        let verb = (whole + 1..own.end)
            .take(REACH)
            .take_while(ends)
            .find(told)?;
        self.content(verb).map(str::to_owned)
    }

    /// The stem of what there is so much of for every one: "Each closure costs", "eight for every bed", "five a head".
    pub(super) fn each(&self, place: &Range<usize>, own: &Range<usize>) -> Option<String> {
        let each = |i: &usize| {
            let class = self.class_at(*i);
            class.meets(class::EVERY | class::EACH | class::PER)
                && !class.meets(class::OF)
                && !self.lists_at(*i + 1, Listed::PERIOD)
        };
        // "One of the houses is valued at"
        let start = self.range.start;
        if self.class_at(start).meets(class::ONE) && self.class_at(start + 1).meets(class::OF) {
            let mut of = (start + 2..place.start).take(CHAIN);
            return of.find_map(|i| self.telling(i)).map(str::to_owned);
        }
        let before = (own.start..place.start).take(CHAIN).find(each);
        let parts = |i: &usize| !matches!(self.texts.word(*i), "," | ";" | "(");
        let after = || {
            let mut next = (place.end..own.end).take(REACH).take_while(parts);
            next.find(each)
        };
        let each = before.or_else(after)?;
        (each + 1..each + 3)
            .find_map(|i| self.telling(i))
            .map(str::to_owned)
    }

    /// "2,100 people, of whom 310 are doctors"
    pub(super) fn is_of_more(&self, place: &Range<usize>, own: &Range<usize>) -> bool {
        let start = self.range.start;
        (own.start.max(start + 1)..place.start).any(|i| {
            self.class_at(i).meets(class::RELATIVE) && self.class_at(i - 1).meets(class::OF)
        })
    }

    /// "one nest box in ten"
    pub(super) fn is_one_in(&self, at: usize) -> bool {
        let one =
            |place: &Range<usize>| place.len() == 1 && self.class_at(place.start).meets(class::ONE);
        let pair = |first: usize| {
            let (one_of, of) = (self.places.get(first)?, self.places.get(first + 1)?);
            let near = of.start > one_of.end + 1 && of.start <= one_of.end + CHAIN;
            (near && one(one_of) && self.class_at(of.start - 1).meets(class::IN)).then_some(())
        };
        pair(at).is_some() || at.checked_sub(1).and_then(pair).is_some()
    }

    /// By how much somebody is ahead: "beat her by 610 votes", "a majority of 610".
    pub(super) fn is_margin(&self, place: &Range<usize>) -> bool {
        let by = place.start > self.range.start && self.class_at(place.start - 1).meets(class::BY);
        let beats = |i: usize| self.lists_at(i, Listed::BEATING);
        by && (self.range.start..place.start).rev().take(REACH).any(beats)
    }

    /// Whether what is counted is only said to be there: "has 640 pupils and 38 teachers".
    pub(super) fn is_had(&self, place: &Range<usize>) -> bool {
        let before = (self.range.start..place.start).rev().take(REACH);
        let verb = |i: &usize| {
            let class = self.class_at(*i);
            class.meets(class::AUXILIARY | class::PAST | class::PRESENT | class::WITH)
        };
        (before.take_while(|&i| !self.class_at(i).meets(class::BUT)))
            .find(verb)
            .is_some_and(|i| {
                // "has cancelled 16 sailings"
                let done = (i + 1..place.start).any(|i| forms::is_past(self.lower(i)));
                self.lists_at(i, Listed::HAVING) && !done
            })
    }

    /// Whether what is counted does something, or something is done to it: "20 teachers have been off sick".
    pub(super) fn is_acting(&self, after: usize, own: &Range<usize>, place: &Range<usize>) -> bool {
        // "Its 72 turbines have a capacity of": all of them.
        let all = |i: usize| {
            self.class_at(i).meets(class::THE | class::PERSONAL) || self.lists_at(i, Listed::OWNING)
        };
        let opens = (own.start..place.start).all(|i| self.content(i).is_none() && !all(i));
        let acts = |i: &usize| {
            let class = self.class_at(*i);
            class.meets(class::AUXILIARY | class::PAST)
        };
        let mut next = (after..own.end).take(REACH / 2);
        opens
            && (next
                .by_ref()
                .take_while(|&i| self.texts.word(i) != ",")
                .find(acts))
            .is_some_and(|verb| {
                (verb..own.end)
                    .take(CHAIN)
                    .any(|i| self.telling(i).is_some())
            })
    }

    /// "a family ticket", "postal votes": the noun, and which sort of it.
    pub(super) fn sorts(
        &self,
        place: &Range<usize>,
        own: &Range<usize>,
        quantity: &Quantity,
    ) -> Vec<(String, String)> {
        let pair = |noun: &str, sort: &str| (noun.to_owned(), sort.to_owned());
        let mut found = Vec::new();
        if let Unit::Noun(noun) = &quantity.unit
            && let Some((before, head)) = noun.words.rsplit_once(' ')
        {
            let sort = crate::text::lowercase(before.rsplit(' ').next().unwrap_or(before));
            // "confirmed cases" are cases, and so are "active" ones.
            let sorts = !self.lists(&sort, Listed::LIGHT) && !self.lists(&sort, Listed::STATE);
            if sorts && !before.contains(char::is_uppercase) {
                let [head, sort] = [head, &sort].map(|w| stem(self.texts.language, w));
                found.push((head, sort));
            }
        }
        for i in (own.start + 2..place.start).rev().take(REACH) {
            let follows = self.class_at(i + 1);
            let ends = follows.meets(class::PREPOSITION | class::AUXILIARY)
                || follows.meets(class::PAST | class::PRESENT);
            if i + 1 < place.start
                && ends
                && self.class_at(i - 2).meets(class::DETERMINER)
                && !forms::is_past(self.lower(i))
                && let (Some(noun), Some(sort)) = (self.telling(i), self.telling(i - 1))
            {
                found.push(pair(noun, sort));
            }
        }
        found
    }

    /// "Its population was", "She had 31 votes"
    pub(super) fn is_by_pronoun(&self) -> bool {
        let class = self.class_at(self.range.start);
        let pronoun = class.meets(class::PRONOUN) && !class.meets(class::THERE | class::DETERMINER);
        let own = self.lists_at(self.range.start, Listed::OWNING) && !class.meets(class::PRONOUN);
        pronoun || class.meets(class::PERSONAL) || own
    }

    /// "was 62 at the time", "was 62 when he left", "then 62"
    pub(super) fn is_then(&self, place: &Range<usize>) -> bool {
        let end = self.class_at(place.end);
        let at_the_time = end.meets(class::AT) && self.class_at(place.end + 2).meets(class::TIME);
        let then = |at: usize| self.lists_at(at, Listed::THEN);
        let before = place
            .start
            .checked_sub(1)
            .filter(|at| self.range.contains(at));
        at_the_time
            || end.meets(class::TIME_CLAUSE)
            || then(place.end)
            || before.is_some_and(then)
            || before.and_then(|at| at.checked_sub(1)).is_some_and(then)
    }
}
