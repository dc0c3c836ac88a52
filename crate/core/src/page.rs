//! What a reader (the content script, the command line's HTML reader) hands to the engine.

use serde::{Deserialize, Serialize};

/// One page as blocks of text, in document order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct Page {
    /// The page's address; its path may carry the date.
    pub url: String,
    /// The document's title.
    pub title: String,
    /// The language the document declares (`en`, `en-GB`), or empty.
    pub language: String,
    /// The language and the place that the page tells those who share it (`og:locale`: `en_CA`), or empty.
    pub place: String,
    /// Every date the page states about itself, as written; those of one kind in their order.
    pub dates: Vec<StatedDate>,
    /// The texts of its scripts of structured data (JSON-LD), as written, damaged or not.
    pub data: Vec<String>,
    /// The text, block by block.
    pub blocks: Vec<Block>,
}

/// A date that a page states about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StatedDate {
    /// Where it stood.
    pub from: DateSource,
    /// The date as written.
    pub value: String,
    /// For a [`DateSource::Time`], the index of the block it stands in or before; left out elsewhere.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(as = "Option<usize>", optional))]
    pub block: usize,
}

impl StatedDate {
    /// A date that stands in no block.
    pub fn new(from: DateSource, value: impl Into<String>) -> Self {
        Self {
            from,
            value: value.into(),
            block: 0,
        }
    }
}

/// Where a page states its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum DateSource {
    /// Given by the caller: it wins over whatever the page says.
    Given,
    /// A `meta` element such as `article:published_time`.
    Meta,
    /// A `meta` element such as `article:modified_time`.
    Modified,
    /// A `time` element with `datetime`.
    Time,
}

/// A run of text that stands on its own: a paragraph, a heading, a table cell. What is as most blocks
/// have it may be left out: the message of a long page is a quarter faster for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct Block {
    /// What kind of element it is; left out for a paragraph.
    #[cfg_attr(feature = "types", ts(as = "Option<Role>", optional))]
    pub role: Role,
    /// The landmark it stands in.
    pub zone: Zone,
    /// The text, as its text nodes hold it, unit by unit: a line break is `\n` where readers see one, and a space
    /// where they do not.
    pub text: String,
    /// How many UTF-16 code units of the text are inside links; left out for none.
    #[cfg_attr(feature = "types", ts(as = "Option<usize>", optional))]
    pub linked: usize,
    /// For a cell, the row it belongs to, counted through the page; left out elsewhere.
    #[cfg_attr(feature = "types", ts(as = "Option<usize>", optional))]
    pub row: usize,
}

impl Block {
    /// How many UTF-16 code units of the text are not inside links.
    pub fn unlinked(&self) -> usize {
        self.units().saturating_sub(self.linked)
    }

    /// Whether more than four fifths of the text are inside links: such a block leads elsewhere, be it an item of
    /// a menu or the whole of a teaser.
    pub fn is_mostly_link(&self) -> bool {
        self.linked > 0 && self.linked * 5 > self.units() * 4
    }

    fn units(&self) -> usize {
        // A character is a unit, and two where its first byte says that it takes four.
        let units = |byte| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0);
        self.text.bytes().map(units).sum()
    }
}

/// The kind of element a block is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// The headline (`h1`).
    Headline,
    /// Another heading (`h2` … `h6`).
    Heading,
    /// A paragraph, or text directly in a container.
    #[default]
    Paragraph,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// A caption of a figure or table.
    Caption,
    /// A block quotation.
    Quote,
    /// Preformatted text or code.
    Code,
}

/// The landmark a block stands in; the innermost that says something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Zone {
    /// An `article` element, or what the page marks as the article body.
    Article,
    /// A `main` element.
    Main,
    /// Anywhere else in the body.
    #[default]
    Body,
    /// `header`, outside an article.
    Header,
    /// `footer`.
    Footer,
    /// `nav`.
    Navigation,
    /// `aside`.
    Aside,
    /// Comments, forms, dialogs, adverts: never the article.
    Other,
}
