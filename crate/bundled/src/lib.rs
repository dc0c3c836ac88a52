//! The reference set that ships with Plumbline.

use plumbline_core::reference::Reference;

/// The bundled reference set.
pub fn reference() -> Reference {
    Reference::default()
}
