//! Currencies around a number: which words are one, the smaller unit after it, and pounds that are money.

use crate::figures::amount::{Amount, What};
use crate::figures::exact::Exact;
use crate::figures::number::{Form, Found, Numeral};
use crate::figures::scan::Scan;
use crate::lexicon::{Measure, OPEN_DOLLAR, Sort, class};
use crate::locale::Dollar;
use rust_decimal::Decimal;

impl Scan<'_> {
    /// Whether the words from `at` to `end` are a currency before a number.
    pub(in crate::figures) fn currency_before(&self, at: usize, end: usize) -> bool {
        let signed = matches!(self.sign(end), '-' | '−' | '–') && self.is_digits(end + 1);
        let digits = self.is_digits(end)
            || signed
            || (self.sign(end) == '.' && self.is_digits(end + 1) && self.glued(end + 1));
        let symbol = (at..end).any(|i| self.sign(i) != '\0' && self.sign(i) != '.');
        if symbol && self.bracketed(end) {
            return true;
        }
        if symbol {
            // "A$5" is Australian, "a $5 bill" is not.
            let parted = (at + 1..end).any(|i| !self.glued(i));
            let known = !parted || self.str(at).len() > 1 || self.is(at, class::LETTER_C);
            return known
                && (digits
                    || self.is(end, class::NUMBER) && self.glued(end)
                    || !self.sign(end).is_ascii());
        }
        // Words before a number: "ringgit 42". A line break parts them, and "the euro 0.5%" is no money.
        digits
            && !self.line_break_before(end)
            && !self.percent_after(end)
            && !self.no_currency(at, end)
            && (self.str(at).len() < 4 || self.line_start_or_spaced(at))
    }

    /// "Euro 2024", "the firm marks 50 years", "the dollar 5 years ago": words that are a currency elsewhere.
    fn no_currency(&self, at: usize, end: usize) -> bool {
        let Found::Number(numeral) = self.numeral(end, true) else {
            return false;
        };
        if numeral.power > 0 {
            return false;
        }
        let unit = self.past_hyphen(numeral.end);
        let time = self.str(unit).len() > 2
            && matches!(self.phrase(&self.lexicon.after, unit), Some((Measure::Unit(unit), _))
                if self.lexicon.unit(unit).sort == Sort::Duration);
        let word = self.str(at);
        let code = end == at + 1 && word.len() == 3 && self.measured_name(at, &numeral);
        let name = end == at + 1
            && word.len() > 3
            && self.capital(at)
            && !word.ends_with('s')
            && !word.bytes().all(|byte| byte.is_ascii_uppercase())
            && (numeral.place == 0 || numeral.place == -1 && numeral.value.fract().is_zero())
            && !numeral.grouped;
        // "the show marks 1,000 episodes"
        let verb =
            word.len() > 3 && self.is(at, class::RISKY) && self.noun(numeral.end, false).is_some();
        time || name || code || verb
    }

    /// "the NOK 3310 phone", "the INR 2.5 ratio": capitals and a number that no price is written as, behind an article
    /// and before one thing.
    fn measured_name(&self, code: usize, numeral: &Numeral) -> bool {
        let unusual = numeral.place == -1 || numeral.digits == 4 && !numeral.grouped;
        let thing = numeral.end;
        unusual
            && code > 0
            && self.is(code - 1, class::ARTICLE)
            && self.is_word(thing)
            && !self.plural(thing)
            && !self.is(thing, class::STOP | class::MONEYISH)
    }

    /// "€,89": nobody knows which digit is missing behind the sign at token `at`; the token after the others.
    pub(in crate::figures) fn digit_lost(&self, at: usize) -> Option<usize> {
        let lost = self.sign(at + 1) == ','
            && self.is(at, class::CURRENCY)
            && !self.is_word(at)
            && (at + 1..at + 3).all(|i| self.glued(i))
            && self.is_digits(at + 2);
        lost.then(|| self.past_chain(at + 2))
    }

    /// Whether the digits at token `i` are a percentage: "0.5%", "12 per cent".
    fn percent_after(&self, i: usize) -> bool {
        let end = self.past_chain(i);
        matches!(self.phrase(&self.lexicon.after, end), Some((Measure::Unit(unit), _))
            if self.lexicon.unit(unit).sort == Sort::Percent)
    }

    /// "$(4.2) million": a number in brackets right behind its currency, as accounts write what is negative.
    pub(in crate::figures) fn bracketed(&self, open: usize) -> bool {
        self.sign(open) == '('
            && self.glued(open)
            && self.is_digits(open + 1)
            && self.glued(open + 1)
            && self.sign(self.past_chain(open + 1)) == ')'
    }

    fn line_start_or_spaced(&self, at: usize) -> bool {
        !self.glued(at) && (at == 0 || !(self.is_digits(at - 1) || self.is(at - 1, class::NUMBER)))
    }

    /// The currency of the tokens from `at` to `end`, where it is a dollar without its country: that of the place.
    pub(in crate::figures) fn dollar(&self, currency: u16, at: usize, end: usize) -> u16 {
        let code = match self.locale.dollar {
            Dollar::American => return currency,
            Dollar::Of(code) => code,
            Dollar::Open => OPEN_DOLLAR,
        };
        let placed = end != at + 1
            || self.lexicon.currency(currency).code != "USD"
            || self.is(at, class::GREENBACK);
        match self.lexicon.currency_coded(code) {
            Some(own) if !placed => own,
            _ => currency,
        }
    }

    /// Settles the currency of an amount behind it, which may be named again: "$14B dollars", "$31.20 US"; `bare` where
    /// only a sign says the first, so that "$20 Australian dollars" are Australian.
    pub(in crate::figures) fn currency_again(
        &self,
        amount: &mut Amount,
        currency: u16,
        bare: bool,
    ) {
        let end = amount.numeral.end;
        let again = self.named_again(currency, end, bare);
        let (currency, end) = again.unwrap_or((currency, end));
        amount.what = What::Money {
            currency,
            minor: false,
        };
        amount.end = end;
        self.cents(amount, currency);
    }

    fn named_again(&self, currency: u16, end: usize, bare: bool) -> Option<(u16, usize)> {
        if let Some((Measure::Major(again), after)) = self.phrase(&self.lexicon.after, end) {
            let (one, two) = (
                self.lexicon.currency(currency),
                self.lexicon.currency(again),
            );
            let dollars = self.lexicon.is_dollar(one.code) && self.lexicon.is_dollar(two.code);
            // Not the sign of the next amount: "$5 $6".
            if (one.code == two.code || dollars)
                && !(after > end && self.is_digits(after) && self.sign(after - 1) != '\0')
            {
                let told = bare && after > end + 1;
                return Some((if told { again } else { currency }, after));
            }
        }
        // "$20 US", on a page that has a dollar of its own
        let american = bare
            && self.locale.dollar != Dollar::American
            && self.str(end) == "US"
            && (self.closes(end + 1) || self.is(end + 1, class::STOP));
        let dollar = american.then(|| self.lexicon.currency_coded("USD"))??;
        Some((dollar, end + 1))
    }

    /// "10,000/-", "4m/=": shillings of whatever country.
    pub(in crate::figures) fn shillings(&self, amount: &mut Amount) -> Option<()> {
        let at = amount.numeral.end;
        let stroke = self.sign(at) == '/'
            && self.glued(at)
            && matches!(self.sign(at + 1), '-' | '=')
            && self.glued(at + 1)
            && !(self.glued(at + 2) && (self.is_word(at + 2) || self.is_digits(at + 2)));
        let currency = stroke.then(|| self.lexicon.currency_coded("XSH"))??;
        if let Found::Number(numeral) = self.numeral(amount.first, true)
            && numeral.end == at
        {
            amount.numeral = numeral;
        }
        amount.what = What::Money {
            currency,
            minor: false,
        };
        amount.end = at + 2;
        Some(())
    }

    /// "20 dollars and 43 cents", "$20 and 43c", "15 dollars 50".
    pub(in crate::figures) fn cents(&self, amount: &mut Amount, currency: u16) {
        let entry = self.lexicon.currency(currency);
        if amount.numeral.power != 0
            || amount.numeral.place < 0
            || amount.numeral.form == Form::Vague
            || entry.minor_per_major != 100
        {
            return;
        }
        let joined = self.is(amount.end, class::AND);
        let at = amount.end + usize::from(joined);
        let Found::Number(minor) = (if self.is_digits(at) || self.is_word(at) {
            self.numeral(at, false)
        } else {
            Found::Nothing
        }) else {
            return;
        };
        if minor.power != 0
            || minor.place != 0 && minor.value.fract() != Decimal::ZERO
            || minor.value >= Decimal::ONE_HUNDRED
            || !matches!(minor.form, Form::Digits | Form::Words)
        {
            return;
        }
        let named = match self.phrase(&self.lexicon.after, minor.end) {
            Some((Measure::Minor(index), after)) => {
                let shared = self.lexicon.currency(index).minor == "cent";
                (shared || index == currency).then_some(after)
            }
            _ => None,
        };
        // Unnamed cents: nothing else may follow, and no sign may stand before ("$20 43" is two numbers).
        let end = match named {
            Some(after) => after,
            None if self.closes(minor.end) && (joined || !amount.sign_before) => minor.end,
            None if joined
                && self.is(minor.end, class::STOP)
                && minor.form == Form::Words
                && !amount.sign_before =>
            {
                minor.end
            }
            None => return,
        };
        if let Some(part) = minor.value.over(Decimal::ONE_HUNDRED)
            && let Some(sum) = amount.numeral.value.plus(part)
        {
            amount.numeral.value = sum;
            amount.numeral.high = sum;
            amount.numeral.bare = sum;
            amount.numeral.place = -2;
            amount.numeral.digits += 2;
            amount.end = end;
        }
    }

    /// Words that are more than a currency ("won", "real") need a number that can only be money.
    pub(in crate::figures) fn currency_after(
        &self,
        amount: &Amount,
        at: usize,
        after: usize,
    ) -> bool {
        // "crossed the 30,000 mark"
        if self.is(at, class::MARK)
            && at == amount.numeral.end
            && amount.numeral.value != Decimal::ONE
        {
            return false;
        }
        if !self.is(at, class::RISKY) || after > at + 1 {
            // The sign of the next amount, "5 $6", and a code glued to digits that go on.
            let word = amount.numeral.form == Form::Words;
            let sign = word && self.sign(at) != '\0' || self.glued(after);
            return !(sign && self.is_digits(after) && !self.glued(at));
        }
        // "26.27 rand per share"
        let priced = amount.numeral.place == -2 || self.is(after, class::PER);
        priced
            || amount.numeral.power >= 3
            || amount.numeral.value >= Decimal::ONE_THOUSAND
            || self.closes(after)
    }

    /// Pounds are money with a magnitude, or where the sentence speaks of money and not of weight.
    pub(in crate::figures) fn pounds_are_money(&self, amount: &Amount, at: usize) -> bool {
        let from = amount.first.saturating_sub(12);
        let around = from..(at + 8).min(self.len());
        // Millions are lost and gained in money.
        let large = amount.numeral.power >= 6;
        let weighty = around
            .clone()
            .any(|i| self.is(i, class::WEIGHTY) && !(large && self.is(i, class::UP | class::DOWN)));
        let moneyish = around.clone().any(|i| {
            self.is(i, class::MONEYISH) || self.sign(i) == '£' || self.is(i, class::STERLING)
        });
        // "a 300-pound man"
        if self.dash(at - 1) && self.glued(at) && self.is(at + 1, class::AGE_NOUN) {
            return false;
        }
        // "paid 50 pounds", "3,000 pounds in cash"
        let paid = (amount.first.saturating_sub(2)..amount.first)
            .any(|i| self.is(i, class::MONEYISH) && !self.is(i, class::WEIGHTY));
        if paid && !self.is(at + 1, class::OF)
            || self.is(at + 1, class::IN) && self.is(at + 2, class::CASH)
        {
            return true;
        }
        if large {
            return !weighty || moneyish;
        }
        moneyish && !weighty
    }

    /// "The result was ($4.2 million).": accounts bracket what is negative; elsewhere brackets hold conversions.
    pub(in crate::figures) fn in_the_red(&self, low: &Amount, high: &Amount) -> bool {
        let Some(open) = low.first.checked_sub(1) else {
            return false;
        };
        matches!(low.what, What::Money { .. })
            && low.first == high.first
            && !low.negative
            && self.sign(open) == '('
            && self.sign(high.end) == ')'
            && open > 0
            && self.is(open - 1, class::BE | class::COMPARES | class::OF)
    }
}
