//! English as far as sets and texts share it: classes of words, names, and patterns of words.

pub(crate) mod classes;
pub(crate) mod contractions;
pub(crate) mod names;
pub mod patterns;
pub(crate) mod phrases;
pub(crate) mod words;

/// Index of an entity in a reference set.
pub type EntityId = usize;
/// Index of a property in a reference set.
pub type PropertyId = usize;

/// Whether a word is one of those that any text is made with, whatever it is about: "the", "of", "it". Acronyms
/// that are spelled as one ("WHO", "US") are not.
pub fn is_function_word(word: &str) -> bool {
    let acronym = word.len() > 1 && !word.contains(char::is_lowercase);
    let class = words::class_of(&word.to_lowercase());
    !acronym && (class.is(words::Class::HARD) || class.is(words::Class::DETERMINER))
}
