//! What figures are compared with besides the page itself: what came with the extension, and what the reader has saved.

mod articles;
mod bundled;
pub(crate) mod database;
mod exchange;
mod index;
mod recall;

pub(crate) use articles::{is_saved, remove, save, shelf};
pub(crate) use bundled::describe;
pub(crate) use exchange::{export, import};
pub(crate) use recall::{Found, fetch, nearest, notice, of_session, recall};
