//! The files of a set, read into the core's data.

use super::Problem;
use plumbline_core::figures::Kind;
use plumbline_core::reference::{Behaviour, Derivation, Entity, Property, Set, Source, Statement};
use plumbline_core::relations::relation;
use serde::Deserialize;
use std::collections::HashMap;
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
    /// For each statement, where its document states it.
    pub at: Vec<Vec<String>>,
    /// For each statement, what reviewers are told of it.
    pub notes: Vec<String>,
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
    property: Vec<Spanned<PropertyEntry>>,
}

/// What a set says of a property: all of it, or what it says otherwise than the relation that ships under its id.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PropertyEntry {
    id: String,
    label: Option<String>,
    kinds: Option<Vec<Kind>>,
    units: Option<Vec<String>>,
    behaviour: Option<Behaviour>,
    entity: Option<Vec<String>>,
    object: Option<Vec<String>>,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    labels: Vec<String>,
}

impl PropertyEntry {
    /// The property, as the relation that ships has it where the entry is silent.
    fn property(self) -> Result<Property, String> {
        let base = if let Some(relation) = relation(&self.id) {
            relation
        } else {
            let missing = |what: &str| {
                format!(
                    "{:?} needs {what}: no relation that ships is called so",
                    self.id
                )
            };
            Property {
                id: self.id.clone(),
                label: self.label.clone().ok_or_else(|| missing("a label"))?,
                kinds: self.kinds.clone().ok_or_else(|| missing("kinds"))?,
                units: Vec::new(),
                behaviour: self.behaviour.ok_or_else(|| missing("a behaviour"))?,
                entity: self.entity.clone().ok_or_else(|| missing("an entity"))?,
                object: Vec::new(),
                words: Vec::new(),
                labels: Vec::new(),
            }
        };
        let mut labels = base.labels;
        labels.extend(self.labels);
        Ok(Property {
            id: self.id,
            label: self.label.unwrap_or(base.label),
            kinds: self.kinds.unwrap_or(base.kinds),
            units: self.units.unwrap_or(base.units),
            behaviour: self.behaviour.unwrap_or(base.behaviour),
            entity: self.entity.unwrap_or(base.entity),
            object: self.object.unwrap_or(base.object),
            words: self.words,
            labels,
        })
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SourceFile {
    #[serde(default)]
    publisher: Option<Spanned<String>>,
    /// What it is, where it does not say who published it.
    #[serde(default)]
    described: String,
    title: Spanned<String>,
    #[serde(default)]
    date: Option<Spanned<String>>,
    /// Whether the document does not say its date itself.
    #[serde(default)]
    undated: bool,
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
    /// Where the document states it: block, byte of the figure and hash of the block, or the line of a table. For
    /// reviewers; not packed.
    #[serde(default)]
    at: Vec<String>,
    /// For reviewers; not packed.
    #[serde(default)]
    note: String,
}

fn read<T: for<'de> Deserialize<'de>>(
    file: &Path,
    problems: &mut Vec<Problem>,
) -> Option<(T, Lines)> {
    let text = match text_of(file) {
        Ok(text) => text,
        Err(error) => {
            problems.push(Problem::new(file, 0, error.to_string()));
            return None;
        }
    };
    match toml::from_str(&text) {
        Ok(value) => Some((value, Lines::of(&text))),
        Err(error) => {
            let line = error
                .span()
                .map_or(0, |span| Lines::of(&text).at(span.start));
            problems.push(Problem::new(file, line, error.message().to_owned()));
            None
        }
    }
}

/// The text of a file; what is none, as a pipe or a device, may have no end.
fn text_of(file: &Path) -> io::Result<String> {
    if !fs::metadata(file)?.is_file() {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "is no file, and not read",
        ));
    }
    fs::read_to_string(file)
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self(std::iter::once(0).chain(breaks).collect())
    }

    /// The line that holds a byte, from 1.
    fn at(&self, offset: usize) -> usize {
        self.0.partition_point(|start| *start <= offset)
    }
}

