//! The words of a language, each with its classes and what it does in a number, and the phrases that figures are
//! written with: units, currencies, modifiers.
//!
//! What they are stands in data files (`crate/core/data`). [`load`] reads those, tells of every line that cannot be
//! read, and writes the [`coded`] form, which is what ships: nothing is parsed at a start.

mod bits;
pub(crate) mod class;
pub(crate) mod coded;
pub(crate) mod entries;
pub(crate) mod forms;
#[cfg(feature = "load")]
pub(crate) mod load;
mod measures;
pub(crate) mod named;
mod numbers;

pub use measures::Modifier;
pub(crate) use measures::{
    Conversion, Currency, LETTERS, Length, MILLIONS, Measure, OPEN_DOLLAR, Sort, UnitEntry,
};
pub(crate) use numbers::{Part, Scale, Word};

use class::{BEGINS, Class};
use coded::{Bytes, Coded};
use entries::{Entries, Id};

/// The words of a language, and the tables of what figures are written with.
#[derive(Debug)]
pub struct Lexicon {
    /// By their text, in order; the first is every unknown word.
    texts: Vec<&'static str>,
    words: Vec<Word>,
    /// The classes that words have together, and which of them each word has.
    sets: Vec<Class>,
    set_of: Vec<u16>,
    /// Open addressing; a power of two long; 0 is free.
    slots: Vec<Id>,
    /// How each word begins.
    beginnings: Vec<u64>,
    /// Whether a figure can begin with each word, side by side for the first look.
    begins: Vec<bool>,
    /// The words of ASCII signs.
    signs: [Id; 128],
    pub(crate) currencies: Vec<Currency>,
    pub(crate) units: Vec<UnitEntry>,
    pub(crate) conversions: Vec<Conversion>,
    pub(crate) lengths: Vec<Length>,
    /// Signs, codes and prefixes before a number.
    pub(crate) before: Entries<u16>,
    /// Units, currencies and percent signs after a number.
    pub(crate) after: Entries<Measure>,
    /// Hedges before, matched backwards.
    pub(crate) hedges: Entries<Modifier>,
    /// Words before a date or a year that say on which side of it something lies, matched backwards.
    pub(crate) sides: Entries<Modifier>,
    /// Words with a number in them that are no figures.
    pub(crate) idioms: Entries<()>,
    /// Hedges after, with whether they stand only at the end of a clause.
    pub(crate) trailing: Entries<(Modifier, bool)>,
}

const SLOTS: usize = 16384;
/// Longer words are in no data file; it is also the buffer for folding case.
const LONGEST: usize = 24;

impl Lexicon {
    /// Longer words, in bytes, are in no data file.
    pub(crate) const LONGEST: usize = LONGEST;

    /// The most words that there is room for: more would make looking them up slow.
    const MOST: usize = SLOTS / 2;

    /// A lexicon of these words, without tables.
    fn of(texts: Vec<&'static str>, words: Vec<Word>, sets: Vec<Class>, set_of: Vec<u16>) -> Self {
        let begins: Vec<bool> = sets.iter().map(|set| set.meets(BEGINS)).collect();
        let mut lexicon = Self {
            begins: set_of.iter().map(|&set| begins[usize::from(set)]).collect(),
            slots: vec![0; SLOTS],
            beginnings: vec![0; texts.len()],
            texts,
            words,
            sets,
            set_of,
            signs: [0; 128],
            currencies: Vec::new(),
            units: Vec::new(),
            conversions: Vec::new(),
            lengths: Vec::new(),
            before: Entries::default(),
            after: Entries::default(),
            hedges: Entries::default(),
            sides: Entries::default(),
            idioms: Entries::default(),
            trailing: Entries::default(),
        };
        for (id, text) in (0..).zip(&lexicon.texts).skip(1).take(Self::MOST) {
            let hashed = Hashed::of(text.as_bytes(), 0, text.len());
            let mut slot = hashed.slot();
            while lexicon.slots[slot] != 0 {
                slot = (slot + 1) & (SLOTS - 1);
            }
            lexicon.slots[slot] = id;
            lexicon.beginnings[usize::from(id)] = hashed.beginning;
        }
        for byte in 0..128u8 {
            let mut buffer = [0; 4];
            lexicon.signs[byte as usize] = lexicon.id(char::from(byte).encode_utf8(&mut buffer));
        }
        lexicon
    }

