//! Goes over a sentence by the elements of a pattern, on one side of its figure.

use super::super::roles::Filler;
use super::super::sentence::Sentence;
use crate::figures::Kind;
use crate::language::open::Open;
use crate::language::patterns::{Element, Manner, Place};
use crate::language::phrases::Phrases;
use crate::lexicon::class;
use std::ops::Range;

/// How many light words may stand between two elements.
pub(super) const GAP: usize = 4;
/// How many items the noun phrase between two elements on the left may take up.
const SPAN: usize = 14;
/// How many light words may stand before a name that must stand right there.
const STRICT_GAP: usize = 2;

/// How far a pattern has been matched, on one side of the figure.
#[derive(Debug, Clone)]
pub(super) struct State {
    /// Towards the right the next item, towards the left one past it.
    pub(super) at: usize,
    pub(super) side: Side,
    /// The kind of the figure that the pattern is for.
    pub(super) kind: Option<Kind>,
    /// What may stand before the next element.
    pub(super) between: Between,
    pub(super) entity: Filler,
    pub(super) object: Filler,
    pub(super) verb: bool,
    pub(super) predicate: Option<usize>,
    pub(super) literals: usize,
    pub(super) gap: usize,
}

/// What may stand before an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    Nothing,
    /// A few words of a noun phrase.
    LightWords,
    /// Anything within the clause.
    Anything,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

impl State {
    /// Where a pattern begins on that side of a figure of that kind.
    pub(super) fn beside(group: &Range<usize>, side: Side, kind: Option<Kind>) -> Self {
        Self {
            at: match side {
                Side::Left => group.start,
                Side::Right => group.end,
            },
            side,
            kind,
            between: Between::LightWords,
            entity: Filler::Missing,
            object: Filler::Missing,
            verb: false,
            predicate: None,
            literals: 0,
            gap: 0,
        }
    }

    /// The item `steps` away from here, away from the figure.
    fn item(&self, steps: usize) -> Option<usize> {
        match self.side {
            Side::Right => Some(self.at + steps),
            Side::Left => self.at.checked_sub(steps + 1),
        }
    }

    /// The first thing that `look` finds no more than `reach` passable items away: the gap and what was found.
    fn find<T>(
        &self,
        reach: usize,
        passes: impl Fn(usize) -> bool,
        look: impl Fn(usize) -> Option<T>,
    ) -> Option<(usize, T)> {
        (0..=reach)
            .take_while(|&gap| gap == 0 || self.item(gap - 1).is_some_and(&passes))
            .find_map(|gap| look(self.item(gap)?).map(|found| (gap, found)))
    }

    /// Goes on past a gap and the items of an element.
    fn step(&mut self, gap: usize, length: usize) {
        let distance = gap + length;
        self.at = match self.side {
            Side::Right => self.at + distance,
            Side::Left => self.at.saturating_sub(distance),
        };
        self.gap += gap;
        self.literals += 1;
        self.between = Between::LightWords;
    }

    /// Notes a verb that was just stepped past.
    fn met_verb(&mut self, verb: bool) {
        self.verb |= verb;
        if verb && self.side == Side::Left {
            self.predicate.get_or_insert(self.at);
        }
    }

    pub(super) fn fill(&mut self, place: Place, filler: Filler) {
        let slot = match place {
            Place::Entity => &mut self.entity,
            Place::Object => &mut self.object,
        };
        if *slot == Filler::Missing {
            *slot = filler;
        }
    }
}

pub(super) fn walk(
    sentence: &Sentence<'_>,
    elements: &[Element],
    mut state: State,
) -> Option<State> {
    let mut rest = elements;
    while let Some((element, after)) = rest.split_first() {
        rest = after;
        match element {
            Element::Gap => state.between = Between::Anything,
            Element::OtherSubject => {}
            Element::Start => {
                let opens = state.side == Side::Left && sentence.starts_clause(state.at);
                opens.then_some(())?;
            }
            Element::Tight => state.between = Between::Nothing,
            Element::Share => {
                let share = |i: usize| {
                    let kind = sentence.figure(i)?.kind;
                    matches!(kind, Kind::Percent | Kind::Fraction).then_some(())
                };
                let (gap, ()) = state.find(GAP, |i| sentence.is_light(i), share)?;
                state.step(gap, 1);
            }
            Element::Optional(inner) => {
                if let Some(further) = walk(sentence, inner, state.clone()) {
                    state = further;
                }
            }
            Element::Words { phrases, verb } => {
                words(sentence, phrases, *verb, &mut state)?;
                let before_noun = matches!(
                    rest.first(),
                    Some(
                        Element::Words { verb: false, .. }
                            | Element::Place(Place::Object, Manner::Phrase)
                    )
                );
                if *verb && state.side == Side::Left && before_noun {
                    pass_auxiliaries(sentence, &mut state);
                }
            }
            Element::Place(place, Manner::Described) => {
                let filler = sentence.described(state.at);
                state.fill(*place, filler);
            }
            Element::Place(place, Manner::Phrase) if state.side == Side::Left => {
                rest = phrase_on_the_left(sentence, *place, rest, &mut state)?;
            }
            Element::Place(place, Manner::Phrase) => {
                let (filler, at) = sentence.noun_phrase(state.at..sentence.items.len());
                state.at = at;
                state.fill(*place, filler);
            }
            Element::Place(place, Manner::Strict) => {
                let loose = state.between == Between::Anything;
                let side = state.side;
                let titles = match side {
                    Side::Right => (state.at..=state.at + STRICT_GAP)
                        .find_map(|i| Some(i + 1 + sentence.titles_after(i)? - state.at)),
                    Side::Left => None,
                };
                let reach = if loose {
                    SPAN
                } else {
                    titles.unwrap_or(STRICT_GAP).max(STRICT_GAP)
                };
                let passes = |i: usize| {
                    if loose {
                        !ends_clause(sentence, side, i)
                    } else {
                        sentence.is_light_before_name(i)
                            || sentence.modifies_a_name(i)
                            || titles.is_some_and(|titles| i < state.at + titles)
                    }
                };
                let (gap, filler) = state.find(reach, passes, |i| sentence.strict(i))?;
                state.step(gap, 1);
                state.fill(*place, filler);
            }
            Element::Place(place, Manner::Possessive) => {
                let reach = if state.side == Side::Left { GAP } else { 0 };
                // "gives Meta's founder a 49% stake": what follows an article is no longer Meta's.
                let passes =
                    |i: usize| sentence.is_light(i) && !sentence.class(i).meets(class::DETERMINER);
                let (gap, filler) = state.find(reach, passes, |i| sentence.possessor(i))?;
                state.step(gap, 1);
                state.fill(*place, filler);
            }
        }
    }
    Some(state)
}

