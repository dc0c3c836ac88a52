//! Open classes of words and phrases, by name, as data.

use super::phrases::Phrases;
use crate::lexicon::coded::coded;

macro_rules! open {
    ($($(#[$about:meta])* $name:ident = $written:literal,)*) => {
        /// An open class that the reading itself asks for; patterns may name any.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Open {
            $($(#[$about])* $name,)*
        }

        impl Open {
            /// Their names in the data, in the order of their declaration.
            pub(crate) const NAMES: &'static [&'static str] = &[$($written),*];
        }
    };
}

open! {
    Agreed = "agreed",
    Almost = "almost",
    Answer = "answer",
    Apart = "apart",
    Aside = "aside",
    Asking = "asking",
    Begin = "begin",
    BringAbout = "bring-about",
    Calendar = "calendar",
    Charge = "charge",
    Company = "company",
    Comparing = "comparing",
    Example = "example",
    Forgo = "forgo",
    GiveMoney = "give-money",
    Happening = "happening",
    Head = "head",
    OtherParty = "other-party",
    PartOf = "part-of",
    Person = "person",
    Plain = "plain",
    Priced = "priced",
    Purpose = "purpose",
    PutIn = "put-in",
    Quit = "quit",
    Settled = "settled",
    StandsFor = "stands-for",
    Sum = "sum",
    TakeOver = "take-over",
    Undertake = "undertake",
    Undertaking = "undertaking",
    Vague = "vague",
    While = "while",
    Whole = "whole",
}

/// An open class of the data.
#[derive(Debug, Default)]
pub(crate) struct Class {
    pub(crate) name: &'static str,
    /// Its own words with every inflected form.
    pub(crate) phrases: Phrases,
    /// The names of the classes that it takes in.
    pub(crate) includes: Vec<&'static str>,
    pub(crate) verbs: bool,
}

coded!(Class {
    name,
    phrases,
    includes,
    verbs
});
