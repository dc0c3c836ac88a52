//! What ties the figures of a conflict, and by which slip one of them may have become what it is.

use serde::{Deserialize, Serialize};

/// What ties the figures of a conflict; its name is stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tie {
    /// A day of the week and a date.
    Weekday,
    /// A day that the month does not have.
    NoSuchDay,
    /// A change and the levels it goes from and to.
    Change,
    /// A change as an amount and as a share, and the level it leads to.
    Move,
    /// What nothing can be: more than all, fewer than none, colder than cold.
    Impossible,
    /// An amount in two units.
    Conversion,
    /// Two conversions of one pair of currencies.
    Rates,
    /// How many of how many, and the percentage.
    Share,
    /// A part in words and its percentage.
    Portion,
    /// A percentage and the rest.
    Rest,
    /// A percentage of few that are counted one by one.
    ShareOfFew,
    /// A number in words and in digits.
    Again,
    /// How many there are and the age of each.
    Ages,
    /// A whole and its parts.
    Sum,
    /// So many, how much for each, and what that makes.
    Product,
    /// How far, how fast and how long.
    Journey,
    /// Two numbers of votes and by how many the first won.
    Majority,
    /// A column of a table and its total.
    Column,
    /// A row of a table and its total.
    Row,
    /// A figure of the text and the cell of a table that it quotes.
    Cell,
    /// Two years and how long it is between them.
    Span,
    /// Two days and how many days that are.
    Days,
    /// A birth, a death and the age at it.
    Life,
    /// An age and a birth.
    Born,
    /// A beginning and its anniversary.
    Anniversary,
    /// A year and how long ago it was.
    Ago,
    /// A headline, a line below it or a caption, and the body.
    Headline,
}

/// One slip of one figure that would settle a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OneSlip {
    /// The decimal point is one place off.
    DecimalPoint,
    /// Thousand for million, million for billion.
    Magnitude,
    /// Two neighbouring digits are swapped.
    DigitsSwapped,
    /// A digit is doubled, or one of two equal digits is missing.
    DigitDoubled,
    /// The two units are swapped.
    UnitsSwapped,
}
