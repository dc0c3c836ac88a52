//! What is wrong with a set, with file and line.

use super::files::{Loaded, load};
use plumbline_core::calendar::Period;
use plumbline_core::check::unclosed;
use plumbline_core::figures::{self, Kind, Unit};
use plumbline_core::reference::{Property, Reference};
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
    let mut seen_ids = HashSet::new();
    let mut names: HashMap<&str, &str> = HashMap::new();
    for (entity, place) in loaded.set.entities.iter().zip(&loaded.entities) {
        let mut tell = |message| problems.push(Problem::new(&place.file, place.line, message));
        if !seen_ids.insert(&entity.id) {
            tell(format!("the id {:?} is used twice", entity.id));
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

/// The name of the unit that a figure with `unit` is read with, where that is a measure.
fn measured_in(unit: &str) -> Option<String> {
    let text = format!("5 {unit}");
    match figures::read(&text, &tokens(&text)).as_slice() {
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
            if let Err(why) = relations::check(line) {
                tell(format!("the words {line:?} cannot be read: {why}"));
            }
        }
    }
}

fn check_derivations(loaded: &Loaded, problems: &mut Vec<Problem>) {
    for (derivation, place) in loaded.set.derivations.iter().zip(&loaded.derivations) {
        let mut tell = |message| problems.push(Problem::new(&place.file, place.line, message));
        let takes = derivation.by.takes();
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
    let copied: Vec<Option<usize>> = sources
        .iter()
        .map(|source| {
            let id = source.copy_of.as_ref()?;
            sources.iter().position(|s| s.id == *id)
        })
        .collect();
    for (index, (source, place)) in sources.iter().zip(&loaded.sources).enumerate() {
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
        if source.publisher.is_empty() {
            tell(place.publisher, String::from("publisher must be given"));
        }
        if source.title.is_empty() {
            tell(place.title, String::from("title must be given"));
        }
        match (&source.copy_of, copied[index]) {
            (Some(other), None) => tell(
                place.copy_of,
                format!("copy-of names {other:?}, and there is no such source"),
            ),
            (Some(other), Some(_)) if is_copy_of_itself(index, &copied) => tell(
                place.copy_of,
                format!("copy-of {other:?} leads back here: a source cannot be a copy of itself"),
            ),
            _ => {}
        }
    }
}

/// Whether the way from copy to original comes back to the source it starts at.
fn is_copy_of_itself(source: usize, copied: &[Option<usize>]) -> bool {
    std::iter::successors(copied[source], |at| copied[*at])
        .take(copied.len())
        .any(|at| at == source)
}

fn check_statements(loaded: &Loaded, problems: &mut Vec<Problem>) {
    let mut seen: HashMap<_, usize> = HashMap::new();
    for (index, (statement, place)) in loaded
        .set
        .statements
        .iter()
        .zip(&loaded.statements)
        .enumerate()
    {
        let mut tell = |message| problems.push(Problem::new(&place.file, place.line, message));
        let kind_of = |id: &str| {
            loaded
                .set
                .entities
                .iter()
                .find(|e| e.id == id)
                .map(|e| &e.kind)
        };
        let Some(property) = loaded
            .set
            .properties
            .iter()
            .find(|p| p.id == statement.property)
        else {
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
        match figures::read(&statement.quantity, &tokens(&statement.quantity)).as_slice() {
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
    let (reference, _) = Reference::new(loaded.set.clone());
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
    let read = |text: &str| figures::read(text, &tokens(text)).into_iter().next();
    matches!((read(a), read(b)), (Some(a), Some(b)) if !a.rounding.meets(&b.rounding))
}
