//! The figures of a text against another text.

use plumbline_core::compare::compare;
use plumbline_core::report::{Level, Verdict};
use plumbline_core::text::Utf16;
use serde::{Deserialize, Serialize};

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
}

/// Compares the text with the reference.
pub fn answer(request: Request) -> Answer {
    let mut units = Utf16::new(&request.text);
    let findings = compare(&request.reference, &request.text)
        .into_iter()
        .map(|found| Row {
            start: units.at(found.start),
            end: units.at(found.end),
            quote: request.text[found.start..found.end].to_owned(),
            verdict: found.verdict,
            level: found.level,
            against: found
                .against
                .map(|(start, end)| request.reference[start..end].to_owned()),
        })
        .collect();
    Answer {
        id: request.id,
        findings,
    }
}
