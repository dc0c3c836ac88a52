//! Reference sets as tables: comma-separated values, Wikidata's entities, data packages. Each is read into rows, and rows
//! into a set, so that they are all read alike:
//!
//! ```text
//! csv, columns  a table as people write it ─┐
//! wikidata      entities in JSON            ├─ rows ─ draft ─ a set, and what each row was read as
//! data_package  tables with a description  ─┘
//! ```
//!
//! Nothing is dropped in silence: a row that cannot be read is a problem with its line and its column.

pub mod columns;
mod csv;
pub mod data_package;
mod draft;
mod duplicates;
mod mapping;
mod to_toml;
pub mod wikidata;

pub use draft::{Draft, ReadRow, draft};
pub use mapping::Mapping;
pub use to_toml::{Written, write};

/// What a row says, as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The line of the table on which it begins, from 1.
    pub line: usize,
    /// Whom or what it is about: a name, or the id of an entity of the set.
    pub entity: String,
    /// Other names of that.
    pub aliases: Vec<String>,
    /// What kind of thing that is; empty where the property says it.
    pub kind: String,
    /// What is stated: a relation that ships, a property of the set, or a new one.
    pub property: String,
    /// The figure.
    pub quantity: String,
    /// What the column is called that the figure stands in, where it is not `quantity`.
    pub heading: String,
    /// When it held, or "before" a time; or empty.
    pub time: String,
    /// Who states it.
    pub source: String,
    /// Where that can be read; or empty.
    pub address: String,
    /// What it is directed at; or empty.
    pub object: String,
    /// What else is to be known of it, for reviewers.
    pub note: String,
    /// Further signs: `whole`, `one-of-several`, `hypothetical`.
    pub flags: String,
}

/// Something wrong with a table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// The column, by its name; empty for the row as a whole.
    pub column: String,
    /// What is wrong, and what is expected.
    pub message: String,
}

impl Problem {
    fn new(line: usize, column: &str, message: impl Into<String>) -> Self {
        Self {
            line,
            column: column.to_owned(),
            message: message.into(),
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "line {}", self.line)?;
        if !self.column.is_empty() {
            write!(out, ", column {}", self.column)?;
        }
        write!(out, ": {}", self.message)
    }
}
