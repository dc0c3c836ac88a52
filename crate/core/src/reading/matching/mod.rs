//! Finds the pattern that a figure stands in.

mod walk;

use super::Certainty;
use super::roles::Filler;
use super::sentence::Sentence;
use crate::figures::Kind;
use crate::language::open::Open;
use crate::language::patterns::{self, Element, Pattern, Patterns, Place, Says};
use crate::language::phrases::Signatures;
use crate::lexicon::class;
use std::ops::Range;
use walk::{Between, GAP, Side, State, phrase_at, walk, words};

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
