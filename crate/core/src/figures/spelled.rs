//! Numbers in words: "fourteen point three billion", "half a million", "a third", "tens of thousands".

use super::exact::Exact;
use super::lexicon::{Part, Scale, class};
use super::numeral::{Form, Numeral, fraction, scaled, ten};
use super::scan::Scan;
use rust_decimal::Decimal;

/// A whole number read from words.
struct Whole {
    value: u128,
    /// The magnitude of the last word that had one.
    power: u32,
    /// The part before the first magnitude.
    bare: u128,
    /// The power of ten of the last word that adds something.
    place: i32,
    digits: u32,
    end: usize,
    /// Whether its last word is an ordinal: "twenty-first".
    ordinal: bool,
    /// The value without its last word, and that word's value: "twenty-three fifths" is 23 and 5.
    words: usize,
}

impl Scan<'_> {
    /// The number in words that begins at token `i`, an article before it included.
    pub(super) fn in_words(&self, i: usize) -> Option<Numeral> {
        let article = self.is(i, class::ARTICLE) && !self.eq(i, "the");
        let at = i + usize::from(article);
        if article && !self.is_word(at) {
            return None;
        }
        let word = self.word(at);
        match word.part {
            Part::Half => self.half(at, article),
            Part::Quarter => self.quarter(at, article),
            Part::Ordinal | Part::Parts if article => self.article_part(at),
            Part::Ordinal | Part::OrdinalOnly if !article => Some(ordinal(word.value, at + 1)),
            Part::Dozen => Some(counted(12, at + 1)),
            // "a couple of days", not "a couple from Leeds".
            Part::Couple if article && (self.eq(at + 1, "of") || self.eq(at + 1, "more")) => {
                Some(Numeral {
                    high: Decimal::TWO,
                    ..counted(2, at + 1 + usize::from(self.eq(at + 1, "of")))
                })
            }
            Part::Hundreds => self.vague(at, 2),
            Part::Hundred if article => self.cardinal(at, true),
            // "hundred thousand"; a lone "several hundred" says no number.
            Part::Hundred if matches!(self.word(at + 1).scale, Scale::Word) => {
                self.cardinal(at, false)
            }
            Part::Teen | Part::Tens | Part::Unit if !article => self.cardinal(at, false),
            // "a twenty-first of", not "a twenty-first birthday"
            Part::Tens if article => {
                let (lower, single, end) = self.lower_in_tens(at)?;
                (single && (self.eq(end, "of") || self.closes(end)))
                    .then(|| fraction(Decimal::ONE, lower.into(), end))
                    .flatten()
            }
            Part::Decade => Some(Numeral {
                form: Form::Decade,
                ..counted(word.value, at + 1)
            }),
            Part::None if word.scale == Scale::Vague => self.vague(at, word.power),
            Part::None if article && word.scale == Scale::Word && self.str(at).len() > 3 => {
                self.cardinal(at, true)
            }
            Part::None if self.eq(at, "tens") && self.eq(at + 1, "of") => self.vague(at, 1),
            Part::None if self.eq(at, "point") && !article => self.point(at),
            _ => None,
        }
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
            ..counted(0, at + 2)
        })
    }

    /// "half a million", "half a dozen", "half the votes", "a half", "half-million".
    fn half(&self, at: usize, article: bool) -> Option<Numeral> {
        let mut next = at + 1;
        let hyphen = self.past_hyphen(next);
        let inner = self.is(next, class::ARTICLE) && !self.eq(next, "the");
        if inner {
            next += 1;
        } else {
            next = hyphen;
        }
        let word = self.word(next);
        if word.part == Part::Dozen {
            return Some(counted(6, next + 1));
        }
        if word.scale == Scale::Word && self.str(next).len() > 3 {
            return part_of_magnitude(1, 2, word.power, next + 1);
        }
        if next == at + 1 || inner || article {
            // "half an hour": the article belongs to the unit.
            return fraction(
                Decimal::ONE,
                Decimal::TWO,
                if inner { next } else { at + 1 },
            );
        }
        // "half-hour" needs a unit; the caller looks. "half-brother" has none.
        fraction(Decimal::ONE, Decimal::TWO, at + 1)
    }

    /// "a quarter of", "quarter million", "a quarter of a million".
    fn quarter(&self, at: usize, article: bool) -> Option<Numeral> {
        let next = self.past_hyphen(at + 1);
        let word = self.word(next);
        if word.scale == Scale::Word && self.str(next).len() > 3 {
            return part_of_magnitude(1, 4, word.power, next + 1);
        }
        // "a quarter earlier" is a time.
        if !article || self.any(at + 1, &["earlier", "ago", "later", "before"]) {
            return None;
        }
        self.of_magnitude(1, 4, at + 1)
            .or_else(|| fraction(Decimal::ONE, Decimal::from(4), at + 1))
    }

    /// "of a million" after a fraction.
    fn of_magnitude(&self, upper: u64, lower: u64, at: usize) -> Option<Numeral> {
        let word = self.word(at + 2);
        if self.eq(at, "of")
            && self.is(at + 1, class::ARTICLE)
            && word.scale == Scale::Word
            && self.str(at + 2).len() > 3
        {
            return part_of_magnitude(upper, lower, word.power, at + 3);
        }
        None
    }

    /// "a third of": a part where "of" or nothing follows; else it is a rank ("a third person").
    fn article_part(&self, at: usize) -> Option<Numeral> {
        let lower = self.word(at).value;
        let hyphen = self.past_hyphen(at + 1) != at + 1;
        // "two died and a third was hurt"
        let article = at - 1;
        let one_more = !self.eq(at + 1, "of")
            && !self.any(at + 1, &["were", "are", "have", "had", "do", "did"])
            && at + 1 < self.len()
            && (self.begins(article)
                || self.any(
                    article.saturating_sub(1),
                    &["and", "but", "while", "or", "when", "then"],
                )
                || self.sign(article.saturating_sub(1)) == ',');
        if !hyphen
            && !one_more
            && (self.eq(at + 1, "of") || self.closes(at + 1) || self.is(at + 1, class::STOP))
            && self.word(at).part == Part::Ordinal
        {
            return self
                .of_magnitude(1, lower, at + 1)
                .or_else(|| fraction(Decimal::ONE, lower.into(), at + 1));
        }
        (self.word(at).part == Part::Ordinal).then(|| ordinal(lower, at + 1))
    }

    /// "tens of thousands", "hundreds of millions", "thousands of": a magnitude alone.
    fn vague(&self, at: usize, power: u32) -> Option<Numeral> {
        let mut power = power;
        let mut end = at + 1;
        if !self.eq(end, "of") {
            return None;
        }
        let next = self.word(end + 1);
        if matches!(next.scale, Scale::Vague) {
            power += next.power;
            end += 2;
            if self.eq(end, "of") && self.word(end + 1).scale == Scale::Vague {
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
            ..counted(1, end)
        })
    }

    /// "thirty-fifths", "twenty-first" after its upper half: the lower half, whether it is a singular, the token after.
    fn lower_in_tens(&self, at: usize) -> Option<(u64, bool, usize)> {
        let tens = self.word(at);
        let next = self.past_hyphen(at + 1);
        let unit = self.word(next);
        let single = matches!(unit.part, Part::Ordinal | Part::OrdinalOnly);
        let fits = tens.part == Part::Tens
            && (single || unit.part == Part::Parts)
            && (1..10).contains(&unit.value)
            && !self.any(next, &["halves", "quarters"]);
        fits.then(|| (tens.value + unit.value, single, next + 1))
    }

    /// "three twenty-firsts", "one hundred thirty-fifths", "one twenty-fifth".
    fn part_in_tens(&self, at: usize) -> Option<Numeral> {
        let word = self.word(at);
        let (upper, next) = match word.part {
            Part::Unit if self.word(at + 1).part == Part::Hundred => (word.value * 100, at + 2),
            Part::Unit | Part::Teen | Part::Tens => (word.value, at + 1),
            _ => return None,
        };
        let (lower, single, end) = self.lower_in_tens(next)?;
        if single && upper != 1 {
            return None;
        }
        fraction(upper.into(), lower.into(), end)
    }

    /// A cardinal, with what may follow it: decimals, a fraction, "and a half", "dozen", "out of".
    fn cardinal(&self, at: usize, article: bool) -> Option<Numeral> {
        if !article && let Some(part) = self.part_in_tens(at) {
            return Some(part);
        }
        let whole = self.whole(at, article)?;
        if whole.ordinal {
            return Some(ordinal(u64::try_from(whole.value).ok()?, whole.end));
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
        if self.eq(end, "point")
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

    /// "and a half", "and three quarters".
    fn and_half(&self, i: usize) -> Option<(Decimal, usize)> {
        let i = self.past_hyphen(i);
        if !self.eq(i, "and") {
            return None;
        }
        let next = self.past_hyphen(i + 1);
        let (upper, at) = if self.is(next, class::ARTICLE) && !self.eq(next, "the") {
            (1, self.past_hyphen(next + 1))
        } else if self.word(next).part == Part::Unit {
            (self.word(next).value, self.past_hyphen(next + 1))
        } else if self.word(next).part == Part::Tens {
            // "two and fifty-four hundredths"
            let unit = self.past_hyphen(next + 1);
            let digit = self.word(unit);
            if digit.part != Part::Unit {
                return None;
            }
            (
                self.word(next).value + digit.value,
                self.past_hyphen(unit + 1),
            )
        } else {
            return None;
        };
        let lower = self.word(at);
        let fits = match lower.part {
            Part::Half | Part::Quarter => upper == 1,
            Part::Ordinal => upper == 1 && !self.is_word(at + 1),
            Part::Parts => true,
            _ => false,
        };
        if !fits {
            return None;
        }
        Some((
            Decimal::from(upper).over(Decimal::from(lower.value))?,
            at + 1,
        ))
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

    /// Reads the words of a whole number; with `article`, "a" stands for one.
    #[expect(
        clippy::too_many_lines,
        reason = "one grammar, one arm for each sort of word"
    )]
    fn whole(&self, first: usize, article: bool) -> Option<Whole> {
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
                        && !self.eq(i - 1, "and")
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

    /// Past a hyphen, or past "and" where it may join the words of a number.
    fn next_number_word(&self, i: usize, and: bool) -> usize {
        let past = self.past_hyphen(i);
        if past != i {
            let word = self.word(past);
            return if word.part != Part::None && word.class & class::NUMBER != 0
                || word.scale == Scale::Word
            {
                past
            } else {
                i
            };
        }
        if and
            && (self.eq(i, "and") || self.sign(i) == '&')
            && matches!(self.word(i + 1).part, Part::Unit | Part::Teen | Part::Tens)
            && !self.part_follows(i + 1)
        {
            return i + 1;
        }
        i
    }

    /// Whether the number word is the upper half of a fraction: "and two thirds".
    fn part_follows(&self, i: usize) -> bool {
        let next = self.past_hyphen(i + 1);
        matches!(self.word(next).part, Part::Parts)
            || (self.eq(i, "one")
                && matches!(
                    self.word(next).part,
                    Part::Half | Part::Quarter | Part::Ordinal
                ))
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

fn counted(value: u64, end: usize) -> Numeral {
    let value = Decimal::from(value);
    Numeral {
        value,
        high: value,
        bare: value,
        power: 0,
        place: 0,
        digits: 1,
        metre: false,
        grouped: false,
        form: Form::Words,
        end,
    }
}

fn ordinal(value: u64, end: usize) -> Numeral {
    Numeral {
        form: Form::Ordinal,
        ..counted(value, end)
    }
}

fn part_of_magnitude(upper: u64, lower: u64, power: u32, end: usize) -> Option<Numeral> {
    let factor = ten(power)?;
    let value = Decimal::from(upper)
        .times(factor)?
        .over(Decimal::from(lower))?;
    Some(Numeral {
        value,
        high: value,
        bare: value,
        power,
        place: i32::try_from(power).ok()? - 1,
        form: Form::Words,
        ..counted(1, end)
    })
}
