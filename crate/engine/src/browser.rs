//! The browser's own functions that only the background uses.

use js_sys::{Promise, Uint8Array};
use plumbline_browser::{Answer, Tab, explain, read, wait, write};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getURL)]
    fn runtime_get_url(path: &str) -> String;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = get)]
    fn tabs_get(tab: i32) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "contextMenus"], js_name = removeAll)]
    fn menus_remove_all() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "contextMenus"], js_name = create)]
    fn menus_create(item: JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = create)]
    fn tabs_create(properties: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = update)]
    fn tabs_update(tab: i32, properties: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "windows"], js_name = update)]
    fn windows_update(window: i32, properties: JsValue) -> Result<Promise, JsValue>;
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
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeText)]
    fn set_badge_text(details: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeBackgroundColor)]
    fn set_badge_background_color(details: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeTextColor)]
    fn set_badge_text_color(details: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setTitle)]
    fn set_title(details: JsValue) -> Result<Promise, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    type TextEncoder;
    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;
    #[wasm_bindgen(method)]
    fn encode(this: &TextEncoder, text: &JsValue) -> Uint8Array;
}

/// A long string of JavaScript, which the browser copies many times faster than the glue, which does so unit by unit.
///
/// # Errors
/// When it is no string.
pub(crate) fn long_text(text: JsValue) -> Result<String, String> {
    if text.is_string() {
        let bytes = TextEncoder::new().encode(&text).to_vec();
        if let Ok(text) = String::from_utf8(bytes) {
            return Ok(text);
        }
    }
    read(text)
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
    let promise = write(details).map(|details| match call {
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
    let asked = write(injection).map(execute_script);
    async move {
        let frames: Vec<Frame> = read(wait(asked?).await?)?;
        let first = frames.into_iter().next();
        Ok(first.map_or(JsValue::UNDEFINED, |frame| frame.result))
    }
}

/// The tab of that number.
pub(crate) async fn tab(id: i32) -> Answer<Tab> {
    Ok(read(wait(tabs_get(id)).await?)?)
}

/// Brings a tab, and the window it is in, before the reader.
pub(crate) async fn show_tab(id: i32) -> Answer<()> {
    #[derive(Serialize)]
    struct Active {
        active: bool,
    }
    #[derive(Serialize)]
    struct Focused {
        focused: bool,
    }
    let tab: Tab = read(wait(tabs_update(id, write(&Active { active: true })?)).await?)?;
    if let Some(window) = tab.window_id {
        // Where there are no windows, the tab is all there is.
        let _ = wait(windows_update(window, write(&Focused { focused: true })?)).await;
    }
    Ok(())
}

/// Takes every entry of the context menu away.
pub(crate) async fn remove_menus() -> Answer<()> {
    wait(menus_remove_all()).await.map(drop)
}

/// Adds an entry to the context menu.
pub(crate) fn create_menu(item: JsValue) -> Answer<()> {
    menus_create(item)
        .map(drop)
        .map_err(|thrown| explain(&thrown).into())
}

/// Opens an address of the web in a new tab.
pub(crate) async fn open_tab(url: &str) -> Answer<()> {
    #[derive(Serialize)]
    struct Properties<'a> {
        url: &'a str,
    }
    if !url.starts_with("https://") && !url.starts_with("http://") {
        return Err("Only pages of the web are opened".to_owned().into());
    }
    wait(tabs_create(write(&Properties { url })?))
        .await
        .map(drop)
}

/// Whether content scripts with this id are registered.
pub(crate) async fn is_registered(id: &str) -> Answer<bool> {
    #[derive(Serialize)]
    struct Filter<'a> {
        ids: [&'a str; 1],
    }
    let filter = write(&Filter { ids: [id] })?;
    let found = wait(get_registered_content_scripts(filter)).await?;
    Ok(js_sys::Array::from(&found).length() > 0)
}
