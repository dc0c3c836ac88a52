//! Dates as the language of the reader's browser writes them.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use plumbline_words::{Dates, Day};
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::JsValue;

/// Writes dates in the language of the browser. Its formats are made when they are first needed.
#[derive(Default)]
pub struct ReaderDates {
    formats: RefCell<HashMap<(bool, bool), Function>>,
}

impl ReaderDates {
    /// With the language that the browser says.
    pub fn new() -> Self {
        Self::default()
    }

    fn format(&self, date: Day) -> Function {
        let parts = (date.month.is_some(), date.day.is_some());
        let mut formats = self.formats.borrow_mut();
        formats
            .entry(parts)
            .or_insert_with(|| format(parts))
            .clone()
    }
}

impl Dates for ReaderDates {
    fn written(&self, date: Day) -> String {
        let words = || {
            let (month, day) = (date.month?, date.day.unwrap_or(1));
            let moment = format!("{:04}-{month:02}-{day:02}", date.year);
            let moment = Date::new(&JsValue::from(moment));
            if moment.get_time().is_nan() {
                return None;
            }
            let format = self.format(date);
            format.call1(&JsValue::UNDEFINED, &moment).ok()?.as_string()
        };
        words().unwrap_or_else(|| plumbline_words::EnglishDates.written(date))
    }
}

/// A function that writes a moment as a date with or without month and day.
fn format((month, day): (bool, bool)) -> Function {
    let options = Object::new();
    let set = |name: &str, value: &str| {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &JsValue::from(name), &JsValue::from(value));
    };
    set("year", "numeric");
    set("timeZone", "UTC");
    if month {
        set("month", "long");
    }
    if day {
        set("day", "numeric");
    }
    // Background and pages alike have a navigator.
    let language = Reflect::get(&js_sys::global(), &"navigator".into())
        .and_then(|navigator| Reflect::get(&navigator, &"language".into()))
        .ok()
        .and_then(|language| language.as_string())
        .unwrap_or_else(|| "en".to_owned());
    let languages = Array::of1(&JsValue::from(language));
    let format = Intl::DateTimeFormat::new(&languages, &options);
    format.format()
}
