//! A quantity in full: how it is written, what it counts, and everything that it can stand for.

use plumbline_core::figures::{self, Change, Decimal, Interval, Modifier, Unit};
use plumbline_core::text::Utf16;
use serde::Serialize;

/// A quantity of a text. Values are decimal strings in base units: `"14300000000"` for `$14.3bn`, `"49"` for `49%`.
#[derive(Debug, Clone, Serialize)]
pub struct Quantity {
    /// Where it starts: sign or number and unit, without its modifier.
    pub start: usize,
    /// One past its end.
    pub end: usize,
    /// Where it starts with the words of its modifier.
    pub outer_start: usize,
    /// One past its end with the words of its modifier.
    pub outer_end: usize,
    /// The quantity as it is written, without its modifier.
    pub quote: String,
    /// Its kind, as reference sets call it: `percentage-point`.
    pub kind: &'static str,
    /// The value as written, the lower one of a range; none for days.
    pub low: Option<String>,
    /// The upper one of a range, else the same.
    pub high: Option<String>,
    /// Code of the currency, name of the unit in the singular, or the noun phrase that is counted; else empty.
    pub unit: String,
    /// Which of these it is: `currency`, `unit`, `noun`, `none`.
    pub measure: &'static str,
    /// The unit of a rate in the singular: `share` of "$70 a share".
    pub per: Option<String>,
    /// The smaller unit that money is written in: `cent`. Values count the larger one.
    pub minor: Option<String>,
    /// The hedge: `exact`, `about`, `nearly`, `over`, `under`, `at least`, `at most`, `up to`.
    pub modifier: &'static str,
    /// Which way it changed, for the size of a change: `up`, `down`.
    pub change: Option<&'static str>,
    /// The days that a date stands for, as data has them.
    pub dates: Option<String>,
    /// Everything that it can stand for; none for days.
    pub interval: Option<Range>,
    /// Significant digits as written.
    pub digits: u32,
}

/// An interval of exact decimals.
#[derive(Debug, Clone, Serialize)]
pub struct Range {
    /// Where it begins; none where it is open.
    pub low: Option<String>,
    /// Whether the value where it begins belongs to it.
    pub low_closed: bool,
    /// Where it ends; none where it is open.
    pub high: Option<String>,
    /// Whether the value where it ends belongs to it.
    pub high_closed: bool,
}

impl Range {
    fn of(interval: &Interval) -> Self {
        Self {
            low: interval.low.map(|bound| decimal(bound.value)),
            low_closed: interval.low.is_some_and(|bound| bound.closed),
            high: interval.high.map(|bound| decimal(bound.value)),
            high_closed: interval.high.is_some_and(|bound| bound.closed),
        }
    }
}

impl Quantity {
    /// A quantity of `text`, whose converter is `utf16`; `shift` is the byte of the converter's text where `text` begins.
    pub fn of(
        quantity: &figures::Quantity,
        text: &str,
        shift: usize,
        utf16: &mut Utf16<'_>,
    ) -> Self {
        let outer_start = utf16.at(shift + quantity.outer_start);
        let start = utf16.at(shift + quantity.start);
        let end = utf16.at(shift + quantity.end);
        let outer_end = utf16.at(shift + quantity.outer_end);
        let numbered = quantity.dates.is_none();
        let (measure, unit) = match &quantity.unit {
            Unit::None => ("none", String::new()),
            Unit::Currency(code) => ("currency", code.to_string()),
            Unit::Named(name) => ("unit", name.clone()),
            Unit::Noun(noun) => ("noun", noun.words.to_string()),
        };
        Self {
            start,
            end,
            outer_start,
            outer_end,
            quote: text
                .get(quantity.start..quantity.end)
                .unwrap_or_default()
                .to_owned(),
            kind: quantity.kind.name(),
            low: numbered.then(|| decimal(quantity.low)),
            high: numbered.then(|| decimal(quantity.high)),
            unit,
            measure,
            per: quantity.per.as_ref().map(ToString::to_string),
            minor: quantity.minor.as_ref().map(|minor| minor.name.to_string()),
            modifier: modifier(quantity.modifier),
            change: quantity.change.map(|change| match change {
                Change::Up => "up",
                Change::Down => "down",
            }),
            dates: quantity.dates.map(|dates| dates.to_string()),
            interval: numbered.then(|| Range::of(&quantity.interval)),
            digits: quantity.digits,
        }
    }
}

fn decimal(value: Decimal) -> String {
    value.normalize().to_string()
}

fn modifier(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Exact => "exact",
        Modifier::About => "about",
        Modifier::Nearly => "nearly",
        Modifier::Over => "over",
        Modifier::Under => "under",
        Modifier::AtLeast => "at least",
        Modifier::AtMost => "at most",
        Modifier::UpTo => "up to",
    }
}
