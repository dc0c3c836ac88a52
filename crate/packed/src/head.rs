//! The part that is read first: what the set is, what many of its parts share, and where each shard begins.

use crate::entities::First;
use crate::figures::Style;
use crate::statements::Found;
use crate::{Damage, LONGEST_TEXT, entities, sources, statements};
use plumbline_core::order;
use plumbline_core::reference::{Derivation, Entity, Property, Set, Source, Statement};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// A part of a packed set: a record of a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The head.
    Head,
    /// The names.
    Names,
    /// A shard of entities.
    Entities(u32),
    /// A shard of statements.
    Statements(u32),
    /// A shard of sources.
    Sources(u32),
}

/// `head`, `names`, `entities-0`: what a store can call the record.
impl std::fmt::Display for Part {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Head => out.write_str("head"),
            Self::Names => out.write_str("names"),
            Self::Entities(shard) => write!(out, "entities-{shard}"),
            Self::Statements(shard) => write!(out, "statements-{shard}"),
            Self::Sources(shard) => write!(out, "sources-{shard}"),
        }
    }
}

/// Of so many shards of sources all are asked for with those that name them: to ask once more takes longer than to have one
/// in vain.
const FEW_SOURCES: usize = 2;

/// The head of a packed set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// What the set is called.
    pub name: String,
    /// What it covers, for people: one line each.
    pub covers: Vec<String>,
    /// What can be stated.
    pub properties: Vec<Property>,
    /// How properties follow from one another.
    pub derivations: Vec<Derivation>,
    /// How many entities there are.
    pub entities: u32,
    /// How many statements.
    pub statements: u32,
    /// How many sources.
    pub sources: u32,
    pub(crate) shared_entities: entities::Shared,
    pub(crate) shared: statements::Shared,
    /// The place of the first entity of each shard.
    pub(crate) entity_shards: Vec<First>,
    /// The entity of the first statement of each shard.
    pub(crate) statement_shards: Vec<u32>,
    /// The place of the first source of each shard.
    pub(crate) source_shards: Vec<First>,
}

/// Why a subset cannot be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoSubset {
    /// These parts are needed too.
    Needs(Vec<Part>),
    /// A part is damaged.
    Damaged,
}

