//! What the reader has said of findings: listed, taken back, saved as a file.

use super::fail;
use crate::browser::{ask, ask_raw};
use crate::dom::{Built, by_id, counted, element, fill};
use crate::download;
use crate::findings::{dated, titled};
use js_sys::{Array, JSON};
use plumbline_browser::{Answer, read};
use plumbline_labels::{Label, Word};
use plumbline_protocol::{Ask, Said};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

const SECTION: &str = "word";
const NOTE: &str = "word-note";
const NONE: &str = "Nothing yet.";
const SAVE: &str = "Save them as JSON Lines";
const FILE: &str = "plumbline-words.jsonl";
const JSON_LINES: &str = "application/jsonl";
const BACK: &str = "Take back";
const ALL_BACK: &str = "Take all back";
const TAKEN: &str = "It is taken back: the page is told of it again.";
const ALL_TAKEN: &str = "All of them are taken back.";

fn word(word: Word) -> &'static str {
    match word {
        Word::Right => "Right",
        Word::NotSame => "Not the same thing",
        Word::WrongReading => "Wrong reading",
        Word::Ignore => "Ignored",
    }
}

/// Lists them, the latest first.
pub(super) fn show() {
    spawn_local(async {
        match ask_raw(&Ask::Words).await {
            Ok(kept) => fill(SECTION, parts(&Array::from(&kept))),
            Err(problem) => fail(SECTION, &problem),
        }
    });
}

fn parts(kept: &Array) -> Vec<Built> {
    let read: Vec<Option<Label>> = kept.iter().map(|label| read(label).ok()).collect();
    let unread = read.iter().filter(|label| label.is_none()).count();
    let mut labels: Vec<&Label> = read
        .iter()
        .flatten()
        .filter(|label| !label.mirrored)
        .collect();
    if labels.is_empty() && unread == 0 {
        return vec![element("p", "empty").text(NONE)];
    }
    labels.sort_by(|one, other| other.said.cmp(&one.said));
    let lines = json_lines(kept, &read);
    let mut parts = vec![
        element("p", "").text(&format!(
            "{}.",
            counted(labels.len(), "finding", "findings")
        )),
        element("ul", "said").children(labels.into_iter().map(item)),
    ];
    if unread > 0 {
        parts.push(element("p", "problem").text(&format!(
            "{} cannot be read: damaged, or of a newer version. They are kept, and saved with the others.",
            counted(unread, "record", "records")
        )));
    }
    parts.push(
        element("p", "actions")
            .child(button(SAVE, move || {
                download::save(FILE, JSON_LINES, &lines);
            }))
            .child(button(ALL_BACK, || take_back(&Ask::TakeAllBack, ALL_TAKEN))),
    );
    parts
}

/// Every record as a line of its own, as it is kept; what is only the other side of another says nothing more.
fn json_lines(kept: &Array, read: &[Option<Label>]) -> String {
    let mut lines = String::new();
    for (value, label) in kept.iter().zip(read) {
        if label.as_ref().is_some_and(|label| label.mirrored) {
            continue;
        }
        if let Some(line) = JSON::stringify(&value)
            .ok()
            .and_then(|line| line.as_string())
        {
            lines.push_str(&line);
            lines.push('\n');
        }
    }
    lines
}

fn item(label: &Label) -> Built {
    let quotes: Vec<&str> = label
        .figures
        .iter()
        .map(|figure| figure.quote.as_str())
        .collect();
    let quotes = quotes.join(" · ");
    let title = if label.title.is_empty() {
        &label.address
    } else {
        &label.title
    };
    let address = match label.address.split_once("://") {
        Some(_) => label.address.clone(),
        None => format!("https://{}", label.address),
    };
    let back = Ask::TakeBack {
        address: label.address.clone(),
        said: label.said.clone(),
    };
    element("li", "")
        .child(
            element("p", "")
                .child(element("b", "").text(word(label.word)))
                .text(&format!(": {quotes}")),
        )
        .child(element("p", "note").text(&label.answer))
        .child(
            element("p", "note")
                .child(titled(title, &address))
                .text(" · ")
                .child(dated(label.said.get(..10).unwrap_or(&label.said))),
        )
        .child(
            button(BACK, move || take_back(&back, TAKEN))
                .attribute("aria-label", &format!("{BACK}: {quotes}")),
        )
}

fn button(text: &str, act: impl Fn() + 'static) -> Built {
    element("button", "remove")
        .attribute("type", "button")
        .text(text)
        .on("click", move |_| act())
}

fn take_back(asked: &Ask, said: &'static str) {
    let asked = asked.clone();
    spawn_local(async move {
        let answer: Answer<Said> = ask(&asked).await;
        match answer {
            Ok(_) => {
                show();
                by_id::<Element>(NOTE).set_text_content(Some(said));
            }
            Err(problem) => fail(SECTION, &problem),
        }
    });
}
