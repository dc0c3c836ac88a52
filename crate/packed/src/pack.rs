//! A set into its parts.

use crate::figures::Style;
use crate::statements::{Coded, Figure, flag};
use crate::{Head, LONGEST_TEXT, MOST_NAMES, Part, entities, names, sources, statements};
use plumbline_core::reference::{Entity, Set, Statement};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::hash::Hash;

/// A packed set, part by part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// The parts, in the order of [`Head::parts`].
    pub parts: Vec<(Part, Vec<u8>)>,
}

/// What keeps a set from being packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotPacked {
    /// A statement (by its place) names an entity that the set does not have.
    NoEntity(usize, String),
    /// A statement names a property that the set does not have.
    NoProperty(usize, String),
    /// A statement names a source that there is not.
    NoSource(usize),
    /// A text, of which this is the beginning, is longer than any that is packed.
    TooLong(String),
    /// An entity has more names than any that is packed.
    TooManyNames(String),
    /// There is more of something than four thousand million.
    TooMuch,
}

impl std::fmt::Display for NotPacked {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoEntity(at, id) => write!(out, "statement {at}: no entity is called {id:?}"),
            Self::NoProperty(at, id) => write!(out, "statement {at}: no property is called {id:?}"),
            Self::NoSource(at) => write!(out, "statement {at}: there is no such source"),
            Self::TooLong(text) => {
                write!(out, "what begins with {text:?} is too long to be packed")
            }
            Self::TooManyNames(id) => write!(out, "{id:?} has too many names to be packed"),
            Self::TooMuch => out.write_str("the set is too large to be packed"),
        }
    }
}

impl std::error::Error for NotPacked {}

/// Texts or styles, each once, in the order in which they were met.
struct Table<T> {
    all: Vec<T>,
    places: FxHashMap<T, u32>,
}

impl<T: Hash + Eq + Clone> Table<T> {
    fn new() -> Self {
        Self {
            all: Vec::new(),
            places: FxHashMap::default(),
        }
    }

    fn place(&mut self, value: &T) -> u32 {
        if let Some(place) = self.places.get(value) {
            return *place;
        }
        let place = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(value.clone());
        self.places.insert(value.clone(), place);
        place
    }
}

/// Packs a set. The same set gives the same bytes; the statements come in the order of entity, property, object and
/// time.
///
/// # Errors
/// When a statement names what the set does not have, or something is too long.
pub fn pack(set: &Set) -> Result<Packed, NotPacked> {
    check_lengths(set)?;
    let counted = |many: usize| u32::try_from(many).map_err(|_| NotPacked::TooMuch);
    let mut order: Vec<&Entity> = set.entities.iter().collect();
    order.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    let mut places: FxHashMap<&str, u32> = FxHashMap::default();
    for (entity, place) in order.iter().zip(0..) {
        places.insert(&entity.id, place);
    }
    let mut kinds = Table::new();
    let mut ids = Table::new();
    for entity in &order {
        kinds.place(&entity.kind);
        if let Some((style, _)) = Style::of(&entity.id) {
            ids.place(&style);
        }
    }
    let (entity_parts, entity_shards) = entities::pack(
        &order,
        |kind| kinds.places.get(kind).map_or(0, |place| *place as usize),
        |id| {
            let (style, number) = Style::of(id)?;
            Some((*ids.places.get(&style)? as usize, number))
        },
    );
    let mut times = Table::new();
    let mut styles = Table::new();
    let coded = coded(set, &places, &mut times, &mut styles)?;
    let (statement_parts, statement_shards) = statements::pack(&coded);
    let (source_parts, source_shards) = sources::pack(&set.sources);
    let head = Head {
        name: set.name.clone(),
        covers: set.covers.clone(),
        properties: set.properties.clone(),
        derivations: set.derivations.clone(),
        entities: counted(order.len())?,
        statements: counted(coded.len())?,
        sources: counted(set.sources.len())?,
        shared_entities: entities::Shared {
            kinds: kinds.all,
            ids: ids.all,
        },
        shared: statements::Shared {
            times: times.all,
            styles: styles.all,
        },
        entity_shards,
        statement_shards,
        source_shards,
    };
    let contents = [
        postcard::to_stdvec(&head).unwrap_or_default(),
        names::pack(&all_names(&order)),
    ];
    let contents = (contents.into_iter())
        .chain(entity_parts)
        .chain(statement_parts)
        .chain(source_parts);
    Ok(Packed {
        parts: head.parts().into_iter().zip(contents).collect(),
    })
}

