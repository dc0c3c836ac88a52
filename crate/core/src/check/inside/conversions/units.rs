//! What units are in one another, exactly: the factors are data.

use crate::figures::Decimal;
use crate::lexicon::{Conversion, Lexicon};

/// A factor to the base unit of a measure, as an exact fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Factor {
    pub(super) over: Decimal,
    pub(super) under: Decimal,
}

/// Every way in which the one unit is so many of the other; none where they measure different things.
pub(super) fn factors(lexicon: &Lexicon, one: &str, two: &str) -> Vec<Factor> {
    let pairs = meanings(lexicon, one).flat_map(|a| {
        let same = meanings(lexicon, two).filter(|b| b.measure == a.measure);
        same.flat_map(|b| (a.factors.iter()).flat_map(|x| b.factors.iter().map(move |y| (*x, *y))))
    });
    pairs
        .filter_map(|((a_over, a_under), (b_over, b_under))| {
            Some(Factor {
                over: a_over.checked_mul(b_under)?,
                under: a_under.checked_mul(b_over)?,
            })
        })
        .collect()
}

fn meanings<'l>(lexicon: &'l Lexicon, unit: &str) -> impl Iterator<Item = &'l Conversion> {
    (lexicon.conversions.iter()).filter(move |meaning| meaning.unit == unit)
}

impl Factor {
    /// So many of the one in the other.
    pub(super) fn of(self, value: Decimal) -> Option<Decimal> {
        value.checked_mul(self.over)?.checked_div(self.under)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    /// Each unit against its definition: so many of it are so many of another.
    #[test]
    fn every_unit_is_what_it_is_defined_to_be() {
        const DEFINED: &str = include_str!("../../../../tests/inside/units.tsv");
        let lexicon = Language::english().lexicon();
        let (mut held, mut defined) = (Vec::new(), Vec::new());
        for row in DEFINED.lines().filter(|row| !row.starts_with('#')) {
            let fields: Vec<&str> = row.split('\t').collect();
            let &[many, one, few, two] = fields.as_slice() else {
                panic!("four fields a line: {row}");
            };
            let (many, few): (Decimal, Decimal) =
                (many.parse().expect(row), few.parse().expect(row));
            let fits = factors(lexicon, one, two)
                .into_iter()
                .any(|factor| factor.over * many == factor.under * few);
            if !fits {
                held.push(row);
            }
            defined.push(one);
        }
        assert!(held.is_empty(), "not so: {held:#?}");
        for Conversion { unit, .. } in &lexicon.conversions {
            assert!(defined.contains(unit), "no definition of {unit} is tested");
        }
    }
}
