//! The figures of a text against another text.

use plumbline_core::calendar::Period;
use plumbline_core::compare::{Dated, compare};
use plumbline_core::language::Language;
use plumbline_core::report::{Level, Verdict};
use plumbline_core::text::Utf16;
use serde::{Deserialize, Serialize};
use time::Date;

/// Two texts about the same matter.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What the answer is known by: any JSON value.
    pub id: serde_json::Value,
    /// The text that is compared with.
    pub reference: String,
    /// The text whose figures are checked.
    pub text: String,
    /// The day that the text speaks from, `YYYY-MM-DD`.
    #[serde(default)]
    pub published: Option<Day>,
    /// The day that the reference speaks from.
    #[serde(default)]
    pub reference_published: Option<Day>,
}

/// A day as `YYYY-MM-DD`; anything else is an error.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
pub struct Day(Date);

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Period::parse(&text)
            .filter(|period| period.from == period.to)
            .and_then(|period| period.from)
            .map(Self)
            .ok_or_else(|| format!("{text:?} is no day: write YYYY-MM-DD"))
    }
}

/// What the comparison found.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    /// That of the request.
    pub id: serde_json::Value,
    /// In reading order.
    pub findings: Vec<Row>,
}

/// A figure of the text that the reference speaks of.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// Where it starts in the text.
    pub start: usize,
    /// One past its end.
    pub end: usize,
    /// The figure as it is written.
    pub quote: String,
    /// What the reference says of it.
    pub verdict: Verdict,
    /// How much it matters.
    pub level: Level,
    /// The figure of the reference that decides, as it stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<String>,
    /// The sentence of the reference in which it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
    /// The days of the text and of the reference, for what is outdated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<(String, String)>,
}

/// Compares the text with the reference.
pub fn answer(language: Language, request: Request) -> Answer {
    let mut units = Utf16::new(&request.text);
    let dated = |text, day: Option<Day>| Dated {
        text,
        published: day.map(|day| day.0),
    };
    let text = dated(&request.text, request.published);
    let reference = dated(&request.reference, request.reference_published);
    let label = |day: Option<Day>| day.map(|day| Period::day(day.0).label());
    let days = label(request.published).zip(label(request.reference_published));
    let findings = compare(language, reference, text)
        .into_iter()
        .map(|found| Row {
            start: units.at(found.start),
            end: units.at(found.end),
            quote: request.text[found.start..found.end].to_owned(),
            verdict: found.verdict,
            level: found.level,
            sentence: (found.against.as_ref())
                .map(|against| request.reference[against.sentence.clone()].to_owned()),
            against: (found.against.as_ref())
                .map(|against| request.reference[against.figure.clone()].to_owned()),
            days: days.clone().filter(|_| found.verdict == Verdict::Outdated),
        })
        .collect();
    Answer {
        id: request.id,
        findings,
    }
}
