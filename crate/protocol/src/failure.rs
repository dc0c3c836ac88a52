//! What went wrong, as a code. What the reader is told of it is chosen where it is shown, from the words of the interface.

use serde::{Deserialize, Serialize};

/// What went wrong between the parts of the extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Why {
    /// The engine stopped in the middle of its work, and was started anew.
    Engine,
    /// The browser stopped the background before it had answered.
    Stopped,
    /// The page was left or closed.
    Left,
    /// It took too long, and was given up.
    Late,
    /// There is more than the browser hands from one part to another at once.
    Large,
    /// The page is longer than any that is read.
    Long,
    /// There is no tab.
    NoTab,
    /// The extension was updated or switched off: the script in the page is of one that is gone.
    Ended,
    /// What was spoken of is not on the page any more.
    Changed,
    /// The problem is a sentence for the reader.
    Told,
    /// Anything else: the problem is in the words of browser or program.
    Unknown,
}

/// Why an answer is not to be had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Failure {
    /// What went wrong.
    pub why: Why,
    /// What else is known of it, or nothing: for [`Why::Told`] what the reader is told, else for those who look for the
    /// cause.
    pub problem: String,
}

impl Failure {
    /// One of which nothing else is known.
    pub fn of(why: Why) -> Self {
        Self::with(why, String::new())
    }

    /// One of which something else is known.
    pub fn with(why: Why, problem: String) -> Self {
        Self { why, problem }
    }
}

/// In the words of browser or program.
impl From<String> for Failure {
    fn from(problem: String) -> Self {
        Self::with(Why::Unknown, problem)
    }
}
