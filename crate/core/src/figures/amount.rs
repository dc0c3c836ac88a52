//! A number with its sign, currency or unit: one end of a range, or a figure by itself.

use super::exact::Exact;
use super::lexicon::{MILLIONS, Measure, Sort, class};
use super::numeral::{Form, Found, Numeral, ten};
use super::scan::Scan;
use rust_decimal::Decimal;

/// What a number is a number of, as far as currency and unit say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
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
pub(super) struct Amount {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) numeral: Numeral,
    pub(super) negative: bool,
    /// Written with a plus sign.
    pub(super) plus: bool,
    pub(super) what: What,
    /// The unit after "per".
    pub(super) per: Option<u16>,
    /// The token after the rate; `end` where there is none.
    pub(super) after: usize,
    /// Whether the currency stands before the number.
    pub(super) sign_before: bool,
}

/// What stands at a token.
pub(super) enum Look {
    Amount(Amount),
    Skip(usize),
    Nothing,
}

impl Scan<'_> {
    /// The amount that begins at token `i`.
    pub(super) fn amount(&self, i: usize) -> Look {
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
            _ if self.eq(at, "minus") || self.eq(at, "negative") => {
                negative = true;
                at = self.past_sign_hyphen(at + 1);
            }
            _ => {}
        }
        let sign_at = at;
        let (mut currency, mut millions) = (None, false);
        if self.is(at, class::CURRENCY)
            && let Some((index, end)) = self.phrase(&self.lexicon.before, at)
            && self.currency_before(at, end)
        {
            currency = Some(index & !MILLIONS);
            millions = index & MILLIONS != 0;
            at = end;
            if matches!(self.sign(at), '-' | '−' | '–')
                && self.glued(at + 1)
                && self.is_digits(at + 1)
            {
                negative = true;
                at += 1;
            }
        }
        let numeral = match self.numeral(at, currency.is_some()) {
            Found::Number(numeral) => numeral,
            Found::Skip(end) => return Look::Skip(end),
            Found::Nothing => return Look::Nothing,
        };
        if negative && matches!(numeral.form, Form::Ordinal | Form::Decade | Form::Vague) {
            return Look::Nothing;
        }
        let mut amount = Amount {
            first: i,
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
            // "PS6m" is £6m where the sign was lost; "PS5" is a console.
            if self.eq(sign_at, "ps") && numeral.power < 3 && !numeral.grouped {
                return Look::Nothing;
            }
            if millions && numeral.power == 0 {
                let Some(scaled) = super::numeral::scaled(numeral, 6) else {
                    return Look::Nothing;
                };
                amount.numeral = scaled;
            }
            amount.what = What::Money {
                currency,
                minor: false,
            };
            amount.end = self.currency_again(currency, numeral.end);
            self.cents(&mut amount, currency);
        } else if !matches!(numeral.form, Form::Ordinal | Form::Decade | Form::Rating) {
            self.measure(&mut amount);
        }
        amount.after = amount.end;
        self.rate(&mut amount);
        Look::Amount(amount)
    }

    /// "minus-130": the hyphen is part of the word.
    fn past_sign_hyphen(&self, i: usize) -> usize {
        i + usize::from(self.dash(i) && self.glued(i) && self.glued(i + 1))
    }

    /// Whether the words from `at` to `end` are a currency before a number.
    fn currency_before(&self, at: usize, end: usize) -> bool {
        let signed = matches!(self.sign(end), '-' | '−' | '–') && self.is_digits(end + 1);
        let digits = self.is_digits(end)
            || signed
            || (self.sign(end) == '.' && self.is_digits(end + 1) && self.glued(end + 1));
        let symbol = (at..end).any(|i| self.sign(i) != '\0' && self.sign(i) != '.');
        if symbol {
            // "A$5" is Australian, "a $5 bill" is not.
            let parted = (at + 1..end).any(|i| !self.glued(i));
            let known = !parted || self.str(at).len() > 1 || self.eq(at, "c");
            return known
                && (digits
                    || self.word(end).class & class::NUMBER != 0 && self.glued(end)
                    || !self.sign(end).is_ascii());
        }
        // Words before a number: "ringgit 42". A line break parts them.
        digits
            && !self.line_break_before(end)
            && (self.str(at).len() < 4 || self.line_start_or_spaced(at))
    }

    fn line_start_or_spaced(&self, at: usize) -> bool {
        !self.glued(at)
            && (at == 0
                || !(self.is_digits(at - 1) || self.word(at - 1).class & class::NUMBER != 0))
    }

    /// "$14B dollars", "$31.20 US": the same currency named again.
    fn currency_again(&self, currency: u16, end: usize) -> usize {
        if let Some((Measure::Major(again), after)) = self.phrase(&self.lexicon.after, end) {
            let (one, two) = (
                &self.lexicon.currencies[usize::from(currency)],
                &self.lexicon.currencies[usize::from(again)],
            );
            let dollars = one.name.ends_with("dollar") && two.name.ends_with("dollar");
            // Not the sign of the next amount: "$5 $6".
            if (one.code == two.code || dollars)
                && !(after > end && self.is_digits(after) && self.sign(after - 1) != '\0')
            {
                return after;
            }
        }
        end
    }

    /// "20 dollars and 43 cents", "$20 and 43c", "15 dollars 50".
    pub(super) fn cents(&self, amount: &mut Amount, currency: u16) {
        let entry = &self.lexicon.currencies[usize::from(currency)];
        if amount.numeral.power != 0
            || amount.numeral.place < 0
            || amount.numeral.form == Form::Vague
            || entry.minor_per_major != 100
        {
            return;
        }
        let joined = self.eq(amount.end, "and");
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
                let shared = self.lexicon.currencies[usize::from(index)].minor == "cent";
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

    /// The currency or unit after a number; a modifier may stand between: "20-odd years", "300 or so dollars".
    fn measure(&self, amount: &mut Amount) {
        let end = amount.numeral.end;
        if self.height(amount).is_some() {
            return;
        }
        self.measure_at(amount, end);
        if amount.what == What::Bare
            && let Some(past) = self.past_trailing(end)
        {
            let mut later = *amount;
            self.measure_at(&mut later, past);
            amount.what = later.what;
        }
        if amount.what == What::Bare {
            self.settle_metre(amount, end);
        }
    }

    /// The currency or unit that stands at token `end`.
    fn measure_at(&self, amount: &mut Amount, end: usize) {
        let hyphen = self.past_hyphen(end);
        if self.line_break_before(hyphen) {
            return;
        }
        let mut at = hyphen;
        // "half an hour", "half a mile": the article belongs to the unit.
        if amount.numeral.form == Form::Fraction && (self.eq(at, "a") || self.eq(at, "an")) {
            at += 1;
        } else if amount.numeral.form == Form::Fraction
            && self.eq(at, "of")
            && (self.eq(at + 1, "a") || self.eq(at + 1, "an"))
        {
            at += 2;
        }
        if amount.numeral.form == Form::Vague && self.eq(at, "of") {
            at += 1;
        }
        let Some((measure, after)) = self.phrase(&self.lexicon.after, at) else {
            return;
        };
        match measure {
            Measure::Major(currency) if self.currency_after(amount, at, after) => {
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
                    && matches!(word.scale, super::lexicon::Scale::Word)
                    && let Some(numeral) = super::numeral::scaled(amount.numeral, word.power)
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
                    currency,
                    minor: true,
                };
                amount.end = after;
            }
            Measure::Unit(unit) => self.unit(amount, unit, at, after),
            Measure::Millions(currency) if amount.numeral.power == 0 => {
                if let Some(numeral) = super::numeral::scaled(amount.numeral, 6) {
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

    /// Words that are more than a currency ("won", "real") need a number that can only be money.
    fn currency_after(&self, amount: &Amount, at: usize, after: usize) -> bool {
        if !self.is(at, class::RISKY) || after > at + 1 {
            // The sign of the next amount, "5 $6", and a code glued to digits that go on.
            return !(self.glued(after) && self.is_digits(after) && !self.glued(at));
        }
        amount.numeral.power >= 3
            || amount.numeral.value >= Decimal::ONE_THOUSAND
            || self.closes(after)
    }

    /// "48m": metres, unless what follows is counted.
    fn settle_metre(&self, amount: &mut Amount, end: usize) {
        if !amount.numeral.metre {
            return;
        }
        let counted = self.is_word(end)
            && !self.is(end, class::STOP | class::LENGTHY)
            && !self.line_break_before(end);
        // "an increase of 100m"
        let first = amount.first;
        let growth =
            first > 1 && self.eq(first - 1, "of") && self.is(first - 2, class::UP | class::DOWN);
        if counted || growth {
            return;
        }
        let Some(factor) = ten(6) else { return };
        let Some(value) = amount.numeral.value.over(factor) else {
            return;
        };
        amount.numeral.value = value;
        amount.numeral.high = value;
        amount.numeral.power = 0;
        amount.numeral.place -= 6;
        if let Some(index) = self
            .lexicon
            .units
            .iter()
            .position(|unit| unit.name == "metre")
        {
            amount.what = What::Unit(u16::try_from(index).unwrap_or(0));
        }
    }

    /// Settles what a unit after a number means.
    fn unit(&self, amount: &mut Amount, unit: u16, at: usize, after: usize) {
        let entry = &self.lexicon.units[usize::from(unit)];
        let written = self.str(at);
        // "half-time" is no number of times.
        let half = amount.numeral.form == Form::Fraction && entry.sort == Sort::Count;
        if entry.sort == Sort::Rate || half {
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
        if self.eq(at, "second")
            && amount.numeral.form == Form::Words
            && amount.numeral.value != Decimal::ONE
            && self.str(at).len() == 6
            && !self.dash(at - 1)
        {
            // "twenty second" is a rank.
            return;
        }
        if matches!(written, "pound" | "pounds" | "Pound" | "Pounds")
            && after == at + 1
            && self.pounds_are_money(amount, at)
        {
            if let Some(index) = self
                .lexicon
                .currencies
                .iter()
                .position(|currency| currency.code == "GBP")
            {
                amount.what = What::Money {
                    currency: u16::try_from(index).unwrap_or(0),
                    minor: false,
                };
                amount.end = after;
                self.cents(amount, u16::try_from(index).unwrap_or(0));
            }
            return;
        }
        amount.what = What::Unit(unit);
        amount.end = after;
        self.degrees(amount, at);
        self.feet_and_inches(amount);
        self.age(amount);
    }

    /// A quotation mark after a number is inches in a measurement only.
    fn inch_sign(&self, amount: &Amount, at: usize) -> bool {
        let opened = (amount.first.saturating_sub(40)..amount.first)
            .any(|i| matches!(self.sign(i), '"' | '“'));
        !opened
            && (self.is(at + 1, class::LENGTHY)
                || (self.glued(at) && self.is_word(at + 1) && !self.glued(at + 1)))
    }

    /// Pounds are money with a magnitude, or where the sentence speaks of money and not of weight.
    fn pounds_are_money(&self, amount: &Amount, at: usize) -> bool {
        let from = amount.first.saturating_sub(12);
        let around = from..(at + 8).min(self.len());
        let weighty = around.clone().any(|i| self.is(i, class::WEIGHTY));
        let moneyish = around
            .clone()
            .any(|i| self.is(i, class::MONEYISH) || self.sign(i) == '£' || self.eq(i, "sterling"));
        if amount.numeral.power >= 6 {
            return !weighty || moneyish;
        }
        moneyish && !weighty
    }

    /// "24 degrees" is a temperature where the sentence is about the weather, else an angle.
    fn degrees(&self, amount: &mut Amount, at: usize) {
        if !(self.eq(at, "degree") || self.eq(at, "degrees") || self.sign(at) == '°')
            || amount.end != at + 1
        {
            return;
        }
        let around = amount.first.saturating_sub(12)..(at + 6).min(self.len());
        if around.clone().any(|i| self.is(i, class::WEATHER))
            && let Some(index) = self
                .lexicon
                .units
                .iter()
                .position(|unit| unit.name == "temperature degree")
        {
            amount.what = What::Unit(u16::try_from(index).unwrap_or(0));
        }
    }

    /// `6'2"`: feet and inches in signs.
    fn height(&self, amount: &mut Amount) -> Option<()> {
        let at = amount.numeral.end;
        let feet =
            matches!(self.sign(at), '\'' | '’' | '′') && self.glued(at) && self.glued(at + 1);
        if !feet || amount.numeral.place != 0 || amount.numeral.form != Form::Digits {
            return None;
        }
        let inches = self
            .small(at + 1)
            .filter(|inches| *inches < 12 && self.digit_count(at + 1) < 3)?;
        if !matches!(self.sign(at + 2), '"' | '”' | '″') {
            return None;
        }
        let sum = amount
            .numeral
            .value
            .plus(Decimal::from(inches).over(Decimal::from(12))?)?;
        let foot = self
            .lexicon
            .units
            .iter()
            .position(|unit| unit.name == "foot")?;
        (amount.numeral.value, amount.numeral.high) = (sum, sum);
        amount.numeral.place = -2;
        amount.what = What::Unit(u16::try_from(foot).ok()?);
        amount.end = at + 3;
        Some(())
    }

    /// "5 ft 2 in": one length.
    fn feet_and_inches(&self, amount: &mut Amount) {
        let What::Unit(unit) = amount.what else {
            return;
        };
        if self.lexicon.units[usize::from(unit)].name != "foot" {
            return;
        }
        // "6-foot-4"
        if self.dash(amount.end)
            && self.glued(amount.end)
            && self.glued(amount.end + 1)
            && let Some(inches) = self.small(amount.end + 1).filter(|inches| *inches < 12)
            && let Some(sum) = Decimal::from(inches)
                .over(Decimal::from(12))
                .and_then(|part| amount.numeral.value.plus(part))
        {
            (amount.numeral.value, amount.numeral.high) = (sum, sum);
            amount.numeral.place = -2;
            amount.end += 2;
            return;
        }
        let mut at = amount.end;
        at += usize::from(self.eq(at, "and") || (self.sign(at) == ',' && self.is_digits(at + 1)));
        let Found::Number(inches) =
            (if self.is_digits(at) || self.word(at).class & class::NUMBER != 0 {
                self.numeral(at, false)
            } else {
                Found::Nothing
            })
        else {
            return;
        };
        let Some((Measure::Unit(second), after)) = self.phrase(&self.lexicon.after, inches.end)
        else {
            return;
        };
        if self.lexicon.units[usize::from(second)].name != "inch"
            || inches.value >= Decimal::from(12)
        {
            return;
        }
        if let Some(part) = inches.value.over(Decimal::from(12))
            && let Some(sum) = amount.numeral.value.plus(part)
        {
            amount.numeral.value = sum;
            amount.numeral.high = sum;
            amount.numeral.place = -2;
            amount.end = after;
        }
    }

    /// "28-year-old", "28 years old", "six weeks of age": an age in its unit.
    fn age(&self, amount: &mut Amount) {
        let What::Unit(unit) = amount.what else {
            return;
        };
        if self.lexicon.units[usize::from(unit)].sort != Sort::Duration {
            return;
        }
        if self.eq(amount.end - 1, "yo") {
            amount.what = What::Age(unit);
            return;
        }
        let old = self.past_hyphen(amount.end);
        if self.eq(old, "old") || self.eq(old, "olds") {
            amount.what = What::Age(unit);
            amount.end = old + 1;
        } else if self.eq(amount.end, "of") && self.eq(amount.end + 1, "age") {
            amount.what = What::Age(unit);
            amount.end += 2;
        }
    }

    /// "a week", "per barrel", "/hour" after an amount.
    fn rate(&self, amount: &mut Amount) {
        let counted = match amount.what {
            What::Money { .. } => true,
            What::Unit(unit) => matches!(
                self.lexicon.units[usize::from(unit)].sort,
                Sort::Dimension | Sort::Duration | Sort::Count
            ),
            What::Bare | What::Age(_) => false,
        };
        if !counted {
            return;
        }
        let mut at = amount.end;
        let per = self.eq(at, "per")
            || self.eq(at, "each") && self.is_word(at + 1)
            || (self.sign(at) == '/' && self.glued(at + 1));
        let dashed = self.past_hyphen(at);
        let article = self.eq(dashed, "a") || self.eq(dashed, "an");
        if per {
            at += 1;
        } else if article {
            at = self.past_hyphen(dashed + 1);
        } else {
            return;
        }
        if let Some((Measure::Unit(unit), after)) = self.phrase(&self.lexicon.after, at) {
            let sort = self.lexicon.units[usize::from(unit)].sort;
            let fits = per
                || matches!(sort, Sort::Duration | Sort::Rate)
                || self.eq(at, "barrel")
                || self.eq(at, "pound")
                || self.eq(at, "tonne")
                || self.eq(at, "gallon")
                || self.eq(at, "ounce")
                || self.eq(at, "litre")
                || self.eq(at, "ton")
                || self.eq(at, "bushel")
                || self.eq(at, "mile")
                || self.eq(at, "kilo");
            let singular = !self.str(at).ends_with('s') || per;
            // "€1.1bn a year earlier" tells when, not how often.
            let when = article
                && self.any(
                    after,
                    &[
                        "earlier",
                        "ago",
                        "before",
                        "later",
                        "previously",
                        "prior",
                        "after",
                        "from",
                    ],
                );
            if fits
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
