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
}

impl Arriving {
    /// The next blocks have come.
    pub fn add(&mut self, mut blocks: Vec<Block>) {
        let skims = blocks.iter().map(|block| {
            // Where the article is will be known at the end; what it never holds is known now.
            article::may_hold(block).then(|| Skim::of(&block.text))
        });
        self.skims.extend(skims);
        self.blocks.append(&mut blocks);
    }

    /// The rest has come: `page` with the blocks that come last. The same as [`check`] of the whole page.
    pub fn check(mut self, mut page: Page, reference: &Reference) -> Report {
        self.blocks.append(&mut page.blocks);
        page.blocks = self.blocks;
        check_skimmed(&page, self.skims, reference)
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
