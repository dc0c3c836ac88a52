//! What reference sets are exchanged as, and turned into what the core compares with.

pub mod toml;
