//! The shape of a text before any meaning: tokens, sentences, offsets.

mod case;
pub(crate) mod letters;
mod offsets;
mod sentences;
mod tokens;

pub(crate) use case::in_capitals;
pub use case::{capital, lowercase, small};
pub use offsets::Utf16;
pub use sentences::sentences;
pub use tokens::{Token, TokenKind, digit, tokens};
