//! The popup: checks the tab, shows what was found.

mod automatic;
mod words;

use crate::browser::{self, ask};
use crate::dom::{Built, by_id, element, fill, listen, put_first};
use crate::findings;
use gloo::utils::window;
use js_sys::Promise;
use plumbline_browser::{Answer, Tab, active_tab, first_tab, tell};
use plumbline_core::report::{Level, Summary};
use plumbline_protocol::{Ask, Outcome, Shown, ToPage};
use plumbline_words::{Account, Entry, PassedLine};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, UiEvent};

/// Where the marks can be hidden, and where it is said that they are.
const HIDE: &str = "hide";

/// Shows the outcome of the check that was asked for when the popup opened.
pub(crate) fn show(tabs: Promise, outcome: Promise) {
    listen(&by_id("options"), "click", |_| {
        spawn_local(async {
            // The popup goes when the tab has come; where it cannot come, the popup stays.
            if browser::open_options().await.is_ok() {
                let _ = window().close();
            }
        });
    });
    let outcome = browser::answered(Ok(outcome));
    spawn_local(async move {
        let tab = first_tab(Ok(tabs)).await;
        if let Some(site) = tab.as_ref().ok().and_then(site) {
            // The outcome does not wait for it.
            spawn_local(automatic::offer(site));
        }
        if let Some(tab) = number(tab) {
            show_outcome(tab, outcome.await);
        }
    });
}

/// Checks the tab once more.
async fn check_again() {
    if let Some(tab) = number(active_tab().await) {
        show_outcome(tab, ask(&Ask::CheckTab { tab }).await);
    }
}

/// The site of the tab that the popup is about.
fn site(tab: &Tab) -> Option<automatic::Site> {
    automatic::site(tab.url.as_deref()?)
}

/// The number of the tab that the popup is about; or nothing, and says so.
fn number(tab: Answer<Tab>) -> Option<i32> {
    let number = tab.and_then(|tab| tab.id.ok_or_else(|| words::NO_TAB.to_owned()));
    number.map_err(|problem| show_failure(&problem)).ok()
}

fn show_outcome(tab: i32, outcome: Answer<Outcome>) {
    match outcome {
        Ok(Outcome::Checked { report }) if !report.foreign.is_empty() => show_note(words::FOREIGN),
        Ok(Outcome::Checked { report }) => show_report(tab, &Rc::new(report)),
        Ok(Outcome::Untouchable { what }) => {
            show_note(words::untouchable(what));
        }
        Ok(Outcome::Failed { problem }) | Err(problem) => show_failure(&problem),
    }
}

/// What a screen reader reads out; `busy` shows that something is going on.
fn show_status(text: &str, busy: bool) {
    by_id::<Element>("status").set_text_content(Some(text));
    let class = if busy { "busy" } else { "done" };
    by_id::<Element>("status").set_class_name(class);
}

