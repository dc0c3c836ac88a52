//! What an article tells, as a statement that a set could hold.

use super::Claim;
use crate::reading::{Scope, Stance, When};
use crate::reference::{Behaviour, Cell, Reference, Statement};

impl Statement {
    /// The statement that a claim of a text is; none for what is about nothing in the set, about a part, denied, or of
    /// a time that nobody knows. Its source is 0; where the text says only that it held before, `before` is there and
    /// empty.
    pub fn told(claim: &Claim, text: &str, reference: &Reference) -> Option<(Cell, Self)> {
        let cell = claim.cell?;
        if claim.scope != Scope::Single {
            return None;
        }
        let hypothetical = match claim.stance {
            Stance::Asserted => false,
            Stance::Hypothetical => true,
            Stance::Denied | Stance::Corrected | Stance::Questioned => return None,
        };
        let property = reference.set.properties.get(cell.property)?;
        let timed = matches!(property.behaviour, Behaviour::Event | Behaviour::State);
        let (time, before) = match claim.when {
            When::At(period) if timed => (Some(period.label()).filter(|l| !l.is_empty()), None),
            // The day before which it held is for the reviewer to fill in.
            When::Earlier => (None, Some(String::new())),
            When::Elsewhen if timed => return None,
            _ => (None, None),
        };
        let name = |id: usize| reference.set.entities.get(id).map(|e| e.id.clone());
        let statement = Self {
            source: 0,
            property: property.id.clone(),
            entity: name(cell.entity)?,
            object: match cell.object {
                Some(object) => Some(name(object)?),
                None => None,
            },
            quantity: text
                .get(claim.quantity.outer_start..claim.quantity.outer_end)?
                .trim()
                .to_owned(),
            time,
            before,
            whole: false,
            one_of_several: false,
            hypothetical,
        };
        Some((cell, statement))
    }
}
