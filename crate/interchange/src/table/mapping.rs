//! What the columns of a table mean that is laid out otherwise: one column a property, or one a year.
//!
//! ```toml
//! entity = "City"                         # the column that names what a row is about
//! kind = "town"
//! source = { value = "Census 2020" }      # the same for every row
//! address = { value = "https://census.example/" }
//!
//! [[quantity]]
//! columns = ["Inhabitants"]
//! property = "population"
//! time = "2020"
//! write = "{} people"                     # where a column holds bare numbers
//!
//! [[quantity]]
//! columns = "years"                       # every column that is called as a year
//! property = "population"
//! write = "{} people"
//! ```

use super::csv::Table;
use super::{Problem, Row};
use csv::StringRecord;
use serde::Deserialize;

/// What the columns of a table mean.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    entity: Field,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    aliases: Option<Field>,
    #[serde(default)]
    source: Option<Field>,
    #[serde(default)]
    address: Option<Field>,
    #[serde(default)]
    object: Option<Field>,
    #[serde(default)]
    note: Option<Field>,
    #[serde(default)]
    time: Option<Field>,
    #[serde(rename = "quantity")]
    quantities: Vec<Quantity>,
}

/// A column by its name, or what is the same for every row.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
enum Field {
    Column(String),
    Fixed(Fixed),
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixed {
    value: String,
}

/// Which columns hold figures, and of what.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Quantity {
    columns: Columns,
    property: Measure,
    #[serde(default)]
    time: Option<String>,
    /// How a figure is written of what the column holds, which stands for `{}`.
    #[serde(default)]
    write: Option<String>,
}

/// A property by its name, or the column that names it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
enum Measure {
    Named(String),
    Column { column: String },
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
enum Columns {
    Years(Years),
    Named(Vec<String>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
enum Years {
    /// Every column that is called as a year is.
    #[serde(rename = "years")]
    Years,
}

impl Mapping {
    /// Reads a mapping file's text.
    ///
    /// # Errors
    /// With the line of what cannot be read.
    pub fn read(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| {
                1 + text[..span.start.min(text.len())].matches('\n').count()
            });
            format!("line {line}: {}", error.message())
        })
    }

    /// The rows of a table: one for each figure of it.
    pub(super) fn rows(&self, table: &Table, problems: &mut Vec<Problem>) -> Vec<Row> {
        let fields = [
            Some(&self.entity),
            self.source.as_ref(),
            self.address.as_ref(),
            self.object.as_ref(),
            self.note.as_ref(),
            self.time.as_ref(),
            self.aliases.as_ref(),
        ]
        .map(|field| found(field, table, problems));
        let [
            Some(entity),
            Some(source),
            Some(address),
            Some(object),
            Some(note),
            Some(time),
            Some(aliases),
        ] = fields
        else {
            return Vec::new();
        };
        let figures = self.figures(table, problems);
        let mut rows = Vec::new();
        for (line, record) in &table.rows {
            for figure in &figures {
                let written = record.get(figure.column).unwrap_or("").trim();
                // An empty cell of a wide table states nothing.
                if written.is_empty() {
                    continue;
                }
                let quantity = match &figure.write {
                    Some(write) => write.replace("{}", written),
                    None => written.to_owned(),
                };
                let aliases = aliases.of(record);
                let aliases = aliases.split('|').map(str::trim);
                rows.push(Row {
                    line: *line,
                    entity: entity.of(record),
                    aliases: aliases
                        .filter(|name| !name.is_empty())
                        .map(str::to_owned)
                        .collect(),
                    kind: self.kind.clone().unwrap_or_default(),
                    property: figure.property.of(record),
                    quantity,
                    heading: table.header[figure.column].clone(),
                    time: match &figure.time {
                        Some(time) => time.clone(),
                        None => time.of(record),
                    },
                    source: source.of(record),
                    address: address.of(record),
                    object: object.of(record),
                    note: note.of(record),
                    flags: String::new(),
                });
            }
        }
        rows
    }

    fn figures<'m>(&'m self, table: &Table, problems: &mut Vec<Problem>) -> Vec<Figures<'m>> {
        let mut all = Vec::new();
        for quantity in &self.quantities {
            let property = match &quantity.property {
                Measure::Named(name) => Ready::Fixed(name),
                Measure::Column { column } => {
                    let Some(place) = table.place(column, problems) else {
                        continue;
                    };
                    Ready::Column(place)
                }
            };
            match &quantity.columns {
                Columns::Named(names) => {
                    for name in names {
                        if let Some(column) = table.place(name, problems) {
                            all.push(Figures {
                                column,
                                property,
                                time: quantity.time.clone(),
                                write: quantity.write.clone(),
                            });
                        }
                    }
                }
                Columns::Years(_) => {
                    let before = all.len();
                    for (column, name) in table
                        .header
                        .iter()
                        .enumerate()
                        .filter(|(_, name)| is_year(name))
                    {
                        all.push(Figures {
                            column,
                            property,
                            time: Some(name.clone()),
                            write: quantity.write.clone(),
                        });
                    }
                    if all.len() == before {
                        let message = format!(
                            "no column is called as a year; there are {}",
                            table.header.join(", ")
                        );
                        problems.push(Problem::new(1, "", message));
                    }
                }
            }
        }
        all
    }
}

/// Where a field stands; none where its column is not there, which is told.
fn found<'m>(
    field: Option<&'m Field>,
    table: &Table,
    problems: &mut Vec<Problem>,
) -> Option<Ready<'m>> {
    match field {
        None => Some(Ready::Fixed("")),
        Some(Field::Fixed(fixed)) => Some(Ready::Fixed(&fixed.value)),
        Some(Field::Column(name)) => table.place(name, problems).map(Ready::Column),
    }
}

fn is_year(name: &str) -> bool {
    name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_digit())
}

/// A field whose column was found.
#[derive(Debug, Clone, Copy)]
enum Ready<'m> {
    Column(usize),
    Fixed(&'m str),
}

impl Ready<'_> {
    fn of(self, record: &StringRecord) -> String {
        match self {
            Self::Column(place) => record.get(place).unwrap_or("").trim().to_owned(),
            Self::Fixed(value) => value.to_owned(),
        }
    }
}

/// A column of figures.
#[derive(Debug)]
struct Figures<'m> {
    column: usize,
    property: Ready<'m>,
    time: Option<String>,
    write: Option<String>,
}
