//! The popup: checks the tab, shows what was found, and follows a page that changes.

mod automatic;
mod leaving;
mod list;
mod report;
mod tallies;
mod words;

use crate::browser::{self, answered};
use crate::dom::{Built, by_id, element, fill, listen, put_first};
use gloo::utils::{document, window};
use js_sys::{Function, Promise};
use plumbline_browser::{Answer, Tab, active_tab, first_tab, tell};
use plumbline_protocol::{Outcome, ToPage, Untouchable};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Node};

/// The tab that the popup is about, and the address in it as far as that is told.
#[derive(Debug, Clone)]
struct Looked {
    tab: i32,
    address: String,
    /// Which list of the page's findings is shown.
    list: u32,
}

thread_local! {
    /// What has a tab checked, and waits no longer than is sensible.
    static CHECK: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// The tab whose findings are shown; none while there are none.
    static SHOWN: RefCell<Option<Looked>> = const { RefCell::new(None) };
    /// The tab whose page has changed before its findings were shown.
    static MISSED: Cell<Option<i32>> = const { Cell::new(None) };
}

/// Shows the outcome of the check that was asked for when the popup opened; `check` asks for another.
pub(crate) fn show(tabs: Promise, outcome: Promise, check: Function) {
    CHECK.set(Some(check));
    listen(&by_id("options"), "click", |_| {
        spawn_local(async {
            // The popup goes when the tab has come; where it cannot come, the popup stays.
            if browser::open_options().await.is_ok() {
                let _ = window().close();
            }
        });
    });
    let outcome = answered(Ok(outcome));
    spawn_local(async move {
        let tab = first_tab(Ok(tabs)).await;
        if let Some(site) = tab.as_ref().ok().and_then(site) {
            // The outcome does not wait for it.
            spawn_local(automatic::offer(site));
        }
        if let Some(looked) = looked(tab) {
            show_outcome(&looked, outcome.await);
            if MISSED.take() == Some(looked.tab) {
                show_latest(looked).await;
            }
        }
    });
}

/// The page of a tab says that it was read again, and says something else now.
pub(crate) fn follow(tab: i32) {
    match SHOWN.with_borrow(Clone::clone) {
        Some(looked) if looked.tab == tab => spawn_local(show_latest(looked)),
        Some(_) => {}
        None => MISSED.set(Some(tab)),
    }
}

/// Asks for the check of a tab.
async fn checked(tab: i32) -> Answer<Outcome> {
    let asked = CHECK.with_borrow(|check| {
        let check = check.as_ref().ok_or(JsValue::UNDEFINED)?;
        check.call1(&JsValue::UNDEFINED, &tab.into())
    });
    answered(asked.map(JsCast::unchecked_into)).await
}

/// Checks the tab once more.
async fn check_again() {
    if let Some(looked) = looked(active_tab().await) {
        show_outcome(&looked, checked(looked.tab).await);
    }
}

/// The site of the tab that the popup is about.
fn site(tab: &Tab) -> Option<automatic::Site> {
    automatic::site(tab.url.as_deref()?)
}

/// The tab that the popup is about; or nothing, and says so.
fn looked(tab: Answer<Tab>) -> Option<Looked> {
    let looked = tab.and_then(|Tab { id, url, .. }| {
        let tab = id.ok_or_else(|| words::NO_TAB.to_owned())?;
        let address = url.unwrap_or_default();
        Ok(Looked {
            tab,
            address,
            list: 0,
        })
    });
    looked.map_err(|problem| show_failure(&problem)).ok()
}

fn show_outcome(looked: &Looked, outcome: Answer<Outcome>) {
    let is_checked = matches!(outcome, Ok(Outcome::Checked { .. }));
    SHOWN.set(is_checked.then(|| looked.clone()));
    match outcome {
        Ok(Outcome::Checked { report, .. }) if !report.foreign.is_empty() => {
            show_note(words::FOREIGN, None);
        }
        Ok(Outcome::Checked {
            report,
            frame,
            list,
        }) => {
            let looked = Looked {
                list,
                ..looked.clone()
            };
            report::show(&looked, &Rc::from(report), &frame);
        }
        Ok(Outcome::Untouchable { what }) => match leaving::reader_view(looked) {
            Some(way) if what == Untouchable::BrowserPage => {
                show_note(words::READER_VIEW, Some(way));
            }
            _ => show_note(words::untouchable(what), None),
        },
        Ok(Outcome::Failed { problem }) | Err(problem) => show_failure(&problem),
    }
}

/// What a screen reader reads out; `busy` shows that something is going on.
fn show_status(text: &str, busy: bool) {
    by_id::<Element>("status").set_text_content(Some(text));
    let class = if busy { "busy" } else { "done" };
    by_id::<Element>("status").set_class_name(class);
}

/// Shows why there is nothing else to show, and the way to where there is.
fn show_note((title, text): (&str, &str), way: Option<Built>) {
    show_status(title, false);
    let parts = std::iter::once(paragraph("", text)).chain(way);
    fill("outcome", [note(title, parts)]);
}

fn show_failure(problem: &str) {
    show_status(words::FAILED, false);
    let again = element("button", "again")
        .attribute("type", "button")
        .text(words::AGAIN)
        .on("click", |_| {
            fill("outcome", []);
            show_status(words::CHECKING, true);
            spawn_local(check_again());
        });
    let parts = [
        element("p", "problem").text(words::failure(problem)),
        paragraph("", words::WHAT_TO_DO),
        again,
    ];
    fill("outcome", [note(words::FAILED, parts)]);
}

/// The figure is not where it was: shows what the page says now.
async fn show_changed(looked: Looked) {
    let outcome = checked(looked.tab).await;
    let is_checked = matches!(outcome, Ok(Outcome::Checked { .. }));
    show_outcome(&looked, outcome);
    if is_checked {
        say_changed(true);
    }
}

/// Shows what the page says now, which was read again by itself.
async fn show_latest(looked: Looked) {
    let outcome: Answer<Outcome> = tell(looked.tab, ToPage::Report).await;
    if outcome.is_ok() {
        let held = holds_focus();
        show_outcome(&looked, outcome);
        say_changed(held);
    }
}

/// Whether the focus is somewhere in what was shown.
fn holds_focus() -> bool {
    let focused = document().active_element();
    by_id::<Node>("outcome").contains(focused.as_ref().map(AsRef::as_ref))
}

/// Says above the list that it is another one; where the focus was in that, it is read out, and goes on from there.
fn say_changed(with_focus: bool) {
    let line = paragraph("changed", words::CHANGED).attribute("tabindex", "-1");
    put_first("outcome", &line, with_focus);
}

fn note(title: &str, parts: impl IntoIterator<Item = Built>) -> Built {
    element("section", "note")
        .child(element("h2", "").text(title))
        .children(parts)
}

fn paragraph(class: &str, text: &str) -> Built {
    element("p", class).text(text)
}