impl Head {
    /// Reads the part of the head.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn open(part: &[u8]) -> Result<Self, Damage> {
        let head: Option<Self> = postcard::from_bytes(part).ok();
        head.filter(Self::holds).ok_or(Damage::Damaged)
    }

    /// Whether it is as it is packed: what many share is short, and shards are in order, for else a few bytes could ask
    /// for all the room or all the time that there is.
    fn holds(&self) -> bool {
        let shared = (self.shared.times.iter()).chain(&self.shared_entities.kinds);
        let styles = self.shared.styles.iter().chain(&self.shared_entities.ids);
        shared.map(String::len).all(|length| length <= LONGEST_TEXT)
            && styles.map(Style::len).all(|length| length <= LONGEST_TEXT)
            && self.entity_shards.is_sorted()
            && self.statement_shards.is_sorted()
            && self.source_shards.is_sorted()
    }

    /// Every part that there is, in the order in which a file has them.
    pub fn parts(&self) -> Vec<Part> {
        let many = |shards: usize| 0..u32::try_from(shards).unwrap_or(u32::MAX);
        [Part::Head, Part::Names]
            .into_iter()
            .chain(many(self.entity_shards.len()).map(Part::Entities))
            .chain(many(self.statement_shards.len()).map(Part::Statements))
            .chain(many(self.source_shards.len()).map(Part::Sources))
            .collect()
    }

    /// Where a part stands among [`Head::parts`], whether or not there is such a shard.
    pub fn place(&self, part: Part) -> u32 {
        let shards = |before: &[usize]| {
            let before = before.iter().sum::<usize>() + 2;
            u32::try_from(before).unwrap_or(u32::MAX)
        };
        let (entities, statements) = (self.entity_shards.len(), self.statement_shards.len());
        match part {
            Part::Head => 0,
            Part::Names => 1,
            Part::Entities(shard) => shards(&[]).saturating_add(shard),
            Part::Statements(shard) => shards(&[entities]).saturating_add(shard),
            Part::Sources(shard) => shards(&[entities, statements]).saturating_add(shard),
        }
    }

    /// The shards that hold the statements about an entity, one or more that follow one another; they hold others too.
    fn statement_parts(&self, entity: u32) -> impl Iterator<Item = u32> {
        let after = (self.statement_shards).partition_point(|first| *first < entity);
        let shards = (self.statement_shards.iter().zip(0_u32..)).skip(after.saturating_sub(1));
        shards
            .take_while(move |(first, _)| **first <= entity)
            .map(|(_, shard)| shard)
    }

    /// The statements about an entity, of one property where that is given, from the shards that `part` has.
    ///
    /// # Errors
    /// When a shard is missing or damaged.
    pub fn statements_about<'p>(
        &self,
        entity: u32,
        property: Option<u32>,
        part: impl Fn(Part) -> Option<&'p [u8]>,
    ) -> Result<Vec<Found>, NoSubset> {
        self.about(entity, property, usize::MAX, &part)
    }

    /// The same, but nothing where it is more than `most`.
    fn about<'p>(
        &self,
        entity: u32,
        property: Option<u32>,
        most: usize,
        part: &impl Fn(Part) -> Option<&'p [u8]>,
    ) -> Result<Vec<Found>, NoSubset> {
        let mut found = Vec::new();
        for shard in self.statement_parts(entity) {
            let shard = Part::Statements(shard);
            let bytes = part(shard).ok_or_else(|| NoSubset::Needs(vec![shard]))?;
            let whole = statements::find(bytes, entity, property, &self.shared, |statement| {
                found.push(statement);
                found.len() <= most
            });
            if found.len() > most {
                return Ok(Vec::new());
            }
            whole.ok_or(NoSubset::Damaged)?;
        }
        Ok(found)
    }

    /// The entity at a place.
    ///
    /// # Errors
    /// When its shard is missing or damaged.
    pub fn entity<'p>(
        &self,
        place: u32,
        part: impl Fn(Part) -> Option<&'p [u8]>,
    ) -> Result<Entity, NoSubset> {
        let (shard, index) = shard_of(&self.entity_shards, place).ok_or(NoSubset::Damaged)?;
        let shard = Part::Entities(shard);
        let bytes = part(shard).ok_or_else(|| NoSubset::Needs(vec![shard]))?;
        entities::get(bytes, index, &self.shared_entities).ok_or(NoSubset::Damaged)
    }

    /// The source at a place.
    ///
    /// # Errors
    /// When its shard is missing or damaged.
    pub fn source<'p>(
        &self,
        place: u32,
        part: impl Fn(Part) -> Option<&'p [u8]>,
    ) -> Result<Source, NoSubset> {
        let (shard, index) = shard_of(&self.source_shards, place).ok_or(NoSubset::Damaged)?;
        let shard = Part::Sources(shard);
        let bytes = part(shard).ok_or_else(|| NoSubset::Needs(vec![shard]))?;
        sources::get(bytes, index).ok_or(NoSubset::Damaged)
    }

    /// The set of these entities alone (by place), with all that is stated of them, from the parts that `part` has. Of an
    /// entity with which it would be more than `most` statements, it holds none.
    ///
    /// # Errors
    /// When parts are missing (get those, and ask again) or damaged.
    pub fn subset<'p>(
        &self,
        entities: &[u32],
        most: usize,
        part: impl Fn(Part) -> Option<&'p [u8]>,
    ) -> Result<Set, NoSubset> {
        let mut needed: Vec<Part> = Vec::new();
        let mut found: Vec<Found> = Vec::new();
        for &entity in entities {
            let left = most - found.len();
            match self.about(entity, None, left, &part) {
                Ok(statements) => found.extend(statements),
                Err(NoSubset::Needs(parts)) => needed.extend(parts),
                Err(NoSubset::Damaged) => return Err(NoSubset::Damaged),
            }
        }
        if !needed.is_empty() && self.source_shards.len() <= FEW_SOURCES {
            let shards = (0..).take(self.source_shards.len()).map(Part::Sources);
            needed.extend(shards.filter(|shard| part(*shard).is_none()));
        }
        let objects = found.iter().filter_map(|s| s.object);
        let places = order::each_once(entities.iter().copied().chain(objects));
        let mut had = |error| match error {
            NoSubset::Needs(parts) => {
                needed.extend(parts);
                Ok(())
            }
            NoSubset::Damaged => Err(NoSubset::Damaged),
        };
        let mut named: FxHashMap<u32, Entity> = FxHashMap::default();
        for &place in &places {
            match self.entity(place, &part) {
                Ok(entity) => drop(named.insert(place, entity)),
                Err(error) => had(error)?,
            }
        }
        let stated_by = order::each_once(found.iter().map(|s| s.source));
        let mut sources: Vec<Source> = Vec::new();
        let mut source_at: FxHashMap<u32, usize> = FxHashMap::default();
        for place in stated_by {
            match self.source(place, &part) {
                Ok(source) => {
                    source_at.insert(place, sources.len());
                    sources.push(source);
                }
                Err(error) => had(error)?,
            }
        }
        if !needed.is_empty() {
            return Err(NoSubset::Needs(order::each_once(needed)));
        }
        let id = |place: u32| named.get(&place).map(|entity| entity.id.clone());
        let statements = found.into_iter().map(|found| {
            let property = usize::try_from(found.property).ok()?;
            let (time, before) = if found.before {
                (None, found.time)
            } else {
                (found.time, None)
            };
            Some(Statement {
                source: *source_at.get(&found.source)?,
                property: self.properties.get(property)?.id.clone(),
                entity: id(found.entity)?,
                object: match found.object {
                    Some(object) => Some(id(object)?),
                    None => None,
                },
                quantity: found.quantity,
                time,
                before,
                whole: found.whole,
                one_of_several: found.one_of_several,
                hypothetical: found.hypothetical,
            })
        });
        let statements: Option<Vec<Statement>> = statements.collect();
        Ok(Set {
            name: self.name.clone(),
            covers: self.covers.clone(),
            statements: statements.ok_or(NoSubset::Damaged)?,
            entities: places
                .iter()
                .filter_map(|place| named.remove(place))
                .collect(),
            properties: self.properties.clone(),
            derivations: self.derivations.clone(),
            sources,
        })
    }
}

/// The shard that holds a place, and the place within it.
fn shard_of(shards: &[First], place: u32) -> Option<(u32, usize)> {
    let shard = shards
        .partition_point(|first| first.0 <= place)
        .checked_sub(1)?;
    let index = place - shards.get(shard)?.0;
    Some((u32::try_from(shard).ok()?, usize::try_from(index).ok()?))
}
