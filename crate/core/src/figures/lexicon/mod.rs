//! The words that figures are written with, read once from the data files.

pub(in crate::figures) mod class;
mod load;
pub(in crate::figures) mod phrases;
pub(in crate::figures) use load::lexicon;

use crate::figures::lexicon::class::{BEGINS, Class};
use crate::figures::lexicon::phrases::{Id, Phrases};
use crate::figures::quantity::Modifier;
use crate::text::tokens;

/// What a word does in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::figures) enum Part {
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

/// How a magnitude must be written to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::figures) enum Scale {
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

/// What is known of a word.
#[derive(Debug, Clone, Copy)]
pub(in crate::figures) struct Word {
    pub(in crate::figures) class: Class,
    pub(in crate::figures) part: Part,
    /// Value of `part`, or the month.
    pub(in crate::figures) value: u64,
    pub(in crate::figures) scale: Scale,
    /// The power of ten of `scale`.
    pub(in crate::figures) power: u32,
    /// The magnitude that counts when the word is written in capitals ("M", "MM").
    pub(in crate::figures) upper: Option<u32>,
}

const UNKNOWN: Word = Word {
    class: Class::NONE,
    part: Part::None,
    value: 0,
    scale: Scale::None,
    power: 0,
    upper: None,
};

/// A currency of the currency table.
#[derive(Debug)]
pub(in crate::figures) struct Currency {
    pub(in crate::figures) code: &'static str,
    pub(in crate::figures) name: &'static str,
    /// The smaller unit, in the singular, and how many make one of the larger.
    pub(in crate::figures) minor: &'static str,
    pub(in crate::figures) minor_per_major: u32,
}

/// Marks a currency before a number that is written in millions: "MEUR 60".
pub(in crate::figures) const MILLIONS: u16 = 1 << 15;
/// Marks a currency that one or two letters before a number may mean: "R5.2 trillion".
pub(in crate::figures) const LETTERS: u16 = 1 << 14;

/// The code of a dollar whose country is not known.
pub(in crate::figures) const OPEN_DOLLAR: &str = "XDL";

/// What a unit phrase after a number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::figures) enum Measure {
    Major(u16),
    /// "MEUR": millions of it.
    Millions(u16),
    Minor(u16),
    Unit(u16),
}

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::figures) enum Sort {
    Dimension,
    Duration,
    Temperature,
    Percent,
    Points,
    Basis,
    Count,
    /// "10-fold"
    Factor,
    /// Only after "per".
    Rate,
}

/// A unit of the unit table.
#[derive(Debug)]
pub(in crate::figures) struct UnitEntry {
    pub(in crate::figures) name: &'static str,
    pub(in crate::figures) sort: Sort,
    /// The lesser unit that is told with it, and how many make one: inches of a foot.
    pub(in crate::figures) lesser: Option<(&'static str, u32)>,
}

/// Everything the data files say.
#[derive(Debug)]
pub(in crate::figures) struct Lexicon {
    words: Vec<Word>,
    texts: Vec<Box<[u8]>>,
    /// Open addressing; a power of two long; 0 is free. With the upper half of each word's hash.
    slots: Vec<(Id, u16)>,
    classes: Vec<Class>,
    /// Whether a figure can begin with each word, side by side for the first look.
    begins: Vec<bool>,
    /// The words of ASCII signs.
    signs: [Id; 128],
    pub(in crate::figures) currencies: Vec<Currency>,
    pub(in crate::figures) units: Vec<UnitEntry>,
    /// Signs, codes and prefixes before a number.
    pub(in crate::figures) before: Phrases<u16>,
    /// Units, currencies and percent signs after a number.
    pub(in crate::figures) after: Phrases<Measure>,
    /// Hedges before, matched backwards.
    pub(in crate::figures) hedges: Phrases<Modifier>,
    /// Words before a date or a year that say on which side of it something lies, matched backwards.
    pub(in crate::figures) sides: Phrases<Modifier>,
    /// Words with a number in them that are no figures.
    pub(in crate::figures) idioms: Phrases<()>,
    /// Hedges after, with whether they stand only at the end of a clause.
    pub(in crate::figures) trailing: Phrases<(Modifier, bool)>,
}

const SLOTS: usize = 8192;
/// Longer words are in no data file; it is also the buffer for folding case.
const LONGEST: usize = 24;

impl Lexicon {
    /// Longer words, in bytes, are in no data file.
    pub(in crate::figures) const LONGEST: usize = LONGEST;

    pub(in crate::figures) fn empty() -> Self {
        Self {
            words: vec![UNKNOWN],
            texts: vec![Box::default()],
            slots: vec![(0, 0); SLOTS],
            classes: Vec::new(),
            begins: Vec::new(),
            signs: [0; 128],
            currencies: Vec::new(),
            units: Vec::new(),
            before: Phrases::default(),
            after: Phrases::default(),
            hedges: Phrases::default(),
            sides: Phrases::default(),
            idioms: Phrases::default(),
            trailing: Phrases::default(),
        }
    }

    /// The unit with that index, as amounts have it.
    pub(in crate::figures) fn unit(&self, index: u16) -> &UnitEntry {
        &self.units[usize::from(index)]
    }

    /// The currency with that index, as amounts have it.
    pub(in crate::figures) fn currency(&self, index: u16) -> &Currency {
        &self.currencies[usize::from(index)]
    }

    /// The index of the unit that the data files call so.
    pub(in crate::figures) fn unit_named(&self, name: &str) -> Option<u16> {
        let index = self.units.iter().position(|unit| unit.name == name)?;
        u16::try_from(index).ok()
    }

