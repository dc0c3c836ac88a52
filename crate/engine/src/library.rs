//! What the reference set holds, in lines for people.

use plumbline_core::reference::Reference;
use plumbline_protocol::Library;

/// The reference set as the options page shows it.
pub(crate) fn describe(reference: &Reference) -> Library {
    let _ = reference;
    Library::default()
}
