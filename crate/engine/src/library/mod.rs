//! What figures are compared with besides the page itself: what came with the extension, and what the reader has saved.

mod articles;
mod bundled;
mod database;

pub(crate) use articles::{is_saved, remove, save};
pub(crate) use bundled::describe;
