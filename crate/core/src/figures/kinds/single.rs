//! One of something: "an hour and a half", "a mile", "one survivor".

use crate::figures::amount::{Amount, What};
use crate::figures::exact::Exact;
use crate::figures::number::{Form, Numeral};
use crate::figures::reader::Reader;
use crate::lexicon::forms;
use crate::lexicon::{Measure, Sort, class};
use rust_decimal::Decimal;

impl Reader<'_> {
    /// "a dollar", "a mile", "a gallon of": an article that stands for one.
    pub(in crate::figures) fn one_unit(&mut self, i: usize) -> Option<usize> {
        let scan = &self.scan;
        if scan.is(i, class::THE) || scan.line_break_before(i + 1) && i > 0 {
            return None;
        }
        let (measure, after) = scan.phrase(&scan.lexicon.after, i + 1)?;
        if let Some(end) = self.one_and_a_part(i, measure, after) {
            return Some(end);
        }
        let scan = &self.scan;
        let capital = scan.capital(i + 1) || scan.is(i + 1, class::RISKY) || !scan.is_word(i + 1);
        if capital || scan.dash(after) || scan.str(i + 1).len() < 4 {
            return None;
        }
        let what = match measure {
            // "a dollar bill", "the price of a dollar": only at the end of a clause or before its cents.
            Measure::Major(currency) if scan.closes(after) || scan.is(after, class::AND) => {
                What::Money {
                    currency: scan.dollar(currency, i + 1, after),
                    minor: false,
                }
            }
            Measure::Minor(currency) if scan.closes(after) => What::Money {
                currency: scan.dollar(currency, i + 1, after),
                minor: true,
            },
            Measure::Unit(unit)
                if scan.lexicon.unit(unit).sort == Sort::Dimension
                    && scan.is(i + 1, class::ONE_UNIT)
                    && !scan.plural(i + 1)
                    && (scan.closes(after)
                        || scan.is(after, class::STOP)
                        || scan.is(after, class::LENGTHY)) =>
            {
                What::Unit(unit)
            }
            _ => return None,
        };
        let numeral = Numeral {
            form: Form::Words,
            ..Numeral::whole(1, Form::Digits, i + 1)
        };
        let mut amount = Amount {
            first: i,
            end: after,
            numeral,
            negative: false,
            plus: false,
            what,
            per: None,
            after,
            sign_before: false,
        };
        if let What::Money {
            currency,
            minor: false,
        } = what
        {
            scan.cents(&mut amount, currency);
            amount.after = amount.end;
        }
        Some(self.one(amount, amount).max(after))
    }

    /// "an hour and a half", "a mile and a quarter": the token after it.
    fn one_and_a_part(&mut self, i: usize, measure: Measure, after: usize) -> Option<usize> {
        let Measure::Unit(unit) = measure else {
            return None;
        };
        let scan = &self.scan;
        let sort = scan.lexicon.unit(unit).sort;
        if !matches!(sort, Sort::Duration | Sort::Dimension) || !scan.is_word(i + 1) {
            return None;
        }
        let (part, end) = scan.and_part(after)?;
        // "a day and a quarter of the night"
        if scan.is(end, class::OF) || scan.dash(end) {
            return None;
        }
        let value = Decimal::ONE.plus(part)?;
        let numeral = Numeral {
            value,
            high: value,
            bare: value,
            place: -1,
            digits: 2,
            form: Form::Words,
            ..Numeral::whole(1, Form::Digits, end)
        };
        let amount = Amount {
            first: i,
            end,
            numeral,
            negative: false,
            plus: false,
            what: What::Unit(unit),
            per: None,
            after: end,
            sign_before: false,
        };
        Some(self.one(amount, amount).max(end))
    }

    /// "One person was killed": counted with what became of them.
    fn one_was_hurt(&self, low: &Amount) -> bool {
        const ADVERB: usize = 1;
        let scan = &self.scan;
        let verb = low.end + 1;
        let verb = verb + usize::from(forms::is_adverb(scan.str(verb))) * ADVERB;
        scan.is(low.end, class::PERSON)
            && (scan.is(verb, class::IS_OR_DIED) || forms::is_past(scan.str(verb)))
    }

    /// "one" counts something only where a noun follows and no pronoun is meant.
    pub(in crate::figures) fn one_counts(&self, low: &Amount, noun: bool) -> bool {
        let scan = &self.scan;
        if low.negative || (low.first == 0 && scan.len() <= low.end + 1) {
            return true;
        }
        let before = low.first.checked_sub(1);
        // "Only one survived"
        let survivor = before.is_some_and(|i| {
            scan.is(i, class::ONLY) && scan.begins(i) && forms::is_past(scan.str(low.end))
        });
        // "one wonders why": what one counts is a singular.
        let verb = scan.plural(low.end)
            && !scan.is(low.end, class::PLURAL)
            && (scan.is(low.end + 1, class::STOP) || scan.closes(low.end + 1));
        !(verb
            || before.is_some_and(|i| {
                scan.is(i, class::ONE_PRONOUN) || scan.dash(i) && !scan.capital(low.first)
            })
            || scan.is(low.end, class::ONE_IDIOM) && !self.one_was_hurt(low)
            || scan.dash(low.end))
            && (noun || survivor)
    }
}
