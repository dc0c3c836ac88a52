//! Every message between the parts of the extension, typed once.
//!
//! ```text
//! popup ──── Ask ───▶ background ── ToPage ─▶ content script
//! options ── Ask ───▶    │  ▲                      │
//!                        │  └── Ask, PagePart … ───┘
//!                        └─ engine: Page → Report → Account
//! ```
//!
//! Each [`Ask`] names its answer, and so does [`PagePart`]; where that is not to be had, the answer is
//! [`Outcome::Failed`]. The content script is JavaScript: `extension/protocol.d.ts` is written from
//! these types by the test `declarations`, so that both sides are checked against one definition.

mod appearance;
mod blocks;
mod failure;
mod flat;
mod library;

pub use appearance::{APPEARANCE_KEY, Appearance};
pub use failure::{Failure, Why};
pub use library::{
    BYTES_LINE, ComingSet, Exported, Imported, Library, LibrarySource, LibraryStatement, NotKept,
    SavedHead, SavedSet, Saving, SetLine, SetOpening, as_text, of_text,
};

pub use blocks::{Run, blocks};

use plumbline_core::page::Page;
use plumbline_core::report::Summary;
use plumbline_labels::Word;
use plumbline_words::{Account, Entry};
use serde::{Deserialize, Serialize};

/// Where it is kept (`storage.local`) whether articles that are checked become references for the next ones.
pub const REMEMBER_KEY: &str = "remember";

/// What the background is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Ask {
    /// The popup: check what a tab shows. Answered with an [`Outcome`].
    CheckTab {
        /// The browser's number of the tab.
        tab: i32,
    },
    /// The content script: the appearance was changed, give this document its new style sheet.
    /// Answered with a [`Styled`].
    Style {
        /// The appearance that the document's style sheet has already, if it has one.
        styled: Option<Appearance>,
    },
    /// The content script: show on the toolbar what is found on its page, which is there. Not answered.
    Badge {
        /// The counts.
        summary: Summary,
        /// Whether the page is in a language that is not read.
        foreign: bool,
        /// Whether that is other than was told before, without anybody having asked: an open popup, which hears of
        /// this too, then asks the page for its [`ToPage::Report`].
        changed: bool,
        /// The document that is told of, by a name that it has given itself.
        document: String,
    },
    /// The options page: what the reference set holds. Answered with a [`Library`].
    Library,
    /// The popup: save the article that a tab shows as a reference, in the place of what was saved of its address
    /// before. Answered with a [`Saving`].
    SaveArticle {
        /// The browser's number of the tab.
        tab: i32,
    },
    /// The popup: whether the article that a tab shows is saved. Answered with a [`Saving`].
    IsSaved {
        /// The browser's number of the tab.
        tab: i32,
    },
    /// Panel or options page: which articles are saved. Answered with a list of [`SavedHead`], the latest first.
    Shelf,
    /// Popup, panel or options page: delete saved articles. Answered with a [`Saving`].
    RemoveArticles {
        /// Their numbers in the library.
        numbers: Vec<u32>,
    },
    /// The options page: the next piece of what is saved, as lines of JSON or as a table. Answered with an [`Exported`].
    Export {
        /// From which article: 0, then what the answer before says.
        from: u32,
        /// Whether it is to be a table for spreadsheets, which is not for [`Ask::Import`].
        table: bool,
    },
    /// The options page: save the articles of such a file. Answered with an [`Imported`].
    Import {
        /// The next lines of it, each as a whole.
        lines: String,
        /// How many lines come before these.
        before: usize,
    },
    /// The options page: which sets are imported. Answered with a list of [`SavedSet`].
    Sets,
    /// The options page: begin to import a packed set, or go on with it. Answered with a [`ComingSet`].
    BeginSet {
        /// What its file is called.
        name: String,
        /// The beginning of the file, at least as much as its table, see [`as_text`].
        start: String,
    },
    /// The options page: take the parts of a set that come next. Answered with a [`ComingSet`].
    AddParts {
        /// The set.
        set: u32,
        /// The bytes of its file that were wanted, see [`as_text`].
        content: String,
    },
    /// The options page: the next lines of a set in the library's file. Answered with an [`Exported`].
    ExportSet {
        /// The set.
        set: u32,
        /// From which part: 0, then what the answer before says.
        from: u32,
    },
    /// The options page: compare pages with a set, or not. Answered with a list of [`SavedSet`].
    SwitchSet {
        /// The set.
        set: u32,
        /// Whether to.
        on: bool,
    },
    /// The options page: delete a set. Answered with a list of [`SavedSet`].
    RemoveSet {
        /// The set.
        set: u32,
    },
    /// A card, popup or panel: go to where another article says something, in its tab if it is open, else in a new one.
    /// Answered with a [`Shown`]: whether it was open.
    GoTo {
        /// The address of the passage.
        address: String,
        /// The sentence, or empty.
        passage: String,
    },
    /// The content script: what the reader says of a finding on its page. Answered with a [`Said`].
    Say {
        /// The word; none takes back what was said.
        word: Option<Word>,
        /// The finding, as it was told.
        finding: Box<Entry>,
        /// The title of the page.
        title: String,
    },
    /// The content script: a finding as it is taken along. Answered with a [`Copied`].
    Copy {
        /// The finding, as it was told.
        finding: Box<Entry>,
        /// The title of the page.
        title: String,
        /// As Markdown, or as plain text.
        markdown: bool,
    },
    /// The options page: all that the reader has said. Answered with a list of labels, as they are kept.
    Words,
    /// The options page: takes a word back. Answered with a [`Said`].
    TakeBack {
        /// The address that its label has.
        address: String,
        /// When it was said.
        said: String,
    },
    /// The options page: takes every word back. Answered with a [`Said`].
    TakeAllBack,
}

