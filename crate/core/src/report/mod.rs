//! What a check gives back: findings with reasons and evidence, as structure. The words that a reader is shown are
//! made from it elsewhere, and last.
//!
//! Offsets are UTF-16 code units within their block. Times are written `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or two of
//! them with a slash between.

mod ties;

use crate::figures::{Change, Decimal, Kind, Unit};
use crate::reference::DerivationKind;
use serde::{Deserialize, Serialize};
pub use ties::{OneSlip, Tie};

/// Everything that was found on a page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The counts shown on top.
    pub summary: Summary,
    /// The date the article is read as of, `YYYY-MM-DD`, or empty when unknown.
    pub published: String,
    /// The language the page says it is in, where that is not English and nothing was read; else empty.
    pub foreign: String,
    /// The source that the page itself is, as index in `sources`; it has no voice in what is found on the page.
    pub itself: Option<usize>,
    /// The other articles that tell of the same things, as indices in `sources`, whether or not their figures can be
    /// compared.
    pub beside: Vec<usize>,
    /// What was found, in the order of the first place of each; those with [`Level::None`] are listed, not drawn.
    /// At most [`MOST_FINDINGS`].
    pub findings: Vec<Finding>,
    /// How many findings there are beyond those.
    pub more: usize,
    /// How many findings are left out by the reader's word.
    pub left_out: usize,
    /// The figures that were read and not compared, by the reason.
    pub passed: Vec<Passed>,
    /// The sources that the evidence names.
    pub sources: Vec<Source>,
    /// What the reference set covers, for a page on which nothing is covered.
    pub covers: Vec<String>,
}

/// How many findings a report holds: more than anybody looks through, and few enough for one message.
pub const MOST_FINDINGS: usize = 2_000;

/// How many places the findings of a report have beyond their first ones.
pub const MOST_PLACES: usize = 20_000;

/// How many figures are named that were not compared for one reason.
pub const MOST_PASSED: usize = 500;

/// How many figures were read, and what was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Figures read in the article.
    pub read: usize,
    /// Findings with [`Level::Warn`]; one error is one finding, in however many places it stands.
    pub warned: usize,
    /// Findings with [`Level::Mark`].
    pub marked: usize,
    /// Findings that every comparable source agrees with.
    pub supported: usize,
    /// Figures that were not compared.
    pub not_covered: usize,
    /// Figures that could be held against one another within the article.
    pub checked: usize,
}

/// A figure of the page, wherever it stands, with its verdict and evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Where it stands: one or more places, in reading order.
    pub places: Vec<Place>,
    /// What stands around the first of those places, in their order; fewer than places where there are many.
    pub spots: Vec<Spot>,
    /// In how many places it stands.
    pub times: usize,
    /// What the evidence says.
    pub verdict: Verdict,
    /// How the page shows it.
    pub level: Level,
    /// What the figure is about: "Meta's investment in Scale AI"; empty where that is not known by a name.
    pub about: String,
    /// Why the verdict is what it is.
    pub reason: Reason,
    /// What it was compared with, in the order in which a reader wants to know it.
    pub evidence: Vec<Evidence>,
}

impl Finding {
    /// What kind of reason it is for, by a name that stays: `article/weekday`, `sources/one-differs`.
    pub fn code(&self) -> String {
        match &self.reason {
            Reason::Sources(weighed) => {
                format!("sources/{}", kebab(&format!("{:?}", weighed.code)))
            }
            Reason::Article(odds) => format!("article/{}", kebab(&format!("{:?}", odds.tie))),
        }
    }
}

/// `OneDiffers` as `one-differs`.
fn kebab(name: &str) -> String {
    let mut made = String::new();
    for (at, c) in name.char_indices() {
        if at > 0 && c.is_ascii_uppercase() {
            made.push('-');
        }
        made.push(c.to_ascii_lowercase());
    }
    made
}

impl Report {
    /// Leaves out findings, by their index; the counts follow.
    pub fn leave_out(&mut self, findings: &[usize]) {
        for &index in findings {
            let Some(finding) = self.findings.get(index) else {
                continue;
            };
            let count = match finding.level {
                Level::Warn => &mut self.summary.warned,
                Level::Mark => &mut self.summary.marked,
                Level::None => &mut self.summary.supported,
            };
            *count = count.saturating_sub(1);
            self.left_out += 1;
        }
        let mut at = 0..;
        self.findings
            .retain(|_| at.next().is_none_or(|at| !findings.contains(&at)));
    }
}

