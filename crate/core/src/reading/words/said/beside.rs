//! The words right beside a figure, and what they make of it.

use super::{Parted, REACH, Said, Subject, calendar_name, way};
use crate::figures::{Decimal, Kind, Quantity, Unit};
use crate::language::lists::Listed;
use crate::lexicon::class::{self, Class};
use crate::lexicon::forms;
use crate::reading::words::aspect::{self, stem};
use crate::reading::words::named::{Mentioned, Name};
use std::ops::Range;

/// How many words before a figure are looked at that tell what it measures.
const CHAIN: usize = 4;

impl Parted<'_> {
    /// The tokens right beside a figure and what it counts.
    pub(super) fn around(
        &self,
        place: &Range<usize>,
        after_noun: usize,
    ) -> impl Iterator<Item = usize> {
        let parts = |i: usize| {
            matches!(self.texts.word(i), "," | ";" | "(" | ")")
                || self.class_at(i).meets(class::AND)
                || self.in_any(i)
                // "in other towns for a total of"
                || self.class_at(i).meets(class::FOR)
                    && (i + 1..place.start).any(|i| self.is_total(i))
        };
        let before = (self.range.start..place.start)
            .rev()
            .take(6)
            .take_while(move |&i| !parts(i));
        let parts =
            |i: usize| matches!(self.texts.word(i), "," | ";" | "(" | ")") || self.in_any(i);
        let after = (place.end..self.range.end)
            .take(after_noun - place.end + 4)
            .take_while(move |&i| !parts(i));
        before.chain(after)
    }

    /// Whether a token belongs to a name.
    pub(super) fn in_name(&self, at: usize) -> bool {
        let next = self.names.partition_point(|name| name.tokens.end <= at);
        self.names
            .get(next)
            .is_some_and(|name| name.tokens.start <= at)
    }

    /// Whether a token belongs to a figure.
    pub(super) fn in_any(&self, at: usize) -> bool {
        let next = self.places.partition_point(|place| place.end <= at);
        self.places.get(next).is_some_and(|place| place.start <= at)
    }

    /// Where what is said of all figures of the sentence ends.
    pub(super) fn leading_end(&self) -> usize {
        self.places
            .first()
            .map_or(self.range.start, |first| first.start)
    }

    /// The token after the noun that a figure counts, and the stems of that noun's words.
    pub(super) fn counted(
        &self,
        place: &Range<usize>,
        quantity: &Quantity,
    ) -> (usize, Vec<String>) {
        let Unit::Noun(noun) = &quantity.unit else {
            return (place.end, Vec::new());
        };
        let head = stem(self.texts.language, &crate::text::lowercase(noun.head()));
        let stems = vec![aspect::counted(self.texts.language, noun)];
        let end = (place.end..self.range.end)
            .take(REACH)
            .find(|&i| self.texts.wording.stem(i) == head)
            .map_or(place.end, |i| i + 1);
        (end, stems)
    }

    /// The stem of a word that carries meaning.
    pub(super) fn content(&self, at: usize) -> Option<&str> {
        let tells = self.texts.wording.tells(at) && self.lower(at).len() > 1;
        if !tells || at > self.range.start && self.pair(at - 1).is_some() {
            return None;
        }
        Some(self.pair(at).unwrap_or_else(|| self.texts.wording.stem(at)))
    }

    /// What two words say as one: "passed away".
    fn pair(&self, at: usize) -> Option<&'static str> {
        if !self.lists_at(at + 1, Listed::SECOND) {
            return None;
        }
        let both = format!("{}_{}", self.lower(at), self.lower(at + 1));
        self.texts.language.alike(&both)
    }

    /// What a verb stands for whose object is money: "made $9 million".
    pub(super) fn made(&self, place: &Range<usize>) -> Option<&'static str> {
        let verb = place
            .start
            .checked_sub(1)
            .filter(|&at| at >= self.range.start)?;
        (self.texts.language).alike(&format!("{}_money", self.lower(verb)))
    }

    /// What a word stands for that makes another figure of the same thing; "a worldwide gross of" is what is measured.
    pub(super) fn qualifier(&self, at: usize, anywhere: bool) -> Option<&'static str> {
        let lower = self.lower(at);
        let measured = || {
            self.class_at(at + 1).meets(class::PREPOSITION)
                && self.texts.language.alike(lower).is_some()
        };
        (self.texts.language.qualifier(lower, anywhere)).filter(|_| !measured())
    }

    /// What makes a figure another one of the same thing, sorted: "average", "worldwide".
    pub(super) fn qualifiers(
        &self,
        place: &Range<usize>,
        after_noun: usize,
        own: &Range<usize>,
        quantity: &Quantity,
    ) -> Vec<String> {
        let margin = quantity.kind != Kind::Score && self.is_margin(place);
        let beside = self.around(place, after_noun).map(|i| (i, false));
        let anywhere = own.clone().map(|i| (i, true));
        let found = (beside.chain(anywhere))
            // "Earlier on Monday, they": that is when it was told.
            .filter(|(i, _)| !self.in_name(*i) && *i > self.range.start)
            // "outside Kolm", not "outside the court", where somebody else is "at the court"
            .filter(|(i, _)| {
                !self.lists_at(*i, Listed::WHERE) || self.in_name(i + 1) || self.in_name(i + 2)
            })
            // "47 per cent of those asked"
            .filter(|(i, _)| {
                let before = self.class_at(i.saturating_sub(1));
                *i < place.start || !before.meets(class::THOSE)
            })
            .filter_map(|(i, anywhere)| self.qualifier(i, anywhere))
            .map(str::to_owned)
            .chain(self.rate(place))
            .chain(margin.then(|| "margin".to_owned()));
        crate::order::each_once(found)
    }

    /// Whether words before a figure deny it.
    pub(super) fn is_denied(&self, place: &Range<usize>) -> bool {
        let denies = |class: Class| class.meets(class::NEGATION) && !class.meets(class::WITHOUT);
        let mut around = self.around(place, place.end);
        around.any(|i| i < place.start && denies(self.class_at(i)))
    }

    /// "The structure is 387 metres in length": what follows is what is measured.
    pub(super) fn tell_extent(
        &self,
        said: &mut Said,
        place: &Range<usize>,
        own: &Range<usize>,
        quantity: &Quantity,
    ) {
        let whole = (own.start..place.start).all(|i| !self.class_at(i).meets(class::OF));
        let linked = place.start > 0 && self.lists_at(place.start - 1, Listed::LINKING);
        let extent = (said.after.as_ref()).is_some_and(|stem| self.lists(stem, Listed::EXTENT));
        if quantity.kind == Kind::Dimension
            && whole
            && (linked || !said.before.is_empty())
            && extent
        {
            said.head.clone_from(&said.after);
            said.is_extent = true;
        }
    }

    /// "outside Kolm"
    pub(super) fn is_left_out(&self, name: &Mentioned) -> bool {
        (self.range.start.max(name.tokens.start.saturating_sub(2))..name.tokens.start).any(|i| {
            self.lists_at(i, Listed::WHERE)
                && (self.texts.language.qualifier(self.lower(i), false)).is_some()
        })
    }

    /// The stem of a word that tells what a figure measures.
    pub(super) fn telling(&self, at: usize) -> Option<&str> {
        let light = self.in_name(at)
            || self.lists_at(at, Listed::LIGHT) && self.pair(at).is_none()
            || self.qualifier(at, false).is_some()
            || calendar_name(self.texts.language, self.texts.word(at)).is_some()
            || self.class_at(at).meets(class::GENERIC);
        self.content(at).filter(|stem| !light && way(stem) == 0)
    }

    /// The words that lead up to a figure, the nearest first.
    pub(super) fn before(&self, place: &Range<usize>, own: &Range<usize>) -> Vec<String> {
        let mut found = Vec::new();
        for i in (own.start..place.start).rev().take(REACH) {
            if matches!(self.texts.word(i), "," | ";" | "(" | ":")
                || self.class_at(i).meets(class::SAYS)
            {
                break;
            }
            if self.in_any(i) {
                if found.is_empty() {
                    continue;
                }
                break;
            }
            // "in other towns for a total of"
            if found.is_empty() && self.is_total(i) {
                break;
            }
            if let Some(stem) = self.telling(i) {
                found.push(stem.to_owned());
                if found.len() == CHAIN {
                    break;
                }
            }
        }
        found
    }

    /// What is measured of all that is told by one verb: "earned $25 million abroad and $31 million in all".
    pub(super) fn shared_head(&self, at: usize, follows: bool) -> Option<String> {
        let (first, kind) = (self.places.first()?, self.kinds.first()?);
        let alike = at > 0 && !follows && self.kinds[at] == *kind;
        let amount = matches!(kind, Kind::Money | Kind::Percent | Kind::Dimension);
        (alike && amount)
            .then(|| self.head(first, &self.before(first, &(self.range.start..first.end))))
            .flatten()
    }

    /// Where the clause of a figure ends, so far as another one follows that tells of others: ", although the others".
    pub(super) fn clause_end(&self, from: usize, end: usize) -> usize {
        let opens = |i: &usize| {
            self.texts.word(*i) == ","
                && (self.class_at(i + 1))
                    .meets(class::SUBORDINATOR | class::RELATIVE | class::WHO | class::WITH)
        };
        (from..end).find(opens).unwrap_or(end)
    }

    /// The stem of what happened on the days of a life: "Ana Boll (4 May 1921 – 6 June 2001)".
    pub(super) fn of_a_life(&self, at: usize) -> Option<&'static str> {
        let dash = |between: Range<usize>| {
            !between.is_empty()
                && (between.clone()).all(|i| matches!(self.texts.word(i), "-" | "–" | "—"))
        };
        let days = |first: usize| {
            let (born, died) = (self.places.get(first)?, self.places.get(first + 1)?);
            let opens = born.start.checked_sub(1)?;
            let next = self.names.partition_point(|name| name.tokens.end <= opens);
            let named = next > 0 && opens < self.names[next - 1].tokens.end + REACH / 3;
            let dates = self.kinds[first] == Kind::Date && self.kinds[first + 1] == Kind::Date;
            (dates
                && named
                && self.texts.word(opens) == "("
                && self.texts.word(died.end) == ")"
                && dash(born.end..died.start))
            .then_some(())
        };
        if days(at).is_some() || self.is_birth(at) {
            return Some("born");
        }
        at.checked_sub(1).and_then(days).map(|()| "dead")
    }

    /// "(born Ana Marsh; 5 August 2001)"
    fn is_birth(&self, at: usize) -> bool {
        let place = &self.places[at];
        let ends = self.kinds[at] == Kind::Date && self.texts.word(place.end) == ")";
        let before = (self.range.start..place.start).rev().take(REACH);
        let mut bracket = before.take_while(|&i| self.texts.word(i) != "(");
        ends && bracket.any(|i| self.class_at(i).meets(class::BORN))
    }

    /// Whether people are counted who were somewhere: "130 people were at a party", "a party attended by 130 people".
    pub(super) fn is_present(
        &self,
        place: &Range<usize>,
        after: usize,
        quantity: &Quantity,
    ) -> bool {
        let anybody = matches!(&quantity.unit, Unit::Noun(noun)
            if self.class(noun.head()).meets(class::ANYBODY));
        let present = |i: usize| self.lists_at(i, Listed::PRESENT);
        let skipped = |i: &usize| {
            let class = self.class_at(*i);
            class.meets(class::AUXILIARY | class::WHO) || class.meets(class::ADVERB)
        };
        let follows = (after..self.range.end.min(after + REACH / 3)).find(|i| !skipped(i));
        let by =
            place.start >= self.range.start + 2 && self.class_at(place.start - 1).meets(class::BY);
        anybody && (follows.is_some_and(present) || by && present(place.start - 2))
    }

    /// Behind a verb that only links, what leads up to a figure is its subject, and the first word of that is what is
    /// measured; else the word nearest to it.
    pub(super) fn head(&self, place: &Range<usize>, before: &[String]) -> Option<String> {
        let linked = (self.range.start..place.start).rev().take(4).find_map(|i| {
            let class = self.class_at(i);
            let links = self.lists_at(i, Listed::LINKING) || way(self.texts.wording.stem(i)) != 0;
            if links {
                return Some(true);
            }
            let skipped = class.meets(class::PREPOSITION)
                || class.meets(class::ADVERB)
                || self.lists_at(i, Listed::LIGHT);
            (!skipped).then_some(false)
        });
        let head = if linked == Some(true) {
            before.last()
        } else {
            before.first()
        };
        head.cloned()
    }

    /// The word after a figure that belongs to it: behind "of", "in" …; or what is done, where the figure comes first.
    pub(super) fn after(
        &self,
        from: usize,
        own: &Range<usize>,
        comes_first: bool,
    ) -> Option<String> {
        let class = self.class_at(from);
        if matches!(self.lower(from), "," | ";" | ")" | "." | ":")
            || class.meets(class::AND | class::BUT | class::OR)
        {
            return None;
        }
        let linked = class.meets(class::PREPOSITION);
        let reach = if linked { 5 } else { 4 };
        let mut reached = None;
        for i in (from..own.end).take(reach) {
            if matches!(self.texts.word(i), "," | ";" | "(" | ")" | "." | ":") || self.in_any(i) {
                break;
            }
            reached = self.telling(i);
            if reached.is_some() {
                break;
            }
        }
        let of = class.meets(class::OF | class::IN | class::FOR | class::ON | class::TO);
        let reached = reached.map(str::to_owned);
        reached.filter(|_| comes_first || of || !linked && !class.meets(class::AUXILIARY))
    }

    /// The last word of what stands between a name and the verb, so far as it belongs to the name.
    pub(super) fn thing(&self, mut between: Range<usize>) -> Option<String> {
        let parts = |i: &usize| {
            let (lower, class) = (self.lower(*i), self.class_at(*i));
            class.meets(class::PREPOSITION | class::RELATIVE | class::CONJUNCTION)
                || matches!(lower, "," | "(")
                || lower.len() > 4 && forms::is_past(lower)
        };
        if between.clone().any(|i| self.in_name(i)) {
            return None;
        }
        let end = between.clone().find(parts).unwrap_or(between.end);
        between.end = end;
        between
            .rev()
            .find_map(|i| self.content(i))
            .map(str::to_owned)
    }

    /// What of somebody a sentence is about that opens with it: "The children's ward of Queen Maud hospital".
    pub(super) fn thing_of(&self, opens: usize) -> Option<(&Name, String)> {
        let of = (opens..self.range.end.min(opens + REACH / 2))
            .take_while(|&i| !self.in_name(i) && !self.in_any(i))
            .find(|&i| self.class_at(i).meets(class::OF))?;
        let determined = self.class_at(of + 1).meets(class::DETERMINER);
        let named = of + 1 + usize::from(determined);
        let next = self.names.partition_point(|name| name.tokens.end <= named);
        let name = (self.names.get(next)).filter(|name| name.tokens.start <= named)?;
        // "The mayor of Braga, Rui Reis, was"
        let is_apart = self.texts.word(name.tokens.end) == ",";
        let whole = |at: usize| self.lists_at(at, Listed::ALL_OF);
        let thing = (!is_apart && of > opens && !whole(of - 1)).then(|| self.telling(of - 1))??;
        Some((&name.name, thing.to_owned()))
    }

    /// What those are called besides whom the sentence is about: "known as Silva", "by her stage name Silva".
    pub(super) fn other_names(&self) -> Vec<Name> {
        let called = |name: &&Mentioned| {
            let before = (self.range.start..name.tokens.start).rev().take(CHAIN);
            (before.take_while(|&i| !self.in_name(i))).any(|i| self.lists_at(i, Listed::CALLED))
        };
        let names = self
            .names
            .iter()
            .filter(|_| matches!(self.subject, Subject::Named(_)));
        names.filter(called).map(|name| name.name.clone()).collect()
    }

    /// "a $15,000 reward"
    pub(super) fn sum(&self, place: &Range<usize>, quantity: &Quantity) -> Option<String> {
        let amount = matches!(quantity.kind, Kind::Money | Kind::Percent);
        let class = self.class_at(place.end);
        let verb =
            class.meets(class::PREPOSITION | class::AUXILIARY | class::PAST | class::PRESENT);
        (amount && !verb && place.end < self.range.end)
            .then(|| self.telling(place.end).map(str::to_owned))
            .flatten()
    }

    /// "five fewer than", "13 behind".
    pub(super) fn is_difference(&self, from: usize) -> bool {
        // As it is written: "On 9 April Lower Orland had".
        let next = self.texts.word(from);
        self.lists(next, Listed::AHEAD_OF)
            || self.lists(next, Listed::LESS_THAN) && self.class_at(from + 1).meets(class::THAN)
    }

    /// "Dow up 25", "rose by 3"
    pub(super) fn is_change(&self, place: &Range<usize>) -> bool {
        let before = place.start.saturating_sub(1);
        let moves =
            |i: usize| self.lists_at(i, Listed::MOVING) || way(self.texts.wording.stem(i)) != 0;
        let falls = || {
            let mut words = (self.range.start..place.start).rev().take(REACH);
            words.any(moves)
        };
        place.start > self.range.start
            && (moves(before) || self.class_at(before).meets(class::BY) && falls())
    }

    /// "two of the suspects were 17"
    pub(super) fn is_attribute(&self, place: &Range<usize>, quantity: &Quantity) -> bool {
        quantity.kind == Kind::Number
            && place.start > self.range.start
            && quantity.low < Decimal::ONE_HUNDRED
            && (self.class_at(place.start - 1).meets(class::PLURAL_BE)
                || self.tells_of_one(place.start - 1))
            && !self
                .class_at(place.start.saturating_sub(2))
                .meets(class::THERE)
    }

    /// "One of the dead was 81": a verb behind one of several.
    fn tells_of_one(&self, verb: usize) -> bool {
        let mut words = (self.range.start..verb).rev().take(REACH);
        self.class_at(verb).meets(class::AUXILIARY)
            && words.any(|i| {
                self.class_at(i).meets(class::ONE) && self.class_at(i + 1).meets(class::OF)
            })
    }

    /// "from 12 to eight years"
    pub(super) fn is_former(&self, place: &Range<usize>, from: usize) -> bool {
        place.start > self.range.start
            && self.class_at(place.start - 1).meets(class::FROM)
            && self.class_at(from).meets(class::TO)
            && (from + 1..from + 3).any(|i| self.in_any(i))
    }

    /// Whether the farthest word that leads up to a figure opens the sentence, and says what it is of: "repairs of".
    pub(super) fn opens(&self, before: &[String]) -> bool {
        let first = (self.range.clone()).find(|&i| {
            let class = self.class_at(i);
            !class.meets(class::DETERMINER | class::ADVERB)
        });
        first.is_some_and(|first| {
            self.content(first) == before.last().map(String::as_str)
                && self.class_at(first + 1).meets(class::PREPOSITION)
        })
    }

    /// "a total of", with another figure before it that it sums up.
    fn is_total(&self, at: usize) -> bool {
        self.class_at(at).meets(class::TOTAL)
            && self.class_at(at + 1).meets(class::OF)
            && (self.range.start..at).any(|i| self.in_any(i))
    }

    /// Whether somebody only tells of it: "police chief Ann Boor said", "according to Reuters".
    pub(super) fn only_tells(&self, name: &Mentioned) -> bool {
        let says = |at: usize| self.lists_at(at, Listed::TELLING);
        let is_to_the = name.tokens.start > 1
            && self.class_at(name.tokens.start - 2).meets(class::TO)
            && self.class_at(name.tokens.start - 1).meets(class::THE);
        // "according to Kolm police spokeswoman Ann Boor"
        let cited = (self.range.start..name.tokens.start)
            .rev()
            .take(REACH / 2)
            .take_while(|&i| self.texts.word(i) != "," && !self.in_any(i))
            .any(|i| self.class_at(i).meets(class::ACCORDING));
        // "Judge Ann Boor ordered"
        cited
            || says(name.tokens.start)
            || says(name.tokens.end)
            || (name.tokens.start > 0 && says(name.tokens.start - 1))
            || is_to_the
    }
}
