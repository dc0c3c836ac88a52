//! The engine in the background.
//!
//! `background.js` registers the browser's listeners, as it must, before anything is awaited; each
//! listener hands its event to one of the functions exported here. Nothing that lasts is kept between
//! two events: the browser may stop the background at any moment, so it lives in the page (its
//! findings), in the browser (badge, permissions, registered scripts) or in storage (the appearance
//! of the marks). What was read of the library is kept to save reading it again, and may be gone.

mod badge;
mod browser;
pub mod events;
pub mod incoming;
mod labels;
mod library;
mod menus;
mod promise;
mod sites;
mod story;
mod style;
mod tabs;

use plumbline_browser::{ReaderDates, read, write};
use plumbline_core::language::Language;
use plumbline_core::page::Page;
use plumbline_core::reference::{PackError, Reference};
use plumbline_core::report::Report;
use plumbline_words::Account;
use std::sync::OnceLock;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// Checks one page.
///
/// # Errors
/// When `page` is not a `Page` of the protocol; says what is wrong with it.
#[wasm_bindgen]
pub fn check(page: JsValue) -> Result<JsValue, JsError> {
    let page: Page = read(page).map_err(|error| JsError::new(&error))?;
    let reference = reference().map_err(|error| JsError::new(&error))?;
    let report = plumbline_core::check(&page, reference);
    write(&in_words(reference.language, &report)).map_err(|error| JsError::new(&error))
}

/// A report as it is shown, with dates as the reader writes them.
fn in_words(language: Language, report: &Report) -> Account {
    plumbline_words::account(language, report, &ReaderDates::new())
}

/// The bundled reference set, made ready at its first use; or why it cannot be used.
fn reference() -> Result<&'static Reference, String> {
    static REFERENCE: OnceLock<Result<Reference, PackError>> = OnceLock::new();
    REFERENCE
        .get_or_init(plumbline_bundled::reference)
        .as_ref()
        .map_err(ToString::to_string)
}
