//! Values over the border to JavaScript, in the form that messages have: plain objects and `null`.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

/// A value of JavaScript as a type of the protocol.
///
/// # Errors
/// When it is none; says what is wrong with it.
pub fn read<T: DeserializeOwned>(value: JsValue) -> Result<T, String> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        format!(
            "Not a message that Plumbline knows: {}",
            explain(&error.into())
        )
    })
}

/// A type of the protocol as a value of JavaScript.
///
/// # Errors
/// When it has no form there.
pub fn write<T: Serialize>(value: &T) -> Result<JsValue, String> {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|error| explain(&error.into()))
}

/// The words of something thrown.
pub fn explain(thrown: &JsValue) -> String {
    js_sys::Reflect::get(thrown, &"message".into())
        .ok()
        .and_then(|message| message.as_string())
        .or_else(|| thrown.as_string())
        .unwrap_or_else(|| "Unknown error".to_owned())
}
