//! What is found on a page becomes findings: one error once, with all its places, counted and bounded.

use crate::align::Claim;
use crate::article::Article;
use crate::check::inside::{self, Conflict};
use crate::check::{self, Beside, Judgement, Others, Sources};
use crate::figures::{Decimal, Modifier, Quantity, Unit};
use crate::page::Page;
use crate::reading::Skim;
use crate::reference::{Cell, Reference};
use crate::report::{
    AtOdds, Code, Evidence, Finding, Level, MOST_FINDINGS, MOST_PASSED, MOST_PLACES, Passed, Place,
    Reason, Report, Summary, Verdict, Why,
};
use crate::spots;
use crate::text::Utf16;
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;

/// What is found on a page, one error once.
pub(super) struct Found<'a> {
    article: &'a Article<'a>,
    units: BlockUnits<'a>,
    findings: Vec<Finding>,
    /// Which finding figures are of that say the same of the same.
    known: FxHashMap<Key, Option<usize>>,
    /// Which finding a conflict is, by its tie and its figures as written.
    odds: FxHashMap<String, usize>,
    /// Of few sorts, in no order.
    passed: Vec<Passed>,
    pub(super) sources: Sources,
    summary: Summary,
    more: usize,
    /// How many places the findings have.
    drawn: usize,
    /// What other articles say beside figures of this one, by where those stand.
    beside: FxHashMap<(usize, usize), Beside>,
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
    pub(super) fn new(article: &'a Article<'a>) -> Self {
        Self {
            article,
            units: BlockUnits::default(),
            findings: Vec::new(),
            known: FxHashMap::default(),
            odds: FxHashMap::default(),
            passed: Vec::new(),
            sources: Sources::default(),
            summary: Summary::default(),
            more: 0,
            drawn: 0,
            beside: FxHashMap::default(),
            texts: Vec::new(),
        }
    }

    /// Takes over what other articles say; a reference set, where it speaks, comes first.
    pub(super) fn beside(&mut self, others: Others, sources: Sources) {
        self.sources = sources;
        self.texts = others.texts;
        self.beside = (others.figures.into_iter())
            .map(|beside| ((beside.block, beside.quantity.start), beside))
            .collect();
    }

    /// Adds what other articles say of figures on which the reference set has nothing to say.
    pub(super) fn add_beside(&mut self) {
        let mut known: FxHashMap<String, usize> = FxHashMap::default();
        let mut others: Vec<Beside> = std::mem::take(&mut self.beside).into_values().collect();
        crate::order::by_key(&mut others, |beside| (beside.block, beside.quantity.start));
        for beside in others {
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
                spots: Vec::new(),
                times: 1,
                verdict: beside.verdict,
                level: beside.level,
                about: String::new(),
                reason: Reason::Sources(Box::new(beside.weighed)),
                evidence: beside.evidence.into_iter().map(Evidence::Source).collect(),
            });
        }
        // Conflicts within the article come first, as they were found.
        crate::order::by_key(&mut self.findings, |finding| {
            let first = finding.places.first();
            let inside = finding.verdict == Verdict::AtOdds;
            (!inside).then(|| first.map(|place| (place.block, place.start)))
        });
    }

    /// Holds the figures of the article against one another.
    pub(super) fn inside(&mut self, skims: &[Option<Skim>]) {
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
            spots: Vec::new(),
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
        // The same in other words: "21%", "21 per cent".
        for value in &conflict.values {
            key.push('\n');
            key.push_str(&value.to_string());
        }
        for place in places.iter().filter(|_| conflict.values.is_empty()) {
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
        crate::order::by_key(&mut places, at);
        // Places are in reading order; what lies among those of the other is told apart.
        let later = places.first().map(at) > known.places.last().map(at);
        if later && self.drawn < MOST_PLACES {
            self.drawn += places.len();
            known.times += 1;
            known.places.append(&mut places);
        }
        later
    }

    fn place(&mut self, block: usize, figure: &Quantity) -> Place {
        self.place_of(&inside::Place {
            block,
            start: figure.start,
            end: figure.end,
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

    pub(super) fn pass(&mut self, why: Why, block: usize, figure: &Quantity) {
        let other = (block, figure.start);
        if self.beside.contains_key(&other) {
            return;
        }
        self.summary.not_covered += 1;
        let at = self.passed.iter().position(|passed| passed.why == why);
        let at = at.unwrap_or_else(|| {
            self.passed.push(Passed {
                why,
                count: 0,
                places: Vec::new(),
            });
            self.passed.len() - 1
        });
        self.passed[at].count += 1;
        if self.passed[at].places.len() < MOST_PASSED {
            let place = self.place(block, figure);
            self.passed[at].places.push(place);
        }
    }

    pub(super) fn add(&mut self, claim: &Claim, judgement: &Judgement<'_>, reference: &Reference) {
        let beside = self.beside.remove(&(claim.block, claim.quantity.start));
        // The set comes first; that the very figure was looked into and denied is told all the same.
        let denials = beside.map_or_else(Vec::new, Beside::into_denials);
        let level = match denials.as_slice() {
            [] => judgement.level,
            _ => judgement.level.max(Level::Mark),
        };
        let key = Key {
            level,
            ..Key::of(claim, judgement)
        };
        if let Some(known) = self.known.get(&key) {
            let Some(index) = *known else { return };
            self.findings[index].times += 1;
            if self.drawn < MOST_PLACES {
                self.drawn += 1;
                let place = self.place(claim.block, &claim.quantity);
                self.findings[index].places.push(place);
            }
            return;
        }
        match level {
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
        let mut evidence = check::evidence(quantity, judgement, reference, &mut self.sources);
        evidence.extend(denials.into_iter().map(Evidence::Source));
        let mut weighed = check::weighed(quantity, page, judgement, reference);
        let mut verdict = judgement.verdict;
        if level > judgement.level {
            (verdict, weighed.code) = (Verdict::Disputed, Code::Denied);
        }
        let finding = Finding {
            places: vec![self.place(claim.block, &claim.quantity)],
            spots: Vec::new(),
            times: 1,
            verdict,
            level,
            about: reference.name_of(judgement.cell),
            reason: Reason::Sources(Box::new(weighed)),
            evidence,
        };
        self.findings.push(finding);
    }

    pub(super) fn into_report(self, mut report: Report, page: &Page) -> Report {
        let language = self.article.language;
        report.summary = Summary {
            read: report.summary.read,
            ..self.summary
        };
        report.beside = self.texts;
        report.findings = self.findings;
        spots::mark(language, &page.blocks, &mut report.findings);
        report.more = self.more;
        report.passed = self.passed;
        crate::order::by_key(&mut report.passed, |passed| passed.why);
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
    use crate::language::Language;
    use crate::page::{Block, Page};
    use crate::pipeline::check_inside;
    use crate::report::Report;

    fn report_of(texts: [&str; 3]) -> Report {
        let block = |text: &str| Block {
            text: text.to_owned(),
            ..Block::default()
        };
        let page = Page {
            blocks: texts.map(block).to_vec(),
            ..Page::default()
        };
        check_inside(Language::english(), &page)
    }

    fn times_and_places(report: &Report) -> Vec<(usize, usize)> {
        let findings = report.findings.iter();
        findings.map(|f| (f.times, f.places.len())).collect()
    }

    #[test]
    fn a_conflict_that_is_told_again_is_one_finding_in_more_places() {
        let told = "The court met on Wednesday, 3 March 2026.";
        let other = "The choir met on Friday, 3 March 2026.";
        let report = report_of([told, other, told]);
        assert_eq!(times_and_places(&report), [(2, 4), (1, 2)]);
        assert_eq!(report.summary.warned, 2, "one error is one finding");
        let blocks: Vec<_> = (report.findings[0].places.iter())
            .map(|place| place.block)
            .collect();
        assert_eq!(blocks, [0, 0, 2, 2]);
    }

    #[test]
    fn a_conflict_that_is_told_again_in_other_words_is_one_finding() {
        let report = report_of([
            "Takings rose 21% to $56 million from $50 million.",
            "Rents rose 21% to $560 from $500.",
            "A rise of 21 per cent in takings to $56m from $50m pleased the owners.",
        ]);
        assert_eq!(times_and_places(&report), [(2, 6), (1, 3)]);
    }
}
