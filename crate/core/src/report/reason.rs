//! Why a verdict is what it is: what sources say beside a figure, or which figures of the article cannot all be right.

use super::ties::{OneSlip, Tie};
use crate::figures::{Change, Decimal, Kind, Unit};
use serde::{Deserialize, Serialize};

/// Why a verdict is what it is, by what the figure was held against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "against", rename_all = "camelCase")]
pub enum Reason {
    /// What sources state, and what follows from that.
    Sources(Box<Weighed>),
    /// Other figures of the same article.
    Article(Box<AtOdds>),
}

/// What sources say beside a figure of the page; each of its signs stands for itself. Counts are of independent sources other than the page itself.
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts that go together in every way"
)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Weighed {
    /// What it comes to.
    pub code: Code,
    /// The figure as the page writes it, hedge included.
    pub page: String,
    /// What kind of figure it is.
    pub kind: Kind,
    /// Whose it is by the page's words, where the finding has no other name for what it is about; or empty.
    pub whose: String,
    /// Whether the page writes it without a hedge.
    pub exact: bool,
    /// The best supported figure of the sources.
    pub best: Figure,
    /// How many state it.
    pub stating: usize,
    /// Whether others state figures that fit it and are not the same.
    pub roughly: bool,
    /// Whether the page's figure agrees with it.
    pub with_best: bool,
    /// Whether it is the same, and not only fits it.
    pub same: bool,
    /// How many agree with the page.
    pub agreeing: usize,
    /// What those state that agree with the page in another figure than the best supported.
    pub in_other_words: Option<Figure>,
    /// What the others state that neither agrees with the page nor is the best supported figure, by weight.
    pub others: Vec<Stated>,
    /// How many times as large the best supported figure is, where it is of another size than the page's.
    pub ratio: Option<Ratio>,
    /// What most likely went wrong.
    pub slip: Option<Mistake>,
    /// The date of the latest source, where what it states can have changed since.
    pub as_of: Option<String>,
    /// Whether arithmetic bears out the best supported figure and not the page's.
    pub reckoned: bool,
    /// Whether no source that speaks against the page, or for it, names both its publisher and its day.
    pub weak: bool,
}

/// What the comparison with sources comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// Two independent sources agree, and none differs.
    Agree,
    /// One source agrees, and none differs.
    OneAgrees,
    /// Sources differ, and most support the page's figure.
    BestSupported,
    /// Sources differ, and none of their figures is better supported than another.
    Differ,
    /// One source alone says otherwise.
    OneDiffers,
    /// Sources differ, and most are against the page's figure.
    Outweighed,
    /// No source agrees.
    Unsupported,
    /// A later article gives another value of what goes on changing.
    Outdated,
    /// Who has looked into a claim of the very figure denies it.
    Denied,
}

/// A figure that a source states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// As the source writes it; an age as its number.
    pub text: String,
    /// When it holds, as far as the source says and it matters.
    pub when: Held,
}

/// When a figure of a source holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Held {
    /// Nothing is said of it, or it does not matter.
    #[default]
    Unsaid,
    /// At a time.
    At(String),
    /// At some time before another.
    Before(String),
    /// An age on the day of the source, and what it makes on the day of the article.
    Reckoned {
        /// When the source tells it.
        told: String,
        /// The age that this makes.
        low: i32,
        /// Or this, where the birthday decides.
        high: i32,
        /// When the article is from.
        now: String,
    },
}

/// A figure with how many independent sources state it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Stated {
    /// The figure.
    pub figure: Figure,
    /// How many state it and do not state the best supported one as well.
    pub sources: usize,
}

/// How two figures stand in size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ratio {
    /// The other is so many times as large.
    Times(u32),
    /// The other is so many times smaller.
    Part(u32),
}

/// What most likely went wrong with a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Mistake {
    /// The decimal point is one place off.
    DecimalPoint,
    /// Million for billion, or the like.
    Magnitude,
    /// Two digits are swapped.
    DigitsSwapped,
    /// It is the figure of another property.
    OtherProperty {
        /// What that is called.
        about: String,
        /// The figure there.
        figure: Figure,
    },
    /// It is the figure of another time.
    OtherTime {
        /// The figure there.
        figure: Figure,
    },
}

/// Figures of one article that cannot all be right; none of them is called wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AtOdds {
    /// What ties the figures.
    pub tie: Tie,
    /// The figures in the order of the tie, as indices of the finding's places: what is reckoned, then what it is
    /// reckoned from.
    pub order: Vec<usize>,
    /// What the others make of the first one, as far as one value says it: in its unit; for a day of the week the
    /// one that the date has, Monday is 1; for a day that does not exist, how many days its month has.
    pub gives: Option<Decimal>,
    /// Where that is a run of values, the last of them.
    pub up_to: Option<Decimal>,
    /// The unit of what the others give.
    pub unit: Unit,
    /// Which way the levels of a change go.
    pub way: Option<Change>,
    /// For a day without a year, the year that is nearest to the article.
    pub year: Option<i32>,
    /// The day or year from which it is seen, as the page writes it; else empty.
    pub seen: String,
    /// One slip of the first one that would settle it.
    pub slip: Option<OneSlip>,
    /// Whether only the last digit of one of them is off.
    pub by_last_digit: bool,
}
