//! This story: which other articles tell of the same, and what each says of the figures of the page.

use crate::dom::{Built, by_id, element, fill};
use crate::findings::led;
use crate::surface;
use plumbline_browser::{says, says_with};
use plumbline_words::{Account, Said, StoryLine, grouped};
use std::rc::Rc;
use web_sys::HtmlElement;

const VIEW: &str = "story";
/// How many there are, on the tab of the view.
const COUNT: &str = "story-count";

/// Shows the other articles of a report; without a report, that there is none.
pub(crate) fn show(report: Option<&Rc<Account>>) {
    if !surface::stays() {
        return;
    }
    let articles = report.map_or(&[][..], |report| &report.story);
    let count: HtmlElement = by_id(COUNT);
    count.set_text_content(Some(&grouped(&articles.len().to_string())));
    count.set_hidden(articles.is_empty());
    if articles.is_empty() {
        let (title, text) = match report {
            Some(_) => ("story_none_title", "story_none"),
            None => ("story_unchecked_title", "story_unchecked"),
        };
        let note = element("section", "note")
            .child(element("h2", "").text(&says(title)))
            .child(element("p", "").text(&says(text)));
        fill(VIEW, [note]);
        return;
    }
    let lead = element("p", "lead").text(&says("story_lead"));
    let list = element("ul", "articles").children(articles.iter().map(article));
    fill(VIEW, [lead, list]);
}

/// An article, with what it says: where it differs first.
fn article(line: &StoryLine) -> Built {
    let source = &line.source;
    let head = element("p", "title").child(led(&source.title, &source.address, ""));
    let from = [source.publisher.as_str(), source.date.as_str()];
    let from: Vec<&str> = from.into_iter().filter(|part| !part.is_empty()).collect();
    let item = element("li", "article")
        .child(head)
        .child(element("p", "from").text(&from.join(" · ")));
    if line.says.is_empty() {
        return item.child(element("p", "from").text(&says("story_silent")));
    }
    let (agrees, differs): (Vec<&Said>, Vec<&Said>) =
        line.says.iter().partition(|said| said.agrees);
    let said = differs.into_iter().chain(agrees).map(figure);
    item.child(element("ul", "said").children(said))
}

fn figure(said: &Said) -> Built {
    let (class, line) = if said.agrees {
        ("agrees", says("story_same"))
    } else {
        ("differs", says_with("story_differs", &[&said.page]))
    };
    let sign = if said.agrees { "supported" } else { "mark" };
    let value = element("p", "says")
        .child(element("span", &format!("sign {sign}")).attribute("aria-hidden", "true"))
        .text(" ")
        .child(element("span", "value").text(&said.value))
        .child(element("span", "stand").text(&format!(" · {line}")));
    let mut item = element("li", class).child(value);
    if !said.about.is_empty() {
        item = item.child(element("p", "claim").text(&said.about));
    }
    if said.passage.is_empty() {
        return item;
    }
    let passage = led(&said.passage, &said.address, &said.passage);
    item.child(element("q", "passage").child(passage))
}