    /// Reads what [`Lexicon::put`] wrote.
    pub(crate) fn take(bytes: &mut Bytes) -> Option<Self> {
        let texts = bytes.strings()?;
        let sets = Vec::<Class>::take(bytes)?;
        let told = bytes.several::<usize>(texts.len())?;
        let (mut words, mut set_of) = (Vec::new(), Vec::new());
        words.reserve_exact(texts.len());
        set_of.reserve_exact(texts.len());
        for told in told {
            let number = if told % 2 == 1 {
                Word::take(bytes)?
            } else {
                Word::PLAIN
            };
            words.push(number);
            set_of.push(
                u16::try_from(told / 2)
                    .ok()
                    .filter(|&set| usize::from(set) < sets.len())?,
            );
        }
        let count = texts.len();
        let mut lexicon = Self::of(texts, words, sets, set_of);
        lexicon.currencies = Coded::take(bytes)?;
        lexicon.units = Coded::take(bytes)?;
        lexicon.conversions = Coded::take(bytes)?;
        lexicon.lengths = Coded::take(bytes)?;
        lexicon.before = Entries::take(bytes, count)?;
        lexicon.after = Entries::take(bytes, count)?;
        lexicon.hedges = Entries::take(bytes, count)?;
        lexicon.sides = Entries::take(bytes, count)?;
        lexicon.idioms = Entries::take(bytes, count)?;
        lexicon.trailing = Entries::take(bytes, count)?;
        Some(lexicon)
    }

    /// Writes it behind `out`.
    #[cfg(feature = "load")]
    pub(crate) fn put(&self, out: &mut Vec<u8>) {
        coded::put_strings(self.texts.iter().copied(), out);
        self.sets.put(out);
        for (word, set) in self.words.iter().zip(&self.set_of) {
            (usize::from(*set) * 2 + usize::from(*word != Word::PLAIN)).put(out);
        }
        let numbers = self.words.iter().filter(|word| **word != Word::PLAIN);
        numbers.for_each(|word| word.put(out));
        self.currencies.put(out);
        self.units.put(out);
        self.conversions.put(out);
        self.lengths.put(out);
        self.before.put(out);
        self.after.put(out);
        self.hedges.put(out);
        self.sides.put(out);
        self.idioms.put(out);
        self.trailing.put(out);
    }

