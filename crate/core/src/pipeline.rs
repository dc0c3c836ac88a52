//! The whole way: page in, report out.

use crate::align::{self, Claim};
use crate::article::{self, Article};
use crate::calendar::Period;
use crate::check::inside::{self, Conflict};
use crate::check::{self, Beside, Judgement, Sources, judge};
use crate::figures::{Decimal, Modifier, Unit};
use crate::language::Language;
use crate::locale::Locale;
use crate::page::{Block, Page};
use crate::reading::Skim;
use crate::reference::{Cell, Reference, ReferenceText};
use crate::report::{
    AtOdds, Evidence, Finding, Level, MOST_FINDINGS, MOST_PASSED, MOST_PLACES, Passed, Place,
    Reason, Report, Summary, Verdict, Why,
};
use crate::text::Utf16;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

/// Reads the article of `page` and compares its figures with `reference`.
pub fn check(page: &Page, reference: &Reference) -> Report {
    check_skimmed(page, Vec::new(), reference, &[])
}

/// The same, and compares them with other articles that tell of the same.
pub fn check_beside(page: &Page, reference: &Reference, texts: &[ReferenceText]) -> Report {
    check_skimmed(page, Vec::new(), reference, texts)
}

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
        })
    }
}

/// A page that has come as a whole.
#[derive(Debug)]
pub struct Arrived {
    language: Language,
    page: Page,
    skims: Vec<Option<Skim>>,
}

impl Arrived {
    /// The page as a reference for others, where it is one.
    pub fn as_reference(&self) -> Option<ReferenceText> {
        ReferenceText::of(self.language, &self.page)
    }

    /// The same as [`check_beside`] of the whole page.
    pub fn check(&mut self, reference: &Reference, texts: &[ReferenceText]) -> Report {
        let skims = std::mem::take(&mut self.skims);
        check_skimmed(&self.page, skims, reference, texts)
    }
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
    found.into_report(report)
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

fn check_skimmed(
    page: &Page,
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
    found.beside(&page.url, texts);
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
    found.into_report(report)
}

/// Whether the whole of the reference says anything of a claim.
fn judge_all(claim: &Claim, reference: &Reference, article: &Article<'_>) -> bool {
    judge(claim, reference, article.published).is_ok()
}

/// What is found on a page, one error once.
struct Found<'a> {
    article: &'a Article<'a>,
    units: BlockUnits<'a>,
    findings: Vec<Finding>,
    /// Which finding figures are of that say the same of the same.
    known: FxHashMap<Key, Option<usize>>,
    /// Which finding a conflict is, by its tie and its figures as written.
    odds: FxHashMap<String, usize>,
    passed: BTreeMap<Why, Passed>,
    sources: Sources,
    summary: Summary,
    more: usize,
    /// How many places the findings have.
    drawn: usize,
    /// What other articles say beside figures of this one, by where those stand.
    beside: BTreeMap<(usize, usize), Beside>,
    /// The other articles that tell of the same, as places in the report.
    texts: Vec<usize>,
}

/// What two figures have in common that are one finding.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Key {
    cell: Cell,
    value: (Decimal, Decimal, Modifier),
    unit: String,
    level: Level,
    best: usize,
    agreeing: Vec<usize>,
}

impl Key {
    fn of(claim: &Claim, judgement: &Judgement<'_>) -> Self {
        let quantity = &claim.quantity;
        let agreeing = judgement.stated.iter().filter(|(_, agrees)| *agrees);
        Self {
            cell: judgement.cell,
            value: (quantity.low, quantity.high, quantity.modifier),
            unit: match &quantity.unit {
                Unit::Currency(code) => code.clone().into_owned(),
                Unit::Named(name) => name.clone(),
                Unit::None | Unit::Noun(_) => String::new(),
            },
            level: judgement.level,
            best: judgement.best.index,
            agreeing: agreeing.map(|(s, _)| s.index).collect(),
        }
    }
}

impl<'a> Found<'a> {
    fn new(article: &'a Article<'a>) -> Self {
        Self {
            article,
            units: BlockUnits::default(),
            findings: Vec::new(),
            known: FxHashMap::default(),
            odds: FxHashMap::default(),
            passed: BTreeMap::new(),
            sources: Sources::default(),
            summary: Summary::default(),
            more: 0,
            drawn: 0,
            beside: BTreeMap::new(),
            texts: Vec::new(),
        }
    }

    /// Holds the figures of the article against other articles; a reference set, where it speaks, comes first.
    fn beside(&mut self, url: &str, texts: &[ReferenceText]) {
        let sources = &mut self.sources;
        let beside = check::beside(url, self.article, texts, |source| {
            sources.place_other(source)
        });
        self.texts = beside.texts;
        self.beside = (beside.figures.into_iter())
            .map(|beside| ((beside.block, beside.quantity.start), beside))
            .collect();
    }

