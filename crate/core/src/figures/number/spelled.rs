//! Numbers in words: "fourteen point three billion", "half a million", "a third", "tens of thousands".

use crate::figures::exact::Exact;
use crate::figures::number::{Form, Numeral, fraction, scaled, ten};
use crate::figures::scan::Scan;
use crate::lexicon::{Part, Scale, class};
use rust_decimal::Decimal;

impl Scan<'_> {
    /// The number in words that begins at token `i`, an article before it included.
    pub(in crate::figures) fn in_words(&self, i: usize) -> Option<Numeral> {
        let article = self.is(i, class::ARTICLE) && !self.is(i, class::THE);
        let at = i + usize::from(article);
        if article && !self.is_word(at) {
            return None;
        }
        let word = self.word(at);
        match word.part {
            Part::Half => self.half(at, article),
            Part::Quarter => self.quarter(at, article),
            Part::Ordinal | Part::Parts if article => self.article_part(at),
            Part::Ordinal | Part::OrdinalOnly if !article => {
                Some(Numeral::whole(word.value, Form::Ordinal, at + 1))
            }
            // "several dozen" says no number.
            Part::Dozen if at > 0 && self.is(at - 1, class::SEVERAL) => None,
            Part::Dozen => Some(Numeral::whole(12, Form::Words, at + 1)),
            Part::Couple if article && self.couple_of(at).is_some() => self.couple_of(at),
            // "a couple of days", not "a couple from Leeds".
            Part::Couple
                if article && (self.is(at + 1, class::OF) || self.is(at + 1, class::MORE)) =>
            {
                Some(Numeral {
                    high: Decimal::TWO,
                    ..Numeral::whole(
                        2,
                        Form::Words,
                        at + 1 + usize::from(self.is(at + 1, class::OF)),
                    )
                })
            }
            Part::Hundreds => self.vague(at, 2),
            Part::Hundred if article => self.cardinal(at, true),
            // "hundred thousand"; a lone "several hundred" says no number.
            Part::Hundred if matches!(self.word(at + 1).scale, Scale::Word) => {
                self.cardinal(at, false)
            }
            // "hundred and twenty votes": the rest of a number that lacks its article.
            Part::Teen | Part::Tens | Part::Unit
                if at > 1
                    && self.is(at - 1, class::AND)
                    && self.word(at - 2).part == Part::Hundred
                    && (at < 3 || !self.is(at - 3, class::ARTICLE) && !self.is_number(at - 3)) =>
            {
                None
            }
            Part::Teen | Part::Tens | Part::Unit if !article => self.cardinal(at, false),
            // "a twenty-first of", not "a twenty-first birthday"
            Part::Tens if article => {
                let (lower, single, end) = self.lower_in_tens(at)?;
                (single && (self.is(end, class::OF) || self.closes(end)))
                    .then(|| fraction(Decimal::ONE, lower.into(), end))
                    .flatten()
            }
            Part::Decade => Some(Numeral {
                form: Form::Decade,
                ..Numeral::whole(word.value, Form::Words, at + 1)
            }),
            Part::None if word.scale == Scale::Vague => self.vague(at, word.power),
            Part::None if article && word.scale == Scale::Word && self.str(at).len() > 3 => {
                self.cardinal(at, true)
            }
            Part::None if self.is(at, class::TENS) && self.is(at + 1, class::OF) => {
                self.vague(at, 1)
            }
            Part::None if self.is(at, class::POINT) && !article => self.point(at),
            _ => None,
        }
    }

    /// "a couple of hundred", "a couple hundred thousand"
    fn couple_of(&self, at: usize) -> Option<Numeral> {
        let next = at + 1 + usize::from(self.is(at + 1, class::OF));
        let word = self.word(next);
        let power = match word.part {
            Part::Dozen => {
                return Some(Numeral {
                    place: 1,
                    ..Numeral::whole(24, Form::Words, next + 1)
                });
            }
            Part::Hundred => 2,
            Part::None if word.scale == Scale::Word && self.str(next).len() > 3 => word.power,
            _ => return None,
        };
        scaled(Numeral::whole(2, Form::Words, next + 1), power).map(|numeral| Numeral {
            place: i32::try_from(power).unwrap_or(0),
            digits: 1,
            end: next + 1,
            ..numeral
        })
    }

    /// "point 77"
    fn point(&self, at: usize) -> Option<Numeral> {
        let digits = self.digit_count(at + 1);
        if at > 0 && !self.begins(at) || !self.is_digits(at + 1) || digits > 9 {
            return None;
        }
        let mantissa: u64 = self.str(at + 1).parse().ok()?;
        let value =
            Decimal::try_from_i128_with_scale(mantissa.into(), u32::try_from(digits).ok()?).ok()?;
        Some(Numeral {
            value,
            high: value,
            bare: value,
            place: -i32::try_from(digits).ok()?,
            ..Numeral::whole(0, Form::Words, at + 2)
        })
    }

    /// "tens of thousands", "hundreds of millions", "thousands of": a magnitude alone.
    fn vague(&self, at: usize, power: u32) -> Option<Numeral> {
        let mut power = power;
        let mut end = at + 1;
        if !self.is(end, class::OF) {
            return None;
        }
        let next = self.word(end + 1);
        if matches!(next.scale, Scale::Vague) {
            power += next.power;
            end += 2;
            if self.is(end, class::OF) && self.word(end + 1).scale == Scale::Vague {
                return None;
            }
        } else if power < 2 {
            return None;
        }
        let low = ten(power)?;
        Some(Numeral {
            high: low.times(Decimal::TEN)?,
            value: low,
            bare: Decimal::ONE,
            power,
            place: i32::try_from(power).ok()?,
            form: Form::Vague,
            ..Numeral::whole(1, Form::Words, end)
        })
    }

    /// A cardinal, with what may follow it: decimals, a fraction, "and a half", "dozen", "out of".
    fn cardinal(&self, at: usize, article: bool) -> Option<Numeral> {
        if !article && let Some(part) = self.part_in_tens(at) {
            return Some(part);
        }
        let whole = self.whole(at, article)?;
        if whole.ordinal {
            return Some(Numeral::whole(
                u64::try_from(whole.value).ok()?,
                Form::Ordinal,
                whole.end,
            ));
        }
        let value = Decimal::try_from_i128_with_scale(i128::try_from(whole.value).ok()?, 0).ok()?;
        let mut numeral = Numeral {
            value,
            high: value,
            bare: Decimal::try_from_i128_with_scale(i128::try_from(whole.bare).ok()?, 0).ok()?,
            power: whole.power,
            place: whole.place,
            digits: whole.digits,
            metre: false,
            grouped: false,
            form: Form::Words,
            end: whole.end,
        };
        let end = whole.end;
        if self.is(end, class::POINT)
            && let Some((decimals, places, after)) = self.spoken_decimals(end + 1)
        {
            let part = Decimal::try_from_i128_with_scale(decimals.into(), places).ok()?;
            numeral.value = numeral.value.plus(part)?;
            (numeral.high, numeral.bare) = (numeral.value, numeral.value);
            numeral.place = -i32::try_from(places).ok()?;
            numeral.digits += places;
            numeral.end = after;
            let word = self.word(after);
            if word.scale == Scale::Word {
                numeral = scaled(numeral, word.power)?;
                numeral.end = after + 1;
            }
            return Some(numeral);
        }
        // "two thirds", "one-eighth", "three-quarters"
        let lower_at = self.past_hyphen(end);
        let lower = self.word(lower_at);
        let single =
            whole.value == 1 && matches!(lower.part, Part::Ordinal | Part::Half | Part::Quarter);
        if single || matches!(lower.part, Part::Parts) {
            let upper = u64::try_from(whole.value).ok()?;
            if let Some(part) = self.of_magnitude(upper, lower.value, lower_at + 1) {
                return Some(part);
            }
            // "in two halves" is a number of parts, not the whole of something.
            if upper != lower.value {
                return fraction(upper.into(), lower.value.into(), lower_at + 1);
            }
            return Some(numeral);
        }
        if let Some((part, after)) = self.and_half(end) {
            let word = self.word(after);
            // "one billion and a half million": the part is one of the lesser magnitude.
            let lesser = word.scale == Scale::Word && (1..numeral.power).contains(&word.power);
            let power = if lesser { word.power } else { numeral.power };
            numeral.value = numeral.value.plus(ten(power)?.times(part)?)?;
            (numeral.high, numeral.bare) = (numeral.value, numeral.value);
            numeral.place = numeral.place.min(i32::try_from(power).ok()?) - 1;
            numeral.end = after + usize::from(lesser);
            if word.scale == Scale::Word && numeral.power == 0 {
                numeral = scaled(numeral, word.power)?;
                numeral.end = after + 1;
            }
            return Some(numeral);
        }
        // "three-dozen"
        let dozen = self.past_hyphen(end);
        let end = if self.word(dozen).part == Part::Dozen {
            dozen
        } else {
            end
        };
        match self.word(end).part {
            Part::Dozen | Part::Dozens => {
                numeral.value = numeral.value.times(Decimal::from(12))?;
                numeral.high = numeral.value;
                numeral.end = end + 1;
            }
            _ => {
                let word = self.word(end);
                if self.is_word(end) && word.scale == Scale::Word && self.str(end).len() <= 3 {
                    numeral = scaled(numeral, word.power)?;
                    numeral.end = end + 1;
                }
            }
        }
        Some(numeral)
    }

    /// The digits after "point", spoken one by one or as a number: mantissa, places, token after.
    fn spoken_decimals(&self, mut i: usize) -> Option<(u64, u32, usize)> {
        let (mut mantissa, mut places) = (0u64, 0u32);
        while places < 8 {
            let word = self.word(i);
            match word.part {
                Part::Unit => {
                    mantissa = mantissa * 10 + word.value;
                    places += 1;
                    i += 1;
                }
                Part::Teen if places == 0 => return Some((word.value, 2, i + 1)),
                Part::Tens if places == 0 => {
                    let next = self.past_hyphen(i + 1);
                    let unit = self.word(next);
                    return if unit.part == Part::Unit {
                        Some((word.value + unit.value, 2, next + 1))
                    } else {
                        Some((word.value / 10, 1, i + 1))
                    };
                }
                _ => break,
            }
        }
        (places > 0).then_some((mantissa, places, i))
    }
}
