//! Numbers as they are written: digits with their grouping, number words, fractions, magnitudes.

use crate::figures::exact::Exact;
use crate::figures::number::digits::Run;
use crate::figures::scan::Scan;
use crate::lexicon::class;
use rust_decimal::Decimal;

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::figures) enum Form {
    /// In digits, with or without decimals.
    Digits,
    /// In words.
    Words,
    /// As parts of a whole: "a third", "3/4".
    Fraction,
    /// As a rank: "3rd", "third".
    Ordinal,
    /// As ten years: "1960s", "twenties".
    Decade,
    /// As a magnitude alone: "tens of thousands", whose upper end is `Numeral::high`.
    Vague,
    /// As points out of so many: "8.2/10".
    Rating,
}

/// A number as written.
#[derive(Debug, Clone, Copy)]
pub(in crate::figures) struct Numeral {
    pub(in crate::figures) value: Decimal,
    /// The upper end of a vague number; else `value`.
    pub(in crate::figures) high: Decimal,
    /// The number before its magnitude: 14.3 of "14.3 billion".
    pub(in crate::figures) bare: Decimal,
    /// The power of ten of its magnitude.
    pub(in crate::figures) power: u32,
    /// The power of ten of its last digit: 8 of "14.3 billion".
    pub(in crate::figures) place: i32,
    /// Digits as written, without leading zeros.
    pub(in crate::figures) digits: u32,
    /// Whether the magnitude is a lone "m" that may be metres.
    pub(in crate::figures) metre: bool,
    /// Whether thousands are parted.
    pub(in crate::figures) grouped: bool,
    pub(in crate::figures) form: Form,
    /// The token after it.
    pub(in crate::figures) end: usize,
}

impl Numeral {
    /// A whole number that ends before token `end`.
    pub(in crate::figures) fn whole(value: u64, form: Form, end: usize) -> Self {
        let digits = value.checked_ilog10().map_or(1, |power| power + 1);
        let value = Decimal::from(value);
        Self {
            value,
            high: value,
            bare: value,
            power: 0,
            place: 0,
            digits,
            metre: false,
            grouped: false,
            form,
            end,
        }
    }
}

/// Ten to the power of `power`, as far as decimals reach.
pub(in crate::figures) fn ten(power: u32) -> Option<Decimal> {
    let value = 10i128.checked_pow(power)?;
    Decimal::try_from_i128_with_scale(value, 0).ok()
}

/// What stands where a number was looked for.
pub(in crate::figures) enum Found {
    Number(Numeral),
    /// None, but digits that belong together; go on at that token.
    Skip(usize),
    Nothing,
}