/// What is read of a pack, whoever made it, is bounded; so what is packed has to be.
fn check_lengths(set: &Set) -> Result<(), NotPacked> {
    let said = set.statements.iter().flat_map(|statement| {
        let times = statement.time.iter().chain(&statement.before);
        times.chain([&statement.quantity])
    });
    let called = set.entities.iter().flat_map(|e| [&e.id, &e.name, &e.kind]);
    for text in said.chain(called) {
        if text.len() > LONGEST_TEXT {
            return Err(NotPacked::TooLong(text.chars().take(40).collect()));
        }
    }
    for source in &set.sources {
        if !sources::is_short(source) {
            return Err(NotPacked::TooLong(source.title.chars().take(40).collect()));
        }
    }
    for entity in &set.entities {
        let lists = [&entity.aliases, &entity.short, &entity.described];
        if lists.iter().any(|list| list.len() > MOST_NAMES) {
            return Err(NotPacked::TooManyNames(entity.id.clone()));
        }
    }
    Ok(())
}

/// The names of entities in lower case, with the places of those that they can mean.
fn all_names(order: &[&Entity]) -> Vec<(String, Vec<u32>)> {
    let mut names: Vec<(String, u32)> = (order.iter().zip(0..))
        .flat_map(|(entity, place)| {
            let all = std::iter::once(&entity.name).chain(&entity.aliases);
            all.map(move |name| (plumbline_core::text::lowercase(name), place))
        })
        .filter(|(name, _)| !name.is_empty())
        .collect();
    names.sort();
    names.dedup();
    let mut all: Vec<(String, Vec<u32>)> = Vec::with_capacity(names.len());
    for (name, place) in names {
        match all.last_mut() {
            Some((last, places)) if *last == name => places.push(place),
            _ => all.push((name, vec![place])),
        }
    }
    all
}

fn coded(
    set: &Set,
    places: &FxHashMap<&str, u32>,
    times: &mut Table<String>,
    styles: &mut Table<Style>,
) -> Result<Vec<Coded>, NotPacked> {
    let properties: BTreeMap<&str, u32> = (set.properties.iter().zip(0..))
        .map(|(property, place)| (property.id.as_str(), place))
        .collect();
    let mut coded = Vec::with_capacity(set.statements.len());
    for (at, statement) in set.statements.iter().enumerate() {
        let entity = |id: &String| {
            let place = places.get(id.as_str()).copied();
            place.ok_or_else(|| NotPacked::NoEntity(at, id.clone()))
        };
        let property = properties.get(statement.property.as_str()).copied();
        let source = u32::try_from(statement.source).ok();
        let source = source.filter(|_| statement.source < set.sources.len());
        let time = statement.time.as_ref().or(statement.before.as_ref());
        let figure = match Style::of(&statement.quantity) {
            Some((style, number)) => Figure::Styled(styles.place(&style), number),
            None => Figure::Text(statement.quantity.clone()),
        };
        coded.push(Coded {
            entity: entity(&statement.entity)?,
            property: property
                .ok_or_else(|| NotPacked::NoProperty(at, statement.property.clone()))?,
            object: statement.object.as_ref().map(entity).transpose()?,
            time: time.map(|time| times.place(time)),
            flags: flags(statement),
            source: source.ok_or(NotPacked::NoSource(at))?,
            figure,
        });
    }
    coded.sort();
    Ok(coded)
}

fn flags(statement: &Statement) -> u8 {
    let flags = [
        (
            flag::BEFORE,
            statement.time.is_none() && statement.before.is_some(),
        ),
        (flag::WHOLE, statement.whole),
        (flag::ONE_OF_SEVERAL, statement.one_of_several),
        (flag::HYPOTHETICAL, statement.hypothetical),
    ];
    flags
        .iter()
        .filter(|(_, is)| *is)
        .fold(0, |all, (flag, _)| all | flag)
}
