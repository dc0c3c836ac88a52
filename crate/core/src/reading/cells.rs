//! From who fills the places of a pattern to the cells that the figure can belong to.

use super::Certainty;
use super::coreference::{Context, Here, Place, Resolved, Wanted};
use super::figure_reading::{Candidate, Guess};
use super::matching::{Match, Order};
use super::mentions::Who;
use super::roles::Filler;
use super::sentence::Sentence;
use crate::language::open::Open;
use crate::reference::{Cell, EntityId};

/// The cells that a pattern's match can mean, the likeliest first; none where it is plainly somebody else's.
pub(super) fn candidates(
    context: &Context<'_, '_>,
    sentence: &Sentence<'_>,
    at: usize,
    place: Place,
    found: &Match,
) -> Vec<Candidate> {
    let Some(property) = context.vocabulary.property(found.property) else {
        return Vec::new();
    };
    let whole = Telling {
        context,
        sentence,
        at,
        place,
        found,
        entities: &property.entity,
        objects: &property.object,
    };
    if property.object.is_empty() {
        whole.of_entity()
    } else {
        whole.of_pair()
    }
}

/// A match where it stands.
struct Telling<'s, 'r, 'p, 't> {
    context: &'s Context<'r, 'p>,
    sentence: &'s Sentence<'t>,
    at: usize,
    place: Place,
    found: &'s Match,
    /// The kinds of entity and of object that the property takes.
    entities: &'s [String],
    objects: &'s [String],
}

impl Telling<'_, '_, '_, '_> {
    fn resolve(
        &self,
        filler: &Filler,
        kinds: &[String],
        taken: Option<EntityId>,
    ) -> Option<EntityId> {
        let wanted = Wanted { kinds, taken };
        let here = Here {
            sentence: self.sentence,
            at: self.at,
            place: self.place,
        };
        match self.context.resolve(filler, here, &wanted) {
            Resolved::Known(entity) => Some(entity),
            Resolved::Nobody => None,
        }
    }

    fn cell(&self, entity: EntityId, object: Option<EntityId>) -> Cell {
        Cell {
            property: self.found.property,
            entity,
            object,
        }
    }

    /// Who the entity is, where the pattern or the clause says it.
    fn subject(&self) -> Filler {
        let fits = |filler: &Filler| self.context.fits(filler, self.entities);
        subject_if_missing(self.found, fits, self.sentence, self.at)
    }

    /// For a property without an object.
    fn of_entity(&self) -> Vec<Candidate> {
        let found = self.found;
        // "Norvex bought 10% of X at a valuation of": a deal of somebody whom no source knows is another occasion.
        if found.object == Filler::Other {
            return Vec::new();
        }
        let filler = self.subject();
        let buyer = buyer(found, self.sentence);
        let Some(entity) = self.resolve(&filler, self.entities, buyer) else {
            return Vec::new();
        };
        let own = self.cell(entity, None);
        let said = Candidate::new(Guess::Said(own), found.certainty);
        if filler != Filler::Missing {
            return vec![said];
        }
        // "X bought 49% of Y. That implies a valuation of …": the nearest name is a guess, and where
        // sources say it of another one named there, it may be that one's.
        let around = self.context.named_around(self.place);
        let around = around.map(|other| self.cell(other, None)).collect();
        vec![
            Candidate::new(Guess::IfStated(own), found.certainty),
            Candidate::new(Guess::OnlyStated(around), Certainty::Inferred),
            said,
        ]
    }

    /// For a property with an object.
    fn of_pair(&self) -> Vec<Candidate> {
        let found = self.found;
        // The place that the sentence names goes first; it rules out the other.
        let object_named = names_entity(&found.object);
        let entity = self.resolve(&self.subject(), self.entities, object_named);
        let Some(entity) = entity else {
            return self.of_object(object_named);
        };
        let object = self.resolve(&found.object, self.objects, Some(entity));
        let mut candidates = Vec::new();
        if let Some(object) = object {
            let named = self.cell(entity, Some(object));
            let another =
                found.object == Filler::Missing && is_of_another_deal(self.sentence, object);
            if !another {
                candidates.push(Candidate::new(Guess::IfStated(named), found.certainty));
            }
            candidates.extend(self.instead_of(named, entity, object, object_named));
            if found.object != Filler::Missing {
                candidates.push(Candidate::new(Guess::Said(named), found.certainty));
            }
        }
        if found.object != Filler::Missing {
            return candidates;
        }
        candidates.push(Candidate::new(
            self.only_possible(entity),
            Certainty::Inferred,
        ));
        if let Some(object) = object
            && !is_of_another_deal(self.sentence, object)
        {
            let named = self.cell(entity, Some(object));
            candidates.push(Candidate::new(Guess::Said(named), Certainty::Read));
        }
        candidates
    }

