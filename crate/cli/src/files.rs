//! The documents that are named on the command line.

use plumbline_document::Document;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The longest document that is read. Pipes and devices may have no end.
const LONGEST: u64 = 64 << 20;

/// Reads a document, `-` from standard input; errors name it.
pub(crate) fn read(path: &Path) -> io::Result<Document> {
    bytes(path)
        .and_then(|bytes| {
            Document::read(&bytes, path)
                .map_err(|refusal| io::Error::new(io::ErrorKind::InvalidData, refusal))
        })
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", name(path))))
}

/// How a document is called in what is written.
pub(crate) fn name(path: &Path) -> String {
    if path == Path::new("-") {
        String::from("standard input")
    } else {
        path.display().to_string()
    }
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if path == Path::new("-") {
        return whole(io::stdin().lock(), LONGEST);
    }
    whole(File::open(path)?, LONGEST)
}

fn whole(input: impl Read, longest: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(longest + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > longest {
        let refusal = format!("longer than {} MB, and not read", longest >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, refusal));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::whole;
    use std::io::{Read, repeat};

    #[test]
    fn what_has_no_end_is_refused() {
        assert!(whole(repeat(b' '), 1 << 20).is_err());
        let rest = whole(repeat(b' ').take(1 << 20), 1 << 20).expect("it is not longer");
        assert_eq!(rest.len(), 1 << 20);
    }
}
