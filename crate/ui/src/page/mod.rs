//! What was found on the page of a tab, for popup and panel alike: has it checked, shows the outcome, and follows a page
//! that changes.

mod automatic;
mod labels;
mod list;
mod looked;
mod notes;
mod report;
mod saving;
mod spot;
mod tallies;
mod ways_out;
mod words;

pub(crate) use looked::is_listed;

use crate::dom::{by_id, element, fill, put_first};
use crate::story;
use crate::work::begin;
use gloo::utils::document;
use js_sys::Function;
use looked::{Again, Looked, set_shown, shown};
use notes::{note, paragraph, show_note, show_status};
use plumbline_browser::{Answer, Tab, active_tab, answered, failed_check, says, tell, wait};
use plumbline_protocol::{Failure, Outcome, ToPage, Untouchable, Why};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Node;

thread_local! {
    /// What has a tab checked, and waits no longer than is sensible.
    static CHECK: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// The tab whose page has changed before its findings were shown.
    static MISSED: Cell<Option<i32>> = const { Cell::new(None) };
    /// How often another tab or page was looked at: an answer about an earlier one is not shown.
    static LOOKS: Cell<u32> = const { Cell::new(0) };
    /// The tab that was looked at last.
    static LOOKED: Cell<i32> = const { Cell::new(0) };
}

/// What those who show what was found have the page checked again by.
const AGAIN: Again = Again {
    wanted: start_again,
    changed: |tab| begin(show_changed(tab)),
};

/// What has tabs checked from now on.
pub(crate) fn check_with(check: Function) {
    CHECK.set(Some(check));
}

/// Shows the outcome of the check of a tab, or why there is none.
pub(crate) async fn show(tab: Answer<Tab>, outcome: impl Future<Output = Answer<Outcome>>) {
    // The outcome does not wait for it.
    offer_site(tab.as_ref().ok());
    if let Some(looked) = looked(tab) {
        show_outcome(&looked, outcome.await);
        if MISSED.take() == Some(looked.tab) {
            show_latest(looked).await;
        }
    }
}

/// The page of a tab says that it was read again, and says something else now.
pub(crate) fn follow(tab: i32) {
    match shown() {
        Some(looked) if looked.tab == tab => begin(show_latest(looked)),
        Some(_) => {}
        None => MISSED.set(Some(tab)),
    }
}

/// Shows what was found on the page of the tab that the reader looks at now, in the place of what is shown of another.
pub(crate) async fn look() {
    let look = LOOKS.get() + 1;
    LOOKS.set(look);
    let tab = active_tab().await;
    offer_site(tab.as_ref().ok());
    let Some(looked) = looked(tab) else {
        return;
    };
    let outcome: Answer<Outcome> = tell(looked.tab, ToPage::Report).await;
    if LOOKS.get() != look {
        return;
    }
    match outcome {
        Ok(outcome) => show_outcome(&looked, Ok(outcome)),
        Err(_) => show_unchecked(&looked),
    }
}

fn offer_site(tab: Option<&Tab>) {
    begin(automatic::offer(tab.and_then(site)));
}

/// A page that was not checked yet. Where it may be read, that is offered; elsewhere the browser wants to see its own
/// button pressed.
fn show_unchecked(looked: &Looked) {
    forget();
    let way = (!looked.address.is_empty()).then(|| {
        element("button", "again primary")
            .attribute("type", "button")
            .text(&says("check_page"))
            .on("click", |_| start_again())
    });
    let text = says(if way.is_some() {
        "unchecked_readable"
    } else {
        "unchecked_press"
    });
    show_note((&says("unchecked_title"), &text), way);
}

/// Nothing of any page is shown any more.
fn forget() {
    set_shown(None);
    list::clear();
    story::show(None);
}

/// Asks for the check of a tab.
async fn checked(tab: i32) -> Answer<Outcome> {
    let asked = CHECK.with_borrow(|check| {
        let check = check.as_ref().ok_or(JsValue::UNDEFINED)?;
        check.call1(&JsValue::UNDEFINED, &tab.into())
    });
    answered(&wait(asked.map(JsCast::unchecked_into)).await?)
}

/// Checks the tab once more.
async fn check_again() {
    if let Some(looked) = looked(active_tab().await) {
        show_there(&looked, checked(looked.tab).await);
    }
}

