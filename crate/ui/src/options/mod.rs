//! The options page: sites, appearance, what was read, what is saved, what the reader has said, and what the reference
//! set holds.

mod appearance;
mod files;
mod library;
mod session;
mod sets;
mod shelf;
mod sites;
mod word;

use crate::dom::{element, fill};
use plumbline_browser::failed;
use plumbline_protocol::Failure;

/// Fills every section of the page.
pub(crate) fn show() {
    sites::show();
    appearance::show();
    session::show();
    shelf::offer();
    sets::show();
    word::show();
    library::show();
}

/// Says in a section what went wrong.
fn fail(section: &str, failure: &Failure) {
    fill(section, [element("p", "problem").text(&failed(failure))]);
}
