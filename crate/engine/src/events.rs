//! The browser's events, handed over by `background.js`.

use crate::promise::promised;
use crate::{badge, browser, labels, library, menus, reference, sites, story, style, tabs};
use js_sys::Promise;
use plumbline_browser::{
    Answer, Tab, active_tab, appearance, failed, read, refusal, says, says_with, tell, write,
};
use plumbline_protocol::{Ask, Copied, Saving, Shown, Styled, ToPage};
use plumbline_words::{Form, FoundOn};
use serde::Deserialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// Who sent a message.
#[derive(Deserialize)]
pub(crate) struct Sender {
    /// The tab it stands in; our own pages may stand in one too.
    #[serde(default)]
    pub(crate) tab: Option<Tab>,
    /// The address of the document that sent it.
    #[serde(default)]
    url: Option<String>,
}

impl Sender {
    pub(crate) fn of(sender: JsValue) -> Result<Self, JsError> {
        read(sender).map_err(|error| JsError::new(&error))
    }

    /// The tab of a content script's page.
    pub(crate) fn page_tab(&self) -> Option<i32> {
        self.tab.as_ref().and_then(|tab| tab.id)
    }

    /// The address of its document, or empty.
    pub(crate) fn address(self) -> String {
        self.url.unwrap_or_default()
    }

    /// The page that a content script stands in, with the title that this says it has.
    fn of_page(&self, title: String) -> Result<labels::Page, JsError> {
        match (&self.tab, &self.url) {
            (Some(tab), Some(address)) => Ok(labels::Page {
                address: address.clone(),
                title,
                private: tab.incognito,
            }),
            _ => Err(JsError::new("Only a page has findings")),
        }
    }

    /// Whether it is a page of the extension: what such a page may ask for is not for content scripts, which
    /// share a process with the page they stand in.
    pub(crate) fn is_ours(&self) -> bool {
        let ours = browser::own_address();
        !ours.is_empty() && self.url.as_ref().is_some_and(|url| url.starts_with(&ours))
    }
}

/// A message came; the promise is its answer.
///
/// The engine does its work before this returns, outside of any promise: should it ever panic, the caller
/// sees it and starts the module anew.
///
/// # Errors
/// When the message is none of the protocol, or its sender is not one who may send it.
#[wasm_bindgen(js_name = onMessage)]
pub fn on_message(message: JsValue, sender: JsValue) -> Result<Promise, JsError> {
    let ask: Ask = read(message).map_err(|error| JsError::new(&error))?;
    let sender = Sender::of(sender)?;
    let of_pages = matches!(
        ask,
        Ask::Badge { .. }
            | Ask::Style { .. }
            | Ask::GoTo { .. }
            | Ask::Say { .. }
            | Ask::Copy { .. }
    );
    if !of_pages && !sender.is_ours() {
        return Err(JsError::new("Only Plumbline's own pages may ask for that"));
    }
    let promise = match ask {
        Ask::CheckTab { tab } => promised(tabs::asked(tab)),
        Ask::GoTo { address, passage } => {
            told(async move { story::go_to(&address, passage).await })
        }
        Ask::Say {
            word,
            finding,
            title,
        } => {
            let page = sender.of_page(title)?;
            told(async move { labels::say(word, page, &finding).await })
        }
        Ask::Copy {
            finding,
            title,
            markdown,
        } => {
            let page = sender.of_page(title)?;
            let form = if markdown { Form::Markdown } else { Form::Text };
            let on = FoundOn {
                title: &page.title,
                address: &page.address,
            };
            let text = plumbline_words::copy(form, &finding, on);
            told(async move { Ok(Copied { text }) })
        }
        Ask::Words => promised(async { labels::all().await.map(JsValue::from) }),
        Ask::TakeBack { address, said } => {
            told(async move { labels::take_back(&address, &said).await })
        }
        Ask::TakeAllBack => told(labels::take_all_back()),
        Ask::Library => told(async { Ok(library::describe(reference()?)) }),
        Ask::SaveArticle { tab } => told(library::save(tab)),
        Ask::IsSaved { tab } => told(library::is_saved(tab)),
        Ask::Shelf => kept(library::shelf()),
        Ask::RemoveArticles { numbers } => kept(async move {
            library::remove(&numbers).await?;
            Ok(Saving::NotSaved)
        }),
        Ask::Export { from, table } => kept(library::export(from, table)),
        Ask::Import { lines, before } => kept(async move { library::import(&lines, before).await }),
        Ask::Sets => kept(library::sets()),
        Ask::BeginSet { name, start } => kept(async move { library::begin(&name, &start).await }),
        Ask::AddParts { set, content } => kept(async move { library::add(set, &content).await }),
        Ask::ExportSet { set, from } => kept(library::export_set(set, from)),
        Ask::SwitchSet { set, on } => kept(library::switch(set, on)),
        Ask::RemoveSet { set } => kept(library::remove_set(set)),
        Ask::Badge {
            summary,
            foreign,
            document,
            ..
        } => {
            let tab = sender
                .page_tab()
                .ok_or_else(|| JsError::new("Only a page has findings"))?;
            told(badge::show(tab, summary, foreign, document))
        }
        Ask::Style { styled } => {
            let tab = sender
                .page_tab()
                .ok_or_else(|| JsError::new("Only a page has marks"))?;
            told(async move {
                let now = style::apply(tab, styled, appearance()).await?;
                Ok(Styled { styled: Some(now) })
            })
        }
    };
    Ok(promise)
}

