//! Saving the article that a tab shows as a reference, and taking it out of the library again.

use crate::browser::ask;
use crate::dom::{Built, element, fill};
use plumbline_browser::Answer;
use plumbline_protocol::{Ask, NotKept, SavedHead, Saving};
use wasm_bindgen_futures::spawn_local;

/// Where it is offered, and said what became of it.
const PLACE: &str = "saving";
const SAVE: &str = "Save this article as a reference";
const SAVE_ANEW: &str = "Save it as it is now";
const SAVED: &str = "Saved in your library: other articles on the same story are compared with it.";
const REMOVE: &str = "Delete it from the library";
const REMOVED: &str = "Deleted from the library.";

/// The offer for a tab, which says whether its article is saved as soon as that is known.
pub(crate) fn offer(tab: i32) -> Built {
    spawn_local(async move {
        let known = ask::<Saving>(&Ask::IsSaved { tab }).await;
        show(tab, known, None);
    });
    element("section", "saving").attribute("id", PLACE)
}

/// Shows what can be done about an article, after what became of it.
fn show(tab: i32, known: Answer<Saving>, said: Option<&str>) {
    let mut parts: Vec<Built> = Vec::new();
    let mut say = |text: &str| parts.push(element("p", "").attribute("role", "status").text(text));
    if let Some(said) = said {
        say(said);
    }
    match known {
        Ok(Saving::Saved { article }) => {
            say(SAVED);
            parts.push(button(SAVE_ANEW, move || save(tab)));
            parts.push(button(REMOVE, move || remove(tab, &article)));
        }
        Ok(Saving::NotSaved) => parts.push(button(SAVE, move || save(tab))),
        Ok(Saving::Refused { why }) => say(refusal(&why)),
        Err(problem) => {
            say(&problem);
            parts.push(button(SAVE, move || save(tab)));
        }
    }
    fill(PLACE, parts);
}

fn button(text: &str, act: impl Fn() + 'static) -> Built {
    element("button", "")
        .attribute("type", "button")
        .text(text)
        .on("click", move |_| act())
}

fn save(tab: i32) {
    spawn_local(async move {
        let became = ask(&Ask::SaveArticle { tab }).await;
        show(tab, became, None);
    });
}

fn remove(tab: i32, article: &SavedHead) {
    let numbers = vec![article.number];
    spawn_local(async move {
        let became = ask(&Ask::RemoveArticles { numbers }).await;
        let said = became.is_ok().then_some(REMOVED);
        show(tab, became, said);
    });
}

/// Why a page cannot be saved, in a sentence.
pub(crate) fn refusal(why: &NotKept) -> &'static str {
    match why {
        NotKept::Private => "This is a private window: nothing is ever kept of it.",
        NotKept::NoFigures => {
            "There is nothing to save: the article states no figure in English, or has no address."
        }
        NotKept::Untouchable { .. } => "This page cannot be read, and so cannot be saved.",
    }
}
