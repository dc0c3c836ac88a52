//! The articles that were checked since the browser started: whether they become references, and which they are.

use crate::browser;
use crate::dom::{Built, by_id, element, fill};
use crate::findings::{dated, titled};
use crate::problem;
use crate::work::begin;
use plumbline_browser::{counted, remembers, says, session};
use serde::Deserialize;
use web_sys::{Element, HtmlInputElement};

const SECTION: &str = "session";
const NOTE: &str = "session-note";
const SWITCH: &str = "remember";

/// What is listed of an article.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Listed {
    title: String,
    publisher: String,
    address: String,
    published: String,
}

/// Shows the switch and the articles.
pub(super) fn show() {
    begin(async {
        if let Err(failure) = fill_in().await {
            problem::show(SECTION, &failure);
        }
    });
}

async fn fill_in() -> plumbline_browser::Answer<()> {
    let on = remembers().await?;
    let articles: Vec<Listed> = session::articles(&session::recall().await?);
    let switch = element("input", "")
        .attribute("type", "checkbox")
        .attribute("id", SWITCH)
        .on("change", |_| turn());
    let switch = if on {
        switch.attribute("checked", "")
    } else {
        switch
    };
    let mut parts = vec![
        element("label", "switch-line")
            .child(switch)
            .child(element("span", "").text(&says("remember"))),
    ];
    if articles.is_empty() {
        parts.push(element("p", "empty").text(&says("session_none")));
    } else {
        let forget = element("button", "remove")
            .attribute("type", "button")
            .text(&says("session_forget"))
            .on("click", |_| forget("session_forgotten"));
        let count = counted(articles.len(), "articles");
        parts.push(element("p", "").text(&format!("{count}: ")).child(forget));
        parts.push(element("ul", "sites").children(articles.iter().map(item)));
    }
    fill(SECTION, parts);
    Ok(())
}

fn item(article: &Listed) -> Built {
    let line = element("span", "").child(titled(&article.title, &article.address));
    let line = if article.publisher.is_empty() {
        line
    } else {
        line.text(&format!(", {}", article.publisher))
    };
    let line = if article.published.is_empty() {
        line
    } else {
        line.text(" · ").child(dated(&article.published))
    };
    element("li", "").child(line)
}

/// The switch was turned. Who does not want articles to be remembered does not want those that are.
fn turn() {
    let on = by_id::<HtmlInputElement>(SWITCH).checked();
    begin(async move {
        if let Err(failure) = browser::keep_remembering(on).await {
            problem::show(SECTION, &failure);
        } else if on {
            say("session_on");
        } else {
            forget("session_off");
        }
    });
}

fn forget(said: &'static str) {
    begin(async move {
        match session::forget().await {
            Ok(()) => {
                show();
                say(said);
            }
            Err(failure) => problem::show(SECTION, &failure),
        }
    });
}

fn say(name: &str) {
    by_id::<Element>(NOTE).set_text_content(Some(&says(name)));
}
