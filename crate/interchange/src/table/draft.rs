//! Rows into a set.

use super::duplicates::Stated;
use super::{Problem, Row};
use crate::toml::take_what_is_stated;
use plumbline_core::calendar::Period;
use plumbline_core::figures::{self, Kind, Quantity, Unit};
use plumbline_core::language::Language;
use plumbline_core::reference::{Behaviour, Entity, Property, Set, Source, Statement};
use plumbline_core::relations::{self, relation};
use plumbline_core::text::tokens;
use std::collections::{HashMap, HashSet};

/// What a thing is where nothing says what it is.
const THING: &str = "thing";

/// A set that was made of rows.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// The set.
    pub set: Set,
    /// For each of its statements, the line that says it.
    pub lines: Vec<usize>,
    /// For each of its statements, the note.
    pub notes: Vec<String>,
    /// What each row was read as.
    pub read: Vec<ReadRow>,
}

/// What a row was read as, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadRow {
    /// Its line.
    pub line: usize,
    /// What it is about: "the population of Orrin".
    pub about: String,
    /// The figure as it is written.
    pub quantity: String,
    /// What it stands for: "from 13.5 to 14.5".
    pub value: String,
    /// When.
    pub time: String,
    /// Who says so.
    pub source: String,
}

/// Makes a set of rows: of entities and properties that `base` has, of relations that ship, and of new ones. Rows that
/// cannot be read come back as problems beside the rest.
pub fn draft(language: Language, name: &str, rows: &[Row], base: &Set) -> (Draft, Vec<Problem>) {
    let mut making = Making::new(language, name, base);
    for row in rows {
        making.add(row);
    }
    making.finish()
}

struct Making {
    language: Language,
    name: String,
    draft: Draft,
    problems: Vec<Problem>,
    /// Entities by id and by their names in lower case.
    entities: HashMap<String, usize>,
    ids: HashSet<String>,
    properties: HashMap<String, usize>,
    /// Properties that are made of what the rows hold.
    new: HashSet<usize>,
    sources: HashMap<(String, String), usize>,
    source_ids: HashSet<String>,
    stated: Stated,
}

/// Somebody or something that a row names.
struct Named<'r> {
    /// The column that names it.
    column: &'r str,
    name: &'r str,
    kind: &'r str,
    /// Other names of it.
    aliases: &'r [String],
}

impl<'r> Named<'r> {
    fn of(column: &'r str, name: &'r str, (kind, aliases): (&'r str, &'r [String])) -> Self {
        Self {
            column,
            name,
            kind,
            aliases,
        }
    }
}

impl Making {
    fn new(language: Language, name: &str, base: &Set) -> Self {
        let mut making = Self {
            language,
            name: name.to_owned(),
            draft: Draft {
                set: Set {
                    name: if base.name.is_empty() {
                        name.to_owned()
                    } else {
                        base.name.clone()
                    },
                    covers: base.covers.clone(),
                    entities: base.entities.clone(),
                    properties: base.properties.clone(),
                    derivations: base.derivations.clone(),
                    ..Set::default()
                },
                ..Draft::default()
            },
            problems: Vec::new(),
            entities: HashMap::new(),
            ids: HashSet::new(),
            properties: HashMap::new(),
            new: HashSet::new(),
            sources: HashMap::new(),
            source_ids: base
                .sources
                .iter()
                .map(|source| source.id.clone())
                .collect(),
            stated: Stated::default(),
        };
        for (at, entity) in base.entities.iter().enumerate() {
            making.know(entity, at);
        }
        let properties = base.properties.iter().enumerate();
        making.properties = properties.map(|(at, p)| (p.id.clone(), at)).collect();
        making
    }

    fn know(&mut self, entity: &Entity, at: usize) {
        self.ids.insert(entity.id.clone());
        let names = std::iter::once(&entity.name).chain(&entity.aliases);
        for name in names.chain([&entity.id]) {
            self.entities.entry(name.to_lowercase()).or_insert(at);
        }
    }

