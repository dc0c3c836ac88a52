//! The reference set: sources, statements, and the entities and properties they are about.
//!
//! A [`Set`] is the plain data, as packed and unpacked; a [`Reference`] is the same made ready to
//! be compared with: quantities read, patterns compiled, aliases and statements indexed.

mod adjudicate;
mod called;
mod join;
mod pack;
mod set;
mod stating;
mod takes;
mod text;
mod vocabulary;

use crate::calendar::Period;
use crate::figures::{Quantity, Unit};
use crate::language::Language;
use crate::language::names::Names;
use crate::language::patterns::{Compiler, Pattern, Patterns, packed};
use crate::lexicon::coded::Bytes;
use crate::relations::{self, WordsError};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

pub use adjudicate::Rank;
pub(crate) use adjudicate::independent;
pub use pack::{FORMAT_VERSION, PackError, checksum};
pub use set::{Derivation, DerivationKind, Entity, Set, Source, Statement, Term};
pub(crate) use text::{Prose, host, prose};
pub use text::{ReferenceText, StatedFigure};
pub(crate) use vocabulary::Vocabulary;

pub use crate::language::{EntityId, PropertyId};
pub use crate::relations::{Behaviour, Property};

/// What makes two figures comparable apart from time: the same property of the same entity (and object).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cell {
    /// The property.
    pub property: PropertyId,
    /// Whose property it is.
    pub entity: EntityId,
    /// What it is directed at, for properties that have an object.
    pub object: Option<EntityId>,
}

/// A statement made ready: its words read.
#[derive(Debug, Clone)]
pub struct ReadStatement {
    /// Index in [`Set::statements`].
    pub index: usize,
    /// Index of its source in [`Set::sources`].
    pub source: usize,
    /// Whose word it is: the source that its source copies, else its source itself.
    pub origin: usize,
    /// The figure.
    pub quantity: Quantity,
    /// When it held or happened, as far as said.
    pub time: Period,
    /// Whether `time` was said rather than taken from the source's date.
    pub dated: bool,
    /// The date of the source, as far as known.
    pub source_date: Period,
    /// How far it counts; computed, see [`Rank`].
    pub rank: Rank,
}

/// A reference set, ready to be compared with.
#[derive(Debug)]
pub struct Reference {
    /// The language that its words are of.
    pub language: Language,
    /// The data itself.
    pub set: Set,
    /// The compiled patterns of all properties, in the order of the set.
    pub(crate) patterns: Patterns,
    /// The names of the entities.
    pub(crate) names: Names,
    cells: FxHashMap<Cell, Vec<ReadStatement>>,
    about: FxHashMap<EntityId, Vec<Cell>>,
    currencies: FxHashSet<Cow<'static, str>>,
    /// How many statements each source makes, but for those that it only supposes.
    stated_by: Vec<usize>,
    properties: FxHashMap<String, PropertyId>,
    entities: FxHashMap<String, EntityId>,
}

/// A statement in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Index of its source in [`Set::sources`].
    pub source: usize,
    /// What it is about.
    pub about: String,
    /// The figure as the source writes it.
    pub quantity: String,
    /// When, as far as the source says.
    pub time: String,
    /// How far it counts.
    pub rank: Rank,
}

/// What keeps a part of a set from being used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetError {
    /// A statement or derivation names a property that the set does not define.
    UnknownProperty(String),
    /// A statement names an entity that the set does not define.
    UnknownEntity(String),
    /// A statement's source index is out of range.
    UnknownSource(usize),
    /// A statement's quantity holds no figure, or more than one.
    NoSingleFigure(String),
    /// A date is not `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or two of them in their order with a slash between.
    BadDate(String),
    /// A line of words cannot be read.
    BadWords(String, WordsError),
}

