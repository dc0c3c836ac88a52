//! The browser's own functions, as far as popup and options page use them.

use js_sys::Promise;
use plumbline_protocol::{APPEARANCE_KEY, Appearance, Ask, Outcome, Shown, ToPage};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

/// What goes wrong comes back in words.
pub(crate) type Answer<T> = Result<T, String>;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
    fn runtime_send_message(message: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = openOptionsPage)]
    fn runtime_open_options_page() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
    fn tabs_query(query: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = sendMessage)]
    fn tabs_send_message(tab: i32, message: JsValue, options: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = request)]
    fn permissions_request(permissions: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = remove)]
    fn permissions_remove(permissions: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = contains)]
    fn permissions_contains(permissions: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = getAll)]
    fn permissions_get_all() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
    fn storage_get(key: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = set)]
    fn storage_set(values: JsValue) -> Result<Promise, JsValue>;
}

/// A tab of the browser; its address is known only where the reader let us in.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Tab {
    pub(crate) id: Option<i32>,
    #[serde(default)]
    pub(crate) url: Option<String>,
}

/// Asks the background, which answers with a `T`.
pub(crate) async fn ask<T: DeserializeOwned>(ask: &Ask) -> Answer<T> {
    answered(runtime_send_message(write(ask)?)).await
}

/// What the background answers, when it was asked already.
pub(crate) async fn answered<T: DeserializeOwned>(asked: Result<Promise, JsValue>) -> Answer<T> {
    let answer = wait(asked).await?;
    match read(answer.clone()) {
        Ok(answer) => Ok(answer),
        Err(mismatch) => match read(answer) {
            Ok(Outcome::Failed { problem }) => Err(problem),
            _ => Err(mismatch),
        },
    }
}

/// Tells the content script of a tab's page, and waits for whether it could show the figure.
pub(crate) async fn tell(tab: i32, message: ToPage) -> Answer<Shown> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Options {
        frame_id: i32,
    }
    let options = write(&Options { frame_id: 0 })?;
    read(wait(tabs_send_message(tab, write(&message)?, options)).await?)
}

/// The tab that the reader is looking at.
pub(crate) async fn active_tab() -> Answer<Tab> {
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
pub(crate) async fn first_tab(asked: Result<Promise, JsValue>) -> Answer<Tab> {
    let tabs: Vec<Tab> = read(wait(asked).await?)?;
    tabs.into_iter()
        .next()
        .ok_or_else(|| "The browser shows no tab".to_owned())
}

/// Opens the options page in a tab.
pub(crate) async fn open_options() -> Answer<()> {
    wait(runtime_open_options_page()).await.map(drop)
}

#[derive(Serialize)]
struct Origins<'a> {
    origins: [&'a str; 1],
}

/// Asks the reader to grant an origin, given as a match pattern.
///
/// The browser takes the question only while it handles a click, so the asking is done when this
/// returns; the answer comes with the future.
pub(crate) fn request_origin(origin: &str) -> impl Future<Output = Answer<bool>> + use<> {
    let asked = write(&Origins { origins: [origin] }).map(permissions_request);
    async move { Ok(wait(asked?).await?.is_truthy()) }
}

/// Gives an origin back.
pub(crate) async fn remove_origin(origin: &str) -> Answer<bool> {
    Ok(
        wait(permissions_remove(write(&Origins { origins: [origin] })?))
            .await?
            .is_truthy(),
    )
}

/// Whether an origin is granted.
pub(crate) async fn has_origin(origin: &str) -> Answer<bool> {
    Ok(
        wait(permissions_contains(write(&Origins { origins: [origin] })?))
            .await?
            .is_truthy(),
    )
}

/// Every origin that is granted, as match patterns.
pub(crate) async fn origins() -> Answer<Vec<String>> {
    #[derive(Deserialize)]
    struct Permissions {
        #[serde(default)]
        origins: Vec<String>,
    }
    let permissions: Permissions = read(wait(permissions_get_all()).await?)?;
    Ok(permissions.origins)
}

/// The appearance that the reader has chosen for the marks.
pub(crate) async fn appearance() -> Answer<Appearance> {
    let stored = wait(storage_get(APPEARANCE_KEY)).await?;
    let key = js_sys::Reflect::get(&stored, &APPEARANCE_KEY.into()).ok();
    let key = key.and_then(|key| key.as_string());
    Ok(key
        .and_then(|key| Appearance::from_key(&key))
        .unwrap_or_default())
}

/// Keeps the appearance that the reader has chosen.
pub(crate) async fn keep_appearance(appearance: Appearance) -> Answer<()> {
    let values = js_sys::Object::new();
    js_sys::Reflect::set(&values, &APPEARANCE_KEY.into(), &appearance.key().into())
        .map_err(|thrown| explain(&thrown))?;
    wait(storage_set(values.into())).await.map(drop)
}

async fn wait(promise: Result<Promise, JsValue>) -> Answer<JsValue> {
    let settled = match promise {
        Ok(promise) => JsFuture::from(promise).await,
        Err(thrown) => Err(thrown),
    };
    settled.map_err(|thrown| explain(&thrown))
}

fn read<T: DeserializeOwned>(value: JsValue) -> Answer<T> {
    serde_wasm_bindgen::from_value(value).map_err(|error| explain(&error.into()))
}

fn write<T: Serialize>(value: &T) -> Answer<JsValue> {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|error| explain(&error.into()))
}

fn explain(thrown: &JsValue) -> String {
    js_sys::Reflect::get(thrown, &"message".into())
        .ok()
        .and_then(|message| message.as_string())
        .or_else(|| thrown.as_string())
        .unwrap_or_else(|| "Unknown error".to_owned())
}