/// Shows why there is nothing else to show.
fn show_note((title, text): (&str, &str)) {
    show_status(title, false);
    fill("outcome", [note(title, [paragraph("", text)])]);
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

fn show_report(tab: i32, report: &Rc<Account>) {
    let said = words::summary(&report.summary);
    show_status(format!("{said} {}", report.inside).trim(), false);
    let mut parts = vec![counts(&report.summary)];
    if !report.notice.is_empty() {
        parts.push(paragraph("notice", &report.notice));
    }
    if report.findings.is_empty() {
        parts.push(nothing(report));
    } else {
        parts.push(paragraph("inside", &report.inside));
        parts.push(list(tab, report));
        if !report.more.is_empty() {
            parts.push(paragraph("rest", &report.more));
        }
    }
    if report.summary.not_covered > 0 {
        parts.push(passed(report));
    }
    if report.summary.warned + report.summary.marked > 0 {
        parts.push(
            element("p", "").attribute("id", HIDE).child(
                element("button", "")
                    .attribute("type", "button")
                    .text(words::HIDE)
                    .on("click", move |_| hide(tab)),
            ),
        );
    }
    fill("outcome", parts);
}

/// What to show of a page on which nothing was compared.
fn nothing(report: &Account) -> Built {
    let (title, text) = words::nothing_covered(report.summary.read);
    let mut parts = vec![paragraph("inside", &report.inside), paragraph("", text)];
    if report.inside.is_empty() {
        parts.remove(0);
    }
    if !report.covers.is_empty() {
        let covers = report.covers.iter();
        let covers = covers.map(|cover| element("li", "").text(cover));
        parts.extend([
            paragraph("", words::COVERS),
            element("ul", "covers").children(covers),
        ]);
    }
    note(title, parts)
}

/// How many findings are listed at once.
const LISTED: usize = 100;

/// The findings: warnings first, then marks, then the rest. A long list is continued when the reader asks for it.
fn list(tab: i32, report: &Rc<Account>) -> Built {
    let order = Rc::new(by_weight(&report.findings));
    let listed = Rc::new(Cell::new(0));
    let list = element("ol", "findings").attribute("aria-label", words::FINDINGS);
    let fill_up = {
        let (list, report) = (list.clone(), Rc::clone(report));
        move || {
            let from = listed.get();
            let to = (from + LISTED).min(order.len());
            for &index in &order[from..to] {
                let _ = list
                    .clone()
                    .child(finding(tab, index, &report.findings[index]));
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
fn finding(tab: i32, index: usize, entry: &Entry) -> Built {
    let place = Rc::new(Cell::new(0));
    let first = Rc::clone(&place);
    findings::item(
        entry,
        move |number, event| {
            first.set(number);
            go_to(tab, index, number, event);
        },
        move |event| {
            place.set(place.get() + 1);
            go_to(tab, index, place.get(), event);
        },
    )
}

/// The figures that were not compared, by the reason; filled when it is opened, for there may be many.
fn passed(report: &Rc<Account>) -> Built {
    let details = element("details", "passed")
        .child(element("summary", "").text(&words::passed(report.summary.not_covered)));
    let filled = RefCell::new(Some(Rc::clone(report)));
    let within = details.clone();
    details.on("toggle", move |_| {
        if let Some(report) = filled.take() {
            for line in &report.passed {
                let _ = within.clone().child(passed_line(line));
            }
        }
    })
}

fn passed_line(line: &PassedLine) -> Built {
    let more = line.count.saturating_sub(line.figures.len());
    let mut figures = line.figures.join(" · ");
    if more > 0 {
        figures.push_str(&words::and_more(more));
    }
    element("section", "passed-line")
        .child(element("h3", "").text(&format!("{} ({})", line.why, line.count)))
        .child(paragraph("figures", &figures))
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
fn go_to(tab: i32, finding: usize, place: usize, event: &Event) {
    let by_key = event
        .dyn_ref::<UiEvent>()
        .is_some_and(|event| event.detail() == 0);
    spawn_local(async move {
        match tell(tab, ToPage::Show { finding, place }).await {
            Ok(Shown { shown: true }) if by_key => {
                let _ = window().close();
            }
            Ok(Shown { shown: true }) => {}
            Ok(Shown { shown: false }) | Err(_) => show_changed(tab).await,
        }
    });
}

/// Takes the marks away; a page that is gone has none.
fn hide(tab: i32) {
    spawn_local(async move {
        let _ = tell(tab, ToPage::Hide).await;
        fill(HIDE, []);
        let said = element("span", "")
            .attribute("tabindex", "-1")
            .text(words::HIDDEN);
        put_first(HIDE, &said);
    });
}

/// The figure is not where it was: shows what the page says now.
async fn show_changed(tab: i32) {
    let outcome = ask(&Ask::CheckTab { tab }).await;
    let checked = matches!(outcome, Ok(Outcome::Checked { .. }));
    show_outcome(tab, outcome);
    if checked {
        // With the focus it is read out, and the list goes on from there.
        let line = paragraph("changed", words::CHANGED).attribute("tabindex", "-1");
        put_first("outcome", &line);
    }
}

fn counts(summary: &Summary) -> Built {
    let read = element("p", "read")
        .child(element("strong", "").text(&summary.read.to_string()))
        .text(words::read(summary.read));
    let section = element("section", "summary")
        .attribute("aria-label", words::SUMMARY)
        .child(read);
    if !words::is_covered(summary) {
        return section;
    }
    let parts = [
        ("warn", summary.warned, words::warnings(summary.warned)),
        ("mark", summary.marked, words::MARKED),
        ("supported", summary.supported, words::SUPPORTED),
        ("not-covered", summary.not_covered, words::NOT_COVERED),
    ];
    let tallies = parts.into_iter().map(|(kind, count, word)| {
        let sign = element("span", &format!("sign {kind}")).attribute("aria-hidden", "true");
        let count_line = element("span", "count")
            .child(sign)
            .text(&format!("{count} "));
        element("li", if count == 0 { "none" } else { "some" })
            .child(count_line)
            .text(word)
    });
    section.child(element("ul", "tallies").children(tallies))
}

fn note(title: &str, parts: impl IntoIterator<Item = Built>) -> Built {
    element("section", "note")
        .child(element("h2", "").text(title))
        .children(parts)
}

fn paragraph(class: &str, text: &str) -> Built {
    element("p", class).text(text)
}
