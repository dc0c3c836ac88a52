//! A quantity as a text writes it.

use super::Interval;
use crate::calendar::{DateSpan, Period};
use crate::lexicon::Modifier;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use time::Date;

/// A number with unit and modifier, where it stands and what it can stand for. It owns all it holds and can be stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    pub per: Option<Cow<'static, str>>,
    /// The smaller unit that money is written in; `low` and `high` count the larger one all the same.
    pub minor: Option<Minor>,
    /// The hedge it is written with.
    pub modifier: Modifier,
    /// Whether it is the size of a change ("rose 8%") and which way.
    pub change: Option<Change>,
    /// The days that a date is written for; `None` for everything else. A date has no number: its `low` and `high`
    /// are zero and its interval is open on both sides.
    pub dates: Option<DateSpan>,
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
    /// The same, whose first byte is at `start`: as it stands in a longer text, or in a part of one.
    #[must_use]
    pub fn moved_to(mut self, start: usize) -> Self {
        let from = self.start;
        for offset in [
            &mut self.start,
            &mut self.end,
            &mut self.outer_start,
            &mut self.outer_end,
        ] {
            *offset = (start + *offset).saturating_sub(from);
        }
        self
    }

    /// Whether it sets a limit on both sides: "over 13" does not.
    pub fn is_bounded(&self) -> bool {
        self.interval.low.is_some() && self.interval.high.is_some()
    }

    /// The days that a date or a year stands for, seen from an article of the day `seen`; none for other kinds, and
    /// for what is no day that there is.
    pub fn period(&self, seen: Option<Date>) -> Option<Period> {
        if self.kind == Kind::Year {
            let year = |value: Decimal| Period::year(value.to_i32()?);
            // "the 2000s" end before 2010.
            let last = match self.rounding.high {
                Some(end) if !end.closed => end.value.checked_sub(Decimal::ONE)?,
                _ => self.high,
            };
            return Some(Period {
                from: year(self.low)?.from,
                to: year(last)?.to,
            });
        }
        self.dates?.period(seen)
    }
}

/// The smaller unit of a currency: "50 cents" is 0.5 with a minor unit of 100 to the dollar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minor {
    /// Its name in the singular: "cent".
    pub name: Cow<'static, str>,
    /// How many make one of the larger.
    pub per_major: u32,
}

/// What sort of quantity it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
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
    /// A day or month of the calendar; [`Quantity::dates`] says which.
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

impl Kind {
    /// All there are.
    pub const ALL: [Self; 15] = [
        Self::Money,
        Self::Percent,
        Self::PercentagePoint,
        Self::Age,
        Self::Count,
        Self::Number,
        Self::Fraction,
        Self::Multiple,
        Self::Duration,
        Self::Year,
        Self::Date,
        Self::Dimension,
        Self::Temperature,
        Self::Ordinal,
        Self::Score,
    ];

    /// What it is called in reference sets and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Percent => "percent",
            Self::PercentagePoint => "percentage-point",
            Self::Age => "age",
            Self::Count => "count",
            Self::Number => "number",
            Self::Fraction => "fraction",
            Self::Multiple => "multiple",
            Self::Duration => "duration",
            Self::Year => "year",
            Self::Date => "date",
            Self::Dimension => "dimension",
            Self::Temperature => "temperature",
            Self::Ordinal => "ordinal",
            Self::Score => "score",
        }
    }
}

impl TryFrom<String> for Kind {
    type Error = NoSuchKind;

    fn try_from(name: String) -> Result<Self, NoSuchKind> {
        name.parse()
    }
}

impl From<Kind> for String {
    fn from(kind: Kind) -> Self {
        kind.name().to_owned()
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// No kind of figure has the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSuchKind(String);

impl fmt::Display for NoSuchKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = Kind::ALL.map(Kind::name).join(", ");
        write!(f, "there is no kind {:?}: write one of {names}", self.0)
    }
}

impl std::error::Error for NoSuchKind {}

impl FromStr for Kind {
    type Err = NoSuchKind;

    fn from_str(name: &str) -> Result<Self, NoSuchKind> {
        let named = Self::ALL.into_iter().find(|kind| kind.name() == name);
        named.ok_or_else(|| NoSuchKind(name.to_owned()))
    }
}

/// What is counted or measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// None is written.
    None,
    /// ISO 4217 code of a currency, upper case: `USD`.
    Currency(Cow<'static, str>),
    /// A unit of the unit table by its name in the singular, with compounds written out:
    /// `percent`, `year`, `kilometre per hour`.
    Named(String),
    /// The noun phrase counted.
    Noun(Noun),
}

/// A noun phrase as a text writes it; its last word is the head: "full-time employees". Two are equal where they have
/// the same words, wherever these stand.
#[derive(Debug, Clone, Eq, Serialize, Deserialize)]
pub struct Noun {
    /// Its words as written.
    pub words: Box<str>,
    /// First byte of it in its text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Noun {
    /// Its last word: "employees" of "full-time employees".
    pub fn head(&self) -> &str {
        self.words.rsplit(' ').next().unwrap_or_default()
    }
}

impl PartialEq for Noun {
    fn eq(&self, other: &Self) -> bool {
        self.words.eq_ignore_ascii_case(&other.words)
    }
}

/// The direction of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// It rose by this much.
    Up,
    /// It fell by this much.
    Down,
}
