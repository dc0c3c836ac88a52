//! The shape of a text before any meaning: tokens, sentences, offsets.

mod offsets;
mod tokens;

pub use offsets::Utf16;
pub use tokens::{Token, TokenKind, tokens};
