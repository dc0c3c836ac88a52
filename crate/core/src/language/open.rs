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
            pub(super) const NAMES: &'static [&'static str] = &[$($written),*];
        }
    };
}

open! {
    Almost = "almost",
    Answer = "answer",
    Apart = "apart",
    Aside = "aside",
    Asking = "asking",
    BringAbout = "bring-about",
    Build = "build",
    Buy = "buy",
    Calendar = "calendar",
    Change = "change",
    Charge = "charge",
    Company = "company",
    Comparing = "comparing",
    Deal = "deal",
    Dealing = "dealing",
    Equity = "equity",
    Example = "example",
    Forgo = "forgo",
    Found = "found",
    Invest = "invest",
    Outlay = "outlay",
    Pay = "pay",
    Person = "person",
    Plain = "plain",
    Purpose = "purpose",
    Quit = "quit",
    Rival = "rival",
    Settled = "settled",
    Stake = "stake",
    Sum = "sum",
    Undertake = "undertake",
    Undertaking = "undertaking",
    Unit = "unit",
    Vague = "vague",
    While = "while",
}

/// An open class of the data.
#[derive(Debug, Default)]
pub(crate) struct Class {
    pub(crate) name: &'static str,
    /// Its words with every inflected form.
    pub(crate) phrases: Phrases,
    pub(crate) verbs: bool,
}

coded!(Class {
    name,
    phrases,
    verbs
});
