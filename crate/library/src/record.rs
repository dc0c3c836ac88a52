//! Records as bytes: which they are, in which version, and whether they are whole.

use plumbline_core::reference::checksum;
use serde::Serialize;
use serde::de::DeserializeOwned;

const MAGIC: [u8; 3] = *b"PLR";

/// Magic, kind, version and checksum.
const HEADER: usize = 3 + 1 + 2 + 4;

/// What a record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A [`crate::SavedArticle`].
    Article = b'a' as isize,
    /// A [`crate::Segment`].
    Names = b'n' as isize,
}

/// What keeps a record from being read. It stays where it is: another version may read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It was written by a newer version of Plumbline.
    Newer,
    /// It is not whole, or no record.
    Damaged,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Newer => "it was saved by a newer version of Plumbline",
            Self::Damaged => "it is damaged",
        })
    }
}

impl std::error::Error for Unreadable {}

/// The bytes of a record; the same content gives the same bytes.
pub(crate) fn frame(kind: Kind, version: u16, content: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEADER + content.len());
    bytes.extend_from_slice(&MAGIC);
    bytes.push(kind as u8);
    bytes.extend_from_slice(&version.to_le_bytes());
    bytes.extend_from_slice(&checksum(content).to_le_bytes());
    bytes.extend_from_slice(content);
    bytes
}

/// Version and content of a record, of which `newest` is the newest version that is known.
///
/// # Errors
/// When the bytes are no record of that kind, not whole, or of a newer version.
pub(crate) fn unframe(kind: Kind, newest: u16, bytes: &[u8]) -> Result<(u16, &[u8]), Unreadable> {
    let rest = bytes.strip_prefix(&MAGIC).ok_or(Unreadable::Damaged)?;
    let (&of, rest) = rest.split_first().ok_or(Unreadable::Damaged)?;
    let (version, rest) = rest.split_first_chunk::<2>().ok_or(Unreadable::Damaged)?;
    let (sum, content) = rest.split_first_chunk::<4>().ok_or(Unreadable::Damaged)?;
    if of != kind as u8 || u32::from_le_bytes(*sum) != checksum(content) {
        return Err(Unreadable::Damaged);
    }
    let version = u16::from_le_bytes(*version);
    if version > newest {
        return Err(Unreadable::Newer);
    }
    Ok((version, content))
}

/// The content of a record of version 1, and of every one that only adds kinds of records.
pub(crate) fn encode<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_stdvec(value).unwrap_or_default()
}

/// What [`encode`] was given.
///
/// # Errors
/// When the bytes hold something else.
pub(crate) fn decode<T: DeserializeOwned>(content: &[u8]) -> Result<T, Unreadable> {
    match postcard::take_from_bytes(content) {
        Ok((value, [])) => Ok(value),
        _ => Err(Unreadable::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Unreadable, frame, unframe};

    #[test]
    fn records_round_trip_and_damage_is_told() {
        let bytes = frame(Kind::Article, 1, b"content");
        let read = |bytes: &[u8]| {
            unframe(Kind::Article, 1, bytes).map(|(version, content)| (version, content.to_vec()))
        };
        assert_eq!(read(&bytes), Ok((1, b"content".to_vec())));
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 4;
            assert!(read(&damaged).is_err(), "byte {at}");
            assert!(read(&bytes[..at]).is_err(), "cut at {at}");
        }
        assert_eq!(read(&frame(Kind::Article, 2, b"x")), Err(Unreadable::Newer));
        assert_eq!(read(&frame(Kind::Names, 1, b"x")), Err(Unreadable::Damaged));
    }
}
