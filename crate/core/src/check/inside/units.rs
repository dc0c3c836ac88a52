//! What units are in one another, exactly: the factors are data.

use crate::figures::Decimal;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// A factor to the base unit of a measure, as an exact fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Factor {
    pub(super) over: Decimal,
    pub(super) under: Decimal,
}

/// One meaning of a unit: what it measures, and the factors that are in use for it.
#[derive(Debug)]
struct Meaning {
    measure: &'static str,
    factors: Vec<Factor>,
}

type Table = FxHashMap<&'static str, Vec<Meaning>>;

const DATA: &str = include_str!("../../../data/figures/conversions.tsv");

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::default();
        // A line that cannot be read is a mistake of ours; a test finds it.
        for (unit, meaning) in DATA.lines().filter_map(line) {
            table.entry(unit).or_default().push(meaning);
        }
        table
    })
}

fn line(line: &'static str) -> Option<(&'static str, Meaning)> {
    let mut fields = line.split('\t').filter(|_| !line.starts_with('#'));
    let (unit, measure, factors) = (fields.next()?, fields.next()?, fields.next()?);
    let factors: Option<Vec<Factor>> = factors.split('|').map(factor).collect();
    Some((
        unit,
        Meaning {
            measure,
            factors: factors?,
        },
    ))
}

fn factor(text: &str) -> Option<Factor> {
    let (over, under) = text.split_once('/').unwrap_or((text, "1"));
    Some(Factor {
        over: over.parse().ok()?,
        under: under.parse().ok()?,
    })
}

/// Every way in which the one unit is so many of the other; none where they measure different things.
pub(super) fn factors(one: &str, two: &str) -> Vec<Factor> {
    let table = table();
    let (Some(ones), Some(twos)) = (table.get(one), table.get(two)) else {
        return Vec::new();
    };
    let pairs = ones.iter().flat_map(|a| {
        let same = twos.iter().filter(|b| b.measure == a.measure);
        same.flat_map(|b| (a.factors.iter()).flat_map(|x| b.factors.iter().map(move |y| (*x, *y))))
    });
    pairs
        .filter_map(|(a, b)| {
            Some(Factor {
                over: a.over.checked_mul(b.under)?,
                under: a.under.checked_mul(b.over)?,
            })
        })
        .collect()
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

    #[test]
    fn every_line_of_the_data_is_read() {
        for text in DATA.lines().filter(|l| !l.starts_with('#')) {
            assert!(line(text).is_some(), "{text}");
        }
    }

    /// Each unit against its definition: so many of it are so many of another.
    #[test]
    fn every_unit_is_what_it_is_defined_to_be() {
        const DEFINED: &str = include_str!("../../../tests/inside/units.tsv");
        let (mut held, mut defined) = (Vec::new(), Vec::new());
        for row in DEFINED.lines().filter(|row| !row.starts_with('#')) {
            let fields: Vec<&str> = row.split('\t').collect();
            let &[many, one, few, two] = fields.as_slice() else {
                panic!("four fields a line: {row}");
            };
            let (many, few): (Decimal, Decimal) =
                (many.parse().expect(row), few.parse().expect(row));
            let fits = factors(one, two)
                .into_iter()
                .any(|factor| factor.over * many == factor.under * few);
            if !fits {
                held.push(row);
            }
            defined.push(one);
        }
        assert!(held.is_empty(), "not so: {held:#?}");
        for (unit, _) in DATA.lines().filter_map(line) {
            assert!(defined.contains(&unit), "no definition of {unit} is tested");
        }
    }
}
