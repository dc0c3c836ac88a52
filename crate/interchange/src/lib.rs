//! Reference sets as they are exchanged: text files, and tables of many kinds.

pub mod table;
pub mod toml;