    /// Adds what other articles say of figures on which the reference set has nothing to say.
    fn add_beside(&mut self) {
        let mut known: FxHashMap<String, usize> = FxHashMap::default();
        for beside in std::mem::take(&mut self.beside).into_values() {
            let place = self.place_of(&inside::Place {
                block: beside.block,
                start: beside.quantity.start,
                end: beside.quantity.end,
            });
            let key = beside.key();
            if let Some(index) = known.get(&key) {
                let finding = &mut self.findings[*index];
                finding.times += 1;
                finding.places.push(place);
                continue;
            }
            match beside.level {
                Level::Warn => self.summary.warned += 1,
                Level::Mark => self.summary.marked += 1,
                Level::None => self.summary.supported += 1,
            }
            if self.findings.len() >= MOST_FINDINGS {
                self.more += 1;
                continue;
            }
            known.insert(key, self.findings.len());
            self.findings.push(Finding {
                places: vec![place],
                times: 1,
                verdict: beside.verdict,
                level: beside.level,
                about: String::new(),
                reason: Reason::Sources(Box::new(beside.weighed)),
                evidence: beside.evidence.into_iter().map(Evidence::Source).collect(),
            });
        }
        // Conflicts within the article come first, as they were found.
        self.findings.sort_by_key(|finding| {
            let first = finding.places.first();
            let inside = finding.verdict == Verdict::AtOdds;
            (!inside).then(|| first.map(|place| (place.block, place.start)))
        });
    }

    /// Holds the figures of the article against one another.
    fn inside(&mut self, skims: &[Option<Skim>]) {
        let reads = self.article.blocks.iter().map(|block| {
            let skim = skims.get(block.index).and_then(Option::as_ref);
            skim.map_or_else(inside::Read::default, inside::Read::of)
        });
        let reads: Vec<inside::Read<'_>> = reads.collect();
        let inside = inside::check(self.article, &reads);
        self.summary.checked = inside.checked;
        for conflict in inside.conflicts {
            self.add_conflict(conflict);
        }
    }

    fn add_conflict(&mut self, conflict: Conflict) {
        let level = conflict.level();
        if self.is_told_again(&conflict) {
            return;
        }
        match level {
            Level::Warn => self.summary.warned += 1,
            _ => self.summary.marked += 1,
        }
        if self.findings.len() >= MOST_FINDINGS || self.drawn >= MOST_PLACES {
            self.more += 1;
            return;
        }
        let places = conflict.places.iter().map(|place| self.place_of(place));
        let places: Vec<Place> = places.collect();
        let seen = conflict.seen.as_ref().map(|place| self.place_of(place));
        // Places are told in reading order; the tie has another.
        let mut reading: Vec<usize> = (0..places.len()).collect();
        crate::order::by_key(&mut reading, |&at| (places[at].block, places[at].start));
        let mut order = vec![0; places.len()];
        for (at, &place) in reading.iter().enumerate() {
            order[place] = at;
        }
        self.drawn += places.len();
        self.findings.push(Finding {
            places: reading.iter().map(|&at| places[at].clone()).collect(),
            times: 1,
            verdict: Verdict::AtOdds,
            level,
            about: String::new(),
            reason: Reason::Article(Box::new(AtOdds {
                tie: conflict.tie,
                order,
                gives: conflict.gives,
                up_to: conflict.up_to,
                unit: conflict.unit,
                way: conflict.way,
                year: conflict.year,
                seen: seen.map_or_else(String::new, |place| place.quote),
                slip: conflict.slip,
                by_last_digit: conflict.nearly && conflict.year.is_none(),
            })),
            evidence: Vec::new(),
        });
    }

