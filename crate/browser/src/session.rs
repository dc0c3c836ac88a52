//! The articles that were checked since the browser started, as references for the next ones.
//!
//! They are in the browser's memory (`storage.session`), never on disk, and go with it. Each is a record of its own,
//! known by its address: two pages that are checked at once do not lose one another. What is read of an article is
//! for those to say who ask: the background reads all of it, the options page what it lists.

use crate::{Answer, explain, read, remembers, wait, write};
use js_sys::{Array, Object, Promise};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// What the keys of the articles begin with; their addresses follow.
const PREFIX: &str = "read:";

/// How many articles are kept; the oldest make room.
const MOST: usize = 60;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = get)]
    fn session_get(keys: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = set)]
    fn session_set(values: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = remove)]
    fn session_remove(keys: JsValue) -> Result<Promise, JsValue>;
}

/// An article with when and where it was read.
#[derive(Serialize, Deserialize)]
struct Kept<T> {
    /// Milliseconds since 1970.
    at: f64,
    /// The browser's number of the tab, which may show something else by now.
    #[serde(default)]
    tab: Option<i32>,
    article: T,
}

/// What the browser has kept, for [`articles`]; it is asked at once.
///
/// # Errors
/// When the browser refuses.
pub fn recall() -> impl Future<Output = Answer<JsValue>> {
    wait(session_get(JsValue::NULL))
}

/// The articles among what [`recall`] gave, the latest first. What cannot be read any more, from an earlier version,
/// is no article.
pub fn articles<T: DeserializeOwned>(recalled: &JsValue) -> Vec<T> {
    let records = entries(recalled).filter_map(|(_, value)| read::<Kept<T>>(value).ok());
    let records = oldest_first(records.map(|kept| (kept.at, kept.article)));
    records
        .into_iter()
        .rev()
        .map(|(_, article)| article)
        .collect()
}

/// Whether there are any among what [`recall`] gave.
pub fn has_articles(recalled: &JsValue) -> bool {
    entries(recalled).next().is_some()
}

/// The tab in which the article at an address was read last.
///
/// # Errors
/// When the browser refuses.
pub async fn tab_of(address: &str) -> Answer<Option<i32>> {
    let kept = record::<IgnoredAny>(&recall().await?, &format!("{PREFIX}{address}"));
    Ok(kept.and_then(|kept| kept.tab))
}

/// What was kept under a key.
fn record<T: DeserializeOwned>(recalled: &JsValue, key: &str) -> Option<Kept<T>> {
    read(js_sys::Reflect::get(recalled, &key.into()).ok()?).ok()
}

/// Keeps an article that was read in a tab under its address, unless it has none or the reader does not want that.
/// Says whether it is another one than was kept there before. Where the browser has no room for it, the older half goes.
///
/// # Errors
/// When the browser refuses, also with that room.
pub async fn keep<T: Serialize + DeserializeOwned + PartialEq>(
    address: &str,
    article: &T,
    tab: i32,
) -> Answer<bool> {
    if address.is_empty() || !remembers().await? {
        return Ok(false);
    }
    let key = format!("{PREFIX}{address}");
    let before = record::<T>(&recall().await?, &key);
    let kept = Kept {
        at: js_sys::Date::now(),
        tab: Some(tab),
        article,
    };
    let record = Object::new();
    js_sys::Reflect::set(&record, &key.as_str().into(), &write(&kept)?)
        .map_err(|thrown| explain(&thrown))?;
    make_room(MOST, &key).await?;
    if wait(session_set(record.clone().into())).await.is_err() {
        make_room(MOST / 2, &key).await?;
        wait(session_set(record.into())).await?;
    }
    Ok(before.is_none_or(|before| before.article != *article))
}

/// Forgets all of them.
///
/// # Errors
/// When the browser refuses.
pub async fn forget() -> Answer<()> {
    let keys: Vec<String> = entries(&recall().await?).map(|(key, _)| key).collect();
    remove(&keys).await
}

/// Forgets the oldest articles until one more makes `most`.
async fn make_room(most: usize, but: &str) -> Answer<()> {
    let recalled = recall().await?;
    let all = entries(&recalled)
        .filter(|(key, _)| key != but)
        .filter_map(|(key, value)| Some((read::<Kept<IgnoredAny>>(value).ok()?.at, key)));
    let all = oldest_first(all);
    let surplus = (all.len() + 1).saturating_sub(most);
    if surplus == 0 {
        return Ok(());
    }
    let oldest: Vec<String> = all.into_iter().take(surplus).map(|(_, key)| key).collect();
    remove(&oldest).await
}

/// What was kept, by when. It is little, so each finds its place; to sort it would bring kilobytes of code.
fn oldest_first<T>(kept: impl Iterator<Item = (f64, T)>) -> Vec<(f64, T)> {
    let mut all: Vec<(f64, T)> = Vec::new();
    for (at, one) in kept {
        let place = all.partition_point(|&(other, _)| other <= at);
        all.insert(place, (at, one));
    }
    all
}

async fn remove(keys: &[String]) -> Answer<()> {
    wait(session_remove(write(&keys)?)).await.map(drop)
}

/// The keys and values of the articles.
fn entries(recalled: &JsValue) -> impl Iterator<Item = (String, JsValue)> {
    let entries = match recalled.dyn_ref::<Object>() {
        Some(recalled) => Object::entries(recalled),
        None => Array::new(),
    };
    entries.to_vec().into_iter().filter_map(|entry| {
        let entry = Array::from(&entry);
        let key = entry.get(0).as_string()?;
        key.starts_with(PREFIX).then(|| (key, entry.get(1)))
    })
}
