//! Data packages (Frictionless): a folder with `datapackage.json` and the tables that it describes.

use super::columns::{order, rows, write as write_table};
use super::csv::Table;
use super::{Mapping, Problem, Row};
use crate::toml::Loaded;
use csv::WriterBuilder;
use plumbline_core::reference::Source;
use serde::Deserialize;
use serde_json::json;
use std::path::{Component, Path};

/// The name of the description.
pub const DESCRIPTION: &str = "datapackage.json";

#[derive(Debug, Deserialize)]
struct Package {
    #[serde(default)]
    resources: Vec<Resource>,
}

#[derive(Debug, Deserialize)]
struct Resource {
    #[serde(default)]
    name: String,
    #[serde(default)]
    path: Option<Paths>,
    #[serde(default)]
    dialect: Dialect,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Paths {
    One(String),
    Many(Vec<String>),
}

#[derive(Debug, Default, Deserialize)]
struct Dialect {
    #[serde(default)]
    delimiter: Option<String>,
}

/// What is read of a package: rows and problems, each with the table that they are of.
#[derive(Debug, Default)]
pub struct Packaged {
    /// The rows.
    pub rows: Vec<Row>,
    /// What is wrong, by table.
    pub problems: Vec<(String, Problem)>,
}

/// Reads a package's description; `table` gives the text of a table by its path beside it. Tables that have none of a
/// set's columns, and that no mapping is for, are of other things: that is told.
///
/// # Errors
/// When the description cannot be read.
pub fn read(
    description: &str,
    mapping: Option<&Mapping>,
    table: impl Fn(&Path) -> Result<String, String>,
) -> Result<Packaged, String> {
    let package: Package =
        serde_json::from_str(description).map_err(|error| format!("{DESCRIPTION}: {error}"))?;
    if package.resources.is_empty() {
        return Err(format!("{DESCRIPTION}: it names no tables"));
    }
    let mut packaged = Packaged::default();
    for resource in package.resources {
        let paths = match resource.path {
            Some(Paths::One(path)) => vec![path],
            Some(Paths::Many(paths)) => paths,
            None => Vec::new(),
        };
        if paths.is_empty() {
            let problem = Problem::new(
                1,
                "",
                "it has no file beside the description, and is not read",
            );
            packaged.problems.push((resource.name.clone(), problem));
        }
        let delimiter = resource
            .dialect
            .delimiter
            .and_then(|sign| sign.bytes().next());
        for path in paths {
            let mut problems = Vec::new();
            if let Some(text) = beside(&path, &table, &mut problems)
                && let Some(read) = Table::read(&text, delimiter, &mut problems)
            {
                // What a set says besides its statements stands in tables of its own.
                if mapping.is_none()
                    && read.column("entity").is_none()
                    && is_about_the_set(&resource.name)
                {
                    continue;
                }
                packaged.rows.extend(rows(&read, mapping, &mut problems));
            }
            let problems = problems.into_iter().map(|problem| (path.clone(), problem));
            packaged.problems.extend(problems);
        }
    }
    Ok(packaged)
}

fn is_about_the_set(name: &str) -> bool {
    matches!(name, "entities" | "sources")
}

/// The text of a table; only what lies beside the description is read.
fn beside(
    path: &str,
    table: &impl Fn(&Path) -> Result<String, String>,
    problems: &mut Vec<Problem>,
) -> Option<String> {
    let place = Path::new(path);
    let within = place
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let text = if path.contains("://") {
        Err(String::from(
            "it is not beside the description, and nothing is fetched",
        ))
    } else if within {
        table(place)
    } else {
        Err(String::from("it leads out of the package, and is not read"))
    };
    text.map_err(|message| problems.push(Problem::new(1, "", message)))
        .ok()
}

/// A set as a package: the files, each with its name. The statements are the table that [`read`] takes; entities and
/// sources tell the rest.
pub fn write(loaded: &Loaded) -> Vec<(&'static str, String)> {
    let set = &loaded.set;
    let note = |at: usize| loaded.notes.get(at).cloned().unwrap_or_default();
    let statements = write_table(set, &order(loaded), note);
    let columns = statements.lines().next().unwrap_or_default().split(',');
    let fields = |names: Vec<&str>| -> Vec<serde_json::Value> {
        names
            .into_iter()
            .map(|name| json!({ "name": name, "type": "string" }))
            .collect()
    };
    let entity_columns = ["id", "name", "kind", "aliases"];
    let entities = set.entities.iter().map(|entity| {
        let aliases = entity.aliases.join("|");
        [
            entity.id.clone(),
            entity.name.clone(),
            entity.kind.clone(),
            aliases,
        ]
    });
    let source_columns = Source::default().told().map(|(column, _)| column);
    let sources = (set.sources.iter()).map(|source| source.told().map(|(_, text)| text.clone()));
    let resource = |name: &str, fields: Vec<serde_json::Value>| {
        json!({
            "name": name,
            "path": format!("{name}.csv"),
            "profile": "tabular-data-resource",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": { "fields": fields },
        })
    };
    let description = json!({
        "name": super::draft::slug(&set.name),
        "title": set.name,
        "profile": "tabular-data-package",
        "description": set.covers.join("; "),
        "resources": [
            resource("statements", fields(columns.collect())),
            resource("entities", fields(entity_columns.to_vec())),
            resource("sources", fields(source_columns.to_vec())),
        ],
    });
    vec![
        (DESCRIPTION, format!("{description:#}\n")),
        ("statements.csv", statements),
        ("entities.csv", plain(&entity_columns, entities)),
        ("sources.csv", plain(&source_columns, sources)),
    ]
}

fn plain<const N: usize>(columns: &[&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    // In memory nothing can go wrong.
    let _ = writer.write_record(columns);
    for row in rows {
        let _ = writer.write_record(&row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}
