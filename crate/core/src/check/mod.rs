//! Claims against statements: verdicts and levels.

mod derive;
mod evidence;
pub mod inside;
mod slips;
mod value;

use crate::align::Claim;
use crate::calendar::{Period, shifted};
use crate::figures::{Decimal, same_size};
use crate::reading::{Certainty, Scope, Stance, When};
use crate::reference::{Behaviour, Cell, Rank, ReadStatement, Reference};
use crate::report::{Level, Verdict};
use time::Date;
use value::Value;

pub(crate) use derive::Derived;
pub(crate) use slips::LikelySlip;

/// What the evidence says of one claim, with the evidence.
#[derive(Debug)]
pub(crate) struct Judgement<'r> {
    pub(crate) cell: Cell,
    pub(crate) verdict: Verdict,
    pub(crate) level: Level,
    /// The comparable statements, each with whether it agrees with the claim.
    pub(crate) stated: Vec<(&'r ReadStatement, bool)>,
    /// The derivations for the cell.
    pub(crate) derived: Vec<DerivedEvidence<'r>>,
    /// The best supported statement among `stated`.
    pub(crate) best: &'r ReadStatement,
    /// The day of the article.
    pub(crate) published: Option<Date>,
    /// What most likely went wrong, for a contradicted claim.
    pub(crate) slip: Option<LikelySlip<'r>>,
}

/// A derivation beside a claim.
#[derive(Debug)]
pub(crate) struct DerivedEvidence<'r> {
    pub(crate) derived: Derived<'r>,
    /// Whether it agrees with the claim.
    pub(crate) agrees: bool,
    /// Whether it agrees with the best supported statement.
    pub(crate) fits_best: bool,
    /// Whether it speaks against any source, and so helps to tell which is right.
    pub(crate) settles: bool,
}

impl<'r> DerivedEvidence<'r> {
    /// What is derived, beside the value of a claim and what sources state, best of all `best`.
    fn beside(
        derived: Derived<'r>,
        value: &Value,
        best: &evidence::Stated<'_>,
        stated: &[evidence::Stated<'_>],
    ) -> Self {
        let fits_best = best.value.agrees(&derived.value);
        // What is derived is a wide interval: where the best supported value does not agree with the claim,
        // meeting it at its end is no agreement either.
        let agrees = value.agrees(&derived.value)
            && (best.value.agrees(value) || !fits_best || value.holds(derived.shown));
        Self {
            agrees,
            fits_best,
            settles: !agrees || stated.iter().any(|s| !s.value.agrees(&derived.value)),
            derived,
        }
    }
}

/// Compares one claim; `None` when nothing is comparable with it or the text does not assert it.
pub(crate) fn judge<'r>(
    claim: &Claim,
    reference: &'r Reference,
    published: Option<Date>,
) -> Option<Judgement<'r>> {
    let cell = claim.cell?;
    if claim.stance != Stance::Asserted || claim.scope != Scope::Single {
        return None;
    }
    if is_rough(claim) {
        return None;
    }
    let statements = reference.statements(cell);
    let behaviour = reference.set.properties.get(cell.property)?.behaviour;
    let stated = evidence::comparable(reference, statements, behaviour, claim.when, published);
    let seen = match claim.when {
        When::At(period) => period,
        When::Elsewhen => return None,
        _ => published.map(Period::day).unwrap_or_default(),
    };
    let value = Value::lenient(&claim.quantity, behaviour, seen)?;
    let stated: Vec<_> = stated
        .into_iter()
        .filter(|s| s.value.comparable(&value))
        .collect();
    let mut derived = derive::derived(reference, cell);
    derived.retain(|d| evidence::derivation_is_of(d, statements, behaviour, claim.when));
    let best = evidence::best(&stated, &derived)?;
    let disputed = evidence::differ(&stated);
    let value = match Value::written(&claim.quantity, &value) {
        Some(written) if disputed && evidence::tells_apart(&written, best, &stated) => written,
        _ => value,
    };
    let agrees = |other: &Value| other.agrees(&value);
    // What the claim is about was inferred: it must at least be of the size of what sources say.
    let plausible = |s: &evidence::Stated<'_>| {
        s.statement.rank == Rank::Normal && same_size(claim.quantity.low, s.statement.quantity.low)
    };
    if claim.certainty == Certainty::Inferred && !stated.iter().any(plausible) {
        return None;
    }
    let supporter =
        |s: &&evidence::Stated<'_>| s.statement.rank == Rank::Normal && agrees(&s.value);
    let with_best = agrees(&best.value);
    // A state whose time is unsaid may be any of its dated values, and so may "now" on a day that is not known.
    let timeless = behaviour == Behaviour::State
        && match claim.when {
            When::Unsaid | When::Was => true,
            When::Now => published.is_none(),
            _ => false,
        };
    let some_value_of_its_time = timeless
        && stated
            .iter()
            .any(|s| supporter(&s) && s.statement.dated && s.value.is_bounded());
    let only_bounds_agree = !matches!(claim.when, When::At(_))
        && stated.iter().any(|s| supporter(&s))
        && !stated.iter().any(|s| supporter(&s) && s.value.is_bounded());
    let (verdict, level) =
        if some_value_of_its_time || with_best && (!disputed || !value.is_bounded()) {
            (Verdict::Supported, Level::None)
        } else if with_best && behaviour == Behaviour::Age && is_earlier(&stated, seen) {
            // An age of years before is only reckoned from those that sources state: no dispute to show.
            (Verdict::Supported, Level::None)
        } else if with_best {
            (Verdict::Disputed, Level::Mark)
        } else if timeless && !is_current(&stated, published) {
            return None;
        } else if claim.when == When::Was && states_value(statements, &value, behaviour, seen) {
            // "was valued at $7.3 billion": true of the time that is meant, though the text does not say when.
            return None;
        } else if only_bounds_agree {
            // A bound agrees, the value of another time does not: too little to say anything.
            return None;
        } else if stated.iter().any(|s| supporter(&s)) {
            (Verdict::Disputed, Level::Warn)
        } else {
            (Verdict::Contradicted, Level::Warn)
        };
    // "Meta's investment in Scale AI, valued at $29 billion": it is Scale AI that is.
    if claim.certainty == Certainty::Inferred
        && level == Level::Warn
        && is_of_another_property(reference, cell, &value, seen)
    {
        return None;
    }
    let slip = (level == Level::Warn)
        .then(|| {
            let some_agree = verdict == Verdict::Disputed;
            slips::likely(&claim.quantity, reference, cell, statements, some_agree)
        })
        .flatten();
    Some(Judgement {
        cell,
        published,
        verdict,
        level,
        best: best.statement,
        stated: stated
            .iter()
            .map(|s| (s.statement, agrees(&s.value)))
            .collect(),
        derived: derived
            .into_iter()
            .map(|derived| DerivedEvidence::beside(derived, &value, best, &stated))
            .collect(),
        slip,
    })
}

