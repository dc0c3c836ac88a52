//! Dates in the reader's own words.

use js_sys::{Array, Date, Object, Reflect};
use wasm_bindgen::JsValue;

/// `YYYY-MM-DD`, `YYYY-MM` or `YYYY` in the words of the reader's language; anything else as it is.
pub(crate) fn in_words(date: &str) -> String {
    let parts: Vec<u32> = date
        .split('-')
        .map_while(|part| part.parse().ok())
        .collect();
    let (year, month, day) = match parts[..] {
        [year, month] => (year, month, None),
        [year, month, day] => (year, month, Some(day)),
        _ => return date.to_owned(),
    };
    let options = Object::new();
    let set = |name: &str, value: &str| {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &JsValue::from(name), &JsValue::from(value));
    };
    set("year", "numeric");
    set("month", "long");
    set("timeZone", "UTC");
    if day.is_some() {
        set("day", "numeric");
    }
    let moment = Date::new(&JsValue::from(format!(
        "{year:04}-{month:02}-{:02}",
        day.unwrap_or(1)
    )));
    if moment.get_time().is_nan() {
        return date.to_owned();
    }
    let languages = Array::of1(&JsValue::from(
        gloo::utils::window()
            .navigator()
            .language()
            .unwrap_or_else(|| "en".to_owned()),
    ));
    let format = js_sys::Intl::DateTimeFormat::new(&languages, &options);
    format
        .format()
        .call1(&JsValue::UNDEFINED, &moment)
        .ok()
        .and_then(|words| words.as_string())
        .unwrap_or_else(|| date.to_owned())
}
