//! What is exchanged: reference sets as text files, and as tables of many kinds; findings as annotations.

pub mod annotation;
#[cfg(feature = "sets")]
pub mod table;
#[cfg(feature = "sets")]
pub mod toml;
