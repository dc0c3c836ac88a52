//! Comma-separated values, as people and programs write them: a byte order mark, semicolons or tabs, quotes around what
//! holds a line break; and written back.

use super::{Mapping, Problem, Row};
use crate::toml::Loaded;
use csv::{ReaderBuilder, StringRecord, WriterBuilder};
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

/// A table with its columns by name.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) header: Vec<String>,
    /// Each row with the line on which it begins.
    pub(crate) rows: Vec<(usize, StringRecord)>,
}

impl Table {
    /// Reads a table; the delimiter is what parts its first line, unless it is given.
    pub(crate) fn read(
        text: &str,
        delimiter: Option<u8>,
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // Lines that end as they did on old computers are counted as well.
        let ended = (!text.contains('\n') && text.contains('\r')).then(|| text.replace('\r', "\n"));
        let text = ended.as_deref().unwrap_or(text);
        // Spreadsheets name their delimiter on a line of its own.
        let (text, named, skipped) = match text.strip_prefix("sep=") {
            Some(rest) => {
                let (sign, rest) = rest.split_once('\n').unwrap_or((rest, ""));
                (rest, sign.bytes().next(), 1)
            }
            None => (text, None, 0),
        };
        let delimiter = delimiter.or(named).unwrap_or_else(|| delimiter_of(text));
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        let mut header: Option<Vec<String>> = None;
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    problems.push(Problem::new(number(line) + skipped, "", error.to_string()));
                    continue;
                }
            };
            let line = record.position().map_or(0, |at| line_of(text, at)) + skipped;
            let Some(header) = &header else {
                header = Some(record.iter().map(|name| name.trim().to_owned()).collect());
                continue;
            };
            if record.iter().all(|field| field.trim().is_empty()) {
                continue;
            }
            let extra = record
                .iter()
                .skip(header.len())
                .find(|field| !field.trim().is_empty());
            if let Some(extra) = extra {
                let message = format!(
                    "the table has {} columns, and {extra:?} stands beyond them: is something not quoted?",
                    header.len()
                );
                problems.push(Problem::new(line, "", message));
                continue;
            }
            rows.push((line, record));
        }
        let Some(header) = header else {
            problems.push(Problem::new(1, "", "the table is empty"));
            return None;
        };
        Some(Self { header, rows })
    }

    /// The place of a column by its name, whatever its case.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.header
            .iter()
            .position(|column| column.eq_ignore_ascii_case(name))
    }

    /// The same; that there is none, or more than one, is told.
    pub(crate) fn place(&self, name: &str, problems: &mut Vec<Problem>) -> Option<usize> {
        let place = self.column(name);
        let called = |column: &&String| column.eq_ignore_ascii_case(name);
        let message = match self.header.iter().filter(called).count() {
            0 => format!(
                "there is no such column; there are {}",
                self.header.join(", ")
            ),
            1 => return place,
            _ => String::from("several columns are called so, and only the first is read"),
        };
        problems.push(Problem::new(1, name, message));
        place
    }
}

fn number(line: u64) -> usize {
    usize::try_from(line).unwrap_or(usize::MAX)
}

/// The line on which a record begins: empty lines before it are still to come at its position.
fn line_of(text: &str, at: &csv::Position) -> usize {
    let rest = text.as_bytes().get(number(at.byte())..).unwrap_or_default();
    let ends = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
    number(at.line()) + ends.filter(|byte| **byte == b'\n').count()
}

/// What parts the columns: the sign that stands most often in the first line outside of quotes. A number sign is one
/// only where the next line has as many.
fn delimiter_of(text: &str) -> u8 {
    let signs = [b',', b';', b'\t', b'|', b'#'];
    let (first, rest) = counted(text, signs);
    let (next, _) = counted(rest, signs);
    let most = |usable: &[usize]| {
        // Of equals the first: a table of one column has no delimiter.
        let most = usable.iter().max().copied().unwrap_or(0);
        let place = usable.iter().position(|count| *count == most);
        place.map_or(b',', |place| signs[place])
    };
    if first[4] == next[4] {
        most(&first)
    } else {
        most(&first[..4])
    }
}

/// How often each sign stands in the first line of a text outside of quotes, and what is behind that line.
fn counted(text: &str, signs: [u8; 5]) -> ([usize; 5], &str) {
    let mut quoted = false;
    let mut counts = [0; 5];
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => return (counts, &text[at + 1..]),
            _ if quoted => {}
            _ => {
                for (sign, count) in signs.iter().zip(&mut counts) {
                    *count += usize::from(*sign == byte);
                }
            }
        }
    }
    (counts, "")
}

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