/// Where a figure stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Index of the block in the page.
    pub block: usize,
    /// First UTF-16 code unit of the figure within the block's text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The figure as the page writes it: the text between `start` and `end`.
    pub quote: String,
}

/// What stands around a figure of a page, whose text is its blocks with a line break between two of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Spot {
    /// How many characters of the page's text stand before it.
    pub at: usize,
    /// The last of them.
    pub prefix: String,
    /// The characters that follow it.
    pub suffix: String,
    /// Its sentence, with single spaces; of one that is very long what is near.
    pub sentence: String,
}

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

/// What a figure was compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Evidence {
    /// A figure that sources state.
    Source(Testimony),
    /// Another figure of this page.
    Page(Place),
    /// What follows from other figures.
    Arithmetic(Arithmetic),
}

/// A figure that sources state, with the sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Testimony {
    /// The figure.
    pub figure: Figure,
    /// How it stands to the page's.
    pub stand: Stand,
    /// Whether it is a slip of its source, which counts for nothing.
    pub slip: bool,
    /// Who states it.
    pub voices: Vec<Voice>,
}

/// How a figure stands to the page's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stand {
    /// It is the same.
    Same,
    /// Both can be true.
    Fits,
    /// Both cannot.
    Differs,
}

/// A source that states something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Voice {
    /// Index in [`Report::sources`].
    pub source: usize,
    /// The source that it repeats and counts once with.
    pub repeats: Option<usize>,
    /// The sentence in which it stands there, where the source is kept with its words; else empty.
    pub passage: String,
    /// Where it is a claim that the source has looked into: what it makes of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Box<Reviewed>>,
}

/// What became of a claim that somebody has looked into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reviewed {
    /// How it is rated, in the words of who rated it, or as "1 of 5".
    pub rating: String,
    /// Whether that denies it; else it bears it out.
    pub denied: bool,
    /// Who claims it, or empty.
    pub claimant: String,
    /// The day on which it was claimed, `YYYY-MM-DD`, or empty.
    pub claimed: String,
}

/// A calculation whose result is held against the figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Arithmetic {
    /// Which.
    pub by: DerivationKind,
    /// What goes in, as written.
    pub from: Vec<String>,
    /// The middle of what comes out.
    pub gives: Decimal,
    /// Its unit.
    pub unit: Unit,
    /// How it stands to the page's figure.
    pub stand: Stand,
    /// Whether it agrees with the best supported figure.
    pub fits_best: bool,
    /// Which share of the whole the page's figure would be, in percent, where that is the clearer for it.
    pub implied: Option<Decimal>,
    /// Who states what goes in.
    pub voices: Vec<Voice>,
}

/// A source: who says so, where and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// Who published it; empty when unknown.
    pub publisher: String,
    /// What it is, where it has no publisher: "technology blog".
    pub described: String,
    /// Its title.
    pub title: String,
    /// Its date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, or empty when unknown.
    pub date: String,
    /// Whether it says its date itself.
    pub dated: bool,
    /// Its address, or empty.
    pub address: String,
}

/// Figures that were read and not compared, for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Passed {
    /// The reason.
    pub why: Why,
    /// How many there are.
    pub count: usize,
    /// Where they stand, in reading order, at most [`MOST_PASSED`].
    pub places: Vec<Place>,
}

/// Why a figure was not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The article is supposing or planning.
    Supposed,
    /// The article says that it is not so, or that others say so.
    NotAsserted,
    /// It is a part of the whole, or a sum of several.
    PartOrSum,
    /// It is too rough to be held against anything.
    Rough,
    /// The article does not say its day, or the time that it speaks of.
    NoTime,
    /// Sources speak of another time.
    OtherTime,
    /// Sources give it in another currency or unit.
    OtherMeasure,
    /// It may be of this, or may not be.
    Unclear,
    /// Nobody but this page states it.
    OnlyHere,
    /// No source speaks of it.
    NoSource,
}

/// What the evidence says of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every comparable source agrees.
    Supported,
    /// Sources differ.
    Disputed,
    /// No comparable source supports it.
    Contradicted,
    /// Figures of the article cannot all be right.
    AtOdds,
    /// A later text gives another value of what changes.
    Outdated,
    /// Nothing comparable, or not asserted.
    NotCovered,
}

/// How the page shows a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Not drawn.
    None,
    /// Quiet and dotted: sources differ, or one alone says otherwise.
    Mark,
    /// The evidence is against it.
    Warn,
}
