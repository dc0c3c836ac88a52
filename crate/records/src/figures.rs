//! The quantities of a text.
//!
//! `{"id","text","url"?,"language"?}` is answered with
//! `{"id","figures":[{"start","end","kind","value"|"low","high","unit","modifier"}]}`. Values are decimal strings
//! in base units, a percentage is its number; money in a smaller unit ("50 cents") is written as it stands, with
//! that unit.

use crate::singular::singular;
use plumbline_core::Locale;
use plumbline_core::figures::{self, Change, Decimal, Kind, Modifier, Quantity, Unit};
use plumbline_core::language::Language;
use plumbline_core::page::{Block, Page};
use plumbline_core::text::{self, Utf16};
use serde::{Deserialize, Serialize};

/// A text whose figures are asked for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What the answer is known by: any JSON value.
    pub id: serde_json::Value,
    /// The text.
    pub text: String,
    /// The address it is from, which says where it is written for.
    #[serde(default)]
    pub url: String,
    /// Its language, which may say the same: `en-CA`.
    #[serde(default)]
    pub language: String,
}

impl Request {
    /// Where the text is written for.
    fn locale(&self, language: Language) -> Locale {
        if self.url.is_empty() && self.language.is_empty() {
            return Locale::default();
        }
        Locale::of(
            language,
            &Page {
                url: self.url.clone(),
                language: self.language.clone(),
                blocks: vec![Block {
                    text: self.text.clone(),
                    ..Block::default()
                }],
                ..Page::default()
            },
        )
    }
}

/// The figures of a text.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    /// That of the request.
    pub id: serde_json::Value,
    /// In reading order.
    pub figures: Vec<Figure>,
}

/// A figure as it stands in a text, and what it denotes.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    /// Where it starts.
    pub start: usize,
    /// One past its end.
    pub end: usize,
    /// Its kind, words joined with an underscore: `percentage_point`.
    pub kind: &'static str,
    /// The value, where it is one; days as they are written in data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The lower end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<String>,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<String>,
    /// Unit, currency, or what is counted, in the singular.
    pub unit: String,
    /// The hedge; where there is none, the direction of the change; else `exact`.
    pub modifier: &'static str,
}

/// Reads the figures of the text that is asked about.
pub fn answer(language: Language, request: Request) -> Answer {
    let text = &request.text;
    let mut utf16 = Utf16::new(text);
    let figures = figures::read_for(
        language.lexicon(),
        request.locale(language),
        text,
        &text::tokens(text),
    )
    .iter()
    .map(|quantity| {
        let (start, end) = (utf16.at(quantity.start), utf16.at(quantity.end));
        figure(language, quantity, start, end)
    })
    .collect();
    Answer {
        id: request.id,
        figures,
    }
}

fn figure(language: Language, quantity: &Quantity, start: usize, end: usize) -> Figure {
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
        unit: unit(language, quantity),
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

fn unit(language: Language, quantity: &Quantity) -> String {
    let unit = match (&quantity.unit, &quantity.minor) {
        (Unit::None, _) => String::new(),
        (Unit::Currency(_), Some(minor)) => minor.name.to_string(),
        (Unit::Currency(code), None) => {
            let name = language.lexicon().currency_name(code);
            name.unwrap_or(code).to_owned()
        }
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
    use super::{Request, answer};
    use plumbline_core::language::Language;

    fn answered(line: &str) -> Result<String, serde_json::Error> {
        let request: Request = serde_json::from_str(line)?;
        serde_json::to_string(&answer(Language::english(), request))
    }

    #[test]
    fn a_dollar_is_that_of_the_place() {
        let asked = |about: &str| {
            let line = format!(r#"{{"id":7,"text":"$4 or US$3."{about}}}"#);
            answered(&line).expect("a request")
        };
        for about in [r#","url":"https://gazette.ca/a""#, r#","language":"en-CA""#] {
            assert!(asked(about).contains("Canadian dollar"), "{about}");
        }
        assert!(!asked("").contains("Canadian dollar"));
    }

    #[test]
    fn offsets_are_utf16_and_values_are_strings() {
        let line =
            answered(r#"{"id":7,"text":"🚢 Sold for nearly £4.5m, 50 cents and 3 to 5 boxes."}"#)
                .expect("a request");
        assert_eq!(
            line,
            concat!(
                r#"{"id":7,"figures":[{"start":19,"end":24,"kind":"money","value":"4500000","unit":"pound sterling","modifier":"about"},"#,
                r#"{"start":26,"end":34,"kind":"money","value":"50","unit":"cent","modifier":"exact"},"#,
                r#"{"start":39,"end":45,"kind":"count","low":"3","high":"5","unit":"box","modifier":"exact"}]}"#
            )
        );
    }

    #[test]
    fn what_is_no_request_is_refused() {
        for (line, names) in [
            ("{}", "missing field `id`"),
            (r#"{"id":1}"#, "missing field `text`"),
            (r#"{"id":1,"txt":"$5"}"#, "unknown field `txt`"),
            (r#"{"id":1,"text":"$5","html":""}"#, "unknown field `html`"),
            (r#"{"text":"$5"}"#, "missing field `id`"),
        ] {
            let refusal = answered(line).expect_err(line).to_string();
            assert!(refusal.contains(names), "{line}: {refusal}");
        }
    }
}
