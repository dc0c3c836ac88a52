//! What a sentence says of each of its figures, where no relation is known: the words that tell what it measures, whom
//! it names beside it, and what holds for it alone.
//!
//! A sentence is parted between its figures; what stands before the first of them is said of all.

mod beside;
mod portions;

use super::named::{Mentioned, Name, Part, Texts};
use crate::calendar;
use crate::figures::{Kind, Quantity};
use crate::language::Language;
use crate::language::lists::{Listed, Poles};
use crate::lexicon::class::{self, Class};
use crate::lexicon::forms;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// How far from a figure a word stands at the most that tells what it measures.
const REACH: usize = 12;
/// How many words behind "during" belong to it.
const MEANWHILE: usize = 3;

/// What is said of a figure.
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts that go together in every way"
)]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Said {
    /// The stems of the words that lead up to the figure, the nearest first.
    pub(crate) before: Vec<String>,
    /// Which of them is what the figure measures: "turnout in the election in Kolm was 61 per cent".
    pub(crate) head: Option<String>,
    /// Whether the farthest of them opens the sentence, and more of it follows: "repairs of the bridge cost".
    pub(crate) opens: bool,
    /// The stem of the word that follows it and belongs to it: "88 mm of rain", "nine people were arrested".
    pub(crate) after: Option<String>,
    /// The stem of what is told of the share that opens its part: "84 per cent of patients were sent home".
    #[serde(default)]
    pub(crate) done: Option<String>,
    /// The stem of what there is so much of for every one: "each closure costs".
    #[serde(default)]
    pub(crate) each: Option<String>,
    /// The stems of nouns before it, or of the one that it counts, each with that of the word that tells which sort it is:
    /// "a family ticket".
    #[serde(default)]
    pub(crate) sorts: Vec<(String, String)>,
    /// Whether its head is what kind of measure it is: "387 metres in length".
    #[serde(default)]
    pub(crate) is_extent: bool,
    /// Whether it is told of a time that is over: "was 62 at the time", "then 62".
    #[serde(default)]
    pub(crate) is_then: bool,
    /// Whether its sentence opens with a word for somebody or something named before: "Its", "She", "The striker".
    #[serde(default)]
    pub(crate) by_pronoun: bool,
    /// Whether what is counted is only said to be there ("has 38 teachers"), or does something ("20 teachers were away").
    #[serde(default)]
    pub(crate) is_had: bool,
    #[serde(default)]
    pub(crate) is_acting: bool,
    /// The stem of the noun right behind an amount, which is what it is the size of: "a $15,000 reward".
    pub(crate) sum: Option<String>,
    /// The stems of what is told of people or things that are counted, as they stand: "dead", "injured", "arrested". The
    /// last is what became of them.
    pub(crate) outcomes: Vec<String>,
    /// The stems of the sides of what happened that are told of: "suspect", "victim"; sorted.
    pub(crate) sides: Vec<String>,
    /// The stems of all that is said of it, those of its names included; sorted.
    pub(crate) words: Vec<String>,
    /// What of the subject it is told of: "Scale's office was".
    pub(crate) thing: Option<String>,
    /// Whom its own part of the sentence names.
    pub(crate) names: Vec<Name>,
    /// Whom it names in a clause that follows, and tells of others: ", although Ana Boll stayed".
    pub(crate) beyond: Vec<Name>,
    /// The byte at which a clause opens that tells of others: "when the ferry sank in 2018".
    pub(crate) until: usize,
    /// Whom the sentence names before its first figure: they hold for each of them.
    pub(crate) leading: Vec<Name>,
    /// Whom the sentence is about.
    pub(crate) subject: Subject,
    /// What else they are called: "Ana Lund, known as Silva, was".
    pub(crate) also: Vec<Name>,
    /// What makes it another figure of the same thing: "average", "worldwide"; sorted.
    pub(crate) qualifiers: Vec<String>,
    /// Which sides of opposites its words name: "the old hospice".
    pub(crate) poles: Poles,
    /// The months and days of the week beside it, as bits.
    pub(crate) months: u16,
    pub(crate) weekdays: u8,
    /// Whether it is told of as going up or down: 1, -1.
    pub(crate) way: i8,
    /// Whether it is how far something went: "Dow up 25", "rose by 3".
    pub(crate) is_change: bool,
    /// Whether it is no value of its own: how far two others lie apart ("five fewer than"), what was before ("from 12
    /// to eight"), or what those who are counted are ("two of them were 17").
    pub(crate) is_difference: bool,
    /// Whether it is some of more: "seven of his tackles".
    pub(crate) is_part: bool,
    /// Whether it counts people who were somewhere: "were at a party".
    pub(crate) is_present: bool,
    /// Whether it goes on changing, or is the same on any occasion.
    pub(crate) is_changing: bool,
    pub(crate) is_lasting: bool,
    /// Whether it is yet to be.
    pub(crate) is_future: bool,
    /// Whether its sentence says that it is not so.
    pub(crate) denied: bool,
    /// Whether nearly all words of the sentence are capitalised, so that names cannot be told from other words.
    pub(crate) titled: bool,
}