    /// Whom a figure may be told of where the text names its object and nobody else.
    fn of_object(&self, object: Option<EntityId>) -> Vec<Candidate> {
        let found = self.found;
        let Some(object) = object.filter(|_| found.entity == Filler::Missing) else {
            return Vec::new();
        };
        // "Turing took over after the $9 million Norvex investment": the name before the noun may be whose it is.
        if found.order == Order::NameBeforeNoun {
            let turned = found.clone().turned();
            let mut guesses = candidates(self.context, self.sentence, self.at, self.place, &turned);
            for guess in &mut guesses {
                guess.certainty = Certainty::Inferred;
            }
            return guesses;
        }
        if !names_only(self.sentence, object) {
            return Vec::new();
        }
        vec![Candidate::new(
            Guess::OnlyAbout(object),
            Certainty::Inferred,
        )]
    }

    /// What may be meant instead of the cell that the places name, where sources state nothing of that.
    fn instead_of(
        &self,
        named: Cell,
        entity: EntityId,
        object: EntityId,
        object_named: Option<EntityId>,
    ) -> Vec<Candidate> {
        let (found, context) = (self.found, self.context);
        let mut candidates = Vec::new();
        let mut push = |guess, certainty| {
            candidates.push(Candidate {
                guess,
                certainty,
                unless: Some(named),
            });
        };
        // "The deal between A and B": where neither place is named, only one order may make sense.
        // "a $14.3B Norvex investment" leaves open which of the two the name before the noun is.
        if found.entity == Filler::Missing && found.object == Filler::Missing
            || found.order != Order::Said
        {
            // "A has a $9 million deal with B" may as well be A's own: then it is of another size.
            let certainty = if found.order == Order::Open {
                Certainty::Inferred
            } else {
                found.certainty
            };
            push(Guess::IfStated(self.cell(object, Some(entity))), certainty);
        }
        let owner = context.vocabulary.acts_for(entity);
        // "The founder bought 49% of Y": where sources say it of whom he acts for, he did it for them.
        if let (Some(_), Some(owner)) = (object_named, owner) {
            push(
                Guess::IfStated(self.cell(owner, Some(object))),
                found.certainty,
            );
        }
        // "The founder bought 49% of the company": hardly the one in whose name he acts.
        if object_named.is_none() && owner == Some(object) {
            push(Guess::Nobody, found.certainty);
        }
        // "X is leaving Y. The news follows Z's $1 investment in the company": of those whom the
        // description may mean, the one of which sources state it.
        if let Filler::Anaphor(anaphor) = &found.object
            && let Some(description) = &anaphor.description
        {
            let meant = context
                .named_around(self.place)
                .filter(|&other| other != entity)
                .filter(|&other| context.vocabulary.names.may_mean(description, other))
                .map(|other| self.cell(entity, Some(other)))
                .collect();
            push(Guess::OnlyStated(meant), Certainty::Inferred);
        }
        candidates
    }

    /// The cells of the property and an entity, where the text leaves open at what it was directed: one for each
    /// thing on the page that it can be.
    fn only_possible(&self, entity: EntityId) -> Guess {
        let sentence = self.sentence;
        let mut possible: Vec<Cell> = (self.context.article.named.iter())
            // "the second-biggest, after Turing": what it is compared with, it is not.
            .filter(|&&o| !is_compared(sentence, Some(o)) && !is_of_another_deal(sentence, o))
            .map(|&object| self.cell(entity, Some(object)))
            .collect();
        crate::order::sort(&mut possible);
        Guess::OnlyStated(possible)
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
    let bought = (sentence.clause_start(verb)..verb).any(|i| sentence.ends(Open::TakeOver, i));
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

/// A pattern without a subject of its own takes the clause's, if that can be one.
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
