//! The currency or unit after a number: what it means there, and lengths and ages of several words.

use crate::figures::amount::{Amount, What};
use crate::figures::exact::Exact;
use crate::figures::number::{Form, Found, scaled};
use crate::figures::scan::Scan;
use crate::lexicon::named;
use crate::lexicon::{Measure, Scale, Sort, class};
use rust_decimal::Decimal;

impl Scan<'_> {
    /// The currency or unit after a number; a modifier may stand between: "20-odd years", "300 or so dollars".
    pub(in crate::figures) fn measure(&self, amount: &mut Amount) {
        let end = amount.numeral.end;
        if self.height(amount).is_some() || self.shillings(amount).is_some() {
            return;
        }
        self.measure_at(amount, end);
        if amount.what == What::Bare
            && let Some(past) = self.past_trailing(end).or_else(|| self.past_more(end))
        {
            let mut later = *amount;
            self.measure_at(&mut later, past);
            amount.what = later.what;
            // "three or more cups a day"
            self.rate(&mut later);
            amount.per = later.per;
        }
        if amount.what == What::Bare {
            self.settle_metre(amount, end);
        }
    }

    /// "three more years"
    fn past_more(&self, end: usize) -> Option<usize> {
        let more =
            self.is(end, class::MORE) && self.str(end + 1).len() > 2 && self.is_word(end + 1);
        more.then_some(end + 1)
    }

    /// The currency or unit that stands at token `end`.
    fn measure_at(&self, amount: &mut Amount, end: usize) {
        let hyphen = self.past_hyphen(end);
        if self.line_break_before(hyphen) {
            return;
        }
        let mut at = hyphen;
        // "half an hour", "half a mile": the article belongs to the unit.
        if amount.numeral.form == Form::Fraction && self.is(at, class::INDEFINITE) {
            at += 1;
        } else if amount.numeral.form == Form::Fraction
            && self.is(at, class::OF)
            && self.is(at + 1, class::INDEFINITE)
        {
            at += 2;
        }
        if amount.numeral.form == Form::Vague && self.is(at, class::OF) {
            at += 1;
        }
        // "0.1 of a percentage point"
        if self.is(at, class::OF)
            && self.is(at + 1, class::INDEFINITE)
            && let Some((Measure::Unit(unit), _)) = self.phrase(&self.lexicon.after, at + 2)
            && self.lexicon.unit(unit).sort == Sort::Points
        {
            at += 2;
        }
        // "12 C" is no money.
        let cents = |found: &(Measure, usize)| {
            matches!(found.0, Measure::Minor(_)) && self.str(at).len() == 1 && self.capital(at)
        };
        let found = self
            .phrase(&self.lexicon.after, at)
            .filter(|found| !cents(found));
        let Some((measure, after)) = found.or_else(|| self.symbol_apart(amount, at)) else {
            return;
        };
        match measure {
            // "a 2022 Euro 7 draft"
            Measure::Major(_)
                if self.capital(at)
                    && self.is_digits(after)
                    && !self.glued(after)
                    && self.str(at).bytes().any(|byte| byte.is_ascii_lowercase())
                    && !self.plural(at) => {}
            Measure::Major(currency) if self.currency_after(amount, at, after) => {
                let currency = self.dollar(currency, at, after);
                amount.what = What::Money {
                    currency,
                    minor: false,
                };
                amount.end = after;
                let word = self.word(after);
                // "75 USD million"
                if amount.numeral.power == 0
                    && self.is_word(after)
                    && word.power >= 6
                    && matches!(word.scale, Scale::Word)
                    && let Some(numeral) = scaled(amount.numeral, word.power)
                {
                    amount.numeral = numeral;
                    amount.end = after + 1;
                }
                self.cents(amount, currency);
            }
            Measure::Minor(currency)
                if self.str(at).len() > 1
                    || (self.glued(at) && amount.numeral.form == Form::Digits)
                    || self.closes(after) =>
            {
                amount.what = What::Money {
                    currency: self.dollar(currency, at, after),
                    minor: true,
                };
                amount.end = after;
            }
            Measure::Unit(unit) if !self.measures_another(unit, at, after) => {
                self.unit(amount, unit, at, after);
            }
            Measure::Millions(currency) if amount.numeral.power == 0 => {
                if let Some(numeral) = scaled(amount.numeral, 6) {
                    amount.numeral = numeral;
                    amount.what = What::Money {
                        currency,
                        minor: false,
                    };
                    amount.end = after;
                }
            }
            _ => {}
        }
    }

    /// "18 million ton miles": a unit in the singular before another one, which is counted with it.
    fn measures_another(&self, unit: u16, at: usize, after: usize) -> bool {
        let dimension = |unit: u16| self.lexicon.unit(unit).sort == Sort::Dimension;
        after == at + 1
            && self.str(at).len() > 2
            && self.is_word(after)
            && self.str(after).len() > 3
            && dimension(unit)
            && !self.plural(at)
            && self.plural(after)
            && matches!(self.phrase(&self.lexicon.after, after), Some((Measure::Unit(other), _))
                if dimension(other) && other != unit)
    }

    /// "9.71 s", "-12 C", "slept for 2 h": a symbol that should touch its number and does not. A capital is much else
    /// as well ("48 K"): it counts only after decimals or a minus.
    fn symbol_apart(&self, amount: &Amount, at: usize) -> Option<(Measure, usize)> {
        let phrases = self.lexicon.after.at(self.id(at));
        let symbol = phrases
            .iter()
            .find(|phrase| phrase.touching && phrase.exact == Some(self.str(at)))?;
        let decimals = amount.numeral.place < 0 && amount.numeral.form == Form::Digits;
        let ends = !self.capital(at) && (self.closes(at + 1) || self.is(at + 1, class::STOP));
        let fits =
            self.is_word(at) && !self.glued(at) && (!self.glued(at + 1) || self.closes(at + 1));
        // "11.8 x 8.7 inches" is no factor.
        let factor = matches!(symbol.meaning, Measure::Unit(unit)
            if self.lexicon.unit(unit).sort == Sort::Factor);
        (fits && !factor && (decimals || amount.negative || ends))
            .then_some((symbol.meaning, at + 1))
    }

    /// Settles what a unit after a number means.
    fn unit(&self, amount: &mut Amount, unit: u16, at: usize, after: usize) {
        let entry = self.lexicon.unit(unit);
        let written = self.str(at);
        // "cut rates by a quarter point", "by half a point"
        if amount.numeral.form == Form::Fraction
            && entry.name == named::POINT
            && self.moves_rates(amount.first, after)
            && let Some(points) = self.lexicon.unit_named(named::PERCENTAGE_POINT)
        {
            amount.what = What::Unit(points);
            amount.end = after;
            return;
        }
        // "the 2020 V.League"
        let initial = written.len() == 1
            && self.sign(after) == '.'
            && self.glued(after + 1)
            && self.is_word(after + 1);
        if initial {
            return;
        }
        // "half-time" is no number of times.
        let half = amount.numeral.form == Form::Fraction && entry.sort == Sort::Count;
        if entry.sort == Sort::Rate || half {
            return;
        }
        // "three time zones"
        let things = written == named::TIME && self.is_word(after) && self.plural(after);
        if things && amount.numeral.value != Decimal::ONE && !self.dash(at - 1) {
            return;
        }
        // "in": inches only where nothing else fits.
        if written == "in"
            && !(self.is(after, class::LENGTHY)
                || amount.numeral.form == Form::Digits && self.closes(after) && self.glued(at))
        {
            let closes = self.closes(after) || after >= self.len();
            if !closes || self.sign(after) == ',' {
                return;
            }
        }
        if matches!(self.sign(at), '"' | '”' | '″' | '′') && !self.inch_sign(amount, at) {
            return;
        }
        // "24703L202", "106F6": part of a code.
        if self.glued(after) && self.is_digits(after) && !self.dash(at - 1) {
            return;
        }
        // A lone letter that goes on as another word: "5 m-wide" is fine, "5 C-suite" is not.
        if written.len() == 1
            && self.is_word(at)
            && matches!(self.sign(after), '-' | '&' | '\'' | '’')
            && self.glued(after)
            && !self.glued(at)
        {
            return;
        }
        if self.is(at, class::SECOND)
            && amount.numeral.form == Form::Words
            && amount.numeral.value != Decimal::ONE
            && self.str(at).len() == 6
            && !self.dash(at - 1)
        {
            // "twenty second" is a rank.
            return;
        }
        if entry.name == named::POUND_MASS
            && self.is(at, class::POUND)
            && after == at + 1
            && self.pounds_are_money(amount, at)
        {
            if let Some(currency) = self.lexicon.currency_coded("GBP") {
                amount.what = What::Money {
                    currency,
                    minor: false,
                };
                amount.end = after;
                self.cents(amount, currency);
            }
            return;
        }
        amount.what = What::Unit(unit);
        // The full stop of "16,000 ft." ends the sentence too where nothing goes on.
        let stop = self.sign(after - 1) == '.' && (after >= self.len() || self.capital(after));
        amount.end = if stop || self.line_break_before(after) && self.sign(after - 1) == '.' {
            after - 1
        } else {
            after
        };
        self.degrees(amount, at);
        self.with_lesser(amount, at);
        self.age(amount);
    }

    /// Whether what is told of interest rates, or told as a change, stands around the tokens from `first` to `end`.
    fn moves_rates(&self, first: usize, end: usize) -> bool {
        const REACH: usize = 8;
        let change = class::UP | class::DOWN | class::RAISES | class::LOWERS;
        self.is(end, change)
            || (first.saturating_sub(REACH)..first).any(|i| self.is(i, class::INTEREST))
    }

    /// A quotation mark after a number is inches in a measurement only.
    fn inch_sign(&self, amount: &Amount, at: usize) -> bool {
        let opened = (amount.first.saturating_sub(40)..amount.first)
            .any(|i| matches!(self.sign(i), '"' | '“'));
        !opened
            && (self.is(at + 1, class::LENGTHY)
                || (self.glued(at) && self.is_word(at + 1) && !self.glued(at + 1)))
    }

    /// "24 degrees" is a temperature where the sentence is about the weather, else an angle.
    fn degrees(&self, amount: &mut Amount, at: usize) {
        let degree = matches!(amount.what, What::Unit(unit)
            if self.lexicon.unit(unit).name == named::DEGREE);
        if !degree || amount.end != at + 1 {
            return;
        }
        let mut around = amount.first.saturating_sub(12)..(at + 6).min(self.len());
        // "the 1.5-degree goal": angles are hardly told in tenths of so few.
        let warming = amount.numeral.place == -1 && amount.numeral.value < Decimal::from(6);
        if (warming || around.any(|i| self.is(i, class::WEATHER)))
            && let Some(unit) = self.lexicon.unit_named(named::TEMPERATURE_DEGREE)
        {
            amount.what = What::Unit(unit);
        }
    }

    /// `6'2"`: feet and inches in signs.
    fn height(&self, amount: &mut Amount) -> Option<()> {
        let at = amount.numeral.end;
        let prime = matches!(self.sign(at), '\'' | '’' | '′') && self.glued(at);
        if !prime || amount.numeral.place != 0 || amount.numeral.form != Form::Digits {
            return None;
        }
        let foot = self.lexicon.unit_named(named::FOOT)?;
        // "the lad is 5' tall"
        if self.is(at + 1, class::LENGTHY) && !self.is(at + 1, class::STOP) {
            amount.what = What::Unit(foot);
            amount.end = at + 1;
            return Some(());
        }
        let inches = self
            .small(at + 1)
            .filter(|inches| *inches < 12 && self.digit_count(at + 1) < 3)?;
        // "a 5'9 guard": nobody's height is told in other feet.
        let signed = matches!(self.sign(at + 2), '"' | '”' | '″');
        let height = (4..8).any(|feet| amount.numeral.value == Decimal::from(feet));
        let alone = height && self.glued(at + 1) && !self.joined_after(at + 2);
        if !signed && !alone {
            return None;
        }
        let sum = amount
            .numeral
            .value
            .plus(Decimal::from(inches).over(Decimal::from(12))?)?;
        (amount.numeral.value, amount.numeral.high) = (sum, sum);
        amount.numeral.place = -2;
        amount.what = What::Unit(foot);
        amount.end = at + 2 + usize::from(signed);
        Some(())
    }

    /// "5 ft 2 in", "9st 4lb", "six foot two": a unit and the lesser one are one measure.
    fn with_lesser(&self, amount: &mut Amount, at: usize) {
        let What::Unit(unit) = amount.what else {
            return;
        };
        let Some((lesser, many)) = self.lexicon.unit(unit).lesser else {
            return;
        };
        let foot = self.is(at, class::FEET);
        let fits = |value: Decimal| value < Decimal::from(many);
        let end = amount.end;
        let mut add = |value: Decimal, end: usize| {
            if let Some(part) = value.over(Decimal::from(many))
                && let Some(sum) = amount.numeral.value.plus(part)
            {
                (amount.numeral.value, amount.numeral.high) = (sum, sum);
                amount.numeral.place = -2;
                amount.end = end;
            }
        };
        // "6-foot-4"
        if foot && self.dash(end) && self.glued(end) && self.glued(end + 1) {
            if let Some(inches) = self.small(end + 1).filter(|&inches| fits(inches.into())) {
                add(inches.into(), end + 2);
            }
            return;
        }
        let joined = self.is(end, class::AND) || (self.sign(end) == ',' && self.is_digits(end + 1));
        let next = end + usize::from(joined);
        let Found::Number(part) = (if self.is_digits(next) || self.is(next, class::NUMBER) {
            self.numeral(next, false)
        } else {
            Found::Nothing
        }) else {
            return;
        };
        if !fits(part.value) || !matches!(part.form, Form::Digits | Form::Words) {
            return;
        }
        match self.phrase(&self.lexicon.after, part.end) {
            Some((Measure::Unit(second), after)) if self.lexicon.unit(second).name == lesser => {
                add(part.value, after);
            }
            // "five foot ten"
            _ if foot
                && !joined
                && (self.closes(part.end)
                    || self.is(part.end, class::STOP) && !self.is(part.end, class::OF)
                    || self.is(part.end, class::TALL)) =>
            {
                add(part.value, part.end);
            }
            _ => {}
        }
    }

    /// "28-year-old", "28 years old", "six weeks of age": an age in its unit.
    fn age(&self, amount: &mut Amount) {
        let What::Unit(unit) = amount.what else {
            return;
        };
        if self.lexicon.unit(unit).sort != Sort::Duration {
            return;
        }
        if self.is(amount.end - 1, class::YO) {
            amount.what = What::Age(unit);
            return;
        }
        let old = self.past_hyphen(amount.end);
        if self.is(old, class::YEAR_OLD) || self.is(old, class::YEAR_OLD) {
            amount.what = What::Age(unit);
            amount.end = old + 1;
        } else if self.is(amount.end, class::OF) && self.is(amount.end + 1, class::AGE) {
            amount.what = What::Age(unit);
            amount.end += 2;
        }
    }
}
