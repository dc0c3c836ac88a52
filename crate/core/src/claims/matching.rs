//! Finds the frame that a figure stands in.

use super::frames::{Element, Frame, Manner, Place};
use super::roles::Filler;
use super::sentence::Sentence;
use std::ops::Range;

/// How many light words may stand between two elements.
const GAP: usize = 4;
/// How many items the noun phrase between two elements on the left may take up.
const SPAN: usize = 14;

/// A frame that fits, with who stands in its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) property: usize,
    pub(crate) entity: Filler,
    pub(crate) object: Filler,
    /// Whether a verb of the frame makes the statement, so that a question asks for it.
    pub(crate) verb: bool,
    literals: usize,
    filled: usize,
    gap: usize,
}

impl Match {
    /// A match that a layout gives rather than a frame.
    pub(crate) fn labelled(property: usize, entity: Filler, object: Filler) -> Self {
        Self {
            property,
            entity,
            object,
            verb: false,
            literals: 0,
            filled: 0,
            gap: 0,
        }
    }
}

#[derive(Debug, Clone)]
struct State {
    at: usize,
    /// The kind of the figure that the frame is for.
    kind: Option<crate::figures::Kind>,
    /// Whether anything within the clause may stand before the next element.
    loose: bool,
    entity: Filler,
    object: Filler,
    verb: bool,
    literals: usize,
    gap: usize,
}

impl State {
    fn reach(&self) -> usize {
        if self.loose { SPAN } else { GAP }
    }

