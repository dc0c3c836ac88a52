//! Runs of digits: their grouping into thousands and their decimals.

use crate::figures::scan::Scan;
use crate::lexicon::{Scale, class};
use crate::text::digit;
use rust_decimal::Decimal;

/// A run of digits, parted into thousands or not, with decimals.
pub(in crate::figures) struct Run {
    pub(in crate::figures) mantissa: u128,
    /// Digits after the decimal point.
    pub(in crate::figures) scale: u32,
    /// Digits in all, without leading zeros.
    pub(in crate::figures) digits: u32,
    /// Digits before the decimal point as written.
    pub(in crate::figures) whole: usize,
    pub(in crate::figures) grouped: bool,
    pub(in crate::figures) end: usize,
}

/// More digits than this are no figure that anybody reads.
const MOST_DIGITS: u32 = 24;
/// As many digits fit into 64 bits.
const SHORT: usize = 18;
/// More groups of thousands than this are none either.
const MOST_GROUPS: usize = 9;

impl Run {
    pub(in crate::figures) fn value(&self) -> Option<Decimal> {
        Decimal::try_from_i128_with_scale(i128::try_from(self.mantissa).ok()?, self.scale).ok()
    }

    /// Appends the digits of a token; false when they are too many.
    fn push(&mut self, text: &str) -> bool {
        let bytes = text.as_bytes();
        // Nearly every token is a few digits of ASCII.
        if bytes.len() <= SHORT && bytes.iter().all(u8::is_ascii_digit) {
            let value = bytes
                .iter()
                .fold(0, |value, byte| value * 10 + u64::from(byte - b'0'));
            if self.mantissa == 0 {
                self.digits += value.checked_ilog10().map_or(0, |power| power + 1);
                self.mantissa = value.into();
            } else {
                let (length, power) = bytes
                    .iter()
                    .fold((0, 1), |(length, power), _| (length + 1, power * 10));
                self.digits += length;
                if self.digits <= MOST_DIGITS {
                    self.mantissa = self.mantissa * power + u128::from(value);
                }
            }
            return self.digits <= MOST_DIGITS;
        }
        for c in text.chars() {
            let Some(digit) = digit(c) else { continue };
            if digit != 0 || self.mantissa != 0 {
                self.digits += 1;
                if self.digits > MOST_DIGITS {
                    return false;
                }
            }
            self.mantissa = self.mantissa * 10 + u128::from(digit);
        }
        true
    }
}

