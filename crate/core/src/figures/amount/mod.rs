//! A number with its sign, currency or unit: one end of a range, or a figure by itself.

mod measure;
mod metre;
mod money;

use crate::figures::number::{Form, Found, Numeral, scaled};
use crate::figures::scan::Scan;
use crate::lexicon::named;
use crate::lexicon::{LETTERS, MILLIONS, Measure, Scale, Sort, class};

/// What a number is a number of, as far as currency and unit say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::figures) enum What {
    Bare,
    Money {
        currency: u16,
        minor: bool,
    },
    Unit(u16),
    /// An age in that unit.
    Age(u16),
}

/// A number with what stands directly around it.
#[derive(Debug, Clone, Copy)]
pub(in crate::figures) struct Amount {
    pub(in crate::figures) first: usize,
    pub(in crate::figures) end: usize,
    pub(in crate::figures) numeral: Numeral,
    pub(in crate::figures) negative: bool,
    /// Written with a plus sign.
    pub(in crate::figures) plus: bool,
    pub(in crate::figures) what: What,
    /// The unit after "per".
    pub(in crate::figures) per: Option<u16>,
    /// The token after the rate; `end` where there is none.
    pub(in crate::figures) after: usize,
    /// Whether the currency stands before the number.
    pub(in crate::figures) sign_before: bool,
}

/// What stands at a token.
pub(in crate::figures) enum Look {
    Amount(Amount),
    Skip(usize),
    Nothing,
}

