//! The browser's own functions that only the pages of the extension use.

use js_sys::{Array, Function, Object, Promise};
use plumbline_browser::{Answer, explain, read, wait, write};
use plumbline_protocol::{APPEARANCE_KEY, Appearance, Ask, Failure, REMEMBER_KEY, Why};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
    fn runtime_send_message(message: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = openOptionsPage)]
    fn runtime_open_options_page() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "windows"], js_name = getCurrent)]
    fn windows_get_current() -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "tabs", "onActivated"], js_name = addListener)]
    fn on_activated(listener: &JsValue);
    #[wasm_bindgen(js_namespace = ["chrome", "tabs", "onUpdated"], js_name = addListener)]
    fn on_updated(listener: &JsValue);
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = update)]
    fn tabs_update(tab: i32, properties: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = request)]
    fn permissions_request(permissions: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = remove)]
    fn permissions_remove(permissions: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = contains)]
    fn permissions_contains(permissions: JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = set)]
    fn storage_set(values: JsValue) -> Result<Promise, JsValue>;
}

/// Whether the browser has a side panel for extensions.
pub(crate) fn has_panel() -> bool {
    !panel_api("sidePanel").is_undefined() || !panel_api("sidebarAction").is_undefined()
}

fn panel_api(name: &str) -> JsValue {
    let chrome = js_sys::Reflect::get(&js_sys::global(), &"chrome".into());
    let api = chrome.and_then(|chrome| js_sys::Reflect::get(&chrome, &name.into()));
    api.unwrap_or_default()
}

fn open_by(api: &JsValue, place: &JsValue) -> Result<Promise, JsValue> {
    let open: Function = js_sys::Reflect::get(api, &"open".into())?.dyn_into()?;
    let arguments = if place.is_undefined() {
        Array::new()
    } else {
        Array::of1(place)
    };
    Ok(open.apply(api, &arguments)?.unchecked_into())
}

/// Opens the side panel of a window. The browser does so only while it handles a click: it is asked when this returns.
pub(crate) fn open_panel(window: Option<i32>) -> impl Future<Output = Answer<()>> + use<> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Where {
        window_id: Option<i32>,
    }
    // Looked up by name: to Firefox's linter a call of what Firefox does not have is a mistake.
    let panel = panel_api("sidePanel");
    let asked = if panel.is_undefined() {
        open_by(&panel_api("sidebarAction"), &JsValue::UNDEFINED)
    } else {
        write(&Where { window_id: window })
            .map_err(JsValue::from)
            .and_then(|place| open_by(&panel, &place))
    };
    async move { wait(asked).await.map(drop) }
}

/// Has the background go to where an article says something.
pub(crate) fn go_to_passage(address: &str, passage: &str) {
    let ask = Ask::GoTo {
        address: address.to_owned(),
        passage: passage.to_owned(),
    };
    // Sent before the popup closes over the tab that comes.
    if let Ok(ask) = write(&ask) {
        let _ = runtime_send_message(ask);
    }
}

/// Keeps whether articles that are checked are to be references for the next ones.
pub(crate) async fn keep_remembering(on: bool) -> Answer<()> {
    keep(REMEMBER_KEY, &on.into()).await
}

/// Asks the background, which answers with a `T`.
pub(crate) async fn ask<T: DeserializeOwned>(ask: &Ask) -> Answer<T> {
    plumbline_browser::answered(&ask_raw(ask).await?)
}

/// Asks the background, whose answer is taken as it is.
pub(crate) async fn ask_raw(ask: &Ask) -> Answer<JsValue> {
    let asked = runtime_send_message(write(ask)?).map_err(|thrown| explain(&thrown))?;
    // What it was handed, the background answers: where the browser does in its place, it has stopped it. Chromium says
    // that there is nobody, Firefox says nothing.
    let stopped = |problem| Failure::with(Why::Stopped, problem);
    let answer = wait(Ok(asked)).await;
    let answer = answer.map_err(|none| stopped(none.problem))?;
    if answer.is_undefined() {
        return Err(stopped(String::new()));
    }
    Ok(answer)
}

/// Copies text; it is done at once, for the browser allows it only while the reader's click is fresh.
pub(crate) fn copy(text: &str) -> impl Future<Output = Answer<()>> + use<> {
    let asked = gloo::utils::window()
        .navigator()
        .clipboard()
        .write_text(text);
    async move { wait(Ok(asked)).await.map(drop) }
}

/// Calls `look` whenever the reader looks at another tab of this window, or the page of a tab comes or has come.
pub(crate) async fn follow_tabs(look: impl Fn() + Clone + 'static) -> Answer<()> {
    #[derive(Deserialize)]
    struct Numbered {
        id: i32,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Active {
        window_id: i32,
    }
    let own: Numbered = read(wait(windows_get_current()).await?)?;
    let again = look.clone();
    let activated = Closure::<dyn Fn(JsValue)>::new(move |active| {
        if read::<Active>(active).is_ok_and(|active| active.window_id == own.id) {
            again();
        }
    });
    on_activated(&activated.into_js_value());
    let updated = Closure::<dyn Fn(JsValue, JsValue)>::new(move |_tab, change| {
        // Titles, sounds and the like change too.
        let status = js_sys::Reflect::get(&change, &"status".into());
        if status.is_ok_and(|status| status.is_string()) {
            look();
        }
    });
    on_updated(&updated.into_js_value());
    Ok(())
}

/// Opens the options page in a tab.
pub(crate) async fn open_options() -> Answer<()> {
    wait(runtime_open_options_page()).await.map(drop)
}

/// Has a tab go to an address.
pub(crate) async fn go_to(tab: i32, url: &str) -> Answer<()> {
    #[derive(Serialize)]
    struct Properties<'a> {
        url: &'a str,
    }
    wait(tabs_update(tab, write(&Properties { url })?))
        .await
        .map(drop)
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

/// Keeps the appearance that the reader has chosen.
pub(crate) async fn keep_appearance(appearance: Appearance) -> Answer<()> {
    keep(APPEARANCE_KEY, &appearance.key().into()).await
}

async fn keep(key: &str, value: &JsValue) -> Answer<()> {
    let values = Object::new();
    js_sys::Reflect::set(&values, &key.into(), value).map_err(|thrown| explain(&thrown))?;
    wait(storage_set(values.into())).await.map(drop)
}
