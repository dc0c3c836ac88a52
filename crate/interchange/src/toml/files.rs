//! The files of a set, read into the core's data.

use super::Problem;
use plumbline_core::reference::{Derivation, Entity, Property, Set, Source, Statement};
use serde::Deserialize;
use std::fs;
use std::io;
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
    /// For each derivation, where it stands.
    pub derivations: Vec<Place>,
    /// For each source, its file and where its keys stand.
    pub(crate) sources: Vec<SourcePlace>,
}

/// The file of a source, and the lines of what is checked of it; 1 for what is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourcePlace {
    pub(crate) file: PathBuf,
    pub(crate) publisher: usize,
    pub(crate) title: usize,
    pub(crate) date: usize,
    pub(crate) copy_of: usize,
}

/// The sets in a folder: the folders in it that hold a `set.toml`, in the order of their names.
///
/// # Errors
/// When the folder cannot be read.
pub fn sets_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut sets = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.join("set.toml").is_file() {
            sets.push(path);
        }
    }
    sets.sort();
    Ok(sets)
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SetFile {
    name: String,
    covers: Vec<String>,
    #[serde(default, rename = "derivation")]
    derivations: Vec<Spanned<Derivation>>,
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
    publisher: Spanned<String>,
    title: Spanned<String>,
    #[serde(default)]
    date: Option<Spanned<String>>,
    #[serde(default)]
    address: String,
    #[serde(default)]
    copy_of: Option<Spanned<String>>,
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
    #[serde(default, rename = "one-of-several")]
    one_of_several: bool,
    #[serde(default)]
    hypothetical: bool,
    /// Where the document states it: block, byte of the figure and hash of the block. For reviewers; not packed.
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
    let path = folder.join("set.toml");
    if let Some((file, text)) = read::<SetFile>(&path, &mut problems) {
        loaded.set.name = file.name;
        loaded.set.covers = file.covers;
        for derivation in file.derivations {
            loaded.derivations.push(Place {
                file: path.clone(),
                line: line_of(&text, derivation.span().start),
            });
            loaded.set.derivations.push(derivation.into_inner());
        }
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
    let line =
        |value: Option<&Spanned<String>>| value.map_or(1, |v| line_of(&text, v.span().start));
    loaded.sources.push(SourcePlace {
        file: path.to_owned(),
        publisher: line(Some(&file.publisher)),
        title: line(Some(&file.title)),
        date: line(file.date.as_ref()),
        copy_of: line(file.copy_of.as_ref()),
    });
    loaded.set.sources.push(Source {
        id: path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        publisher: file.publisher.into_inner(),
        title: file.title.into_inner(),
        date: file.date.map(Spanned::into_inner).unwrap_or_default(),
        address: file.address,
        copy_of: file.copy_of.map(Spanned::into_inner),
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
            one_of_several: entry.one_of_several,
            hypothetical: entry.hypothetical,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_a_folder_that_holds_one() {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let found = sets_in(&tests).expect("the folder is there");
        assert_eq!(found, [tests.join("deals"), tests.join("mountains")]);
        assert!(sets_in(&tests.join("nowhere")).is_err());
    }
}
