//! The library as it is looked through, in the side panel and on the options page: what the reader has saved, and with
//! it what was read since the browser started and the sources that came with the extension. What was saved can be
//! deleted.

use crate::browser;
use crate::dom::{Built, by_id, element, fill, listen};
use crate::findings::{dated, led};
use crate::problem;
use crate::work::begin;
use plumbline_browser::{Answer, counted, says, says_with};
use plumbline_protocol::{Ask, SavedHead, Saving};
use serde::Deserialize;
use std::cell::{Cell, RefCell};
use web_sys::{Element, HtmlElement, HtmlInputElement};

const LIST: &str = "shelves";
const SEARCH: &str = "search";
/// How many there are of what is looked for, for who does not see the list.
const FOUND: &str = "search-found";

/// How many articles of a shelf are listed at once; the others are there to be searched for.
const MOST_LISTED: usize = 200;

/// An article as it is listed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Article {
    pub(crate) title: String,
    pub(crate) publisher: String,
    pub(crate) address: String,
    pub(crate) published: String,
    /// Its number in the library, where the reader has saved it.
    #[serde(skip)]
    pub(crate) saved: Option<u32>,
    /// Why nothing is compared with it, or empty.
    #[serde(skip)]
    pub(crate) problem: String,
}

impl From<SavedHead> for Article {
    fn from(head: SavedHead) -> Self {
        Self {
            title: head.title,
            publisher: head.publisher,
            address: head.address,
            published: head.published,
            saved: Some(head.number),
            problem: head.problem,
        }
    }
}

impl Article {
    /// Whether every one of the words, in lower case, stands in what is listed of it.
    fn holds(&self, words: &[&str]) -> bool {
        let text = plumbline_core::text::lowercase(&format!(
            "{} {} {}",
            self.title, self.publisher, self.published
        ));
        words.iter().all(|word| text.contains(word))
    }
}