/// A part of a page to check. The content script opens a port for each page and sends it the parts in
/// order: while it reads on, the engine is at work on what has come. Only the last is answered, with a
/// [`Checked`] or two; a short page is its last part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum PagePart {
    /// The last part.
    Last(LastPart),
    /// One that others follow.
    Blocks {
        /// The texts of the next blocks of the page, one behind the other.
        text: String,
        /// What these blocks are.
        runs: Vec<Run>,
    },
}

/// The last part of a page to check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LastPart {
    /// The page, with those of its blocks that come last.
    pub page: Page,
    /// The appearance that the document's style sheet has already, if it has one.
    pub styled: Option<Appearance>,
    /// Whether this is only what the reader has selected of the page: it becomes no reference for others.
    pub selected: bool,
}

/// What a content script is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(
    tag = "tell",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ToPage {
    /// Scroll to a place of a finding and open its card. Answered with a [`Shown`].
    Show {
        /// The list that the popup shows.
        list: u32,
        /// Index in its [`Account::findings`]; the page may have been read again since.
        finding: usize,
        /// Which of its places, from 0; beyond the last it begins again.
        place: usize,
    },
    /// Go to the next or previous drawn finding and open its card. Answered with a [`Shown`].
    Step {
        /// Forward through the page, or back.
        forward: bool,
        /// Whether the page was just checked: then it says so when there is none.
        checked: bool,
    },
    /// Take away the marks until the page is checked on request again. Answered with a [`Shown`].
    Hide,
    /// The popup: what the reader says of a finding. Answered with a [`Said`].
    Word {
        /// The list that the popup shows.
        list: u32,
        /// Index in its [`Account::findings`].
        finding: usize,
        /// The word; none takes back what was said.
        word: Option<Word>,
    },
    /// What was found when the page was last read, which the popup lists from now on. Answered with an [`Outcome`];
    /// a page that was never read does not answer.
    Report,
    /// What the page says now, to be saved. Answered with a [`Page`], or an [`Outcome`] where it cannot be read.
    Read,
    /// Another article on the same story was read: what is found on the page is looked for anew. Answered with a
    /// [`Shown`].
    Anew {
        /// The address of the article that was read in this tab, which may have gone on since.
        address: String,
    },
    /// Scroll to a sentence, and open the card of a figure in it. Answered with a [`Shown`]: whether the tab shows that
    /// page.
    Passage {
        /// The address of the page.
        address: String,
        /// The sentence, or empty.
        passage: String,
    },
    /// Say something at the edge of the window. Answered with a [`Shown`].
    Say {
        /// What is said.
        text: String,
    },
    /// Whether the document still is the one that has this name, as it was told with [`Ask::Badge`]. Answered with a
    /// [`Shown`].
    Stands {
        /// The name that the document has given itself.
        document: String,
    },
    /// Sites were taken back: a page that was checked by itself and is on none of those left is not read any more.
    /// Answered with a [`Shown`].
    Granted {
        /// The sites that are left, as match patterns.
        origins: Vec<String>,
    },
}

/// What became of checking a tab.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(
    tag = "outcome",
    try_from = "flat::Outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Outcome {
    /// The page was read and checked.
    Checked {
        /// What was found.
        report: Box<Account>,
        /// Where nothing was compared, the address of a frame that takes up much of the window: the article may
        /// stand in that. Else empty.
        frame: String,
        /// Which of the page's lists of findings this is: the page is read again when it changes, and a click may
        /// come from the list before.
        list: u32,
        /// Whether only what the reader has selected was checked.
        selected: bool,
    },
    /// The browser does not let any extension read this.
    Untouchable {
        /// What it is instead of a web page.
        what: Untouchable,
    },
    /// Something went wrong.
    Failed(Failure),
}

/// What stands in a tab that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Untouchable {
    /// A page of the browser itself, or of an extension.
    BrowserPage,
    /// A site that the browser protects, such as its extension store.
    ProtectedSite,
    /// A PDF or another document that is not a web page.
    NotHtml,
    /// A file on this computer, for which the browser asks a separate consent.
    LocalFile,
    /// A page longer than any that is read.
    TooLong,
}

/// The background's answer to [`PagePart::Last`]: what is said of the page by itself and by reference sets. Where there
/// are articles that were read or saved before, there is `more`: a second answer, which is all with what they say too, or
/// `null` where they say nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Checked {
    /// What was found.
    pub report: Account,
    /// The appearance that the document's style sheet has now.
    pub styled: Option<Appearance>,
    /// Whether a second answer follows.
    pub more: bool,
}

/// The background's answer to [`Ask::Style`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Styled {
    /// The appearance that the document's style sheet has now.
    pub styled: Option<Appearance>,
}

/// The answer to a word of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Said {
    /// Whether it is kept, or taken back; of a private window nothing is kept.
    pub kept: bool,
}

/// The background's answer to [`Ask::Copy`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Copied {
    /// The finding in lines.
    pub text: String,
}

/// The content script's answer to [`ToPage`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    /// Whether a figure is shown: it still stands where it was found.
    pub shown: bool,
}