    /// Reads a row; what is wrong with it is told, and then it states nothing.
    fn add(&mut self, row: &Row) {
        let before = self.problems.len();
        for (column, value) in [
            ("entity", &row.entity),
            ("property", &row.property),
            ("quantity", &row.quantity),
        ] {
            if value.is_empty() {
                self.tell(row, column, "it is empty");
            }
        }
        let quantity = if row.quantity.is_empty() {
            None
        } else {
            self.quantity(row)
        };
        let time = self.time(row);
        let flags = self.flags(row);
        let (Some(quantity), Some((time, earlier)), Some(flags)) = (quantity, time, flags) else {
            return;
        };
        if self.problems.len() > before {
            return;
        }
        let Some(property) = self.property(row, &quantity) else {
            return;
        };
        let takes = |kinds: &[String]| match kinds.first().map_or(THING, String::as_str) {
            "any" => THING.to_owned(),
            kind => kind.to_owned(),
        };
        let about = &self.draft.set.properties[property];
        let (entity_kind, object_kind) = (takes(&about.entity), takes(&about.object));
        let needs_object = !about.object.is_empty();
        match (needs_object, row.object.is_empty()) {
            (true, true) => return self.tell(row, "object", "this property needs one"),
            (false, false) => return self.tell(row, "object", "this property takes none"),
            _ => {}
        }
        let kind = if row.kind.is_empty() {
            entity_kind
        } else {
            row.kind.clone()
        };
        let named = Named::of("entity", &row.entity, (&kind, &row.aliases));
        let Some(entity) = self.entity(row, &named) else {
            return;
        };
        let object = if needs_object {
            let named = Named::of("object", &row.object, (&object_kind, &[]));
            let Some(object) = self.entity(row, &named) else {
                return;
            };
            Some(object)
        } else {
            None
        };
        let source = self.source(row);
        let set = &self.draft.set;
        let id = |at: usize| set.entities[at].id.clone();
        let statement = Statement {
            source,
            property: set.properties[property].id.clone(),
            entity: id(entity),
            object: object.map(id),
            quantity: row.quantity.clone(),
            time,
            before: earlier,
            whole: flags[0],
            one_of_several: flags[1],
            hypothetical: flags[2],
        };
        if let Some(message) = self.stated.before(&statement, &quantity, row.line) {
            self.tell(row, "", &message);
            return;
        }
        let name = |at: usize| set.entities[at].name.as_str();
        let about = (name(entity), object.map(name));
        self.draft
            .read
            .push(read_row(set, about, &statement, &quantity, row.line));
        self.draft.set.statements.push(statement);
        self.draft.lines.push(row.line);
        self.draft.notes.push(row.note.clone());
    }

    fn tell(&mut self, row: &Row, column: &str, message: &str) {
        let column = match column {
            "quantity" if !row.heading.is_empty() => &row.heading,
            column => column,
        };
        self.problems.push(Problem::new(row.line, column, message));
    }

    /// The one figure that is written there.
    fn quantity(&mut self, row: &Row) -> Option<Quantity> {
        let text = &row.quantity;
        let mut found = figures::read(self.language.lexicon(), text, &tokens(text));
        let message = match found.len() {
            1 => return found.pop(),
            0 => format!("{text:?} is read as no figure"),
            _ => {
                let each: Vec<&str> = found
                    .iter()
                    .filter_map(|q| text.get(q.start..q.end))
                    .collect();
                format!(
                    "{text:?} is read as several figures ({}): write one",
                    each.join(", ")
                )
            }
        };
        self.tell(row, "quantity", &message);
        None
    }

    /// When it held, or before when: as sets write times, or as texts do.
    fn time(&mut self, row: &Row) -> Option<(Option<String>, Option<String>)> {
        let text = row.time.as_str();
        if text.is_empty() {
            return Some((None, None));
        }
        let (earlier, text) = match text.strip_prefix("before ") {
            Some(rest) => (true, rest.trim()),
            None => (false, text),
        };
        let label = if Period::parse(text).is_some() {
            Some(text.to_owned())
        } else {
            self.written_time(text)
        };
        let Some(label) = label else {
            let message = format!(
                "{text:?} is no time: write YYYY, YYYY-MM, YYYY-MM-DD, two of them with / between, or a date in words"
            );
            self.tell(row, "time", &message);
            return None;
        };
        Some(if earlier {
            (None, Some(label))
        } else {
            (Some(label), None)
        })
    }

    /// "June 2025", "13 June 2025".
    fn written_time(&self, text: &str) -> Option<String> {
        let found = figures::read(self.language.lexicon(), text, &tokens(text));
        let [quantity] = found.as_slice() else {
            return None;
        };
        let whole = quantity.outer_start == 0 && quantity.outer_end == text.len();
        let label = quantity.period(None).filter(|_| whole)?.label();
        Some(label).filter(|label| !label.is_empty())
    }

