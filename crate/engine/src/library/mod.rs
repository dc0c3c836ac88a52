//! What figures are compared with besides the page itself: what came with the extension, and what the reader has saved.

mod articles;
mod bundled;
pub(crate) mod database;
mod exchange;
mod index;
mod opened;
mod recall;
mod sets;

pub(crate) use articles::{is_saved, remove, save, shelf};
pub(crate) use bundled::describe;
pub(crate) use database::Kept;
pub(crate) use exchange::{export, import};
pub(crate) use recall::{
    Near, Stated, has_articles, has_saved, near, notice, of_session, recall, stated, touched,
};
pub(crate) use sets::{add, begin, export_set, remove_set, sets, switch};
