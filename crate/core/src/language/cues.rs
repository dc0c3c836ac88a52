//! Cues: words that say something of a figure near them, as data.

use super::phrases::Phrases;
use crate::lexicon::coded::{coded, coded_names};

/// What a cue says of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    Hypothetical,
    Denied,
    Corrected,
    /// What a cue may be a part of without leaving anything open: "said it would".
    Asserted,
    /// What the sentence after the figure's begins with where it speaks of it.
    Opener,
    Part,
    Cumulative,
    Past,
    Elsewhen,
    Earlier,
    Now,
    LastYear,
    ThisYear,
    /// In the year told of last.
    ThatYear,
    /// When something happened.
    At,
    /// The day that something is told of, not the day that it happened.
    AsOf,
    From,
    Until,
    /// At what count amounts are told.
    Base,
    /// What they are reckoned from.
    Basis,
}

coded_names!(Says {
    Hypothetical = "hypothetical",
    Denied = "denied",
    Corrected = "corrected",
    Asserted = "asserted",
    Opener = "opener",
    Part = "part",
    Cumulative = "cumulative",
    Past = "past",
    Elsewhen = "elsewhen",
    Earlier = "earlier",
    Now = "now",
    LastYear = "last-year",
    ThisYear = "this-year",
    ThatYear = "that-year",
    At = "at",
    AsOf = "as-of",
    From = "from",
    Until = "until",
    Base = "base",
    Basis = "basis",
});

/// Where a cue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    Before,
    After,
    /// Anywhere behind the figure in its sentence.
    Rest,
    Sentence,
    Block,
    /// In the sentence after the figure's.
    Next,
    /// In the figure's modifier, with an article after it: said of a deal and not of its figure.
    Hedge,
    Clause,
    Opening,
    /// Before the figure: it makes a running total of an event's amount, and a level of a state.
    Level,
    Near,
    /// As `Clause` and `Opening`, but not for events: "when it bought X, for $1" tells of the event itself.
    State,
    OpeningState,
    Lapse,
    /// Before an amount of money that is a state's.
    Ahead,
}

coded_names!(Where {
    Before = "before",
    After = "after",
    Rest = "rest",
    Sentence = "sentence",
    Block = "block",
    Next = "next",
    Hedge = "hedge",
    Clause = "clause",
    Opening = "opening",
    Level = "level",
    Near = "near",
    State = "state",
    OpeningState = "opening-state",
    Lapse = "lapse",
    Ahead = "ahead",
});

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
