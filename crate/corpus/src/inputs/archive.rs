//! Web archives (WARC): the pages that servers answered with, and the texts that were made of them.
//!
//! Heads of records are parsed by the crate `warc`; how much is read of a record is bounded here, for a damaged length
//! would have it read on and on.

use super::open::{LONGEST, Stream, too_long};
use super::{Content, Found};
use flate2::read::{MultiGzDecoder, ZlibDecoder};
use std::io::{self, BufRead, Read};

/// How long the head of a record is at the most.
const HEAD: u64 = 64 << 10;

/// How many header lines an answer of a server has at the most.
const HEADERS: usize = 128;

/// An archive as it is being read.
#[derive(Debug)]
pub(super) struct Archive {
    name: String,
    stream: Stream,
    record: usize,
    ended: bool,
}

/// The head of a record.
#[derive(Debug)]
struct Head {
    fields: Vec<(String, String)>,
    length: u64,
}

impl Head {
    fn field(&self, name: &str) -> &str {
        let field = self
            .fields
            .iter()
            .find(|(field, _)| field.eq_ignore_ascii_case(name));
        field.map_or("", |(_, value)| value.trim())
    }
}

impl Archive {
    pub(super) fn of(name: String, stream: Stream) -> Self {
        Self {
            name,
            stream,
            record: 0,
            ended: false,
        }
    }

    /// The next record that holds a page or a text.
    pub(super) fn next(&mut self) -> Option<Found> {
        while !self.ended {
            self.record += 1;
            match self.record() {
                Ok(found) => {
                    if found.is_some() {
                        return found;
                    }
                }
                Err(error) => {
                    // Where the next record begins is not known.
                    self.ended = true;
                    let name = format!("{}, record {}", self.name, self.record);
                    return Some(Found::unread(name, &format!("damaged archive: {error}")));
                }
            }
        }
        None
    }

    /// Reads a record; gives what it holds where that is a page or a text.
    fn record(&mut self) -> io::Result<Option<Found>> {
        let Some(head) = self.head()? else {
            self.ended = true;
            return Ok(None);
        };
        let kind = head.field("content-type").to_ascii_lowercase();
        let answers = match head.field("warc-type") {
            "response" => kind.starts_with("application/http"),
            "resource" | "conversion" => is_html(&kind).is_some(),
            _ => return self.pass_over(head.length).map(|()| None),
        };
        let address = head
            .field("warc-target-uri")
            .trim_matches(['<', '>'])
            .to_owned();
        let name = format!("{}, {address}", self.name);
        if !answers || head.length > LONGEST {
            self.pass_over(head.length)?;
            return Ok(answers.then(|| Found::unread(name, &too_long())));
        }
        let mut body = Vec::new();
        (&mut self.stream)
            .take(head.length)
            .read_to_end(&mut body)?;
        if (body.len() as u64) < head.length {
            return Err(io::Error::new(
                io::ErrorKind::UnexpectedEof,
                "it ends within a record",
            ));
        }
        let content = if kind.starts_with("application/http") {
            answer(&body)
        } else {
            is_html(&kind).map(|html| Ok((body, html)))
        };
        Ok(content.map(|content| match content {
            Ok((bytes, html)) => Found {
                name,
                content: Content::Archived(bytes, address, html),
            },
            Err(why) => Found::unread(name, &why),
        }))
    }

    /// The head of the next record; none at the end.
    fn head(&mut self) -> io::Result<Option<Head>> {
        let mut bytes = Vec::new();
        loop {
            let before = bytes.len();
            let left = HEAD.saturating_sub(before as u64);
            let length = (&mut self.stream)
                .take(left)
                .read_until(b'\n', &mut bytes)?;
            let blank = bytes[before..].trim_ascii().is_empty();
            match (length, before) {
                (0, 0) => return Ok(None),
                (0, _) => return Err(invalid("a record has no head")),
                // Blank lines part records.
                (_, 0) if blank => bytes.clear(),
                _ if blank => break,
                _ => {}
            }
        }
        let (_, (_, fields, length)) =
            warc::parser::headers(&bytes).map_err(|_| invalid("a record's head cannot be read"))?;
        let fields = (fields.into_iter())
            .map(|(name, value)| (name.to_owned(), String::from_utf8_lossy(value).into_owned()));
        Ok(Some(Head {
            fields: fields.collect(),
            length: length as u64,
        }))
    }

