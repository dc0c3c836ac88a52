//! From who fills the places of a frame to the cell that the figure belongs to, when that is certain.

use super::Certainty;
use super::context::{Context, Place, Resolved, Wanted};
use super::matching::{Match, Order};
use super::mentions::Who;
use super::roles::Filler;
use super::sentence::Sentence;
use crate::language::classes::Open;
use crate::reference::{Cell, EntityId};

/// The cell of a frame's match, when both places are certain.
pub(super) fn cell(
    context: &Context<'_, '_>,
    sentence: &Sentence<'_>,
    at: usize,
    place: Place,
    found: &Match,
) -> Option<(Cell, Certainty)> {
    let property = context.reference.set.properties.get(found.property)?;
    let resolve = |filler: &Filler, kinds: &[String], taken| match context.resolve(
        filler,
        sentence,
        at,
        place,
        &Wanted { kinds, taken },
    ) {
        Resolved::Known(entity) => Some(entity),
        Resolved::Nobody => None,
    };
    let fits = |filler: &Filler| context.fits(filler, &property.entity);
    if property.object.is_empty() {
        // "Norvex bought 10% of X at a valuation of": a deal of somebody whom no source knows is another occasion.
        if found.object == Filler::Other {
            return None;
        }
        let filler = subject_if_missing(found, fits, sentence, at);
        let entity = resolve(&filler, &property.entity, buyer(found, sentence))?;
        let cell = |entity| Cell {
            property: found.property,
            entity,
            object: None,
        };
        let stated = |entity| !context.reference.statements(cell(entity)).is_empty();
        // "Meta bought 49% of Scale AI. That implies a valuation of …": the nearest name is a guess, and where
        // sources say it of another one named there, it may be that one's.
        if filler == Filler::Missing && !stated(entity) {
            return Some(match only_stated(context, place, stated) {
                Some(other) => (cell(other), Certainty::Inferred),
                None => (cell(entity), found.certainty),
            });
        }
        return Some((cell(entity), found.certainty));
    }
    // The place that the sentence names goes first; it rules out the other.
    let object_named = names_entity(&found.object);
    let entity_filler = subject_if_missing(found, fits, sentence, at);
    let Some(entity) = resolve(&entity_filler, &property.entity, object_named) else {
        // "Droege took over after the $9 million Meta investment": the name before the noun may be whose it is.
        if found.order == Order::NameBeforeNoun
            && found.entity == Filler::Missing
            && object_named.is_some()
        {
            let turned = found.clone().turned();
            return cell(context, sentence, at, place, &turned)
                .map(|(cell, _)| (cell, Certainty::Inferred));
        }
        let alone = found.entity == Filler::Missing && names_only(sentence, object_named?);
        let cell = alone
            .then(|| only_about(context, found.property, object_named?))
            .flatten()?;
        return Some((cell, Certainty::Inferred));
    };
    let cell = |entity, object| Cell {
        property: found.property,
        entity,
        object: Some(object),
    };
    let stated = |cell: &Cell| !context.reference.statements(*cell).is_empty();
    let object = resolve(&found.object, &property.object, Some(entity));
    if let Some(object) = object {
        let (named, swapped) = (cell(entity, object), cell(object, entity));
        // "The deal between A and B": where neither place is named, only one order may make sense.
        // "a $14.3B Meta investment" leaves open which of the two the name before the noun is.
        let open = found.entity == Filler::Missing && found.object == Filler::Missing
            || found.order != Order::Said;
        if open && !stated(&named) && stated(&swapped) {
            // "A has a $9 million deal with B" may as well be A's own: then it is of another size.
            let certainty = if found.order == Order::Open {
                Certainty::Inferred
            } else {
                found.certainty
            };
            return Some((swapped, certainty));
        }
        // "Zuckerberg bought 49% of Scale AI": where sources say it of whom he acts for, he did it for them.
        if let (Some(_), Some(owner)) = (object_named, context.acts_for(entity))
            && !stated(&named)
            && stated(&cell(owner, object))
        {
            return Some((cell(owner, object), found.certainty));
        }
        // "Zuckerberg bought 49% of the company": hardly the one in whose name he acts.
        if object_named.is_none() && context.acts_for(entity) == Some(object) && !stated(&named) {
            return None;
        }
        // "Google is leaving Scale AI. The news follows Meta's $1 investment in the company": of those whom the
        // description may mean, the one of which sources state it.
        if let Some(other) = described_as(context, place, &found.object, |other| {
            other != entity && !stated(&named) && stated(&cell(entity, other))
        }) {
            return Some((cell(entity, other), Certainty::Inferred));
        }
        let another = found.object == Filler::Missing && is_of_another_deal(sentence, object);
        if !another && (found.object != Filler::Missing || stated(&named)) {
            return Some((named, found.certainty));
        }
    }
    if found.object != Filler::Missing {
        return None;
    }
    if let Some(only) = only_possible(context, sentence, found.property, entity) {
        return Some((only, Certainty::Inferred));
    }
    object
        .filter(|&object| !is_of_another_deal(sentence, object))
        .map(|object| (cell(entity, object), Certainty::Read))
}

