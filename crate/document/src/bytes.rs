//! The bytes of a file as text, whatever it is encoded in; what is no text is refused.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::error::Error;
use std::fmt;

/// How much of a file is looked at to tell what it is.
const HEAD: usize = 4096;

/// How far from the start a page may say its encoding.
const DECLARED: usize = 1024;

/// A file that cannot be read as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotText {
    kind: &'static str,
}

impl fmt::Display for NotText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{} cannot be read; save it as text, Markdown or HTML first",
            self.kind
        )
    }
}

impl Error for NotText {}

/// How files begin that are no text, and what they are.
const SIGNATURES: [(&[u8], &str); 14] = [
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "an archive or office document"),
    (b"\xD0\xCF\x11\xE0", "an office document"),
    (b"{\\rtf", "a document in rich text format"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"\x1F\x8B", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xFD7zXZ", "a compressed file"),
    (b"7z\xBC\xAF", "a compressed file"),
    (b"\x28\xB5\x2F\xFD", "a compressed file"),
    (b"\x7FELF", "a program"),
    (b"SQLite format 3", "a database"),
];

/// Reads bytes as text: by their byte order mark, as UTF-8, as the page says, else by their look.
///
/// # Errors
/// When they are no text.
pub fn decode(bytes: &[u8]) -> Result<String, NotText> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return text(
            encoding
                .decode_without_bom_handling(&bytes[mark..])
                .0
                .into(),
        );
    }
    if let Some((_, kind)) = SIGNATURES
        .iter()
        .find(|(signature, _)| bytes.starts_with(signature))
    {
        return Err(NotText { kind });
    }
    if let Some(wide) = wide(bytes) {
        return text(wide.decode_without_bom_handling(bytes).0.into());
    }
    match std::str::from_utf8(bytes) {
        Ok(read) => text(read.to_owned()),
        Err(_) => text(encoding(bytes).decode_without_bom_handling(bytes).0.into()),
    }
}

/// A text, unless it holds what no text does.
fn text(read: String) -> Result<String, NotText> {
    if read.contains('\0') || is_strange(&read) {
        return Err(NotText {
            kind: "a binary file",
        });
    }
    Ok(read)
}

/// Whether there are more characters at its start than a text has that stand for nothing.
fn is_strange(read: &str) -> bool {
    // Nearly every text has none of the bytes that begin them, which is seen without reading characters.
    let bytes = &read.as_bytes()[..read.len().min(HEAD * char::MAX.len_utf8())];
    let begins = |(at, byte): (usize, &u8)| match byte {
        b' '..=b'~' => false,
        0xC2 => bytes.get(at + 1).is_none_or(|next| *next < 0xA0),
        0xEF => bytes.get(at + 1).is_none_or(|next| *next == 0xBF),
        _ => byte.is_ascii_control() && !byte.is_ascii_whitespace(),
    };
    if !bytes.iter().enumerate().any(begins) {
        return false;
    }
    let head = || read.chars().take(HEAD);
    let strange = head()
        .filter(|c| {
            (c.is_control() && !c.is_whitespace() && !matches!(c, '\u{1b}' | '\u{8}'))
                || *c == '\u{fffd}'
        })
        .count();
    strange * 50 > head().count()
}

/// UTF-16 without a mark: every other byte of western text is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD) & !1];
    if !head.contains(&0) {
        return None;
    }
    let zeros = |odd: usize| {
        let each = head.iter().skip(odd).step_by(2);
        each.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let most = head.len() * 2 / 5;
    match (even > most, odd > most) {
        (true, false) if odd == 0 => Some(UTF_16BE),
        (false, true) if even == 0 => Some(UTF_16LE),
        _ => None,
    }
}

/// What bytes are encoded in that are no UTF-8: what the page says, else what they look like.
fn encoding(bytes: &[u8]) -> &'static Encoding {
    let head = &bytes[..bytes.len().min(DECLARED)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let declared = head
        .split_once("charset=")
        .or_else(|| head.split_once("encoding="))
        .map(|(_, name)| name.trim_start_matches(['"', '\'']))
        .and_then(|name| {
            name.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'))
                .next()
        })
        .and_then(|name| Encoding::for_label(name.as_bytes()))
        .filter(|encoding| *encoding != UTF_8 && *encoding != UTF_16LE && *encoding != UTF_16BE);
    declared.unwrap_or_else(|| {
        let mut detector = chardetng::EncodingDetector::new();
        detector.feed(bytes, true);
        detector.guess(None, false)
    })
}

#[cfg(test)]
mod tests {
    use super::decode;

    /// A text in UTF-16, least byte first or last.
    fn wide(text: &str, least_first: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| {
                if least_first {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect()
    }

    #[test]
    fn texts_are_read_in_whatever_they_are_encoded() {
        let text = "The café paid £1,200 — “twice”.";
        let western = b"The caf\xE9 paid \xA31,200 \x97 \x93twice\x94.";
        let declared = [
            b"<meta charset=\"windows-1251\"><p>".as_slice(),
            b"\xEC\xEE\xF1\xF2",
        ]
        .concat();
        let marked = "\u{feff}".to_owned() + text;
        for (bytes, expected) in [
            (text.as_bytes().to_vec(), text),
            (marked.as_bytes().to_vec(), text),
            (wide(&marked, true), text),
            (wide(&marked, false), text),
            (wide("It paid 1,200 crowns.", true), "It paid 1,200 crowns."),
            (
                wide("It paid 1,200 crowns.", false),
                "It paid 1,200 crowns.",
            ),
            (western.to_vec(), text),
            (declared, "<meta charset=\"windows-1251\"><p>мост"),
            (Vec::new(), ""),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok(expected), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused_and_said_to_be_what_it_is() {
        for (bytes, kind) in [
            (b"%PDF-1.7\n1 0 obj".as_slice(), "a PDF"),
            (b"PK\x03\x04\x14\0", "an archive or office document"),
            (b"\x89PNG\r\n", "a picture"),
            (b"abc\0def", "a binary file"),
            (b"\x01\x02\x03abc\x04", "a binary file"),
            (b"\0\0\0\0", "a binary file"),
        ] {
            let refusal = decode(bytes).expect_err(kind).to_string();
            assert!(refusal.starts_with(kind), "{refusal}");
        }
    }
}
