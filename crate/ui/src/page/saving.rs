//! Saving the article that a tab shows as a reference, and taking it out of the library again.

use crate::browser::ask;
use crate::dom::{Built, element};
use crate::work::begin;
use plumbline_browser::{Answer, failed, refusal, says};
use plumbline_protocol::{Ask, SavedHead, Saving};

/// The offer for a tab's article: where it stands, and of which tab it is. What is answered late is shown there, and
/// nowhere else: the reader may look at another page by then.
#[derive(Clone)]
struct Offer {
    place: Built,
    tab: i32,
}

/// The offer for a tab, which says whether its article is saved as soon as that is known.
pub(super) fn offer(tab: i32) -> Built {
    let place = element("section", "saving").attribute("id", "saving");
    let of = Offer {
        place: place.clone(),
        tab,
    };
    begin(async move {
        let known = ask::<Saving>(&Ask::IsSaved { tab }).await;
        show(&of, known, None);
    });
    place
}

/// Shows what can be done about an article, after what became of it.
fn show(of: &Offer, known: Answer<Saving>, said: Option<&str>) {
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
            parts.push(button(of, "save_anew", save));
            parts.push(button(of, "save_remove", move |of| remove(of, &article)));
        }
        Ok(Saving::NotSaved) => parts.push(button(of, "save", save)),
        Ok(Saving::Refused { why }) => say(&refusal(&why)),
        Err(failure) => {
            say(&failed(&failure));
            parts.push(button(of, "save", save));
        }
    }
    of.place.arrange(parts);
}

fn button(of: &Offer, name: &str, act: impl Fn(Offer) + 'static) -> Built {
    let of = of.clone();
    element("button", "")
        .attribute("type", "button")
        .text(&says(name))
        .on("click", move |_| act(of.clone()))
}

fn save(of: Offer) {
    begin(async move {
        let became = ask(&Ask::SaveArticle { tab: of.tab }).await;
        settle(&of, became, None).await;
    });
}

/// Shows what became of an article; where that came to nothing, whether it is saved all the same.
async fn settle(of: &Offer, became: Answer<Saving>, said: Option<&str>) {
    match became {
        Ok(became) => show(of, Ok(became), said),
        Err(failure) => {
            let known = ask::<Saving>(&Ask::IsSaved { tab: of.tab }).await;
            // What is the matter twice is said once.
            let said = (known.as_ref().err() != Some(&failure)).then(|| failed(&failure));
            show(of, known, said.as_deref());
        }
    }
}

fn remove(of: Offer, article: &SavedHead) {
    let numbers = vec![article.number];
    begin(async move {
        let became = ask(&Ask::RemoveArticles { numbers }).await;
        let said = became.is_ok().then(|| says("save_removed"));
        settle(&of, became, said.as_deref()).await;
    });
}
