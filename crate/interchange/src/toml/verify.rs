//! What is wrong with a set, with file and line.

use super::files::{Loaded, load};
use plumbline_core::calendar::Period;
use plumbline_core::check::unclosed;
use plumbline_core::figures::{self, Kind, Unit};
use plumbline_core::language::Language;
use plumbline_core::reference::{DerivationKind, Property, Reference};
use plumbline_core::relations;
use plumbline_core::text::tokens;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::path::{Path, PathBuf};

/// Something wrong with a set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong, and what is expected.
    pub message: String,
}

impl Problem {
    pub(crate) fn new(file: &Path, line: usize, message: String) -> Self {
        Self {
            file: file.to_owned(),
            line,
            message,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Reads and checks the set in `folder`; the problems are in the order of files and lines.
pub fn verify(folder: &Path) -> (Loaded, Vec<Problem>) {
    let (loaded, mut problems) = load(folder);
    check_entities(&loaded, &mut problems);
    check_properties(&loaded, &mut problems);
    check_derivations(&loaded, &mut problems);
    check_sources(&loaded, &mut problems);
    check_statements(&loaded, &mut problems);
    if problems.is_empty() {
        check_arithmetic(&loaded, &mut problems);
    }
    problems.sort();
    (loaded, problems)
}

fn check_entities(loaded: &Loaded, problems: &mut Vec<Problem>) {
    let ids: HashSet<&str> = loaded.set.entities.iter().map(|e| e.id.as_str()).collect();
    let owners: HashMap<&str, &str> = loaded
        .set
        .entities
        .iter()
        .filter_map(|e| Some((e.id.as_str(), e.acts_for.as_deref()?)))
        .collect();
    let circles = circles(&owners);
    let mut seen_ids = HashSet::new();
    let mut names: HashMap<&str, &str> = HashMap::new();
    for (entity, place) in loaded.set.entities.iter().zip(&loaded.entities) {
        let mut tell = |message| problems.push(Problem::new(&place.file, place.line, message));
        if !seen_ids.insert(&entity.id) {
            tell(format!("the id {:?} is used twice", entity.id));
        }
        if entity.id.is_empty() {
            tell(String::from("an entity must have an id"));
        }
        let names_given = std::iter::once(&entity.name).chain(&entity.aliases);
        for name in names_given.chain(&entity.short) {
            if let Some(reason) = names_nobody(name) {
                tell(format!("{name:?} is no name: {reason}"));
            }
        }
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            if let Some(other) = names.insert(name, &entity.id).filter(|o| **o != entity.id) {
                tell(format!(
                    "{name:?} is already a name of {other:?}: no name may mean two entities"
                ));
            }
        }
        if let Some(owner) = entity
            .acts_for
            .as_ref()
            .filter(|o| !ids.contains(o.as_str()))
        {
            tell(format!(
                "acts-for names {owner:?}, which no entity is called"
            ));
        }
        if circles.contains(entity.id.as_str()) {
            tell(format!(
                "acts-for {:?} leads back here: nobody acts for themselves",
                entity.acts_for.as_deref().unwrap_or("")
            ));
        }
        if let Some(pronoun) = entity.pronoun.as_deref()
            && !matches!(pronoun, "he" | "she")
        {
            tell(format!("{pronoun:?} is no pronoun: `he` or `she`"));
        }
    }
    for (entity, place) in loaded.set.entities.iter().zip(&loaded.entities) {
        for name in &entity.short {
            if let Some(other) = names.insert(name, &entity.id).filter(|o| **o != entity.id) {
                problems.push(Problem::new(
                    &place.file,
                    place.line,
                    format!(
                        "{name:?} is already a name of {other:?}: no name may mean two entities"
                    ),
                ));
            }
        }
    }
}

/// Why texts cannot name anybody so, where they cannot.
fn names_nobody(name: &str) -> Option<&'static str> {
    if !name.contains(char::is_alphanumeric) {
        return Some("it has no letter");
    }
    if !name.contains(char::is_alphabetic) {
        return Some("it would be read as a figure");
    }
    tokens(name)
        .iter()
        .all(|token| Language::english().is_function_word(token.of(name)))
        .then_some("such words stand in every text")
}

/// Those of a way from each to the next that come back to themselves.
fn circles<'a>(next: &HashMap<&'a str, &'a str>) -> HashSet<&'a str> {
    let mut circles = HashSet::new();
    // Which way each was reached on: a way that meets an earlier one ends there.
    let mut reached: HashMap<&str, &str> = HashMap::new();
    for start in next.keys() {
        let mut at = *start;
        while !reached.contains_key(at) {
            reached.insert(at, start);
            match next.get(at) {
                Some(on) => at = on,
                None => break,
            }
        }
        // What was reached on this very way, and leads on, is a circle.
        if reached.get(at) == Some(start) && next.contains_key(at) && !circles.contains(at) {
            let mut on = at;
            loop {
                circles.insert(on);
                on = next[on];
                if on == at {
                    break;
                }
            }
        }
    }
    circles
}

/// The name of the unit that a figure with `unit` is read with, where that is a measure.
fn measured_in(unit: &str) -> Option<String> {
    let text = format!("5 {unit}");
    match figures::read(Language::english().lexicon(), &text, &tokens(&text)).as_slice() {
        [figure] if figure.kind == Kind::Dimension => match &figure.unit {
            Unit::Named(name) => Some(name.clone()),
            _ => None,
        },
        _ => None,
    }
}

fn check_figures_of(property: &Property, mut tell: impl FnMut(String)) {
    let takes = |kind| property.kinds.contains(&kind);
    // What is counted can be anything; what is measured is measured in a unit.
    if !takes(Kind::Dimension) || takes(Kind::Count) {
        return;
    }
    for unit in &property.units {
        match measured_in(unit) {
            Some(name) if name == *unit => {}
            Some(name) => tell(format!("the unit {unit:?} is called {name:?}")),
            None => tell(format!("nothing is measured in {unit:?}")),
        }
    }
}

fn check_properties(loaded: &Loaded, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for (property, place) in loaded.set.properties.iter().zip(&loaded.properties) {
        let mut tell = |message| problems.push(Problem::new(&place.file, place.line, message));
        if !seen.insert(&property.id) {
            tell(format!("the id {:?} is used twice", property.id));
        }
        if !property.label.contains("{entity}")
            || property.label.contains("{object}") == property.object.is_empty()
        {
            tell(format!(
                "the label of {:?} must name {{entity}}, and {{object}} when it has one",
                property.id
            ));
        }
        check_figures_of(property, &mut tell);
        for line in &property.words {
            if let Err(why) = relations::check(Language::english(), line) {
                tell(format!("the words {line:?} cannot be read: {why}"));
            }
        }
    }
}

fn check_derivations(loaded: &Loaded, problems: &mut Vec<Problem>) {
    for (derivation, place) in loaded.set.derivations.iter().zip(&loaded.derivations) {
        let mut tell = |message| problems.push(Problem::new(&place.file, place.line, message));
        let takes = match derivation.by {
            DerivationKind::ShareOf => ["a share", "a whole"],
            DerivationKind::WholeOf => ["a part", "its share"],
            DerivationKind::BirthFromAgeAt => ["an age at an event", "the year of the event"],
        };
        if derivation.from.len() != takes.len() {
            tell(format!(
                "this derivation is from {}, and {} given",
                takes.join(" and "),
                match derivation.from.len() {
                    1 => String::from("one term is"),
                    n => format!("{n} terms are"),
                }
            ));
        }
        for term in std::iter::once(&derivation.gives).chain(&derivation.from) {
            match loaded.set.properties.iter().find(|p| p.id == term.property) {
                None => tell(format!(
                    "a derivation names the property {:?}, which is not defined",
                    term.property
                )),
                Some(p) if (term.places.len() == 2) == p.object.is_empty() => {
                    tell(format!(
                        "a derivation writes {:?} with {} places",
                        term.property,
                        term.places.len()
                    ));
                }
                Some(_) => {}
            }
        }
        // A place that the result leaves open is found through a statement about both.
        let bound = |place: &char| {
            derivation.gives.places.contains(place)
                || derivation.from.iter().any(|t| t.places.len() == 2)
        };
        if let Some(open) = derivation
            .from
            .iter()
            .flat_map(|t| &t.places)
            .find(|p| !bound(p))
        {
            tell(format!("nothing says whom {open} stands for"));
        }
    }
}

fn check_sources(loaded: &Loaded, problems: &mut Vec<Problem>) {
    let sources = &loaded.set.sources;
    let ids: HashSet<&str> = sources.iter().map(|s| s.id.as_str()).collect();
    let copied: HashMap<&str, &str> = sources
        .iter()
        .filter_map(|s| Some((s.id.as_str(), s.copy_of.as_deref()?)))
        .collect();
    let circles = circles(&copied);
    for (source, place) in sources.iter().zip(&loaded.sources) {
        let mut tell = |line, message| problems.push(Problem::new(&place.file, line, message));
        if !source.date.is_empty() && Period::parse(&source.date).is_none() {
            tell(
                place.date,
                format!(
                    "date {:?} is none: write YYYY, YYYY-MM or YYYY-MM-DD",
                    source.date
                ),
            );
        }
        if source.publisher.is_empty() && source.described.is_empty() {
            tell(
                place.publisher,
                String::from(
                    "publisher must be given; where the document names none, described says what it is",
                ),
            );
        }
        if source.title.is_empty() {
            tell(place.title, String::from("title must be given"));
        }
        match &source.copy_of {
            Some(other) if !ids.contains(other.as_str()) => tell(
                place.copy_of,
                format!("copy-of names {other:?}, and there is no such source"),
            ),
            Some(other) if circles.contains(source.id.as_str()) => tell(
                place.copy_of,
                format!("copy-of {other:?} leads back here: a source cannot be a copy of itself"),
            ),
            _ => {}
        }
    }
}

fn check_statements(loaded: &Loaded, problems: &mut Vec<Problem>) {
    let (entities, properties) = (&loaded.set.entities, &loaded.set.properties);
    // Where an id is used twice, which is told, the first is meant.
    let kinds: HashMap<&str, _> = entities
        .iter()
        .rev()
        .map(|e| (e.id.as_str(), &e.kind))
        .collect();
    let properties: HashMap<&str, &Property> = properties
        .iter()
        .rev()
        .map(|p| (p.id.as_str(), p))
        .collect();
    let mut seen: HashMap<_, usize> = HashMap::new();
    for (index, (statement, place)) in loaded
        .set
        .statements
        .iter()
        .zip(&loaded.statements)
        .enumerate()
    {
        let mut tell = |message| problems.push(Problem::new(&place.file, place.line, message));
        let kind_of = |id: &str| kinds.get(id).copied();
        let Some(property) = properties.get(statement.property.as_str()) else {
            tell(format!("there is no property {:?}", statement.property));
            continue;
        };
        match kind_of(&statement.entity) {
            None => tell(format!("there is no entity {:?}", statement.entity)),
            Some(kind) if !property.entity.contains(kind) => {
                tell(format!(
                    "{:?} is a {kind}, and {:?} is stated of {:?}",
                    statement.entity, property.id, property.entity
                ));
            }
            Some(_) => {}
        }
        match (&statement.object, property.object.is_empty()) {
            (None, false) => tell(format!("{:?} needs an object", property.id)),
            (Some(_), true) => tell(format!("{:?} takes no object", property.id)),
            (Some(object), false) => match kind_of(object) {
                None => tell(format!("there is no entity {object:?}")),
                Some(kind) if !property.object.contains(kind) => {
                    tell(format!(
                        "{object:?} is a {kind}, and the object of {:?} is one of {:?}",
                        property.id, property.object
                    ));
                }
                Some(_) => {}
            },
            (None, true) => {}
        }
        for date in [&statement.time, &statement.before].into_iter().flatten() {
            if Period::parse(date).is_none() {
                tell(format!(
                    "{date:?} is no date: write YYYY, YYYY-MM, YYYY-MM-DD, or two of them in their order with / between"
                ));
            }
        }
        match figures::read(
            Language::english().lexicon(),
            &statement.quantity,
            &tokens(&statement.quantity),
        )
        .as_slice()
        {
            [figure] if property.takes(figure) => {}
            [figure] => tell(format!(
                "{:?} is read as {}, and {:?} takes {:?} {:?}",
                statement.quantity, figure.kind, property.id, property.kinds, property.units
            )),
            figures => tell(format!(
                "{:?} must hold exactly one figure, and {} are read",
                statement.quantity,
                figures.len()
            )),
        }
        let key = (
            statement.source,
            &statement.property,
            &statement.entity,
            &statement.object,
            &statement.time,
            &statement.before,
            statement.hypothetical,
        );
        if let Some(first) = seen.insert(key, index)
            && contradict(&loaded.set.statements[first].quantity, &statement.quantity)
        {
            tell(format!(
                "the same source states {:?} of the same thing and time in line {}: both cannot be meant",
                loaded.set.statements[first].quantity, loaded.statements[first].line
            ));
        }
    }
}

fn check_arithmetic(loaded: &Loaded, problems: &mut Vec<Problem>) {
    let (reference, _) = Reference::new(Language::english(), loaded.set.clone());
    for (derivation, cell) in unclosed(&reference) {
        let about = reference.name_of(cell);
        let place = &loaded.derivations[derivation];
        problems.push(Problem::new(
            &place.file,
            place.line,
            format!("a derivation gives a value for {about} that no statement agrees with"),
        ));
    }
}

fn contradict(a: &str, b: &str) -> bool {
    let read = |text: &str| {
        figures::read(Language::english().lexicon(), text, &tokens(text))
            .into_iter()
            .next()
    };
    matches!((read(a), read(b)), (Some(a), Some(b)) if !a.rounding.meets(&b.rounding))
}