/// Whom a sentence is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Subject {
    /// Whoever was named before, or nobody in particular: "It", "The film", "There are".
    #[default]
    Open,
    /// Somebody by name.
    Named(Name),
}

/// A sentence with its figures.
pub(super) struct Parted<'t> {
    texts: Texts<'t>,
    range: Range<usize>,
    names: Vec<Mentioned>,
    titled: bool,
    subject: Subject,
    thing: Option<String>,
    /// Whether whom it is about only tells of it: "The ministry has confirmed".
    is_teller: bool,
    /// The tokens of each figure with its modifier.
    places: Vec<Range<usize>>,
    /// The part of the sentence that belongs to each figure.
    parts: Vec<Range<usize>>,
    /// The kind of each figure.
    kinds: Vec<Kind>,
}

impl<'t> Parted<'t> {
    /// The sentence of those tokens, in which those figures stand.
    pub(super) fn of(texts: Texts<'t>, range: Range<usize>, own: &[Quantity]) -> Self {
        let place = |q: &Quantity| {
            let at = |byte: usize| texts.tokens.partition_point(|t| (t.start as usize) < byte);
            at(q.outer_start)..at(q.outer_end)
        };
        let places: Vec<Range<usize>> = own.iter().map(place).collect();
        let titled = texts.is_titled(range.clone());
        let names = if titled {
            Vec::new()
        } else {
            texts.names(range.clone())
        };
        let mut parted = Self {
            subject: Subject::Open,
            thing: None,
            is_teller: false,
            parts: Vec::with_capacity(own.len()),
            kinds: own.iter().map(|q| q.kind).collect(),
            texts,
            range,
            names,
            titled,
            places,
        };
        parted.part();
        (parted.subject, parted.thing) = parted.subject();
        parted.is_teller = parted.is_teller();
        parted
    }

    /// Whom the sentence names.
    pub(super) fn names(&self) -> impl Iterator<Item = &Name> {
        self.names.iter().map(|mentioned| &mentioned.name)
    }

    /// The same with where they stand.
    pub(super) fn mentioned(&self) -> &[Mentioned] {
        &self.names
    }

    /// Whom it is about.
    pub(super) fn about(&self) -> &Subject {
        &self.subject
    }

    /// Whether whom it is about may be somebody named before: "The film", "She"; not "A reward is offered".
    pub(super) fn refers_back(&self) -> bool {
        let first = self.range.start;
        !self.class_at(first).meets(class::INDEFINITE)
    }

    /// Whether a word in lower case is listed so.
    fn lists(&self, word: &str, class: Listed) -> bool {
        self.texts.language.lists(word, class)
    }

    /// The classes of a word in lower case.
    fn class(&self, word: &str) -> Class {
        self.texts.language.classes_of(word)
    }

