//! The browser's own functions, as far as background, popup and options page use them alike; what only one of
//! them uses is there.

mod dates;
pub mod marks;
#[cfg(target_arch = "wasm32")]
mod memory;
mod says;
pub mod session;
mod values;

pub use dates::ReaderDates;
use js_sys::Promise;
use plumbline_protocol::{APPEARANCE_KEY, Appearance, Failure, REMEMBER_KEY, ToPage, Why};
pub use says::{counted, failed, failed_check, refusal, says, says_with};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
pub use values::{explain, read, write};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

/// What the browser refuses comes back in its own words, what another part of the extension does with its code.
pub type Answer<T> = Result<T, Failure>;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
    fn tabs_query(query: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = sendMessage)]
    fn tabs_send_message(tab: i32, message: JsValue, options: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = getAll)]
    fn permissions_get_all() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
    fn storage_get(key: &str) -> Result<Promise, JsValue>;
}

/// A tab of the browser; its address is known only where the reader let us in.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Tab {
    /// Its number, if it has one.
    pub id: Option<i32>,
    /// Its address, where that is told.
    #[serde(default)]
    pub url: Option<String>,
    /// The number of the window that it is in.
    #[serde(default)]
    pub window_id: Option<i32>,
    /// The title of its page, where that is told.
    #[serde(default)]
    pub title: Option<String>,
    /// Whether it is in a private window.
    #[serde(default)]
    pub incognito: bool,
}

/// Every open tab.
///
/// # Errors
/// When the browser refuses.
pub async fn every_tab() -> Answer<Vec<Tab>> {
    let all = js_sys::Object::new();
    Ok(read(wait(tabs_query(all.into())).await?)?)
}

/// The tab that the reader is looking at.
///
/// # Errors
/// When there is none, or the browser refuses.
pub async fn active_tab() -> Answer<Tab> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Query {
        active: bool,
        current_window: bool,
    }
    let query = write(&Query {
        active: true,
        current_window: true,
    })?;
    first_tab(tabs_query(query)).await
}

/// The first of the tabs that the browser was asked for.
///
/// # Errors
/// When there is none, or the browser refuses.
pub async fn first_tab(asked: Result<Promise, JsValue>) -> Answer<Tab> {
    let tabs: Vec<Tab> = read(wait(asked).await?)?;
    tabs.into_iter()
        .next()
        .ok_or_else(|| Failure::of(Why::NoTab))
}

/// Tells the content script of a tab's page, and waits for its answer.
///
/// # Errors
/// When the page has no content script.
pub async fn tell<T: DeserializeOwned>(tab: i32, message: ToPage) -> Answer<T> {
    answered(&told(tab, message).await?)
}

/// The same, with the answer as the page has it.
///
/// # Errors
/// When the page has no content script.
pub async fn told(tab: i32, message: ToPage) -> Answer<JsValue> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Options {
        frame_id: i32,
    }
    let options = write(&Options { frame_id: 0 })?;
    wait(tabs_send_message(tab, write(&message)?, options)).await
}

/// An answer of another part of the extension; or why there is none, where it says so.
///
/// # Errors
/// When it is [`Outcome::Failed`](plumbline_protocol::Outcome::Failed) in the place of a `T`, or no `T`.
pub fn answered<T: DeserializeOwned>(answer: &JsValue) -> Answer<T> {
    read(answer.clone()).map_err(|mismatch| failure(answer).unwrap_or_else(|| mismatch.into()))
}

/// What went wrong, where an answer says so.
pub fn failure(answer: &JsValue) -> Option<Failure> {
    let kind = js_sys::Reflect::get(answer, &"outcome".into()).ok()?;
    (kind.as_string()? == "failed").then(|| read(answer.clone()).ok())?
}

/// The origins that the reader has granted, as match patterns.
///
/// # Errors
/// When the browser refuses.
pub async fn granted_origins() -> Answer<Vec<String>> {
    #[derive(Deserialize)]
    struct Permissions {
        #[serde(default)]
        origins: Vec<String>,
    }
    let permissions: Permissions = read(wait(permissions_get_all()).await?)?;
    Ok(permissions.origins)
}

/// The appearance that the reader has chosen for the marks. The browser is asked when this returns.
///
/// # Errors
/// When the browser refuses.
pub fn appearance() -> impl Future<Output = Answer<Appearance>> {
    let asked = storage_get(APPEARANCE_KEY);
    async move {
        let stored = wait(asked).await?;
        let key = js_sys::Reflect::get(&stored, &APPEARANCE_KEY.into()).ok();
        let key = key.and_then(|key| key.as_string());
        Ok(key
            .and_then(|key| Appearance::from_key(&key))
            .unwrap_or_default())
    }
}

/// Whether articles that are checked become references for the next ones, until the browser closes: they do unless
/// the reader does not want it.
///
/// # Errors
/// When the browser refuses.
pub async fn remembers() -> Answer<bool> {
    let stored = wait(storage_get(REMEMBER_KEY)).await?;
    let chosen = js_sys::Reflect::get(&stored, &REMEMBER_KEY.into()).ok();
    Ok(chosen.and_then(|chosen| chosen.as_bool()).unwrap_or(true))
}

/// What the browser promised.
///
/// # Errors
/// When it does not keep it, in its words.
pub async fn wait(promise: Result<Promise, JsValue>) -> Answer<JsValue> {
    let settled = match promise {
        Ok(promise) => JsFuture::from(promise).await,
        Err(thrown) => Err(thrown),
    };
    settled.map_err(|thrown| explain(&thrown).into())
}