impl Scan<'_> {
    /// The amount that begins at token `i`.
    pub(in crate::figures) fn amount(&self, i: usize) -> Look {
        let (mut at, mut negative, mut plus) = (i, false, false);
        let free = !self.glued(i)
            || i == 0
            || matches!(
                self.sign(i - 1),
                '(' | '[' | '“' | '"' | '*' | ':' | '~' | '≈' | '<' | '=' | '/'
            );
        match self.sign(at) {
            '-' | '−' | '–' if free && (self.glued(at + 1) || (i == 0 && self.sign(at) == '-')) =>
            {
                negative = true;
                at += 1;
            }
            '+' if free && self.glued(at + 1) => {
                plus = true;
                at += 1;
            }
            // "plus or minus 3 points" has no sign.
            _ if self.is(at, class::MINUS) && i > 1 && self.is(i - 1, class::OR) => {
                return Look::Nothing;
            }
            _ if self.is(at, class::MINUS) || self.is(at, class::NEGATIVE) => {
                negative = true;
                at = self.past_sign_hyphen(at + 1);
            }
            _ => {}
        }
        let sign_at = at;
        let (mut currency, mut millions, mut letters) = (None, false, false);
        if self.is(at, class::CURRENCY)
            && let Some((index, end)) = self.phrase(&self.lexicon.before, at)
            && self.currency_before(at, end)
            && !self.quoted_pair(at)
        {
            currency = Some(self.dollar(index & !(MILLIONS | LETTERS), at, end));
            millions = index & MILLIONS != 0;
            letters = index & LETTERS != 0;
            at = end;
            if matches!(self.sign(at), '-' | '−' | '–')
                && self.glued(at + 1)
                && self.is_digits(at + 1)
            {
                negative = true;
                at += 1;
            }
        }
        if let Some(end) = self.digit_lost(at) {
            return Look::Skip(end);
        }
        let bracketed = currency.is_some() && self.bracketed(at);
        negative |= bracketed;
        let numeral = match self.number_of(at, currency.is_some(), bracketed) {
            Found::Number(numeral) => numeral,
            Found::Skip(end) => return Look::Skip(end),
            Found::Nothing => return Look::Nothing,
        };
        if negative && matches!(numeral.form, Form::Ordinal | Form::Decade | Form::Vague) {
            return Look::Nothing;
        }
        let mut amount = Amount {
            // "a third man": the rank without its article.
            first: i + usize::from(
                numeral.form == Form::Ordinal && self.is(i, class::ARTICLE) && numeral.end == i + 2,
            ),
            end: numeral.end,
            numeral,
            negative,
            plus,
            what: What::Bare,
            per: None,
            after: numeral.end,
            sign_before: currency.is_some(),
        };
        if let Some(currency) = currency {
            if matches!(numeral.form, Form::Ordinal | Form::Decade) {
                return Look::Nothing;
            }
            let certain = numeral.grouped || numeral.power >= 6 || numeral.place == -2;
            // "R5.2 trillion", "Le 5m"; neither "R5" nor "R 5 million".
            let touching = self.glued(at) || self.str(sign_at).len() > 1;
            if letters && (!certain || !touching || self.glued(sign_at) && !free) {
                return Look::Nothing;
            }
            if millions && numeral.power == 0 {
                let Some(scaled) = scaled(numeral, 6) else {
                    return Look::Nothing;
                };
                amount.numeral = scaled;
            }
            self.currency_again(&mut amount, currency, at == sign_at + 1);
        } else if !matches!(numeral.form, Form::Ordinal | Form::Decade | Form::Rating) {
            self.measure(&mut amount);
        }
        self.below_zero(&mut amount);
        amount.after = amount.end;
        self.rate(&mut amount);
        Look::Amount(amount)
    }

    /// The number at token `at`, in brackets or not; money whose magnitude stands apart or is misspelt is skipped.
    fn number_of(&self, at: usize, money: bool, bracketed: bool) -> Found {
        let found = self.numeral(at + usize::from(bracketed), money);
        let Found::Number(mut numeral) = found else {
            return found;
        };
        if bracketed {
            numeral.end += 1;
            match self.magnitudes(numeral, true) {
                Some(large) => numeral = large,
                None => return Found::Skip(numeral.end),
            }
        }
        // "($3.1) million" and "$3.1 billon" are larger than what stands before.
        let close = money && self.sign(numeral.end) == ')';
        let beyond = numeral.end + usize::from(close);
        let apart = close && self.word(beyond).scale == Scale::Word && self.str(beyond).len() > 3;
        if numeral.power == 0 && money && (apart || self.misspelt_magnitude(beyond)) {
            return Found::Skip(beyond + 1);
        }
        Found::Number(numeral)
    }

    /// "20 degrees below zero", "5C below zero": a temperature with its sign in words.
    fn below_zero(&self, amount: &mut Amount) {
        let below = self.is(amount.end, class::BELOW) && self.is(amount.end + 1, class::ZERO);
        let What::Unit(unit) = amount.what else {
            return;
        };
        let entry = self.lexicon.unit(unit);
        if !below || !(entry.sort == Sort::Temperature || entry.name == named::DEGREE) {
            return;
        }
        amount.negative = true;
        amount.end += 2;
        if entry.name == named::DEGREE
            && let Some(unit) = self.lexicon.unit_named(named::TEMPERATURE_DEGREE)
        {
            amount.what = What::Unit(unit);
        }
    }

    /// "USD/JPY 150.2": the rate of a pair of currencies, no money.
    fn quoted_pair(&self, at: usize) -> bool {
        at > 1
            && self.glued(at)
            && self.sign(at - 1) == '/'
            && self.glued(at - 1)
            && self.is(at - 2, class::CURRENCY)
    }

    /// "minus-130": the hyphen is part of the word.
    fn past_sign_hyphen(&self, i: usize) -> usize {
        i + usize::from(self.dash(i) && self.glued(i) && self.glued(i + 1))
    }

    /// "a week", "per barrel", "/hour" after an amount.
    pub(in crate::figures) fn rate(&self, amount: &mut Amount) {
        let counted = match amount.what {
            What::Money { .. } => true,
            What::Unit(unit) => matches!(
                self.lexicon.unit(unit).sort,
                Sort::Dimension | Sort::Duration | Sort::Count
            ),
            What::Bare | What::Age(_) => false,
        };
        if !counted {
            return;
        }
        let mut at = amount.end;
        let per = self.is(at, class::PER)
            || self.is(at, class::EACH) && self.is_word(at + 1)
            || (self.sign(at) == '/' && self.glued(at + 1));
        let dashed = self.past_hyphen(at);
        let article = self.is(dashed, class::INDEFINITE);
        if per {
            at += 1;
        } else if article {
            at = self.past_hyphen(dashed + 1);
        } else {
            return;
        }
        // "37 cents per diluted share"
        let described = per
            && self.is_word(at)
            && !self.is(at, class::STOP)
            && self.phrase(&self.lexicon.after, at).is_none();
        at += usize::from(described);
        // "£2 per load in town"
        if described && (self.is(at, class::IN) || self.word(at - 1).scale == Scale::Word) {
            return;
        }
        if let Some((Measure::Unit(unit), after)) = self.phrase(&self.lexicon.after, at) {
            let sort = self.lexicon.unit(unit).sort;
            let fits =
                per || matches!(sort, Sort::Duration | Sort::Rate) || self.is(at, class::PRICED);
            let singular = !self.str(at).ends_with('s') || per;
            // "€1.1bn a year earlier" tells when, not how often.
            let when = article && self.is(after, class::WHEN)
                || article && self.is(after, class::FROM) && self.is(after + 1, class::NOW);
            // "30p per kW/h"
            let more = self.sign(after) == '/' && self.glued(after) && self.glued(after + 1);
            if fits
                && !more
                && singular
                && !when
                && !matches!(
                    sort,
                    Sort::Percent | Sort::Points | Sort::Basis | Sort::Temperature
                )
            {
                amount.per = Some(unit);
                amount.after = after;
                // "kilometres per hour" is one unit; "barrels a day" is a number of barrels.
                if per && matches!(amount.what, What::Unit(_)) {
                    amount.end = after;
                }
            }
        }
    }
}
