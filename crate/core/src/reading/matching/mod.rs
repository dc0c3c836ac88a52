//! Finds the pattern that a figure stands in.

use super::Certainty;
use super::roles::Filler;
use super::sentence::Sentence;
use crate::figures::Kind;
use crate::language::open::Open;
use crate::language::patterns::{self, Element, Manner, Pattern, Patterns, Place, Says};
use crate::language::phrases::{Phrases, Signatures};
use crate::lexicon::class;
use std::ops::Range;

/// How many light words may stand between two elements.
const GAP: usize = 4;
/// How many items the noun phrase between two elements on the left may take up.
const SPAN: usize = 14;
/// How many light words may stand before a name that must stand right there.
const STRICT_GAP: usize = 2;

/// A pattern that fits, with who stands in its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) property: usize,
    pub(crate) entity: Filler,
    pub(crate) object: Filler,
    /// Whether a verb of the pattern makes the statement, so that a question asks for it.
    pub(crate) verb: bool,
    /// The first item of the verb before the figure that makes the statement.
    pub(crate) predicate: Option<usize>,
    /// Whether the clause's subject cannot be the entity.
    pub(crate) other_subject: bool,
    /// How sure the property is; where it is inferred, the value must be of the size that sources state.
    pub(crate) certainty: Certainty,
    /// How far the words say which of the two places is which.
    pub(crate) order: Order,
    literals: usize,
    filled: usize,
    gap: usize,
}

/// How far the words of a match say which of its two places is which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Said,
    /// A name stands as an adjective between the figure and its noun: "a $9 million Meta investment".
    NameBeforeNoun,
    /// "A's deal with B": either may have paid.
    Open,
}

impl Match {
    /// A match that a layout gives rather than a pattern.
    pub(crate) fn labelled(property: usize, entity: Filler, object: Filler) -> Self {
        Self {
            property,
            entity,
            object,
            verb: false,
            predicate: None,
            other_subject: false,
            certainty: Certainty::Read,
            order: Order::Said,
            literals: 0,
            filled: 0,
            gap: 0,
        }
    }

    /// The same with the object for the entity, as a guess.
    pub(crate) fn turned(self) -> Self {
        Self {
            entity: self.object,
            object: Filler::Missing,
            order: Order::Said,
            certainty: Certainty::Inferred,
            ..self
        }
    }
}

/// How far a pattern has been matched, on one side of the figure.
#[derive(Debug, Clone)]
struct State {
    /// Towards the right the next item, towards the left one past it.
    at: usize,
    side: Side,
    /// The kind of the figure that the pattern is for.
    kind: Option<Kind>,
    /// What may stand before the next element.
    between: Between,
    entity: Filler,
    object: Filler,
    verb: bool,
    predicate: Option<usize>,
    literals: usize,
    gap: usize,
}

/// What may stand before an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Between {
    Nothing,
    /// A few words of a noun phrase.
    LightWords,
    /// Anything within the clause.
    Anything,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

impl State {
    /// Where a pattern begins on that side of a figure of that kind.
    fn beside(group: &Range<usize>, side: Side, kind: Option<Kind>) -> Self {
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

    fn fill(&mut self, place: Place, filler: Filler) {
        let slot = match place {
            Place::Entity => &mut self.entity,
            Place::Object => &mut self.object,
        };
        if *slot == Filler::Missing {
            *slot = filler;
        }
    }
}

/// The most telling pattern that the figure in `group` fits, among those whose property `accepts` and whose
/// places are not filled with what the property does not take (`fits`).
pub(crate) fn best(
    sentence: &Sentence<'_>,
    patterns: &Patterns,
    group: &Range<usize>,
    accepts: impl Fn(usize, bool) -> bool,
    fits: impl Fn(&Match) -> bool,
) -> Option<Match> {
    let kind = group
        .clone()
        .find_map(|i| sentence.figure(i))
        .map(|q| q.kind);
    let mut around = Around::of(sentence, group, kind, patterns);
    // Of those that say as much, the first.
    let telling = |(found, at): &(Match, usize)| (rank(found), usize::MAX - at);
    let mut best: Option<(Match, usize)> = None;
    for alike in &patterns.groups {
        if !accepts(alike.property, alike.bare) {
            continue;
        }
        let members = alike.members.iter().map(|&at| (at, &patterns.all[at]));
        let stands = |(_, pattern): (usize, &Pattern)| around.may_lead(pattern, Side::Left);
        if alike.led && !members.clone().next().is_some_and(stands) {
            continue;
        }
        for (at, pattern) in members {
            let may = (alike.led || around.may_lead(pattern, Side::Left))
                && around.may_lead(pattern, Side::Right);
            let Some(found) = may.then(|| fit(sentence, pattern, group, kind)).flatten() else {
                continue;
            };
            let found = (found, at);
            if fits(&found.0) && best.as_ref().is_none_or(|b| telling(&found) > telling(b)) {
                best = Some(found);
            }
        }
    }
    best.filter(|(_, at)| patterns.all[*at].says != Says::Not)
        .map(|(found, _)| found)
}

/// What stands next to a figure: most patterns ask for other words, and need no closer look.
struct Around<'s, 't> {
    sentence: &'s Sentence<'t>,
    /// Where the patterns begin, on the left and on the right.
    beside: [State; 2],
    /// The words on either side, as signatures.
    signatures: [Signatures; 2],
    /// Whether the words of each lead stand there, for those that were looked for.
    leads: Vec<Option<bool>>,
}

impl<'s, 't> Around<'s, 't> {
    fn of(
        sentence: &'s Sentence<'t>,
        group: &Range<usize>,
        kind: Option<Kind>,
        patterns: &Patterns,
    ) -> Self {
        Self {
            sentence,
            beside: [Side::Left, Side::Right].map(|side| State::beside(group, side, kind)),
            signatures: [
                sentence.signatures(group.start.saturating_sub(GAP + 1)..group.start),
                sentence.signatures(group.end..group.end + GAP + 1),
            ],
            leads: vec![None; patterns.leads],
        }
    }

