//! The reference set that ships with Plumbline.

use plumbline_core::reference::{PackError, Reference, unpack};

/// The packed set, as built from the text files under `reference/`.
pub const PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bundled.plumbline"));

/// The bundled reference set, ready to be compared with.
///
/// # Errors
/// When the pack is damaged or of another version; the set itself is verified at build time.
pub fn reference() -> Result<Reference, PackError> {
    let (reference, _verified) = Reference::new(unpack(PACK)?);
    Ok(reference)
}
