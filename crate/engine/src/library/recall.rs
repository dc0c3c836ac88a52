//! What of the library can touch a page: what imported sets state of those whom it names, while it is coming, and then
//! the saved articles that share names with it.

use super::articles::head_of;
use super::database::{ARTICLES, Database, HEADS, Kept, NAMES, Trouble, bytes, done, whole};
use super::index::{Index, mend};
use super::opened::{self, Named};
use super::sets::{self, Touched};
use js_sys::{Array, Object, Reflect};
use plumbline_browser::{Answer, explain, says_with, session};
use plumbline_core::Arrived;
use plumbline_core::reference::{Reference, ReferenceText, Set};
use plumbline_library::{SavedArticle, Unreadable, address_key};
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

/// How many saved articles a page is held against: those that share most names with it.
const MOST_ARTICLES: usize = 8;

// What the recalled value holds.
const SESSION: &str = "session";
const SETS: &str = "sets";
/// How many parts the index of the saved articles has.
const SAVED: &str = "saved";
/// Why the library, or a part of it, could not be read.
const PROBLEM: &str = "problem";

/// The articles of the session and what imported sets open with, as the browser has them. Where the library cannot be
/// read, it says so, and all else works.
/// `early` is what was read of it before the engine was there, if it was.
pub(crate) async fn recall(early: JsValue) -> Answer<JsValue> {
    let recalled = Object::new();
    let session = session::recall();
    match library(&early).await {
        Ok((sets, saved)) => {
            set(&recalled, SETS, &sets)?;
            set(&recalled, SAVED, &saved)?;
        }
        Err(trouble) => set(&recalled, PROBLEM, &String::from(trouble).into())?,
    }
    set(&recalled, SESSION, &session.await?)?;
    Ok(recalled.into())
}

/// What imported sets open with, and how many parts the index of the saved articles has.
async fn library(early: &JsValue) -> Kept<(Array, JsValue)> {
    let (database, sets, saved) = if let Some(database) = Database::opened(get(early, "database")) {
        let [numbers, heads, openings] =
            ["numbers", "heads", "openings"].map(|name| Array::from(&get(early, name)));
        let sets = sets::read_early(&numbers, &heads, &openings);
        (Rc::new(database), sets, get(early, SAVED))
    } else {
        let database = Rc::new(Database::open().await?);
        let reading = database.reading(&[NAMES])?;
        let saved = done(reading.store(NAMES)?.count());
        let (sets, saved) = (sets::openings(&database).await?, saved.await?);
        (database, sets, saved)
    };
    database.leave();
    if saved != 0 {
        // For what comes after the first answer: it is read while the engine is at work on that.
        spawn_local(async move {
            let _ = Index::of(&database).await;
        });
    }
    Ok((sets, saved))
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

/// Whether there are articles that were read or saved before.
pub(crate) fn has_articles(recalled: &JsValue) -> bool {
    has_saved(recalled) || session::has_articles(&get(recalled, SESSION))
}

/// Whether there are articles that were saved before.
pub(crate) fn has_saved(recalled: &JsValue) -> bool {
    whole(&get(recalled, SAVED)).is_some_and(|parts| parts > 0)
}

/// What of the imported sets a page names; nothing where it names nobody.
pub(crate) fn touched(recalled: &JsValue, page: &Arrived) -> Option<Vec<Touched>> {
    let openings: Array = get(recalled, SETS).dyn_into().unwrap_or_default();
    let mut all = Vec::new();
    for opening in openings.iter() {
        match sets::touched(&opening, &mut page.texts()) {
            Ok(touched) => all.extend(touched),
            Err(trouble) => {
                let _ = set(recalled, PROBLEM, &String::from(trouble).into());
            }
        }
    }
    (!all.is_empty()).then_some(all)
}

/// What the imported sets state of those whom a page names, handed from one event to the next within the engine alone.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Stated {
    named: Named,
    /// The bundled set with what they state, where the engine has it already.
    known: Option<Rc<Reference>>,
    sets: Vec<Set>,
    /// Why they are not all that were asked for.
    problem: Option<String>,
}

/// Fetches parts of sets. One that cannot be read leaves the others as they are, and the page is checked against the rest,
/// whatever is the matter with the library. What was read is kept for the next page, unless this one is `private`.
pub(crate) async fn stated(touched: Vec<Touched>, private: bool) -> Stated {
    let mut stated = Stated::default();
    if !private {
        stated.named = touched.iter().map(Touched::named).collect();
        stated.known = opened::joined(&stated.named);
        if stated.known.is_some() {
            return stated;
        }
    }
    for set in touched {
        match set.fetch(!private).await {
            Ok(set) => stated.sets.push(set),
            Err(trouble) => stated.problem = Some(trouble.into()),
        }
    }
    stated
}

impl Stated {
    /// The bundled set with what the imported ones state; none where they state nothing.
    pub(crate) fn joined(&mut self, bundled: &Reference) -> Option<Rc<Reference>> {
        let sets = std::mem::take(&mut self.sets);
        if self.known.is_some() || sets.is_empty() {
            return self.known.take();
        }
        let joined = Rc::new(bundled.joined(sets));
        if self.problem.is_none() && !self.named.is_empty() {
            opened::keep_joined(std::mem::take(&mut self.named), &joined);
        }
        Some(joined)
    }
}

/// Saved articles that are near a page, handed from one event to the next within the engine alone.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Near {
    articles: Vec<ReferenceText>,
    /// Why they are not all that are near.
    problem: Option<String>,
}

/// The saved articles that share most with those names. One that cannot be read leaves the others as they are, and so
/// does what is the matter with the library.
pub(crate) async fn near(names: Vec<String>) -> Near {
    let mut near = Near::default();
    if let Err(trouble) = near.fill(&names).await {
        near.problem = Some(trouble.into());
    }
    near
}

impl Near {
    async fn fill(&mut self, names: &[String]) -> Kept<()> {
        let database = Database::open().await?;
        let numbers = self.look_up(&database, names).await?;
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

    /// What is to be said beside the findings where they are not all.
    pub(crate) fn notice(self) -> String {
        told(self.problem)
    }
}

/// What is to be said beside the findings where the library, or a set of it, could not be compared with; or nothing.
pub(crate) fn notice(recalled: &JsValue, stated: Stated) -> String {
    told((stated.problem).or_else(|| get(recalled, PROBLEM).as_string()))
}

fn told(problem: Option<String>) -> String {
    problem.map_or_else(String::new, |problem| {
        says_with("library_unread", &[&problem])
    })
}
