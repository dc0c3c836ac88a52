//! What ships with Plumbline: its language and its reference set, compiled when this crate is built.

use plumbline_core::language::Language;
use plumbline_core::reference::{PackError, Reference};
use std::sync::OnceLock;

/// The packed set, as built from the text files under `reference/`.
pub const PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bundled.plumbline"));

/// English, compiled from the data files of the core.
const ENGLISH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/english.plumbline"));

/// English.
///
/// # Errors
/// When it is damaged.
pub fn language() -> Result<Language, PackError> {
    static LANGUAGE: OnceLock<Option<Language>> = OnceLock::new();
    (LANGUAGE.get_or_init(|| Language::unpack(ENGLISH))).ok_or(PackError::Damaged)
}

/// The bundled reference set, ready to be compared with.
///
/// # Errors
/// When the pack is damaged or of another version; the set itself is verified at build time.
pub fn reference() -> Result<Reference, PackError> {
    Reference::unpack(language()?, PACK)
}
