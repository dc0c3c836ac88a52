//! Who does what a verb tells: the subject of a clause, and whom a participle or a relative clause is about.

use super::roles::{Anaphor, Filler};
use super::sentence::{Sentence, is_dress};
use crate::figures::{Kind, Quantity};
use crate::language::open::Open;
use crate::lexicon::class::{self, Class};
use crate::lexicon::forms;

/// How many words a noun phrase that explains a name may have.
const APPOSITION: usize = 8;

impl Sentence<'_> {
    /// The subject of the clause whose verb stands at item `at`: who did it.
    pub(crate) fn subject(&self, at: usize) -> Filler {
        self.subject_of(at, true)
    }

    /// The same; unless `owners`, what somebody owns is somebody else: "Corven Arena's car park opened".
    fn subject_of(&self, at: usize, owners: bool) -> Filler {
        if let Some(first) = self.shared_subject(at) {
            return first;
        }
        let mut i = at;
        while i > 0 {
            i -= 1;
            match self.plain(i) {
                Some(")") => {
                    while i > 0 && self.plain(i) != Some("(") {
                        i -= 1;
                    }
                    continue;
                }
                Some("," | "—" | "–") => {
                    if let Some(start) = self.aside_before(i) {
                        i = start;
                    }
                    continue;
                }
                Some(";" | ":") => return Filler::Missing,
                Some("(") => {
                    // Within brackets the subject is what they follow.
                    return i
                        .checked_sub(1)
                        .and_then(|b| self.named_at(b))
                        .unwrap_or(Filler::Missing);
                }
                _ => {}
            }
            if self.class(i).meets(class::RELATIVE) && !self.is(i, class::WHAT) {
                // "Microsoft, which has put …": the antecedent stands right before it.
                let before = (0..i)
                    .rev()
                    .find(|&b| !matches!(self.plain(b), Some("," | "—" | "–")));
                return before.map_or(Filler::Missing, |b| self.antecedent(b));
            }
            if let Some(named) = self.named_at(i) {
                if self.is_joint_subject(i) {
                    return Filler::Phrase;
                }
                if let Some(relative) = self.relative_of_object(i) {
                    let before = (0..relative)
                        .rev()
                        .find(|&b| !matches!(self.plain(b), Some("," | "—" | "–")));
                    return before.map_or(Filler::Missing, |b| self.antecedent(b));
                }
                // "after Meta invested": what a verb follows is no part of a phrase.
                let in_phrase = i > 0
                    && !(self.opens_subordinate(i) && self.takes_a_verb(i))
                    && self.phrase_preposition(i).is_some();
                let possessor = self.mention(i).is_some_and(|m| m.possessive);
                if possessor && self.owns_the_object(i, at) {
                    continue;
                }
                if possessor && !owners && self.owns_something(i) {
                    return Filler::Phrase;
                }
                if !in_phrase || possessor {
                    return named;
                }
                continue;
            }
            if let Some(anaphor) = self.anaphor_ending(i) {
                let object_like = i > 0 && self.class(i - 1).meets(class::PREPOSITION);
                let possessive = self.class(i).meets(class::DETERMINER);
                // "the arena roof cost", "the arena's roof": something of it.
                let of_it = anaphor.kind == Anaphor::NAMED
                    && i + 1 < at
                    && (self.class(i + 1) == Class::default() && !self.is_adverb(i + 1));
                if of_it {
                    return Filler::Phrase;
                }
                if !object_like && !possessive {
                    return Filler::Anaphor(anaphor);
                }
            }
        }
        Filler::Missing
    }

    /// "Guo and Wang founded", "Guo, who left college, and Wang founded": each of them did it, and a figure told
    /// of all is nobody's alone.
    fn is_joint_subject(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(2).filter(|_| self.is(at - 1, class::AND)) else {
            return false;
        };
        let first = match self.plain(before) {
            Some("," | "—" | "–") => self
                .aside_before(before)
                .and_then(|open| open.checked_sub(1)),
            _ => Some(before),
        };
        first.is_some_and(|first| {
            // "Amazon bought Kiva and Meta paid": what a verb had before is no subject.
            let behind_verb =
                self.has_verb(0..first) || (0..first).any(|i| self.mention(i).is_some());
            let in_phrase = first > 0 && self.class(first - 1).meets(class::PREPOSITION);
            self.mention(first).is_some_and(|m| !m.possessive) && !behind_verb && !in_phrase
        })
    }

    /// "Norvex ate Lumora's lunch by buying": whether the owner at item `owner` owns the object of a verb whose
    /// subject stands before it, and another phrase leads to item `at`.
    fn owns_the_object(&self, owner: usize, at: usize) -> bool {
        let subject = |i: usize| {
            self.mention(i).is_some_and(|m| !m.possessive) && self.phrase_preposition(i).is_none()
                || self.is_subject_pronoun(i)
        };
        let phrase = |i: usize| self.begins(Open::While, i) || self.is(i, class::AS);
        (owner + 1..at).any(phrase)
            && !(owner + 1..=at).any(|i| self.is_finite(i))
            && (self.clause_start(owner)..owner).any(subject)
            && (self.clause_start(owner)..owner).any(|i| self.is_word(i) && self.is_light(i))
    }

    /// Whether the item is a verb with a subject, as far as its form tells.
    fn is_finite(&self, at: usize) -> bool {
        let class = self.class(at);
        class.meets(class::AUXILIARY)
            || class.meets(class::PAST)
            || class.meets(class::PRESENT)
            || self.is_word(at) && forms::is_past(self.lower(at))
    }

    fn is_adverb(&self, at: usize) -> bool {
        self.is_word(at) && forms::is_adverb(self.lower(at))
    }

    /// "The rocket that carried Halcyon reached": the relative pronoun of the clause in which the name at `at` is the
    /// object, so that what comes after it is said of the rocket.
    fn relative_of_object(&self, at: usize) -> Option<usize> {
        let verb = at
            .checked_sub(1)
            .filter(|&i| self.is_finite(i) && self.is_word(i))?;
        let relative = (0..verb).rev().find(|&i| {
            !self.class(i).meets(class::ADVERB) && !self.class(i).meets(class::AUXILIARY)
        })?;
        (self.class(relative).meets(class::RELATIVE) && !self.is(relative, class::WHAT))
            .then_some(relative)
    }

    /// Whether a verb follows the name at item `at`.
    fn takes_a_verb(&self, at: usize) -> bool {
        let next = (at + 1..self.items.len()).find(|&i| !self.class(i).meets(class::ADVERB));
        next.is_some_and(|i| self.is_finite(i))
    }

    /// "It was founded by Wang and employs …": a verb right after "and" has the subject of the one before it.
    fn shared_subject(&self, at: usize) -> Option<Filler> {
        let before = (0..at).rev().find(|&i| {
            !self.class(i).meets(class::ADVERB) && !self.class(i).meets(class::AUXILIARY)
        })?;
        if !self.is(before, class::AND | class::BUT) {
            return None;
        }
        // "X is backed by A, B and C, and was last valued at": behind a comma the names of a list come between.
        let start = match before.checked_sub(1).and_then(|sign| self.plain(sign)) {
            Some(",") => (0..before)
                .rev()
                .find(|&i| matches!(self.plain(i), Some(";" | ":" | "—" | "–" | "(")))
                .map_or(0, |sign| sign + 1),
            _ => self.clause_start(before),
        };
        let first = (start..before).find(|&i| !self.class(i).meets(class::DETERMINER))?;
        let verb = self.class(first + 1);
        if !(verb.meets(class::AUXILIARY) || verb.meets(class::PAST) || verb.meets(class::PRESENT))
        {
            return None;
        }
        self.named_at(first)
            .or_else(|| self.anaphor_ending(first).map(Filler::Anaphor))
    }

    /// Whom a participle, "worth" or "with" at item `at` describes: the subject where an auxiliary makes
    /// a predicate of it, else what it follows ("Turing, valued at …"), or what follows it where it opens
    /// the sentence ("Founded in 2017, Anduril …").
    pub(crate) fn described(&self, at: usize) -> Filler {
        let told = Some(self.told_from()).filter(|&told| told <= at);
        let begins = |from: usize| told == Some(from) || from == 0;
        let mut from = at;
        let mut apart = false;
        while let Some(before) = from.checked_sub(1).filter(|_| !begins(from)) {
            let class = self.class(before);
            if class.meets(class::AUXILIARY) {
                return self.or_phrase(before, self.subject_of(before, false));
            }
            let passed = class.meets(class::ADVERB)
                || class.meets(class::NEGATION)
                || matches!(self.plain(before), Some("," | "—" | "–" | "("))
                || self.is(before, class::BEFORE_SUBJECT)
                || self.plain(before).is_some_and(is_dress);
            if !passed {
                break;
            }
            apart |= matches!(self.plain(before), Some("," | "—" | "–" | "("));
            from = before;
        }
        let Some(mut before) = from.checked_sub(1).filter(|_| !begins(from)) else {
            let comma =
                (at..self.items.len()).find(|&i| matches!(self.plain(i), Some("," | "—" | "–")));
            return comma.map_or(Filler::Missing, |comma| self.after_opening(comma + 1));
        };
        // "Scale AI (of San Francisco), valued at …"
        if self.plain(before) == Some(")")
            && let Some(open) = self.brackets(before).and_then(|open| open.checked_sub(1))
        {
            before = open;
        }
        if let Some(named) = self.named_at(before) {
            // "a rival of X founded in …", "an offer for X, worth …": it may be the rival, the offer.
            let head = self
                .phrase_preposition(before)
                .and_then(|p| p.checked_sub(1));
            // "5% of X, worth …": it is the share that is.
            let of_head = head.is_some_and(|head| {
                !apart || self.is_money_noun(head) || self.figure(head).is_some_and(is_share)
            });
            return if of_head { Filler::Phrase } else { named };
        }
        if self.class(before).meets(class::HARD)
            || matches!(self.plain(before), Some(";" | ":" | "."))
        {
            return self.subject(at);
        }
        if let Some(anaphor) = self.anaphor_ending(before) {
            return Filler::Anaphor(anaphor);
        }
        self.apposed_to(before).unwrap_or(Filler::Phrase)
    }

    /// Whom a phrase that opened the sentence describes: the subject at item `at`, behind an aside where one
    /// stands first ("Founded in 2017 by Lind, a former engineer, Anduril …").
    fn after_opening(&self, at: usize) -> Filler {
        let comma = |from: usize| {
            (from..self.items.len()).find(|&i| matches!(self.plain(i), Some("," | "—" | "–")))
        };
        let aside = self.is(at, class::INDEFINITE);
        let subject = match comma(at) {
            Some(closing) if aside && self.mention(closing + 1).is_some() => closing + 1,
            _ => at,
        };
        // "Valued at $9 million, the deal …"
        let deal = (subject..subject + 4)
            .take_while(|&i| i == subject || self.is_light(i - 1))
            .find(|&i| self.mention(i).is_some() || self.is_money_noun_at(i));
        match deal {
            Some(i) if self.mention(i).is_none() => Filler::Phrase,
            _ => self.noun_phrase(subject..self.items.len()).0,
        }
    }

    fn is_money_noun_at(&self, at: usize) -> bool {
        self.begins(Open::Priced, at)
    }

    /// The subject of the verb at item `at`; words that name nobody are one too.
    pub(crate) fn subject_or_phrase(&self, at: usize) -> Filler {
        self.or_phrase(at, self.subject(at))
    }

    fn or_phrase(&self, at: usize, subject: Filler) -> Filler {
        match subject {
            Filler::Missing if self.has_common_subject(at) => Filler::Phrase,
            subject => subject,
        }
    }

    /// Whether the word at `at` is something that money is named for: a deal, an offer, a contract.
    fn is_money_noun(&self, at: usize) -> bool {
        self.ends(Open::Priced, at)
    }

    /// Whom the noun phrase that ends at item `at` explains: "Anduril, a company …".
    fn apposed_to(&self, at: usize) -> Option<Filler> {
        let article = (0..=at)
            .rev()
            .take(APPOSITION)
            .take_while(|&i| self.is_light(i) || self.mention(i).is_some())
            .find(|&i| self.is(i, class::ARTICLE))?;
        let comma = article.checked_sub(1)?;
        matches!(self.plain(comma), Some("," | "—" | "–"))
            .then(|| self.named_at(comma.checked_sub(1)?))
            .flatten()
    }

    /// Whether the noun phrase that starts at item `at` hangs on a preposition: "the fee for Meta's deal".
    pub(crate) fn is_within_phrase(&self, at: usize) -> bool {
        (0..at)
            .rev()
            .take(APPOSITION)
            .take_while(|&i| {
                self.is_light(i)
                    || self.mention(i).is_some()
                    || self.class(i).meets(class::PREPOSITION)
            })
            .any(|i| self.class(i).meets(class::PREPOSITION))
    }

    /// Whom a relative clause is about whose antecedent ends at item `at`.
    fn antecedent(&self, at: usize) -> Filler {
        if self.class(at).meets(class::PREPOSITION) && at > 0 {
            // "the deal, in which Meta paid": the subject stands after.
            return Filler::Missing;
        }
        self.named_at(at)
            .or_else(|| self.anaphor_ending(at).map(Filler::Anaphor))
            .unwrap_or(Filler::Phrase)
    }

    /// Whether a noun that names nobody stands right before the verb at item `at`, as its subject.
    pub(crate) fn has_common_subject(&self, at: usize) -> bool {
        (0..at)
            .rev()
            .find(|&i| {
                let class = self.class(i);
                !(class.meets(class::AUXILIARY)
                    || class.meets(class::ADVERB)
                    || class.meets(class::NEGATION))
            })
            .is_some_and(|i| {
                // "The north face of Everest rises": a name within a phrase leaves its head the subject.
                let head = self
                    .mention(i)
                    .and_then(|_| self.phrase_preposition(i)?.checked_sub(1))
                    // "the stake in Lumora was bought": what is bought stands for it.
                    .filter(|&head| !self.ends(Open::PartOf, head));
                let i = head.unwrap_or(i);
                self.is_word(i)
                    && !self.class(i).meets(class::HARD)
                    && !self.class(i).meets(class::DETERMINER)
            })
    }

    /// The preposition that governs the name at `at`, when only light words stand between.
    fn phrase_preposition(&self, at: usize) -> Option<usize> {
        let mut i = at;
        // "in AI startup Scale AI": what describes the name is no subject between the two.
        if let Some(length) = at
            .checked_sub(1)
            .and_then(|before| self.class_to(Open::Company, before))
        {
            i = at - length;
            while i > 1
                && self.is_light_before_name(i - 1)
                && self.class(i - 1).meets(class::GENERIC)
            {
                i -= 1;
            }
        }
        for _ in 0..4 {
            i = i.checked_sub(1)?;
            if self.class(i).meets(class::PREPOSITION) {
                return Some(i);
            }
            if !self.is_light(i)
                || !self.class(i).meets(class::DETERMINER) && self.is_word(i) && i + 1 != at
            {
                return None;
            }
        }
        None
    }

    /// When the comma or dash at `end` closes an aside, the item where the aside opens.
    fn aside_before(&self, end: usize) -> Option<usize> {
        let open = (0..end)
            .rev()
            .find(|&i| matches!(self.plain(i), Some("," | "—" | "–")))?;
        let first = open + 1;
        // "On Thursday, the company announced …, taking": what a phrase of time or place opened is no aside.
        let opening = self.class(0).meets(class::PREPOSITION)
            && (0..open).all(|i| self.mention(i).is_none() && self.plain(i) != Some(","));
        if opening && self.class(first).meets(class::DETERMINER) {
            return None;
        }
        let described = self.class(first).meets(class::DETERMINER)
            || self.class(first).meets(class::RELATIVE)
            || self.begins(Open::Aside, first);
        let after_name =
            open > 0 && (self.mention(open - 1).is_some() || self.plain(open - 1).is_some());
        (described && after_name).then_some(open)
    }
}

fn is_share(figure: &Quantity) -> bool {
    matches!(figure.kind, Kind::Percent | Kind::Fraction)
}