    /// Whether the next element may stand beyond the item at `at`.
    fn passes(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        if self.loose {
            !matches!(
                sentence.plain(at),
                Some("," | ";" | ":" | "—" | "–" | "(" | ")")
            )
        } else {
            sentence.is_light(at)
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

/// The most telling frame that the figure in `group` fits, among those whose property `accepts`.
pub(crate) fn best(
    sentence: &Sentence<'_>,
    frames: &[Frame],
    group: &Range<usize>,
    accepts: impl Fn(usize) -> bool,
) -> Option<Match> {
    let mut best: Option<Match> = None;
    for frame in frames {
        if !accepts(frame.property) {
            continue;
        }
        let Some(found) = fit(sentence, frame, group) else {
            continue;
        };
        let rank = |m: &Match| (m.literals, m.filled, usize::MAX - m.gap);
        if best.as_ref().is_none_or(|b| rank(&found) > rank(b)) {
            best = Some(found);
        }
    }
    best
}

fn fit(sentence: &Sentence<'_>, frame: &Frame, group: &Range<usize>) -> Option<Match> {
    let start = State {
        at: group.end,
        kind: group
            .clone()
            .find_map(|i| sentence.figure(i))
            .map(|q| q.kind),
        loose: false,
        entity: Filler::Missing,
        object: Filler::Missing,
        verb: false,
        literals: 0,
        gap: 0,
    };
    let right = walk_right(sentence, &frame.right, start)?;
    let left = walk_left(
        sentence,
        &frame.left,
        State {
            at: group.start,
            ..right
        },
    )?;
    let filled = [&left.entity, &left.object]
        .iter()
        .filter(|f| matches!(f, Filler::Known(_) | Filler::Other))
        .count();
    Some(Match {
        property: frame.property,
        verb: left.verb,
        literals: left.literals,
        filled,
        gap: left.gap,
        entity: left.entity,
        object: left.object,
    })
}

fn walk_right(sentence: &Sentence<'_>, elements: &[Element], mut state: State) -> Option<State> {
    for element in elements {
        state = match element {
            Element::Optional(inner) => match walk_right(sentence, inner, state.clone()) {
                Some(further) => further,
                None => state,
            },
            Element::Words { phrases, verb } => {
                let (gap, length) = (0..=state.reach())
                    .take_while(|&g| g == 0 || state.passes(sentence, state.at + g - 1))
                    .find_map(|g| {
                        phrases
                            .forward(|i| sentence.plain(state.at + g + i))
                            .map(|length| (g, length))
                    })?;
                state.at += gap + length;
                state.loose = false;
                state.gap += gap;
                state.literals += 1;
                state.verb |= verb;
                state
            }
            Element::Gap => State {
                loose: true,
                ..state
            },
            Element::Place(place, Manner::Phrase) => {
                let (filler, at) = sentence.noun_phrase(state.at..sentence.items.len());
                state.at = at;
                state.fill(*place, filler);
                state
            }
            Element::Place(place, Manner::Strict) => {
                let (gap, filler) = (0..=2)
                    .take_while(|&g| g == 0 || sentence.is_light_before_name(state.at + g - 1))
                    .find_map(|g| sentence.strict(state.at + g).map(|filler| (g, filler)))?;
                state.at += gap + 1;
                state.gap += gap;
                state.literals += 1;
                state.fill(*place, filler);
                state
            }
            Element::Place(place, Manner::Possessive) => {
                let filler = sentence.possessor(state.at)?;
                state.at += 1;
                state.literals += 1;
                state.fill(*place, filler);
                state
            }
        };
    }
    Some(state)
}

fn words_left(sentence: &Sentence<'_>, element: &Element, end: usize) -> Option<usize> {
    let Element::Words { phrases, .. } = element else {
        return None;
    };
    phrases.backward(|i| end.checked_sub(i + 1).and_then(|a| sentence.plain(a)))
}

fn walk_left(sentence: &Sentence<'_>, elements: &[Element], mut state: State) -> Option<State> {
    let mut index = 0;
    while let Some(element) = elements.get(index) {
        index += 1;
        state = match element {
            Element::Optional(inner) => match walk_left(sentence, inner, state.clone()) {
                Some(further) => further,
                None => state,
            },
            Element::Words { verb, .. } => {
                let (gap, length) = (0..=state.reach())
                    .take_while(|&g| {
                        g == 0
                            || state
                                .at
                                .checked_sub(g)
                                .is_some_and(|a| state.passes(sentence, a))
                    })
                    .find_map(|g| {
                        let end = state.at.checked_sub(g)?;
                        words_left(sentence, element, end).map(|length| (g, length))
                    })?;
                state.at -= gap + length;
                state.loose = false;
                state.gap += gap;
                state.literals += 1;
                state.verb |= verb;
                state
            }
            Element::Gap => State {
                loose: true,
                ..state
            },
            Element::Place(place, Manner::Phrase) => match elements.get(index) {
                // The leftmost place is the subject; its absence is left to the context.
                None => {
                    let subject = sentence.subject(state.at);
                    state.fill(*place, subject);
                    state
                }
                Some(next) => {
                    // A phrase of another figure of that kind is another statement's: "X for $1 and Y for $2".
                    let kind = state.kind;
                    let rival = (0..state.at)
                        .rev()
                        .find(|&i| sentence.figure(i).is_some_and(|q| Some(q.kind) == kind))
                        .map_or(0, |i| i + 1);
                    let limit = state.at.saturating_sub(SPAN).max(rival);
                    let (end, length) = (limit..state.at)
                        .rev()
                        .map(|end| end + 1)
                        .take_while(|&end| {
                            end == state.at || !matches!(sentence.plain(end), Some(";" | ":" | "."))
                        })
                        .find_map(|end| {
                            words_left(sentence, next, end).map(|length| (end, length))
                        })?;
                    let (filler, _) = sentence.noun_phrase(end..state.at);
                    state.fill(*place, filler);
                    state.at = end - length;
                    state.literals += 1;
                    if let Element::Words { verb, .. } = next {
                        state.verb |= verb;
                    }
                    index += 1;
                    state
                }
            },
            Element::Place(place, Manner::Strict) => {
                let (gap, filler) = (0..=2)
                    .take_while(|&g| {
                        g == 0
                            || state
                                .at
                                .checked_sub(g)
                                .is_some_and(|a| sentence.is_light(a))
                    })
                    .find_map(|g| {
                        let at = state.at.checked_sub(g + 1)?;
                        sentence.strict(at).map(|filler| (g, filler))
                    })?;
                state.at -= gap + 1;
                state.gap += gap;
                state.literals += 1;
                state.fill(*place, filler);
                state
            }
            Element::Place(place, Manner::Possessive) => {
                let (gap, filler) = (0..=GAP)
                    .take_while(|&g| {
                        g == 0
                            || state
                                .at
                                .checked_sub(g)
                                .is_some_and(|a| sentence.is_light(a))
                    })
                    .find_map(|g| {
                        let at = state.at.checked_sub(g + 1)?;
                        sentence.possessor(at).map(|filler| (g, filler))
                    })?;
                state.at -= gap + 1;
                state.gap += gap;
                state.literals += 1;
                state.fill(*place, filler);
                state
            }
        };
    }
    Some(state)
}
