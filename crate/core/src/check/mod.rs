//! Claims against statements: verdicts and levels, with the reasons. What an article says against itself is in [`inside`],
//! and what other texts say against it in [`texts`].

mod bounds;
mod derive;
mod evidence;
mod held;
pub mod inside;
mod itself;
mod slips;
mod testimony;
pub mod texts;
mod value;
mod verdict;
mod weigh;

use crate::align::Claim;
use crate::calendar::Period;
use crate::reading::{Certainty, When};
use crate::reference::{Cell, ReadStatement, Reference};
use crate::report::{Code, Level, Verdict, Why};
use time::Date;
use value::Value;

pub(crate) use derive::{Derived, derived};
pub(crate) use evidence::value_of;
pub(crate) use itself::{same_address as is_one_document, source as source_itself};
pub(crate) use slips::LikelySlip;
pub(crate) use testimony::{Sources, evidence};
pub(crate) use texts::beside::{Beside, Others, beside};
pub(crate) use texts::reviewed::denied;
use verdict::{Compared, states_value};
pub(crate) use weigh::weighed;

/// What the evidence says of one claim, with the evidence.
#[derive(Debug)]
pub(crate) struct Judgement<'r> {
    pub(crate) cell: Cell,
    pub(crate) verdict: Verdict,
    pub(crate) level: Level,
    pub(crate) code: Code,
    /// The comparable statements, each with whether it agrees with the claim.
    pub(crate) stated: Vec<(&'r ReadStatement, bool)>,
    /// The derivations for the cell.
    pub(crate) derived: Vec<DerivedEvidence<'r>>,
    /// The best supported statement among `stated`.
    pub(crate) best: &'r ReadStatement,
    /// The day of the article.
    pub(crate) published: Option<Date>,
    /// What most likely went wrong, for a claim that is warned of.
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
}

impl<'r> DerivedEvidence<'r> {
    /// What is derived, beside the value of a claim and what sources state, best of all `best`.
    fn beside(derived: Derived<'r>, value: &Value, best: &evidence::Stated<'_>) -> Self {
        let fits_best = best.value.agrees(&derived.value);
        // What is derived is a wide interval: where the best supported value does not agree with the claim,
        // meeting it at its end is no agreement either.
        let agrees = value.agrees(&derived.value)
            && (best.value.agrees(value) || !fits_best || value.holds(derived.shown));
        Self {
            derived,
            agrees,
            fits_best,
        }
    }
}

/// Compares one claim with what `reference` holds, or says why it cannot be compared.
pub(crate) fn judge<'r>(
    claim: &Claim,
    reference: &'r Reference,
    published: Option<Date>,
) -> Result<Judgement<'r>, Why> {
    let compared = Compared::new(claim, reference, published)?;
    let (verdict, level, code) = compared.verdict(claim)?;
    let Compared {
        cell,
        statements,
        best,
        stated,
        derived,
        value,
        ..
    } = compared;
    // "Meta's investment in Scale AI, valued at $29 billion": it is Scale AI that is.
    if claim.certainty == Certainty::Inferred
        && !best.value.agrees(&value)
        && level != Level::None
        && is_of_another_property(reference, cell, &value, compared.seen)
    {
        return Err(Why::Unclear);
    }
    let slip = (level == Level::Warn || code == Code::OneDiffers)
        .then(|| {
            let stated = slips::InCell {
                cell,
                statements,
                best: best.statement,
                some_agree: verdict == Verdict::Disputed,
            };
            slips::likely(&claim.quantity, reference, &stated)
        })
        .flatten()
        // Of two figures alone, either may be the garbled one.
        .filter(|slip| level == Level::Warn || !matches!(slip, LikelySlip::Garbled(_)));
    Ok(Judgement {
        cell,
        published,
        verdict,
        level,
        code,
        best: best.statement,
        stated: stated
            .iter()
            .map(|s| (s.statement, s.value.agrees(&value)))
            .collect(),
        derived,
        slip,
    })
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
    crate::order::by_key(&mut found, |(rule, cell)| {
        (*rule, cell.property, cell.entity, cell.object)
    });
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
