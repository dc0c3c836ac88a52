//! A set that was made of rows, as the text files of a folder.

use super::Draft;
use plumbline_core::reference::{Entity, Property, Set, Source, Statement};
use plumbline_core::relations::relation;
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The files that were made, or added to.
    pub files: Vec<PathBuf>,
}

/// Writes a draft into a folder; what a set in it has already is left as it is: new entities, properties and sources are
/// added to it. `base` is what the draft was made from.
///
/// # Errors
/// When a file cannot be written.
pub fn write(draft: &Draft, base: &Set, folder: &Path) -> io::Result<Written> {
    let mut written = Written::default();
    let sources = folder.join("sources");
    fs::create_dir_all(&sources)?;
    let set = &draft.set;
    let path = folder.join("set.toml");
    if !path.exists() {
        let covers: Vec<String> = set.covers.iter().map(|line| quoted(line)).collect();
        let text = format!(
            "name = {}\ncovers = [{}]\n",
            quoted(&set.name),
            covers.join(", ")
        );
        fs::write(&path, text)?;
        written.files.push(path);
    }
    let entities: String = set.entities[base.entities.len()..]
        .iter()
        .map(entity)
        .collect();
    add(&folder.join("entities.toml"), &entities, &mut written)?;
    let own = set.properties[base.properties.len()..].iter();
    let own = own.filter(|property| relation(&property.id).is_none());
    let properties: String = own.map(property).collect();
    add(&folder.join("properties.toml"), &properties, &mut written)?;
    for (at, source) in set.sources.iter().enumerate() {
        let mut text = head(source);
        let stated = set
            .statements
            .iter()
            .enumerate()
            .filter(|(_, s)| s.source == at);
        for (index, statement) in stated {
            text += &entry(statement, draft.lines[index], &draft.notes[index]);
        }
        let path = sources.join(format!("{}.toml", source.id));
        fs::write(&path, text)?;
        written.files.push(path);
    }
    Ok(written)
}

/// Adds to a file; nothing is no file.
fn add(path: &Path, text: &str, written: &mut Written) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    let mut file = fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)?;
    io::Write::write_all(&mut file, text.as_bytes())?;
    written.files.push(path.to_owned());
    Ok(())
}

fn quoted(value: &str) -> String {
    toml::Value::String(value.to_owned()).to_string()
}

fn list(values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
    format!("[{}]", values.join(", "))
}

fn entity(entity: &Entity) -> String {
    let mut text = format!(
        "\n[[entity]]\nid = {}\nname = {}\nkind = {}\n",
        quoted(&entity.id),
        quoted(&entity.name),
        quoted(&entity.kind)
    );
    if !entity.aliases.is_empty() {
        let _ = writeln!(text, "aliases = {}", list(&entity.aliases));
    }
    text
}

fn property(property: &Property) -> String {
    let kinds: Vec<String> = property
        .kinds
        .iter()
        .map(|kind| kind.name().to_owned())
        .collect();
    let behaviour = toml::Value::try_from(property.behaviour)
        .map_or_else(|_| quoted("state"), |value| value.to_string());
    let mut text = format!(
        "\n[[property]]\nid = {}\nlabel = {}\nkinds = {}\nbehaviour = {behaviour}\nentity = {}\n",
        quoted(&property.id),
        quoted(&property.label),
        list(&kinds),
        list(&property.entity)
    );
    let more = [
        ("units", &property.units),
        ("object", &property.object),
        ("labels", &property.labels),
        ("words", &property.words),
    ];
    for (key, values) in more.iter().filter(|(_, values)| !values.is_empty()) {
        let _ = writeln!(text, "{key} = {}", list(values));
    }
    text
}

fn head(source: &Source) -> String {
    let mut text = String::new();
    let fields = [
        ("publisher", &source.publisher),
        ("described", &source.described),
        ("date", &source.date),
        ("address", &source.address),
    ];
    for (key, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(text, "{key} = {}", quoted(value));
    }
    let title = if source.title.is_empty() {
        "Untitled table"
    } else {
        &source.title
    };
    let _ = writeln!(text, "title = {}", quoted(title));
    text
}

fn entry(statement: &Statement, line: usize, note: &str) -> String {
    let mut text = format!(
        "\n[[statement]]\nproperty = {}\nentity = {}\n",
        quoted(&statement.property),
        quoted(&statement.entity)
    );
    if let Some(object) = &statement.object {
        let _ = writeln!(text, "object = {}", quoted(object));
    }
    let _ = writeln!(text, "quantity = {}", quoted(&statement.quantity));
    for (key, time) in [("time", &statement.time), ("before", &statement.before)] {
        if let Some(time) = time {
            let _ = writeln!(text, "{key} = {}", quoted(time));
        }
    }
    let flags = [
        ("whole", statement.whole),
        ("one-of-several", statement.one_of_several),
        ("hypothetical", statement.hypothetical),
    ];
    for (key, _) in flags.iter().filter(|(_, is)| *is) {
        let _ = writeln!(text, "{key} = true");
    }
    let _ = writeln!(text, "at = [{}]", quoted(&format!("line {line}")));
    if !note.is_empty() {
        let _ = writeln!(text, "note = {}", quoted(note));
    }
    text
}
