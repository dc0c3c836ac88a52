//! `plumbline annotations`: the findings of an article as Web Annotations, or figures found again by those of others.

use crate::files;
use crate::terminal::{self, Terminal};
use plumbline_core::language::Language;
use plumbline_core::report::Report;
use plumbline_document::Document;
use plumbline_interchange::annotation::{Anchored, Text, collection, read};
use plumbline_words::{EnglishDates, FoundOn, account};
use std::io::{self, Write};
use std::path::Path;
use time::OffsetDateTime;

/// Writes the findings of a report on a document.
pub(crate) fn write(
    language: Language,
    document: &Document,
    report: &Report,
    mut out: impl Write,
) -> io::Result<()> {
    let told = account(language, report, &EnglishDates);
    let on = FoundOn {
        title: document.page.title.trim(),
        address: &document.page.url,
    };
    let made = collection(&told.findings, on, &now());
    serde_json::to_writer_pretty(&mut out, &made)?;
    writeln!(out)?;
    out.flush()
}

fn now() -> String {
    let now = OffsetDateTime::now_utc();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        now.year(),
        u8::from(now.month()),
        now.day(),
        now.hour(),
        now.minute(),
        now.second()
    )
}

/// What became of annotations.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// How many are not as the model demands.
    pub(crate) refused: usize,
    /// How many figures stand nowhere, or nobody can say where.
    pub(crate) lost: usize,
}

/// Says where the figures that annotations quote stand in a document: a line each, as `line: quote`.
pub(crate) fn find(
    document: &Document,
    annotations: &Path,
    out: &mut Terminal<impl Write>,
) -> io::Result<Found> {
    let text = files::text(annotations)?;
    let read = read(&text);
    for fault in &read.faults {
        terminal::complain(format_args!("{}: {fault}", files::name(annotations)));
    }
    let blocks = &document.page.blocks;
    let whole: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
    let text = Text::new(&whole.join("\n"));
    let mut found = Found {
        refused: read.faults.len(),
        lost: 0,
    };
    for quote in read
        .annotations
        .iter()
        .flat_map(|annotation| &annotation.quotes)
    {
        let place = match text.anchor(quote) {
            Anchored::At(range) => line_of(document, range.start).to_string(),
            Anchored::Nowhere => String::from("nowhere"),
            Anchored::Unclear => String::from("unclear"),
        };
        found.lost += usize::from(place.starts_with(|c: char| c.is_alphabetic()));
        writeln!(out, "{place}: {}", quote.exact)?;
    }
    out.flush()?;
    Ok(found)
}

/// The line of the document on which a character of its page's text stands.
fn line_of(document: &Document, character: usize) -> usize {
    let mut before = 0;
    for (index, block) in document.page.blocks.iter().enumerate() {
        let length = block.text.chars().count();
        if character <= before + length {
            let within = block.text.chars().take(character - before);
            return document.line(index, within.map(char::len_utf16).sum());
        }
        before += length + 1;
    }
    0
}