    /// A word in lower case.
    fn lower(&self, at: usize) -> &'t str {
        self.texts.wording.lower(at)
    }

    /// The classes of the word at a place.
    fn class_at(&self, at: usize) -> Class {
        self.texts.wording.class(at)
    }

    /// Whether the word at a place is listed so.
    fn lists_at(&self, at: usize, class: Listed) -> bool {
        self.texts.wording.lists(at, class)
    }

    /// Parts the sentence between its figures, where a sign or a word for it stands there.
    fn part(&mut self) {
        let mut start = self.range.start;
        let mut open = 0;
        for at in 0..self.places.len() {
            let end = match self.places.get(at + 1) {
                // "sentenced Carl Dietz, 44, to 15 years"
                Some(_) if self.kinds[at] == Kind::Age => None,
                Some(next) => self.border(self.places[at].end..next.start),
                None => Some(self.range.end),
            };
            // Figures with nothing between them that parts them share all.
            if let Some(end) = end {
                for _ in open..=at {
                    self.parts.push(start..end);
                }
                (start, open) = (end, at + 1);
            }
        }
    }

    /// Where the part of one figure ends and that of the next begins.
    fn border(&self, between: Range<usize>) -> Option<usize> {
        let weight = |at: usize| -> u8 {
            let class = self.class_at(at);
            match self.lower(at) {
                ";" | ":" | "(" | "—" | "–" | ")" => 5,
                _ if class.meets(class::SUBORDINATOR) || class.meets(class::RELATIVE) => 4,
                // "Bosnia and Herzegovina"
                _ if class.meets(class::AND) && self.joins_names(at) => 0,
                _ if class.meets(class::AND | class::BUT | class::WHILE) => 3,
                "," => 2,
                _ if class.meets(class::SETS_APART) => 1,
                _ => 0,
            }
        };
        let best = between.clone().map(weight).max().filter(|&best| best > 0)?;
        // "with 648 deaths, and 13,500 recoveries": at the sign before the word.
        let at = between.clone().find(|&at| weight(at) == best)?;
        let comma = best < 5 && at > between.start && self.lower(at - 1) == ",";
        Some(if comma { at - 1 } else { at })
    }

    /// Whether a word stands between two names.
    fn joins_names(&self, at: usize) -> bool {
        let next = self.names.partition_point(|name| name.tokens.end < at);
        (self.names.get(next)).is_some_and(|name| name.tokens.end == at)
            && (self.names.get(next + 1)).is_some_and(|name| name.tokens.start <= at + 2)
    }

    /// The comma behind what is put first: "On Rotten Tomatoes, the film"; else where the sentence begins.
    fn opening_end(&self) -> usize {
        let start = self.range.start;
        let first = self.class_at(start);
        (self.range.clone())
            .take(REACH * 2)
            .filter(|_| first.meets(class::PREPOSITION) || first.meets(class::SUBORDINATOR))
            .find(|&i| self.texts.word(i) == ",")
            .unwrap_or(start)
    }

    /// Whom the sentence is about.
    fn subject(&self) -> (Subject, Option<String>) {
        let mut at = self.range.start;
        let opening = self.opening_end();
        if opening > at {
            at = opening + 1;
        }
        let class = self.class_at(at);
        if class.meets(class::PRONOUN) || class.meets(class::THERE) || self.titled {
            return (Subject::Open, None);
        }
        let until = if class.meets(class::DETERMINER) {
            at + 6
        } else {
            at + 4
        };
        // "As of 6 April, in Bosnia there were"
        let there = (at..(at + REACH * 2).min(self.range.end)).any(|i| {
            self.class_at(i).meets(class::THERE) && self.class_at(i + 1).meets(class::AUXILIARY)
        });
        let ends = |i: &usize| {
            let class = self.class_at(*i);
            class.meets(class::AUXILIARY | class::PAST | class::PRESENT) || self.lower(*i) == ","
        };
        let until = (at..until.min(self.range.end)).find(ends).unwrap_or(until);
        let named = (self.names.iter())
            .filter(|_| !there)
            .find(|name| (at..until).contains(&name.tokens.start) && name.name.part == Part::Bare);
        let Some(name) = named else {
            return match self.thing_of(at) {
                Some((name, thing)) => (Subject::Named(name.clone()), Some(thing)),
                None => (Subject::Open, None),
            };
        };
        // "The Po valley is", "Scale's office in Rome was", "Scale's head, Ana Boll, was": a thing of its own, up to the
        // verb.
        let after = name.tokens.end;
        let owns = matches!(self.texts.word(after), "'" | "’");
        let thing = (after..self.range.end.min(after + REACH / 2))
            .find(ends)
            .filter(|&verb| owns || self.lower(verb) != ",")
            .and_then(|verb| self.thing(after..verb));
        (Subject::Named(name.name.clone()), thing)
    }

    /// Whether the first verb of the sentence is what somebody does who only tells of it.
    fn is_teller(&self) -> bool {
        let verb = |i: &usize| {
            let (word, class) = (self.lower(*i), self.class_at(*i));
            !class.meets(class::AUXILIARY)
                && (class.meets(class::PAST | class::PRESENT)
                    || word.len() > 4 && forms::is_past(word)
                    || self.lists_at(*i, Listed::REPORTING))
                && !self.in_name(*i)
        };
        let first = (self.range.clone()).take(REACH * 2).find(verb);
        first.is_some_and(|verb| self.lists_at(verb, Listed::REPORTING))
    }

    /// What is said of the figure of that number.
    pub(super) fn said(&self, at: usize, quantity: &Quantity) -> Said {
        let place = self.places[at].clone();
        let part = self.parts.get(at).cloned().unwrap_or(self.range.clone());
        let leading = self.range.start..self.leading_end();
        let (after_noun, noun) = self.counted(&place, quantity);
        let own = part.start.min(place.start)..part.end.max(after_noun);
        let told = leading
            .clone()
            .chain(own.clone())
            .filter(|i| !place.contains(i));
        let mut words = self.words(told, &noun);
        let sides = words.iter().filter(|stem| self.lists(stem, Listed::SIDE));
        let sides = sides.cloned().collect();
        let named = |range: &Range<usize>| -> Vec<Name> {
            (self.names.iter())
                .filter(|n| range.contains(&n.tokens.start))
                .filter(|n| !self.only_tells(n) && !self.is_left_out(n))
                .map(|n| n.name.clone())
                .collect()
        };
        let mut before = self.before(&place, &own);
        // "The film made $9 million"
        if quantity.kind == Kind::Money
            && let Some(earned) = self.made(&place)
        {
            before.insert(0, earned.to_owned());
            words.push(earned.to_owned());
            crate::order::sort(&mut words);
        }
        // "it reached 4,000 with a rate of": that is told of nothing that is counted.
        let apart = noun.is_empty() && self.class_at(after_noun).meets(class::PREPOSITION);
        let after = self.after(after_noun, &own, before.is_empty() && !apart);
        if let Some(event) = self.of_a_life(at) {
            let event = event.to_owned();
            words.push(event.clone());
            crate::order::sort(&mut words);
            before = vec![event];
        }
        let clause_end = self.clause_end(after_noun, own.end);
        let aside = (after_noun..own.end).find(|&i| {
            self.class_at(i)
                .meets(class::SUBORDINATOR | class::RELATIVE | class::WHO | class::TIME_CLAUSE)
        });
        let poles = (leading.clone().chain(own.clone()))
            .filter(|&i| !self.titled && !self.in_name(i))
            .fold(Poles::default(), |all, i| {
                all.and(self.texts.wording.poles(i))
            });
        let mut said = Said {
            poles,
            until: (self.texts.tokens)
                .get(aside.unwrap_or(own.end))
                .map_or(usize::MAX, |token| token.start as usize),
            beyond: named(&(clause_end..own.end)),
            names: named(&(own.start..clause_end)),
            leading: named(&(leading.start..leading.end.max(self.opening_end()))),
            subject: if self.is_teller {
                Subject::Open
            } else {
                self.subject.clone()
            },
            also: self.other_names(),
            thing: self.thing.clone().filter(|_| !self.is_teller),
            is_difference: self.is_difference(after_noun)
                || self.is_former(&place, after_noun)
                || self.is_attribute(&place, quantity)
                || self.is_one_in(at),
            is_change: quantity.change.is_some() || self.is_change(&place),
            titled: self.titled,
            opens: self.opens(&before),
            head: (self.head(&place, &before)).or_else(|| self.shared_head(at, after.is_some())),
            sum: self.sum(&place, quantity),
            done: (before
                .is_empty()
                .then(|| self.done(after_noun, &own, quantity)))
            .flatten(),
            before,
            after,
            sides,
            words,
            ..Said::default()
        };
        self.tell_when(&mut said, (leading, own.clone()), &place, after_noun);
        said.qualifiers = self.qualifiers(&place, after_noun, &own, quantity);
        said.denied = self.is_denied(&place);
        self.tell_extent(&mut said, &place, &own, quantity);
        said.each = self.each(&place, &own);
        said.sorts = self.sorts(&place, &own, quantity);
        said.by_pronoun = self.is_by_pronoun();
        said.is_then = quantity.kind == Kind::Age && self.is_then(&place);
        if !noun.is_empty() {
            said.is_had = self.is_had(&place);
            said.is_acting = self.is_acting(after_noun, &own, &place);
        }
        self.tell_what_becomes(&mut said, own.clone(), &noun, quantity);
        said.is_part = self.is_part(place.end)
            || self.is_one_of_two(&place)
            || self.is_of_more(&place, &own)
            || self.is_at_some_place(&place)
            || self.is_in_some_part(&place, quantity);
        said.is_present = self.is_present(&place, after_noun, quantity);
        said.is_changing &= !said.is_present;
        said
    }

    /// What these words and a noun say, each once and in order.
    fn words(&self, told: impl Iterator<Item = usize>, noun: &[String]) -> Vec<String> {
        let words = told.filter_map(|i| self.content(i));
        let words = crate::order::each_once(words.chain(noun.iter().map(String::as_str)));
        words.into_iter().map(str::to_owned).collect()
    }

    /// Notes the months and days of the week that are said of a figure, and which way it goes.
    fn tell_when(
        &self,
        said: &mut Said,
        (leading, own): (Range<usize>, Range<usize>),
        place: &Range<usize>,
        after_noun: usize,
    ) {
        let dates = (self.places.iter().zip(&self.kinds))
            .filter(|(other, kind)| **kind == Kind::Date && *other != place)
            .flat_map(|(other, _)| other.clone());
        // "a reward for whoever knows who was shot on Monday"
        let relative = (after_noun..own.end)
            .find(|&i| self.class_at(i).meets(class::WHO | class::WHOM))
            .unwrap_or(own.end);
        let aside = relative..own.end;
        for i in leading
            .chain(own)
            .filter(|i| !place.contains(i))
            .chain(dates)
        {
            if !aside.contains(&i)
                && let Some(month) = calendar_name(self.texts.language, self.texts.word(i))
            {
                match month {
                    CalendarName::Month(bit) => said.months |= bit,
                    CalendarName::Weekday(bit) => said.weekdays |= bit,
                }
            }
            said.is_future |= self.class_at(i).meets(class::TO_COME);
            match way(self.texts.wording.stem(i)) {
                0 => {}
                way => said.way = way,
            }
        }
    }

    /// Notes what becomes of those who are counted, and whether that goes on changing.
    fn tell_what_becomes(
        &self,
        said: &mut Said,
        own: Range<usize>,
        noun: &[String],
        quantity: &Quantity,
    ) {
        let counts = matches!(quantity.kind, Kind::Count | Kind::Number);
        // "One who was infected had died by 4 May": a day parts nobody from what became of them.
        let next = self.places.partition_point(|place| place.start < own.end);
        let dated = next > 0
            && next < self.places.len()
            && self.places[next - 1].end <= own.end
            && matches!(self.kinds[next], Kind::Date | Kind::Year);
        let becomes = if dated {
            own.end..self.places[next].start.max(own.end)
        } else {
            0..0
        };
        let told: Vec<&str> = (said.before.iter().chain(&said.after))
            .chain(noun)
            .map(String::as_str)
            .collect();
        for i in own.chain(becomes.clone()) {
            let Some(stem) = self.content(i) else {
                continue;
            };
            if !becomes.contains(&i) && told.contains(&stem) && !self.is_meanwhile(i) {
                let is = |class| self.lists_at(i, class) || self.lists(stem, class);
                said.is_changing |= is(Listed::CHANGING);
                said.is_lasting |= is(Listed::LASTING);
            }
            if counts && self.lists(stem, Listed::OUTCOME) {
                said.outcomes.push(stem.to_owned());
            }
        }
        // "15 cases" are cases, whatever became of them.
        if let Some(own) = noun.iter().find(|stem| self.lists(stem, Listed::OUTCOME)) {
            said.outcomes = vec![own.clone()];
        }
    }

    /// Whether a word tells what went on around what is told: "15 shots during a deadly raid".
    fn is_meanwhile(&self, at: usize) -> bool {
        let before = (self.range.start..at).rev().take(MEANWHILE);
        (before.map(|i| self.class_at(i)))
            .take_while(|class| !class.meets(class::AUXILIARY))
            .any(|class| class.meets(class::DURING) && !class.meets(class::IN))
    }
}

/// Which way a change goes whose word has that stem: the thesaurus gathers the words for either under one; 0 is no
/// change.
fn way(stem: &str) -> i8 {
    match stem {
        "rose" => 1,
        "fell" => -1,
        _ => 0,
    }
}

enum CalendarName {
    Month(u16),
    Weekday(u8),
}

fn calendar_name(language: Language, written: &str) -> Option<CalendarName> {
    let class = language.classes_of(written);
    // "may" and "march" are no months.
    let month = class.meets(class::MONTH) && written.starts_with(char::is_uppercase);
    if class.meets(class::SHORT_MONTH | class::SHORT_DAY) || !(month || class.meets(class::WEEKDAY))
    {
        return None;
    }
    calendar::month_called(written)
        .map(|month| CalendarName::Month(1 << (month - 1)))
        .or_else(|| {
            calendar::weekday_called(written).map(|day| CalendarName::Weekday(1 << (day - 1)))
        })
}
