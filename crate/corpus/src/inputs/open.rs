//! A file opened: whatever it is compressed with is unpacked, and its first bytes say what it holds.

use flate2::read::MultiGzDecoder;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// The longest document that is read, in bytes, unpacked.
pub const LONGEST: u64 = 64 << 20;

/// How much is looked at to tell what a file holds.
const HEAD: usize = 64 << 10;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One document.
    Document,
    /// A document a line, in JSON.
    Lines,
    /// A web archive.
    Archive,
}

/// The bytes of a file, unpacked.
pub(super) struct Stream {
    input: Box<dyn BufRead + Send>,
    path: PathBuf,
}

impl fmt::Debug for Stream {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Stream")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

pub(super) fn too_long() -> io::Error {
    let refusal = format!("longer than {} MB, and not read", LONGEST >> 20);
    io::Error::new(io::ErrorKind::FileTooLarge, refusal)
}

impl Stream {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let input: Box<dyn Read + Send> = if path == Path::new("-") {
            Box::new(io::stdin())
        } else {
            Box::new(File::open(path)?)
        };
        let mut input = BufReader::with_capacity(HEAD, input);
        let compressed = input.fill_buf()?.starts_with(b"\x1f\x8b");
        let input: Box<dyn BufRead + Send> = if compressed {
            Box::new(BufReader::with_capacity(HEAD, MultiGzDecoder::new(input)))
        } else {
            Box::new(input)
        };
        Ok(Self {
            input,
            path: path.to_owned(),
        })
    }

    /// The name of what is in it: that of the file without the ending of what it was compressed with.
    pub(super) fn named(&self) -> PathBuf {
        let compressed = self
            .path
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("gz"));
        if compressed {
            self.path.with_extension("")
        } else {
            self.path.clone()
        }
    }

    /// What it holds: by its name, else by how it begins.
    pub(super) fn kind(&mut self) -> io::Result<Kind> {
        let named = self.named();
        let ending = named
            .extension()
            .and_then(|e| e.to_str())
            .unwrap_or_default();
        let is = |ending: &str, all: &[&str]| all.iter().any(|e| ending.eq_ignore_ascii_case(e));
        if is(ending, &["jsonl", "ndjson"]) {
            return Ok(Kind::Lines);
        }
        if is(ending, &["warc", "wet"]) {
            return Ok(Kind::Archive);
        }
        let head = self.input.fill_buf()?;
        if head.starts_with(b"WARC/") {
            return Ok(Kind::Archive);
        }
        Ok(if begins_as_lines(head) {
            Kind::Lines
        } else {
            Kind::Document
        })
    }
}

/// Whether a file begins with an object of JSON that has a text.
fn begins_as_lines(head: &[u8]) -> bool {
    let head = head
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(head)
        .trim_ascii_start();
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let has = |name: &[u8]| line.windows(name.len()).any(|window| window == name);
    head.starts_with(b"{") && (has(b"\"text\"") || has(b"\"html\""))
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.input.read(buffer)
    }
}

impl BufRead for Stream {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.input.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.input.consume(amount);
    }
}
