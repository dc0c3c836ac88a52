//! What makes a number larger: "million", "k", "dozen", "3 crore 20 lakh", "and a half".

use crate::figures::exact::Exact;
use crate::figures::number::numeral::{Form, Found, Numeral, scaled, ten};
use crate::figures::scan::Scan;
use crate::lexicon::{Part, Scale, class};
use rust_decimal::Decimal;

impl Scan<'_> {
    /// Past "+" or "-plus" before a magnitude: "40+ million", "$300-plus million".
    fn past_plus(&self, at: usize) -> usize {
        let hyphen = self.past_hyphen(at);
        let plus = if self.sign(at) == '+' && self.glued(at) {
            at
        } else if self.is(hyphen, class::PLUS) {
            hyphen
        } else {
            return at;
        };
        let word = self.word(plus + 1);
        let magnitude = word.scale == Scale::Word && !self.glued(plus + 1);
        if magnitude { plus + 1 } else { at }
    }

    /// "$14.3 [billion]": the power that an editor put in, and the token after it.
    fn magnitude_in_brackets(&self, at: usize) -> Option<(u32, usize)> {
        let word = self.word(at + 1);
        let fits = self.sign(at) == '['
            && self.sign(at + 2) == ']'
            && word.scale == Scale::Word
            && self.str(at + 1).len() > 3;
        fits.then_some((word.power, at + 3))
    }

    /// "billon", "milion", or "billion" with a letter of another script: one letter off a magnitude.
    pub(in crate::figures) fn misspelt_magnitude(&self, at: usize) -> bool {
        let word = self.str(at);
        self.is_word(at)
            && (6..16).contains(&word.len())
            && self.word(at).scale == Scale::None
            && ["million", "billion", "trillion"]
                .iter()
                .any(|known| one_letter_off(word, known))
    }

    /// The magnitudes after a number in digits.
    pub(in crate::figures) fn magnitudes(
        &self,
        mut numeral: Numeral,
        money: bool,
    ) -> Option<Numeral> {
        for _ in 0..3 {
            let at = self.past_plus(numeral.end);
            if let Some((power, end)) = self.magnitude_in_brackets(at)
                && numeral.power == 0
            {
                numeral = scaled(numeral, power)?;
                numeral.end = end;
                break;
            }
            let hyphen = self.past_hyphen(at);
            let i = if self.word(hyphen).scale == Scale::Word {
                hyphen
            } else {
                at
            };
            let Some((power, metre)) = self.magnitude(i, money, numeral.power) else {
                break;
            };
            numeral = scaled(numeral, power)?;
            numeral.metre = metre;
            numeral.end = i + 1;
        }
        if let Some(sum) = self.lesser_magnitude(&numeral, money) {
            return Some(sum);
        }
        let at = numeral.end;
        if let Some(sum) = self.and_lesser_part(&numeral) {
            return Some(sum);
        }
        if numeral.power == 0 {
            match self.word(at).part {
                Part::Hundred => {
                    numeral = scaled(numeral, 2)?;
                    numeral.end = at + 1;
                    self.and_below_hundred(&mut numeral);
                }
                Part::Dozen | Part::Dozens if !self.glued(at) => {
                    numeral.value = numeral.value.times(Decimal::from(12))?;
                    numeral.high = numeral.value;
                    numeral.form = Form::Words;
                    numeral.end = at + 1;
                }
                _ => {}
            }
        } else if let Some((part, end)) = self.and_part(at) {
            // "3 million and a half"
            let unit = ten(numeral.power)?;
            numeral.value = numeral.value.plus(unit.times(part)?)?;
            numeral.high = numeral.value;
            numeral.place -= 1;
            numeral.end = end;
        }
        Some(numeral)
    }

    /// "2 and a half cups", "3 and 3/4 inches": a whole number and a part of one.
    fn and_lesser_part(&self, numeral: &Numeral) -> Option<Numeral> {
        let at = numeral.end;
        let whole = numeral.power == 0 && numeral.place == 0 && numeral.form == Form::Digits;
        if !whole || !self.is(at, class::AND) || numeral.value > Decimal::ONE_HUNDRED {
            return None;
        }
        let (part, end) = self.and_part(at).or_else(|| {
            let (upper, lower) = (self.small(at + 1)?, self.small(at + 3)?);
            let slash = self.sign(at + 2) == '/' && self.glued(at + 2) && self.glued(at + 3);
            let alone = !(self.sign(at + 4) == '/' && self.glued(at + 4));
            (slash && alone && upper < lower && lower <= 16)
                .then(|| Some((Decimal::from(upper).over(Decimal::from(lower))?, at + 4)))?
        })?;
        let value = numeral.value.plus(part)?;
        // "in 5 and a quarter of the cases", "3 and a third person": only before a unit.
        self.is(end, class::AFTER).then_some(Numeral {
            value,
            high: value,
            bare: value,
            place: -1,
            end,
            ..*numeral
        })
    }

    /// "1 crore 20 lakh", "4 thousand 3 hundred": a whole number of a magnitude and one of a lesser, which add up.
    fn lesser_magnitude(&self, numeral: &Numeral, money: bool) -> Option<Numeral> {
        let at = numeral.end;
        let power = i32::try_from(numeral.power).ok()?;
        let whole = numeral.power > 0 && numeral.place == power && self.is_word(at - 1);
        if !whole
            || numeral.metre
            || !self.is_digits(at)
            || self.glued(at)
            || self.line_break_before(at)
        {
            return None;
        }
        let word = self.word(at + 1);
        let less =
            (word.scale == Scale::Word && word.power < numeral.power && self.str(at + 1).len() > 3)
                || word.part == Part::Hundred;
        if !less || self.str(at - 1).len() < 4 {
            return None;
        }
        let Found::Number(rest) = self.in_digits(at, money) else {
            return None;
        };
        if rest.form != Form::Digits || rest.value >= ten(numeral.power)? {
            return None;
        }
        let value = numeral.value.plus(rest.value)?;
        Some(Numeral {
            value,
            high: value,
            bare: value,
            place: rest.place,
            digits: numeral.digits + u32::try_from(power - rest.place).unwrap_or(0),
            end: rest.end,
            ..*numeral
        })
    }

    /// "3 hundred and 21", "3 hundred and one": what follows the hundreds belongs to them.
    fn and_below_hundred(&self, numeral: &mut Numeral) {
        let at = numeral.end;
        if !self.is(at, class::AND) || numeral.value.fract() != Decimal::ZERO {
            return;
        }
        let below = if self.is_digits(at + 1) {
            self.small(at + 1)
                .filter(|_| self.digit_count(at + 1) < 3 && !self.joined_after(at + 2))
                .map(|below| (Decimal::from(below), at + 2))
        } else {
            self.in_words(at + 1)
                .filter(|word| word.form == Form::Words && word.value < Decimal::ONE_HUNDRED)
                .map(|word| (word.value, word.end))
        };
        // "3 hundred and 21 dollars", but "3 hundred and one of them".
        if let Some((below, end)) = below
            && !self.is(end, class::OF)
            && below > Decimal::ZERO
            && self.word(end).part != Part::Hundred
            && self.word(end).scale == Scale::None
            && !matches!(self.sign(end), '%' | '.' | ',' if self.glued(end + 1) || self.sign(end) == '%')
            && let Some(sum) = numeral.value.plus(below)
        {
            (numeral.value, numeral.high, numeral.bare) = (sum, sum, sum);
            (numeral.power, numeral.place) = (0, 0);
            numeral.digits = 3;
            numeral.end = end;
        }
    }

    /// The magnitude at token `i`: its power of ten, and whether it may be metres instead.
    fn magnitude(&self, i: usize, money: bool, before: u32) -> Option<(u32, bool)> {
        let word = self.word(i);
        if word.scale == Scale::None || !self.is_word(i) {
            return None;
        }
        let text = self.str(i);
        let glued = self.glued(i);
        let capitals = text.bytes().all(|byte| byte.is_ascii_uppercase());
        if before > 0 {
            // "lakh crore", "thousand billion"
            return (word.scale == Scale::Word
                && text.len() > 3
                && (word.power > before || before == 3))
                .then_some((word.power, false));
        }
        if capitals && let Some(power) = word.upper {
            return (glued || money || self.closes(i + 1)).then_some((power, false));
        }
        match word.scale {
            Scale::Word => Some((word.power, false)),
            Scale::Vague => (!glued).then_some((word.power, false)),
            Scale::Glued => (glued || money || (text == "k" && self.closes(i + 1)))
                .then_some((word.power, false)),
            Scale::Money => (money && (glued || capitals)).then_some((word.power, false)),
            // "32m2" is an area.
            Scale::Metre
                if !money && self.glued(i + 1) && !self.is_word(i + 1) && self.stuck(i + 1) =>
            {
                None
            }
            Scale::Metre => {
                if money {
                    Some((word.power, false))
                } else {
                    glued.then_some((word.power, true))
                }
            }
            Scale::Upper | Scale::None => None,
        }
    }

    /// Digits or a power that touch a letter: "45m2" is an area, "24703m212" a code.
    fn stuck(&self, i: usize) -> bool {
        self.is_digits(i) || matches!(self.str(i), "²" | "³" | "^")
    }

    /// "and a half", "and three quarters" at token `i`: the part and the token after it.
    pub(in crate::figures) fn and_part(&self, i: usize) -> Option<(Decimal, usize)> {
        if !self.is(i, class::AND) {
            return None;
        }
        let part = if self.is(i + 1, class::ARTICLE) {
            self.simple_part(i + 2)
                .map(|(lower, end)| (Decimal::ONE.over(lower), end))
        } else {
            let upper = self.word(i + 1);
            let next = self.past_hyphen(i + 2);
            (upper.part == Part::Unit).then_some(())?;
            self.simple_part(next)
                .map(|(lower, end)| (Decimal::from(upper.value).over(lower), end))
        }?;
        Some((part.0?, part.1))
    }

    /// "half", "quarter", "third", "fifths": the lower half of a fraction.
    fn simple_part(&self, i: usize) -> Option<(Decimal, usize)> {
        let word = self.word(i);
        matches!(
            word.part,
            Part::Half | Part::Quarter | Part::Ordinal | Part::Parts
        )
        .then(|| (Decimal::from(word.value), i + 1))
    }
}

/// Whether the words differ by one letter that is missing, added or another one.
fn one_letter_off(written: &str, known: &str) -> bool {
    let one: Vec<char> = written.chars().map(|c| c.to_ascii_lowercase()).collect();
    let two: Vec<char> = known.chars().collect();
    let same = |pair: &(&char, &char)| pair.0 == pair.1;
    let before = one.iter().zip(&two).take_while(same).count();
    let after = one
        .iter()
        .rev()
        .zip(two.iter().rev())
        .take_while(same)
        .count();
    let longer = one.len().max(two.len());
    one != two && one.len().abs_diff(two.len()) < 2 && before + after + 1 >= longer
}
