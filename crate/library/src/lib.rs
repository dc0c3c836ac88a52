//! The reader's library: saved articles and reference sets, as records that a store keeps and indexes that find those
//! which a page can touch.
//!
//! Everything here is bytes in, bytes out: the extension keeps them in `IndexedDB`, tests in memory. A record says its
//! version and has a checksum; one that is damaged, or of a newer version, is told and left where it is.

mod article;
mod lines;
mod names;
mod record;
mod table;

pub use article::{SavedArticle, address_key};
pub use lines::{FILE_VERSION, Line, Opening, Wrong};
pub use names::{Asked, PER_SEGMENT, Segment, segment_of};
pub use record::Unreadable;
pub use table::{TABLE_HEAD, rows};
