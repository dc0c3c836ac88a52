//! The popup: what was found on the page of the tab that it opened over, and the way to the side panel.

use crate::dom::{by_id, listen};
use crate::work::begin;
use crate::{browser, page, surface};
use js_sys::{Function, Promise};
use plumbline_browser::{Tab, answered, first_tab, wait};
use web_sys::HtmlElement;

/// The button that opens the panel.
const PANEL: &str = "panel";

/// Shows the outcome of the check that was asked for when the popup opened; `check` asks for another.
pub(crate) fn show(tabs: Promise, outcome: Promise, check: Function) {
    page::check_with(check);
    surface::offer_options();
    begin(async move {
        let tab = first_tab(Ok(tabs)).await;
        offer_panel(tab.as_ref().ok());
        page::show(tab, async { answered(&wait(Ok(outcome)).await?) }).await;
    });
}

/// Offers the panel over a tab, where the browser has one.
fn offer_panel(tab: Option<&Tab>) {
    let button: HtmlElement = by_id(PANEL);
    let window = tab.and_then(|tab| tab.window_id);
    button.set_hidden(!browser::has_panel());
    listen(&button, "click", move |_| {
        let opened = browser::open_panel(window);
        begin(async move {
            if opened.await.is_ok() {
                surface::leave();
            }
        });
    });
}
