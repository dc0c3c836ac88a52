//! Checking what a tab shows, and why some tabs cannot be.

use crate::browser::{run, tab};
use crate::promise::promised;
use js_sys::Promise;
use plumbline_browser::{Answer, Tab, active_tab, failure, read, tell, told, wait, write};
use plumbline_core::page::Page;
use plumbline_protocol::{Failure, Outcome, Shown, ToPage, Untouchable, Why};
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use wasm_bindgen::JsValue;

/// The content script, joined from its modules when the extension is packed. It waits in the page for one of the
/// scripts that have it begin.
pub(crate) const CONTENT_SCRIPT: &str = "content.js";

/// Checks the page, and comes to the [`Outcome`].
pub(crate) const ASKED: &str = "content/asked.js";

/// The same with what is selected on the page.
pub(crate) const SELECTED: &str = "content/selected.js";

#[derive(Serialize)]
struct Injection<'a> {
    target: Target,
    files: &'a [&'static str],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    tab_id: i32,
}

/// Brings the content script into a tab and has it check the page, with the script that `begins` it. Comes to an
/// [`Outcome`], as the page has it: what is only handed on is not read and written again.
pub(crate) async fn check(tab_id: i32, begins: &'static str) -> Answer<JsValue> {
    let injection = Injection {
        target: Target { tab_id },
        files: &[CONTENT_SCRIPT, begins],
    };
    let asked = run(&injection);
    // The browser is busy elsewhere: time to make the reference set ready, should it not be.
    // What is wrong with the set is told by the check itself.
    let _ready = crate::reference();
    match asked.await {
        Ok(outcome) if kind(&outcome).is_some() => Ok(outcome),
        // A page that is left has nothing to say.
        Ok(_) => Ok(write(&Outcome::Failed(Failure::of(Why::Left)))?),
        Err(refusal) => {
            let url = tab(tab_id).await.ok().and_then(|tab| tab.url);
            Ok(write(&refused(url.as_deref(), refusal))?)
        }
    }
}

/// A check that began when the browser asked for the popup's page: which tab is checked, and the outcome.
struct Begun {
    tab: Promise,
    outcome: Promise,
}

thread_local! {
    /// The last such check that no popup has asked for yet.
    static BEGUN: Cell<Option<Begun>> = const { Cell::new(None) };
}

/// The browser asks for the popup's page: its script will ask for the check of the tab before the reader, which begins
/// now.
pub(crate) fn begin() {
    let tab = promised(async {
        // Where there is none the popup will be told so.
        let tab = active_tab().await.ok().and_then(|tab| tab.id);
        Ok(tab.map_or(JsValue::UNDEFINED, JsValue::from))
    });
    let known = tab.clone();
    let outcome = promised(async move {
        match number(&wait(Ok(known)).await?) {
            Some(tab) => check(tab, ASKED).await,
            None => Ok(JsValue::UNDEFINED),
        }
    });
    BEGUN.set(Some(Begun { tab, outcome }));
}

/// The outcome of checking a tab for the popup: of the check that began with its page, where that is of this tab.
pub(crate) async fn asked(tab: i32) -> Answer<JsValue> {
    if let Some(begun) = BEGUN.take()
        && number(&wait(Ok(begun.tab)).await?) == Some(tab)
    {
        return wait(Ok(begun.outcome)).await;
    }
    check(tab, ASKED).await
}

/// The number of a tab.
fn number(tab: &JsValue) -> Option<i32> {
    read(tab.clone()).ok()
}

/// The page that a tab shows, as it is now; or what it is instead, where that is known.
pub(crate) async fn page(tab_id: i32) -> Answer<Result<Page, Option<Untouchable>>> {
    if let Some(page) = page_there(tab_id).await {
        return Ok(Ok(page));
    }
    let injection = Injection {
        target: Target { tab_id },
        files: &[CONTENT_SCRIPT],
    };
    let Err(refusal) = run(&injection).await else {
        return said(told(tab_id, ToPage::Read).await?);
    };
    let url = tab(tab_id).await.ok().and_then(|tab| tab.url);
    match refused(url.as_deref(), refusal) {
        Outcome::Untouchable { what } => Ok(Err(Some(what))),
        Outcome::Failed(failure) => Err(failure),
        Outcome::Checked { .. } => Ok(Err(None)),
    }
}

/// The page that a tab shows, where the content script is in it already.
pub(crate) async fn page_there(tab_id: i32) -> Option<Page> {
    said(told(tab_id, ToPage::Read).await.ok()?).ok()?.ok()
}

