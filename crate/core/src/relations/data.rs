//! The relations that ship, as data.

use crate::figures::Kind;
use crate::language::lines;
use serde::{Deserialize, Serialize};

/// The files of `data/relations`, one after the other, without their comments.
const FILES: &str = include_str!(concat!(env!("OUT_DIR"), "/relations.txt"));

/// Something that can be stated of an entity as a quantity: a relation of the data, or one of a set's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Property {
    /// A short id, used by statements. Where a relation that ships has it, its words are read too.
    pub id: String,
    /// What it is called, with `{entity}` and `{object}`: "{entity}'s stake in {object}".
    pub label: String,
    /// The kinds of quantity it takes: `money`, `percent`, `age`, `count`, `year`, `dimension` …
    pub kinds: Vec<Kind>,
    /// For counts, the heads of the noun phrases it takes ("employee"); for measures, the units.
    #[serde(default)]
    pub units: Vec<String>,
    /// How it behaves in time.
    pub behaviour: Behaviour,
    /// The kinds of entity it takes.
    pub entity: Vec<String>,
    /// The kinds of object it takes; empty when it has none.
    #[serde(default)]
    pub object: Vec<String>,
    /// The words that state it, besides those of the relation that ships; see `docs/reference-set.md`.
    #[serde(default)]
    pub words: Vec<String>,
    /// A word on its own that names it, as the label of a table row or list item: "Valuation".
    #[serde(default)]
    pub labels: Vec<String>,
}

/// How a property behaves in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Behaviour {
    /// Something that happened at a time; the pair may do it again another time.
    Event,
    /// Something that holds for a while and then changes.
    State,
    /// Something that never changes: a founding year, a height.
    Fixed,
    /// An age: a birth interval seen from a date.
    Age,
}

impl Property {
    /// Whether it counts something, and a bare number behind its noun will do ("a headcount of 900").
    pub(crate) fn counts_bare_numbers(&self) -> bool {
        self.kinds.contains(&Kind::Number) && !self.units.is_empty()
    }
}

/// The lines of each relation: its id, then all that is said of it.
fn sections() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES
        .split("\nrelation ")
        .skip(1)
        .filter_map(|section| section.split_once('\n'))
}

/// The lexical lines of the relation of that id; none when there is no such relation.
pub(super) fn words(id: &str) -> impl Iterator<Item = &'static str> + use<> {
    let text = sections()
        .find(|(name, _)| *name == id)
        .map_or("", |(_, text)| text);
    lines(text)
        .map(str::trim)
        .filter(|line| field(line).is_none())
}

/// A line that is no word but a field of the relation: "kinds: money".
fn field(line: &'static str) -> Option<(&'static str, &'static str)> {
    let (name, value) = line.split_once(": ")?;
    matches!(
        name,
        "label" | "kinds" | "units" | "behaviour" | "entity" | "object" | "labels"
    )
    .then_some((name, value))
}

/// The relation that ships under that id, as a property without words of its own.
pub fn relation(id: &str) -> Option<Property> {
    let (name, text) = sections().find(|(name, _)| *name == id)?;
    let value = |key: &str| {
        lines(text)
            .filter_map(|line| field(line.trim()))
            .find(|(name, _)| *name == key)
            .map_or("", |(_, value)| value)
    };
    let list = |key: &str| -> Vec<String> {
        value(key)
            .split(", ")
            .filter(|v| !v.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let behaviour = match value("behaviour") {
        "event" => Behaviour::Event,
        "state" => Behaviour::State,
        "age" => Behaviour::Age,
        _ => Behaviour::Fixed,
    };
    Some(Property {
        id: name.to_owned(),
        label: value("label").to_owned(),
        kinds: list("kinds")
            .iter()
            .filter_map(|kind| kind.parse().ok())
            .collect(),
        units: list("units"),
        behaviour,
        entity: list("entity"),
        object: list("object"),
        words: Vec::new(),
        labels: list("labels"),
    })
}

/// The ids of all relations that ship.
pub fn relations() -> impl Iterator<Item = &'static str> {
    sections().map(|(id, _)| id)
}
