//! The single files that are named on the command line.

use plumbline_corpus::inputs::Inputs;
pub(crate) use plumbline_corpus::inputs::name;
use plumbline_document::Document;
use std::fs::File;
use std::io::{self, Read};
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

/// The longest text that is read, in bytes. Pipes and devices may have no end.
const LONGEST: u64 = 64 << 20;

/// Reads a text that is no document, `-` from standard input; errors name it.
pub(crate) fn text(path: &Path) -> io::Result<String> {
    let whole = |input: &mut dyn Read| -> io::Result<String> {
        let mut text = String::new();
        input.take(LONGEST + 1).read_to_string(&mut text)?;
        if text.len() as u64 > LONGEST {
            let refusal = format!("longer than {} MB, and not read", LONGEST >> 20);
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, refusal));
        }
        Ok(text)
    };
    let read = if path == Path::new("-") {
        whole(&mut io::stdin().lock())
    } else {
        File::open(path).and_then(|mut file| whole(&mut file))
    };
    read.map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", name(path))))
}
