//! Wikidata's entities in JSON, as `Special:EntityData` and the dumps have them: one entity, several under `entities`, or
//! one a line.
//!
//! Amounts are decimal strings and stay so; bounds make an interval; what is deprecated there is told and not taken; the
//! time is that of the qualifier "point in time" (P585).

use super::{Problem, Row};
use serde::Deserialize;
use std::collections::BTreeMap;

const DATA: &str = include_str!("../../data/wikidata.tsv");

/// When: the qualifier of a claim.
const POINT_IN_TIME: &str = "P585";
/// Where it can be read: the part of a reference.
const REFERENCE_URL: &str = "P854";

#[derive(Debug, Deserialize)]
struct Many {
    entities: BTreeMap<String, Item>,
}

#[derive(Debug, Deserialize)]
struct Item {
    #[serde(default)]
    id: String,
    #[serde(default)]
    labels: BTreeMap<String, Text>,
    #[serde(default)]
    aliases: BTreeMap<String, Vec<Text>>,
    #[serde(default, alias = "statements")]
    claims: BTreeMap<String, Vec<Claim>>,
}

#[derive(Debug, Deserialize)]
struct Text {
    value: String,
}

#[derive(Debug, Deserialize)]
struct Claim {
    mainsnak: Snak,
    #[serde(default)]
    rank: Rank,
    #[serde(default)]
    qualifiers: BTreeMap<String, Vec<Snak>>,
    #[serde(default)]
    references: Vec<Reference>,
}

impl Claim {
    fn is_amount(&self) -> bool {
        matches!(self.mainsnak.datavalue, Some(Value::Quantity(_)))
    }
}

