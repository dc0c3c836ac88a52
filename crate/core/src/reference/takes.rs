//! Which figures a property takes: of which kind, and of what.

use super::Property;
use crate::figures::{Kind, Quantity, Unit};
use crate::lexicon::forms;

impl Property {
    /// Whether it takes this sort of quantity.
    pub fn takes(&self, quantity: &Quantity) -> bool {
        let any = |takes: &dyn Fn(&str) -> bool| {
            self.units.is_empty() || self.units.iter().any(|unit| takes(unit))
        };
        self.kinds.contains(&quantity.kind)
            && match &quantity.unit {
                Unit::Noun(noun) => any(&|unit| counts(&noun.words, unit)),
                Unit::Named(name) if quantity.kind == Kind::Dimension => any(&|unit| unit == name),
                _ => true,
            }
    }
}

/// Whether a noun phrase counts `unit`s: "employees", "full-time employees", "employees worldwide".
fn counts(noun: &str, unit: &str) -> bool {
    let at_start = |at: usize| at == 0 || noun.as_bytes()[at - 1] == b' ';
    noun.char_indices()
        .filter(|&(at, _)| at_start(at))
        .filter_map(|(at, _)| {
            let (head, rest) = noun[at..].split_at_checked(unit.len())?;
            head.eq_ignore_ascii_case(unit).then_some(rest)
        })
        .any(|rest| {
            let ending = rest.split(' ').next().unwrap_or("");
            forms::is_plural_end(ending)
        })
}
