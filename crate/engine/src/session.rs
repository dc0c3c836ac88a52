//! The articles that were checked since the browser started, as references for the next ones.
//!
//! They are in the browser's memory (`storage.session`), never on disk, and go with it. Each is a record of its own,
//! known by its address: two pages that are checked at once do not lose one another.

use crate::browser::{session_get, session_remove, session_set};
use js_sys::{Array, Object};
use plumbline_browser::{Answer, read, wait, write};
use plumbline_core::reference::ReferenceText;
use plumbline_protocol::SESSION_PREFIX;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

/// How many articles are kept; the oldest make room.
const MOST: usize = 60;

/// An article with when it was read.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// Milliseconds since 1970.
    at: f64,
    article: ReferenceText,
}

/// What was read before, as the browser has it.
pub(crate) async fn recall() -> Answer<JsValue> {
    wait(session_get(JsValue::NULL)).await
}

/// The articles among what [`recall`] gave. What cannot be read any more, from an earlier version, is no article.
pub(crate) fn articles(recalled: Option<&Object>) -> Vec<ReferenceText> {
    records(recalled).map(|(_, kept)| kept.article).collect()
}

fn records(recalled: Option<&Object>) -> impl Iterator<Item = (String, Kept)> {
    let entries = recalled.map_or_else(Array::new, Object::entries);
    entries.to_vec().into_iter().filter_map(|entry| {
        let entry = Array::from(&entry);
        let key = entry.get(0).as_string()?;
        if !key.starts_with(SESSION_PREFIX) {
            return None;
        }
        Some((key, read(entry.get(1)).ok()?))
    })
}

/// Keeps an article, unless the reader does not want that. Where the browser has no room for it, the older half goes.
pub(crate) async fn keep(article: ReferenceText) -> Answer<()> {
    if article.address.is_empty() || !plumbline_browser::remembers().await? {
        return Ok(());
    }
    let key = format!("{SESSION_PREFIX}{}", article.address);
    let kept = Kept {
        at: js_sys::Date::now(),
        article,
    };
    let record = Object::new();
    js_sys::Reflect::set(&record, &key.as_str().into(), &write(&kept)?)
        .map_err(|thrown| plumbline_browser::explain(&thrown))?;
    make_room(MOST, &key).await?;
    if wait(session_set(record.clone().into())).await.is_err() {
        make_room(MOST / 2, &key).await?;
        wait(session_set(record.into())).await?;
    }
    Ok(())
}

/// Forgets the oldest articles until one more makes `most`.
async fn make_room(most: usize, but: &str) -> Answer<()> {
    let recalled = recall().await?;
    let mut all: Vec<(String, f64)> = records(recalled.dyn_ref())
        .filter(|(key, _)| key != but)
        .map(|(key, kept)| (key, kept.at))
        .collect();
    all.sort_by(|one, other| one.1.total_cmp(&other.1));
    let surplus = (all.len() + 1).saturating_sub(most);
    if surplus == 0 {
        return Ok(());
    }
    let oldest: Vec<String> = all.into_iter().take(surplus).map(|(key, _)| key).collect();
    wait(session_remove(write(&oldest)?)).await.map(drop)
}
