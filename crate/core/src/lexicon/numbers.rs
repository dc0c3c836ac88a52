//! What words do in numbers.

use super::coded::{coded, coded_names};

coded_names! {
    /// What a word does in a number.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) enum Part {
        None = "-",
        /// zero to nine
        Unit = "unit",
        /// ten to nineteen
        Teen = "teen",
        /// twenty to ninety
        Tens = "tens",
        Hundred = "hundred",
        /// "hundreds (of)"
        Hundreds = "hundreds",
        Half = "half",
        Quarter = "quarter",
        /// An ordinal that can be the lower half of a fraction: "third".
        Ordinal = "part",
        /// One that cannot: "first", "second".
        OrdinalOnly = "ordinal",
        /// "thirds", "halves"
        Parts = "parts",
        Dozen = "dozen",
        Dozens = "dozens",
        Gross = "gross",
        /// "a couple of"
        Couple = "couple",
        /// "twenties"
        Decade = "decade",
    }
}

coded_names! {
    /// How a magnitude must be written to be one.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) enum Scale {
        None = "-",
        /// Any case, spaced or not.
        Word = "word",
        /// The plural, which alone names a range: "thousands of".
        Vague = "vague",
        /// Any case, without a space before.
        Glued = "glued",
        /// In capitals and without a space, or with one and a currency.
        Upper = "upper",
        /// Only with a currency.
        Money = "money",
        /// "m": million or metre.
        Metre = "metre",
    }
}

/// What is known of a word besides its classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) part: Part,
    /// Value of `part`, or the month.
    pub(crate) value: u64,
    pub(crate) scale: Scale,
    /// The power of ten of `scale`.
    pub(crate) power: u32,
    /// The magnitude that counts when the word is written in capitals ("M", "MM").
    pub(crate) upper: Option<u32>,
}

coded!(Word {
    part,
    value,
    scale,
    power,
    upper
});

impl Word {
    /// A word that is no part of a number.
    pub(crate) const PLAIN: Self = Self {
        part: Part::None,
        value: 0,
        scale: Scale::None,
        power: 0,
        upper: None,
    };
}
