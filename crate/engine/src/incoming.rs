//! A page that comes over a port of its own, part by part, and is held against all that is known.

use crate::browser::long_text;
use crate::events::{Sender, told};
use crate::promise::{promised, thrown};
use crate::{labels, library, reference, story, style};
use js_sys::Promise;
use plumbline_browser::{Answer, appearance, read, session};
use plumbline_core::language::Language;
use plumbline_core::reference::Reference;
use plumbline_core::report::Report;
use plumbline_core::{Arrived, Arriving};
use plumbline_protocol::{Appearance, Checked, Failure, PagePart, Run, Why, blocks};
use plumbline_words::Account;
use serde::Deserialize;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// A page that comes over a port of its own, part by part.
#[wasm_bindgen]
pub struct Incoming {
    tab: i32,
    /// Whether it is in a private window, of which nothing is kept.
    private: bool,
    /// Whether it is a page of the extension, which has the styles of marks and is no reference for others.
    ours: bool,
    language: Language,
    arriving: Arriving,
    /// The page, once it has come as a whole, until its article is kept.
    arrived: Option<Arrived>,
    /// The appearance that the document's style sheet has already, if it has one.
    styled: Option<Appearance>,
    /// Whether it is only what the reader has selected of a page.
    selected: bool,
    /// The bundled set with what imported ones state of the page; none where they state nothing.
    joined: Option<Rc<Reference>>,
    /// What is to be said where the library, or a part of it, could not be compared with.
    unread: String,
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
        let language =
            plumbline_bundled::language().map_err(|error| JsError::new(&error.to_string()))?;
        Ok(Self {
            tab,
            language,
            ours: sender.is_ours(),
            private: sender.tab.is_some_and(|tab| tab.incognito),
            arriving: Arriving::new(language),
            arrived: None,
            styled: None,
            selected: false,
            joined: None,
            unread: String::new(),
            beside: Vec::new(),
        })
    }

    /// A part came; says whether it was the last.
    ///
    /// # Errors
    /// When the part is none of the protocol, or the page is too long.
    pub fn add(&mut self, part: JsValue) -> Result<bool, JsValue> {
        self.take(part).map_err(thrown)
    }

    fn take(&mut self, part: JsValue) -> Answer<bool> {
        let long = |_| Failure::of(Why::Long);
        let last = match read_part(part)? {
            PagePart::Blocks { text, runs } => {
                self.arriving.add(blocks(&text, runs)).map_err(long)?;
                return Ok(false);
            }
            PagePart::Last(last) => last,
        };
        let arrived = std::mem::replace(&mut self.arriving, Arriving::new(self.language));
        let arrived = arrived.whole(last.page).map_err(long)?;
        self.arrived = Some(arrived);
        self.styled = last.styled;
        self.selected = last.selected;
        Ok(true)
    }

    /// Fetches what imported sets state of those whom the page names, by what was `recalled`; a promise of what
    /// [`Incoming::check`] is handed. None where it names nobody of them.
    pub fn find(&self, recalled: &JsValue) -> Option<Promise> {
        let touched = library::touched(recalled, self.arrived.as_ref()?)?;
        let private = self.private;
        Some(promised(async move {
            Ok(library::stated(touched, private).await.into())
        }))
    }

    /// Does what can be done of the check while what [`Incoming::find`] asks for is on its way.
    pub fn prepare(&mut self) {
        if let (Ok(_), Some(arrived)) = (reference(), &mut self.arrived) {
            arrived.read_figures();
        }
    }

    /// Checks the page, which has come as a whole, against the bundled set and what was `found` of imported ones, and
    /// honours the labels of the page that were `said`; a promise of the answer. As with [`crate::events::on_message`], the
    /// engine does its work before this returns. What other articles say is told by [`Incoming::beside`]: to read the page
    /// as they are read, and them, takes longer than all else where the engine does it for the first time.
    ///
    /// # Errors
    /// When the page has not come, or there is nothing to compare it with.
    pub fn check(
        &mut self,
        recalled: &JsValue,
        found: Option<library::Stated>,
        said: &JsValue,
    ) -> Result<Promise, JsError> {
        let mut found = found.unwrap_or_default();
        let reference = reference().map_err(|error| JsError::new(&error))?;
        self.joined = found.joined(reference);
        self.unread = library::notice(recalled, found);
        let reference = self.joined.as_deref().unwrap_or(reference);
        let Some(arrived) = &mut self.arrived else {
            return Err(JsError::new("The page has not come"));
        };
        let report = arrived.check(reference);
        let more = library::has_articles(recalled);
        Ok(self.told(report, self.styled, said, more))
    }

    /// Fetches the saved articles that share most with the page, by what was `recalled`; a promise of what
    /// [`Incoming::beside`] is handed. None where the page is none that others are held against.
    pub fn near(&self, recalled: &JsValue) -> Option<Promise> {
        let names = self.arrived.as_ref()?.as_reference()?.names.clone();
        let saved = library::has_saved(recalled);
        Some(promised(async move {
            let found = if saved {
                library::near(names).await
            } else {
                library::Near::default()
            };
            Ok(found.into())
        }))
    }

    /// Checks the page once more, beside the articles of the session among what was `recalled` and those that are `near`; a
    /// promise of the answer, or none where they say nothing of it. `checked` is what [`Incoming::check`] answered.
    ///
    /// # Errors
    /// When there is nothing to compare it with.
    pub fn beside(
        &mut self,
        recalled: &JsValue,
        mut near: library::Near,
        said: &JsValue,
        checked: &JsValue,
    ) -> Result<Option<Promise>, JsError> {
        let reference = reference().map_err(|error| JsError::new(&error))?;
        let reference = self.joined.as_deref().unwrap_or(reference);
        let mut before = library::of_session(recalled);
        near.add_to(&mut before);
        let Some(arrived) = &mut self.arrived else {
            return Ok(None);
        };
        let report = arrived.check_beside(reference, &before);
        let unread = near.notice();
        if report.is_none() && unread.is_empty() {
            return Ok(None);
        }
        let report = report.unwrap_or_else(|| arrived.check(reference));
        let addresses = report
            .beside
            .iter()
            .filter_map(|&of| report.sources.get(of));
        self.beside = addresses.map(|source| source.address.clone()).collect();
        if !unread.is_empty() {
            self.unread = unread;
        }
        let styled = js_sys::Reflect::get(checked, &"styled".into());
        let styled = read(styled.unwrap_or(JsValue::NULL)).unwrap_or(self.styled);
        Ok(Some(self.told(report, styled, said, false)))
    }

    /// A promise of the answer that a report is, in words, with the labels honoured that were `said`; `styled` is what the
    /// document has for a sheet.
    fn told(
        &self,
        report: Report,
        styled: Option<Appearance>,
        said: &JsValue,
        more: bool,
    ) -> Promise {
        let chosen = appearance();
        let language = self.language;
        let mut report = labels::honoured(said, report, |report| crate::in_words(language, report));
        if !self.unread.is_empty() {
            let space = if report.notice.is_empty() { "" } else { " " };
            report.notice.extend([space, self.unread.as_str()]);
        }
        let (tab, ours) = (self.tab, self.ours);
        // The browser gives pages of extensions no sheets of anybody.
        let styled = if ours {
            Some(Appearance::default())
        } else {
            styled
        };
        let chosen = async move {
            if ours {
                Ok(Appearance::default())
            } else {
                chosen.await
            }
        };
        told(show(tab, report, styled, chosen, more))
    }
}

