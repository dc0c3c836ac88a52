//! Reference sets as people write them: a folder of TOML files.
//!
//! ```text
//! set.toml          name, what it covers, derivations
//! entities.toml     who and what the statements are about
//! properties.toml   what can be stated, and how texts state it
//! sources/*.toml    one file a document: publisher, title, date, and its statements
//! ```
//!
//! The format is described in `docs/reference-set.md`.

mod files;
mod propose;
mod verify;

pub(crate) use files::take_what_is_stated;
pub use files::{Loaded, Place, load, sets_in};
pub use propose::{Mark, Proposal, propose, same_statement, source_file};
pub use verify::{Problem, verify};
