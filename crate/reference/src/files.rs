//! The files of a set, read into the core's data.

use crate::Problem;
use plumbline_core::reference::{Derivation, Entity, Property, Set, Source, Statement};
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};
use toml::Spanned;

/// Where something stands in the files of a set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1; 0 for the file as a whole.
    pub line: usize,
}

/// A set with the places its parts come from.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The data, sources in the order of their file names.
    pub set: Set,
    /// For each statement of the set, where it stands.
    pub statements: Vec<Place>,
    /// For each property, where it stands.
    pub properties: Vec<Place>,
    /// For each entity, where it stands.
    pub entities: Vec<Place>,
    /// For each source, its file.
    pub sources: Vec<Place>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SetFile {
    name: String,
    covers: Vec<String>,
    #[serde(default, rename = "derivation")]
    derivations: Vec<Derivation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntitiesFile {
    entity: Vec<Spanned<Entity>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PropertiesFile {
    property: Vec<Spanned<Property>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SourceFile {
    publisher: String,
    title: String,
    #[serde(default)]
    date: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    copy_of: Option<String>,
    /// For reviewers; not packed.
    #[serde(default)]
    #[allow(dead_code)]
    note: String,
    #[serde(default)]
    statement: Vec<Spanned<StatementEntry>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StatementEntry {
    property: String,
    entity: String,
    #[serde(default)]
    object: Option<String>,
    quantity: String,
    #[serde(default)]
    time: Option<String>,
    #[serde(default)]
    before: Option<String>,
    #[serde(default)]
    whole: bool,
    #[serde(default)]
    hypothetical: bool,
    /// Where the document states it: byte offset of the figure and a hash of its sentence. For reviewers; not packed.
    #[serde(default)]
    #[allow(dead_code)]
    at: Vec<String>,
    /// For reviewers; not packed.
    #[serde(default)]
    #[allow(dead_code)]
    note: String,
}

fn read<T: for<'de> Deserialize<'de>>(
    file: &Path,
    problems: &mut Vec<Problem>,
) -> Option<(T, String)> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            problems.push(Problem::new(file, 0, error.to_string()));
            return None;
        }
    };
    match toml::from_str(&text) {
        Ok(value) => Some((value, text)),
        Err(error) => {
            let line = error.span().map_or(0, |span| line_of(&text, span.start));
            problems.push(Problem::new(file, line, error.message().to_owned()));
            None
        }
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    text.get(..offset)
        .map_or(0, |before| before.matches('\n').count() + 1)
}

/// Reads the set in `folder`. What cannot be read comes back as problems beside the rest.
pub fn load(folder: &Path) -> (Loaded, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut loaded = Loaded::default();
    if let Some((file, _)) = read::<SetFile>(&folder.join("set.toml"), &mut problems) {
        loaded.set.name = file.name;
        loaded.set.covers = file.covers;
        loaded.set.derivations = file.derivations;
    }
    let path = folder.join("entities.toml");
    if let Some((file, text)) = read::<EntitiesFile>(&path, &mut problems) {
        for entity in file.entity {
            loaded.entities.push(Place {
                file: path.clone(),
                line: line_of(&text, entity.span().start),
            });
            loaded.set.entities.push(entity.into_inner());
        }
    }
    let path = folder.join("properties.toml");
    if let Some((file, text)) = read::<PropertiesFile>(&path, &mut problems) {
        for property in file.property {
            loaded.properties.push(Place {
                file: path.clone(),
                line: line_of(&text, property.span().start),
            });
            loaded.set.properties.push(property.into_inner());
        }
    }
    let mut sources: Vec<PathBuf> = match fs::read_dir(folder.join("sources")) {
        Ok(entries) => entries
            .filter_map(|e| Some(e.ok()?.path()))
            .filter(|p| p.extension().is_some_and(|e| e == "toml"))
            .collect(),
        Err(error) => {
            problems.push(Problem::new(&folder.join("sources"), 0, error.to_string()));
            Vec::new()
        }
    };
    sources.sort();
    for path in sources {
        add_source(&path, &mut loaded, &mut problems);
    }
    (loaded, problems)
}

fn add_source(path: &Path, loaded: &mut Loaded, problems: &mut Vec<Problem>) {
    let Some((file, text)) = read::<SourceFile>(path, problems) else {
        return;
    };
    let index = loaded.set.sources.len();
    loaded.sources.push(Place {
        file: path.to_owned(),
        line: 1,
    });
    loaded.set.sources.push(Source {
        id: path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        publisher: file.publisher,
        title: file.title,
        date: file.date,
        address: file.address,
        copy_of: file.copy_of,
    });
    for entry in file.statement {
        loaded.statements.push(Place {
            file: path.to_owned(),
            line: line_of(&text, entry.span().start),
        });
        let entry = entry.into_inner();
        loaded.set.statements.push(Statement {
            source: index,
            property: entry.property,
            entity: entry.entity,
            object: entry.object,
            quantity: entry.quantity,
            time: entry.time,
            before: entry.before,
            whole: entry.whole,
            hypothetical: entry.hypothetical,
        });
    }
}
