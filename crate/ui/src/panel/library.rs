//! The library: what the reader has saved, what was read since the browser started, and the sources that came with the
//! extension, to be looked through. What was saved can be deleted.

use crate::browser;
use crate::dom::{Built, by_id, element, fill, listen};
use crate::findings::{dated, led};
use plumbline_browser::{counted, says, says_with, session};
use plumbline_protocol::{Ask, Library, SavedHead, Saving};
use serde::Deserialize;
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlInputElement};

/// The view.
pub(super) const VIEW: &str = "library-view";
const LIST: &str = "library";
const SEARCH: &str = "search";
/// How many there are of what is looked for, for who does not see the list.
const FOUND: &str = "search-found";

/// An article as it is listed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
struct Article {
    title: String,
    publisher: String,
    address: String,
    published: String,
    /// Its number in the library, where the reader has saved it.
    #[serde(skip)]
    saved: Option<u32>,
}

impl From<SavedHead> for Article {
    fn from(head: SavedHead) -> Self {
        Self {
            title: head.title,
            publisher: head.publisher,
            address: head.address,
            published: head.published,
            saved: Some(head.number),
        }
    }
}

impl Article {
    /// Whether every one of the words, in lower case, stands in what is listed of it.
    fn holds(&self, words: &[&str]) -> bool {
        let text = format!("{} {} {}", self.title, self.publisher, self.published).to_lowercase();
        words.iter().all(|word| text.contains(word))
    }
}

thread_local! {
    /// What is listed, by the name of what it is.
    static SHELVES: RefCell<Vec<(&'static str, Vec<Article>)>> = const { RefCell::new(Vec::new()) };
}

/// Has the search do what it says.
pub(super) fn offer() {
    listen(&by_id(SEARCH), "input", |_| list());
}

/// Fetches what there is, and lists it.
pub(super) fn show() {
    spawn_local(async {
        match shelves().await {
            Ok(shelves) => {
                SHELVES.set(shelves);
                list();
            }
            Err(problem) => fill(LIST, [element("p", "problem").text(&problem)]),
        }
    });
}

async fn shelves() -> plumbline_browser::Answer<Vec<(&'static str, Vec<Article>)>> {
    let read = session::articles(&session::recall().await?);
    let library: Library = browser::ask(&Ask::Library).await?;
    let bundled = library.sources.into_iter().map(|source| Article {
        title: source.title,
        publisher: source.publisher,
        address: source.address,
        published: source.date,
        saved: None,
    });
    let saved: Vec<SavedHead> = browser::ask(&Ask::Shelf).await?;
    Ok(vec![
        (
            "shelf_saved",
            saved.into_iter().map(Article::from).collect(),
        ),
        ("shelf_read", read),
        ("shelf_bundled", bundled.collect()),
    ])
}

/// Lists what is looked for, or everything.
fn list() {
    let wanted = by_id::<HtmlInputElement>(SEARCH).value().to_lowercase();
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
    if parts.is_empty() {
        fill(LIST, [element("p", "empty").text(&says("search_none"))]);
    } else {
        fill(LIST, parts);
    }
}

fn shelf(name: &str, articles: &[&Article]) -> Built {
    element("section", "shelf")
        .child(element("h2", "").text(&says(name)))
        .child(element("ul", "articles").children(articles.iter().map(|article| item(article))))
}

fn item(article: &Article) -> Built {
    let from = element("p", "from").text(&article.publisher);
    let parted = if article.publisher.is_empty() {
        ""
    } else {
        " · "
    };
    let from = if article.published.is_empty() {
        from
    } else {
        from.text(parted).child(dated(&article.published))
    };
    let item = element("li", "article")
        .child(element("p", "title").child(led(&article.title, &article.address, "")))
        .child(from);
    match article.saved {
        Some(number) => item.child(delete(number, &article.title)),
        None => item,
    }
}

/// Deletes an article from the library.
fn delete(number: u32, title: &str) -> Built {
    element("button", "quiet")
        .attribute("type", "button")
        .attribute("aria-label", &says_with("save_remove_of", &[title]))
        .text(&says("save_remove"))
        .on("click", move |_| {
            spawn_local(async move {
                let numbers = vec![number];
                match browser::ask::<Saving>(&Ask::RemoveArticles { numbers }).await {
                    Ok(_) => show(),
                    Err(problem) => fill(LIST, [element("p", "problem").text(&problem)]),
                }
            });
        })
}

#[cfg(test)]
mod tests {
    use super::Article;

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
}
