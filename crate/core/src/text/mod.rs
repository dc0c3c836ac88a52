//! The shape of a text before any meaning: tokens, sentences, offsets.

mod capitals;
pub(crate) mod letters;
mod offsets;
mod sentences;
mod tokens;

pub use capitals::capital;
pub(crate) use capitals::in_capitals;
pub use offsets::Utf16;
pub use sentences::sentences;
pub use tokens::{Token, TokenKind, digit, tokens};
