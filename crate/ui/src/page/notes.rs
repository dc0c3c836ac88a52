//! What is said above the findings, and in their place.

use crate::dom::{Built, by_id, element, fill};
use web_sys::Element;

/// What a screen reader reads out; `busy` shows that something is going on.
pub(super) fn show_status(text: &str, busy: bool) {
    by_id::<Element>("status").set_text_content(Some(text));
    let class = if busy { "busy" } else { "done" };
    by_id::<Element>("status").set_class_name(class);
}

/// Shows why there is nothing else to show, and the way to where there is.
pub(super) fn show_note((title, text): (&str, &str), way: Option<Built>) {
    show_status(title, false);
    let parts = std::iter::once(paragraph("", text)).chain(way);
    fill("outcome", [note(title, parts)]);
}

pub(super) fn note(title: &str, parts: impl IntoIterator<Item = Built>) -> Built {
    element("section", "note")
        .child(element("h2", "").text(title))
        .children(parts)
}

pub(super) fn paragraph(class: &str, text: &str) -> Built {
    element("p", class).text(text)
}
