//! Comma-separated values, as people and programs write them: a byte order mark, semicolons or tabs, quotes around what
//! holds a line break.

use super::Problem;
use csv::{ReaderBuilder, StringRecord};

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
