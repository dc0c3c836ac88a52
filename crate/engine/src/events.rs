//! The browser's events, handed over by `background.js`.

use crate::{badge, browser, library, menus, reference, sites, story, style, tabs};
use js_sys::{Object, Promise};
use plumbline_browser::{
    Answer, Tab, active_tab, appearance, read, refusal, says, says_with, session, tell, write,
};
use plumbline_core::page::Block;
use plumbline_core::{Arrived, Arriving};
use plumbline_protocol::{
    Appearance, Ask, Checked, LastPart, PagePart, Saving, Shown, Styled, ToPage,
};
use plumbline_words::Account;
use serde::Deserialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};
use wasm_bindgen_futures::future_to_promise;

/// Who sent a message.
#[derive(Deserialize)]
struct Sender {
    /// The tab it stands in; our own pages may stand in one too.
    #[serde(default)]
    tab: Option<Tab>,
    /// The address of the document that sent it.
    #[serde(default)]
    url: Option<String>,
}

impl Sender {
    fn of(sender: JsValue) -> Result<Self, JsError> {
        read(sender).map_err(|error| JsError::new(&error))
    }

    /// The tab of a content script's page.
    fn page_tab(&self) -> Option<i32> {
        self.tab.as_ref().and_then(|tab| tab.id)
    }

    /// Whether it is a page of the extension: what such a page may ask for is not for content scripts, which
    /// share a process with the page they stand in.
    fn is_ours(&self) -> bool {
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
    if !matches!(
        ask,
        Ask::Badge { .. } | Ask::Style { .. } | Ask::GoTo { .. }
    ) && !sender.is_ours()
    {
        return Err(JsError::new("Only Plumbline's own pages may ask for that"));
    }
    let promise = match ask {
        Ask::CheckTab { tab } => future_to_promise(async move {
            let outcome = tabs::check(tab, tabs::ASKED).await;
            outcome.map_err(|problem| JsError::new(&problem).into())
        }),
        Ask::GoTo { address, passage } => {
            future_to_promise(async move { answer(story::go_to(&address, passage).await) })
        }
        Ask::Library => future_to_promise(async { answer(reference().map(library::describe)) }),
        Ask::SaveArticle { tab } => {
            future_to_promise(async move { answer(library::save(tab).await) })
        }
        Ask::IsSaved { tab } => {
            future_to_promise(async move { answer(library::is_saved(tab).await) })
        }
        Ask::RemoveArticles { numbers } => future_to_promise(async move {
            let removed = library::remove(&numbers).await;
            answer(removed.map(|()| Saving::NotSaved).map_err(String::from))
        }),
        Ask::Badge {
            summary,
            foreign,
            document,
            ..
        } => {
            let tab = sender
                .page_tab()
                .ok_or_else(|| JsError::new("Only a page has findings"))?;
            future_to_promise(
                async move { answer(badge::show(tab, summary, foreign, document).await) },
            )
        }
        Ask::Style { styled } => {
            let tab = sender
                .page_tab()
                .ok_or_else(|| JsError::new("Only a page has marks"))?;
            future_to_promise(async move {
                answer(
                    style::apply(tab, styled, appearance())
                        .await
                        .map(|now| Styled { styled: Some(now) }),
                )
            })
        }
    };
    Ok(promise)
}

/// A page that comes over a port of its own, part by part.
#[wasm_bindgen]
pub struct Incoming {
    tab: i32,
    /// Whether it is in a private window, of which nothing is kept.
    private: bool,
    /// Whether it is a page of the extension, which has the styles of marks and is no reference for others.
    ours: bool,
    arriving: Arriving,
    /// The page as it was checked, until its article is kept.
    arrived: Option<Arrived>,
    /// The addresses of the other articles on the same story.
    beside: Vec<String>,
}

#[wasm_bindgen]
impl Incoming {
    /// `sender` opened the port.
    ///
    /// # Errors
    /// When the sender is not a page in a tab.
    #[wasm_bindgen(constructor)]
    pub fn new(sender: JsValue) -> Result<Self, JsError> {
        let sender = Sender::of(sender)?;
        let tab = sender
            .page_tab()
            .ok_or_else(|| JsError::new("Only a page can be checked"))?;
        Ok(Self {
            tab,
            ours: sender.is_ours(),
            private: sender.tab.is_some_and(|tab| tab.incognito),
            arriving: Arriving::new(
                plumbline_bundled::language().map_err(|error| JsError::new(&error.to_string()))?,
            ),
            arrived: None,
            beside: Vec::new(),
        })
    }

