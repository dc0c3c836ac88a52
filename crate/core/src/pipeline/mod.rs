//! The whole way: page in, report out.

mod arriving;
mod found;

use crate::align::{self, Claim, Kept};
use crate::article::Article;
use crate::calendar::Period;
use crate::check::{self, judge};
use crate::language::Language;
use crate::page::Page;
use crate::reading::Skim;
use crate::reference::{Reference, ReferenceText};
use crate::report::{Report, Why};
pub use arriving::{Arrived, Arriving, TooLong};
use found::Found;
use std::cell::OnceCell;

/// Reads the article of `page` and compares its figures with `reference`.
pub fn check(page: &Page, reference: &Reference) -> Report {
    check_beside(page, reference, &[])
}

/// The same, and compares them with other articles that tell of the same.
pub fn check_beside(page: &Page, reference: &Reference, texts: &[ReferenceText]) -> Report {
    check_skimmed((page, &OnceCell::new()), Vec::new(), reference, texts)
}

/// Holds the figures of the article of `page` against one another, and against no reference.
pub fn check_inside(language: Language, page: &Page) -> Report {
    let article = Article::of(language, page);
    let mut report = empty(&article);
    if article.foreign.is_some() {
        return report;
    }
    let skims = skims(&article, Vec::new());
    report.summary.read = skims
        .iter()
        .flatten()
        .map(|skim| skim.quantities.len())
        .sum();
    let mut found = Found::new(&article);
    found.inside(&skims);
    found.into_report(report, page)
}

/// A report of which only is known what the article is.
fn empty(article: &Article<'_>) -> Report {
    Report {
        published: (article.published).map_or_else(String::new, |d| Period::day(d).label()),
        foreign: article.foreign.unwrap_or("").to_owned(),
        ..Report::default()
    }
}

/// What is read of each block of the article, by its index in the page, without the rest; what came first was
/// skimmed before.
fn skims(article: &Article<'_>, mut skims: Vec<Option<Skim>>) -> Vec<Option<Skim>> {
    let blocks = article.blocks.iter().map(|block| block.index + 1).max();
    if let Some(blocks) = blocks.filter(|blocks| *blocks > skims.len()) {
        skims.resize_with(blocks, || None);
    }
    for block in &article.blocks {
        let skim = &mut skims[block.index];
        // Where a page is written for is known when all of it is there.
        if skim.is_none() || article.locale.matters_to(block.text) {
            *skim = Some(Skim::of(article.language, article.locale, block.text));
        }
    }
    skims
}

/// `kept` is the page as a reference, once it was read as one; where there are articles to hold it against, it is.
fn check_skimmed(
    (page, kept): (&Page, &OnceCell<Option<Kept>>),
    skimmed: Vec<Option<Skim>>,
    reference: &Reference,
    texts: &[ReferenceText],
) -> Report {
    let article = Article::of(reference.language, page);
    let mut report = Report {
        covers: reference.set.covers.clone(),
        ..empty(&article)
    };
    if article.foreign.is_some() {
        return report;
    }
    let skims = skims(&article, skimmed);
    let mut found = Found::new(&article);
    found.inside(&skims);
    let kept = || kept.get_or_init(|| Kept::of(&article, &page.url)).as_ref();
    found.beside(&page.url, texts, kept);
    let mut claimed = Vec::new();
    // A long page has tens of thousands of figures, and most are only counted: kept are those with a cell.
    align::claims_skimmed(&article, skims, reference, |claim| {
        if claim.cell.is_some() {
            claimed.push(claim);
        } else {
            report.summary.read += 1;
            found.pass(Why::NoSource, &claim);
        }
    });
    report.summary.read += claimed.len();
    let itself = check::source_itself(page, &article, &claimed, reference);
    let others = itself.map(|source| reference.without(source));
    let judging = others.as_ref().unwrap_or(reference);
    for claim in &claimed {
        match judge(claim, judging, article.published) {
            Ok(judgement) => found.add(claim, &judgement, judging),
            Err(Why::NoSource) if others.is_some() && judge_all(claim, reference, &article) => {
                found.pass(Why::OnlyHere, claim);
            }
            Err(why) => found.pass(why, claim),
        }
    }
    report.itself = itself.map(|source| found.sources.place(reference, source));
    found.add_beside();
    found.into_report(report, page)
}

/// Whether the whole of the reference says anything of a claim.
fn judge_all(claim: &Claim, reference: &Reference, article: &Article<'_>) -> bool {
    judge(claim, reference, article.published).is_ok()
}
