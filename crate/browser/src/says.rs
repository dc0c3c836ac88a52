//! What is said to the reader, in the browser's language: every word of it is in `extension/_locales`.

use plumbline_protocol::NotKept;

/// What has that name.
pub fn says(name: &str) -> String {
    says_with(name, &[])
}

/// What has that name, with these in the places of `$1`, `$2` …
pub fn says_with(name: &str, parts: &[&str]) -> String {
    message(name, parts)
}

/// `1 figure`, `2,000 figures`: what has that name, with `_one` or `_many` behind it.
pub fn counted(count: usize, name: &str) -> String {
    let form = if count == 1 { "one" } else { "many" };
    let digits = plumbline_words::grouped(&count.to_string());
    says_with(&format!("{name}_{form}"), &[&digits])
}

/// Why a page cannot be saved, in a sentence.
pub fn refusal(why: &NotKept) -> String {
    says(match why {
        NotKept::Private => "save_private",
        NotKept::NoFigures => "save_no_figures",
        NotKept::Untouchable { .. } => "save_untouchable",
    })
}

#[cfg(target_arch = "wasm32")]
fn message(name: &str, parts: &[&str]) -> String {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getMessage)]
        fn get_message(name: &str, parts: js_sys::Array) -> String;
    }
    let parts = parts
        .iter()
        .map(|part| wasm_bindgen::JsValue::from_str(part));
    get_message(name, parts.collect())
}

/// Where there is no browser, the name itself says it.
#[cfg(not(target_arch = "wasm32"))]
fn message(name: &str, parts: &[&str]) -> String {
    std::iter::once(name)
        .chain(parts.iter().copied())
        .collect::<Vec<_>>()
        .join(" ")
}