    fn flags(&mut self, row: &Row) -> Option<[bool; 3]> {
        const NAMES: [&str; 3] = ["whole", "one-of-several", "hypothetical"];
        let mut flags = [false; 3];
        for word in row.flags.split_whitespace() {
            let Some(at) = NAMES.iter().position(|name| *name == word) else {
                let message = format!("{word:?} is none: there are {}", NAMES.join(", "));
                self.tell(row, "flags", &message);
                return None;
            };
            flags[at] = true;
        }
        Some(flags)
    }

    /// The property of a row, made where neither the set nor what ships has it.
    fn property(&mut self, row: &Row, quantity: &Quantity) -> Option<usize> {
        let id = slug(&row.property);
        let known = self
            .properties
            .get(&row.property)
            .or_else(|| self.properties.get(&id));
        let at = if let Some(at) = known {
            *at
        } else {
            let property = match relation(&id) {
                Some(relation) => relation,
                None if id.is_empty() => {
                    self.tell(row, "property", "it has no letter");
                    return None;
                }
                None => {
                    self.new.insert(self.draft.set.properties.len());
                    made(self.language, &id, row, quantity)
                }
            };
            self.draft.set.properties.push(property);
            self.properties
                .insert(id, self.draft.set.properties.len() - 1);
            self.draft.set.properties.len() - 1
        };
        let property = &mut self.draft.set.properties[at];
        if self.new.contains(&at) {
            // What a new one takes is what its rows hold.
            widen(property, quantity);
            return Some(at);
        }
        if !property.takes(quantity) {
            let kinds: Vec<&str> = property.kinds.iter().map(|kind| kind.name()).collect();
            let of = if property.units.is_empty() {
                String::new()
            } else {
                format!(" of {}", property.units.join(", "))
            };
            let message = format!(
                "{:?} is read as {}, and {:?} takes {}{of}",
                row.quantity,
                quantity.kind.name(),
                property.id,
                kinds.join(", ")
            );
            self.tell(row, "quantity", &message);
            return None;
        }
        Some(at)
    }

    /// The entity of that name or id, made where there is none.
    fn entity(&mut self, row: &Row, named: &Named<'_>) -> Option<usize> {
        let &Named {
            column,
            name,
            kind,
            aliases,
        } = named;
        if let Some(at) = self.entities.get(&name.to_lowercase()) {
            return Some(*at);
        }
        if !name.contains(char::is_alphabetic) {
            self.tell(
                row,
                column,
                &format!("{name:?} is no name: it would be read as a figure"),
            );
            return None;
        }
        let only_common = tokens(name)
            .iter()
            .all(|t| self.language.is_function_word(t.of(name)));
        if only_common {
            self.tell(
                row,
                column,
                &format!("{name:?} is no name: such words stand in every text"),
            );
            return None;
        }
        let id = free(&slug(name), THING, &self.ids);
        let taken = |alias: &&String| !self.entities.contains_key(&alias.to_lowercase());
        let entity = Entity {
            id,
            name: name.to_owned(),
            kind: kind.to_owned(),
            aliases: aliases.iter().filter(taken).cloned().collect(),
            ..Entity::default()
        };
        let at = self.draft.set.entities.len();
        self.know(&entity, at);
        self.draft.set.entities.push(entity);
        Some(at)
    }

    fn source(&mut self, row: &Row) -> usize {
        let title = if row.source.is_empty() {
            &self.name
        } else {
            &row.source
        };
        let key = (row.source.clone(), row.address.clone());
        if let Some(at) = self.sources.get(&key) {
            return *at;
        }
        let at = self.draft.set.sources.len();
        let id = free(&slug(title), "source", &self.source_ids);
        self.source_ids.insert(id.clone());
        self.draft.set.sources.push(Source {
            id,
            publisher: row.source.clone(),
            described: if row.source.is_empty() {
                String::from("table")
            } else {
                String::new()
            },
            title: row.source.clone(),
            address: row.address.clone(),
            ..Source::default()
        });
        self.sources.insert(key, at);
        at
    }

    fn finish(mut self) -> (Draft, Vec<Problem>) {
        take_what_is_stated(&mut self.draft.set);
        let set = &mut self.draft.set;
        if set.covers.is_empty() {
            let mut stated: Vec<&str> = set.properties.iter().map(|p| p.id.as_str()).collect();
            stated.sort_unstable();
            set.covers = vec![format!("{}: {}", self.name, stated.join(", "))];
        }
        self.problems.sort();
        (self.draft, self.problems)
    }
}

