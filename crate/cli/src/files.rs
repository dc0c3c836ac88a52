//! The single documents that are named on the command line.

use plumbline_corpus::inputs::{Inputs, name};
use plumbline_document::Document;
use std::io;
use std::path::{Path, PathBuf};

/// Reads a document, `-` from standard input; errors name it. Of what holds several it is the first.
pub(crate) fn read(path: &Path) -> io::Result<Document> {
    let invalid = |what: String| io::Error::new(io::ErrorKind::InvalidData, what);
    let found = Inputs::of(&[PathBuf::from(path)]).next();
    let found = found.ok_or_else(|| invalid(format!("{}: holds no document", name(path))))?;
    let article = found.read();
    let document = article.document;
    document.map_err(|why| invalid(format!("{}: {why}", article.name)))
}
