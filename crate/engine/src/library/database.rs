//! The browser's own store (`IndexedDB`), as far as the library uses it: thin, for the browser does the work.
//!
//! A transaction is done as a whole or not at all, whenever the browser stops the background; it ends by itself when
//! nothing more is asked of it before the next event.

use js_sys::{Array, Function, Promise, Uint8Array};
use plumbline_browser::{explain, says, says_with};
use plumbline_packed::Damage;
use plumbline_protocol::{Failure, Why};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbFactory, IdbIndexParameters, IdbObjectStore,
    IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

/// Its name in the browser.
const NAME: &str = "library";

/// What is stored for each article to list it, by its number.
pub(crate) const HEADS: &str = "heads";
/// The articles' records, by the same numbers.
pub(crate) const ARTICLES: &str = "articles";
/// The index of the articles' names, by the number of its segment.
pub(crate) const NAMES: &str = "names";
/// What the reader has said of findings, by the address of their page.
pub(crate) const WORDS: &str = "words";
/// By which a head is found by the address of its article.
pub(crate) const BY_ADDRESS: &str = "address";

/// The imported sets as they are listed, by their numbers, which are never given twice.
pub(crate) const SETS: &str = "sets";
/// The parts of the sets, by the number of the set and their place in it.
pub(crate) const PARTS: &str = "parts";

/// What each version of the store adds to the one before; the version of the store is how many there are.
const STEPS: [Step; 3] = [first, words, sets];

#[expect(clippy::cast_possible_truncation, reason = "a handful of steps")]
const VERSION: u32 = STEPS.len() as u32;

type Step = fn(&IdbDatabase) -> Result<(), JsValue>;

fn first(database: &IdbDatabase) -> Result<(), JsValue> {
    // It counts what it gives out, also what is deleted again.
    let numbered = IdbObjectStoreParameters::new();
    numbered.set_auto_increment(true);
    let heads = database.create_object_store_with_optional_parameters(HEADS, &numbered)?;
    let unique = IdbIndexParameters::new();
    unique.set_unique(true);
    heads.create_index_with_str_and_optional_parameters(BY_ADDRESS, BY_ADDRESS, &unique)?;
    database.create_object_store(ARTICLES)?;
    database.create_object_store(NAMES)?;
    Ok(())
}

fn words(database: &IdbDatabase) -> Result<(), JsValue> {
    database.create_object_store(WORDS).map(drop)
}

fn sets(database: &IdbDatabase) -> Result<(), JsValue> {
    let numbered = IdbObjectStoreParameters::new();
    numbered.set_auto_increment(true);
    database.create_object_store_with_optional_parameters(SETS, &numbered)?;
    database.create_object_store(PARTS).map(drop)
}

/// What keeps the library from being read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// There is no room left.
    Full,
    /// It was written by a newer version of Plumbline.
    Newer,
    /// A record is damaged.
    Damaged,
    /// It was deleted meanwhile.
    Gone,
    /// A packed set is not what it should be.
    Set(Damage),
    /// Anything else, in the browser's words.
    Other(String),
}

/// In a sentence for the reader.
impl From<Trouble> for String {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Full => says("library_full"),
            Trouble::Newer => says("library_newer"),
            Trouble::Damaged => says("library_damaged"),
            Trouble::Gone => says("library_gone"),
            Trouble::Set(damage) => says_with("set_unread", &[&damage.to_string()]),
            Trouble::Other(words) => says_with("library_trouble", &[&words]),
        }
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        Self::with(Why::Told, trouble.into())
    }
}

impl From<plumbline_library::Unreadable> for Trouble {
    fn from(why: plumbline_library::Unreadable) -> Self {
        match why {
            plumbline_library::Unreadable::Newer => Self::Newer,
            plumbline_library::Unreadable::Damaged => Self::Damaged,
        }
    }
}

impl From<Damage> for Trouble {
    fn from(damage: Damage) -> Self {
        Self::Set(damage)
    }
}

impl From<JsValue> for Trouble {
    fn from(thrown: JsValue) -> Self {
        let name = thrown.dyn_ref::<DomException>().map(DomException::name);
        match name.as_deref() {
            Some("QuotaExceededError") => Self::Full,
            Some("VersionError") => Self::Newer,
            _ => Self::Other(explain(&thrown)),
        }
    }
}

pub(crate) type Kept<T> = Result<T, Trouble>;

/// The bytes of a record; none of what is no record.
pub(crate) fn bytes(record: &JsValue) -> Vec<u8> {
    let record = record.dyn_ref::<Uint8Array>();
    record.map(Uint8Array::to_vec).unwrap_or_default()
}

/// A number that the store has for a key.
pub(crate) fn whole(key: &JsValue) -> Option<u32> {
    let key = key.as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "compared with what it was"
    )]
    let number = key as u32;
    (f64::from(number) - key).abs().lt(&0.5).then_some(number)
}

/// A promise that is settled by two of an object's handlers.
fn settled(handle: impl FnOnce(Function, Function)) -> JsFuture {
    let mut handle = Some(handle);
    Promise::new(&mut |resolve, reject| {
        if let Some(handle) = handle.take() {
            handle(resolve, reject);
        }
    })
    .into()
}