impl std::fmt::Display for SetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownProperty(id) => write!(f, "no property is called {id:?}"),
            Self::UnknownEntity(id) => write!(f, "no entity is called {id:?}"),
            Self::UnknownSource(index) => write!(f, "there is no source number {index}"),
            Self::NoSingleFigure(text) => write!(f, "{text:?} does not hold exactly one figure"),
            Self::BadDate(text) => write!(
                f,
                "{text:?} is no date: write YYYY, YYYY-MM, YYYY-MM-DD, or two of them in their order with / between"
            ),
            Self::BadWords(line, why) => {
                write!(f, "the words {line:?} cannot be read: {why}")
            }
        }
    }
}

impl std::error::Error for SetError {}

impl Reference {
    /// Makes a set ready. What is wrong with it comes back as a list beside a reference that holds the rest.
    pub fn new(language: Language, set: Set) -> (Self, Vec<SetError>) {
        let mut patterns = Vec::new();
        let mut problems = Vec::new();
        let mut compiler = Compiler::new(language);
        for (id, property) in set.properties.iter().enumerate() {
            let (read, wrong) = relations::patterns(property, id, &mut compiler);
            patterns.extend(read);
            problems.extend(
                wrong
                    .into_iter()
                    .map(|(line, why)| SetError::BadWords(line, why)),
            );
        }
        let (reference, others) = Self::of(language, set, patterns);
        problems.extend(others);
        (reference, problems)
    }

    /// The packed form of a set that is made ready: the set, and the patterns of its properties.
    #[cfg(feature = "load")]
    pub fn pack(&self) -> Vec<u8> {
        let mut patterns = Vec::new();
        packed::put(self.language, &self.patterns.all, &mut patterns);
        pack::pack(&self.set, &patterns)
    }

    /// Makes a packed set ready.
    ///
    /// # Errors
    /// When the bytes are no pack, of another version, or damaged.
    pub fn unpack(language: Language, bytes: &'static [u8]) -> Result<Self, PackError> {
        let (set, patterns) = pack::unpack(bytes)?;
        let patterns = packed::take(language, set.properties.len(), &mut Bytes(patterns));
        let (reference, _told_when_packed) =
            Self::of(language, set, patterns.ok_or(PackError::Damaged)?);
        Ok(reference)
    }

    /// A set whose patterns are made.
    fn of(language: Language, set: Set, patterns: Vec<Pattern>) -> (Self, Vec<SetError>) {
        let properties: FxHashMap<String, PropertyId> = set
            .properties
            .iter()
            .enumerate()
            .map(|(i, p)| (p.id.clone(), i))
            .collect();
        let entities: FxHashMap<String, EntityId> = set
            .entities
            .iter()
            .enumerate()
            .map(|(i, e)| (e.id.clone(), i))
            .collect();
        let names = names(language, &set.entities);
        let mut reference = Self {
            language,
            set,
            patterns: Patterns::new(patterns),
            names,
            cells: FxHashMap::default(),
            about: FxHashMap::default(),
            currencies: FxHashSet::default(),
            stated_by: Vec::new(),
            properties,
            entities,
        };
        let problems = reference.read_statements();
        (reference, problems)
    }

    /// Reads what the sources state; gives what is wrong with it.
    fn read_statements(&mut self) -> Vec<SetError> {
        let mut problems = Vec::new();
        let origins = origins(&self.set.sources);
        self.stated_by = vec![0; origins.len()];
        for index in 0..self.set.statements.len() {
            match self.read_statement(index, &origins) {
                Ok((cell, statement)) => {
                    if let Unit::Currency(code) = &statement.quantity.unit {
                        self.currencies.insert(code.clone());
                    }
                    if !self.set.statements[index].hypothetical {
                        self.stated_by[statement.source] += 1;
                    }
                    self.cells.entry(cell).or_default().push(statement);
                }
                Err(problem) => problems.push(problem),
            }
        }
        self.index();
        problems
    }

    /// Finds out for whom there are cells, and how far each statement counts.
    fn index(&mut self) {
        for cell in self.cells.keys() {
            for entity in [Some(cell.entity), cell.object].into_iter().flatten() {
                self.about.entry(entity).or_default().push(*cell);
            }
        }
        adjudicate::rank(self);
    }

