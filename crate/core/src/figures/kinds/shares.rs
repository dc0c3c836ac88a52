//! Parts of a whole and factors: "one in five", "half", "doubled".

use crate::figures::amount::{Amount, Look, What};
use crate::figures::number::{Form, Numeral, fraction};
use crate::figures::quantity::{Kind, Unit};
use crate::figures::reader::{Reader, Written};
use crate::lexicon::class;
use crate::lexicon::forms;
use rust_decimal::Decimal;

impl Reader<'_> {
    /// "one in five", "two out of three": a part of a whole.
    pub(in crate::figures) fn out_of(&mut self, low: &Amount) -> Option<usize> {
        let scan = &self.scan;
        let number = |amount: &Amount| {
            amount.what == What::Bare
                && matches!(amount.numeral.form, Form::Digits | Form::Words)
                && amount.numeral.place >= 0
                && !amount.negative
        };
        if !number(low) || self.scan.joined_before(low.first) {
            return None;
        }
        let at = low.end;
        // "1-in-5" as well
        let hyphen = scan.past_hyphen(at);
        // "number one in 10 countries"
        let rank = low.first > 0 && scan.is(low.first - 1, class::NUMBER_OF);
        let inside = scan.is(hyphen, class::IN) && low.numeral.value <= Decimal::from(9) && !rank;
        let mut next = if scan.is(at, class::OUT) && scan.is(at + 1, class::OF) {
            at + 2
        } else if scan.is(at, class::OF) && scan.is(at + 1, class::EVERY) {
            at + 1
        } else if scan.is(at, class::OVER) && low.numeral.value == Decimal::ONE {
            // "one over twenty", at the end of its clause
            at + 1
        } else if inside {
            hyphen + 1 + usize::from(hyphen != at && scan.dash(hyphen + 1))
        } else {
            return None;
        };
        // "one in every five", "nine out of every 10"
        let every = scan.is(next, class::EVERY);
        next += usize::from(every);
        if !scan.is_number(next) || scan.line_break_before(next) {
            return None;
        }
        let Look::Amount(of) = scan.amount(next) else {
            return None;
        };
        if !number(&of) || of.numeral.value <= low.numeral.value {
            return None;
        }
        if scan.is(at, class::OVER) && !scan.closes(of.end) {
            return None;
        }
        // "542 out of 543 seats" counts seats; few of a few are a part.
        let exact = of.numeral.value > Decimal::from(20)
            && !(of.numeral.value % Decimal::TEN).is_zero()
            && low.numeral.form == Form::Digits
            && low.numeral.value > Decimal::ONE;
        if exact && scan.noun(of.end, false).is_some() {
            return None;
        }
        // "five in 2019" is a year; "12 in six boxes" counts boxes.
        // "four in 10 adults" is in the style of newspapers; "two in 10 games" is a rate.
        let style = low.numeral.form == Form::Words
            && of.numeral.value == Decimal::TEN
            && (!scan.is_word(of.end) || scan.is(of.end, class::AGE_NOUN | class::STOP));
        let mixed =
            of.numeral.form != low.numeral.form && low.numeral.value != Decimal::ONE && !style;
        let usual = [3, 4, 5, 6, 8, 10, 12, 20, 50, 100, 200, 1000]
            .iter()
            .any(|&usual| of.numeral.value == Decimal::from(usual));
        // "1 in 9 jobs", but "2 in 9 games"
        // "1 in 16 US women"
        let people = || {
            scan.noun(of.end, false)
                .is_some_and(|(_, end)| scan.is(end - 1, class::AGE_NOUN))
        };
        let one_of_few = low.numeral.value == Decimal::ONE
            && (of.numeral.value <= Decimal::from(12) || people());
        let counts = !usual
            && !one_of_few
            && low.numeral.form == Form::Digits
            && scan.noun(of.end, false).is_some();
        // "1 in 250,000", "one in 14 million"; four digits may be a year.
        let large = low.numeral.value == Decimal::ONE
            && (of.numeral.grouped || of.numeral.power > 0)
            && of.numeral.value > Decimal::ONE_THOUSAND;
        let year = !large && of.numeral.value > Decimal::ONE_THOUSAND;
        if inside && !every && (year || !large && (mixed || counts)) {
            return None;
        }
        let part = fraction(low.numeral.value, of.numeral.value, of.end)?;
        let amount = Amount {
            numeral: part,
            end: of.end,
            after: of.end,
            ..*low
        };
        Some(self.one(amount, amount).max(of.end))
    }

    /// "half" is a part only of something; "the second half", "half-brother" are none.
    pub(in crate::figures) fn part_counts(&self, low: &Amount) -> bool {
        let scan = &self.scan;
        let halves = scan.is(low.first, class::HALF) || scan.is(low.first + 1, class::HALF);
        if !halves || low.end > low.first + 2 {
            return true;
        }
        if scan.is(low.first, class::HALF)
            && low
                .first
                .checked_sub(1)
                .is_some_and(|i| scan.is(i, class::NUMBER) || scan.is(i, class::HALF_NAME))
        {
            return false;
        }
        // "around half past three"
        if scan.dash(low.end) && scan.glued(low.end) || scan.is(low.end, class::PAST_HOUR) {
            return false;
        }
        // "more than half voted", "fell by nearly half to 30"
        if scan.hedged(low.first) || low.first > 0 && scan.is(low.first - 1, class::BY) {
            return true;
        }
        scan.is(low.end, class::OF | class::THOSE)
            || scan.is(low.end, class::ARTICLE | class::WHOSE)
            || scan.closes(low.end)
            || scan.noun(low.end, false).is_some()
    }

    /// "doubled", "fivefold", "twice as many".
    pub(in crate::figures) fn multiple(&mut self, i: usize) -> usize {
        let scan = &self.scan;
        // Only as a verb after "to" or a modal; "double room", "double-digit" are none.
        let adjective = scan.is(i, class::DOUBLE)
            && !scan.is(i + 1, class::THE)
            && !(i > 0 && scan.is(i - 1, class::MODAL | class::NEARLY));
        let compared = scan.is(i, class::TWICE) && !scan.is(i + 1, class::AS | class::THE);
        // "doubling down"
        let idiom = scan.is(i + 1, class::DOWNWARDS) || scan.is(i + 1, class::OVER);
        if adjective || compared || idiom {
            return i + 1;
        }
        // "wins the men's doubles title"
        let object = scan.is(
            i + 1,
            class::ARTICLE | class::WHOSE | class::STOP | class::NUMBER,
        ) || scan.closes(i + 1)
            || scan.is_digits(i + 1);
        if scan.is(i, class::DOUBLES) && !object {
            return i + 1;
        }
        // "a Bitcoin halving report", "the doubling time": one noun of several.
        let gerund = forms::is_gerund(scan.str(i));
        let noun_before = i > 0
            && scan.is_word(i - 1)
            && (!scan.is(i - 1, class::STOP | class::BE) || scan.is(i - 1, class::ARTICLE));
        if gerund && noun_before && scan.is_word(i + 1) && !object {
            return i + 1;
        }
        // "two lemons, halved"
        if scan.is(i, class::HALVED) && i > 0 && scan.sign(i - 1) == ',' {
            return i + 1;
        }
        let parts = scan.word(i).value;
        let Some(factor) = fraction((parts / 100).into(), (parts % 100).into(), i + 1) else {
            return i + 1;
        };
        let factor = Numeral {
            form: Form::Digits,
            ..factor
        };
        let value = factor.value;
        self.push(
            Kind::Multiple,
            Unit::None,
            [(value, &factor); 2],
            Written::plain(i, i + 1),
        );
        i + 1
    }
}
