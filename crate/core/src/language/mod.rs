//! English as far as sets and texts share it: classes of words, names, and the frames in which texts
//! state a property.

pub(crate) mod classes;
pub(crate) mod contractions;
pub mod frames;
pub(crate) mod names;
pub(crate) mod phrases;
pub(crate) mod words;

/// Index of an entity in a reference set.
pub type EntityId = usize;
/// Index of a property in a reference set.
pub type PropertyId = usize;