    /// The same without what a source states, and what those state that only repeat it, or that it repeats: nobody
    /// vouches for themselves. It is for judging only, and reads no texts.
    pub(crate) fn without(&self, source: usize) -> Self {
        let origin = |s: &ReadStatement| s.origin;
        let itself = self
            .cells
            .values()
            .flatten()
            .find(|s| s.source == source)
            .map(origin);
        let mut others = Self {
            language: self.language,
            set: self.set.clone(),
            patterns: Patterns::default(),
            names: Names::new(self.language),
            cells: self.cells.clone(),
            about: FxHashMap::default(),
            stated_by: self.stated_by.clone(),
            currencies: self.currencies.clone(),
            properties: self.properties.clone(),
            entities: self.entities.clone(),
        };
        for statements in others.cells.values_mut() {
            statements.retain(|s| s.source != source && Some(s.origin) != itself);
        }
        others.cells.retain(|_, statements| !statements.is_empty());
        others.index();
        others
    }

    fn read_statement(
        &self,
        index: usize,
        origins: &[usize],
    ) -> Result<(Cell, ReadStatement), SetError> {
        let statement = &self.set.statements[index];
        let entity = |id: &String| {
            self.entity(id)
                .ok_or_else(|| SetError::UnknownEntity(id.clone()))
        };
        let property = self
            .property(&statement.property)
            .ok_or_else(|| SetError::UnknownProperty(statement.property.clone()))?;
        let cell = Cell {
            property,
            entity: entity(&statement.entity)?,
            object: statement.object.as_ref().map(entity).transpose()?,
        };
        let source = self
            .set
            .sources
            .get(statement.source)
            .ok_or(SetError::UnknownSource(statement.source))?;
        let date =
            |text: &str| Period::parse(text).ok_or_else(|| SetError::BadDate(text.to_owned()));
        let source_date = if source.date.is_empty() {
            Period::default()
        } else {
            date(&source.date)?
        };
        let time = match (&statement.time, &statement.before) {
            (Some(text), _) => date(text)?,
            (None, Some(text)) => date(text)?.year_before(),
            (None, None) => Period::default(),
        };
        let quantity = single_figure(self.language, &statement.quantity)
            .ok_or_else(|| SetError::NoSingleFigure(statement.quantity.clone()))?;
        let dated = time.is_known();
        Ok((
            cell,
            ReadStatement {
                index,
                source: statement.source,
                origin: origins[statement.source],
                quantity,
                time: if dated { time } else { source_date },
                dated,
                source_date,
                rank: Rank::Normal,
            },
        ))
    }

    /// The property of that id.
    pub fn property(&self, id: &str) -> Option<PropertyId> {
        self.properties.get(id).copied()
    }

    /// The entity of that id.
    pub fn entity(&self, id: &str) -> Option<EntityId> {
        self.entities.get(id).copied()
    }

    /// The statements of a cell that can count as evidence or be named beside it.
    pub fn statements(&self, cell: Cell) -> &[ReadStatement] {
        crate::steps::step();
        self.cells.get(&cell).map_or(&[], Vec::as_slice)
    }

    /// How many statements a source makes, but for those that it only supposes.
    pub(crate) fn stated_by(&self, source: usize) -> usize {
        self.stated_by.get(source).copied().unwrap_or(0)
    }

    /// Whether any statement is an amount of this currency.
    pub(crate) fn states_currency(&self, unit: &Unit) -> bool {
        matches!(unit, Unit::Currency(code) if self.currencies.contains(code))
    }

