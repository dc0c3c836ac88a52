//! The names of a set's entities, by which texts mention them.

use super::open::Open;
use super::phrases::split;
use super::{EntityId, Language};
use crate::text::{Token, in_capitals, tokens};
use rustc_hash::{FxHashMap, FxHashSet};

/// What may stand between the tokens of a joined name; in no token itself.
const JOINT: char = ' ';

/// The names of a set's entities, found by their tokens.
#[derive(Debug)]
pub(crate) struct Names {
    pub(crate) language: Language,
    /// Whether a name starts with each byte: few tokens do, and no more need looking up.
    openings: [bool; 256],
    /// For each first token of a name, how many tokens names that start with it have; longest first.
    lengths: FxHashMap<String, Vec<usize>>,
    /// The joined tokens of each name, with whose name it is.
    owners: FxHashMap<String, Vec<Owner>>,
    /// Who is described with that noun or phrase.
    described: FxHashMap<String, Vec<EntityId>>,
    /// The single words with which each is described.
    words: FxHashMap<EntityId, FxHashSet<String>>,
}

/// How a text describes an entity that was named before: "the fast-growing startup".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Description {
    /// The lower-case words before the noun, but those that tell nobody from others.
    modifiers: Vec<String>,
    noun: String,
    /// Whether any entity of its kind can be called so: "company".
    plain: bool,
}

impl Description {
    pub(crate) fn new(language: Language, modifiers: &[&str], noun: &[&str], plain: bool) -> Self {
        let vague = language.phrases(Open::Vague);
        Self {
            modifiers: modifiers
                .iter()
                .filter(|word| !vague.has(word))
                .map(|word| (*word).to_owned())
                .collect(),
            noun: noun.join(" "),
            plain,
        }
    }
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
    /// No names, of entities that texts in that language are about.
    pub(crate) fn new(language: Language) -> Self {
        Self {
            language,
            openings: [false; 256],
            lengths: FxHashMap::default(),
            owners: FxHashMap::default(),
            described: FxHashMap::default(),
            words: FxHashMap::default(),
        }
    }

    /// Adds a name that always means the entity.
    pub(crate) fn add_full(&mut self, name: &str, entity: EntityId) {
        self.add(
            name,
            Owner {
                entity,
                short: false,
            },
        );
    }

    /// Adds a name that means the entity only where it is named in full as well.
    pub(crate) fn add_short(&mut self, name: &str, entity: EntityId) {
        self.add(
            name,
            Owner {
                entity,
                short: true,
            },
        );
    }

    /// Adds a short name that nobody has in full, and no other entity by the set's own word.
    pub(crate) fn add_if_free(&mut self, name: &str, entity: EntityId) {
        let joined: Vec<&str> = tokens(name).iter().map(|t| t.of(name)).collect();
        if !self.owners.contains_key(&joined.join(" ")) {
            self.add_short(name, entity);
        }
    }

    /// Adds a noun that describes the entity once it was named.
    pub(crate) fn add_description(&mut self, noun: &str, entity: EntityId) {
        // A hyphen is no word: "start-up" is described as "start up" is.
        let words: Vec<String> = split(noun).into_iter().filter(|w| w != "-").collect();
        self.described
            .entry(words.join(" "))
            .or_default()
            .push(entity);
        self.words.entry(entity).or_default().extend(words);
    }

    /// Adds a name as it is written, and in capitals.
    fn add(&mut self, name: &str, owner: Owner) {
        for name in [name.to_owned(), in_capitals(name)] {
            let words: Vec<&str> = tokens(&name).iter().map(|t| t.of(&name)).collect();
            let Some(first) = words.first() else { return };
            if let Some(byte) = first.bytes().next() {
                self.openings[usize::from(byte)] = true;
            }
            let lengths = self.lengths.entry((*first).to_owned()).or_default();
            if !lengths.contains(&words.len()) {
                let at = lengths.partition_point(|l| *l > words.len());
                lengths.insert(at, words.len());
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

    /// Whether a description may mean the entity: it is one of those listed, or says nothing that does not
    /// fit. "The rocket company" is nobody who is not known for rockets.
    pub(crate) fn may_mean(&self, description: &Description, entity: EntityId) -> bool {
        let listed = self.described(&description.noun);
        let noun_fits = if listed.is_empty() {
            description.plain
        } else {
            listed.contains(&entity)
        };
        let known_for = |word: &String| self.words.get(&entity).is_some_and(|w| w.contains(word));
        let noun_fits =
            noun_fits || !description.modifiers.is_empty() && known_for(&description.noun);
        noun_fits && description.modifiers.iter().all(known_for)
    }

    /// Whether any name starts with this token.
    pub(crate) fn starts_a_name(&self, token: &str) -> bool {
        self.lengths.contains_key(token)
    }

    /// Whether a name may start with that token, as far as its first byte says.
    #[inline]
    pub(crate) fn may_open(&self, text: &str, token: &Token) -> bool {
        let byte = text.as_bytes()[token.start as usize];
        self.openings[usize::from(byte)]
    }

    /// Whether a text holds anything that may be a name, short ones included.
    pub(crate) fn any_in(&self, text: &str, tokens: &[Token]) -> bool {
        (tokens.iter().enumerate()).any(|(at, token)| {
            self.may_open(text, token) && self.alias_at(text, tokens, at, |_| true).is_some()
        })
    }

    /// The longest name that starts at token `at`; short ones only of entities that are `present`.
    pub(crate) fn alias_at(
        &self,
        text: &str,
        tokens: &[Token],
        at: usize,
        present: impl Fn(EntityId) -> bool,
    ) -> Option<Found> {
        crate::steps::step();
        let token = tokens.get(at)?;
        if !self.may_open(text, token) {
            return None;
        }
        let first = token.of(text);
        let lengths = self.lengths.get(first)?;
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
