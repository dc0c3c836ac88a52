//! Cues: words that say something of a figure near them, as data.

use super::phrases::Phrases;
use crate::lexicon::coded::{coded, coded_names};

coded_names! {
    /// What a cue says of a figure.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) enum Says {
        Hypothetical = "hypothetical",
        Denied = "denied",
        Corrected = "corrected",
        /// What a cue may be a part of without leaving anything open: "said it would".
        Asserted = "asserted",
        /// What the sentence after the figure's begins with where it speaks of it.
        Opener = "opener",
        Part = "part",
        Cumulative = "cumulative",
        Past = "past",
        Elsewhen = "elsewhen",
        Earlier = "earlier",
        Now = "now",
        LastYear = "last-year",
        ThisYear = "this-year",
        /// In the year told of last.
        ThatYear = "that-year",
        /// When something happened.
        At = "at",
        /// The day that something is told of, not the day that it happened.
        AsOf = "as-of",
        From = "from",
        Until = "until",
        /// At what count amounts are told.
        Base = "base",
        /// The same, where nothing follows the figure that it could be a count of.
        BaseAlone = "base-alone",
        /// What they are reckoned from.
        Basis = "basis",
        /// What the figure before is a part of.
        Whole = "whole",
    }
}

coded_names! {
    /// Where a cue stands.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) enum Where {
        Before = "before",
        After = "after",
        /// Anywhere behind the figure in its sentence.
        Rest = "rest",
        Sentence = "sentence",
        Block = "block",
        /// In the sentence after the figure's.
        Next = "next",
        /// In the figure's modifier, with an article after it: said of a deal and not of its figure.
        Hedge = "hedge",
        Clause = "clause",
        Opening = "opening",
        /// Before the figure: it makes a running total of an event's amount, and a level of a state.
        Level = "level",
        Near = "near",
        /// As `Clause` and `Opening`, but not for events: "when it bought X, for $1" tells of the event itself.
        State = "state",
        OpeningState = "opening-state",
        Lapse = "lapse",
        /// Before an amount of money that is a state's.
        Ahead = "ahead",
    }
}

/// Phrases that say the same, standing there.
#[derive(Debug)]
pub(crate) struct Cue {
    pub(crate) says: Says,
    pub(crate) place: Where,
    pub(crate) phrases: Phrases,
}

coded!(Cue {
    says,
    place,
    phrases
});

impl Cue {
    /// Whether it says nothing itself, but something of other cues.
    pub(crate) fn helps(&self) -> bool {
        matches!(self.says, Says::Asserted | Says::Opener)
    }
}
