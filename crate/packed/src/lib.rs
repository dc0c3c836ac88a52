//! Large reference sets, packed so that a text is held against a million statements without reading more than it names.
//!
//! ```text
//! head         what the set is called and covers, its properties, the words that many statements share, where each shard begins
//! names        every name in lower case → the entities that it can mean (a finite-state map)
//! entities     the entities in the order of their names, front-coded, in shards
//! statements   in the order of entity, property, object; differences to the one before, in shards of blocks
//! sources      in shards
//! ```
//!
//! Each part stands for itself: a store keeps a record a part, a file all of them one after the other
//! ([`Packed::to_bytes`]). Who has a text asks [`Names::named`] whom it can name, gets the shards that hold those
//! ([`Head::parts_of`]), and has a [`Set`](plumbline_core::reference::Set) of them alone ([`Head::subset`]).
//! Nothing here does I/O, and no bytes make it panic.

mod automaton;
mod entities;
mod figures;
mod file;
mod head;
mod names;
mod pack;
mod sources;
mod statements;
mod wire;

pub use file::{Opened, Table};
pub use head::{Head, NoSubset, Part};
pub use names::Names;
pub use pack::{NotPacked, Packed, pack};
pub use statements::Found;

/// How long a shard is, in bytes, about.
pub const SHARD: usize = 12 << 10;

/// The longest figure, time, kind or name, in bytes.
pub const LONGEST_TEXT: usize = 1_000;

/// The longest that a title, a publisher or an address of a source is, in bytes.
pub const LONGEST_TITLE: usize = 4_000;

/// The most names of an entity of each sort: aliases, short names, descriptions.
pub const MOST_NAMES: usize = 1_000;

/// What keeps packed bytes from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// They do not start as a packed set does.
    NotAPack,
    /// They were written in another version of the format.
    OtherVersion(u16),
    /// A checksum does not fit, or the content cannot be decoded.
    Damaged,
}

impl std::fmt::Display for Damage {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotAPack => out.write_str("this is not a packed reference set"),
            Self::OtherVersion(version) => write!(
                out,
                "the set is packed in format {version}, and this version of Plumbline reads format {}: pack it again",
                file::VERSION
            ),
            Self::Damaged => out.write_str("the packed set is damaged: pack it again"),
        }
    }
}

impl std::error::Error for Damage {}
