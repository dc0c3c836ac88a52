//! What words do in numbers.

use super::coded::{coded, coded_names};

/// What a word does in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    None,
    /// zero to nine
    Unit,
    /// ten to nineteen
    Teen,
    /// twenty to ninety
    Tens,
    Hundred,
    /// "hundreds (of)"
    Hundreds,
    Half,
    Quarter,
    /// An ordinal that can be the lower half of a fraction: "third".
    Ordinal,
    /// One that cannot: "first", "second".
    OrdinalOnly,
    /// "thirds", "halves"
    Parts,
    Dozen,
    Dozens,
    Gross,
    /// "a couple of"
    Couple,
    /// "twenties"
    Decade,
}

coded_names!(Part {
    None = "-",
    Unit = "unit",
    Teen = "teen",
    Tens = "tens",
    Hundred = "hundred",
    Hundreds = "hundreds",
    Half = "half",
    Quarter = "quarter",
    Ordinal = "part",
    OrdinalOnly = "ordinal",
    Parts = "parts",
    Dozen = "dozen",
    Dozens = "dozens",
    Gross = "gross",
    Couple = "couple",
    Decade = "decade",
});

/// How a magnitude must be written to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scale {
    None,
    /// Any case, spaced or not.
    Word,
    /// The plural, which alone names a range: "thousands of".
    Vague,
    /// Any case, without a space before.
    Glued,
    /// In capitals and without a space, or with one and a currency.
    Upper,
    /// Only with a currency.
    Money,
    /// "m": million or metre.
    Metre,
}

coded_names!(Scale {
    None = "-",
    Word = "word",
    Vague = "vague",
    Glued = "glued",
    Upper = "upper",
    Money = "money",
    Metre = "metre",
});

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
