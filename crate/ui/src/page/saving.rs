//! Saving the article that a tab shows as a reference, and taking it out of the library again.

use crate::browser::ask;
use crate::dom::{Built, element, fill};
use crate::work::begin;
use plumbline_browser::{Answer, failed, refusal, says};
use plumbline_protocol::{Ask, SavedHead, Saving};

/// Where it is offered, and said what became of it.
const PLACE: &str = "saving";

/// The offer for a tab, which says whether its article is saved as soon as that is known.
pub(super) fn offer(tab: i32) -> Built {
    begin(async move {
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
            match article.problem.as_str() {
                "" => say(&says("saved")),
                problem => say(problem),
            }
            parts.push(button("save_anew", move || save(tab)));
            parts.push(button("save_remove", move || remove(tab, &article)));
        }
        Ok(Saving::NotSaved) => parts.push(button("save", move || save(tab))),
        Ok(Saving::Refused { why }) => say(&refusal(&why)),
        Err(failure) => {
            say(&failed(&failure));
            parts.push(button("save", move || save(tab)));
        }
    }
    fill(PLACE, parts);
}

fn button(name: &str, act: impl Fn() + 'static) -> Built {
    element("button", "")
        .attribute("type", "button")
        .text(&says(name))
        .on("click", move |_| act())
}

fn save(tab: i32) {
    begin(async move {
        let became = ask(&Ask::SaveArticle { tab }).await;
        settle(tab, became, None).await;
    });
}

/// Shows what became of an article; where that came to nothing, whether it is saved all the same.
async fn settle(tab: i32, became: Answer<Saving>, said: Option<&str>) {
    match became {
        Ok(became) => show(tab, Ok(became), said),
        Err(failure) => {
            let known = ask::<Saving>(&Ask::IsSaved { tab }).await;
            // What is the matter twice is said once.
            let said = (known.as_ref().err() != Some(&failure)).then(|| failed(&failure));
            show(tab, known, said.as_deref());
        }
    }
}

fn remove(tab: i32, article: &SavedHead) {
    let numbers = vec![article.number];
    begin(async move {
        let became = ask(&Ask::RemoveArticles { numbers }).await;
        let said = became.is_ok().then(|| says("save_removed"));
        settle(tab, became, said.as_deref()).await;
    });
}