#[wasm_bindgen]
impl Incoming {
    /// The answer is on its way: keeps the article as a reference for the next ones, until the browser closes. Where it
    /// says something new, those on the same story that are open are told.
    pub fn keep(&mut self) -> Promise {
        let arrived = self.arrived.take();
        let article = arrived
            .filter(|_| !self.private && !self.ours && !self.selected)
            .and_then(Arrived::into_reference);
        let (tab, beside) = (self.tab, std::mem::take(&mut self.beside));
        promised(async move {
            if let Some(article) = article
                && session::keep(&article.address, &article, tab).await?
            {
                story::tell_of_new(&beside, tab).await?;
            }
            Ok(JsValue::UNDEFINED)
        })
    }
}

/// What was read and saved before, for [`Incoming::find`] and [`Incoming::check`]; `early` is what `early.js` has read of
/// it, or undefined.
#[wasm_bindgen]
pub fn recall(early: JsValue) -> Promise {
    promised(library::recall(early))
}

/// What the reader has said of the page of `sender`, which opened a port, as it is kept.
#[wasm_bindgen(js_name = recallWords)]
pub fn recall_words(sender: JsValue) -> Promise {
    promised(async move {
        let sender: Sender = read(sender)?;
        let words = labels::recall(&sender.address()).await;
        words.map(JsValue::from)
    })
}

/// Reads a part without the detour that choosing among several forms takes: parts are large.
fn read_part(part: JsValue) -> Answer<PagePart> {
    #[derive(Deserialize)]
    struct Blocks {
        #[serde(with = "serde_wasm_bindgen::preserve")]
        text: JsValue,
        runs: Vec<Run>,
    }
    let is_last = js_sys::Reflect::has(&part, &"page".into()).unwrap_or(false);
    if is_last {
        Ok(PagePart::Last(read(part)?))
    } else {
        let Blocks { text, runs } = read(part)?;
        let text = long_text(text)?;
        Ok(PagePart::Blocks { text, runs })
    }
}

/// What the page needs to show a report. The toolbar hears from the page when it shows it: a page that was left
/// meanwhile has no say in what stands in its tab.
async fn show(
    tab: i32,
    report: Account,
    styled: Option<Appearance>,
    chosen: impl Future<Output = Answer<Appearance>>,
    more: bool,
) -> Answer<Checked> {
    let styled = if report.findings.is_empty() {
        styled
    } else {
        Some(style::apply(tab, styled, chosen).await?)
    };
    Ok(Checked {
        report,
        styled,
        more,
    })
}