/// Finds one of the phrases within reach, and goes on past it.
pub(super) fn words(
    sentence: &Sentence<'_>,
    phrases: &Phrases,
    verb: bool,
    state: &mut State,
) -> Option<()> {
    let between = state.between;
    let side = state.side;
    let aged = sentence.headline && side == Side::Right && state.kind == Some(Kind::Age);
    let reach = match between {
        Between::Nothing => 0,
        Between::LightWords => GAP,
        Between::Anything => SPAN,
    };
    let passes = |i: usize| match between {
        Between::Anything => !ends_clause(sentence, side, i),
        // "# 28-year-old Scale AI boss joins"
        _ if aged && sentence.mention(i).is_some_and(|m| !m.possessive) => {
            sentence.begins(Open::Person, i + 1)
        }
        _ => sentence.is_light(i),
    };
    let (gap, length) = state.find(reach, passes, |i| phrase_at(sentence, phrases, side, i))?;
    state.step(gap, length);
    state.met_verb(verb);
    Some(())
}

/// "will be", "has since been": the words of a verb that stand before the one a pattern names.
fn pass_auxiliaries(sentence: &Sentence<'_>, state: &mut State) {
    let before = |from: usize| {
        (0..from)
            .rev()
            .find(|&i| !sentence.class(i).meets(class::ADVERB))
            .filter(|&i| sentence.class(i).meets(class::AUXILIARY))
    };
    while let Some(auxiliary) = before(state.at) {
        state.at = auxiliary;
    }
}

/// Whether the clause does not go on past item `at`: a sign, or on the left the subject of another.
fn ends_clause(sentence: &Sentence<'_>, side: Side, at: usize) -> bool {
    let sign = matches!(
        sentence.plain(at),
        Some("," | ";" | ":" | "—" | "–" | "(" | ")")
    );
    sign || side == Side::Left && sentence.is_subject_pronoun(at)
}

/// How many items a phrase takes up that starts (towards the left: ends) at item `at`.
pub(super) fn phrase_at(
    sentence: &Sentence<'_>,
    phrases: &Phrases,
    side: Side,
    at: usize,
) -> Option<usize> {
    let (length, last) = match side {
        Side::Right => {
            let length = sentence.phrase_from(phrases, at)?;
            (length, at + length - 1)
        }
        Side::Left => {
            let length = sentence.phrase_to(phrases, at)?;
            (length, at)
        }
    };
    // "$325 million funding round", "valuation boost": a noun that another one follows only says of what kind.
    let another_head = side == Side::Right && sentence.begins(Open::Head, last + 1);
    // "start" is no word of "start-up".
    (!another_head && !sentence.is_carried_on(last)).then_some(length)
}

/// A place on the left: the subject when it comes first in the pattern, else the noun phrase between the
/// element before it, which is looked for, and here. Gives the elements that are left.
fn phrase_on_the_left<'e>(
    sentence: &Sentence<'_>,
    place: Place,
    rest: &'e [Element],
    state: &mut State,
) -> Option<&'e [Element]> {
    let Some((Element::Words { phrases, verb }, rest)) = rest.split_first() else {
        // The absence of a subject is left to the context.
        state.fill(place, sentence.subject_or_phrase(state.at));
        return rest.is_empty().then_some(rest);
    };
    // A phrase of another figure of that kind is another statement's: "X for $1 and Y for $2".
    let of_another = |i: usize| {
        sentence
            .figure(i)
            .is_some_and(|q| Some(q.kind) == state.kind)
    };
    let ends = |i: usize| matches!(sentence.plain(i), Some(";" | ":" | ".")) || of_another(i);
    let (gap, length) = state.find(
        SPAN,
        |i| !ends(i),
        |i| phrase_at(sentence, phrases, Side::Left, i),
    )?;
    let start = state.at - gap;
    let filler = match sentence.noun_phrase(start..state.at) {
        // Another verb on the way: what comes after it is said of something else.
        (_, end) if sentence.has_verb(end..state.at) => return None,
        // "a house built in …": a participle that says what stands before it was done to.
        (Filler::Missing, _) if gap == 0 && *verb => {
            match sentence.described(start.saturating_sub(length)) {
                Filler::Phrase => Filler::Phrase,
                _ => Filler::Missing,
            }
        }
        // What stands there is no noun phrase, and so nothing that the place could mean.
        (Filler::Missing, end) if gap > 0 && end == start => Filler::Phrase,
        (filler, _) => filler,
    };
    state.fill(place, filler);
    let words_between = state.gap;
    state.step(gap, length);
    state.met_verb(*verb);
    // The words of the noun phrase are no gap.
    state.gap = words_between;
    Some(rest)
}
