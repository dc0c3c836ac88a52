//! Which document it is: the popup, which makes way for what the reader goes to, or the side panel, which stays.

use crate::browser;
use crate::dom::{by_id, listen};
use crate::work::begin;
use gloo::utils::window;
use std::cell::Cell;

thread_local! {
    /// Whether this document is the panel.
    static PANEL: Cell<bool> = const { Cell::new(false) };
}

/// This document is the panel.
pub(crate) fn is_the_panel() {
    PANEL.set(true);
}

/// Whether it is the panel that is shown.
pub(crate) fn stays() -> bool {
    PANEL.get()
}

/// Makes way for the page; the panel stays.
pub(crate) fn leave() {
    if !stays() {
        let _ = window().close();
    }
}

/// Opens the options page when its button is pressed.
pub(crate) fn offer_options() {
    listen(&by_id("options"), "click", |_| {
        begin(async {
            // The popup goes when the tab has come; where it cannot come, the popup stays.
            if browser::open_options().await.is_ok() {
                leave();
            }
        });
    });
}
