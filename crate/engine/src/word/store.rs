//! Where the reader's words are kept: in the browser's own store, which no content script can open.
//!
//! One record a page, known by its address: a list of labels. A change reads and writes its records in one
//! transaction, which is done as a whole or not at all: two windows at once lose nothing of one another, and neither
//! does a background that is stopped. What cannot be read of a record, damaged or of a newer version, stays as it is.

use crate::library::database::{Database, Trouble, WORDS, done};
use js_sys::Array;
use plumbline_browser::Answer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbObjectStore;

const FULL: &str = "There is no room left on this computer to keep your word. What you have said before is still there.";
const NEWER: &str = "What you have said of findings was written by a newer version of Plumbline. It is left as it is; update Plumbline to use it.";
const DAMAGED: &str = "What you have said of this page is damaged on this computer’s disk. It is left as it is; the rest is not affected.";

/// What keeps words from being read or written, in a sentence.
fn sentence(trouble: Trouble) -> String {
    match trouble {
        Trouble::Full => FULL.to_owned(),
        Trouble::Newer => NEWER.to_owned(),
        Trouble::Damaged => DAMAGED.to_owned(),
        Trouble::Gone | Trouble::Set(_) | Trouble::Other(_) => trouble.into(),
    }
}

/// The labels of a page, as they are kept.
pub(super) async fn page(address: &str) -> Answer<Array> {
    let read = async {
        let reading = Database::open().await?.reading(&[WORDS])?;
        list(done(reading.store(WORDS)?.get(&address.into())).await?)
    };
    read.await.map_err(sentence)
}

/// All labels, as they are kept; a record that is none of ours is among them as it is.
pub(super) async fn all() -> Answer<Array> {
    let read = async {
        let reading = Database::open().await?.reading(&[WORDS])?;
        let records: Array = done(reading.store(WORDS)?.get_all())
            .await?
            .unchecked_into();
        Ok::<Array, Trouble>(records.flat(1))
    };
    read.await.map_err(sentence)
}

/// Takes away everything.
pub(super) async fn clear() -> Answer<()> {
    let cleared = async {
        let writing = Database::open().await?.writing(&[WORDS])?;
        done(writing.store(WORDS)?.clear()).await?;
        writing.end().await
    };
    cleared.await.map_err(sentence)
}

/// Changes records in one go: `first` makes new labels of those of `address` and names the other pages that `other`
/// does the same for.
pub(super) async fn change(
    address: &str,
    first: impl FnOnce(&Array) -> (Array, Vec<String>),
    other: impl Fn(&str, &Array) -> Array,
) -> Answer<()> {
    let changed = async {
        let writing = Database::open().await?.writing(&[WORDS])?;
        let pages = writing.store(WORDS)?;
        let known = list(done(pages.get(&address.into())).await?)?;
        let (labels, others) = first(&known);
        put(&pages, address, &labels)?;
        for address in others {
            // Of the other side a record that is damaged is left alone.
            if let Ok(known) = list(done(pages.get(&address.as_str().into())).await?) {
                put(&pages, &address, &other(&address, &known))?;
            }
        }
        writing.end().await
    };
    changed.await.map_err(sentence)
}

/// A record as a list of labels; none is an empty one.
fn list(record: JsValue) -> Result<Array, Trouble> {
    if record.is_undefined() {
        return Ok(Array::new());
    }
    record.dyn_into().map_err(|_| Trouble::Damaged)
}

/// Writes the record of a page; of a page of which nothing is said nothing is kept.
fn put(pages: &IdbObjectStore, address: &str, labels: &Array) -> Result<(), Trouble> {
    let key = JsValue::from(address);
    if labels.length() == 0 {
        pages.delete(&key)?;
    } else {
        pages.put_with_key(labels, &key)?;
    }
    Ok(())
}
