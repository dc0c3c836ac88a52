//! Where the reader's words are kept: in the browser's own store, which no content script can open.
//!
//! One record a page, known by its address: a list of labels. A change reads and writes its records in one
//! transaction, which is done as a whole or not at all: two windows at once lose nothing of one another, and neither
//! does a background that is stopped. What cannot be read of a record, damaged or of a newer version, stays as it is.

use crate::library::database::{Database, Trouble, WORDS, done};
use js_sys::Array;
use plumbline_browser::{Answer, says};
use plumbline_protocol::{Failure, Why};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbObjectStore;

/// What keeps words from being read or written.
fn failure(trouble: Trouble) -> Failure {
    let sentence = match trouble {
        Trouble::Full => says("words_full"),
        Trouble::Newer => says("words_newer"),
        Trouble::Damaged => says("words_damaged"),
        Trouble::Gone | Trouble::Set(_) | Trouble::Other(_) => trouble.into(),
    };
    Failure::with(Why::Told, sentence)
}

/// The labels of a page, as they are kept.
pub(super) async fn page(address: &str) -> Answer<Array> {
    let read = async {
        let reading = Database::open().await?.reading(&[WORDS])?;
        list(done(reading.store(WORDS)?.get(&address.into())).await?)
    };
    read.await.map_err(failure)
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
    read.await.map_err(failure)
}

/// Takes away everything.
pub(super) async fn clear() -> Answer<()> {
    let cleared = async {
        let writing = Database::open().await?.writing(&[WORDS])?;
        done(writing.store(WORDS)?.clear()).await?;
        writing.end().await
    };
    cleared.await.map_err(failure)
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
    changed.await.map_err(failure)
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
