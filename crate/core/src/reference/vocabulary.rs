//! What a set says of the words of texts: whom they can name, what can be stated, and how. It holds no statement, so
//! what is read with it cannot depend on what the sources say.

use super::{Entity, EntityId, Property, PropertyId, Reference};
use crate::language::Language;
use crate::language::names::Names;
use crate::language::patterns::Patterns;
use rustc_hash::FxHashMap;

/// The part of a reference that a text is read with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Vocabulary<'r> {
    pub(crate) language: Language,
    entities: &'r [Entity],
    by_id: &'r FxHashMap<String, EntityId>,
    pub(crate) properties: &'r [Property],
    /// The compiled patterns of all properties, in the order of the set.
    pub(crate) patterns: &'r Patterns,
    /// The names of the entities.
    pub(crate) names: &'r Names,
}

impl Reference {
    /// What texts are read with.
    pub(crate) fn vocabulary(&self) -> Vocabulary<'_> {
        Vocabulary {
            language: self.language,
            entities: &self.set.entities,
            by_id: &self.entities,
            properties: &self.set.properties,
            patterns: &self.patterns,
            names: &self.names,
        }
    }
}

impl<'r> Vocabulary<'r> {
    pub(crate) fn entity(&self, id: EntityId) -> Option<&'r Entity> {
        self.entities.get(id)
    }

    pub(crate) fn property(&self, id: PropertyId) -> Option<&'r Property> {
        self.properties.get(id)
    }

    /// Whether a property is directed at something.
    pub(crate) fn has_object(&self, id: PropertyId) -> bool {
        self.property(id).is_some_and(|p| !p.object.is_empty())
    }

    /// For whom an entity acts: a founder for the company.
    pub(crate) fn acts_for(&self, entity: EntityId) -> Option<EntityId> {
        let owner = self.entity(entity)?.acts_for.as_ref()?;
        self.by_id.get(owner).copied()
    }

    /// Whether a word may be the pronoun of an entity; any other word may be.
    pub(crate) fn may_be_called(&self, entity: EntityId, word: &str) -> bool {
        let own = self.entity(entity).and_then(|e| e.pronoun.as_deref());
        match (own, self.language.personal_pronoun(word)) {
            (Some(own), Some(said)) => own == said,
            _ => true,
        }
    }
}