/// The cell of a property and an entity, where the text leaves open at what it was directed and the page names
/// just one thing that it can be.
fn only_possible(
    context: &Context<'_, '_>,
    sentence: &Sentence<'_>,
    property: usize,
    entity: EntityId,
) -> Option<Cell> {
    let mut possible = context
        .reference
        .cells_about(&[Some(entity)])
        .into_iter()
        .filter(|c| c.property == property && c.entity == entity)
        .filter(|c| c.object.is_some_and(|o| context.article.named.contains(&o)))
        // "the second-biggest, after WhatsApp": what it is compared with, it is not.
        .filter(|c| !is_compared(sentence, c.object))
        .filter(|c| c.object.is_some_and(|o| !is_of_another_deal(sentence, o)));
    match (possible.next(), possible.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// The only entity named around a place that a description there may mean, among those that `wanted` tells.
fn described_as(
    context: &Context<'_, '_>,
    place: Place,
    filler: &Filler,
    wanted: impl Fn(EntityId) -> bool,
) -> Option<EntityId> {
    let Filler::Anaphor(anaphor) = filler else {
        return None;
    };
    let description = anaphor.description.as_ref()?;
    let mut found = context
        .named_around(place)
        .filter(|&other| wanted(other) && context.reference.names.may_mean(description, other));
    match (found.next(), found.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// Of those of whom sources state a property, the only one named around a place.
fn only_stated(
    context: &Context<'_, '_>,
    place: Place,
    stated: impl Fn(EntityId) -> bool,
) -> Option<EntityId> {
    let mut found = context.named_around(place).filter(|&other| stated(other));
    match (found.next(), found.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// The entity that a place is filled with by name.
fn names_entity(filler: &Filler) -> Option<EntityId> {
    match filler {
        Filler::Known(entity) => Some(*entity),
        _ => None,
    }
}

/// "X bought a lab, valuing it at": who buys is not what is valued.
fn buyer(found: &Match, sentence: &Sentence<'_>) -> Option<EntityId> {
    let verb = found
        .predicate
        .filter(|_| matches!(found.entity, Filler::Anaphor(_)))?;
    let bought = (sentence.clause_start(verb)..verb).any(|i| sentence.ends(Open::Buy, i));
    let subject = bought.then(|| sentence.subject(verb))?;
    names_entity(&subject)
}

/// Whether a sentence names an entity as something to compare with.
fn is_compared(sentence: &Sentence<'_>, entity: Option<EntityId>) -> bool {
    (1..sentence.items.len()).any(|i| {
        matches!(sentence.who(i), Some(Who::Known(named)) if Some(named) == entity)
            && sentence.begins(Open::Comparing, i - 1)
    })
}

/// Whether a sentence names nobody but this entity.
fn names_only(sentence: &Sentence<'_>, entity: EntityId) -> bool {
    (0..sentence.items.len())
        .filter_map(|i| sentence.who(i))
        .all(|who| who == Who::Known(entity))
}

/// "Months after its Norvex deal, …": whether a sentence tells of the deal for that entity as of another one.
fn is_of_another_deal(sentence: &Sentence<'_>, object: EntityId) -> bool {
    (1..sentence.items.len()).any(|i| {
        let governor = (i.saturating_sub(3)..i)
            .rev()
            .find(|&b| sentence.begins(Open::Comparing, b) || !sentence.is_light(b));
        sentence.who(i) == Some(Who::Known(object))
            && sentence.names_a_deal(i)
            && governor.is_some_and(|b| sentence.begins(Open::Comparing, b))
    })
}

/// The one cell of a property that sources state about an object: "the Scale AI deal".
fn only_about(context: &Context<'_, '_>, property: usize, object: EntityId) -> Option<Cell> {
    let mut cells = context
        .reference
        .cells_about(&[Some(object)])
        .into_iter()
        .filter(|cell| cell.property == property && cell.object == Some(object));
    match (cells.next(), cells.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// A frame without a subject of its own takes the clause's, if that can be one.
fn subject_if_missing(
    found: &Match,
    fits: impl Fn(&Filler) -> bool,
    sentence: &Sentence<'_>,
    at: usize,
) -> Filler {
    if found.entity != Filler::Missing || found.other_subject {
        return found.entity.clone();
    }
    Some(sentence.subject(at))
        .filter(fits)
        .unwrap_or(Filler::Missing)
}
