//! The list of findings: the first hundred, more when the reader asks for them; each leads to its figure on the page.

use super::{Looked, show_changed, words};
use crate::dom::{Built, element};
use crate::findings;
use gloo::utils::window;
use plumbline_browser::tell;
use plumbline_core::report::Level;
use plumbline_protocol::{Shown, ToPage};
use plumbline_words::{Account, Entry};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, UiEvent};

/// How many findings are listed at once.
const LISTED: usize = 100;

/// The findings: warnings first, then marks, then the rest. A long list is continued when the reader asks for it.
pub(super) fn list(looked: &Looked, report: &Rc<Account>) -> Built {
    let order = Rc::new(by_weight(&report.findings));
    let listed = Rc::new(Cell::new(0));
    let list = element("ol", "findings").attribute("aria-label", words::FINDINGS);
    let fill_up = {
        let (list, report, looked) = (list.clone(), Rc::clone(report), looked.clone());
        move || {
            let from = listed.get();
            let to = (from + LISTED).min(order.len());
            for &index in &order[from..to] {
                let _ = list
                    .clone()
                    .child(finding(&looked, index, &report.findings[index]));
            }
            listed.set(to);
            order.len() - to
        }
    };
    let left = fill_up();
    if left == 0 {
        return list;
    }
    let button = element("button", "again")
        .attribute("type", "button")
        .text(&words::more(left));
    let shown = button.clone();
    let button = button.on("click", move |_| match fill_up() {
        0 => shown.remove(),
        left => shown.set_text(&words::more(left)),
    });
    element("div", "").child(list).child(button)
}

/// A finding of the list; asked again and again, it shows one place after the other.
fn finding(looked: &Looked, index: usize, entry: &Entry) -> Built {
    let place = Rc::new(Cell::new(0));
    let first = Rc::clone(&place);
    let (one, other) = (looked.clone(), looked.clone());
    findings::item(
        entry,
        move |number, event| {
            first.set(number);
            go_to(&one, index, number, event);
        },
        move |event| {
            place.set(place.get() + 1);
            go_to(&other, index, place.get(), event);
        },
    )
}

/// The places of the findings: what cannot all be right within the article, then warnings, marks, and the rest, each
/// in the page's order.
fn by_weight(findings: &[Entry]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_key(|&index| {
        let level = match findings[index].level {
            Level::Warn => 0,
            Level::Mark => 1,
            Level::None => 2,
        };
        (findings[index].together.is_empty(), level)
    });
    order
}

/// Shows a finding on the page. With the keyboard the reader goes there: the popup makes way for the card.
fn go_to(looked: &Looked, finding: usize, place: usize, event: &Event) {
    let by_key = event
        .dyn_ref::<UiEvent>()
        .is_some_and(|event| event.detail() == 0);
    let looked = looked.clone();
    spawn_local(async move {
        let list = looked.list;
        let message = ToPage::Show {
            list,
            finding,
            place,
        };
        match tell(looked.tab, message).await {
            Ok(Shown { shown: true }) if by_key => {
                let _ = window().close();
            }
            Ok(Shown { shown: true }) => {}
            Ok(Shown { shown: false }) | Err(_) => show_changed(looked).await,
        }
    });
}
