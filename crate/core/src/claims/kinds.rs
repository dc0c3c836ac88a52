//! Which figures a property takes: of which kind, and of what.

use crate::figures::{Kind, Quantity, Unit};
use crate::reference::Property;

/// Whether a property takes this sort of quantity.
pub fn takes(property: &Property, quantity: &Quantity, text: &str) -> bool {
    property
        .kinds
        .iter()
        .any(|kind| kind == kind_name(quantity.kind))
        && match &quantity.unit {
            Unit::Noun { start, end } if !property.units.is_empty() => {
                let noun = text.get(*start..*end).unwrap_or("");
                property.units.iter().any(|unit| counts(noun, unit))
            }
            Unit::Named(name) if quantity.kind == Kind::Dimension => {
                property.units.is_empty() || property.units.iter().any(|unit| unit == name)
            }
            _ => true,
        }
}

/// Whether a noun phrase counts `unit`s: "employees", "full-time employees", "employees worldwide".
fn counts(noun: &str, unit: &str) -> bool {
    let at_start = |at: usize| at == 0 || noun.as_bytes()[at - 1] == b' ';
    noun.char_indices()
        .filter(|&(at, _)| at_start(at))
        .filter_map(|(at, _)| {
            let (head, rest) = noun[at..].split_at_checked(unit.len())?;
            head.eq_ignore_ascii_case(unit).then_some(rest)
        })
        .any(|rest| {
            let ending = rest.split(' ').next().unwrap_or("");
            matches!(ending, "" | "s" | "es")
        })
}

/// What a kind is called in reference sets and on the command line.
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Money => "money",
        Kind::Percent => "percent",
        Kind::PercentagePoint => "percentage-point",
        Kind::Age => "age",
        Kind::Count => "count",
        Kind::Number => "number",
        Kind::Fraction => "fraction",
        Kind::Multiple => "multiple",
        Kind::Duration => "duration",
        Kind::Year => "year",
        Kind::Date => "date",
        Kind::Dimension => "dimension",
        Kind::Temperature => "temperature",
        Kind::Ordinal => "ordinal",
        Kind::Score => "score",
    }
}
