//! The side panel: this page, this story, the library, one beside the other. It stays open, and follows the tab that the
//! reader looks at.

mod library;

use crate::dom::{all, by_id, listen};
use crate::work::begin;
use crate::{browser, page, surface};
use js_sys::Function;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Fills the panel.
pub(crate) fn show(check: Function) {
    surface::is_the_panel();
    page::check_with(check);
    surface::offer_options();
    for view in all("[role=tab]") {
        let shown = view.clone();
        listen(&view, "click", move |_| choose(&shown, false));
        listen(&view, "keydown", step);
    }
    library::offer();
    begin(async {
        page::look().await;
        // Where a browser tells of no tabs, what is shown stays.
        let _ = browser::follow_tabs(|| begin(page::look())).await;
    });
}

/// The page of a tab was read; the one that is looked at is shown anew.
pub(crate) fn look_again(tab: i32) {
    if page::is_listed(tab) {
        page::follow(tab);
    } else {
        begin(page::look());
    }
}

/// Shows one view, by its tab.
fn choose(chosen: &Element, with_focus: bool) {
    for view in all("[role=tab]") {
        let is_chosen = view == *chosen;
        let said = if is_chosen { "true" } else { "false" };
        let _ = view.set_attribute("aria-selected", said);
        let _ = view.set_attribute("tabindex", if is_chosen { "0" } else { "-1" });
        let Some(body) = view.get_attribute("aria-controls") else {
            continue;
        };
        by_id::<HtmlElement>(&body).set_hidden(!is_chosen);
        if is_chosen && body == library::VIEW {
            library::show();
        }
    }
    if let (true, Some(chosen)) = (with_focus, chosen.dyn_ref::<HtmlElement>()) {
        let _ = chosen.focus();
    }
}

/// Goes from tab to tab with the arrow keys, Home and End.
fn step(event: &Event) {
    let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let views = all("[role=tab]");
    let is_chosen = |view: &Element| view.get_attribute("aria-selected").as_deref() == Some("true");
    let here = views.iter().position(is_chosen);
    let (Some(here), many) = (here, views.len()) else {
        return;
    };
    let to = match pressed.key().as_str() {
        "ArrowRight" => (here + 1) % many,
        "ArrowLeft" => (here + many - 1) % many,
        "Home" => 0,
        "End" => many - 1,
        _ => return,
    };
    event.prevent_default();
    choose(&views[to], true);
}