    /// The index of the currency with that ISO 4217 code.
    pub(in crate::figures) fn currency_coded(&self, code: &str) -> Option<u16> {
        let index = self.currencies.iter().position(|one| one.code == code)?;
        u16::try_from(index).ok()
    }

    /// What is known of a word.
    pub(in crate::figures) fn word(&self, id: Id) -> &Word {
        self.words.get(id as usize).unwrap_or(&UNKNOWN)
    }

    pub(in crate::figures) fn word_mut(&mut self, id: Id) -> &mut Word {
        &mut self.words[id as usize]
    }

    /// The word with that text, whatever the case of its ASCII letters; invisible characters do not count.
    pub(in crate::figures) fn id(&self, text: &str) -> Id {
        if text.len() > LONGEST {
            return 0;
        }
        self.id_at(text, 0, text.len())
    }

    /// The word between two bytes of a text, which lie on character boundaries.
    #[inline]
    pub(in crate::figures) fn id_at(&self, text: &str, start: usize, end: usize) -> Id {
        let Some(bytes) = text
            .as_bytes()
            .get(start..end)
            .filter(|bytes| bytes.len() <= LONGEST)
        else {
            return 0;
        };
        // Nearly every word is ASCII: no buffer, one pass.
        let (mut state, mut beyond) = (HASH_START, 0);
        for &byte in bytes {
            beyond |= byte;
            state = step(state, byte);
        }
        if beyond >= 128 {
            let mut buffer = [0u8; LONGEST];
            let folded = fold(&text[start..end], &mut buffer);
            return self.find(hash(folded), |known| *known == *folded);
        }
        self.find(finish(state), |known| known.eq_ignore_ascii_case(bytes))
    }

    #[inline]
    fn find(&self, hash: u32, same: impl Fn(&[u8]) -> bool) -> Id {
        let (mut slot, tag) = (hash as usize & (SLOTS - 1), tag(hash));
        loop {
            let (id, known) = self.slots[slot];
            if id == 0 || (known == tag && same(&self.texts[id as usize])) {
                return id;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
    }

    /// The word with that text, made when it is new.
    pub(in crate::figures) fn intern(&mut self, text: &str) -> Id {
        let known = self.id(text);
        if known != 0 || text.len() > LONGEST || self.words.len() >= SLOTS / 2 {
            return known;
        }
        let mut buffer = [0u8; LONGEST];
        let folded = fold(text, &mut buffer);
        let hash = hash(folded);
        let mut slot = hash as usize & (SLOTS - 1);
        while self.slots[slot].0 != 0 {
            slot = (slot + 1) & (SLOTS - 1);
        }
        let id = Id::try_from(self.words.len()).unwrap_or(0);
        self.slots[slot] = (id, tag(hash));
        self.texts.push(folded.into());
        self.words.push(UNKNOWN);
        id
    }

    /// The words of a phrase of the data files.
    pub(in crate::figures) fn phrase(&mut self, text: &str) -> Vec<Id> {
        tokens(text)
            .iter()
            .map(|token| self.intern(token.of(text)))
            .collect()
    }
}

/// The text in lower case, without soft hyphens and zero-width characters.
fn fold<'b>(text: &str, buffer: &'b mut [u8; LONGEST]) -> &'b [u8] {
    let mut length = 0;
    if text.is_ascii() {
        for byte in text.bytes() {
            buffer[length] = byte.to_ascii_lowercase();
            length += 1;
        }
    } else {
        for c in text.chars() {
            if matches!(
                c,
                '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
            ) {
                continue;
            }
            let c = if c == 'μ' {
                'µ'
            } else {
                c.to_ascii_lowercase()
            };
            length += c.encode_utf8(&mut buffer[length..]).len();
        }
    }
    &buffer[..length]
}

// FNV-1a: the words are short.
const HASH_START: u32 = 0x811c_9dc5;

#[inline]
fn step(state: u32, byte: u8) -> u32 {
    // The bit that parts upper from lower case does not count; which word it is, the comparison says.
    (state ^ u32::from(byte | 0x20)).wrapping_mul(0x0100_0193)
}

#[inline]
fn finish(state: u32) -> u32 {
    state ^ (state >> 15)
}

/// What of a hash the slot does not say already.
#[inline]
fn tag(hash: u32) -> u16 {
    (hash >> 16) as u16
}

fn hash(bytes: &[u8]) -> u32 {
    finish(
        bytes
            .iter()
            .fold(HASH_START, |state, &byte| step(state, byte)),
    )
}

impl Lexicon {
    /// How many words there are, the unknown one included.
    pub(in crate::figures) fn len(&self) -> usize {
        self.words.len()
    }

    /// The class of a word.
    #[inline]
    pub(in crate::figures) fn class(&self, id: Id) -> Class {
        self.classes.get(id as usize).copied().unwrap_or_default()
    }

    /// Whether a figure can begin with the word.
    #[inline]
    pub(in crate::figures) fn begins(&self, id: Id) -> bool {
        self.begins.get(id as usize).copied().unwrap_or(false)
    }

    /// The word of an ASCII sign.
    #[inline]
    pub(in crate::figures) fn sign(&self, byte: u8) -> Id {
        self.signs.get(byte as usize).copied().unwrap_or(0)
    }

    /// Lays out what the first look needs; the lexicon is complete.
    pub(in crate::figures) fn seal(&mut self) {
        self.classes = self.words.iter().map(|word| word.class).collect();
        self.begins = (self.classes.iter())
            .map(|classes| classes.meets(BEGINS))
            .collect();
        for byte in 0..128u8 {
            let mut buffer = [0; 4];
            self.signs[byte as usize] = self.id(char::from(byte).encode_utf8(&mut buffer));
        }
    }
}
