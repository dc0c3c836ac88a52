//! The records in which programs ask and are answered, one JSON object each.
//!
//! Each module has a request, what it is answered with, and the function between them. Reading and writing is
//! the caller's. Offsets are UTF-16 code units, ends exclusive. A request that lacks a field, or has one that
//! nobody knows, is refused: what is misspelt must not pass as nothing found.

pub mod check;
pub mod claims;
pub mod compare;
pub mod figures;
pub mod quantity;
mod singular;
