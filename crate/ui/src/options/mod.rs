//! The options page: sites, appearance, what was read, what is saved, what the reader has said, and what the reference
//! set holds.

mod appearance;
mod bundled;
mod files;
mod labels;
mod library;
mod session;
mod sets;
mod sites;
mod sizes;

/// Fills every section of the page.
pub(crate) fn show() {
    sites::show();
    appearance::show();
    session::show();
    library::offer();
    sets::offer(library::show);
    labels::show();
    bundled::show();
}