    fn pass_over(&mut self, length: u64) -> io::Result<()> {
        io::copy(&mut (&mut self.stream).take(length), &mut io::sink()).map(drop)
    }
}

fn invalid(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what.to_owned())
}

/// Whether a kind of content is HTML or a text; none for pictures and all else.
fn is_html(kind: &str) -> Option<bool> {
    let kind = kind.split(';').next().unwrap_or_default().trim();
    match kind {
        "text/html" | "application/xhtml+xml" => Some(true),
        "text/plain" | "text/markdown" => Some(false),
        _ => None,
    }
}

/// The page of a server's answer and whether it is HTML; none where it is no page, or none was found.
fn answer(body: &[u8]) -> Option<Result<(Vec<u8>, bool), String>> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut answer = httparse::Response::new(&mut headers);
    let Ok(httparse::Status::Complete(start)) = answer.parse(body) else {
        return Some(Err(String::from("the answer of its server cannot be read")));
    };
    if !answer.code.is_some_and(|code| (200..300).contains(&code)) {
        return None;
    }
    let field = |name: &str| {
        let header = answer
            .headers
            .iter()
            .find(|h| h.name.eq_ignore_ascii_case(name));
        let value = header.map_or_else(String::new, |h| {
            String::from_utf8_lossy(h.value).into_owned()
        });
        value.trim().to_ascii_lowercase()
    };
    let kind = field("content-type");
    let html = is_html(&kind)?;
    let mut content = body.get(start..).unwrap_or_default().to_vec();
    if field("transfer-encoding").contains("chunked") {
        // Most archives have taken the chunks apart, and left the header.
        content = unchunked(&content).unwrap_or(content);
    }
    let unpacked = match field("content-encoding").as_str() {
        "gzip" | "x-gzip" if content.starts_with(b"\x1f\x8b") => {
            bounded(MultiGzDecoder::new(content.as_slice()))
        }
        "deflate" => bounded(ZlibDecoder::new(content.as_slice())).or(Ok(content)),
        "br" | "zstd" => Err(String::from("it is compressed in a way that is not read")),
        _ => Ok(content),
    };
    Some(unpacked.map(|bytes| (if html { declared(bytes, &kind) } else { bytes }, html)))
}

/// A page with the encoding that its server named, where it says none itself.
fn declared(bytes: Vec<u8>, kind: &str) -> Vec<u8> {
    let named = kind
        .split_once("charset=")
        .map(|(_, name)| name.trim_matches(['"', '\'', ' ']));
    let head = &bytes[..bytes.len().min(1024)];
    let says = String::from_utf8_lossy(head)
        .to_ascii_lowercase()
        .contains("charset");
    match named {
        Some(name)
            if !says
                && name
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)) =>
        {
            let mut all = format!("<meta charset=\"{name}\">").into_bytes();
            all.extend(bytes);
            all
        }
        _ => bytes,
    }
}

fn bounded(packed: impl Read) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = packed.take(LONGEST + 1).read_to_end(&mut bytes);
    read.map_err(|error| error.to_string())?;
    if bytes.len() as u64 > LONGEST {
        return Err(too_long().to_string());
    }
    Ok(bytes)
}

/// What was sent in chunks, joined; none where it is not in chunks.
fn unchunked(mut content: &[u8]) -> Option<Vec<u8>> {
    let mut joined = Vec::new();
    loop {
        let Ok(httparse::Status::Complete((start, length))) = httparse::parse_chunk_size(content)
        else {
            return None;
        };
        if length == 0 {
            return Some(joined);
        }
        let end = start.checked_add(usize::try_from(length).ok()?)?;
        joined.extend_from_slice(content.get(start..end)?);
        content = content.get(end + 2..)?;
    }
}
