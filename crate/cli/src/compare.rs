//! `plumbline compare`: the figures of a text against another text, as JSON lines.

use crate::lines;
use plumbline_core::compare::compare;
use plumbline_core::report::{Level, Verdict};
use plumbline_core::text::Utf16;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, Write};

#[derive(Debug, Deserialize)]
struct Request {
    id: serde_json::Value,
    reference: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct Answer {
    id: serde_json::Value,
    findings: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    start: usize,
    end: usize,
    quote: String,
    verdict: Verdict,
    level: Level,
    /// The figure of the reference that decides, as it stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    against: Option<String>,
}

/// Answers JSON lines.
pub(crate) fn json_lines(input: impl BufRead, output: impl Write) -> io::Result<()> {
    lines::answer(input, output, |request: Request| {
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
    })
}
