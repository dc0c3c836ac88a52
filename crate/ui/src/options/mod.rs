//! The options page: sites, appearance, what was read, and what the reference set holds.

mod appearance;
mod library;
mod session;
mod sites;

use crate::dom::{element, fill};

/// Fills every section of the page.
pub(crate) fn show() {
    sites::show();
    appearance::show();
    session::show();
    library::show();
}

/// Says in a section what went wrong.
fn fail(section: &str, problem: &str) {
    fill(section, [element("p", "problem").text(problem)]);
}
