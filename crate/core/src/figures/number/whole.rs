//! Whole numbers in words: "twenty-eight thousand six hundred forty-two".

use crate::figures::scan::Scan;
use crate::lexicon::{Part, Scale, class};

/// A whole number read from words.
pub(in crate::figures) struct Whole {
    pub(in crate::figures) value: u128,
    /// The magnitude of the last word that had one.
    pub(in crate::figures) power: u32,
    /// The part before the first magnitude.
    pub(in crate::figures) bare: u128,
    /// The power of ten of the last word that adds something.
    pub(in crate::figures) place: i32,
    pub(in crate::figures) digits: u32,
    pub(in crate::figures) end: usize,
    /// Whether its last word is an ordinal: "twenty-first".
    pub(in crate::figures) ordinal: bool,
    /// How many words it is written with.
    pub(in crate::figures) words: usize,
}

impl Scan<'_> {
    /// Reads the words of a whole number; with `article`, "a" stands for one.
    #[expect(
        clippy::too_many_lines,
        reason = "one grammar, one arm for each sort of word"
    )]
    pub(in crate::figures) fn whole(&self, first: usize, article: bool) -> Option<Whole> {
        let (mut total, mut group) = (0u128, 0u128);
        let (mut last, mut last_power) = (Part::None, u32::MAX);
        let mut whole = Whole {
            value: 0,
            power: 0,
            bare: 0,
            place: 0,
            digits: 0,
            end: first,
            ordinal: false,
            words: 0,
        };
        let mut i = first;
        if article {
            group = 1;
            last = Part::Unit;
        }
        loop {
            let word = self.word(i);
            if !self.is_word(i) || (whole.words > 0 && self.line_break_before(i)) {
                break;
            }
            let value = u128::from(word.value);
            let fresh = whole.words == 0;
            match word.part {
                // "two million three times" is two million.
                Part::Unit
                    if last == Part::None
                        && last_power > 3
                        && !fresh
                        && !self.is(i - 1, class::AND)
                        && !(self.word(i + 1).part == Part::Hundred
                            || self.word(i + 1).scale == Scale::Word) =>
                {
                    break;
                }
                Part::Unit if fresh || matches!(last, Part::Tens | Part::Hundred | Part::None) => {
                    group += value;
                }
                Part::Teen if fresh || matches!(last, Part::Hundred | Part::None) => group += value,
                Part::Tens if fresh || matches!(last, Part::Hundred | Part::None) => group += value,
                // "nineteen ninety-eight", "twenty twenty-five", "one twenty two"
                Part::Tens | Part::Teen
                    if total == 0
                        && group < 100
                        && whole.words == 1
                        && (matches!(last, Part::Teen | Part::Unit)
                            || (last == Part::Tens && group == 20)) =>
                {
                    group = group * 100 + value;
                }
                Part::Hundred
                    if (fresh || matches!(last, Part::Unit | Part::Teen | Part::Tens))
                        && group < 100 =>
                {
                    group = group.max(1) * 100;
                }
                Part::Ordinal | Part::OrdinalOnly
                    if matches!(last, Part::Tens | Part::Hundred)
                        && !fresh
                        && value < 100
                        && !(last == Part::Tens && value > 9) =>
                {
                    group += value;
                    whole.ordinal = true;
                }
                // "two hundredth", "three trillionth"; one of them is a part.
                Part::Ordinal if value >= 100 && group > 1 && !fresh => {
                    group = group.checked_mul(value)?;
                    whole.ordinal = true;
                }
                Part::None
                    if (word.scale == Scale::Word || (word.scale == Scale::Vague && !fresh))
                        && self.str(i).len() > 3
                        && (!fresh || article) =>
                {
                    let factor = 10u128.checked_pow(word.power)?;
                    if whole.power == 0 {
                        whole.bare = group;
                    }
                    if last_power != u32::MAX && word.power > last_power {
                        // "two hundred thousand million", "three lakh crore"
                        total = (total + group).checked_mul(factor)?;
                    } else {
                        total = total.checked_add(group.max(1).checked_mul(factor)?)?;
                    }
                    group = 0;
                    last_power = word.power;
                    whole.power = whole.power.max(word.power);
                    last = Part::None;
                    whole.words += 1;
                    whole.end = i + 1;
                    i = self.next_number_word(i + 1, true);
                    if self.sign(i) == ','
                        && self.word(i + 2).part == Part::Hundred
                        && matches!(self.word(i + 1).part, Part::Unit)
                    {
                        i += 1;
                    }
                    continue;
                }
                _ => break,
            }
            last = if word.part == Part::Hundred {
                Part::Hundred
            } else {
                word.part
            };
            whole.words += 1;
            whole.end = i + 1;
            if whole.ordinal {
                break;
            }
            let hundred = word.part == Part::Hundred;
            i = self.next_number_word(i + 1, hundred);
        }
        if whole.words == 0 {
            return None;
        }
        whole.value = total.checked_add(group)?;
        if whole.power == 0 {
            whole.bare = whole.value;
        }
        (whole.place, whole.digits) = last_place(whole.value);
        if whole.power > 0 && group == 0 && whole.bare < 1000 {
            // The whole number before a magnitude is meant as it stands: "twenty billion" to a billion.
            whole.place = i32::try_from(whole.power).ok()?;
            whole.digits = last_place(whole.bare).1.max(1);
        }
        Some(whole)
    }

    /// "two hundred and fifth": a rank after "hundred and", no part of anything.
    fn last_of_hundred(&self, i: usize) -> bool {
        i > 1
            && self.word(i - 2).part == Part::Hundred
            && matches!(self.word(i).part, Part::Ordinal | Part::OrdinalOnly)
            && self.word(i).value < 10
            && (self.closes(i + 1) || self.is_word(i + 1) && !self.is(i + 1, class::OF))
    }

    /// Past a hyphen, or past "and" where it may join the words of a number.
    fn next_number_word(&self, i: usize, and: bool) -> usize {
        let past = self.past_hyphen(i);
        if past != i {
            let word = self.word(past);
            return if word.part != Part::None && self.is(past, class::NUMBER)
                || word.scale == Scale::Word
            {
                past
            } else {
                i
            };
        }
        if and
            && (self.is(i, class::AND) || self.sign(i) == '&')
            && (matches!(self.word(i + 1).part, Part::Unit | Part::Teen | Part::Tens)
                || self.last_of_hundred(i + 1))
            && !self.part_follows(i + 1)
        {
            return i + 1;
        }
        i
    }
}

/// The power of ten of the last digit that is not zero, and how many digits stand before it, it included.
fn last_place(value: u128) -> (i32, u32) {
    if value == 0 {
        return (0, 1);
    }
    let (mut rest, mut place) = (value, 0);
    while rest % 10 == 0 {
        rest /= 10;
        place += 1;
    }
    let mut digits = 0;
    while rest > 0 {
        rest /= 10;
        digits += 1;
    }
    // Below a hundred words are exact; above, at least two digits count.
    let single = value >= 100 && digits == 1;
    let counted = if value < 100 {
        place
    } else {
        i32::from(single)
    };
    (place - counted, digits + counted.unsigned_abs())
}
