//! An article against a reference set.

use plumbline_core::language::Language;
use plumbline_core::report::{Evidence, Level, Reason, Report, Source, Verdict};
use plumbline_core::text::Utf16;
use plumbline_document::Document;
use plumbline_words::{EnglishDates, account};
use serde::{Deserialize, Serialize};

/// An article to check.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What the answer is known by: any JSON value.
    pub id: serde_json::Value,
    /// Its text; either this or `html`.
    #[serde(default)]
    pub text: Option<String>,
    /// Its page.
    #[serde(default)]
    pub html: Option<String>,
    /// The day it speaks from, whatever it says itself.
    #[serde(default)]
    pub published: Option<String>,
    /// Its address, which says where it is written for.
    #[serde(default)]
    pub url: Option<String>,
    /// The language it is in, whatever it says itself.
    #[serde(default)]
    pub language: Option<String>,
}

impl Request {
    /// The article that is asked about.
    ///
    /// # Errors
    /// When it has neither text nor HTML, or both.
    pub fn document(&self) -> Result<Document, String> {
        let mut document = match (&self.html, &self.text) {
            (Some(html), None) => Document::of_html(html),
            (None, Some(text)) => Document::of_text(text),
            (None, None) => return Err(String::from("missing field `text` or `html`")),
            (Some(_), Some(_)) => return Err(String::from("both `text` and `html`")),
        };
        let page = &mut document.page;
        page.url = self.url.clone().unwrap_or_default();
        if let Some(language) = &self.language {
            page.language.clone_from(language);
        }
        Ok(document)
    }
}

/// What a check found.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    /// That of the request.
    pub id: serde_json::Value,
    /// The language of an article that was left alone because it is not in English.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub foreign: String,
    /// In reading order, a row for each place.
    pub findings: Vec<Row>,
    /// The sources that the evidence names by their index here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

/// A place of a finding in the whole text, in UTF-16 code units.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// Where it starts.
    pub start: usize,
    /// One past its end.
    pub end: usize,
    /// The figure as it is written.
    pub quote: String,
    /// The finding: rows with the same number are places of one.
    pub finding: usize,
    /// What the evidence says of it.
    pub verdict: Verdict,
    /// How the page shows it.
    pub level: Level,
    /// What the figure is about.
    pub claim: String,
    /// Why, in words.
    pub explanation: String,
    /// Why, as data.
    #[serde(flatten)]
    pub reason: Reason,
    /// What it was held against.
    pub evidence: Vec<Evidence>,
}

/// The answer for a document.
pub fn answer(
    language: Language,
    id: serde_json::Value,
    document: &Document,
    report: Report,
) -> Answer {
    Answer {
        id,
        foreign: report.foreign.clone(),
        findings: rows(language, document, &report),
        sources: report.sources,
    }
}

/// Places the findings of a report in the text of its document, a row for each place, in reading order.
fn rows(language: Language, document: &Document, report: &Report) -> Vec<Row> {
    let mut units = Utf16::new(&document.text);
    let told = account(language, report, &EnglishDates).findings;
    let mut places: Vec<_> = (report.findings.iter().zip(told).enumerate())
        .flat_map(|(index, (finding, told))| {
            let places = finding.places.iter();
            places.map(move |place| (index, finding, told.answer.clone(), place))
        })
        .collect();
    places.sort_by_key(|(_, _, _, place)| (place.block, place.start));
    places
        .into_iter()
        .map(|(index, finding, explanation, place)| {
            let start = units.at(document.starts[place.block]);
            Row {
                start: start + place.start,
                end: start + place.end,
                quote: place.quote.clone(),
                finding: index,
                verdict: finding.verdict,
                level: finding.level,
                claim: finding.about.clone(),
                explanation,
                reason: finding.reason.clone(),
                evidence: finding.evidence.clone(),
            }
        })
        .collect()
}
