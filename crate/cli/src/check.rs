//! `plumbline check`: figures of articles against the bundled reference set.

use crate::document::Document;
use crate::lines;
use plumbline_core::check;
use plumbline_core::reference::Reference;
use plumbline_core::report::{Evidence, Finding, Level, Report, Verdict};
use plumbline_core::text::Utf16;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, Write};

#[derive(Debug, Deserialize)]
struct Request {
    id: serde_json::Value,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    html: Option<String>,
    #[serde(default)]
    published: Option<String>,
}

#[derive(Debug, Serialize)]
struct Answer {
    id: serde_json::Value,
    findings: Vec<Row>,
}

/// A finding with its place in the whole text, in UTF-16 code units.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    start: usize,
    end: usize,
    quote: String,
    verdict: Verdict,
    level: Level,
    claim: String,
    explanation: String,
    evidence: Vec<Evidence>,
}

/// Places the findings of a report in the text of its document.
pub(crate) fn rows(document: &Document, report: Report) -> Vec<Row> {
    let mut units = Utf16::new(&document.text);
    report
        .findings
        .into_iter()
        .map(|finding| {
            let start = units.at(document.starts[finding.block]);
            Row {
                start: start + finding.start,
                end: start + finding.end,
                quote: finding.quote,
                verdict: finding.verdict,
                level: finding.level,
                claim: finding.claim,
                explanation: finding.explanation,
                evidence: finding.evidence,
            }
        })
        .collect()
}

/// Answers JSON lines.
pub(crate) fn json_lines(
    reference: &Reference,
    input: impl BufRead,
    output: impl Write,
) -> io::Result<()> {
    lines::answer(input, output, |request: Request| {
        let document = match (&request.html, &request.text) {
            (Some(html), _) => Document::of_html(html),
            (None, text) => Document::of_text(text.as_deref().unwrap_or("")),
        }
        .published(request.published);
        let report = check(&document.page, reference);
        Answer {
            id: request.id,
            findings: rows(&document, report),
        }
    })
}

/// Reads a file as HTML or text, by its name or first sign.
pub(crate) fn read_file(path: &std::path::Path) -> io::Result<Document> {
    let text = String::from_utf8_lossy(&std::fs::read(path)?).into_owned();
    let html = path
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("html") || e.eq_ignore_ascii_case("htm"))
        || text.trim_start().starts_with('<');
    Ok(if html {
        Document::of_html(&text)
    } else {
        Document::of_text(&text)
    })
}

/// Prints a report for people; gives the number of warnings.
pub(crate) fn print(
    name: &str,
    document: &Document,
    report: &Report,
    mut out: impl Write,
) -> io::Result<usize> {
    use anstyle::{AnsiColor, Style};
    let bold = Style::new().bold();
    let summary = &report.summary;
    writeln!(
        out,
        "{bold}{name}{bold:#}: {} figures read, {} warned of, {} marked, {} supported, {} not covered",
        summary.read, summary.warned, summary.marked, summary.supported, summary.not_covered
    )?;
    let shown: Vec<&Finding> = report
        .findings
        .iter()
        .filter(|f| f.level != Level::None)
        .collect();
    if shown.is_empty() && summary.supported == 0 {
        writeln!(
            out,
            "  Nothing here is covered by the reference set. It covers:"
        )?;
        for line in &report.covers {
            writeln!(out, "  · {line}")?;
        }
    }
    for finding in shown {
        let color = if finding.level == Level::Warn {
            AnsiColor::Red
        } else {
            AnsiColor::Yellow
        };
        let style = color.on_default().bold();
        let line = document.text[..document.starts[finding.block]]
            .matches('\n')
            .count()
            + 1;
        writeln!(
            out,
            "\n  {style}{}{style:#}  {}  (line {line})",
            finding.quote, finding.label
        )?;
        writeln!(out, "  {}: {}", finding.claim, finding.explanation)?;
        for evidence in &finding.evidence {
            let sign = if evidence.agrees { "=" } else { "≠" };
            if evidence.derivation.is_empty() {
                writeln!(out, "    {sign} {}", evidence.value)?;
            } else {
                writeln!(
                    out,
                    "    {sign} {}: {}",
                    evidence.value, evidence.derivation
                )?;
            }
            for source in &evidence.sources {
                let date = if source.date.is_empty() {
                    String::new()
                } else {
                    format!(", {}", source.date)
                };
                writeln!(out, "        {}: {}{date}", source.publisher, source.title)?;
            }
        }
    }
    Ok(summary.warned)
}
