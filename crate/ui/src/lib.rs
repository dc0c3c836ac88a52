//! Popup, side panel and options page.
//!
//! They are plain documents that show at once; what is exported here fills them. Text goes into the
//! document as text, never as markup.

mod browser;
mod dom;
mod download;
mod findings;
mod library;
mod options;
mod page;
mod panel;
mod popup;
mod problem;
mod site;
mod story;
mod surface;
mod work;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::wasm_bindgen;

/// Fills the popup: `tabs` is the browser's answer to which tab the reader looks at, `outcome` what
/// became of checking it. Both were asked for before this module had come. `check` has a tab checked again.
#[wasm_bindgen(js_name = showPopup)]
pub fn show_popup(tabs: Promise, outcome: Promise, check: Function) {
    popup::show(tabs, outcome, check);
}

/// Fills the side panel, which follows the tab that the reader looks at; `check` has a tab checked.
#[wasm_bindgen(js_name = showPanel)]
pub fn show_panel(check: Function) {
    panel::show(check);
}

/// The page of a tab was read again, and says something else now.
#[wasm_bindgen(js_name = follow)]
pub fn follow(tab: i32) {
    page::follow(tab);
}

/// The page of a tab was read, be it that it says what it said before: the side panel shows it.
#[wasm_bindgen(js_name = lookAgain)]
pub fn look_again(tab: i32) {
    panel::look_again(tab);
}

/// Fills the options page.
#[wasm_bindgen(js_name = showOptions)]
pub fn show_options() {
    options::show();
}