/// What a page answers to [`ToPage::Read`]: what it shows, or what it is instead of a page.
fn said(answer: JsValue) -> Answer<Result<Page, Option<Untouchable>>> {
    #[derive(Deserialize)]
    struct Told {
        what: Untouchable,
    }
    match kind(&answer).as_deref() {
        None => Ok(Ok(read(answer)?)),
        Some("untouchable") => Ok(read(answer).map(|Told { what }| Err(Some(what)))?),
        Some(_) => failure(&answer).map_or(Ok(Err(None)), Err),
    }
}

/// Which outcome a value of JavaScript is.
fn kind(outcome: &JsValue) -> Option<String> {
    let kind = js_sys::Reflect::get(outcome, &"outcome".into()).ok()?;
    kind.as_string()
}

/// Goes to the next or previous finding of a tab. Where none stands, because the page was not checked yet or
/// has changed since, it is checked first.
pub(crate) async fn step(tab: Tab, forward: bool) -> Answer<Shown> {
    let nowhere = Shown { shown: false };
    let Some(id) = tab.id else {
        return Ok(nowhere);
    };
    let step = |checked| ToPage::Step { forward, checked };
    match tell(id, step(false)).await {
        Ok(shown @ Shown { shown: true }) => Ok(shown),
        Ok(_) | Err(_) => match kind(&check(id, ASKED).await?).as_deref() {
            Some("checked") => tell(id, step(true)).await,
            _ => Ok(nowhere),
        },
    }
}

/// What an address is, if no extension can ever read it.
fn never_touchable(url: &str) -> Option<Untouchable> {
    let scheme = url.split(':').next().unwrap_or_default();
    match scheme {
        "http" | "https" | "file" | "ftp" | "data" | "blob" | "filesystem" => None,
        _ => Some(Untouchable::BrowserPage),
    }
}

/// What a refusal of the browser means.
fn refused(url: Option<&str>, refusal: Failure) -> Outcome {
    if let Some(what) = url.and_then(never_touchable) {
        return Outcome::Untouchable { what };
    }
    let denied = [
        "cannot access",
        "cannot be scripted",
        "missing host permission",
        "permission",
    ];
    let words = refusal.problem.to_ascii_lowercase();
    // It stands in the place of a page that did not come, under that page's address.
    if words.contains("error page") {
        return Outcome::Untouchable {
            what: Untouchable::BrowserPage,
        };
    }
    if !denied.iter().any(|denial| words.contains(denial)) {
        return Outcome::Failed(refusal);
    }
    let what = match url {
        // The browser keeps the addresses of its own pages to itself.
        None => Untouchable::BrowserPage,
        Some(url) if url.starts_with("file:") => Untouchable::LocalFile,
        Some(url) if is_document(url) => Untouchable::NotHtml,
        Some(_) => Untouchable::ProtectedSite,
    };
    Outcome::Untouchable { what }
}

/// Whether an address is of a document that browsers show in a page of their own.
fn is_document(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let path = path.to_ascii_lowercase();
    [".pdf", ".json"].iter().any(|end| path.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::{never_touchable, refused};
    use plumbline_protocol::{Failure, Outcome, Untouchable};

    #[test]
    fn pages_of_the_browser_are_known_by_their_address() {
        for url in [
            "about:config",
            "chrome://settings",
            "moz-extension://x/y",
            "view-source:https://a.b/",
            "devtools://x",
        ] {
            assert_eq!(
                never_touchable(url),
                Some(Untouchable::BrowserPage),
                "{url}"
            );
        }
        for url in [
            "https://a.example/",
            "http://localhost:8/x",
            "file:///a.html",
        ] {
            assert_eq!(never_touchable(url), None, "{url}");
        }
    }

    #[test]
    fn a_refusal_is_told_by_the_address_and_anything_else_is_a_failure() {
        let cases = [
            (
                Some("https://store.example/x"),
                "The extensions gallery cannot be scripted.",
                Untouchable::ProtectedSite,
            ),
            (
                Some("https://a.example/report.PDF?x=1"),
                "Missing host permission for the tab",
                Untouchable::NotHtml,
            ),
            (
                Some("https://a.example/data.json"),
                "Missing host permission for the tab",
                Untouchable::NotHtml,
            ),
            (
                Some("file:///a.html"),
                "Cannot access contents of the page.",
                Untouchable::LocalFile,
            ),
            (
                Some("https://a.example/gone"),
                "Frame with ID 0 is showing error page",
                Untouchable::BrowserPage,
            ),
            (
                None,
                "Cannot access a chrome:// URL",
                Untouchable::BrowserPage,
            ),
        ];
        for (url, refusal, what) in cases {
            assert_eq!(
                refused(url, Failure::from(refusal.to_owned())),
                Outcome::Untouchable { what },
                "{refusal}"
            );
        }
        let gone = Failure::from("No tab with id: 7".to_owned());
        assert_eq!(refused(None, gone.clone()), Outcome::Failed(gone));
    }
}