impl Scan<'_> {
    /// The run of digits at a token; where it is none, the token to go on at.
    pub(in crate::figures) fn run(&self, first: usize) -> Result<Run, usize> {
        let mut run = Run {
            mantissa: 0,
            scale: 0,
            digits: 0,
            whole: 0,
            grouped: false,
            end: first,
        };
        let mut at = first;
        if self.is_digits(at) {
            run.whole = self.digit_count(at);
            if !run.push(self.str(at)) {
                return Err(self.past_chain(first));
            }
            at += 1;
            let (groups, after) = self.groups(at, run.whole);
            if groups > MOST_GROUPS {
                return Err(self.past_chain(first));
            }
            for i in at..after {
                if self.is_digits(i) && !run.push(self.str(i)) {
                    return Err(self.past_chain(first));
                }
            }
            run.grouped = groups > 0;
            at = after;
        }
        // Decimals: a point; a comma only after thousands parted by points, or before a magnitude or a unit sign.
        let comma = self.sign(at) == ','
            && self.glued(at)
            && self.is_digits(at + 1)
            && self.glued(at + 1)
            && self.decimal_comma(at, &run, first);
        if (self.sign(at) == '.'
            && (at == first || self.glued(at))
            && self.is_digits(at + 1)
            && self.glued(at + 1))
            || comma
        {
            let decimals = self.str(at + 1);
            let again = self.sign(at + 2) == '.'
                && self.glued(at + 2)
                && self.is_digits(at + 3)
                && self.glued(at + 3);
            if again || !run.push(decimals) {
                return Err(self.past_chain(first));
            }
            run.scale = u32::try_from(self.digit_count(at + 1)).unwrap_or(u32::MAX);
            if run.scale > MOST_DIGITS {
                return Err(self.past_chain(first));
            }
            at += 2;
        }
        run.end = at;
        Ok(run)
    }

    /// "1.234,5" and "1,5 million" or "€1,5": a comma that can only part decimals.
    fn decimal_comma(&self, at: usize, run: &Run, first: usize) -> bool {
        let decimals = self.digit_count(at + 1);
        if self.sign(at + 2) == ','
            && self.glued(at + 2)
            && self.glued(at + 3)
            && self.is_digits(at + 3)
        {
            return false;
        }
        // "1.234,5", "1 234,5"
        let pointed =
            run.grouped && !(first + 1..at).any(|i| matches!(self.sign(i), ',' | '\'' | '’'));
        let magnitude = matches!(self.word(at + 2).scale, Scale::Word | Scale::Vague);
        let euro = self.sign(at + 2) == '€' || (first > 0 && self.sign(first - 1) == '€');
        // "12,5%", "3,5kg", "$1,08": digits that touch so part no thousands and no list.
        let behind = at + 2;
        let unit = self.sign(behind) == '%'
            || self.glued(behind) && self.is_word(behind)
            || self.is_word(behind)
                && self.is(behind, class::AFTER)
                && (!self.is(behind, class::STOP) || self.is(behind + 1, class::CENT));
        let signed =
            decimals == 2 && first > 0 && self.glued(first) && self.is(first - 1, class::CURRENCY);
        let euro = euro || unit || signed || self.locale.decimal_comma;
        decimals != 3 && (pointed || (!run.grouped && decimals <= 2 && (magnitude || euro)))
    }

    /// Groups of thousands from token `at` on, after `whole` digits: how many, and the token after them.
    fn groups(&self, at: usize, whole: usize) -> (usize, usize) {
        if whole == 0 || whole > 3 {
            return (0, at);
        }
        let sign = self.sign(at);
        if matches!(sign, ',' | '.' | '\'' | '’' | '٬' | '，') && self.glued(at) {
            let (mut count, mut i, mut western, mut indian) = (0, at, true, true);
            while self.sign(i) == sign
                && self.glued(i)
                && self.is_digits(i + 1)
                && self.glued(i + 1)
                && count <= MOST_GROUPS
            {
                let last = !(self.sign(i + 2) == sign
                    && self.glued(i + 2)
                    && self.is_digits(i + 3)
                    && self.glued(i + 3));
                let digits = self.digit_count(i + 1);
                western &= digits == 3;
                indian &= sign == ',' && digits == if last { 3 } else { 2 };
                count += 1;
                i += 2;
            }
            let enough = if sign == '.' {
                count > 1
                    || (self.sign(i) == ','
                        && self.glued(i)
                        && self.is_digits(i + 1)
                        && self.digit_count(i + 1) < 3)
            } else {
                count > 0
            };
            let valid =
                count > MOST_GROUPS || (enough && (western || (indian && whole <= 2 && count > 1)));
            return if valid { (count, i) } else { (0, at) };
        }
        // Spaces: any narrow one; a plain one when it can be nothing else.
        let (mut count, mut i, mut narrow) = (0, at, true);
        while i < self.len()
            && self.is_digits(i)
            && !self.glued(i)
            && self.digit_count(i) == 3
            && count <= MOST_GROUPS
        {
            match &self.text[self.end(i)..self.start(i)] {
                "\u{A0}" | "\u{202F}" | "\u{2009}" | "\u{2007}" => {}
                " " => narrow = false,
                _ => break,
            }
            count += 1;
            i += 1;
        }
        let more = self.is_digits(i) && !self.line_break_before(i);
        // "$13 009 million"
        let signed = at > 1
            && self.glued(at - 1)
            && matches!(self.sign(at - 2), '$' | '£' | '€' | '¥')
            && self.word(i).scale == Scale::Word;
        let alone = !narrow && count == 1 && !signed && self.str(i - 1) != "000";
        if count == 0 || more || alone {
            (0, at)
        } else {
            (count, i)
        }
    }
}
