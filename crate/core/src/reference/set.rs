//! The plain data of a reference set.

use crate::relations::Property;
use serde::{Deserialize, Serialize};

/// Everything that the text files of a reference set hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Set {
    /// A short name: "Meta and Scale AI, June 2025".
    pub name: String,
    /// What it covers, for people: one line each.
    pub covers: Vec<String>,
    /// What the statements are about.
    pub entities: Vec<Entity>,
    /// What can be stated of an entity.
    pub properties: Vec<Property>,
    /// How properties follow from one another.
    pub derivations: Vec<Derivation>,
    /// The documents.
    pub sources: Vec<Source>,
    /// What the documents state.
    pub statements: Vec<Statement>,
}

/// Somebody or something that figures are about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Entity {
    /// A short id, used by statements.
    pub id: String,
    /// The name shown to people.
    pub name: String,
    /// `organization`, `person`, or any other kind that properties ask for.
    pub kind: String,
    /// Names that always mean this entity (besides `name`).
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Names that mean it only in a text that also uses one of the others: a surname, "Scale".
    #[serde(default)]
    pub short: Vec<String>,
    /// Descriptions that mean it when it was named before: "startup" in "the startup".
    #[serde(default)]
    pub described: Vec<String>,
    /// The entity in whose name this one acts: a chief executive for the company.
    #[serde(default)]
    pub acts_for: Option<String>,
    /// The pronoun of a person, `he` or `she`: the other never means them.
    #[serde(default)]
    pub pronoun: Option<String>,
}

/// A document of the set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// A short id: the name of its file.
    pub id: String,
    /// Who published it; empty when unknown.
    pub publisher: String,
    /// What it is, where it does not say who published it: "technology blog".
    pub described: String,
    /// Its title.
    pub title: String,
    /// When, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty when unknown.
    pub date: String,
    /// Whether it does not say its date itself.
    pub undated: bool,
    /// Where it can be read; empty when unknown.
    pub address: String,
    /// The id of the source this one copies or rewrites; copies count once.
    pub copy_of: Option<String>,
}

impl Source {
    /// What it says of itself, each under the name that tables have for it.
    pub fn told(&self) -> [(&'static str, &String); 6] {
        [
            ("id", &self.id),
            ("publisher", &self.publisher),
            ("described", &self.described),
            ("title", &self.title),
            ("date", &self.date),
            ("address", &self.address),
        ]
    }
}

/// A claim that a source makes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Index in [`Set::sources`].
    pub source: usize,
    /// Id of the property.
    pub property: String,
    /// Id of the entity.
    pub entity: String,
    /// Id of the object, for properties that have one.
    pub object: Option<String>,
    /// The figure as the source writes it, hedge included: "nearly $14 billion".
    pub quantity: String,
    /// When it held or happened, where the source says so.
    pub time: Option<String>,
    /// It held before this time, where the source says only that.
    pub before: Option<String>,
    /// Whether the figure is for the whole of the object, so that the event cannot happen again.
    pub whole: bool,
    /// Whether the same happened at other times too, so that only a figure with its time can be of this one.
    pub one_of_several: bool,
    /// Whether the source only supposes it (talks, plans); kept for completeness, never evidence.
    pub hypothetical: bool,
}

/// A way in which one property follows from others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Derivation {
    /// How.
    pub by: DerivationKind,
    /// What comes out.
    pub gives: Term,
    /// What goes in, in the order that `by` asks for.
    pub from: Vec<Term>,
}

/// The arithmetic of a derivation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DerivationKind {
    /// A share (percent) of a whole.
    ShareOf,
    /// A part divided by its share (percent): the whole.
    WholeOf,
    /// A birth interval from the year of an event and the age at it.
    BirthFromAgeAt,
}

/// A property with the places of its entity and object: `stake(E, O)`, `valuation(O)`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Term {
    /// Id of the property.
    pub property: String,
    /// Which of the two places (`E`, `O`) its entity takes, then its object.
    pub places: Vec<char>,
}

impl TryFrom<String> for Term {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong =
            || format!("{text:?} is no term: write property(E), property(O) or property(E, O)");
        let (property, rest) = text.split_once('(').ok_or_else(wrong)?;
        let inner = rest.strip_suffix(')').ok_or_else(wrong)?;
        let places: Vec<char> = inner
            .split(',')
            .map(str::trim)
            .filter_map(|p| p.chars().next())
            .collect();
        if places.is_empty() || places.len() > 2 || places.iter().any(|p| !matches!(p, 'E' | 'O')) {
            return Err(wrong());
        }
        Ok(Self {
            property: property.trim().to_owned(),
            places,
        })
    }
}

impl From<Term> for String {
    fn from(term: Term) -> Self {
        let places: Vec<String> = term.places.iter().map(char::to_string).collect();
        format!("{}({})", term.property, places.join(", "))
    }
}
