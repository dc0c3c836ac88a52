//! Documents of many kinds, one after the other: files, folders, globs, standard input; compressed, in JSON lines, in web
//! archives. What is being read is bounded, however much there is; what cannot be read is handed on as that, and the
//! rest goes on.

mod archive;
mod lines;
mod open;
mod paths;

pub use open::LONGEST;

use archive::Archive;
use lines::Lines;
use open::Stream;
use plumbline_document::Document;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::vec;

/// A document as it was found.
#[derive(Debug)]
pub struct Found {
    /// What it is called in what is written: its path, with the line or the address within it.
    pub name: String,
    content: Content,
}

#[derive(Debug)]
enum Content {
    /// A file's bytes; its name says what it is.
    File(Vec<u8>, PathBuf),
    /// A line of JSON.
    Line(Vec<u8>),
    /// What an archive holds of an address; whether it says that it is HTML.
    Archived(Vec<u8>, String, bool),
    /// Nothing that can be read, and why.
    Unread(String),
}

/// A document that was read, or why it could not be.
#[derive(Debug)]
pub struct Article {
    /// What it is called.
    pub name: String,
    /// The document.
    pub document: Result<Document, String>,
}

impl Found {
    fn unread(name: impl Into<String>, why: &impl ToString) -> Self {
        Self {
            name: name.into(),
            content: Content::Unread(why.to_string()),
        }
    }

    /// How many bytes it takes.
    pub fn len(&self) -> usize {
        match &self.content {
            Content::File(bytes, _) | Content::Line(bytes) | Content::Archived(bytes, ..) => {
                bytes.len()
            }
            Content::Unread(_) => 0,
        }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Reads it: its encoding is recognised, its form too.
    pub fn read(self) -> Article {
        let Self { mut name, content } = self;
        let document = match content {
            Content::File(bytes, path) => {
                Document::read(&bytes, &path).map_err(|refusal| refusal.to_string())
            }
            Content::Line(bytes) => lines::read(&bytes).map(|(id, document)| {
                if let Some(id) = id {
                    name = id;
                }
                document
            }),
            Content::Archived(bytes, address, html) => {
                let path = Path::new(if html { "page.html" } else { "page.txt" });
                let document = Document::read(&bytes, path);
                document
                    .map_err(|refusal| refusal.to_string())
                    .map(|mut document| {
                        document.page.url = address;
                        document
                    })
            }
            Content::Unread(why) => Err(why),
        };
        Article { name, document }
    }
}

/// The documents that `paths` name, in order: `-` is standard input, a folder all that is in it, a pattern (`*`, `?`)
/// what it fits where no file is called so.
#[derive(Debug)]
pub struct Inputs {
    paths: vec::IntoIter<PathBuf>,
    /// What is being read of a file that holds many.
    many: Option<Many>,
    passed_over: usize,
}

#[derive(Debug)]
enum Many {
    Lines(Lines),
    Archive(Box<Archive>),
}

impl Inputs {
    /// What is named there.
    pub fn of(paths: &[PathBuf]) -> Self {
        let (paths, passed_over) = paths::expanded(paths);
        Self {
            paths: paths.into_iter(),
            many: None,
            passed_over,
        }
    }

    /// How many files of folders were passed over, for they are of other kinds: pictures, programs.
    pub fn passed_over(&self) -> usize {
        self.passed_over
    }

    /// How many files there are still to be opened.
    pub fn files_left(&self) -> usize {
        self.paths.len()
    }

    fn open(&mut self, path: &Path) -> Option<Found> {
        let name = name(path);
        let mut stream = match Stream::open(path) {
            Ok(stream) => stream,
            Err(error) => return Some(Found::unread(name, &error)),
        };
        let kind = match stream.kind() {
            Ok(kind) => kind,
            Err(error) => return Some(Found::unread(name, &error)),
        };
        match kind {
            open::Kind::Lines => {
                self.many = Some(Many::Lines(Lines::of(name, stream)));
                None
            }
            open::Kind::Archive => {
                self.many = Some(Many::Archive(Box::new(Archive::of(name, stream))));
                None
            }
            open::Kind::Document => Some(match whole(&mut stream) {
                Ok(bytes) => Found {
                    name,
                    content: Content::File(bytes, stream.named()),
                },
                Err(error) => Found::unread(name, &error),
            }),
        }
    }
}

impl Iterator for Inputs {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            if let Some(many) = &mut self.many {
                let next = match many {
                    Many::Lines(lines) => lines.next(),
                    Many::Archive(archive) => archive.next(),
                };
                if next.is_some() {
                    return next;
                }
                self.many = None;
            }
            let path = self.paths.next()?;
            if let Some(found) = self.open(&path) {
                return Some(found);
            }
        }
    }
}

/// The text of a file that is no document, a table for one: unpacked, its encoding recognised.
///
/// # Errors
/// When it cannot be read, or is no text.
pub fn text(path: &Path) -> io::Result<String> {
    let bytes = whole(&mut Stream::open(path)?)?;
    plumbline_document::decode(&bytes)
        .map_err(|refusal| io::Error::new(io::ErrorKind::InvalidData, refusal))
}

/// How a document is called in what is written.
pub fn name(path: &Path) -> String {
    if path == Path::new("-") {
        String::from("standard input")
    } else {
        path.display().to_string()
    }
}

/// All of a stream. Pipes and devices may have no end, and what is compressed may be much longer than it looks.
fn whole(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Err(open::too_long());
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::whole;
    use std::io::{Read, repeat};

    #[test]
    fn what_has_no_end_is_refused() {
        assert!(whole(&mut repeat(b' ')).is_err());
        let rest = whole(&mut repeat(b' ').take(1 << 20)).expect("it is not longer");
        assert_eq!(rest.len(), 1 << 20);
    }
}
