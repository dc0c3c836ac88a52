//! The options page: sites, appearance, what was read, what is saved, what the reader has said, and what the reference
//! set holds.

mod appearance;
mod files;
mod library;
mod session;
mod sets;
mod shelf;
mod sites;
mod sizes;
mod word;

/// Fills every section of the page.
pub(crate) fn show() {
    sites::show();
    appearance::show();
    session::show();
    shelf::offer();
    sets::offer(shelf::show);
    word::show();
    library::show();
}
