//! The packed form: magic, format version, checksum, the set, and the patterns that its words were made into.

use super::Set;

/// The version of the packed form that this engine writes and reads.
pub const FORMAT_VERSION: u16 = 4;

const MAGIC: &[u8; 4] = b"PLMB";
#[cfg(feature = "load")]
const HEADER: usize = 4 + 2 + 4;

/// What keeps a pack from being read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackError {
    /// It does not start as a pack does.
    NotAPack,
    /// It was written in another version of the format.
    OtherVersion(u16),
    /// Its checksum does not fit, or its content cannot be decoded.
    Damaged,
}

impl std::fmt::Display for PackError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotAPack => f.write_str("this is not a packed reference set"),
            Self::OtherVersion(version) => write!(
                f,
                "the reference set is packed in format {version}, and this version of Plumbline reads format {FORMAT_VERSION}: update Plumbline or pack the set again"
            ),
            Self::Damaged => {
                f.write_str("the packed reference set is damaged: install or pack it again")
            }
        }
    }
}

impl std::error::Error for PackError {}

/// Packs a set with its patterns; the same set gives the same bytes.
#[cfg(feature = "load")]
pub(super) fn pack(set: &Set, patterns: &[u8]) -> Vec<u8> {
    let mut content = postcard::to_stdvec(set).unwrap_or_default();
    content.extend_from_slice(patterns);
    let mut bytes = Vec::with_capacity(HEADER + content.len());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
    bytes.extend_from_slice(&checksum(&content).to_le_bytes());
    bytes.extend_from_slice(&content);
    bytes
}

/// Reads a packed set back, with its patterns as they are packed.
///
/// # Errors
/// When the bytes are no pack, of another version, or damaged.
pub(super) fn unpack(bytes: &'static [u8]) -> Result<(Set, &'static [u8]), PackError> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(PackError::NotAPack)?;
    let (version, rest) = rest.split_first_chunk::<2>().ok_or(PackError::Damaged)?;
    let version = u16::from_le_bytes(*version);
    if version != FORMAT_VERSION {
        return Err(PackError::OtherVersion(version));
    }
    let (sum, content) = rest.split_first_chunk::<4>().ok_or(PackError::Damaged)?;
    if u32::from_le_bytes(*sum) != checksum(content) {
        return Err(PackError::Damaged);
    }
    postcard::take_from_bytes(content).map_err(|_| PackError::Damaged)
}

/// FNV-1a: guards against damage, not against forgery; the pack ships inside the signed extension.
pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_round_trip_and_damage_is_told() {
        let set = Set {
            name: "a set".into(),
            ..Set::default()
        };
        let bytes = pack(&set, b"patterns");
        let unpacked = |bytes: &[u8]| unpack(bytes.to_vec().leak());
        assert_eq!(unpacked(&bytes), Ok((set, b"patterns".as_slice())));
        assert_eq!(unpacked(b"nothing"), Err(PackError::NotAPack));
        let mut damaged = bytes.clone();
        *damaged.last_mut().expect("a pack is not empty") ^= 1;
        assert_eq!(unpacked(&damaged), Err(PackError::Damaged));
        let mut newer = bytes;
        newer[4] = 9;
        assert_eq!(unpacked(&newer), Err(PackError::OtherVersion(9)));
    }
}
