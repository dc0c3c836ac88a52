//! A judgement as the structure that words are made from: who says what, how many, and what went wrong.

use super::evidence::of_one_time;
use super::held::{figure, said};
use super::{Judgement, LikelySlip};
use crate::calendar::shifted;
use crate::figures::{Decimal, Kind, Modifier, Quantity, Slip, same_measure, same_size};
use crate::reference::{Behaviour, Rank, ReadStatement, Reference, independent};
use crate::report::{Figure, Held, Level, Mistake, Ratio, Stated, Weighed};
use rust_decimal::prelude::ToPrimitive;
use std::cmp::Reverse;
use time::Date;

/// How many days the sources may be older than the article without a word of it.
const RECENT: i32 = 60;
/// Above how many times a figure is no longer compared in size.
const MOST_TIMES: u32 = 10_000;

/// Why the judgement of a figure, written `page` there, is what it is.
pub(crate) fn weighed(
    quantity: &Quantity,
    page: &str,
    judgement: &Judgement<'_>,
    reference: &Reference,
) -> Weighed {
    let best = judgement.best;
    let published = judgement.published;
    let stating = judgement.stating();
    let agreeing: Vec<&ReadStatement> = judgement.agreeing().collect();
    let exact = best.quantity.modifier == Modifier::Exact && best.quantity.kind != Kind::Age;
    let roughly = exact
        && judgement.normal().any(|s| {
            !same_figure(s, best)
                && !stating.iter().any(|o| o.origin == s.origin)
                && bears_out(best, s)
                && s.time.meets(&best.time)
        });
    let outweighed = agreeing
        .iter()
        .copied()
        // What fits the best supported figure as well is no voice for this one.
        .filter(|s| judgement.level != Level::Warn || !bears_out(best, s));
    let in_other_words = agreeing
        .iter()
        .find(|s| !same_figure(s, best) && (judgement.level != Level::Warn || !bears_out(best, s)))
        .filter(|_| !agreeing.iter().any(|s| same_figure(s, best)))
        .filter(|s| !as_written(s, quantity))
        .map(|s| figure(reference, s, published));
    let counting = judgement.normal().chain(best_of_slips(judgement));
    Weighed {
        whose: String::new(),
        code: judgement.code,
        page: page.to_owned(),
        kind: quantity.kind,
        exact: quantity.modifier == Modifier::Exact,
        best: figure(reference, best, published),
        stating: independent(stating.iter().copied()),
        roughly,
        with_best: judgement
            .stated
            .iter()
            .any(|(s, agrees)| *agrees && s.index == best.index),
        same: as_written(best, quantity) && quantity.modifier == best.quantity.modifier
            || best.quantity.kind == Kind::Age && as_written(best, quantity),
        agreeing: independent(outweighed),
        in_other_words,
        others: others(judgement, reference, published),
        ratio: ratio(quantity, &best.quantity),
        slip: judgement
            .slip
            .as_ref()
            .map(|slip| mistake(slip, reference, published)),
        as_of: as_of(judgement, reference),
        reckoned: judgement.derived.iter().any(|d| d.fits_best && !d.agrees),
        weak: counting
            .map(|s| &reference.set.sources[s.source])
            .all(|source| source.publisher.is_empty() || source.undated || source.date.is_empty()),
    }
}

/// Nothing counts but what is stated; where only slips are stated, their sources are those that are shown.
fn best_of_slips<'j, 'r>(
    judgement: &'j Judgement<'r>,
) -> impl Iterator<Item = &'r ReadStatement> + 'j {
    judgement
        .stated
        .iter()
        .map(|(s, _)| *s)
        .filter(|_| judgement.normal().next().is_none())
}

/// Whether a statement has the value of a quantity, in whatever words.
fn as_written(statement: &ReadStatement, quantity: &Quantity) -> bool {
    statement.quantity.low == quantity.low
        && statement.quantity.high == quantity.high
        && statement.quantity.dates == quantity.dates
        && (statement.quantity.kind == Kind::Age || same_measure(&statement.quantity, quantity))
}

pub(super) fn same_figure(a: &ReadStatement, b: &ReadStatement) -> bool {
    a.quantity.low == b.quantity.low
        && a.quantity.high == b.quantity.high
        && a.quantity.dates == b.quantity.dates
        && same_measure(&a.quantity, &b.quantity)
}

/// Whether a figure that a source states is as good as the best supported one.
pub(super) fn bears_out(best: &ReadStatement, statement: &ReadStatement) -> bool {
    same_figure(best, statement)
        || best.quantity.kind != Kind::Age
            && same_measure(&best.quantity, &statement.quantity)
            && best.quantity.interval.meets(&statement.quantity.rounding)
}