/// The browser asks for the popup's page, which it does where the button was pressed.
#[wasm_bindgen(js_name = onPopup)]
pub fn on_popup() {
    tabs::begin();
}

/// A promise of an answer.
pub(crate) fn told<T: serde::Serialize>(
    answered: impl Future<Output = Answer<T>> + 'static,
) -> Promise {
    promised(async move { answer(answered.await) })
}

/// The same of what the library answers.
fn kept<T: serde::Serialize>(
    answered: impl Future<Output = library::Kept<T>> + 'static,
) -> Promise {
    told(async move { Ok(answered.await?) })
}

/// A command of the keyboard came.
#[wasm_bindgen(js_name = onCommand)]
pub fn on_command(command: String, tab: JsValue) -> Promise {
    promised(async move {
        // Older browsers do not say in which tab the keys were pressed.
        let tab = match read::<Tab>(tab) {
            Ok(tab) => tab,
            Err(_) => active_tab().await?,
        };
        match (command.as_str(), tab.id) {
            ("next-finding", _) => answer(tabs::step(tab, true).await),
            ("previous-finding", _) => answer(tabs::step(tab, false).await),
            ("save-article", Some(tab)) => save(tab).await,
            _ => Ok(JsValue::UNDEFINED),
        }
    })
}

/// Saves the article of a tab because of a key or the menu, and says on the page what became of it.
async fn save(tab: i32) -> Answer<JsValue> {
    let text = match library::save(tab).await {
        Ok(Saving::Refused { why }) => refusal(&why),
        Ok(_) => says("saved"),
        Err(failure) => says_with("save_failed", &[&failed(&failure)]),
    };
    answer::<Shown>(tell(tab, ToPage::Say { text }).await)
}

/// An entry of the context menu was chosen.
#[wasm_bindgen(js_name = onMenu)]
pub fn on_menu(entry: String, tab: JsValue) -> Promise {
    promised(async move {
        let Tab { id: Some(tab), .. } = read(tab)? else {
            return Ok(JsValue::UNDEFINED);
        };
        match menus::Entry::of(&entry) {
            Some(menus::Entry::CheckSelection) => tabs::check(tab, tabs::SELECTED).await?,
            Some(menus::Entry::Save) => save(tab).await?,
            None => JsValue::UNDEFINED,
        };
        Ok(JsValue::UNDEFINED)
    })
}

/// The extension was installed or updated.
#[wasm_bindgen(js_name = onInstalled)]
pub fn on_installed() -> Promise {
    promised(async {
        menus::make().await?;
        sites::follow_grants().await?;
        Ok(JsValue::UNDEFINED)
    })
}

/// Sites were granted or taken back, or the browser or the extension has just started.
#[wasm_bindgen(js_name = onGrantsChanged)]
pub fn on_grants_changed() -> Promise {
    promised(async {
        sites::follow_grants().await?;
        Ok(JsValue::UNDEFINED)
    })
}

/// Sites were taken back: open pages on them are not read any more.
#[wasm_bindgen(js_name = onGrantsTakenBack)]
pub fn on_grants_taken_back() -> Promise {
    promised(async {
        sites::follow_grants().await?;
        sites::tell_what_is_left().await?;
        Ok(JsValue::UNDEFINED)
    })
}

fn answer<T: serde::Serialize>(answer: Answer<T>) -> Answer<JsValue> {
    Ok(write(&answer?)?)
}
