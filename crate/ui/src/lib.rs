//! Popup and options page.
//!
//! Both are plain documents that show at once; what is exported here fills them. Text goes into the
//! document as text, never as markup.

mod browser;
mod dates;
mod dom;
mod findings;
mod options;
mod popup;

use wasm_bindgen::prelude::wasm_bindgen;

/// Fills the popup.
#[wasm_bindgen(js_name = showPopup)]
pub fn show_popup() {
    popup::show();
}

/// Fills the options page.
#[wasm_bindgen(js_name = showOptions)]
pub fn show_options() {
    options::show();
}
