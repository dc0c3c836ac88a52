//! What was found, for programs and for editors: JSON lines, a table, a page, SARIF. What each document comes to is
//! rendered by itself, on whatever core, and put down in order.

mod html;
mod json;
mod sarif;
mod table;

pub use json::line;

use crate::check::Checked;
use plumbline_core::language::Language;
use plumbline_core::report::Summary;
use std::fs::File;
use std::io::{self, Read, Seek, Write};

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A line of JSON a document.
    Json,
    /// A table of findings, comma-separated.
    Csv,
    /// One page that needs nothing else.
    Html,
    /// SARIF 2.1.0.
    Sarif,
}

/// What a document comes to.
#[derive(Debug)]
pub struct Rendered {
    name: String,
    summary: Summary,
    suppressed: usize,
    foreign: bool,
    content: Vec<u8>,
}

/// Renders a document; `number` counts the documents from one.
///
/// # Errors
/// When what was found cannot be written, which is not to be.
pub fn render(
    format: Format,
    language: Language,
    number: usize,
    checked: &Checked,
) -> io::Result<Rendered> {
    let content = match format {
        Format::Json => json::render(language, checked)?,
        Format::Csv => table::render(language, checked)?,
        Format::Html => html::article(language, number, checked).into_bytes(),
        Format::Sarif => sarif::results(language, checked)?,
    };
    Ok(Rendered {
        name: checked.name.clone(),
        summary: checked.report.summary,
        suppressed: checked.suppressed.len(),
        foreign: !checked.report.foreign.is_empty(),
        content,
    })
}

/// A row of the table on top of a page.
#[derive(Debug)]
struct Row {
    /// What it is called; why it was not read, where it was not.
    name: String,
    result: Result<(Summary, usize, bool), String>,
}

/// A report as it is being written.
#[derive(Debug)]
pub struct Writer<W> {
    format: Format,
    out: W,
    rows: Vec<Row>,
    /// What stands below the table on top, until that is known.
    below: Option<File>,
    results: usize,
}

impl<W: Write> Writer<W> {
    /// Begins a report.
    ///
    /// # Errors
    /// When writing fails.
    pub fn new(format: Format, mut out: W) -> io::Result<Self> {
        match format {
            Format::Json | Format::Html => {}
            Format::Csv => out.write_all(&table::head()?)?,
            Format::Sarif => out.write_all(sarif::head()?.as_bytes())?,
        }
        let below = match format {
            Format::Html => Some(tempfile::tempfile()?),
            _ => None,
        };
        Ok(Self {
            format,
            out,
            rows: Vec::new(),
            below,
            results: 0,
        })
    }

    /// Adds a document.
    ///
    /// # Errors
    /// When writing fails.
    pub fn add(&mut self, rendered: Rendered) -> io::Result<()> {
        let Rendered {
            name,
            summary,
            suppressed,
            foreign,
            content,
        } = rendered;
        if let Some(below) = &mut self.below {
            below.write_all(&content)?;
            self.rows.push(Row {
                name,
                result: Ok((summary, suppressed, foreign)),
            });
            return Ok(());
        }
        if self.format == Format::Sarif && !content.is_empty() {
            if self.results > 0 {
                self.out.write_all(b",\n")?;
            }
            self.results += 1;
        }
        self.out.write_all(&content)
    }

    /// Adds a document that could not be read.
    pub fn add_unread(&mut self, name: String, why: String) {
        if self.below.is_some() {
            self.rows.push(Row {
                name,
                result: Err(why),
            });
        }
    }

    /// Ends the report.
    ///
    /// # Errors
    /// When writing fails.
    pub fn finish(mut self) -> io::Result<()> {
        match self.format {
            Format::Json | Format::Csv => {}
            Format::Sarif => self.out.write_all(sarif::END.as_bytes())?,
            Format::Html => {
                self.out.write_all(html::top(&self.rows).as_bytes())?;
                if let Some(mut below) = self.below {
                    below.rewind()?;
                    let mut chunk = vec![0; 1 << 16];
                    loop {
                        let length = below.read(&mut chunk)?;
                        if length == 0 {
                            break;
                        }
                        self.out.write_all(&chunk[..length])?;
                    }
                }
                self.out.write_all(html::END.as_bytes())?;
            }
        }
        self.out.flush()
    }
}
