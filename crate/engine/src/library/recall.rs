//! What of the library can touch a page: the index while the page is coming, then the articles that it names.

use super::articles::head_of;
use super::database::{ARTICLES, Database, HEADS, Kept, Trouble, bytes, done};
use super::index::{Index, mend};
use super::sets::{self, Touched};
use js_sys::{Array, Object, Reflect};
use plumbline_browser::{Answer, explain, says_with, session};
use plumbline_core::Arrived;
use plumbline_core::reference::{Reference, ReferenceText, Set};
use plumbline_library::{SavedArticle, Unreadable, address_key};
use wasm_bindgen::{JsCast, JsValue};

/// How many saved articles a page is held against: those that share most names with it.
const MOST_ARTICLES: usize = 8;

// What the recalled value holds.
const SESSION: &str = "session";
const SETS: &str = "sets";
/// Why the library, or a part of it, could not be read.
const PROBLEM: &str = "problem";

/// The articles of the session and what imported sets open with, as the browser has them; the engine keeps the index of
/// the library itself. Where the library cannot be read, it says so, and all else works.
pub(crate) async fn recall() -> Answer<JsValue> {
    let recalled = Object::new();
    let session = session::recall();
    match library().await {
        Ok(sets) => set(&recalled, SETS, &sets)?,
        Err(trouble) => set(&recalled, PROBLEM, &String::from(trouble).into())?,
    }
    set(&recalled, SESSION, &session.await?)?;
    Ok(recalled.into())
}

async fn library() -> Kept<Array> {
    let database = Database::open().await?;
    Index::of(&database).await?;
    sets::openings(&database).await
}

fn set(object: &JsValue, name: &str, value: &JsValue) -> Answer<()> {
    let set = Reflect::set(object, &name.into(), value);
    set.map(drop).map_err(|thrown| explain(&thrown).into())
}

fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The articles of the session among what was recalled, the latest first.
pub(crate) fn of_session(recalled: &JsValue) -> Vec<ReferenceText> {
    session::articles(&get(recalled, SESSION))
}

/// What of the library could touch a page.
#[derive(Debug, Default)]
pub(crate) struct Sought {
    articles: Articles,
    /// What of the imported sets the page names.
    sets: Vec<Touched>,
}

/// Saved articles that share names with a page.
#[derive(Debug)]
enum Articles {
    /// Those that share most.
    Near(Vec<u32>),
    /// Those that will be found by the names of the page, once the index is read and mended.
    By(Vec<String>),
}

impl Default for Articles {
    fn default() -> Self {
        Self::Near(Vec::new())
    }
}

/// What is sought for a page; nothing where nothing is saved or imported that it could be held against.
pub(crate) fn sought(recalled: &JsValue, page: &Arrived) -> Option<Sought> {
    let mut sought = Sought {
        articles: articles(recalled, page).unwrap_or_default(),
        ..Sought::default()
    };
    for opening in list(recalled, SETS).iter() {
        match sets::touched(&opening, &mut page.texts()) {
            Ok(touched) => sought.sets.extend(touched),
            Err(trouble) => {
                let _ = set(recalled, PROBLEM, &String::from(trouble).into());
            }
        }
    }
    let none = matches!(&sought.articles, Articles::Near(numbers) if numbers.is_empty());
    (!none || !sought.sets.is_empty()).then_some(sought)
}

fn articles(recalled: &JsValue, page: &Arrived) -> Option<Articles> {
    match Index::kept() {
        Some(index) if index.is_empty() => None,
        Some(index) => {
            let names = &page.as_reference()?.names;
            Some(Articles::Near(index.nearest(names, MOST_ARTICLES)))
        }
        // It could not be read at all, and that is told.
        None if get(recalled, PROBLEM).is_string() => None,
        None => Some(Articles::By(page.as_reference()?.names.clone())),
    }
}

/// A list among what was recalled; an empty one where it could not be read.
fn list(recalled: &JsValue, name: &str) -> Array {
    get(recalled, name).dyn_into().unwrap_or_default()
}

/// What was fetched of the library for a page, handed from one event to the next within the engine alone.
#[wasm_bindgen::prelude::wasm_bindgen]
#[derive(Debug, Default)]
pub struct Found {
    articles: Vec<ReferenceText>,
    /// What the sets state of those whom it names.
    sets: Vec<Set>,
    /// Why they are not all that were asked for.
    problem: Option<String>,
}

/// Fetches saved articles and parts of sets. One that cannot be read leaves the others as they are, and the page is
/// checked against the rest, whatever is the matter with the library.
pub(crate) async fn fetch(sought: Sought) -> Found {
    let mut found = Found::default();
    if let Err(trouble) = found.fill(sought).await {
        found.problem = Some(trouble.into());
    }
    found
}

impl Found {
    async fn fill(&mut self, Sought { articles, sets }: Sought) -> Kept<()> {
        let database = Database::open().await?;
        let numbers = match articles {
            Articles::Near(numbers) => numbers,
            Articles::By(names) => self.look_up(&database, &names).await?,
        };
        let reading = database.reading(&[HEADS, ARTICLES])?;
        let articles = reading.store(ARTICLES)?;
        let asked: Vec<_> = (numbers.iter())
            .map(|&number| (number, done(articles.get(&number.into()))))
            .collect();
        for (number, article) in asked {
            let article = article.await?;
            if article.is_undefined() {
                continue;
            }
            match SavedArticle::from_bytes(&bytes(&article)) {
                Ok(saved) => self.articles.push(saved.article),
                Err(why) => {
                    let head = done(reading.store(HEADS)?.get(&number.into())).await?;
                    let title = head_of(number, head).unwrap_or_default().title;
                    let name = match why {
                        Unreadable::Damaged => "unread_damaged",
                        Unreadable::Newer => "unread_newer",
                    };
                    self.problem = Some(says_with(name, &[&title]));
                }
            }
        }
        for set in sets {
            match set.fetch(&database).await {
                Ok(set) => self.sets.push(set),
                Err(trouble) => self.problem = Some(trouble.into()),
            }
        }
        Ok(())
    }

    /// The articles that share most with those names, by an index that may have to be mended.
    async fn look_up(&mut self, database: &Database, names: &[String]) -> Kept<Vec<u32>> {
        let mut index = Index::of(database).await?;
        if index.unread() == Some(Unreadable::Damaged) && mend(database).await.is_ok() {
            index = Index::of(database).await?;
        }
        self.problem = index.unread().map(|why| Trouble::from(why).into());
        Ok(index.nearest(names, MOST_ARTICLES))
    }

    /// The bundled set with what the imported ones state; none where they state nothing.
    pub(crate) fn joined(&mut self, bundled: &Reference) -> Option<Reference> {
        let sets = std::mem::take(&mut self.sets);
        (!sets.is_empty()).then(|| bundled.joined(sets))
    }

    /// Adds the articles to those of the session; of one that was read again since, that is the later word.
    pub(crate) fn add_to(&mut self, texts: &mut Vec<ReferenceText>) {
        for article in self.articles.drain(..) {
            let is_it =
                |text: &ReferenceText| address_key(&text.address) == address_key(&article.address);
            if !texts.iter().any(is_it) {
                texts.push(article);
            }
        }
    }
}

/// What is to be said beside the findings where the library, or a part of it, could not be compared with; or nothing.
pub(crate) fn notice(recalled: &JsValue, found: Option<Found>) -> String {
    let problem = found.and_then(|found| found.problem);
    let problem = problem.or_else(|| get(recalled, PROBLEM).as_string());
    problem.map_or_else(String::new, |problem| {
        says_with("library_unread", &[&problem])
    })
}
