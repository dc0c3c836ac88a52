//! What a figure was compared with, in the order in which a reader wants to know it.

use super::derive::Derived;
use super::held::figure;
use super::weigh::{bears_out, same_figure};
use super::{DerivedEvidence, Judgement};
use crate::figures::{Decimal, Kind, Modifier, Quantity};
use crate::reference::{DerivationKind, Rank, ReadStatement, Reference, independent};
use crate::report::{self, Arithmetic, Evidence, Stand, Testimony, Voice};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// How many figures of sources are shown beside one, and how many sources of one.
const MOST_FIGURES: usize = 24;
const MOST_VOICES: usize = 24;

/// The sources that a report names, each once.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    named: Vec<report::Source>,
    places: FxHashMap<usize, usize>,
}

impl Sources {
    /// The place in the report of the source that is at `index` in the set.
    pub(crate) fn place(&mut self, reference: &Reference, index: usize) -> usize {
        *self.places.entry(index).or_insert_with(|| {
            let source = &reference.set.sources[index];
            self.named.push(report::Source {
                publisher: source.publisher.clone(),
                described: source.described.clone(),
                title: source.title.clone(),
                date: source.date.clone(),
                dated: !source.undated && !source.date.is_empty(),
                address: source.address.clone(),
            });
            self.named.len() - 1
        })
    }

    /// The place in the report of a source that is in no set.
    pub(crate) fn place_other(&mut self, source: report::Source) -> usize {
        let known = self.named.iter().position(|named| *named == source);
        known.unwrap_or_else(|| {
            self.named.push(source);
            self.named.len() - 1
        })
    }

    pub(crate) fn into_named(self) -> Vec<report::Source> {
        self.named
    }

    fn voice(&mut self, reference: &Reference, statement: &ReadStatement) -> Voice {
        Voice {
            source: self.place(reference, statement.source),
            repeats: (statement.origin != statement.source)
                .then(|| self.place(reference, statement.origin)),
            passage: String::new(),
            reviewed: None,
        }
    }
}

/// The evidence beside a figure: the best supported figure first, then what fits it, the rest by weight, and what
/// can be reckoned last.
pub(crate) fn evidence(
    quantity: &Quantity,
    judgement: &Judgement<'_>,
    reference: &Reference,
    sources: &mut Sources,
) -> Vec<Evidence> {
    let mut lines: Vec<(Testimony, Vec<&ReadStatement>)> = Vec::new();
    for (at, (statement, agrees)) in judgement.stated.iter().enumerate() {
        let slip = matches!(statement.rank, Rank::Slip(_));
        // The same figure in other words of the same source is no second voice.
        let said = judgement.stated[..at].iter().any(|(s, _)| {
            s.source == statement.source && same_figure(s, statement) && s.time == statement.time
        });
        if said {
            continue;
        }
        let figure = figure(reference, statement, judgement.published);
        match lines
            .iter_mut()
            .find(|(line, _)| line.figure == figure && line.slip == slip)
        {
            Some((_, stating)) if stating.iter().any(|s| s.source == statement.source) => {}
            Some((_, stating)) => stating.push(statement),
            None => {
                let line = Testimony {
                    stand: stand(*agrees, &statement.quantity, quantity),
                    figure,
                    slip,
                    voices: Vec::new(),
                };
                lines.push((line, vec![statement]));
            }
        }
    }
    crate::order::by_key(&mut lines, |(line, stating)| {
        let weight = Reverse(independent(stating.iter().copied()));
        let best = stating.iter().any(|s| same_figure(s, judgement.best));
        let fits = stating.iter().any(|s| bears_out(judgement.best, s));
        (line.slip, !best, !fits, weight)
    });
    lines.truncate(MOST_FIGURES);
    let stated = lines.into_iter().map(|(mut line, stating)| {
        let voices = stating.iter().take(MOST_VOICES);
        line.voices = voices.map(|s| sources.voice(reference, s)).collect();
        Evidence::Source(line)
    });
    let mut evidence: Vec<Evidence> = stated.collect();
    for beside in judgement.derived.iter().take(MOST_FIGURES) {
        evidence.push(Evidence::Arithmetic(arithmetic(
            quantity, beside, reference, sources,
        )));
    }
    evidence
}

fn stand(agrees: bool, stated: &Quantity, page: &Quantity) -> Stand {
    let same = stated.low == page.low
        && stated.high == page.high
        && (stated.modifier == page.modifier || stated.kind == Kind::Age);
    match (agrees, same) {
        (true, true) => Stand::Same,
        (true, false) => Stand::Fits,
        (false, _) => Stand::Differs,
    }
}

fn arithmetic(
    quantity: &Quantity,
    beside: &DerivedEvidence<'_>,
    reference: &Reference,
    sources: &mut Sources,
) -> Arithmetic {
    let derived = &beside.derived;
    let mut voices: Vec<Voice> = Vec::new();
    for statement in &derived.from {
        let voice = sources.voice(reference, statement);
        if !voices.contains(&voice) {
            voices.push(voice);
        }
    }
    let from = derived.from.iter();
    Arithmetic {
        by: derived.by,
        from: from.map(|s| figure(reference, s, None).text).collect(),
        gives: derived.shown,
        unit: derived.unit.clone(),
        stand: if beside.agrees {
            Stand::Fits
        } else {
            Stand::Differs
        },
        fits_best: beside.fits_best,
        implied: implied(quantity, derived).filter(|_| !beside.agrees),
        voices,
    }
}

/// Which share of the whole the page's figure would be, in percent. A hedged figure would be many.
fn implied(quantity: &Quantity, derived: &Derived<'_>) -> Option<Decimal> {
    let whole = derived.from.get(1)?;
    let exact = |q: &Quantity| q.modifier == Modifier::Exact && q.low == q.high;
    if derived.by != DerivationKind::ShareOf || !exact(quantity) || !exact(&whole.quantity) {
        return None;
    }
    let share = quantity
        .low
        .checked_mul(Decimal::ONE_HUNDRED)?
        .checked_div(whole.quantity.low)?
        .round_dp(0);
    (share >= Decimal::ONE && share <= Decimal::ONE_HUNDRED).then_some(share)
}
