//! The columns of a table of statements, by what they are called: read as rows, and written back.

use super::csv::Table;
use super::{Mapping, Problem, Row};
use crate::toml::Loaded;
use csv::{StringRecord, WriterBuilder};
use plumbline_core::reference::{Set, Source, Statement};
use std::collections::HashMap;

/// The columns of a table, with what else they are called.
const COLUMNS: [(&str, &[&str]); 9] = [
    ("entity", &["subject", "name"]),
    ("property", &["measure", "indicator"]),
    ("quantity", &["value", "figure", "amount"]),
    ("time", &["date", "year", "when"]),
    ("source", &["publisher"]),
    ("address", &["url", "link"]),
    ("object", &[]),
    ("note", &["notes", "comment"]),
    ("flags", &[]),
];

/// Those that a table cannot do without.
const NEEDED: [&str; 3] = ["entity", "property", "quantity"];

/// Reads the rows of a table with the columns `entity, property, quantity, time, source, address[, object, note]`, in
/// whatever order, or laid out as `mapping` says.
pub fn read(text: &str, mapping: Option<&Mapping>) -> (Vec<Row>, Vec<Problem>) {
    let mut problems = Vec::new();
    let Some(table) = Table::read(text, None, &mut problems) else {
        return (Vec::new(), problems);
    };
    let rows = rows(&table, mapping, &mut problems);
    (rows, problems)
}

/// The rows of a table.
pub(crate) fn rows(
    table: &Table,
    mapping: Option<&Mapping>,
    problems: &mut Vec<Problem>,
) -> Vec<Row> {
    if let Some(mapping) = mapping {
        return mapping.rows(table, problems);
    }
    let places = COLUMNS.map(|(name, others)| {
        let mut names = std::iter::once(name).chain(others.iter().copied());
        names.find_map(|name| table.column(name))
    });
    let missing: Vec<&str> = (COLUMNS.iter().zip(places))
        .filter(|((name, _), place)| place.is_none() && NEEDED.contains(name))
        .map(|((name, _), _)| *name)
        .collect();
    if !missing.is_empty() {
        let message = format!(
            "there is no column {}; there are {}. A mapping file says what the columns of another layout mean",
            missing.join(", "),
            table.header.join(", ")
        );
        problems.push(Problem::new(1, "", message));
        return Vec::new();
    }
    for (place, name) in table.header.iter().enumerate() {
        if !places.contains(&Some(place)) && !name.is_empty() {
            let message = "no such column is read: rename it, or take it away";
            problems.push(Problem::new(1, name, message));
        }
    }
    let row = |(line, record): &(usize, StringRecord)| {
        let [
            entity,
            property,
            quantity,
            time,
            source,
            address,
            object,
            note,
            flags,
        ] = places.map(|place| {
            place
                .and_then(|p| record.get(p))
                .unwrap_or("")
                .trim()
                .to_owned()
        });
        Row {
            line: *line,
            entity,
            property,
            quantity,
            time,
            source,
            address,
            object,
            note,
            flags,
            ..Row::default()
        }
    };
    table.rows.iter().map(row).collect()
}

/// Writes the statements of a set as a table, in the order of `order` where it is given. `note` gives the note of a
/// statement by its place. Columns that would be empty are left out, but for the six that every table has.
pub fn write(set: &Set, order: &[usize], note: impl Fn(usize) -> String) -> String {
    let names: HashMap<&str, &str> = (set.entities.iter().rev())
        .map(|entity| (entity.id.as_str(), entity.name.as_str()))
        .collect();
    let rows: Vec<[String; 9]> = order
        .iter()
        .filter_map(|&at| Some(fields(set, &names, set.statements.get(at)?, note(at))))
        .collect();
    let used: Vec<usize> = (0..COLUMNS.len())
        .filter(|&column| column < 6 || rows.iter().any(|row| !row[column].is_empty()))
        .collect();
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    // In memory nothing can go wrong.
    let _ = writer.write_record(used.iter().map(|&column| COLUMNS[column].0));
    for row in &rows {
        let _ = writer.write_record(used.iter().map(|&column| row[column].as_str()));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Who a source is, in one column.
fn who(source: &Source) -> String {
    match (source.publisher.as_str(), source.title.as_str()) {
        ("", _) if source.described == "table" => String::new(),
        ("", title) => title.to_owned(),
        (publisher, title) if publisher == title || title.is_empty() => publisher.to_owned(),
        (publisher, title) => format!("{publisher}: {title}"),
    }
}

/// The order in which a table had the statements of a set, by the lines that these say they are from; that of the set
/// for those that say none.
pub fn order(loaded: &Loaded) -> Vec<usize> {
    let line = |at: &usize| -> usize {
        let from = loaded.at.get(*at).and_then(|at| at.first());
        let line = from.and_then(|from| from.strip_prefix("line "));
        line.and_then(|line| line.parse().ok())
            .unwrap_or(usize::MAX)
    };
    let mut order: Vec<usize> = (0..loaded.set.statements.len()).collect();
    order.sort_by_key(line);
    order
}

fn fields(
    set: &Set,
    names: &HashMap<&str, &str>,
    statement: &Statement,
    note: String,
) -> [String; 9] {
    let name = |id: &String| {
        names
            .get(id.as_str())
            .map_or_else(|| id.clone(), |name| (*name).to_owned())
    };
    let source = set.sources.get(statement.source);
    let time = match (&statement.time, &statement.before) {
        (Some(time), _) => time.clone(),
        (None, Some(before)) => format!("before {before}"),
        (None, None) => String::new(),
    };
    let flags = [
        ("whole", statement.whole),
        ("one-of-several", statement.one_of_several),
        ("hypothetical", statement.hypothetical),
    ];
    let flags: Vec<&str> = flags
        .iter()
        .filter(|(_, is)| *is)
        .map(|(name, _)| *name)
        .collect();
    [
        name(&statement.entity),
        statement.property.clone(),
        statement.quantity.clone(),
        time,
        source.map_or_else(String::new, who),
        source.map_or_else(String::new, |source| source.address.clone()),
        statement.object.as_ref().map_or_else(String::new, name),
        note,
        flags.join(" "),
    ]
}
