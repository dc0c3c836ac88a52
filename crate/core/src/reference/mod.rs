//! The reference set: sources, statements, and the entities and properties they are about.

/// A reference set, ready to be compared with.
#[derive(Debug, Clone, Default)]
pub struct Reference {}
