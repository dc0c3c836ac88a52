//! What stands with numbers: modifiers, currencies, units, and how many of one unit are another.

use super::coded::{Bytes, Coded, coded, coded_names};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

coded_names! {
    /// The hedge a quantity is written with, as the field names them.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Modifier {
        /// None, or "exactly".
        #[default]
        Exact = "exact",
        /// "about", "around", "roughly", "some", "~".
        About = "about",
        /// "nearly", "almost", "close to": just under.
        Nearly = "nearly",
        /// "over", "more than", "topped", a trailing "+".
        Over = "over",
        /// "under", "less than", "below", "fewer than".
        Under = "under",
        /// "at least", "or more", "a minimum of".
        AtLeast = "at_least",
        /// "at most", "no more than", "or less".
        AtMost = "at_most",
        /// "up to", "as much as", "as many as".
        UpTo = "up_to",
    }
}

/// A currency of the currency table.
#[derive(Debug)]
pub(crate) struct Currency {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    /// How it is written before a number when shown; empty where only the code will do.
    pub(crate) sign: &'static str,
    /// The smaller unit, in the singular, and how many make one of the larger.
    pub(crate) minor: &'static str,
    pub(crate) minor_per_major: u32,
}

coded!(Currency {
    code,
    name,
    sign,
    minor,
    minor_per_major
});

/// Marks a currency before a number that is written in millions: "MEUR 60".
pub(crate) const MILLIONS: u16 = 1 << 15;
/// Marks a currency that one or two letters before a number may mean: "R5.2 trillion".
pub(crate) const LETTERS: u16 = 1 << 14;

/// The code of a dollar whose country is not known.
pub(crate) const OPEN_DOLLAR: &str = "XDL";

/// What a unit phrase after a number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    Major(u16),
    /// "MEUR": millions of it.
    Millions(u16),
    Minor(u16),
    Unit(u16),
}

impl Coded for Measure {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        let (sort, index) = match *self {
            Self::Major(index) => (0, index),
            Self::Millions(index) => (1, index),
            Self::Minor(index) => (2, index),
            Self::Unit(index) => (3, index),
        };
        (u64::from(index) * 4 + sort).put(out);
    }

    fn take(bytes: &mut Bytes) -> Option<Self> {
        let number = bytes.number()?;
        let index = u16::try_from(number / 4).ok()?;
        Some(match number % 4 {
            0 => Self::Major(index),
            1 => Self::Millions(index),
            2 => Self::Minor(index),
            _ => Self::Unit(index),
        })
    }
}

coded_names! {
    /// What a unit measures.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) enum Sort {
        Dimension = "dimension",
        Duration = "duration",
        Temperature = "temperature",
        Percent = "percent",
        Points = "points",
        Basis = "basis",
        Count = "count",
        /// "10-fold"
        Factor = "factor",
        /// Only after "per".
        Rate = "rate",
    }
}

/// A unit of the unit table.
#[derive(Debug)]
pub(crate) struct UnitEntry {
    pub(crate) name: &'static str,
    pub(crate) sort: Sort,
    /// The lesser unit that is told with it, and how many make one: inches of a foot.
    pub(crate) lesser: Option<(&'static str, u32)>,
}

coded!(UnitEntry { name, sort, lesser });

/// What a unit is of the first one of its measure: "mile", "length", 1609.344. A word that may be several units has
/// several factors, and may have several measures.
#[derive(Debug)]
pub(crate) struct Conversion {
    pub(crate) unit: &'static str,
    pub(crate) measure: &'static str,
    /// Each as a fraction.
    pub(crate) factors: Vec<(Decimal, Decimal)>,
}

coded!(Conversion {
    unit,
    measure,
    factors
});

/// How long a unit of time is.
#[derive(Debug)]
pub(crate) struct Length {
    pub(crate) unit: &'static str,
    /// In days, on average, as a fraction.
    pub(crate) days: (Decimal, Decimal),
    /// How many days what is called after it goes on, the fewest and the most: "week-long".
    pub(crate) called: Option<(u32, u32)>,
    /// How many of it longer units have.
    pub(crate) of_longer: Vec<u32>,
}

coded!(Length {
    unit,
    days,
    called,
    of_longer
});

impl Coded for Decimal {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        u64::try_from(self.mantissa()).unwrap_or(0).put(out);
        self.scale().put(out);
    }

    fn take(bytes: &mut Bytes) -> Option<Self> {
        let mantissa = i128::from(bytes.number()?);
        let scale = u32::take(bytes)?;
        Self::try_from_i128_with_scale(mantissa, scale).ok()
    }
}
