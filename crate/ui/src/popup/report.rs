//! What was found on a page, as the popup shows it.

use super::tallies::Tallies;
use super::{Looked, leaving, list, note, paragraph, show_status, words};
use crate::dom::{Built, element, fill, put_first};
use crate::saving;
use plumbline_browser::{Answer, tell};
use plumbline_protocol::{Shown, ToPage};
use plumbline_words::{Account, PassedLine, grouped};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Where the marks can be hidden, and where it is said that they are.
const HIDE: &str = "hide";

/// Shows a report; `frame` is the address of a frame that the article may stand in, or empty.
pub(super) fn show(looked: &Looked, report: &Rc<Account>, frame: &str) {
    let tallies = Tallies::of(report);
    let said = words::summary(&tallies);
    show_status(format!("{said} {}", report.inside).trim(), false);
    let mut parts = vec![tallies.section()];
    if !report.beside.is_empty() {
        parts.push(paragraph("inside", &report.beside));
    }
    if !report.notice.is_empty() {
        parts.push(paragraph("notice", &report.notice));
    }
    if report.findings.is_empty() {
        parts.push(nothing(report, frame));
    } else {
        parts.push(paragraph("inside", &report.inside));
        parts.push(list::list(looked, report));
        if !report.more.is_empty() {
            parts.push(paragraph("rest", &report.more));
        }
    }
    if report.summary.not_covered > 0 {
        parts.push(passed(report));
    }
    if report.summary.warned + report.summary.marked > 0 {
        let tab = looked.tab;
        parts.push(
            element("p", "").attribute("id", HIDE).child(
                element("button", "")
                    .attribute("type", "button")
                    .text(words::HIDE)
                    .on("click", move |_| hide(tab)),
            ),
        );
    }
    if report.summary.read > 0 {
        parts.push(saving::offer(looked.tab));
    }
    fill("outcome", parts);
}

/// What to show of a page on which nothing was found.
fn nothing(report: &Account, frame: &str) -> Built {
    let read = report.summary.read;
    let (title, text) = words::nothing_found(read, report.covers.is_empty());
    let mut parts = Vec::new();
    if !report.inside.is_empty() {
        parts.push(paragraph("inside", &report.inside));
    }
    parts.push(paragraph("", text));
    if let Some(way) = leaving::frame(frame) {
        parts.extend([paragraph("", words::IN_A_FRAME), way]);
    }
    // What could be compared means nothing to who has no figures.
    if read > 0 && !report.covers.is_empty() {
        let covers = report.covers.iter();
        let covers = covers.map(|cover| element("li", "").text(cover));
        parts.extend([
            paragraph("", words::COVERS),
            element("ul", "covers").children(covers),
        ]);
    }
    note(title, parts)
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
        .child(element("h3", "").text(&format!(
            "{} ({})",
            line.why,
            grouped(&line.count.to_string())
        )))
        .child(paragraph("figures", &figures))
}

/// Takes the marks away; a page that is gone has none.
fn hide(tab: i32) {
    spawn_local(async move {
        let _: Answer<Shown> = tell(tab, ToPage::Hide).await;
        fill(HIDE, []);
        let said = element("span", "")
            .attribute("tabindex", "-1")
            .text(words::HIDDEN);
        put_first(HIDE, &said, true);
    });
}