/// Listens to a request now; the future waits for what it comes to.
pub(crate) fn done(
    request: Result<IdbRequest, JsValue>,
) -> impl Future<Output = Kept<JsValue>> + use<> {
    let listening = request.map(|request| {
        let settled = settled(|resolve, reject| {
            request.set_onsuccess(Some(&resolve));
            request.set_onerror(Some(&reject));
        });
        (request, settled)
    });
    async move {
        let (request, settled) = listening?;
        match settled.await {
            Ok(_) => Ok(request.result()?),
            Err(_) => Err(failure(request.error().ok().flatten())),
        }
    }
}

fn failure(error: Option<DomException>) -> Trouble {
    error.map_or_else(
        || Trouble::Other("Unknown error".to_owned()),
        |error| JsValue::from(error).into(),
    )
}

thread_local! {
    /// The store as it was opened to recall what pages are compared with, for who reads on of that.
    static RECALLED: RefCell<Option<Rc<Database>>> = const { RefCell::new(None) };
}

/// The library's store, open.
#[derive(Debug)]
pub(crate) struct Database(IdbDatabase);

impl Drop for Database {
    fn drop(&mut self) {
        // What is being done in it is still done.
        self.0.close();
    }
}

impl Database {
    /// Opens it; makes it, or brings it to the version of today, if need be.
    pub(crate) async fn open() -> Kept<Self> {
        let factory = js_sys::Reflect::get(&js_sys::global(), &"indexedDB".into())?;
        let factory: IdbFactory = factory.unchecked_into();
        let request: IdbOpenDbRequest = factory.open_with_u32(NAME, VERSION)?;
        let upgrade = {
            let request = request.clone();
            Closure::once(move |event: JsValue| {
                let Some(database) = request.result().ok().map(IdbDatabase::from) else {
                    return;
                };
                let old = js_sys::Reflect::get(&event, &"oldVersion".into()).ok();
                let old = old.and_then(|old| old.as_f64()).unwrap_or(0.0);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "one of ours"
                )]
                let missing = STEPS.iter().skip(old as usize);
                // Should a step fail, the whole is taken back, and opening fails.
                let worked = missing.map(|step| step(&database)).all(|step| step.is_ok());
                if let (false, Some(all)) = (worked, request.transaction()) {
                    let _ = all.abort();
                }
            })
        };
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let database = Self(done(Ok(request.into())).await?.into());
        database.give_way()?;
        Ok(database)
    }

    /// The store that was opened before the engine was there, unless it is of another version.
    pub(super) fn opened(database: JsValue) -> Option<Self> {
        let database = Self(database.dyn_into().ok()?);
        let newer_or_older = (database.0.version() - f64::from(VERSION)).abs() > 0.5;
        (!newer_or_older && database.give_way().is_ok()).then_some(database)
    }

    /// A newer version of the extension need not wait for this one.
    fn give_way(&self) -> Kept<()> {
        let close = Function::unchecked_from_js(js_sys::Reflect::get(&self.0, &"close".into())?);
        self.0.set_onversionchange(Some(&close.bind0(&self.0)));
        Ok(())
    }

    /// Leaves it open, for [`Database::recalled`].
    pub(super) fn leave(self: &Rc<Self>) {
        RECALLED.set(Some(self.clone()));
    }

    /// The store as it was left open last, once, with what begins to read there; opened anew if need be.
    pub(super) async fn recalled(stores: &[&str]) -> Kept<(Rc<Self>, Transaction)> {
        if let Some(database) = RECALLED.take()
            // It may have given way meanwhile.
            && let Ok(reading) = database.reading(stores)
        {
            return Ok((database, reading));
        }
        let database = Rc::new(Self::open().await?);
        let reading = database.reading(stores)?;
        Ok((database, reading))
    }

    /// Begins to read.
    pub(crate) fn reading(&self, stores: &[&str]) -> Kept<Transaction> {
        self.begin(stores, IdbTransactionMode::Readonly)
    }

    /// Begins to write.
    pub(crate) fn writing(&self, stores: &[&str]) -> Kept<Transaction> {
        self.begin(stores, IdbTransactionMode::Readwrite)
    }

    fn begin(&self, stores: &[&str], mode: IdbTransactionMode) -> Kept<Transaction> {
        let names: Array = stores.iter().copied().map(JsValue::from_str).collect();
        let transaction = self
            .0
            .transaction_with_str_sequence_and_mode(&names, mode)?;
        let ended = settled(|resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&reject));
        });
        Ok(Transaction { transaction, ended })
    }
}

/// What is read or written as a whole: what has been written is taken back if it is dropped before its end.
#[derive(Debug)]
pub(crate) struct Transaction {
    transaction: IdbTransaction,
    ended: JsFuture,
}

impl Drop for Transaction {
    fn drop(&mut self) {
        // One that has ended refuses.
        let _ = self.transaction.abort();
    }
}

impl Transaction {
    pub(crate) fn store(&self, name: &str) -> Kept<IdbObjectStore> {
        Ok(self.transaction.object_store(name)?)
    }

    /// Waits until all is written.
    pub(crate) async fn end(mut self) -> Kept<()> {
        match (&mut self.ended).await {
            Ok(_) => Ok(()),
            Err(_) => Err(failure(self.transaction.error())),
        }
    }
}
