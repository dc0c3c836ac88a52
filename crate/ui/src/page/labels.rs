//! What the reader can say of a finding in the list, and take along of it.

use super::looked::shown_page;
use super::spot::Spot;
use crate::browser;
use crate::dom::{Built, element};
use crate::work::begin;
use plumbline_browser::{Answer, failed, says, tell};
use plumbline_labels::Word;
use plumbline_protocol::{Said, ToPage};
use plumbline_words::{Entry, Form, FoundOn, copy};
use std::cell::Cell;
use std::rc::Rc;

/// A finding of the list, with where it stands.
#[derive(Clone)]
struct Of {
    entry: Rc<Entry>,
    spot: Rc<Spot>,
}

/// What opens below a finding: the four words, and the ways to copy it. It is filled when it is opened, for there may
/// be many.
pub(super) fn section(entry: &Entry, spot: &Rc<Spot>) -> Built {
    let of = Of {
        entry: Rc::new(entry.clone()),
        spot: Rc::clone(spot),
    };
    let quote = entry.places.first().map_or("", |place| &place.quote);
    let body = element("div", "word-body");
    if entry.right {
        show(&body, &of, Some(Word::Right));
        return body;
    }
    let filled = Cell::new(false);
    let within = body.clone();
    element("details", "word")
        .child(
            element("summary", "")
                .attribute("aria-label", &format!("{}: {quote}", says("word_list")))
                .text(&says("word_list")),
        )
        .child(body)
        .on("toggle", move |_| {
            if !filled.replace(true) {
                show(&within, &of, None);
            }
        })
}

/// Fills the section with what can be said, or with what was.
fn show(body: &Built, of: &Of, said: Option<Word>) {
    body.set_text("");
    let status = element("p", "said").attribute("role", "status");
    let acts = (body.clone(), of.clone(), status.clone());
    let parts = if let Some(word) = said {
        status.set_text(&says(&format!("said_{}", name(word))));
        let (body, of, status) = acts;
        vec![button("quiet", &says("word_undo"), move || {
            say(&body, &of, &status, None);
        })]
    } else {
        let choices = Word::ALL.map(|word| {
            let (body, of, status) = acts.clone();
            button(
                "choice",
                &says(&format!("word_{}", name(word))),
                move || {
                    say(&body, &of, &status, Some(word));
                },
            )
        });
        let copies = [(Form::Text, "copy"), (Form::Markdown, "copy_markdown")];
        let copies = copies.map(|(form, name)| {
            let (_, of, status) = acts.clone();
            button("quiet", &says(name), move || take(form, &of, &status))
        });
        vec![
            element("div", "choices")
                .attribute("role", "group")
                .attribute("aria-label", &says("word_question"))
                .children(choices),
            element("p", "").text(&says("word_stays")),
            element("div", "choices").children(copies),
        ]
    };
    let _ = body.clone().children(parts).child(status);
}

/// How a word is named among what is said to the reader.
fn name(word: Word) -> &'static str {
    match word {
        Word::Right => "right",
        Word::NotSame => "not_same",
        Word::WrongReading => "wrong_reading",
        Word::Ignore => "ignore",
    }
}

fn button(class: &str, text: &str, act: impl Fn() + 'static) -> Built {
    element("button", class)
        .attribute("type", "button")
        .text(text)
        .on("click", move |_| act())
}

/// Says a word of a finding, or takes it back.
fn say(body: &Built, of: &Of, status: &Built, word: Option<Word>) {
    let (body, of, status) = (body.clone(), of.clone(), status.clone());
    begin(async move {
        let message = ToPage::Word {
            list: of.spot.list.get(),
            finding: of.spot.finding.get(),
            word,
        };
        let answer: Answer<Said> = tell(of.spot.tab.get(), message).await;
        match answer {
            Ok(Said { kept: true }) => {
                show(&body, &of, word);
                // What had the focus is gone.
                body.focus_within();
            }
            Ok(Said { kept: false }) => status.set_text(&says("word_private")),
            Err(failure) => status.set_text(&failed(&failure)),
        }
    });
}

/// Copies a finding.
fn take(form: Form, of: &Of, status: &Built) {
    let (title, address) = shown_page();
    let on = FoundOn {
        title: &title,
        address: &address,
    };
    let copied = browser::copy(&copy(form, &of.entry, on));
    let status = status.clone();
    // What stays as it was is not read out again.
    status.set_text("");
    begin(async move {
        status.set_text(&says(match copied.await {
            Ok(()) => "copied",
            Err(_) => "copy_failed",
        }));
    });
}