    /// A part came; after the last there is a promise of the answer. The last is held against the articles among
    /// what was `recalled` too. As with [`on_message`], the engine does its work before this returns.
    ///
    /// # Errors
    /// When the part is none of the protocol, or there is nothing to compare the page with.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "JavaScript hands over what may be left out by value"
    )]
    pub fn add(
        &mut self,
        part: JsValue,
        recalled: Option<Object>,
    ) -> Result<Option<Promise>, JsError> {
        let LastPart {
            page,
            styled,
            selected,
        } = match read_part(part).map_err(|error| JsError::new(&error))? {
            PagePart::Blocks { blocks } => {
                self.arriving
                    .add(blocks)
                    .map_err(|long| JsError::new(&long.to_string()))?;
                return Ok(None);
            }
            PagePart::Last(last) => last,
        };
        let tab = self.tab;
        let chosen = appearance();
        let reference = reference().map_err(|error| JsError::new(&error))?;
        let mut arrived = std::mem::replace(&mut self.arriving, Arriving::new(reference.language))
            .whole(page)
            .map_err(|long| JsError::new(&long.to_string()))?;
        let before = recalled.as_deref().map_or_else(Vec::new, session::articles);
        let report = arrived.check(reference, &before);
        self.arrived = (!self.private && !self.ours && !selected).then_some(arrived);
        let addresses = report
            .beside
            .iter()
            .filter_map(|&of| report.sources.get(of));
        self.beside = addresses.map(|source| source.address.clone()).collect();
        let report = crate::in_words(reference, &report);
        // The browser gives pages of extensions no sheets of anybody.
        let styled = if self.ours {
            Some(Appearance::default())
        } else {
            styled
        };
        let chosen = {
            let ours = self.ours;
            async move {
                if ours {
                    Ok(Appearance::default())
                } else {
                    chosen.await
                }
            }
        };
        let promise =
            future_to_promise(async move { answer(show(tab, report, styled, chosen).await) });
        Ok(Some(promise))
    }
}

#[wasm_bindgen]
impl Incoming {
    /// The answer is on its way: keeps the article as a reference for the next ones, until the browser closes. Where it
    /// says something new, those on the same story that are open are told.
    pub fn keep(&mut self) -> Promise {
        let article = self.arrived.take().and_then(|page| page.as_reference());
        let (tab, beside) = (self.tab, std::mem::take(&mut self.beside));
        future_to_promise(async move {
            if let Some(article) = article
                && session::keep(&article.address, &article, tab).await?
            {
                story::tell_of_new(&beside, tab).await?;
            }
            Ok(JsValue::UNDEFINED)
        })
    }
}

/// The articles that were checked since the browser started, as the browser has them.
#[wasm_bindgen]
pub fn recall() -> Promise {
    future_to_promise(async {
        session::recall()
            .await
            .map_err(|problem| JsError::new(&problem).into())
    })
}

/// Reads a part without the detour that choosing among several forms takes: parts are large.
fn read_part(part: JsValue) -> Answer<PagePart> {
    #[derive(Deserialize)]
    struct Blocks {
        blocks: Vec<Block>,
    }
    let is_last = js_sys::Reflect::has(&part, &"page".into()).unwrap_or(false);
    if is_last {
        read(part).map(PagePart::Last)
    } else {
        read(part).map(|Blocks { blocks }| PagePart::Blocks { blocks })
    }
}

/// A command of the keyboard came.
#[wasm_bindgen(js_name = onCommand)]
pub fn on_command(command: String, tab: JsValue) -> Promise {
    future_to_promise(async move {
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
async fn save(tab: i32) -> Result<JsValue, JsValue> {
    let text = match library::save(tab).await {
        Ok(Saving::Refused { why }) => refusal(&why),
        Ok(_) => says("saved"),
        Err(problem) => says_with("save_failed", &[&problem]),
    };
    answer::<Shown>(tell(tab, ToPage::Say { text }).await)
}

/// An entry of the context menu was chosen.
#[wasm_bindgen(js_name = onMenu)]
pub fn on_menu(entry: String, tab: JsValue) -> Promise {
    future_to_promise(async move {
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
    future_to_promise(async {
        menus::make().await?;
        sites::follow_grants().await?;
        Ok(JsValue::UNDEFINED)
    })
}

/// Sites were granted or taken back, or the browser or the extension has just started.
#[wasm_bindgen(js_name = onGrantsChanged)]
pub fn on_grants_changed() -> Promise {
    future_to_promise(async {
        sites::follow_grants().await?;
        Ok(JsValue::UNDEFINED)
    })
}

/// Sites were taken back: open pages on them are not read any more.
#[wasm_bindgen(js_name = onGrantsTakenBack)]
pub fn on_grants_taken_back() -> Promise {
    future_to_promise(async {
        sites::follow_grants().await?;
        sites::tell_what_is_left().await?;
        Ok(JsValue::UNDEFINED)
    })
}

/// What the page needs to show a report. The toolbar hears from the page when it shows it: a page that was left
/// meanwhile has no say in what stands in its tab.
async fn show(
    tab: i32,
    report: Account,
    styled: Option<Appearance>,
    chosen: impl Future<Output = Answer<Appearance>>,
) -> Answer<Checked> {
    let styled = if report.findings.is_empty() {
        styled
    } else {
        Some(style::apply(tab, styled, chosen).await?)
    };
    Ok(Checked { report, styled })
}

fn answer<T: serde::Serialize>(answer: Answer<T>) -> Result<JsValue, JsValue> {
    let value = answer.and_then(|answer| write(&answer));
    value.map_err(|problem| JsError::new(&problem).into())
}
