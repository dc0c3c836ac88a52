//! A page that comes part by part: what can be read of it is read while the rest is on its way.

use super::Checking;
use crate::align::Kept;
use crate::article::{self, Article};
use crate::language::Language;
use crate::locale::Locale;
use crate::page::{Block, Page};
use crate::reading::Skim;
use crate::reference::{Reference, ReferenceText};
use crate::report::Report;
use std::cell::OnceCell;

/// A page that comes part by part. Most of the work is to read the figures, and that is done as they come.
#[derive(Debug)]
pub struct Arriving {
    language: Language,
    blocks: Vec<Block>,
    skims: Vec<Option<Skim>>,
    bytes: usize,
}

/// A page is longer than any that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong;

impl std::fmt::Display for TooLong {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("This page is longer than Plumbline reads.")
    }
}

impl std::error::Error for TooLong {}

impl Arriving {
    /// The most of a page that is taken, in bytes. Who sends it keeps to five million characters, and no character
    /// takes more than three bytes for each unit that it is counted as there.
    pub const MOST_BYTES: usize = 16_000_000;

    /// The most blocks of a page that are taken.
    pub const MOST_BLOCKS: usize = 260_000;

    /// A page in that language, of which nothing has come.
    pub fn new(language: Language) -> Self {
        Self {
            language,
            blocks: Vec::new(),
            skims: Vec::new(),
            bytes: 0,
        }
    }

    /// Counts what has come; nothing is kept of a page that is too long.
    fn count(&mut self, blocks: &[Block], besides: usize) -> Result<(), TooLong> {
        self.bytes = blocks
            .iter()
            .map(|block| block.text.len())
            .fold(self.bytes.saturating_add(besides), usize::saturating_add);
        if self.bytes > Self::MOST_BYTES || self.blocks.len() + blocks.len() > Self::MOST_BLOCKS {
            *self = Self {
                bytes: usize::MAX,
                ..Self::new(self.language)
            };
            return Err(TooLong);
        }
        Ok(())
    }

    /// The next blocks have come.
    ///
    /// # Errors
    /// When the page is longer than any that is read; so is then all that comes after.
    pub fn add(&mut self, mut blocks: Vec<Block>) -> Result<(), TooLong> {
        self.count(&blocks, 0)?;
        let skims = blocks.iter().map(|block| {
            // Where the article is will be known at the end; what it never holds is known now.
            article::may_hold(block)
                .then(|| Skim::of(self.language, Locale::default(), &block.text))
        });
        self.skims.extend(skims);
        self.blocks.append(&mut blocks);
        Ok(())
    }

    /// The rest has come: `page` with the blocks that come last.
    ///
    /// # Errors
    /// When the page is longer than any that is read.
    pub fn whole(mut self, mut page: Page) -> Result<Arrived, TooLong> {
        let dates = page
            .dates
            .iter()
            .map(|date| date.value.len())
            .sum::<usize>();
        let data = page.data.iter().map(String::len).sum::<usize>();
        let about = page.url.len() + page.title.len() + page.language.len() + page.place.len();
        let besides = about + dates + data;
        self.count(&page.blocks, besides)?;
        self.blocks.append(&mut page.blocks);
        page.blocks = self.blocks;
        Ok(Arrived {
            language: self.language,
            page,
            skims: self.skims,
            kept: OnceCell::new(),
        })
    }
}

/// A page that has come as a whole.
#[derive(Debug)]
pub struct Arrived {
    language: Language,
    page: Page,
    skims: Vec<Option<Skim>>,
    /// The page as a reference, once that was asked for: it is read to look others up by its names, to be held against
    /// them, and to be kept.
    kept: OnceCell<Option<Kept>>,
}

impl Arrived {
    /// The texts of the page: its title, and its blocks.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let blocks = self.page.blocks.iter().map(|block| block.text.as_str());
        std::iter::once(self.page.title.as_str()).chain(blocks)
    }

    /// The page as a reference for others, where it is one.
    pub fn as_reference(&self) -> Option<&ReferenceText> {
        let read = || Kept::of(&Article::of(self.language, &self.page), &self.page.url);
        Some(&self.kept.get_or_init(read).as_ref()?.text)
    }

    /// The same, for who keeps it.
    pub fn into_reference(self) -> Option<ReferenceText> {
        self.as_reference();
        Some(self.kept.into_inner().flatten()?.text)
    }

    /// Reads the figures of the article, as far as that was not done while it came; what it is held against may be on its
    /// way meanwhile.
    pub fn read_figures(&mut self) {
        let article = Article::of(self.language, &self.page);
        if article.foreign.is_none() {
            self.skims = super::skims(&article, std::mem::take(&mut self.skims));
        }
    }

    /// The same as [`super::check`] of the whole page.
    pub fn check(&mut self, reference: &Reference) -> Report {
        let skims = std::mem::take(&mut self.skims);
        let mut checking = Checking::of((&self.page, &self.kept), reference);
        // What it tells itself of claims that were reviewed.
        checking.beside(&[]);
        checking.report(skims)
    }

    /// The same as [`super::check_beside`] of the whole page; none where nobody says anything beside it, so that it is what
    /// [`Arrived::check`] gave.
    pub fn check_beside(&self, reference: &Reference, texts: &[ReferenceText]) -> Option<Report> {
        let mut checking = Checking::of((&self.page, &self.kept), reference);
        checking.beside(texts).then(|| checking.report(Vec::new()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Arriving, TooLong};
    use crate::language::Language;
    use crate::page::{Block, Page};

    fn block(length: usize) -> Block {
        Block {
            text: "x".repeat(length),
            ..Block::default()
        }
    }

    #[test]
    fn a_page_that_is_too_long_is_refused_whichever_way_it_comes() {
        let language = Language::english();
        let long = Arriving::MOST_BYTES;
        let mut by_bytes = Arriving::new(language);
        assert_eq!(by_bytes.add(vec![block(long)]), Ok(()));
        assert_eq!(by_bytes.add(vec![block(1)]), Err(TooLong));
        assert_eq!(by_bytes.add(vec![block(1)]), Err(TooLong), "and stays so");
        let mut by_blocks = Arriving::new(language);
        let all = vec![Block::default(); Arriving::MOST_BLOCKS];
        assert_eq!(by_blocks.add(all), Ok(()));
        assert_eq!(by_blocks.add(vec![block(1)]), Err(TooLong));
        let at_once = Page {
            title: "x".repeat(long + 1),
            ..Page::default()
        };
        let arrived = Arriving::new(language).whole(at_once);
        assert!(arrived.is_err_and(|error| error == TooLong));
    }
}
