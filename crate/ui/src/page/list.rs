//! The list of findings: the first hundred, more when the reader asks for them; each leads to its figure on the page.
//!
//! Where the page is read again, what is said as before stays in the list as it is: what the reader has opened in it
//! stays open, and nothing moves under the pointer.

use super::labels;
use super::looked::{Again, Looked};
use super::spot::Spot;
use crate::dom::{Built, element};
use crate::findings;
use crate::surface::leave;
use crate::work::begin;
use plumbline_browser::{counted, says, tell};
use plumbline_core::order;
use plumbline_core::report::Level;
use plumbline_protocol::{Shown, ToPage};
use plumbline_words::{Account, Entry, EvidenceLine};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, UiEvent};

/// How many findings are listed at once.
const LISTED: usize = 100;

/// A finding as it is listed.
struct Row {
    entry: Entry,
    spot: Rc<Spot>,
    shown: Built,
}

/// What is listed, of which tab.
struct Listed {
    tab: i32,
    list: Built,
    rows: Vec<Row>,
}

thread_local! {
    static LIST: RefCell<Option<Listed>> = const { RefCell::new(None) };
}

/// The findings: warnings first, then marks, then the rest. A long list is continued when the reader asks for it.
pub(super) fn list(looked: &Looked, report: &Rc<Account>, again: Again) -> Vec<Built> {
    let order = by_weight(&report.findings);
    let earlier = LIST.take().filter(|listed| listed.tab == looked.tab);
    let (list, rows) = earlier.map_or_else(
        || {
            let list = element("ol", "findings").attribute("aria-label", &says("findings"));
            (list, Vec::new())
        },
        |Listed { list, rows, .. }| (list, rows),
    );
    let to = order.len().min(rows.len().max(LISTED));
    let mut listed = Listed {
        tab: looked.tab,
        list: list.clone(),
        rows: update(rows, looked, report, &order[..to], again),
    };
    list.arrange(listed.rows.iter().map(|row| row.shown.clone()));
    let mut parts = vec![list];
    parts.extend(more(looked, report, order, to, again));
    listed.rows.shrink_to_fit();
    LIST.set(Some(listed));
    parts
}

/// Nothing is listed any more.
pub(super) fn clear() {
    LIST.set(None);
}

/// The rows of these findings: those of before where they say the same.
fn update(
    mut old: Vec<Row>,
    looked: &Looked,
    report: &Account,
    findings: &[usize],
    again: Again,
) -> Vec<Row> {
    let rows = findings.iter().map(|&index| {
        let entry = &report.findings[index];
        let same = old.iter().position(|row| says_the_same(&row.entry, entry));
        let mut row = match same {
            Some(at) => old.remove(at),
            None => row(entry, again),
        };
        if same.is_none()
            && let Some(before) = old.iter().find(|row| is_of_the_same(&row.entry, entry))
            && let (Some(before), Some(now)) = (before.shown.details(), row.shown.details())
        {
            let _ = now.toggle_attribute_with_force("open", before.has_attribute("open"));
        }
        row.spot.tab.set(looked.tab);
        row.spot.list.set(looked.list);
        row.spot.finding.set(index);
        row.entry.places.clone_from(&entry.places);
        row
    });
    rows.collect()
}

/// What continues the list, if there is more of it.
fn more(
    looked: &Looked,
    report: &Rc<Account>,
    order: Vec<usize>,
    listed: usize,
    again: Again,
) -> Option<Built> {
    let words = |left| counted(left, "more_findings");
    let left = order.len() - listed;
    let button = element("button", "again").attribute("type", "button");
    button.set_text(&words(left));
    let (shown, looked, report) = (button.clone(), looked.clone(), Rc::clone(report));
    let listed = Cell::new(listed);
    (left > 0).then(|| {
        button.on("click", move |_| {
            let to = order.len().min(listed.get() + LISTED);
            let next = update(
                Vec::new(),
                &looked,
                &report,
                &order[listed.get()..to],
                again,
            );
            LIST.with_borrow_mut(|list| {
                if let Some(list) = list {
                    let _ = list
                        .list
                        .clone()
                        .children(next.iter().map(|row| row.shown.clone()));
                    list.rows.extend(next);
                }
            });
            listed.set(to);
            match order.len() - to {
                0 => shown.remove(),
                left => shown.set_text(&words(left)),
            }
        })
    })
}

/// A finding of the list; asked again and again, it shows one place after the other.
fn row(entry: &Entry, again: Again) -> Row {
    let spot = Rc::new(Spot::default());
    let (one, other) = (Rc::clone(&spot), Rc::clone(&spot));
    let shown = findings::item(
        entry,
        move |number, event| {
            one.place.set(number);
            go_to(&one, event, again);
        },
        move |event| {
            other.place.set(other.place.get() + 1);
            go_to(&other, event, again);
        },
    );
    let shown = shown.child(labels::section(entry, &spot));
    Row {
        entry: entry.clone(),
        spot,
        shown,
    }
}

/// Whether two findings read the same in the list, wherever they stand.
fn says_the_same(one: &Entry, other: &Entry) -> bool {
    let Entry {
        places,
        spots: _,
        code,
        right,
        times,
        level,
        sign,
        label,
        about,
        together,
        answer,
        evidence,
        notes,
    } = one;
    let quotes = places.iter().map(|place| &place.quote);
    quotes.eq(other.places.iter().map(|place| &place.quote))
        && (times, level, sign) == (&other.times, &other.level, &other.sign)
        && (label, about, together) == (&other.label, &other.about, &other.together)
        && (answer, notes) == (&other.answer, &other.notes)
        && (code, right) == (&other.code, &other.right)
        && evidence
            .iter()
            .map(told)
            .eq(other.evidence.iter().map(told))
}

/// What a line of the evidence says, wherever a figure of the page stands that it tells of.
fn told(line: &EvidenceLine) -> impl PartialEq {
    let EvidenceLine {
        value,
        agrees,
        stand,
        arithmetic,
        sources,
        place: _,
    } = line;
    (value, agrees, stand, arithmetic, sources)
}

/// Whether two findings are of one figure, of which other is said now.
fn is_of_the_same(one: &Entry, other: &Entry) -> bool {
    let quote = |entry: &Entry| entry.places.first().map(|place| place.quote.clone());
    quote(one) == quote(other) && one.about == other.about && one.together == other.together
}

/// The places of the findings: what cannot all be right within the article, then warnings, marks, and the rest, each
/// in the page's order.
fn by_weight(findings: &[Entry]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..findings.len()).collect();
    order::by_key(&mut places, |&index| {
        let level = match findings[index].level {
            Level::Warn => 0,
            Level::Mark => 1,
            Level::None => 2,
        };
        (findings[index].together.is_empty(), level)
    });
    places
}

/// Shows a finding on the page. With the keyboard the reader goes there: the popup makes way for the card.
fn go_to(spot: &Spot, event: &Event, again: Again) {
    let by_key = event
        .dyn_ref::<UiEvent>()
        .is_some_and(|event| event.detail() == 0);
    let tab = spot.tab.get();
    let message = ToPage::Show {
        list: spot.list.get(),
        finding: spot.finding.get(),
        place: spot.place.get(),
    };
    begin(async move {
        match tell(tab, message).await {
            Ok(Shown { shown: true }) if by_key => leave(),
            Ok(Shown { shown: true }) => {}
            Ok(Shown { shown: false }) | Err(_) => (again.changed)(tab),
        }
    });
}
