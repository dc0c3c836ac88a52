//! What went wrong, in the place of what was asked for.

use crate::dom::{Built, element, fill};
use plumbline_browser::failed;
use plumbline_protocol::Failure;

/// It in a line.
pub(crate) fn line(failure: &Failure) -> Built {
    element("p", "problem").text(&failed(failure))
}

/// Says it in a section, the element with that id.
pub(crate) fn show(section: &str, failure: &Failure) {
    fill(section, [line(failure)]);
}