    /// Whether the article has told the very conflict before, in the same figures; then it is the same finding in more
    /// places.
    fn is_told_again(&mut self, conflict: &Conflict) -> bool {
        let places = conflict.places.iter().map(|place| self.place_of(place));
        let mut places: Vec<Place> = places.collect();
        let mut key = format!("{:?} {:?}", conflict.tie, conflict.level());
        for place in &places {
            key.push('\n');
            key.push_str(&place.quote);
        }
        let next = self.findings.len();
        let known = match self.odds.entry(key) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(free) => {
                free.insert(next);
                return false;
            }
        };
        let Some(known) = self.findings.get_mut(known) else {
            return false;
        };
        let at = |place: &Place| (place.block, place.start);
        places.sort_by_key(at);
        // Places are in reading order; what lies among those of the other is told apart.
        let later = places.first().map(at) > known.places.last().map(at);
        if later && self.drawn < MOST_PLACES {
            self.drawn += places.len();
            known.times += 1;
            known.places.append(&mut places);
        }
        later
    }

    fn place(&mut self, claim: &Claim) -> Place {
        self.place_of(&inside::Place {
            block: claim.block,
            start: claim.quantity.start,
            end: claim.quantity.end,
        })
    }

    fn place_of(&mut self, place: &inside::Place) -> Place {
        let block = &self.article.blocks[place.block];
        let (start, end) = (place.start, place.end);
        let units = self.units.of(place.block, block.text);
        Place {
            block: block.index,
            start: units.at(start),
            end: units.at(end),
            quote: block.text.get(start..end).unwrap_or("").to_owned(),
        }
    }

    fn pass(&mut self, why: Why, claim: &Claim) {
        let other = (claim.block, claim.quantity.start);
        if self.beside.contains_key(&other) {
            return;
        }
        self.summary.not_covered += 1;
        let passed = self.passed.entry(why).or_insert_with(|| Passed {
            why,
            count: 0,
            places: Vec::new(),
        });
        passed.count += 1;
        if passed.places.len() < MOST_PASSED {
            let place = self.place(claim);
            if let Some(passed) = self.passed.get_mut(&why) {
                passed.places.push(place);
            }
        }
    }

    fn add(&mut self, claim: &Claim, judgement: &Judgement<'_>, reference: &Reference) {
        self.beside.remove(&(claim.block, claim.quantity.start));
        let key = Key::of(claim, judgement);
        if let Some(known) = self.known.get(&key) {
            let Some(index) = *known else { return };
            self.findings[index].times += 1;
            if self.drawn < MOST_PLACES {
                self.drawn += 1;
                let place = self.place(claim);
                self.findings[index].places.push(place);
            }
            return;
        }
        match judgement.level {
            Level::Warn => self.summary.warned += 1,
            Level::Mark => self.summary.marked += 1,
            Level::None => self.summary.supported += 1,
        }
        let room = self.findings.len() < MOST_FINDINGS;
        self.known.insert(key, room.then_some(self.findings.len()));
        if !room {
            self.more += 1;
            return;
        }
        let quantity = &claim.quantity;
        let page = self.article.blocks[claim.block]
            .text
            .get(quantity.outer_start..quantity.outer_end)
            .unwrap_or("")
            .trim();
        let evidence = check::evidence(quantity, judgement, reference, &mut self.sources);
        let finding = Finding {
            places: vec![self.place(claim)],
            times: 1,
            verdict: judgement.verdict,
            level: judgement.level,
            about: reference.name_of(judgement.cell),
            reason: Reason::Sources(Box::new(check::weighed(
                quantity, page, judgement, reference,
            ))),
            evidence,
        };
        self.findings.push(finding);
    }

    fn into_report(self, mut report: Report) -> Report {
        report.summary = Summary {
            read: report.summary.read,
            ..self.summary
        };
        report.beside = self.texts;
        report.findings = self.findings;
        report.more = self.more;
        report.passed = self.passed.into_values().collect();
        for passed in &mut report.passed {
            // Those with a cell come after the others.
            crate::order::by_key(&mut passed.places, |place| (place.block, place.start));
        }
        report.sources = self.sources.into_named();
        report
    }
}

/// The offsets of a block in UTF-16 code units. Figures come mostly in reading order, so one pass turns a block's.
#[derive(Default)]
struct BlockUnits<'a> {
    current: Option<(usize, Utf16<'a>)>,
}

impl<'a> BlockUnits<'a> {
    fn of(&mut self, block: usize, text: &'a str) -> &mut Utf16<'a> {
        let there = matches!(&self.current, Some((at, _)) if *at == block);
        if !there {
            self.current = None;
        }
        let start = || (block, Utf16::new(text));
        &mut self.current.get_or_insert_with(start).1
    }
}

#[cfg(test)]
mod tests {
    use super::{Arriving, TooLong, check_inside};
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

    #[test]
    fn a_conflict_that_is_told_again_is_one_finding_in_more_places() {
        let told = "The court met on Wednesday, 3 March 2026.";
        let other = "The choir met on Friday, 3 March 2026.";
        let page = Page {
            blocks: [told, other, told]
                .map(|text| Block {
                    text: text.to_owned(),
                    ..Block::default()
                })
                .to_vec(),
            ..Page::default()
        };
        let report = check_inside(Language::english(), &page);
        let found: Vec<_> = (report.findings.iter())
            .map(|finding| (finding.times, finding.places.len()))
            .collect();
        assert_eq!(found, [(2, 4), (1, 2)]);
        assert_eq!(report.summary.warned, 2, "one error is one finding");
        let blocks: Vec<_> = (report.findings[0].places.iter())
            .map(|place| place.block)
            .collect();
        assert_eq!(blocks, [0, 0, 2, 2]);
    }
}
