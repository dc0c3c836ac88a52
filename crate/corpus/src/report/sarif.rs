//! Findings as SARIF 2.1.0, as editors and code hosts read them.

use crate::check::Checked;
use plumbline_core::language::Language;
use plumbline_core::report::{Finding, Level, Place, Report, Verdict};
use plumbline_words::{EnglishDates, account};
use serde_json::{Value, json};
use std::fmt::Write;
use std::io;

pub(super) const END: &str = "\n      ]\n    }\n  ]\n}\n";

/// The verdicts that are told of, each with what it means.
const RULES: [(&str, &str); 5] = [
    ("contradicted", "No comparable source supports the figure."),
    ("disputed", "Sources differ about the figure."),
    ("at-odds", "Figures of the article cannot all be right."),
    (
        "outdated",
        "A later text gives another value of what changes.",
    ),
    (
        "supported",
        "Every comparable source agrees with the figure.",
    ),
];

fn rule(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Contradicted | Verdict::NotCovered => "contradicted",
        Verdict::Disputed => "disputed",
        Verdict::AtOdds => "at-odds",
        Verdict::Outdated => "outdated",
        Verdict::Supported => "supported",
    }
}

/// All that comes before the results.
pub(super) fn head() -> io::Result<String> {
    let rules: Vec<Value> = (RULES.iter())
        .map(|(id, meaning)| json!({ "id": id, "shortDescription": { "text": meaning } }))
        .collect();
    let driver = json!({
        "name": "Plumbline",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    let driver = serde_json::to_string(&driver)?;
    Ok(format!(
        "{{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n  \"version\": \"2.1.0\",\n  \"runs\": [\n    {{\n      \"tool\": {{ \"driver\": {driver} }},\n      \"columnKind\": \"utf16CodeUnits\",\n      \"results\": [\n"
    ))
}

/// The results of a document, with commas between them.
pub(super) fn results(language: Language, checked: &Checked) -> io::Result<Vec<u8>> {
    let kept = checked
        .report
        .findings
        .iter()
        .zip(&checked.ids)
        .map(|(f, id)| (f, id, None));
    let suppressed = checked
        .suppressed
        .iter()
        .map(|(id, f, reason)| (f, id, Some(reason)));
    let all: Vec<(&Finding, &String, Option<&String>)> = kept
        .chain(suppressed)
        .filter(|(finding, _, _)| finding.level != Level::None)
        .collect();
    let report = Report {
        findings: all
            .iter()
            .map(|(finding, _, _)| (*finding).clone())
            .collect(),
        ..checked.report.clone()
    };
    let told = account(language, &report, &EnglishDates).findings;
    let mut text = Vec::new();
    for ((finding, id, reason), entry) in all.into_iter().zip(told) {
        let about = if entry.about.is_empty() {
            String::new()
        } else {
            format!("{}: ", entry.about)
        };
        let quotes: Vec<&str> = finding.places.iter().map(|p| p.quote.as_str()).collect();
        let locations: Vec<Value> = (finding.places.iter())
            .map(|place| location(checked, place))
            .collect();
        let mut result = json!({
            "ruleId": rule(finding.verdict),
            "level": if finding.level == Level::Warn { "warning" } else { "note" },
            "message": { "text": format!("{}: {about}{}", quotes.join(" · "), entry.answer) },
            "locations": locations.first().into_iter().collect::<Vec<_>>(),
            "partialFingerprints": { "plumbline/v1": id },
        });
        if locations.len() > 1 {
            result["relatedLocations"] = Value::Array(locations[1..].to_vec());
        }
        if let Some(reason) = reason {
            result["suppressions"] = json!([{ "kind": "external", "justification": reason }]);
        }
        if !text.is_empty() {
            text.extend_from_slice(b",\n");
        }
        text.extend_from_slice(b"        ");
        text.extend(serde_json::to_vec(&result)?);
    }
    Ok(text)
}

fn location(checked: &Checked, place: &Place) -> Value {
    let line = checked.document.line(place.block, place.start);
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&checked.name) },
            "region": { "startLine": line, "snippet": { "text": place.quote } },
        }
    })
}

/// A name of a document as a relative reference: what has a meaning in one is escaped.
fn uri(name: &str) -> String {
    if name.starts_with("https://") || name.starts_with("http://") {
        return name.to_owned();
    }
    let mut uri = String::new();
    for byte in name.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
