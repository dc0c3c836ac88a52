//! What the reader has said of findings: listed, taken back, saved as a file.

use crate::browser::{ask, ask_raw};
use crate::dom::{Built, by_id, element, fill};
use crate::download;
use crate::findings::{dated, titled};
use crate::problem;
use crate::work::begin;
use js_sys::{Array, JSON};
use plumbline_browser::{Answer, counted, read, says};
use plumbline_core::order;
use plumbline_labels::{Label, Word};
use plumbline_protocol::{Ask, Said};
use std::cmp::Reverse;
use web_sys::Element;

const SECTION: &str = "word";
const NOTE: &str = "word-note";
const FILE: &str = "plumbline-words.jsonl";
const JSON_LINES: &str = "application/jsonl";

/// How a word is named among what is said to the reader.
fn word(word: Word) -> &'static str {
    match word {
        Word::Right => "word_right",
        Word::NotSame => "word_not_same",
        Word::WrongReading => "word_wrong_reading",
        Word::Ignore => "word_ignore",
    }
}

/// Lists them, the latest first.
pub(super) fn show() {
    begin(async {
        match ask_raw(&Ask::Words).await {
            Ok(kept) => fill(SECTION, parts(&Array::from(&kept))),
            Err(failure) => problem::show(SECTION, &failure),
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
        return vec![element("p", "empty").text(&says("words_none"))];
    }
    order::by_key(&mut labels, |&label| Reverse(&label.said));
    let lines = json_lines(kept, &read);
    let mut parts = vec![
        element("p", "").text(&counted(labels.len(), "words_count")),
        element("ul", "said").children(labels.into_iter().map(item)),
    ];
    if unread > 0 {
        parts.push(element("p", "problem").text(&counted(unread, "words_unread")));
    }
    parts.push(
        element("p", "actions")
            .child(button(&says("words_save"), move || {
                download::save(FILE, JSON_LINES, &lines);
            }))
            .child(button(&says("words_all_back"), || {
                take_back(&Ask::TakeAllBack, "words_all_taken");
            })),
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
                .child(element("b", "").text(&says(word(label.word))))
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
            button(&says("words_back"), move || take_back(&back, "words_taken"))
                .attribute("aria-label", &format!("{}: {quotes}", says("words_back"))),
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
    begin(async move {
        let answer: Answer<Said> = ask(&asked).await;
        match answer {
            Ok(_) => {
                show();
                by_id::<Element>(NOTE).set_text_content(Some(&says(said)));
            }
            Err(failure) => problem::show(SECTION, &failure),
        }
    });
}