/// Reads the set in `folder`. What cannot be read comes back as problems beside the rest.
pub fn load(folder: &Path) -> (Loaded, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut loaded = Loaded::default();
    let path = folder.join("set.toml");
    if let Some((file, lines)) = read::<SetFile>(&path, &mut problems) {
        loaded.set.name = file.name;
        loaded.set.covers = file.covers;
        for derivation in file.derivations {
            loaded.derivations.push(Place {
                file: path.clone(),
                line: lines.at(derivation.span().start),
            });
            loaded.set.derivations.push(derivation.into_inner());
        }
    }
    let path = folder.join("entities.toml");
    if let Some((file, lines)) = read::<EntitiesFile>(&path, &mut problems) {
        for entity in file.entity {
            loaded.entities.push(Place {
                file: path.clone(),
                line: lines.at(entity.span().start),
            });
            loaded.set.entities.push(entity.into_inner());
        }
    }
    let path = folder.join("properties.toml");
    // A set that states only what relations that ship are about has none of its own.
    if path.exists()
        && let Some((file, lines)) = read::<PropertiesFile>(&path, &mut problems)
    {
        for entry in file.property {
            let line = lines.at(entry.span().start);
            match entry.into_inner().property() {
                Ok(property) => {
                    loaded.set.properties.push(property);
                    loaded.properties.push(Place {
                        file: path.clone(),
                        line,
                    });
                }
                Err(message) => problems.push(Problem::new(&path, line, message)),
            }
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
    add_relations(&mut loaded);
    (loaded, problems)
}

/// Adds the relations that ship which statements or derivations name and the set does not define itself.
fn add_relations(loaded: &mut Loaded) {
    let set = &mut loaded.set;
    let stated = set
        .statements
        .iter()
        .zip(&loaded.statements)
        .map(|(statement, place)| (&statement.property, place));
    let derived =
        set.derivations
            .iter()
            .zip(&loaded.derivations)
            .flat_map(|(derivation, place)| {
                std::iter::once(&derivation.gives)
                    .chain(&derivation.from)
                    .map(move |term| (&term.property, place))
            });
    for (id, place) in stated.chain(derived) {
        if set.properties.iter().any(|p| p.id == *id) {
            continue;
        }
        if let Some(relation) = relation(id) {
            set.properties.push(relation);
            loaded.properties.push(place.clone());
        }
    }
    take_what_is_stated(set);
}

/// A relation of anything whatever takes what the set's statements are about.
pub(crate) fn take_what_is_stated(set: &mut Set) {
    let kinds: HashMap<&str, &str> = (set.entities.iter().rev())
        .map(|entity| (entity.id.as_str(), entity.kind.as_str()))
        .collect();
    let mut stated: HashMap<&str, [Vec<String>; 2]> = HashMap::new();
    for statement in &set.statements {
        let known = stated.entry(statement.property.as_str()).or_default();
        let named = [Some(&statement.entity), statement.object.as_ref()];
        for (known, id) in known.iter_mut().zip(named) {
            let kind = id.and_then(|id| kinds.get(id.as_str()).copied());
            if let Some(kind) = kind.filter(|kind| !known.iter().any(|k| k == kind)) {
                known.push(kind.to_owned());
            }
        }
    }
    for property in &mut set.properties {
        let [entity, object] = stated.remove(property.id.as_str()).unwrap_or_default();
        for (takes, stated) in [
            (&mut property.entity, entity),
            (&mut property.object, object),
        ] {
            if takes.as_slice() == ["any"] {
                *takes = stated;
            }
        }
    }
}

fn add_source(path: &Path, loaded: &mut Loaded, problems: &mut Vec<Problem>) {
    let Some((file, lines)) = read::<SourceFile>(path, problems) else {
        return;
    };
    let index = loaded.set.sources.len();
    let line = |value: Option<&Spanned<String>>| value.map_or(1, |v| lines.at(v.span().start));
    loaded.sources.push(SourcePlace {
        file: path.to_owned(),
        publisher: line(file.publisher.as_ref()),
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
        publisher: file.publisher.map(Spanned::into_inner).unwrap_or_default(),
        described: file.described,
        title: file.title.into_inner(),
        date: file.date.map(Spanned::into_inner).unwrap_or_default(),
        undated: file.undated,
        address: file.address,
        copy_of: file.copy_of.map(Spanned::into_inner),
    });
    for entry in file.statement {
        loaded.statements.push(Place {
            file: path.to_owned(),
            line: lines.at(entry.span().start),
        });
        let entry = entry.into_inner();
        loaded.at.push(entry.at);
        loaded.notes.push(entry.note);
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
        assert_eq!(
            found,
            [
                "ballot",
                "deals",
                "incidents",
                "infirmary",
                "mission",
                "mountains",
                "rivers",
                "season",
                "verdict"
            ]
            .map(|set| tests.join(set))
        );
        assert!(sets_in(&tests.join("nowhere")).is_err());
    }
}