#[derive(Debug, Deserialize)]
struct Reference {
    #[serde(default)]
    snaks: BTreeMap<String, Vec<Snak>>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Rank {
    Deprecated,
    #[default]
    Normal,
    Preferred,
}

#[derive(Debug, Deserialize)]
struct Snak {
    #[serde(default)]
    datavalue: Option<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", content = "value", rename_all = "lowercase")]
enum Value {
    Quantity(Amount),
    Time(Time),
    String(String),
    #[serde(other, deserialize_with = "ignored")]
    Other,
}

/// Whatever else a value is.
fn ignored<'de, D: serde::Deserializer<'de>>(from: D) -> Result<(), D::Error> {
    serde::de::IgnoredAny::deserialize(from).map(drop)
}

#[derive(Debug, Deserialize)]
struct Amount {
    #[serde(rename = "amount")]
    value: String,
    #[serde(default)]
    unit: String,
    #[serde(default, rename = "upperBound")]
    upper: Option<String>,
    #[serde(default, rename = "lowerBound")]
    lower: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Time {
    time: String,
    precision: u8,
}

/// Reads the rows of entities in JSON. Amounts of other properties than those that are read are told, once for each
/// property of an entity; what is no amount there (names, pictures, classes) is no figure, and passed over.
pub fn read(text: &str) -> (Vec<Row>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut rows = Vec::new();
    let text = text.trim_start_matches('\u{feff}');
    if let Ok(Many { entities }) = serde_json::from_str(text) {
        for (id, item) in entities {
            add(1, &id, &item, &mut rows, &mut problems);
        }
        return (rows, problems);
    }
    if let Ok(item) = serde_json::from_str::<Item>(text) {
        add(1, &item.id, &item, &mut rows, &mut problems);
        return (rows, problems);
    }
    // A dump is a list with an entity a line.
    for (at, line) in text.lines().enumerate() {
        let line = line.trim().trim_end_matches(',');
        if matches!(line, "" | "[" | "]") {
            continue;
        }
        match serde_json::from_str::<Item>(line) {
            Ok(item) => add(at + 1, &item.id, &item, &mut rows, &mut problems),
            Err(error) => {
                let column = error.column().to_string();
                problems.push(Problem::new(at + 1, &column, format!("no entity: {error}")));
            }
        }
    }
    (rows, problems)
}

/// A line of the data by its first field.
fn known(id: &str) -> Option<(&'static str, &'static str)> {
    let mut lines = DATA.lines().filter(|line| !line.starts_with('#'));
    lines.find_map(|line| {
        let (known, rest) = line.split_once('\t')?;
        rest.split_once('\t').filter(|_| known == id)
    })
}

fn add(line: usize, id: &str, item: &Item, rows: &mut Vec<Row>, problems: &mut Vec<Problem>) {
    let id = if item.id.is_empty() { id } else { &item.id };
    let Some(name) = item.labels.get("en").or_else(|| item.labels.get("mul")) else {
        problems.push(Problem::new(line, id, "it has no English name"));
        return;
    };
    let aliases = item
        .aliases
        .get("en")
        .into_iter()
        .flatten()
        .map(|alias| alias.value.clone());
    let aliases: Vec<String> = aliases.filter(|alias| *alias != name.value).collect();
    for (property, claims) in &item.claims {
        let Some((relation, written)) = known(property) else {
            if claims.iter().any(Claim::is_amount) {
                let message = "its amounts are not taken: no such property is read";
                problems.push(Problem::new(line, &format!("{id} {property}"), message));
            }
            continue;
        };
        // What is preferred stands for the others, but for those of other times.
        let time = |claim: &Claim| qualified(claim);
        let preferred: Vec<String> = (claims.iter())
            .filter(|claim| claim.rank == Rank::Preferred)
            .map(time)
            .collect();
        for claim in claims {
            let column = format!("{id} {property}");
            let when = qualified(claim);
            if claim.rank == Rank::Deprecated {
                problems.push(Problem::new(
                    line,
                    &column,
                    "it is deprecated there, and not taken",
                ));
                continue;
            }
            if claim.rank == Rank::Normal && preferred.contains(&when) {
                problems.push(Problem::new(
                    line,
                    &column,
                    "another is preferred there, and this is not taken",
                ));
                continue;
            }
            let quantity = match &claim.mainsnak.datavalue {
                Some(Value::Quantity(amount)) => figure(amount, written),
                Some(Value::Time(time)) => {
                    day(time).ok_or_else(|| String::from("its time cannot be read"))
                }
                Some(Value::String(_) | Value::Other) => Err(String::from("it is no amount")),
                None => Err(String::from("its value is not known")),
            };
            let quantity = match quantity {
                Ok(quantity) => quantity,
                Err(message) => {
                    problems.push(Problem::new(line, &column, message));
                    continue;
                }
            };
            let url = claim.references.iter().find_map(|reference| {
                let snak = reference.snaks.get(REFERENCE_URL)?.first()?;
                match &snak.datavalue {
                    Some(Value::String(url)) => Some(url.clone()),
                    _ => None,
                }
            });
            rows.push(Row {
                line,
                entity: name.value.clone(),
                aliases: aliases.clone(),
                property: relation.to_owned(),
                quantity,
                time: when,
                source: String::from("Wikidata"),
                address: url.unwrap_or_else(|| format!("https://www.wikidata.org/wiki/{id}")),
                note: format!("{id} {property}"),
                ..Row::default()
            });
        }
    }
}

/// When a claim holds, as its qualifier says.
fn qualified(claim: &Claim) -> String {
    let qualifier = claim
        .qualifiers
        .get(POINT_IN_TIME)
        .and_then(|all| all.first());
    match qualifier.and_then(|snak| snak.datavalue.as_ref()) {
        Some(Value::Time(time)) => day(time).unwrap_or_default(),
        _ => String::new(),
    }
}

/// `+2023-06-01T00:00:00Z` with its precision as a day (11), a month (10) or a year (9).
fn day(time: &Time) -> Option<String> {
    let date = time.time.strip_prefix('+')?.split('T').next()?;
    let length = match time.precision {
        11 => 10,
        10 => 7,
        9 => 4,
        _ => return None,
    };
    date.get(..length).map(str::to_owned)
}

/// An amount as texts write it, with its unit; where bounds are given that are not the amount, the interval.
fn figure(amount: &Amount, written: &str) -> Result<String, String> {
    let unit = amount.unit.rsplit('/').next().unwrap_or_default();
    let (before, after) = match unit {
        "" | "1" => (String::new(), String::new()),
        unit => match known(unit) {
            Some(("unit", name)) => (String::new(), format!(" {name}")),
            Some(("currency", sign)) => (sign.to_owned(), String::new()),
            _ => return Err(format!("its unit ({unit}) is not read")),
        },
    };
    let number = |text: &str| format!("{before}{}", grouped(text.trim_start_matches('+')));
    let value = match (&amount.lower, &amount.upper) {
        (Some(low), Some(high)) if low != high => {
            format!("between {} and {}{after}", number(low), number(high))
        }
        _ => format!("{}{after}", number(&amount.value)),
    };
    Ok(written.replace("{}", &value))
}

/// A decimal string with commas between its thousands.
fn grouped(number: &str) -> String {
    let (sign, digits) = number
        .strip_prefix('-')
        .map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) = digits
        .split_once('.')
        .map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut text = sign.to_owned();
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}
