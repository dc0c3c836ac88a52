//! The names of a set's entities, by which texts mention them.

use crate::reference::{Entity, EntityId};
use crate::text::{Token, tokens};
use rustc_hash::FxHashMap;

/// What may stand between the tokens of a joined name; in no token itself.
const JOINT: char = ' ';

/// The names of a set's entities, found by their tokens.
#[derive(Debug, Default)]
pub struct Names {
    /// For each first token of a name, how many tokens names that start with it have; longest first.
    lengths: FxHashMap<String, Vec<usize>>,
    /// The joined tokens of each name, with whose name it is.
    owners: FxHashMap<String, Vec<Owner>>,
    described: FxHashMap<String, Vec<EntityId>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Owner {
    entity: EntityId,
    /// Whether it is a name only where the entity is named in full as well.
    short: bool,
}

/// A name found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Whose name it is; `None` when it may be several entities'.
    pub(crate) entity: Option<EntityId>,
    /// How many tokens it takes up.
    pub(crate) length: usize,
}

impl Names {
    /// Indexes the names of `entities`.
    pub fn new(entities: &[Entity]) -> Self {
        let mut names = Self::default();
        for (entity, data) in entities.iter().enumerate() {
            for noun in &data.described {
                names
                    .described
                    .entry(noun.to_lowercase())
                    .or_default()
                    .push(entity);
            }
            for name in std::iter::once(&data.name).chain(&data.aliases) {
                names.add(
                    name,
                    Owner {
                        entity,
                        short: false,
                    },
                );
            }
            for name in &data.short {
                names.add(
                    name,
                    Owner {
                        entity,
                        short: true,
                    },
                );
            }
        }
        for lengths in names.lengths.values_mut() {
            lengths.sort_unstable_by(|a, b| b.cmp(a));
        }
        names
    }

    /// Adds a name as it is written, and in capitals.
    fn add(&mut self, name: &str, owner: Owner) {
        for name in [name.to_owned(), name.to_uppercase()] {
            let words: Vec<&str> = tokens(&name).iter().map(|t| t.of(&name)).collect();
            let Some(first) = words.first() else { return };
            let lengths = self.lengths.entry((*first).to_owned()).or_default();
            if !lengths.contains(&words.len()) {
                lengths.push(words.len());
            }
            let owners = self.owners.entry(words.join(" ")).or_default();
            if !owners.contains(&owner) {
                owners.push(owner);
            }
        }
    }

    /// The entities that list a noun as a description of theirs.
    pub(crate) fn described(&self, noun: &str) -> &[EntityId] {
        self.described.get(noun).map_or(&[], Vec::as_slice)
    }

    /// Whether any name starts with this token.
    pub(crate) fn starts_a_name(&self, token: &str) -> bool {
        self.lengths.contains_key(token)
    }

    /// The longest name that starts at token `at`; short ones only of entities that are `present`.
    pub(crate) fn alias_at(
        &self,
        text: &str,
        tokens: &[Token],
        at: usize,
        present: impl Fn(EntityId) -> bool,
    ) -> Option<Found> {
        let lengths = self.lengths.get(tokens.get(at)?.of(text))?;
        let mut joined = String::new();
        lengths.iter().find_map(|&length| {
            joined.clear();
            for token in tokens.get(at..at + length)? {
                if !joined.is_empty() {
                    joined.push(JOINT);
                }
                joined.push_str(token.of(text));
            }
            let mut owners = self
                .owners
                .get(&joined)?
                .iter()
                .filter(|owner| !owner.short || present(owner.entity));
            let first = owners.next()?;
            let entity = owners.next().is_none().then_some(first.entity);
            Some(Found { entity, length })
        })
    }
}
