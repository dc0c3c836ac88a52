//! The browser's own functions, as far as the background uses them.

use js_sys::Promise;
use plumbline_protocol::{Shown, ToPage};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

/// What the browser refuses comes back as its own words.
pub(crate) type Answer<T> = Result<T, String>;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getURL)]
    fn runtime_get_url(path: &str) -> String;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = get)]
    fn tabs_get(tab: i32) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
    fn tabs_query(query: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = sendMessage)]
    fn tabs_send_message(tab: i32, message: JsValue, options: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = executeScript)]
    fn execute_script(injection: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = insertCSS)]
    fn insert_css(injection: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = removeCSS)]
    fn remove_css(injection: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = getRegisteredContentScripts)]
    fn get_registered_content_scripts(filter: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = registerContentScripts)]
    fn register_content_scripts(scripts: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = updateContentScripts)]
    fn update_content_scripts(scripts: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = unregisterContentScripts)]
    fn unregister_content_scripts(filter: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = getAll)]
    fn permissions_get_all() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
    fn storage_get(key: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeText)]
    fn set_badge_text(details: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeBackgroundColor)]
    fn set_badge_background_color(details: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeTextColor)]
    fn set_badge_text_color(details: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setTitle)]
    fn set_title(details: JsValue) -> Result<Promise, JsValue>;
}

/// What the addresses of the extension's own pages begin with.
pub(crate) fn own_address() -> String {
    runtime_get_url("")
}

/// A call that takes one object, of which only success matters.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Call {
    InsertCss,
    RemoveCss,
    RegisterContentScripts,
    UpdateContentScripts,
    UnregisterContentScripts,
    SetBadgeText,
    SetBadgeBackgroundColor,
    SetBadgeTextColor,
    SetTitle,
}

/// Calls the browser. The call is made when this returns; the future waits until it is done.
pub(crate) fn call<T: Serialize>(
    call: Call,
    details: &T,
) -> impl Future<Output = Answer<()>> + use<T> {
    let promise = crate::values::write(details).map(|details| match call {
        Call::InsertCss => insert_css(details),
        Call::RemoveCss => remove_css(details),
        Call::RegisterContentScripts => register_content_scripts(details),
        Call::UpdateContentScripts => update_content_scripts(details),
        Call::UnregisterContentScripts => unregister_content_scripts(details),
        Call::SetBadgeText => set_badge_text(details),
        Call::SetBadgeBackgroundColor => set_badge_background_color(details),
        Call::SetBadgeTextColor => set_badge_text_color(details),
        Call::SetTitle => set_title(details),
    });
    async move { wait(promise?).await.map(drop) }
}

/// Runs scripts in the page of a tab; gives what the last of them comes to. The call is made when this
/// returns.
pub(crate) fn run<T: Serialize>(injection: &T) -> impl Future<Output = Answer<JsValue>> + use<T> {
    #[derive(Deserialize)]
    struct Frame {
        #[serde(default, with = "serde_wasm_bindgen::preserve")]
        result: JsValue,
    }
    let asked = crate::values::write(injection).map(execute_script);
    async move {
        let frames: Vec<Frame> = crate::values::read(wait(asked?).await?)?;
        let first = frames.into_iter().next();
        Ok(first.map_or(JsValue::UNDEFINED, |frame| frame.result))
    }
}

/// A tab of the browser; its address is known only where the reader let us in.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Tab {
    pub(crate) id: Option<i32>,
    #[serde(default)]
    pub(crate) url: Option<String>,
}

/// The tab of that number.
pub(crate) async fn tab(id: i32) -> Answer<Tab> {
    crate::values::read(wait(tabs_get(id)).await?)
}

/// The tab that the reader is looking at.
pub(crate) async fn active_tab() -> Answer<Option<Tab>> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Query {
        active: bool,
        current_window: bool,
    }
    let query = crate::values::write(&Query {
        active: true,
        current_window: true,
    })?;
    let tabs: Vec<Tab> = crate::values::read(wait(tabs_query(query)).await?)?;
    Ok(tabs.into_iter().next())
}

/// Tells the content script of a tab's page, and waits for whether it could show the figure.
pub(crate) async fn tell(tab: i32, message: ToPage) -> Answer<Shown> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Options {
        frame_id: i32,
    }
    let message = crate::values::write(&message)?;
    let options = crate::values::write(&Options { frame_id: 0 })?;
    crate::values::read(wait(tabs_send_message(tab, message, options)).await?)
}

/// Whether content scripts with this id are registered.
pub(crate) async fn is_registered(id: &str) -> Answer<bool> {
    #[derive(Serialize)]
    struct Filter<'a> {
        ids: [&'a str; 1],
    }
    let filter = crate::values::write(&Filter { ids: [id] })?;
    let found = wait(get_registered_content_scripts(filter)).await?;
    Ok(js_sys::Array::from(&found).length() > 0)
}

/// The origins that the reader has granted, as match patterns.
pub(crate) async fn granted_origins() -> Answer<Vec<String>> {
    #[derive(Deserialize)]
    struct Permissions {
        #[serde(default)]
        origins: Vec<String>,
    }
    let permissions: Permissions = crate::values::read(wait(permissions_get_all()).await?)?;
    Ok(permissions.origins)
}

/// A text kept in `storage.local`. The browser is asked when this returns.
pub(crate) fn stored_text(
    key: &'static str,
) -> impl Future<Output = Answer<Option<String>>> + use<> {
    let asked = storage_get(key);
    async move {
        let stored = wait(asked).await?;
        Ok(js_sys::Reflect::get(&stored, &key.into())
            .ok()
            .and_then(|value| value.as_string()))
    }
}

async fn wait(promise: Result<Promise, JsValue>) -> Answer<JsValue> {
    let settled = match promise {
        Ok(promise) => JsFuture::from(promise).await,
        Err(thrown) => Err(thrown),
    };
    settled.map_err(|thrown| crate::values::explain(&thrown))
}