/// The site of the tab that the popup is about.
fn site(tab: &Tab) -> Option<automatic::Site> {
    automatic::site(tab.url.as_deref()?)
}

/// The tab that the popup is about; or nothing, and says so.
fn looked(tab: Answer<Tab>) -> Option<Looked> {
    let looked = tab.and_then(|Tab { id, url, title, .. }| {
        let tab = id.ok_or_else(|| Failure::of(Why::NoTab))?;
        LOOKED.set(tab);
        let address = url.unwrap_or_default();
        Ok(Looked {
            tab,
            address,
            title: title.unwrap_or_default(),
            list: 0,
        })
    });
    looked.map_err(|failure| show_failure(&failure)).ok()
}

/// Shows an outcome that was waited for, unless the reader has gone to another tab meanwhile, which the panel follows;
/// says whether it is shown.
fn show_there(looked: &Looked, outcome: Answer<Outcome>) -> bool {
    let there = LOOKED.get() == looked.tab;
    if there {
        show_outcome(looked, outcome);
    }
    there
}

fn show_outcome(looked: &Looked, outcome: Answer<Outcome>) {
    let is_checked = matches!(outcome, Ok(Outcome::Checked { .. }));
    if !is_checked {
        forget();
    }
    match outcome {
        Ok(Outcome::Checked { report, .. }) if !report.foreign.is_empty() => {
            forget();
            set_shown(Some(looked.clone()));
            show_note((&says("foreign_title"), &says("foreign_text")), None);
        }
        Ok(Outcome::Checked {
            report,
            frame,
            list,
            selected,
        }) => {
            let looked = Looked {
                list,
                ..looked.clone()
            };
            set_shown(Some(looked.clone()));
            let report = Rc::from(report);
            report::show(&looked, &report, &frame, selected, AGAIN);
            story::show(Some(&report));
        }
        Ok(Outcome::Untouchable { what }) => match ways_out::reader_view(looked) {
            Some(way) if what == Untouchable::BrowserPage => {
                show_note(
                    (&says("reader_view_title"), &says("reader_view_text")),
                    Some(way),
                );
            }
            _ => {
                let (title, text) = words::untouchable(what);
                show_note((&title, &text), None);
            }
        },
        Ok(Outcome::Failed(failure)) | Err(failure) => show_failure(&failure),
    }
}

fn show_failure(failure: &Failure) {
    let title = says("failed");
    show_status(&title, false);
    let again = element("button", "again")
        .attribute("type", "button")
        .text(&says("again"))
        .on("click", |_| start_again());
    let parts = [
        element("p", "problem").text(&failed_check(failure)),
        paragraph("", &says("what_to_do")),
        again,
    ];
    fill("outcome", [note(&title, parts)]);
}

/// Has the page checked, and says so meanwhile.
fn start_again() {
    fill("outcome", []);
    show_status(&says("checking"), true);
    begin(check_again());
}

/// The figure is not where it was: shows what the page says now.
async fn show_changed(tab: i32) {
    let Some(looked) = shown().filter(|shown| shown.tab == tab) else {
        return;
    };
    let outcome = checked(looked.tab).await;
    let is_checked = matches!(outcome, Ok(Outcome::Checked { .. }));
    if show_there(&looked, outcome) && is_checked {
        say_changed(true);
    }
}

/// Shows what the page says now, which was read again by itself.
async fn show_latest(looked: Looked) {
    let outcome: Answer<Outcome> = tell(looked.tab, ToPage::Report).await;
    if outcome.is_ok() {
        let held = holds_focus();
        if show_there(&looked, outcome) {
            // What says the same as before keeps it.
            say_changed(held && !holds_focus());
        }
    }
}

/// Whether the focus is somewhere in what was shown.
fn holds_focus() -> bool {
    let focused = document().active_element();
    by_id::<Node>("outcome").contains(focused.as_ref().map(AsRef::as_ref))
}

/// Says above the list that it is another one; where the focus was in that, it is read out, and goes on from there.
fn say_changed(with_focus: bool) {
    let line = paragraph("changed", &says("changed")).attribute("tabindex", "-1");
    put_first("outcome", &line, with_focus);
}
