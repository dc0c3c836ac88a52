//! What was found on a page, as popup and panel show it.

use super::looked::{Again, Looked};
use super::notes::{note, paragraph, show_status};
use super::tallies::Tallies;
use super::{list, saving, ways_out, words};
use crate::dom::{Built, element, fill, is_open};
use crate::download;
use crate::work::begin;
use plumbline_browser::{Answer, counted, says, says_with, tell};
use plumbline_interchange::annotation::collection;
use plumbline_protocol::{Shown, ToPage};
use plumbline_words::{Account, FoundOn, PassedLine, grouped};
use std::cell::RefCell;
use std::rc::Rc;

/// What findings are saved as.
const ANNOTATIONS_FILE: &str = "plumbline-annotations.jsonld";
const JSON_LD: &str = "application/ld+json";

/// Shows a report; `frame` is the address of a frame that the article may stand in, or empty; `selected` says that it is
/// of what the reader has selected alone.
pub(super) fn show(
    looked: &Looked,
    report: &Rc<Account>,
    frame: &str,
    selected: bool,
    again: Again,
) {
    let tallies = Tallies::of(report);
    let said = words::summary(&tallies);
    show_status(format!("{said} {}", report.inside).trim(), false);
    let mut parts = vec![tallies.section()];
    if selected {
        parts.push(only_selected(again));
    }
    if !report.beside.is_empty() {
        parts.push(paragraph("inside", &report.beside));
    }
    if !report.notice.is_empty() {
        parts.push(paragraph("notice", &report.notice));
    }
    if !report.left_out.is_empty() {
        parts.push(paragraph("inside", &report.left_out));
    }
    if report.findings.is_empty() {
        list::clear();
        parts.push(nothing(report, frame));
    } else {
        parts.push(paragraph("inside", &report.inside));
        parts.extend(list::list(looked, report, again));
        if !report.more.is_empty() {
            parts.push(paragraph("rest", &report.more));
        }
    }
    if report.summary.not_covered > 0 {
        parts.push(passed(report));
    }
    if !report.findings.is_empty() {
        parts.push(annotations(looked, report));
    }
    if report.summary.warned + report.summary.marked > 0 {
        let tab = looked.tab;
        let place = element("p", "").attribute("id", "hide");
        let within = place.clone();
        parts.push(
            place.child(
                element("button", "")
                    .attribute("type", "button")
                    .text(&says("hide"))
                    .on("click", move |_| hide(tab, within.clone())),
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
    parts.push(paragraph("", &text));
    if let Some(way) = ways_out::frame(frame) {
        parts.extend([paragraph("", &says("in_a_frame")), way]);
    }
    if read > 0 {
        parts.push(next());
    }
    // What could be compared means nothing to who has no figures.
    if read > 0 && !report.covers.is_empty() {
        let covers = report.covers.iter();
        let covers = covers.map(|cover| element("li", "").text(cover));
        parts.extend([
            paragraph("", &says("covers")),
            element("ul", "covers").children(covers),
        ]);
    }
    note(&title, parts)
}

/// What could be done next.
fn next() -> Built {
    let lines = ["next_another", "next_save", "next_marks"].map(says);
    let [another, save, marks] = lines.map(|line| element("li", "").text(&line));
    let marks = marks.text(" ").child(
        element("a", "")
            .attribute("href", "welcome.html")
            .attribute("target", "_blank")
            .text(&says("next_marks_link")),
    );
    element("div", "next")
        .child(element("h3", "").text(&says("next")))
        .child(element("ul", "").children([another, save, marks]))
}

/// That only what was selected is shown, and the way to the whole page.
fn only_selected(again: Again) -> Built {
    let whole = element("button", "again")
        .attribute("type", "button")
        .text(&says("check_whole"))
        .on("click", move |_| (again.wanted)());
    element("div", "selected")
        .child(paragraph("", &says("only_selected")))
        .child(whole)
}

/// The figures that were not compared, by the reason; filled when it is opened, for there may be many.
fn passed(report: &Rc<Account>) -> Built {
    let was_open = is_open(".passed");
    let count = report.summary.not_covered;
    let details =
        element("details", "passed").child(element("summary", "").text(&counted(count, "passed")));
    let filled = RefCell::new(Some(Rc::clone(report)));
    let within = details.clone();
    let details = details.on("toggle", move |_| {
        if let Some(report) = filled.take() {
            for line in &report.passed {
                let _ = within.clone().child(passed_line(line));
            }
        }
    });
    if was_open {
        details.attribute("open", "")
    } else {
        details
    }
}

fn passed_line(line: &PassedLine) -> Built {
    let more = line.count.saturating_sub(line.figures.len());
    let mut figures = line.figures.join(" · ");
    if more > 0 {
        figures.push_str(&says_with("and_more", &[&grouped(&more.to_string())]));
    }
    element("section", "passed-line")
        .child(element("h3", "").text(&format!(
            "{} ({})",
            line.why,
            grouped(&line.count.to_string())
        )))
        .child(paragraph("figures", &figures))
}

/// What saves the findings as a file for other programs.
fn annotations(looked: &Looked, report: &Rc<Account>) -> Built {
    let (looked, report) = (looked.clone(), Rc::clone(report));
    let button = element("button", "quiet")
        .attribute("type", "button")
        .text(&says("annotations"))
        .on("click", move |_| {
            let on = FoundOn {
                title: &looked.title,
                address: &looked.address,
            };
            let now = String::from(js_sys::Date::new_0().to_iso_string());
            let made = collection(&report.findings, on, &now);
            let text = plumbline_browser::write(&made)
                .ok()
                .and_then(|made| js_sys::JSON::stringify(&made).ok());
            if let Some(text) = text {
                download::save(ANNOTATIONS_FILE, JSON_LD, &String::from(text));
            }
        });
    element("p", "rest").child(button)
}

/// Takes the marks away, and says so in that place; a page that is gone has none.
fn hide(tab: i32, place: Built) {
    begin(async move {
        let _: Answer<Shown> = tell(tab, ToPage::Hide).await;
        let said = element("span", "")
            .attribute("tabindex", "-1")
            .text(&says("hidden"));
        place.arrange([said]);
        place.focus_within();
    });
}
