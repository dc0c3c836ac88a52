//! A finding as the popup lists it, drawn from lines that are ready: the figure, the answer, and who says what.

use crate::browser;
use crate::dom::{Built, element};
use plumbline_browser::{ReaderDates, says, says_with};
use plumbline_core::report::Level;
use plumbline_words::{Entry, EvidenceLine, Sign, SourceLine, in_words};
use web_sys::Event;

/// The class that gives a finding its colour and sign.
fn class(sign: Sign) -> &'static str {
    match sign {
        Sign::Warn => "warn",
        Sign::Mark => "mark",
        Sign::Supported => "supported",
        Sign::NotCovered => "not-covered",
    }
}

/// An item of the list; `go` is called with the number of the place when the reader wants to see the figure there,
/// `on` for the next place where it stands.
pub(crate) fn item(
    entry: &Entry,
    go: impl Fn(usize, &Event) + Clone + 'static,
    on: impl FnMut(&Event) + 'static,
) -> Built {
    let kind = class(entry.sign);
    let quote = entry.places.first().map_or("", |place| &place.quote);
    let figure = element("button", "figure")
        .attribute("type", "button")
        .attribute("title", &says("go_there"))
        .child(element("span", "quote").text(quote))
        .child(
            element("span", "verdict")
                .child(element("span", &format!("sign {kind}")).attribute("aria-hidden", "true"))
                .text(&entry.label),
        )
        .on("click", {
            let go = go.clone();
            move |event| go(0, event)
        });
    let mut item = element("li", &format!("finding {kind}")).child(figure);
    if !entry.about.is_empty() {
        item = item.child(element("p", "claim").text(&entry.about));
    }
    if !entry.times.is_empty() {
        let next = element("button", "times")
            .attribute("type", "button")
            .attribute("title", &says("go_on"))
            .attribute("aria-label", &format!("{}: {}", entry.times, says("go_on")))
            .text(&entry.times)
            .on("click", on);
        item = item.child(element("p", "").child(next));
    }
    if !entry.together.is_empty() && entry.places.len() > 1 {
        item = item.child(others(entry, &go));
    }
    let mut item = item.child(element("p", "why").text(&entry.answer));
    if entry.evidence.is_empty() {
        let notes = entry.notes.iter();
        item = item.children(notes.map(|note| element("p", "note-line").text(note)));
    }
    if entry.evidence.is_empty() {
        return item;
    }
    let evidence = element("details", "")
        .child(
            element("summary", "")
                .attribute("aria-label", &says_with("evidence_about", &[quote]))
                .text(&says("evidence")),
        )
        .child(element("ul", "evidence").children(entry.evidence.iter().map(evidence_item)))
        .children(
            entry
                .notes
                .iter()
                .map(|note| element("p", "note-line").text(note)),
        );
    // Every warning shows its evidence; what is not warned of is there to be asked for.
    let evidence = if entry.level == Level::Warn {
        evidence.attribute("open", "")
    } else {
        evidence
    };
    item.child(evidence)
}

/// The other figures that cannot all be right with the first one, each of which leads to its place.
fn others(entry: &Entry, go: &(impl Fn(usize, &Event) + Clone + 'static)) -> Built {
    let others = entry.places.iter().enumerate().skip(1);
    let buttons = others.map(|(number, place)| {
        let go = go.clone();
        element("button", "other")
            .attribute("type", "button")
            .attribute("title", &says("go_there"))
            .text(&place.quote)
            .on("click", move |event| go(number, event))
    });
    element("p", "together")
        .text(&entry.together)
        .children(buttons)
}

fn evidence_item(evidence: &EvidenceLine) -> Built {
    let class = if evidence.agrees { "agrees" } else { "differs" };
    let item = element("li", class).child(
        element("p", "says")
            .child(element("span", "value").text(&evidence.value))
            .child(element("span", "stand").text(&format!(" · {}", evidence.stand))),
    );
    let item = if evidence.arithmetic.is_empty() {
        item
    } else {
        item.child(element("p", "derivation").text(&evidence.arithmetic))
    };
    if evidence.sources.is_empty() {
        return item;
    }
    item.child(element("ul", "sources").children(evidence.sources.iter().map(source_item)))
}

fn source_item(source: &SourceLine) -> Built {
    let mut item = element("li", "").child(element("span", "publisher").text(&source.publisher));
    if !source.title.is_empty() {
        item = item
            .text(", ")
            .child(led(&source.title, &source.address, &source.passage));
    }
    let item = item
        .text(" · ")
        .child(element("span", "date").text(&source.date));
    if source.passage.is_empty() {
        return item;
    }
    item.child(element("q", "passage").text(&source.passage))
}

/// A title, as a link to a new tab where it has an address of the web.
pub(crate) fn titled(title: &str, address: &str) -> Built {
    if is_of_web(address) {
        element("a", "")
            .attribute("href", address)
            .attribute("target", "_blank")
            .attribute("rel", "noopener noreferrer")
            .text(title)
    } else {
        element("span", "").text(title)
    }
}

/// The same for an article that says something: it leads to its tab where it is open, there or else to the passage.
pub(crate) fn led(title: &str, address: &str, passage: &str) -> Built {
    let (to, passage) = (address.to_owned(), passage.to_owned());
    titled(title, address).on("click", move |event| {
        if is_of_web(&to) {
            event.prevent_default();
            browser::go_to_passage(&to, &passage);
        }
    })
}

/// Whether an address is of the web: nothing else is opened.
pub(crate) fn is_of_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// A date, two of them with a slash between, or `before` one, in the reader's words.
pub(crate) fn dated(date: &str) -> Built {
    element("span", "date").text(&in_words(&ReaderDates::new(), date))
}
