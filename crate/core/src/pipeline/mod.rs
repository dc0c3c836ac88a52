//! The whole way: page in, report out.

mod arriving;
mod found;

use crate::align::{self, Claim, Kept};
use crate::article::Article;
use crate::calendar::Period;
use crate::check::{self, Others, Sources, judge};
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
    let kept = OnceCell::new();
    let mut checking = Checking::of((page, &kept), reference);
    checking.beside(texts);
    checking.report(Vec::new())
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

/// A page on its way to a report.
struct Checking<'a> {
    page: &'a Page,
    /// The page as a reference, once it was read as one.
    kept: &'a OnceCell<Option<Kept>>,
    article: Article<'a>,
    reference: &'a Reference,
    /// What other articles say beside its figures.
    others: Others,
    /// Those who say it.
    sources: Sources,
}

impl<'a> Checking<'a> {
    fn of((page, kept): (&'a Page, &'a OnceCell<Option<Kept>>), reference: &'a Reference) -> Self {
        Self {
            article: Article::of(reference.language, page),
            page,
            kept,
            reference,
            others: Others::default(),
            sources: Sources::default(),
        }
    }

    /// Holds the figures of the article against other articles; where there are any that are near, it is read as they
    /// are, if it was not before. Says whether they say anything.
    fn beside(&mut self, texts: &[ReferenceText]) -> bool {
        let (page, article, sources) = (self.page, &self.article, &mut self.sources);
        if article.foreign.is_none() {
            let kept = || {
                let kept = || Kept::of(article, &page.url);
                self.kept.get_or_init(kept).as_ref()
            };
            let place = |source| sources.place_other(source);
            self.others = check::beside(&page.url, article, (texts, kept), place);
        }
        !self.others.figures.is_empty() || !self.others.texts.is_empty()
    }

    /// What is found; `skimmed` is what was read of its blocks before.
    fn report(self, skimmed: Vec<Option<Skim>>) -> Report {
        let (article, reference) = (&self.article, self.reference);
        let mut report = Report {
            covers: reference.set.covers.clone(),
            ..empty(article)
        };
        if article.foreign.is_some() {
            return report;
        }
        let skims = skims(article, skimmed);
        let mut found = Found::new(article);
        found.beside(self.others, self.sources);
        found.inside(&skims);
        let mut claimed = Vec::new();
        // A long page has tens of thousands of figures, and most are only counted: kept are those with a cell.
        align::claims_skimmed(article, skims, reference, |told| {
            let claim = match told {
                Ok(claim) if claim.cell.is_some() => return claimed.push(claim),
                told => told,
            };
            let (block, figure) = match &claim {
                Ok(claim) => (claim.block, &claim.quantity),
                Err(figure) => *figure,
            };
            report.summary.read += 1;
            found.pass(Why::NoSource, block, figure);
        });
        report.summary.read += claimed.len();
        let itself = check::source_itself(self.page, article, &claimed, reference);
        let others = itself.map(|source| reference.without(source));
        let judging = others.as_ref().unwrap_or(reference);
        for claim in &claimed {
            match judge(claim, judging, article.published) {
                Ok(judgement) => found.add(claim, &judgement, judging),
                Err(Why::NoSource) if others.is_some() && judge_all(claim, reference, article) => {
                    found.pass(Why::OnlyHere, claim.block, &claim.quantity);
                }
                Err(why) => found.pass(why, claim.block, &claim.quantity),
            }
        }
        report.itself = itself.map(|source| found.sources.place(reference, source));
        found.add_beside();
        found.into_report(report, self.page)
    }
}

/// Whether the whole of the reference says anything of a claim.
fn judge_all(claim: &Claim, reference: &Reference, article: &Article<'_>) -> bool {
    judge(claim, reference, article.published).is_ok()
}