impl Scan<'_> {
    /// The number that begins at token `i`; `money` when a currency stands before it.
    pub(in crate::figures) fn numeral(&self, i: usize, money: bool) -> Found {
        if self.is_digits(i) || (self.sign(i) == '.' && self.is_digits(i + 1) && self.glued(i + 1))
        {
            return self.in_digits(i, money);
        }
        if let Some(part) = self.fraction_sign(i) {
            // "½ million", "£½bn"
            let digits = Numeral {
                form: Form::Digits,
                place: -1,
                digits: 1,
                ..part
            };
            let large = self
                .magnitudes(digits, money)
                .filter(|large| large.power > 0);
            return Found::Number(large.unwrap_or(part));
        }
        match self.in_words(i) {
            Some(numeral) => Found::Number(numeral),
            None => Found::Nothing,
        }
    }

    fn fraction_sign(&self, i: usize) -> Option<Numeral> {
        if self.sign(i).is_ascii() || !self.is(i, class::NUMBER) {
            return None;
        }
        let value = self.word(i).value;
        fraction((value / 100).into(), (value % 100).into(), i + 1)
    }

    pub(super) fn in_digits(&self, i: usize, money: bool) -> Found {
        let run = match self.run(i) {
            Ok(run) => run,
            Err(skip) => return Found::Skip(skip),
        };
        let Some(value) = run.value() else {
            return Found::Skip(run.end);
        };
        let mut numeral = Numeral {
            value,
            high: value,
            bare: value,
            power: 0,
            place: -i32::try_from(run.scale).unwrap_or(0),
            digits: run.digits.max(1),
            metre: false,
            grouped: run.grouped,
            form: Form::Digits,
            end: run.end,
        };
        let at = run.end;
        // "9st" is a weight.
        let first = run.mantissa % 10 == 1 && run.mantissa % 100 != 11;
        let rank = self.is(at, class::RANK_ENDING) || first && self.is(at, class::FIRST_ENDING);
        if run.scale == 0 && self.glued(at) && rank {
            numeral.form = Form::Ordinal;
            numeral.end = at + 1;
            return Found::Number(numeral);
        }
        if run.scale == 0
            && run.whole <= 2
            && self.str(at) == "s"
            && self.glued(at)
            && self.age_limit(i)
        {
            numeral.end = at + 1;
            return Found::Number(numeral);
        }
        if run.scale == 0 && !run.grouped && matches!(run.whole, 2 | 4) && self.glued(at) {
            let apostrophe = matches!(self.sign(at), '\'' | '’') && self.glued(at + 1);
            let s = at + usize::from(apostrophe);
            if self.str(s) == "s" && !(apostrophe && run.whole == 2) && run.mantissa % 10 == 0 {
                numeral.form = Form::Decade;
                numeral.end = s + 1;
                return Found::Number(numeral);
            }
        }
        if run.scale == 0
            && self.is(at, class::POINT)
            && self.digit_count(at + 1) < 3
            && !self.line_break_before(at + 1)
            && let Some(part) = self.small(at + 1).and_then(|part| {
                let places = u32::try_from(self.digit_count(at + 1)).ok()?;
                Decimal::try_from_i128_with_scale(part.into(), places).ok()
            })
            && let Some(sum) = value.plus(part)
        {
            (numeral.value, numeral.high, numeral.bare) = (sum, sum, sum);
            numeral.place = -i32::try_from(part.scale()).unwrap_or(0);
            numeral.end = at + 2;
            return match self.magnitudes(numeral, money) {
                Some(numeral) => Found::Number(numeral),
                None => Found::Skip(numeral.end),
            };
        }
        if self.sign(at) == '^' && self.glued(at) {
            return Found::Skip(self.past_power(at));
        }
        if matches!(self.sign(at), '×')
            && self.glued(at)
            && self.small(at + 1) == Some(10)
            && self.exponent(&mut numeral.clone()).is_none()
        {
            return Found::Skip(self.past_power(at));
        }
        if let Some(exponent) = self.exponent(&mut numeral) {
            numeral.end = exponent;
            return Found::Number(numeral);
        }
        if let Some(rating) = self.rating(i, &numeral) {
            return Found::Number(rating);
        }
        if run.scale == 0
            && !run.grouped
            && !self.is(run.end + 2, class::STARS)
            && let Some(mixed) = self.mixed(&run, i)
        {
            // "1½ million", "£2¼m"
            let large = (mixed.form == Form::Digits).then(|| self.magnitudes(mixed, money));
            return Found::Number(large.flatten().unwrap_or(mixed));
        }
        match self.magnitudes(numeral, money) {
            Some(numeral) => Found::Number(numeral),
            None => Found::Skip(self.past_chain(at)),
        }
    }

    /// Whether "over-" or "under-" stands before the number: "the over-65s", "an under-21 squad", "the under 18s".
    pub(in crate::figures) fn age_limit(&self, first: usize) -> bool {
        let Some(before) = first.checked_sub(1) else {
            return false;
        };
        if self.is(before, class::AGE_LIMIT) {
            let plural = self.str(first + 1) == "s" && self.glued(first + 1);
            return plural && (self.begins(before) || self.is(before - 1, class::ARTICLE));
        }
        before > 0
            && self.dash(before)
            && self.glued(first)
            && self.glued(before)
            && self.is(before - 1, class::AGE_LIMIT)
    }

    /// Past a power that is no figure: "^--23", "×10−30".
    fn past_power(&self, mut i: usize) -> usize {
        while self.glued(i)
            && (self.is_digits(i) || self.dash(i) || matches!(self.sign(i), '^' | '+' | '×'))
        {
            i += 1;
        }
        i
    }

    /// "e14", "×10^-5" after a number: changes the value and gives the token after it.
    fn exponent(&self, numeral: &mut Numeral) -> Option<usize> {
        let at = numeral.end;
        let (mut i, base) = if self.is_word(at) && self.glued(at) && self.is(at, class::LETTER_E) {
            (at + 1, 10)
        } else if matches!(self.sign(at), '×' | '·' | '*')
            || (self.is(at, class::LETTER_X) && self.is_word(at))
        {
            let base = self.small(at + 1).filter(|base| matches!(base, 10 | 2))?;
            let mut i = at + 2;
            if self.sign(i) == '^' && self.glued(i) {
                i += 1;
            } else if !matches!(self.sign(i), '-' | '−') || !self.glued(i) {
                return None;
            }
            (i, base)
        } else {
            return None;
        };
        let negative = matches!(self.sign(i), '-' | '−');
        if negative || self.sign(i) == '+' {
            i += 1;
        }
        let power = self
            .small(i)
            .filter(|power| *power <= 27 && self.glued(i))?;
        let factor = if base == 10 {
            ten(power)?
        } else {
            Decimal::from(2u64.checked_pow(power)?)
        };
        let signed = i32::try_from(power).ok()?;
        numeral.value = if negative {
            numeral.value.over(factor)?
        } else {
            numeral.value.times(factor)?
        };
        numeral.high = numeral.value;
        if base == 10 {
            numeral.place += if negative { -signed } else { signed };
        }
        Some(i + 1)
    }

    /// "1/4", "10 1/2", "2½".
    fn mixed(&self, run: &Run, first: usize) -> Option<Numeral> {
        let at = run.end;
        if self.sign(at) == '/' && self.glued(at) {
            let lower = self.small(at + 1).filter(|_| self.glued(at + 1))?;
            let upper = u64::try_from(run.mantissa).ok()?;
            let chained = matches!(self.sign(at + 2), '/' | '-' | '.')
                && self.glued(at + 2)
                && self.is_digits(at + 3)
                && self.glued(at + 3);
            // A minus touches nothing on its left: "-4/5", but not "9-4/5".
            let minus = self.sign(first.wrapping_sub(1)) == '-' && !self.glued(first - 1);
            let before = first > 0
                && matches!(self.sign(first - 1), '/' | '-')
                && self.glued(first)
                && !minus;
            // "3/45" are wickets and runs.
            // "18/25 mpg" are two.
            let usual = lower <= 16
                || upper == 1
                || matches!(lower, 20 | 24 | 25) && upper < 10
                || matches!(lower, 32 | 64 | 100 | 128 | 1000);
            // "the 24/25 season"
            let years = run.whole == 2 && upper > 16 && u64::from(lower) == upper + 1;
            if chained || before || years || lower < 2 || u64::from(lower) <= upper || !usual {
                return None;
            }
            return fraction(upper.into(), lower.into(), at + 2);
        }
        if let Some(part) = self.fraction_sign(at) {
            return add_part(run, &part);
        }
        // "a 5-1/2-year low", "1-1/4 pct"
        let glued = (at..at + 4).all(|i| self.glued(i));
        if self.sign(at) == '-' && glued && self.sign(at + 2) == '/' && run.whole < 3 {
            let (upper, lower) = (self.small(at + 1)?, self.small(at + 3)?);
            let chained = matches!(self.sign(at + 4), '/' | '.') && self.glued(at + 4);
            if upper < lower && matches!(lower, 2 | 3 | 4 | 8 | 16 | 32) && !chained {
                return add_part(run, &fraction(upper.into(), lower.into(), at + 4)?);
            }
        }
        if self.is_digits(at)
            && !self.glued(at)
            && self.sign(at + 1) == '/'
            && self.glued(at + 1)
            && self.glued(at + 2)
        {
            let (upper, lower) = (self.small(at)?, self.small(at + 2)?);
            if upper < lower && lower <= 64 && !(self.sign(at + 3) == '/' && self.glued(at + 3)) {
                return add_part(run, &fraction(upper.into(), lower.into(), at + 3)?);
            }
        }
        None
    }

    /// "8.2/10", "8.2 out of 10": points out of five, ten or a hundred.
    fn rating(&self, first: usize, numeral: &Numeral) -> Option<Numeral> {
        const RATED: usize = 4;
        let at = numeral.end;
        let of_at = if self.sign(at) == '/' {
            at + 1
        } else if self.is(at, class::OUT) && self.is(at + 1, class::OF) {
            at + 2
        } else {
            return None;
        };
        // "4/5" alone is a part.
        let stars = self.is(of_at + 1, class::STARS);
        // "a rating of 7/10"
        let rated = (first.saturating_sub(RATED)..first).any(|i| self.is(i, class::RATED));
        let of = self
            .small(of_at)
            .filter(|of| matches!(of, 4 | 5 | 10 | 100))?;
        let slash =
            of_at == at + 1 && numeral.value > Decimal::ONE && !self.is(of_at + 1, class::OF);
        // "the best airer, 9/10", "82% and 78/100"
        let after_mark = first > 0
            && matches!(
                self.sign(first - 1),
                ',' | ':' | '(' | '–' | '—' | '-' | '|'
            );
        let points = slash
            && (of == 100 && !self.line_break_before(first)
                || of == 10 && after_mark && self.closes(of_at + 1));
        if numeral.place == 0 && !stars && !rated && !points {
            return None;
        }
        (numeral.value <= Decimal::from(of)).then_some(Numeral {
            form: Form::Rating,
            end: of_at + 1,
            ..*numeral
        })
    }
}

/// Multiplies by a magnitude.
pub(in crate::figures) fn scaled(numeral: Numeral, power: u32) -> Option<Numeral> {
    let factor = ten(power)?;
    Some(Numeral {
        value: numeral.value.times(factor)?,
        high: numeral.high.times(factor)?,
        power: numeral.power + power,
        place: numeral.place + i32::try_from(power).ok()?,
        ..numeral
    })
}

/// `upper` parts of `lower`.
pub(in crate::figures) fn fraction(upper: Decimal, lower: Decimal, end: usize) -> Option<Numeral> {
    let value = upper.over(lower)?;
    Some(Numeral {
        value,
        high: value,
        bare: value,
        power: 0,
        place: -2,
        digits: 2,
        metre: false,
        grouped: false,
        form: Form::Fraction,
        end,
    })
}

fn add_part(run: &Run, part: &Numeral) -> Option<Numeral> {
    let value = run.value()?.plus(part.value)?;
    Some(Numeral {
        value,
        high: value,
        bare: value,
        form: Form::Digits,
        place: -1,
        digits: run.digits + 1,
        ..*part
    })
}