    /// Whether the words that a pattern asks for next to the figure on that side may stand there.
    fn may_lead(&mut self, pattern: &Pattern, side: Side) -> bool {
        let side = side as usize;
        let known = pattern.leads[side].and_then(|lead| self.leads.get_mut(usize::from(lead)));
        if let Some(Some(known)) = known {
            return *known;
        }
        let asked = [&pattern.before, &pattern.after][side];
        let may = (asked.as_ref()).is_none_or(|asked| asked.meets(self.signatures[side]));
        let Some(known) = known else { return may };
        *known.insert(
            may && {
                let elements = [&pattern.left, &pattern.right][side];
                patterns::lead(elements).is_none_or(|(phrases, tight)| {
                    let mut state = self.beside[side].clone();
                    if tight {
                        state.between = Between::Nothing;
                    }
                    words(self.sentence, phrases, false, &mut state).is_some()
                })
            },
        )
    }
}

/// How telling a match is.
pub(crate) fn rank(found: &Match) -> (usize, usize, usize) {
    (found.literals, found.filled, usize::MAX - found.gap)
}

fn fit(
    sentence: &Sentence<'_>,
    pattern: &Pattern,
    group: &Range<usize>,
    kind: Option<Kind>,
) -> Option<Match> {
    let beside = |side: Side| State::beside(group, side, kind);
    // Most patterns fail on the left at once: that is looked at before the noun phrases on the right are read.
    let alone = walk(sentence, &pattern.left, beside(Side::Left))?;
    let mut right = walk(sentence, &pattern.right, beside(Side::Right))?;
    let right_end = right.at;
    if pays_somebody(sentence, pattern, group.start) {
        return None;
    }
    // "an investment to build a data centre" says itself what the money is for.
    let put_in = sentence.is(right_end, class::TO) && sentence.begins(Open::PutIn, right_end + 1);
    if put_in {
        right.fill(Place::Object, Filler::Phrase);
    }
    // What the right has filled, the left does not fill otherwise.
    let left = if pattern.right.is_empty() && !put_in {
        alone
    } else {
        let beside = State {
            at: group.start,
            side: Side::Left,
            between: Between::LightWords,
            ..right
        };
        walk(sentence, &pattern.left, beside)?
    };
    // "at a $29 billion valuation", "threw $100 million pay packages at": the figure is that of the noun after it.
    if right_end == group.end && sentence.heads_a_sum(group.end) {
        return None;
    }
    // "237 metres lower than", "300 metres below the summit": how far it is from somewhere else.
    if right_end == group.end
        && kind == Some(Kind::Dimension)
        && sentence.begins(Open::Apart, group.end)
    {
        return None;
    }
    // "The fee for the deal is …": what is said of the fee is not said of the deal.
    let subject = matches!(
        pattern
            .left
            .iter()
            .rev()
            .find(|e| !matches!(e, Element::Optional(_))),
        Some(Element::Words { verb: false, .. })
    );
    if subject && left.predicate.is_some() && sentence.is_within_phrase(left.at) {
        return None;
    }
    // "a stake in X, which is valued at …": not what somebody values the stake at.
    let passive = |verb: usize| {
        (0..verb)
            .rev()
            .find(|&i| !sentence.class(i).meets(class::ADVERB))
            .is_some_and(|i| sentence.class(i).meets(class::AUXILIARY))
    };
    if pattern.left.contains(&Element::OtherSubject) && left.predicate.is_some_and(passive) {
        return None;
    }
    let filled = [&left.entity, &left.object]
        .iter()
        .filter(|f| matches!(f, Filler::Known(_) | Filler::Other))
        .count();
    Some(Match {
        property: pattern.property,
        verb: left.verb,
        predicate: left.predicate,
        other_subject: pattern.left.contains(&Element::OtherSubject),
        // "paid $150 million for data labelling": what the money is for, the pattern does not know.
        certainty: if pattern.says == Says::Doubtfully
            || right_end == group.end && sentence.says_what_for(group.end)
        {
            Certainty::Inferred
        } else {
            Certainty::Read
        },
        order: match pattern.says {
            Says::Mutually => Order::Open,
            _ if !left.verb && sentence.mention(group.end).is_some() => Order::NameBeforeNoun,
            _ => Order::Said,
        },
        literals: left.literals,
        filled,
        gap: left.gap,
        entity: left.entity,
        object: left.object,
    })
}

/// "handed early backers $9 million": whether somebody stands between the pattern's verb and its figure.
fn pays_somebody(sentence: &Sentence<'_>, pattern: &Pattern, figure: usize) -> bool {
    let Some(Element::Words {
        phrases,
        verb: true,
    }) = pattern.left.first()
    else {
        return false;
    };
    let verb = (figure.saturating_sub(GAP + 1)..figure)
        .rev()
        .find(|&i| phrase_at(sentence, phrases, Side::Left, i).is_some());
    verb.is_some_and(|verb| sentence.names_recipients(verb + 1..figure))
}

fn walk(sentence: &Sentence<'_>, elements: &[Element], mut state: State) -> Option<State> {
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
fn words(sentence: &Sentence<'_>, phrases: &Phrases, verb: bool, state: &mut State) -> Option<()> {
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
fn phrase_at(sentence: &Sentence<'_>, phrases: &Phrases, side: Side, at: usize) -> Option<usize> {
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