/// "Billions of dollars" is no figure to hold against another.
fn is_rough(claim: &Claim) -> bool {
    let (low, high) = (claim.quantity.low, claim.quantity.high);
    let tenfold = low.checked_mul(Decimal::TEN).is_some_and(|ten| ten <= high);
    tenfold && high > low
}

/// The derivations of the set (by index) that give a value for a cell with which no statement about it of
/// that time agrees.
pub fn unclosed(reference: &Reference) -> Vec<(usize, Cell)> {
    let mut found = Vec::new();
    for (cell, statements) in reference.cells() {
        let behaviour = reference.set.properties[cell.property].behaviour;
        let stated = evidence::comparable(reference, statements, behaviour, When::Unsaid, None);
        for derived in derive::derived(reference, cell) {
            let mut of_time = stated
                .iter()
                .filter(|s| evidence::is_of_time(&derived, s.statement))
                .peekable();
            if of_time.peek().is_some() && !of_time.any(|s| s.value.agrees(&derived.value)) {
                found.push((derived.rule, cell));
            }
        }
    }
    found.sort_by_key(|(rule, cell)| (*rule, cell.property, cell.entity, cell.object));
    found.dedup();
    found
}

/// Whether sources state the value of another property of the same entities.
fn is_of_another_property(reference: &Reference, cell: Cell, value: &Value, seen: Period) -> bool {
    reference
        .cells_about(&[Some(cell.entity), cell.object])
        .into_iter()
        .filter(|other| other.property != cell.property)
        .any(|other| {
            let property = reference.set.properties.get(other.property);
            property.is_some_and(|p| {
                states_value(reference.statements(other), value, p.behaviour, seen)
            })
        })
}

/// Whether one of the statements has the value, for any time at all.
fn states_value(
    statements: &[ReadStatement],
    value: &Value,
    behaviour: Behaviour,
    seen: Period,
) -> bool {
    statements
        .iter()
        .filter(|s| s.rank == Rank::Normal && s.quantity.is_bounded())
        .filter_map(|s| Value::lenient(&s.quantity, behaviour, seen))
        .any(|stated| stated.agrees(value))
}

/// Whether a claim is of a time long before the first of the sources.
fn is_earlier(stated: &[evidence::Stated<'_>], seen: Period) -> bool {
    let first = stated
        .iter()
        .filter_map(|s| s.statement.source_date.from)
        .min();
    let long_before = |first| shifted(first, -evidence::FRESH);
    matches!((first.and_then(long_before), seen.to), (Some(first), Some(day)) if day < first)
}

/// Whether the latest of the statements is recent enough, seen from the article, to speak against it.
fn is_current(stated: &[evidence::Stated<'_>], published: Option<Date>) -> bool {
    let latest = stated
        .iter()
        .filter(|s| s.statement.rank == Rank::Normal)
        .filter_map(|s| s.statement.time.to)
        .max();
    match (latest, published) {
        (Some(latest), Some(day)) => {
            let age = day.to_julian_day() - latest.to_julian_day();
            (-evidence::FRESH..=evidence::FRESH).contains(&age)
        }
        _ => false,
    }
}
