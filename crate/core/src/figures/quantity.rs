//! A quantity as a text writes it.

use super::Interval;
use rust_decimal::Decimal;

/// A number with unit and modifier, where it stands and what it can stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// First byte of the figure: sign or number and unit, without its modifier.
    pub start: usize,
    /// One past the last byte of the figure.
    pub end: usize,
    /// First byte with the modifier's words included, where they stand before; else `start`.
    pub outer_start: usize,
    /// One past the last byte with a modifier that stands after ("or more", "+") included; else `end`.
    pub outer_end: usize,
    /// What sort of quantity it is.
    pub kind: Kind,
    /// What is counted or measured.
    pub unit: Unit,
    /// The unit of a rate, by its name in the singular: "week" of "$920 a week", "share" of "$70 a share".
    pub per: Option<&'static str>,
    /// The smaller unit that money is written in; `low` and `high` count the larger one all the same.
    pub minor: Option<Minor>,
    /// The hedge it is written with.
    pub modifier: Modifier,
    /// Whether it is the size of a change ("rose 8%") and which way.
    pub change: Option<Change>,
    /// The value as written, in base units: 14300000000 for `$14.3bn`, 49 for `49%`. The lower one of a range.
    pub low: Decimal,
    /// The upper value of a range; equal to `low` for a single value.
    pub high: Decimal,
    /// Everything the quantity can stand for: rounding of its digits, widened or opened by its modifier.
    pub interval: Interval,
    /// What the number alone stands for, whatever modifier it is written with: 14 billion is [13.5, 14.5) × 10⁹.
    pub rounding: Interval,
    /// Significant digits as written (of the less exact end of a range).
    pub digits: u32,
}

impl Quantity {
    /// Whether it sets a limit on both sides: "over 13" does not.
    pub fn is_bounded(&self) -> bool {
        self.interval.low.is_some() && self.interval.high.is_some()
    }
}

/// The smaller unit of a currency: "50 cents" is 0.5 with a minor unit of 100 to the dollar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minor {
    /// Its name in the singular: "cent".
    pub name: &'static str,
    /// How many make one of the larger.
    pub per_major: u32,
}

/// What sort of quantity it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An amount of a currency.
    Money,
    /// A percentage, written as its number.
    Percent,
    /// A difference of percentages, in percentage points or in basis points, as its unit says.
    PercentagePoint,
    /// The age of somebody or something.
    Age,
    /// A number of things that are named.
    Count,
    /// A number without anything to count.
    Number,
    /// A part of a whole: "a third of", "two-thirds".
    Fraction,
    /// A factor: "doubled", "fivefold", "three times".
    Multiple,
    /// A length of time.
    Duration,
    /// A calendar year, decade or run of years; `low` is the (first) year.
    Year,
    /// A day, month or quarter of the calendar; `low` is `YYYYMMDD`, with 00 for what is not said.
    Date,
    /// A physical measurement.
    Dimension,
    /// A temperature.
    Temperature,
    /// A rank: "third", "second-largest".
    Ordinal,
    /// A score, odds or ratio: "2-0", "five to one".
    Score,
}

/// What is counted or measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// None is written.
    None,
    /// ISO 4217 code of a currency, upper case: `USD`.
    Currency(&'static str),
    /// A unit of the unit table by its name in the singular, with compounds written out:
    /// `percent`, `year`, `kilometre per hour`.
    Named(String),
    /// The noun phrase counted, as bytes of the text; its last word is the head: "full-time employees".
    Noun {
        /// First byte.
        start: usize,
        /// One past the last byte.
        end: usize,
    },
}

impl Unit {
    /// Whether amounts of the two can be of one measure; what is counted is for the caller to compare.
    pub fn same_measure(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Currency(a), Self::Currency(b)) => a == b,
            (Self::Named(a), Self::Named(b)) => a == b,
            (Self::None | Self::Noun { .. }, Self::None | Self::Noun { .. }) => true,
            _ => false,
        }
    }
}

/// The hedge a quantity is written with, as the field names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Modifier {
    /// None, or "exactly".
    #[default]
    Exact,
    /// "about", "around", "roughly", "some", "~".
    About,
    /// "nearly", "almost", "close to": just under.
    Nearly,
    /// "over", "more than", "topped", a trailing "+".
    Over,
    /// "under", "less than", "below", "fewer than".
    Under,
    /// "at least", "or more", "a minimum of".
    AtLeast,
    /// "at most", "no more than", "or less".
    AtMost,
    /// "up to", "as much as", "as many as".
    UpTo,
}

/// The direction of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// It rose by this much.
    Up,
    /// It fell by this much.
    Down,
}
