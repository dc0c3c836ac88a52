//! Parts in words: "half a million", "a quarter of", "three twenty-fifths", "and a half".

use crate::figures::exact::Exact;
use crate::figures::number::{Form, Numeral, fraction, ten};
use crate::figures::scan::Scan;
use crate::lexicon::{Part, Scale, class};
use rust_decimal::Decimal;

impl Scan<'_> {
    /// "half a million", "half a dozen", "half the votes", "a half", "half-million".
    pub(in crate::figures) fn half(&self, at: usize, article: bool) -> Option<Numeral> {
        // "half a dozen", "half-a-dozen"
        let hyphen = self.past_hyphen(at + 1);
        let inner = self.is(hyphen, class::ARTICLE) && !self.is(hyphen, class::THE);
        let next = if inner {
            self.past_hyphen(hyphen + 1)
        } else {
            hyphen
        };
        let word = self.word(next);
        if word.part == Part::Dozen {
            return Some(Numeral::whole(6, Form::Words, next + 1));
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
    pub(in crate::figures) fn quarter(&self, at: usize, article: bool) -> Option<Numeral> {
        let next = self.past_hyphen(at + 1);
        let word = self.word(next);
        if word.scale == Scale::Word && self.str(next).len() > 3 {
            return part_of_magnitude(1, 4, word.power, next + 1);
        }
        // "a quarter earlier" is a time.
        if !article || self.is(at + 1, class::TIME_SIDE) {
            return None;
        }
        self.of_magnitude(1, 4, at + 1)
            .or_else(|| fraction(Decimal::ONE, Decimal::from(4), at + 1))
    }

    /// "of a million" after a fraction.
    pub(in crate::figures) fn of_magnitude(
        &self,
        upper: u64,
        lower: u64,
        at: usize,
    ) -> Option<Numeral> {
        let word = self.word(at + 2);
        if self.is(at, class::OF)
            && self.is(at + 1, class::ARTICLE)
            && word.scale == Scale::Word
            && self.str(at + 2).len() > 3
        {
            return part_of_magnitude(upper, lower, word.power, at + 3);
        }
        None
    }

    /// "a third of": a part where "of" or nothing follows; else it is a rank ("a third person").
    pub(in crate::figures) fn article_part(&self, at: usize) -> Option<Numeral> {
        let lower = self.word(at).value;
        let hyphen = self.past_hyphen(at + 1) != at + 1;
        // "two died and a third was hurt"
        let article = at - 1;
        let one_more = !self.is(at + 1, class::OF)
            && !self.between_parts(article)
            && !self.is(at + 1, class::PART_DOES)
            && at + 1 < self.len()
            && (self.begins(article)
                || self.is(article.saturating_sub(1), class::CLAUSE_OPENS)
                || self.sign(article.saturating_sub(1)) == ',');
        // "over a third agreed"
        let verb = self.verb_after_part(at + 1, at + 1) && self.hedged(article);
        if !hyphen
            && !one_more
            && (self.is(at + 1, class::OF)
                || self.closes(at + 1)
                || self.is(at + 1, class::STOP)
                || verb)
            && self.word(at).part == Part::Ordinal
        {
            return self
                .of_magnitude(1, lower, at + 1)
                .or_else(|| fraction(Decimal::ONE, lower.into(), at + 1));
        }
        (self.word(at).part == Part::Ordinal).then(|| Numeral::whole(lower, Form::Ordinal, at + 1))
    }

    /// "a third to a half", "between a quarter and a third": whether the part with its article at token `article` is
    /// one of two that are the ends of a range.
    fn between_parts(&self, article: usize) -> bool {
        let part = |i: usize| {
            self.is(i, class::ARTICLE)
                && matches!(
                    self.word(i + 1).part,
                    Part::Half | Part::Quarter | Part::Ordinal
                )
        };
        let joined = |low: usize| {
            let opened = low > 0 && self.is(low - 1, class::BETWEEN_TWO);
            self.is(low + 2, class::TO) || opened && self.is(low + 2, class::AND)
        };
        part(article + 3) && joined(article)
            || article > 2 && part(article - 3) && joined(article - 3)
    }

    /// "thirty-fifths", "twenty-first" after its upper half: the lower half, whether it is a singular, the token after.
    pub(in crate::figures) fn lower_in_tens(&self, at: usize) -> Option<(u64, bool, usize)> {
        let tens = self.word(at);
        let next = self.past_hyphen(at + 1);
        let unit = self.word(next);
        let single = matches!(unit.part, Part::Ordinal | Part::OrdinalOnly);
        let fits = tens.part == Part::Tens
            && (single || unit.part == Part::Parts)
            && (1..10).contains(&unit.value)
            && !self.is(next, class::HALVES);
        fits.then(|| (tens.value + unit.value, single, next + 1))
    }

    /// "three twenty-firsts", "one hundred thirty-fifths", "one twenty-fifth".
    pub(in crate::figures) fn part_in_tens(&self, at: usize) -> Option<Numeral> {
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

    /// "and a half", "and three quarters".
    pub(in crate::figures) fn and_half(&self, i: usize) -> Option<(Decimal, usize)> {
        let i = self.past_hyphen(i);
        if !self.is(i, class::AND) {
            return None;
        }
        let next = self.past_hyphen(i + 1);
        let (upper, at) = if self.is(next, class::ARTICLE) && !self.is(next, class::THE) {
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

    /// Whether the number word is the upper half of a fraction: "and two thirds".
    pub(in crate::figures) fn part_follows(&self, i: usize) -> bool {
        let next = self.past_hyphen(i + 1);
        matches!(self.word(next).part, Part::Parts)
            || (self.is(i, class::ONE)
                && matches!(
                    self.word(next).part,
                    Part::Half | Part::Quarter | Part::Ordinal
                ))
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
        ..Numeral::whole(1, Form::Words, end)
    })
}
