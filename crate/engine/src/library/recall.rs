//! What of the library can touch a page: the index while the page is coming, then the articles that it names.

use super::articles::head_of;
use super::database::{ARTICLES, Database, HEADS, Kept, NAMES, Trouble, bytes, done};
use super::index::mend;
use super::sets::{self, Touched};
use js_sys::{Array, Object, Reflect};
use plumbline_browser::{Answer, explain, says_with, session};
use plumbline_core::Arrived;
use plumbline_core::reference::{Reference, ReferenceText, Set};
use plumbline_library::{Asked, SavedArticle, Segment, Unreadable, address_key};
use wasm_bindgen::{JsCast, JsValue};

/// How many saved articles a page is held against: those that share most names with it.
const MOST_ARTICLES: usize = 8;

// What the recalled value holds.
const SESSION: &str = "session";
const INDEX: &str = "index";
const SETS: &str = "sets";
/// Why the library, or a part of it, could not be read.
const PROBLEM: &str = "problem";

/// The articles of the session and the index of the library, as the browser has them. Where the library cannot be
/// read, it says so, and all else works.
pub(crate) async fn recall() -> Answer<JsValue> {
    let recalled = Object::new();
    let session = session::recall();
    for (name, kept) in [(INDEX, index().await), (SETS, sets::openings().await)] {
        match kept {
            Ok(kept) => set(&recalled, name, &kept)?,
            Err(trouble) => set(&recalled, PROBLEM, &String::from(trouble).into())?,
        }
    }
    set(&recalled, SESSION, &session.await?)?;
    Ok(recalled.into())
}

fn set(object: &JsValue, name: &str, value: &JsValue) -> Answer<()> {
    let set = Reflect::set(object, &name.into(), value);
    set.map(drop).map_err(|thrown| explain(&thrown))
}

fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

async fn index() -> Kept<Array> {
    let database = Database::open().await?;
    let reading = database.reading(&[NAMES])?;
    Ok(Array::from(&done(reading.store(NAMES)?.get_all()).await?))
}

/// The articles of the session among what was recalled, the latest first.
pub(crate) fn of_session(recalled: &JsValue) -> Vec<ReferenceText> {
    session::articles(&get(recalled, SESSION))
}

/// The saved articles that share most names with a page.
#[derive(Debug, Default)]
pub(crate) struct Sought {
    numbers: Vec<u32>,
    /// The names of the page, where a part of the index is damaged and is to be asked once it is mended.
    again: Option<Vec<String>>,
    /// Why not all of the index was asked.
    unread: Option<Unreadable>,
    /// What of the imported sets the page names.
    sets: Vec<Touched>,
}

/// What is sought for a page; nothing where nothing is saved or imported that it could be held against.
pub(crate) fn sought(recalled: &JsValue, page: &Arrived) -> Option<Sought> {
    let mut sought = nearest(recalled, page).unwrap_or_default();
    for opening in list(recalled, SETS).iter() {
        match sets::touched(&opening, &mut page.texts()) {
            Ok(touched) => sought.sets.extend(touched),
            Err(trouble) => {
                let _ = set(recalled, PROBLEM, &String::from(trouble).into());
            }
        }
    }
    let any = !sought.numbers.is_empty() || !sought.sets.is_empty() || sought.unread.is_some();
    any.then_some(sought)
}

/// The saved articles that share most names with the page.
fn nearest(recalled: &JsValue, page: &Arrived) -> Option<Sought> {
    let index = list(recalled, INDEX);
    if index.length() == 0 {
        return None;
    }
    Some(look_up(&index, &page.as_reference()?.names))
}

/// A list among what was recalled; an empty one where it could not be read.
fn list(recalled: &JsValue, name: &str) -> Array {
    get(recalled, name).dyn_into().unwrap_or_default()
}

fn look_up(index: &Array, names: &[String]) -> Sought {
    let mut asked = Asked::new(names);
    let (mut damaged, mut unread) = (false, None);
    for segment in index.iter() {
        match Segment::from_bytes(&bytes(&segment)) {
            Ok(segment) => asked.look(&segment),
            Err(why) => {
                damaged |= why == Unreadable::Damaged;
                unread = Some(why);
            }
        }
    }
    Sought {
        numbers: asked.nearest(MOST_ARTICLES),
        again: damaged.then(|| names.to_vec()),
        unread,
        sets: Vec::new(),
    }
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

/// Fetches saved articles and parts of sets. One that cannot be read leaves the others as they are.
pub(crate) async fn fetch(mut sought: Sought) -> Found {
    if let Some(names) = sought.again.take()
        && mend().await.is_ok()
        && let Ok(index) = index().await
    {
        let sets = sought.sets;
        sought = Sought {
            sets,
            ..look_up(&index, &names)
        };
    }
    let mut found = Found {
        problem: sought.unread.map(|why| Trouble::from(why).into()),
        ..Found::default()
    };
    // The page is checked against the rest, whatever is the matter with the library.
    if let Err(trouble) = found.fill(&sought.numbers, sought.sets).await {
        found.problem = Some(trouble.into());
    }
    found
}

impl Found {
    async fn fill(&mut self, numbers: &[u32], sets: Vec<Touched>) -> Kept<()> {
        let database = Database::open().await?;
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
