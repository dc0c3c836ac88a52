//! What is said to the reader, in the browser's language: every word of it is in `extension/_locales`.

use plumbline_protocol::{Failure, NotKept, Why};

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

/// Why a page could not be checked, in a sentence.
pub fn failed_check(failure: &Failure) -> String {
    says(match failure.why {
        Why::Engine => "failed_engine",
        Why::Stopped => "failed_stopped",
        Why::Left => "failed_left",
        Why::Late => "failed_late",
        Why::Large => "failed_large",
        Why::Long => "failed_long",
        Why::NoTab => "no_tab",
        Why::Ended => "ended",
        Why::Changed => "word_changed",
        Why::Told => return failure.problem.clone(),
        Why::Unknown => "failed_unknown",
    })
}

/// Why anything else that was asked for is not done, in a sentence.
pub fn failed(failure: &Failure) -> String {
    match failure.why {
        Why::Engine => says("asked_engine"),
        Why::Stopped => says("stopped"),
        Why::Large => says("asked_large"),
        Why::Unknown => says_with("asked_unknown", &[&failure.problem]),
        _ => failed_check(failure),
    }
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

#[cfg(test)]
mod tests {
    use super::{failed, failed_check};
    use plumbline_protocol::{Failure, Why};

    const MESSAGES: &str = include_str!("../../../extension/_locales/en/messages.json");

    /// What went wrong; which words say so of the check of a page, and of anything else.
    const SAID: [(Why, &str, &str); 11] = [
        (Why::Engine, "failed_engine", "asked_engine"),
        (Why::Stopped, "failed_stopped", "stopped"),
        (Why::Left, "failed_left", "failed_left"),
        (Why::Late, "failed_late", "failed_late"),
        (Why::Large, "failed_large", "asked_large"),
        (Why::Long, "failed_long", "failed_long"),
        (Why::NoTab, "no_tab", "no_tab"),
        (Why::Ended, "ended", "ended"),
        (Why::Changed, "word_changed", "word_changed"),
        (Why::Told, "Out of paper.", "Out of paper."),
        (
            Why::Unknown,
            "failed_unknown",
            "asked_unknown Out of paper.",
        ),
    ];

    #[test]
    fn each_failure_is_said_in_words_of_the_interface() {
        for (why, of_check, of_all_else) in SAID {
            let failure = Failure::with(why, "Out of paper.".to_owned());
            assert_eq!(failed_check(&failure), of_check, "{why:?}");
            assert_eq!(failed(&failure), of_all_else, "{why:?}");
            for said in [of_check, of_all_else] {
                let name = said.split(' ').next().unwrap_or_default();
                let known = MESSAGES.contains(&format!("\"{name}\": {{"));
                assert!(known || why == Why::Told, "{name} is in the table");
            }
        }
    }
}
