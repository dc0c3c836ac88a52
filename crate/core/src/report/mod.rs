//! What a check gives back: findings with reasons and evidence, as structure. The words that a reader is shown are
//! made from it elsewhere, and last.
//!
//! Offsets are UTF-16 code units within their block. Times are written `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or two of
//! them with a slash between.

mod evidence;
mod passed;
mod place;
mod reason;
mod ties;
mod verdict;

pub use evidence::{Arithmetic, Evidence, Reviewed, Source, Stand, Testimony, Voice};
pub use passed::{MOST_PASSED, Passed, Why};
pub use place::{Place, Spot};
pub use reason::{AtOdds, Code, Figure, Held, Mistake, Ratio, Reason, Stated, Weighed};
use serde::{Deserialize, Serialize};
pub use ties::{OneSlip, Tie};
pub use verdict::{Level, Verdict};

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
