//! `plumbline figures`: the quantities of texts, as JSON lines.
//!
//! Reads `{"id","text"}`, one a line, and writes for each
//! `{"id","figures":[{"start","end","kind","value"|"low","high","unit","modifier"}]}`. Offsets are UTF-16 code
//! units, `end` exclusive; values are decimal strings in base units, a percentage is its number; money in a
//! smaller unit ("50 cents") is written as it stands, with that unit.

use crate::lines;
use crate::singular::singular;
use plumbline_core::figures::{
    self, Change, Decimal, Kind, Modifier, Quantity, Unit, currency_name,
};
use plumbline_core::text::{self, Utf16};
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, Write};

#[derive(Deserialize)]
struct Question {
    id: serde_json::Value,
    text: String,
}

#[derive(Serialize)]
struct Answer {
    id: serde_json::Value,
    figures: Vec<Figure>,
}

#[derive(Serialize)]
struct Figure {
    start: usize,
    end: usize,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<String>,
    unit: String,
    modifier: &'static str,
}

/// Answers every line of `input` on `output`.
///
/// # Errors
///
/// Where reading or writing fails, or a line is not of that form.
pub(crate) fn run(input: impl BufRead, output: impl Write) -> io::Result<()> {
    lines::answer(input, output, |question: Question| Answer {
        figures: read(&question.text),
        id: question.id,
    })
}

fn read(text: &str) -> Vec<Figure> {
    let mut utf16 = Utf16::new(text);
    figures::read(text, &text::tokens(text))
        .iter()
        .map(|quantity| {
            let (start, end) = (utf16.at(quantity.start), utf16.at(quantity.end));
            figure(quantity, start, end)
        })
        .collect()
}

fn figure(quantity: &Quantity, start: usize, end: usize) -> Figure {
    let written = |value: Decimal| {
        let many = quantity.minor.as_ref().map_or(1, |minor| minor.per_major);
        value
            .checked_mul(Decimal::from(many))
            .unwrap_or(value)
            .normalize()
            .to_string()
    };
    let one = quantity.low == quantity.high;
    let date = quantity.dates.map(|dates| dates.to_string());
    Figure {
        start,
        end,
        kind: kind(quantity.kind),
        value: date.or_else(|| one.then(|| written(quantity.low))),
        low: (!one).then(|| written(quantity.low)),
        high: (!one).then(|| written(quantity.high)),
        unit: unit(quantity),
        modifier: modifier(quantity),
    }
}

/// The name of a kind as the lines have it, which join words with an underscore.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::PercentagePoint => "percentage_point",
        other => other.name(),
    }
}

fn unit(quantity: &Quantity) -> String {
    let unit = match (&quantity.unit, &quantity.minor) {
        (Unit::None, _) => String::new(),
        (Unit::Currency(_), Some(minor)) => minor.name.to_string(),
        (Unit::Currency(code), None) => currency_name(code).unwrap_or(code).to_owned(),
        (Unit::Named(name), _) if quantity.kind == Kind::Age => format!("{name} of age"),
        (Unit::Named(name), _) => name.clone(),
        (Unit::Noun(noun), _) => singular(&noun.words),
    };
    match (&quantity.unit, &quantity.per) {
        (Unit::Currency(_), Some(per)) => format!("{unit} per {per}"),
        _ => unit,
    }
}

/// The hedge; where there is none, the direction of the change.
fn modifier(quantity: &Quantity) -> &'static str {
    match (quantity.modifier, quantity.change) {
        (Modifier::Exact, Some(Change::Up)) => "up",
        (Modifier::Exact, Some(Change::Down)) => "down",
        (Modifier::Exact, None) => "exact",
        (Modifier::About | Modifier::Nearly, _) => "about",
        (Modifier::Over, _) => "over",
        (Modifier::Under, _) => "under",
        (Modifier::AtLeast, _) => "at_least",
        (Modifier::AtMost, _) => "at_most",
        (Modifier::UpTo, _) => "up_to",
    }
}

#[cfg(test)]
mod tests {
    use super::run;

    fn answer(line: &str) -> String {
        let mut output = Vec::new();
        run(line.as_bytes(), &mut output).expect("a well-formed line");
        String::from_utf8(output).expect("JSON is UTF-8")
    }

    #[test]
    fn offsets_are_utf16_and_values_are_strings() {
        let line =
            answer(r#"{"id":7,"text":"🚢 Sold for nearly £4.5m, 50 cents and 3 to 5 boxes."}"#);
        assert_eq!(
            line.trim(),
            concat!(
                r#"{"id":7,"figures":[{"start":19,"end":24,"kind":"money","value":"4500000","unit":"pound sterling","modifier":"about"},"#,
                r#"{"start":26,"end":34,"kind":"money","value":"50","unit":"cent","modifier":"exact"},"#,
                r#"{"start":39,"end":45,"kind":"count","low":"3","high":"5","unit":"box","modifier":"exact"}]}"#
            )
        );
    }

    #[test]
    fn a_line_that_is_no_question_is_an_error() {
        assert!(run(&b"{}"[..], Vec::new()).is_err());
    }
}
