//! A line of JSON a document.

use crate::check::Checked;
use plumbline_core::language::Language;
use plumbline_records::check::{Answer, answer};
use serde::Serialize;
use serde_json::Value;
use std::fmt::Write;
use std::io;

/// The answer of the records, with the ids of its findings by their numbers.
#[derive(Serialize)]
struct Line<'c> {
    #[serde(flatten)]
    answer: Answer,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    ids: &'c [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressed: Vec<Suppressed<'c>>,
}

#[derive(Serialize)]
struct Suppressed<'c> {
    id: &'c str,
    reason: &'c str,
}

pub(super) fn render(language: Language, checked: &Checked) -> io::Result<Vec<u8>> {
    let id = Value::String(checked.name.clone());
    let answer = answer(language, id, &checked.document, checked.report.clone());
    let suppressed = checked.suppressed.iter();
    line(&Line {
        answer,
        ids: &checked.ids,
        suppressed: suppressed
            .map(|(id, _, reason)| Suppressed { id, reason })
            .collect(),
    })
}

/// A value as a line of JSON, its end included.
///
/// # Errors
/// When it is none.
pub fn line(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let line = serde_json::to_string(value)?;
    // JSON leaves these as they are, and terminals obey them. They stand nowhere but in strings.
    let mut plain = String::with_capacity(line.len() + 1);
    for c in line.chars() {
        if matches!(c, '\u{7f}'..='\u{9f}') {
            let _ = write!(plain, "\\u{:04x}", u32::from(c));
        } else {
            plain.push(c);
        }
    }
    plain.push('\n');
    Ok(plain.into_bytes())
}
