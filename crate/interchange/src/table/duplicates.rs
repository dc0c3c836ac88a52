//! What rows have stated: the same is stated once, and of one thing and time one value.

use plumbline_core::figures::{Interval, Quantity};
use plumbline_core::reference::Statement;
use std::collections::HashMap;

/// What was stated so far, by what it is about, with its lines.
#[derive(Debug, Default)]
pub(super) struct Stated {
    /// By figure, as it is written.
    same: HashMap<String, usize>,
    /// The last figure of each thing and time.
    values: HashMap<String, (usize, String, Interval)>,
}

impl Stated {
    /// Notes what a row states; gives what is wrong with that, where an earlier row has stated the same or what cannot be
    /// right beside it.
    pub(super) fn before(
        &mut self,
        statement: &Statement,
        quantity: &Quantity,
        line: usize,
    ) -> Option<String> {
        let Statement {
            source,
            property,
            entity,
            object,
            time,
            before,
            hypothetical,
            ..
        } = statement;
        let about = format!(
            "{source} {property:?} {entity:?} {object:?} {time:?} {before:?} {hypothetical}"
        );
        let flags = (statement.whole, statement.one_of_several);
        let same = format!("{about} {:?} {flags:?}", statement.quantity);
        if let Some(first) = self.same.get(&same) {
            return Some(format!("line {first} says the same"));
        }
        if let Some((first, written, rounding)) = self.values.get(&about)
            && !rounding.meets(&quantity.rounding)
        {
            return Some(format!(
                "line {first} states {written:?} of the same thing and time: both cannot be meant"
            ));
        }
        self.same.insert(same, line);
        let value = (line, statement.quantity.clone(), quantity.rounding);
        self.values.insert(about, value);
        None
    }
}
