//! The shape of a text before any meaning: tokens, sentences, offsets.

pub(crate) mod letters;
mod offsets;
mod sentences;
mod tokens;

pub use offsets::Utf16;
pub use sentences::sentences;
pub use tokens::{Token, TokenKind, digit, tokens};