/// Articles under the name of what they have in common.
pub(crate) type Shelf = (&'static str, Vec<Article>);

thread_local! {
    /// What is listed.
    static SHELVES: RefCell<Vec<Shelf>> = const { RefCell::new(Vec::new()) };
    /// Why not all of it is, or empty.
    static PROBLEM: RefCell<String> = const { RefCell::new(String::new()) };
    /// What shows it anew when something of it was deleted.
    static AGAIN: Cell<fn()> = const { Cell::new(|| ()) };
}

/// Has the search do what it says; `again` shows what there is when something was deleted.
pub(crate) fn offer(again: fn()) {
    AGAIN.set(again);
    listen(&by_id(SEARCH), "input", |_| list());
}

/// Says above what is listed why not all of it is; nothing where that is empty.
pub(crate) fn tell(problem: String) {
    PROBLEM.set(problem);
}

/// Lists what there is.
pub(crate) fn show(shelves: Answer<Vec<Shelf>>) {
    match shelves {
        Ok(shelves) => {
            SHELVES.set(shelves);
            list();
        }
        Err(failure) => problem::show(LIST, &failure),
    }
}

/// Lists what is looked for, or everything.
fn list() {
    let wanted = plumbline_core::text::lowercase(&by_id::<HtmlInputElement>(SEARCH).value());
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let mut found = 0;
    let parts: Vec<Built> = SHELVES.with_borrow(|shelves| {
        let parts = shelves.iter().filter_map(|(name, articles)| {
            let of: Vec<&Article> = articles.iter().filter(|one| one.holds(&words)).collect();
            found += of.len();
            (!of.is_empty()).then(|| shelf(name, &of))
        });
        parts.collect()
    });
    let said = counted(found, "articles");
    by_id::<Element>(FOUND).set_text_content(Some(&said));
    let none = parts.is_empty() && !words.is_empty();
    let none = none.then(|| element("p", "empty").text(&says("search_none")));
    let problem = PROBLEM.with_borrow(|problem| {
        (!problem.is_empty()).then(|| element("p", "problem").text(problem))
    });
    fill(LIST, problem.into_iter().chain(none).chain(parts));
}

fn shelf(name: &str, articles: &[&Article]) -> Built {
    let listed = articles.iter().take(MOST_LISTED);
    let shelf = element("section", "shelf")
        .child(element("h2", "").text(&says(name)))
        .child(element("ul", "articles").children(listed.map(|article| item(article))));
    match articles.len().saturating_sub(MOST_LISTED) {
        0 => shelf,
        more => shelf.child(element("p", "empty").text(&counted(more, "shelf_more"))),
    }
}

fn item(article: &Article) -> Built {
    let mut from = element("p", "from").text(&article.publisher);
    if !article.published.is_empty() {
        if !article.publisher.is_empty() {
            from = from.text(" · ");
        }
        from = from.child(dated(&article.published));
        if let Some((count, unit)) = days_since(&article.published).and_then(age) {
            from = from.text(&format!(" · {}", counted(count, unit)));
        }
    }
    let title = match article.title.as_str() {
        "" => says("article_untitled"),
        title => title.to_owned(),
    };
    let mut item = element("li", "article")
        .child(element("p", "title").child(led(&title, &article.address, "")))
        .child(from);
    if !article.problem.is_empty() {
        item = item.child(element("p", "problem").text(&article.problem));
    }
    match article.saved {
        Some(number) => item.child(delete(number, &title)),
        None => item,
    }
}

/// How many days ago a day was.
fn days_since(day: &str) -> Option<f64> {
    let then = js_sys::Date::parse(day);
    let days = ((js_sys::Date::now() - then) / 86_400_000.0).floor();
    days.is_finite().then_some(days)
}

/// How old something is, in the largest unit of which there are two at least; nothing for what is of today.
fn age(days: f64) -> Option<(usize, &'static str)> {
    let units = [
        (730.0, 365.25, "years_old"),
        (61.0, 30.44, "months_old"),
        (1.0, 1.0, "days_old"),
    ];
    let (_, length, unit) = units.into_iter().find(|(from, ..)| days >= *from)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "positive and whole"
    )]
    let count = (days / length).floor() as usize;
    Some((count, unit))
}

/// Deletes an article from the library.
fn delete(number: u32, title: &str) -> Built {
    element("button", "quiet")
        .attribute("type", "button")
        .attribute("aria-label", &says_with("save_remove_of", &[title]))
        .text(&says("save_remove"))
        .on("click", move |_| {
            begin(async move {
                let numbers = vec![number];
                match browser::ask::<Saving>(&Ask::RemoveArticles { numbers }).await {
                    Ok(_) => {
                        // The button that had the focus goes.
                        let _ = by_id::<HtmlElement>(SEARCH).focus();
                        AGAIN.get()();
                    }
                    Err(failure) => problem::show(LIST, &failure),
                }
            });
        })
}

#[cfg(test)]
mod tests {
    use super::{Article, age};

    #[test]
    fn an_article_is_found_by_words_of_what_is_listed_of_it() {
        let article = Article {
            title: "Ferry lost near Orrin".to_owned(),
            publisher: "coast.example".to_owned(),
            published: "2024-05-02".to_owned(),
            ..Article::default()
        };
        for (words, holds) in [
            (&["ferry"][..], true),
            (&["orrin", "coast"], true),
            (&["2024"], true),
            (&["ferry", "gazette"], false),
            (&[], true),
        ] {
            assert_eq!(article.holds(words), holds, "{words:?}");
        }
    }

    #[test]
    fn an_age_is_told_in_the_largest_unit_that_fits() {
        for (days, told) in [
            (-3.0, None),
            (0.0, None),
            (1.0, Some((1, "days_old"))),
            (60.0, Some((60, "days_old"))),
            (61.0, Some((2, "months_old"))),
            (729.0, Some((23, "months_old"))),
            (731.0, Some((2, "years_old"))),
            (3_653.0, Some((10, "years_old"))),
        ] {
            assert_eq!(age(days), told, "{days} days");
        }
    }
}
