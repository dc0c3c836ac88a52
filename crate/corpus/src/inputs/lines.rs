//! JSON lines: a document a line.

use super::open::{LONGEST, Stream};
use super::{Content, Found};
use plumbline_document::Document;
use serde::Deserialize;
use std::io::{BufRead, Read};

/// A file with a document a line, as it is being read.
#[derive(Debug)]
pub(super) struct Lines {
    name: String,
    stream: Stream,
    line: usize,
    ended: bool,
}

impl Lines {
    pub(super) fn of(name: String, stream: Stream) -> Self {
        Self {
            name,
            stream,
            line: 0,
            ended: false,
        }
    }

    /// The next line that is not blank.
    pub(super) fn next(&mut self) -> Option<Found> {
        while !self.ended {
            let mut bytes = Vec::new();
            self.line += 1;
            let name = format!("{}, line {}", self.name, self.line);
            let read = (&mut self.stream)
                .take(LONGEST + 1)
                .read_until(b'\n', &mut bytes);
            match read {
                Ok(0) => self.ended = true,
                Ok(length) if length as u64 > LONGEST => {
                    // Where the next one begins is not known.
                    self.ended = true;
                    return Some(Found::unread(name, &super::open::too_long()));
                }
                Ok(_) if bytes.trim_ascii().is_empty() => {}
                Ok(_) => {
                    return Some(Found {
                        name,
                        content: Content::Line(bytes),
                    });
                }
                Err(error) => {
                    self.ended = true;
                    return Some(Found::unread(name, &error));
                }
            }
        }
        None
    }
}

/// What a line says; fields that are not known are somebody else's.
#[derive(Debug, Deserialize)]
struct Line {
    #[serde(default)]
    id: Option<serde_json::Value>,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    html: Option<String>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default, alias = "date")]
    published: Option<String>,
    #[serde(default, alias = "address")]
    url: Option<String>,
    #[serde(default)]
    language: Option<String>,
}

/// Reads the document of a line, with the id that it has.
pub(super) fn read(bytes: &[u8]) -> Result<(Option<String>, Document), String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| String::from("it is not UTF-8"))?;
    let line: Line = serde_json::from_str(text.trim()).map_err(|error| {
        // Every line stands for itself: the place within it is the column.
        let (what, column) = (error.to_string(), error.column());
        what.strip_suffix(&format!(" at line 1 column {column}"))
            .map_or(what.clone(), |what| format!("{what} (column {column})"))
    })?;
    let mut document = match (&line.html, &line.text) {
        (Some(html), _) => Document::of_html(html),
        (None, Some(text)) => match line.title.as_deref().map(str::trim) {
            // A title that the text has too is no second one.
            Some(title) if !title.is_empty() && !text.trim_start().starts_with(title) => {
                Document::of_text(&format!("# {title}\n\n{text}"))
            }
            _ => Document::of_text(text),
        },
        (None, None) => return Err(String::from("it has neither `text` nor `html`")),
    };
    document.page.url = line.url.unwrap_or_default();
    if let Some(language) = line.language {
        document.page.language = language;
    }
    let day = line
        .published
        .filter(|day| plumbline_core::article::day(day).is_some());
    let id = line.id.map(|id| match id {
        serde_json::Value::String(id) => id,
        other => other.to_string(),
    });
    Ok((id, document.published(day)))
}