/// A property that neither the set nor what ships has, as its first row is read.
fn made(language: Language, id: &str, row: &Row, quantity: &Quantity) -> Property {
    let name = row.property.replace(['_', '-'], " ").to_lowercase();
    let words = format!("measure {}", name.replace(' ', "_"));
    let plain = name.chars().all(|c| c.is_ascii_lowercase() || c == ' ');
    Property {
        id: id.to_owned(),
        label: format!("{{entity}}'s {name}"),
        kinds: Vec::new(),
        units: Vec::new(),
        behaviour: match quantity.kind {
            Kind::Age => Behaviour::Age,
            Kind::Year | Kind::Date => Behaviour::Fixed,
            _ => Behaviour::State,
        },
        entity: vec![if row.kind.is_empty() {
            String::from("any")
        } else {
            row.kind.clone()
        }],
        object: if row.object.is_empty() {
            Vec::new()
        } else {
            vec![String::from("any")]
        },
        words: Some(words)
            .filter(|words| plain && relations::check(language, words).is_ok())
            .into_iter()
            .collect(),
        labels: vec![name],
    }
}

/// Lets a property take what a row holds.
fn widen(property: &mut Property, quantity: &Quantity) {
    if !property.kinds.contains(&quantity.kind) {
        property.kinds.push(quantity.kind);
    }
    let unit = match &quantity.unit {
        Unit::Noun(noun) => Some(noun.head()),
        Unit::Named(name) if quantity.kind == Kind::Dimension => Some(name.as_str()),
        _ => None,
    };
    if let Some(unit) = unit.filter(|unit| !property.units.iter().any(|u| u == unit)) {
        property.units.push(unit.to_owned());
    }
}

fn read_row(
    set: &Set,
    (entity, object): (&str, Option<&str>),
    statement: &Statement,
    quantity: &Quantity,
    line: usize,
) -> ReadRow {
    let property = set.properties.iter().find(|p| p.id == statement.property);
    let label = property.map_or("", |p| p.label.as_str());
    let about = label.replace("{entity}", entity);
    let about = object.map_or(about.clone(), |object| about.replace("{object}", object));
    let time = match (&statement.time, &statement.before) {
        (Some(time), _) => time.clone(),
        (None, Some(before)) => format!("before {before}"),
        (None, None) => String::new(),
    };
    ReadRow {
        line,
        about,
        quantity: statement.quantity.clone(),
        value: value(quantity),
        time,
        source: set
            .sources
            .get(statement.source)
            .map_or_else(String::new, |s| s.title.clone()),
    }
}

/// What a figure stands for: its kind, its unit, and between which values.
fn value(quantity: &Quantity) -> String {
    let unit = match &quantity.unit {
        Unit::Currency(code) => format!(" {code}"),
        Unit::Named(name) => format!(" {name}"),
        Unit::Noun(noun) => format!(" {}", noun.words),
        Unit::None => String::new(),
    };
    let kind = quantity.kind.name();
    if quantity.dates.is_some() {
        return kind.to_owned();
    }
    let low = quantity.interval.low.map(|bound| bound.value.normalize());
    let high = quantity.interval.high.map(|bound| bound.value.normalize());
    match (low, high) {
        (Some(low), Some(high)) if low == high => format!("{kind} {low}{unit}"),
        (Some(low), Some(high)) => format!("{kind} from {low} to {high}{unit}"),
        (Some(low), None) => format!("{kind} from {low}{unit}"),
        (None, Some(high)) => format!("{kind} up to {high}{unit}"),
        (None, None) => format!("{kind}{unit}"),
    }
}

/// A name as an id: its letters and digits in lower case, hyphens between.
pub(super) fn slug(name: &str) -> String {
    let mut id = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.trim_end_matches('-').chars().take(60).collect()
}

/// An id that is not taken.
fn free(id: &str, otherwise: &str, taken: &HashSet<String>) -> String {
    let id = if id.is_empty() { otherwise } else { id };
    if !taken.contains(id) {
        return id.to_owned();
    }
    // Of so many and one ids one at least is not taken.
    let mut numbered = (2..=taken.len() + 2).map(|n| format!("{id}-{n}"));
    numbered.find(|id| !taken.contains(id)).unwrap_or_default()
}
