//! The whole way: page in, report out.

use crate::align::{self, Claim};
use crate::article::{self, Article};
use crate::calendar::Period;
use crate::check::{Judgement, judge};
use crate::explain::explain;
use crate::page::{Block, Page};
use crate::reading::Skim;
use crate::reference::Reference;
use crate::report::{Finding, Level, Report, Summary};
use crate::text::Utf16;

/// Reads the article of `page` and compares its figures with `reference`.
pub fn check(page: &Page, reference: &Reference) -> Report {
    check_skimmed(page, Vec::new(), reference)
}

/// A page that comes part by part. Most of the work is to read the figures, and that is done as they come.
#[derive(Debug, Default)]
pub struct Arriving {
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

    /// Counts what has come; nothing is kept of a page that is too long.
    fn count(&mut self, blocks: &[Block], besides: usize) -> Result<(), TooLong> {
        self.bytes = blocks
            .iter()
            .map(|block| block.text.len())
            .fold(self.bytes.saturating_add(besides), usize::saturating_add);
        if self.bytes > Self::MOST_BYTES || self.blocks.len() + blocks.len() > Self::MOST_BLOCKS {
            *self = Self {
                bytes: usize::MAX,
                ..Self::default()
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
            article::may_hold(block).then(|| Skim::of(&block.text))
        });
        self.skims.extend(skims);
        self.blocks.append(&mut blocks);
        Ok(())
    }

    /// The rest has come: `page` with the blocks that come last. The same as [`check`] of the whole page.
    ///
    /// # Errors
    /// When the page is longer than any that is read.
    pub fn check(mut self, mut page: Page, reference: &Reference) -> Result<Report, TooLong> {
        let dates = page
            .dates
            .iter()
            .map(|date| date.value.len())
            .sum::<usize>();
        let data = page.data.iter().map(String::len).sum::<usize>();
        let besides = page.url.len() + page.title.len() + page.language.len() + dates + data;
        self.count(&page.blocks, besides)?;
        self.blocks.append(&mut page.blocks);
        page.blocks = self.blocks;
        Ok(check_skimmed(&page, self.skims, reference))
    }
}

fn check_skimmed(page: &Page, skims: Vec<Option<Skim>>, reference: &Reference) -> Report {
    let article = Article::of(page);
    let mut summary = Summary::default();
    let mut findings = Vec::new();
    // Claims come in reading order, so one pass over each block turns its offsets.
    let mut units: Option<(usize, Utf16<'_>)> = None;
    let published = article.published.map(|d| Period::day(d).label());
    if let Some(language) = article.foreign {
        return Report {
            published: published.unwrap_or_default(),
            foreign: language.to_owned(),
            covers: reference.set.covers.clone(),
            ..Report::default()
        };
    }
    align::claims_skimmed(&article, skims, reference, |claim| {
        summary.read += 1;
        let Some(judgement) = judge(&claim, reference, article.published) else {
            summary.not_covered += 1;
            return;
        };
        match judgement.level {
            Level::Warn => summary.warned += 1,
            Level::Mark => summary.marked += 1,
            Level::None => summary.supported += 1,
        }
        let units = match &mut units {
            Some((block, units)) if *block == claim.block => units,
            other => {
                &mut other
                    .insert((claim.block, Utf16::new(article.blocks[claim.block].text)))
                    .1
            }
        };
        findings.push(finding(&claim, &judgement, &article, reference, units));
    });
    Report {
        summary,
        published: published.unwrap_or_default(),
        foreign: String::new(),
        findings,
        covers: reference.set.covers.clone(),
    }
}

fn finding(
    claim: &Claim,
    judgement: &Judgement<'_>,
    article: &Article<'_>,
    reference: &Reference,
    units: &mut Utf16<'_>,
) -> Finding {
    let block = &article.blocks[claim.block];
    let (start, end) = (units.at(claim.quantity.start), units.at(claim.quantity.end));
    let words = explain(claim, judgement, reference, block.text, article.published);
    Finding {
        block: block.index,
        start,
        end,
        quote: block
            .text
            .get(claim.quantity.start..claim.quantity.end)
            .unwrap_or("")
            .to_owned(),
        verdict: judgement.verdict,
        level: judgement.level,
        label: words.label,
        claim: words.claim,
        explanation: words.explanation,
        evidence: words.evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::{Arriving, TooLong};
    use crate::page::{Block, Page};
    use crate::reference::Reference;

    fn block(length: usize) -> Block {
        Block {
            text: "x".repeat(length),
            ..Block::default()
        }
    }

    #[test]
    fn a_page_that_is_too_long_is_refused_whichever_way_it_comes() {
        let reference = Reference::default();
        let long = Arriving::MOST_BYTES;
        let mut by_bytes = Arriving::default();
        assert_eq!(by_bytes.add(vec![block(long)]), Ok(()));
        assert_eq!(by_bytes.add(vec![block(1)]), Err(TooLong));
        assert_eq!(by_bytes.add(vec![block(1)]), Err(TooLong), "and stays so");
        let mut by_blocks = Arriving::default();
        let all = vec![Block::default(); Arriving::MOST_BLOCKS];
        assert_eq!(by_blocks.add(all), Ok(()));
        assert_eq!(by_blocks.add(vec![block(1)]), Err(TooLong));
        let at_once = Page {
            title: "x".repeat(long + 1),
            ..Page::default()
        };
        let report = Arriving::default().check(at_once, &reference);
        assert_eq!(report, Err(TooLong));
    }
}