    /// The words that have one of some classes.
    #[cfg(feature = "load")]
    pub(crate) fn words_of(&self, classes: Class) -> Vec<&'static str> {
        let having = |(text, set): (&&'static str, &u16)| {
            self.sets[usize::from(*set)].meets(classes).then_some(*text)
        };
        self.texts
            .iter()
            .zip(&self.set_of)
            .filter_map(having)
            .collect()
    }

    /// The unit with that index, as amounts have it.
    pub(crate) fn unit(&self, index: u16) -> &UnitEntry {
        &self.units[usize::from(index)]
    }

    /// The currency with that index, as amounts have it.
    pub(crate) fn currency(&self, index: u16) -> &Currency {
        &self.currencies[usize::from(index)]
    }

    /// The index of the unit that the data files call so.
    pub(crate) fn unit_named(&self, name: &str) -> Option<u16> {
        let index = self.units.iter().position(|unit| unit.name == name)?;
        u16::try_from(index).ok()
    }

    /// The index of the currency with that ISO 4217 code.
    pub(crate) fn currency_coded(&self, code: &str) -> Option<u16> {
        let index = self.currencies.iter().position(|one| one.code == code)?;
        u16::try_from(index).ok()
    }

    /// What is known of a word.
    pub(crate) fn word(&self, id: Id) -> &Word {
        self.words.get(id as usize).unwrap_or(&Word::PLAIN)
    }

    /// The word with that text, whatever the case of its ASCII letters; invisible characters do not count.
    pub(crate) fn id(&self, text: &str) -> Id {
        if text.len() > LONGEST {
            return 0;
        }
        self.id_at(text, 0, text.len())
    }

    /// The word between two bytes of a text, which lie on character boundaries.
    #[inline]
    pub(crate) fn id_at(&self, text: &str, start: usize, end: usize) -> Id {
        let Some(bytes) = text
            .as_bytes()
            .get(start..end)
            .filter(|bytes| bytes.len() <= LONGEST)
        else {
            return 0;
        };
        // Nearly every word is ASCII: no buffer, one pass.
        let hashed = Hashed::of(text.as_bytes(), start, end);
        if hashed.beyond_ascii {
            let mut buffer = [0u8; LONGEST];
            let folded = fold(&text[start..end], &mut buffer);
            let hashed = Hashed::of(folded, 0, folded.len());
            return self.find(&hashed, |known| self.text(known) == folded);
        }
        self.find(&hashed, |known| {
            // Of a shorter word the beginning is all.
            bytes.len() < EIGHT || {
                let known = self.text(known);
                known.len() == bytes.len() && known[EIGHT..].eq_ignore_ascii_case(&bytes[EIGHT..])
            }
        })
    }

    fn text(&self, id: Id) -> &[u8] {
        self.texts[usize::from(id)].as_bytes()
    }

    /// The word that begins as was hashed, and whose rest is the `same`.
    #[inline]
    fn find(&self, hashed: &Hashed, same: impl Fn(Id) -> bool) -> Id {
        let mut slot = hashed.slot();
        loop {
            let id = self.slots[slot];
            let begins = self.beginnings[usize::from(id)] == hashed.beginning;
            if id == 0 || begins && same(id) {
                return id;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
    }

    /// The classes of a word, whatever the case of its letters; none where it is in no data file.
    pub(crate) fn classes_of(&self, text: &str) -> Class {
        self.class(self.id(text))
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

/// Words are hashed so many bytes at a time: most are no longer.
const EIGHT: usize = 8;

/// What a word is looked up by, the same for upper and lower case of ASCII.
struct Hashed {
    hash: u64,
    /// Its first bytes in lower case, the first lowest.
    beginning: u64,
    /// Whether a byte of it is none of ASCII.
    beyond_ascii: bool,
}

impl Hashed {
    /// Of the bytes from `start` to `end`, which are there.
    #[inline]
    fn of(bytes: &[u8], start: usize, end: usize) -> Self {
        // Odd, with bits all over: every bit of a word reaches the upper ones.
        const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
        let (mut hash, mut beginning, mut beyond) = (0u64, 0, 0);
        let mut at = start;
        while at < end {
            let eight = eight(bytes, at, end);
            beyond |= eight;
            let eight = lower(eight);
            if at == start {
                beginning = eight;
            }
            hash = (hash ^ (hash >> 32) ^ eight).wrapping_mul(SPREAD);
            at += EIGHT;
        }
        Self {
            hash,
            beginning,
            beyond_ascii: beyond & HIGH != 0,
        }
    }

    /// The first slot for it: the upper bits, which all others reach.
    #[inline]
    fn slot(&self) -> usize {
        let upper = (self.hash >> 32) as u32;
        (upper >> (u32::BITS - SLOTS.ilog2())) as usize
    }
}

/// The highest bit of each byte.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The same byte eight times.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; EIGHT])
}

/// Up to eight bytes from `at`, the first lowest; zeros in the place of those from `end` on.
#[inline]
fn eight(bytes: &[u8], at: usize, end: usize) -> u64 {
    let rest = end - at;
    if let Some(eight) = bytes.get(at..).and_then(|bytes| bytes.first_chunk()) {
        let eight = u64::from_le_bytes(*eight);
        return if rest < EIGHT {
            eight & ((1 << (rest * 8)) - 1)
        } else {
            eight
        };
    }
    let bytes = bytes.get(at..end).unwrap_or_default();
    (bytes.iter().rev()).fold(0, |eight, &byte| eight << 8 | u64::from(byte))
}

/// Eight bytes with the capitals of ASCII among them in lower case: byte by byte, but at once.
#[inline]
fn lower(eight: u64) -> u64 {
    let low = eight & !HIGH;
    let from_a = low + each(0x80 - b'A');
    let past_z = low + each(0x7f - b'Z');
    let capitals = (from_a ^ past_z) & !eight & HIGH;
    eight | capitals >> 2
}

impl Lexicon {
    /// The classes of a word.
    #[inline]
    pub(crate) fn class(&self, id: Id) -> Class {
        *self.classes(id)
    }

    /// The same where they stand.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn classes(&self, id: Id) -> &Class {
        let set = self.set_of.get(id as usize).copied().unwrap_or(0);
        self.sets.get(usize::from(set)).unwrap_or(&Class::NONE)
    }

    /// Whether the word has one of the classes.
    #[expect(
        clippy::inline_always,
        reason = "which classes are asked for is known there: one look is left of six"
    )]
    #[inline(always)]
    pub(crate) fn is(&self, id: Id, class: Class) -> bool {
        self.classes(id).meets(class)
    }

    /// Whether a figure can begin with the word.
    #[inline]
    pub(crate) fn begins(&self, id: Id) -> bool {
        self.begins.get(id as usize).copied().unwrap_or(false)
    }

    /// The word of an ASCII sign.
    #[inline]
    pub(crate) fn sign(&self, byte: u8) -> Id {
        self.signs.get(byte as usize).copied().unwrap_or(0)
    }

    /// The name of the currency with that ISO 4217 code: "US dollar".
    pub fn currency_name(&self, code: &str) -> Option<&'static str> {
        let index = self.currency_coded(code)?;
        Some(self.currency(index).name)
    }

    /// Whether the currency with that ISO 4217 code is a dollar.
    pub(crate) fn is_dollar(&self, code: &str) -> bool {
        self.currency_name(code)
            .is_some_and(|name| name.ends_with("dollar"))
    }

    /// The sign of a currency, by its ISO 4217 code; letters alone ("Fr.") would run into the number.
    pub fn currency_sign(&self, code: &str) -> Option<&'static str> {
        if code == OPEN_DOLLAR {
            return Some("$");
        }
        let sign = self.currency(self.currency_coded(code)?).sign;
        (!sign.is_empty()).then_some(sign)
    }
}
