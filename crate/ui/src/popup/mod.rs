//! What was found on the page of a tab, for popup and panel alike: has it checked, shows the outcome, and follows a page
//! that changes.

mod automatic;
mod leaving;
mod list;
mod report;
mod tallies;
mod word;
mod words;

use crate::browser;
use crate::dom::{Built, by_id, element, fill, listen, put_first};
use crate::panel;
use gloo::utils::{document, window};
use js_sys::{Function, Promise};
use plumbline_browser::{
    Answer, Tab, active_tab, answered, failed_check, first_tab, says, tell, wait,
};
use plumbline_protocol::{Failure, Outcome, ToPage, Untouchable, Why};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Node};

/// The tab that is looked at, and the address in it as far as that is told.
#[derive(Debug, Clone)]
struct Looked {
    tab: i32,
    address: String,
    /// The title of the page, as far as that is told.
    title: String,
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
    /// How often another tab or page was looked at: an answer about an earlier one is not shown.
    static LOOKS: Cell<u32> = const { Cell::new(0) };
}

/// Opens the options page when its button is pressed.
pub(crate) fn offer_options() {
    listen(&by_id("options"), "click", |_| {
        spawn_local(async {
            // The popup goes when the tab has come; where it cannot come, the popup stays.
            if browser::open_options().await.is_ok() {
                leave();
            }
        });
    });
}

/// Makes way for the page; the panel stays.
fn leave() {
    if !panel::is_open() {
        let _ = window().close();
    }
}

/// What has tabs checked from now on.
pub(crate) fn check_with(check: Function) {
    CHECK.set(Some(check));
}

/// Shows the outcome of the check that was asked for when the popup opened; `check` asks for another.
pub(crate) fn show(tabs: Promise, outcome: Promise, check: Function) {
    check_with(check);
    offer_options();
    let outcome = async { answered(&wait(Ok(outcome)).await?) };
    spawn_local(async move {
        let tab = first_tab(Ok(tabs)).await;
        // The outcome does not wait for it.
        offer_site(tab.as_ref().ok());
        panel::offer(tab.as_ref().ok());
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
    spawn_local(automatic::offer(tab.and_then(site)));
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
    SHOWN.set(None);
    list::clear();
    panel::show_story(None);
}

/// Whether it is this tab's page that is shown.
pub(crate) fn is_listed(tab: i32) -> bool {
    SHOWN.with_borrow(|shown| shown.as_ref().is_some_and(|looked| looked.tab == tab))
}

/// Title and address of the page whose findings are shown.
fn shown_page() -> (String, String) {
    let shown = SHOWN.with_borrow(|shown| {
        let looked = shown.as_ref()?;
        Some((looked.title.clone(), looked.address.clone()))
    });
    shown.unwrap_or_default()
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
        show_outcome(&looked, checked(looked.tab).await);
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

fn show_outcome(looked: &Looked, outcome: Answer<Outcome>) {
    let is_checked = matches!(outcome, Ok(Outcome::Checked { .. }));
    if !is_checked {
        forget();
    }
    match outcome {
        Ok(Outcome::Checked { report, .. }) if !report.foreign.is_empty() => {
            forget();
            SHOWN.set(Some(looked.clone()));
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
            SHOWN.set(Some(looked.clone()));
            let report = Rc::from(report);
            report::show(&looked, &report, &frame, selected);
            panel::show_story(Some(&report));
        }
        Ok(Outcome::Untouchable { what }) => match leaving::reader_view(looked) {
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
    spawn_local(check_again());
}

/// The figure is not where it was: shows what the page says now.
async fn show_changed(tab: i32) {
    let Some(looked) = SHOWN
        .with_borrow(Clone::clone)
        .filter(|shown| shown.tab == tab)
    else {
        return;
    };
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
        // What says the same as before keeps it.
        say_changed(held && !holds_focus());
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

fn note(title: &str, parts: impl IntoIterator<Item = Built>) -> Built {
    element("section", "note")
        .child(element("h2", "").text(title))
        .children(parts)
}

fn paragraph(class: &str, text: &str) -> Built {
    element("p", class).text(text)
}