/// The figures that the best supported one does not bear out and the page's does not agree with, each once.
fn others(
    judgement: &Judgement<'_>,
    reference: &Reference,
    published: Option<Date>,
) -> Vec<Stated> {
    let best = judgement.stating();
    let mut found: Vec<Vec<&ReadStatement>> = Vec::new();
    for statement in judgement.normal() {
        if bears_out(judgement.best, statement) || !of_one_time(statement, judgement.best) {
            continue;
        }
        let same = |stated: &&mut Vec<&ReadStatement>| {
            stated.iter().any(|s| {
                same_figure(s, statement) && s.quantity.modifier == statement.quantity.modifier
            })
        };
        match found.iter_mut().find(same) {
            Some(stated) => stated.push(statement),
            None => found.push(vec![statement]),
        }
    }
    let mut others: Vec<Stated> = found
        .into_iter()
        .map(|stated| {
            let is_best = |s: &&ReadStatement| best.iter().any(|b| b.source == s.source);
            Stated {
                figure: figure(reference, stated[0], published),
                sources: independent(stated.iter().copied().filter(|s| !is_best(s))),
            }
        })
        .collect();
    crate::order::by_key(&mut others, |other| Reverse(other.sources));
    others
}

/// How many times as large the sources' figure is, where it is of another size. A hedged figure, or one without an
/// end, is not reckoned with.
pub(super) fn ratio(page: &Quantity, best: &Quantity) -> Option<Ratio> {
    let amount = |q: &Quantity| {
        matches!(
            q.kind,
            Kind::Money | Kind::Count | Kind::Number | Kind::Dimension | Kind::Percent
        ) && q.modifier == Modifier::Exact
            && q.low == q.high
            && q.low > Decimal::ZERO
    };
    if !amount(page) || !amount(best) || !same_measure(page, best) || same_size(page.low, best.low)
    {
        return None;
    }
    let times = |large: Decimal, small: Decimal| {
        let times = large.checked_div(small)?.round().to_u32()?;
        (2..=MOST_TIMES).contains(&times).then_some(times)
    };
    if best.low > page.low {
        times(best.low, page.low).map(Ratio::Times)
    } else {
        times(page.low, best.low).map(Ratio::Part)
    }
}

fn mistake(slip: &LikelySlip<'_>, reference: &Reference, published: Option<Date>) -> Mistake {
    match slip {
        LikelySlip::Garbled(Slip::DecimalPoint) => Mistake::DecimalPoint,
        LikelySlip::Garbled(Slip::Magnitude) => Mistake::Magnitude,
        LikelySlip::Garbled(Slip::DigitsSwapped) => Mistake::DigitsSwapped,
        LikelySlip::OtherProperty(cell, s) => Mistake::OtherProperty {
            about: reference.name_of(*cell),
            figure: figure(reference, s, published),
        },
        LikelySlip::OtherTime(s) => Mistake::OtherTime {
            figure: Figure {
                text: figure(reference, s, published).text,
                when: said(reference, s),
            },
        },
    }
}

/// The date of the latest source, where the article is later and what is stated can have changed since.
fn as_of(judgement: &Judgement<'_>, reference: &Reference) -> Option<String> {
    let property = reference.set.properties.get(judgement.cell.property)?;
    if judgement.level == Level::None || property.behaviour != Behaviour::State {
        return None;
    }
    let latest = judgement
        .stated
        .iter()
        .map(|(s, _)| s.source_date)
        .max_by_key(|period| period.to)?;
    let recent = shifted(latest.to?, RECENT)?;
    (recent < judgement.published?).then(|| latest.label())
}

impl<'r> Judgement<'r> {
    /// The comparable statements that count as evidence.
    pub(super) fn normal(&self) -> impl Iterator<Item = &'r ReadStatement> {
        let stated = self.stated.iter().map(|(s, _)| *s);
        stated.filter(|s| s.rank == Rank::Normal)
    }

    /// The statements of the best supported figure.
    pub(super) fn stating(&self) -> Vec<&'r ReadStatement> {
        self.normal()
            .filter(|s| same_figure(s, self.best))
            .collect()
    }

    /// The statements that agree with the page's figure.
    fn agreeing(&self) -> impl Iterator<Item = &'r ReadStatement> {
        self.stated
            .iter()
            .filter(|(s, agrees)| *agrees && s.rank == Rank::Normal)
            .map(|(s, _)| *s)
    }
}

impl Figure {
    /// Whether it is told for a time.
    pub fn has_time(&self) -> bool {
        self.when != Held::Unsaid
    }
}