    /// Every statement in words, in the order of the set.
    pub fn listing(&self) -> impl Iterator<Item = Line> {
        let mut lines: Vec<(usize, Line)> = self
            .cells()
            .flat_map(|(cell, statements)| {
                let about = self.name_of(cell);
                statements.iter().map(move |s| (about.clone(), s))
            })
            .map(|(about, s)| {
                let data = &self.set.statements[s.index];
                let time = match (&data.time, &data.before) {
                    (Some(time), _) => time.clone(),
                    (None, Some(before)) => format!("before {before}"),
                    (None, None) => String::new(),
                };
                let line = Line {
                    source: s.source,
                    about,
                    quantity: data.quantity.clone(),
                    time,
                    rank: s.rank,
                };
                (s.index, line)
            })
            .collect();
        crate::order::by_key(&mut lines, |(index, _)| *index);
        lines.into_iter().map(|(_, line)| line)
    }

    /// What a cell is called: "Meta's stake in Scale AI".
    pub fn name_of(&self, cell: Cell) -> String {
        let name = |id: EntityId| self.set.entities.get(id).map_or("", |e| e.name.as_str());
        let label = self
            .set
            .properties
            .get(cell.property)
            .map_or("", |p| p.label.as_str());
        let text = label.replace("{entity}", name(cell.entity));
        match cell.object {
            Some(object) => text.replace("{object}", name(object)),
            None => text,
        }
    }

    /// The cells that any of these entities has a part in.
    pub fn cells_about(&self, entities: &[Option<EntityId>]) -> Vec<Cell> {
        entities
            .iter()
            .flatten()
            .filter_map(|e| self.about.get(e))
            .flatten()
            .copied()
            .collect()
    }

    /// Every cell that holds a statement.
    pub fn cells(&self) -> impl Iterator<Item = (Cell, &[ReadStatement])> {
        self.cells
            .iter()
            .map(|(cell, statements)| (*cell, statements.as_slice()))
    }
}

/// The names of a set's entities.
fn names(language: Language, entities: &[Entity]) -> Names {
    let mut names = Names::new(language);
    for (id, entity) in entities.iter().enumerate() {
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            names.add_full(name, id);
        }
        for name in &entity.short {
            names.add_short(name, id);
        }
        for noun in &entity.described {
            names.add_description(noun, id);
        }
    }
    // What a text makes of a name itself gives way to what the set says.
    for (id, entity) in entities.iter().enumerate() {
        for name in called::short_names(language, entity) {
            names.add_if_free(&name, id);
        }
        for noun in called::nouns(language, entity) {
            names.add_description(&noun, id);
        }
    }
    names
}

/// For each source, the one whose word it passes on: copies of one another count once.
fn origins(sources: &[Source]) -> Vec<usize> {
    let ids: FxHashMap<&str, usize> = sources
        .iter()
        .enumerate()
        .map(|(i, s)| (s.id.as_str(), i))
        .collect();
    let copied = |at: usize| ids.get(sources[at].copy_of.as_deref()?).copied();
    let mut origins: Vec<Option<usize>> = vec![None; sources.len()];
    // For each source, the way on which it was met; a way ends where it meets itself or an earlier one.
    let mut met = vec![usize::MAX; sources.len()];
    for source in 0..sources.len() {
        let mut way = Vec::new();
        let mut at = source;
        let origin = loop {
            if let Some(known) = origins[at] {
                break known;
            }
            if met[at] == source {
                // Copies in a circle have no first; one of them stands for all.
                let start = way.iter().position(|s| *s == at).unwrap_or(0);
                break way[start..].iter().copied().min().unwrap_or(at);
            }
            met[at] = source;
            way.push(at);
            match copied(at) {
                Some(next) => at = next,
                None => break at,
            }
        };
        for passed in way {
            origins[passed] = Some(origin);
        }
    }
    let origin = |(source, origin): (usize, Option<usize>)| origin.unwrap_or(source);
    origins.into_iter().enumerate().map(origin).collect()
}

/// The one figure that a statement's quantity is written as.
fn single_figure(language: Language, text: &str) -> Option<Quantity> {
    let mut found = crate::figures::read(language.lexicon(), text, &crate::text::tokens(text));
    if found.len() == 1 { found.pop() } else { None }
}
