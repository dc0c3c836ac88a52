//! Findings as a comma-separated table, a row for each place.

use crate::check::Checked;
use plumbline_core::language::Language;
use plumbline_core::report::Level;
use plumbline_words::{EnglishDates, EvidenceLine, account};
use std::io;

const COLUMNS: [&str; 9] = [
    "document", "line", "figure", "level", "verdict", "about", "answer", "evidence", "id",
];

pub(super) fn head() -> io::Result<Vec<u8>> {
    rows(std::iter::once(COLUMNS.map(str::to_owned)))
}

pub(super) fn render(language: Language, checked: &Checked) -> io::Result<Vec<u8>> {
    let told = account(language, &checked.report, &EnglishDates);
    let findings = told.findings.into_iter().zip(&checked.ids);
    rows(findings.flat_map(|(entry, id)| {
        let evidence: Vec<String> = entry.evidence.iter().map(evidence).collect();
        let evidence = evidence.join("; ");
        let level = match entry.level {
            Level::Warn => "warn",
            Level::Mark => "mark",
            Level::None => "none",
        };
        let places = entry.places.into_iter().map(move |place| {
            [
                checked.name.clone(),
                checked.document.line(place.block, place.start).to_string(),
                place.quote,
                level.to_owned(),
                entry.label.clone(),
                entry.about.clone(),
                entry.answer.clone(),
                evidence.clone(),
                id.clone(),
            ]
        });
        places.collect::<Vec<_>>()
    }))
}

/// "$14.3 billion (Wire, 13 June 2025)".
fn evidence(line: &EvidenceLine) -> String {
    let who: Vec<String> = (line.sources.iter())
        .map(|source| format!("{}, {}", source.publisher, source.date))
        .collect();
    let value = format!("{} {}", line.value, line.arithmetic);
    let value = value.trim();
    if who.is_empty() {
        value.to_owned()
    } else {
        format!("{value} ({})", who.join("; "))
    }
}

fn rows(rows: impl Iterator<Item = [String; 9]>) -> io::Result<Vec<u8>> {
    let mut out = csv::Writer::from_writer(Vec::new());
    for row in rows {
        out.write_record(row).map_err(io::Error::other)?;
    }
    out.into_inner()
        .map_err(|error| io::Error::other(error.to_string()))
}
