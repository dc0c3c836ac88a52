//! Figures that are more than a number with a unit: dates, factors, scores, parts "out of", telephone numbers.

use super::amount::{Amount, Look, What};
use super::class;
use super::exact::Exact;
use super::lexicon::{Measure, Sort};
use super::numeral::{Form, Numeral, fraction};
use super::quantity::{Kind, Unit};
use super::reader::{Reader, Written};
use super::scan::Scan;
use rust_decimal::Decimal;

impl Reader<'_> {
    /// A day or a month of the calendar.
    pub(super) fn date(&mut self, first: usize, end: usize, low: u32, high: u32) -> usize {
        self.whole(Kind::Date, (low, high), first, end)
    }

    /// Adds a figure of whole numbers that are exact.
    fn whole(&mut self, kind: Kind, values: (u32, u32), first: usize, end: usize) -> usize {
        let numeral = whole(values.0, end);
        let (low, high) = (Decimal::from(values.0), Decimal::from(values.1));
        self.push(
            kind,
            Unit::None,
            (low, &numeral),
            (high, &numeral),
            Written::plain(first, end),
        );
        end
    }

    /// "doubled", "fivefold", "twice as many".
    pub(super) fn multiple(&mut self, i: usize) -> usize {
        let scan = &self.scan;
        let is = |words: &[&str], at: usize| scan.any(at, words);
        // Only as a verb after "to" or a modal; "double room", "double-digit" are none.
        let adjective = is(&["double", "triple", "treble", "quadruple"], i)
            && !(i > 0 && (scan.is(i - 1, class::MODAL) || is(&["nearly", "almost"], i - 1)));
        let compared = is(&["twice", "thrice"], i) && !is(&["as", "the"], i + 1);
        // "doubling down"
        let idiom = scan.eq(i + 1, "down") || scan.eq(i + 1, "over");
        if adjective || compared || idiom {
            return i + 1;
        }
        // "two lemons, halved"
        if scan.eq(i, "halved") && i > 0 && scan.sign(i - 1) == ',' {
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
            (value, &factor),
            (value, &factor),
            Written::plain(i, i + 1),
        );
        i + 1
    }

    /// "+1-222-222-2222", "555-0100": digit runs in a chain of dashes; the token after it.
    pub(super) fn telephone(&self, i: usize) -> Option<usize> {
        let scan = &self.scan;
        let start = i + usize::from(scan.sign(i) == '+');
        let (mut runs, mut at) = (0, start);
        while scan.is_digits(at) {
            runs += 1;
            at += 1;
            if matches!(scan.sign(at), '-' | '‑' | '/')
                && scan.glued(at)
                && scan.glued(at + 1)
                && scan.is_digits(at + 1)
            {
                at += 1;
            } else {
                break;
            }
        }
        let local = runs == 2 && scan.digit_count(start) == 3 && scan.digit_count(at - 1) == 4;
        (runs > 2 || (runs > 1 && scan.sign(i) == '+') || local).then_some(at)
    }

    /// "2013-14", "2022/23": two years; "2024-05": a month. The token after it.
    pub(super) fn year_and_more(&mut self, low: &Amount) -> Option<usize> {
        let scan = &self.scan;
        let at = low.end;
        let year = scan
            .small(low.first)
            .filter(|year| (1800..2100).contains(year) && scan.digit_count(low.first) == 4)?;
        if at != low.first + 1
            || low.what != What::Bare
            || !(scan.dash(at) || scan.sign(at) == '/')
            || !scan.glued(at)
            || !scan.glued(at + 1)
        {
            return None;
        }
        let more = scan
            .small(at + 1)
            .filter(|_| scan.digit_count(at + 1) == 2)?;
        if scan.glued(at + 2)
            && (scan.is_word(at + 2)
                || scan.is_digits(at + 2)
                || (scan.dash(at + 2) && scan.is_digits(at + 3)))
        {
            return None;
        }
        if (year + 1) % 100 == more {
            return Some(self.whole(Kind::Year, (year, year + 1), low.first, at + 2));
        }
        if (1..=12).contains(&more) && scan.sign(at) == '-' {
            let date = year * 10_000 + more * 100;
            return Some(self.whole(Kind::Date, (date, date), low.first, at + 2));
        }
        None
    }

    /// "2-0", "won 3-1": a score; the token after it.
    pub(super) fn score(&mut self, low: &Amount) -> Option<usize> {
        let scan = &self.scan;
        let at = low.end;
        let plain = low.what == What::Bare
            && low.numeral.form == Form::Digits
            && low.numeral.place == 0
            && low.numeral.power == 0
            && !low.negative;
        if !plain || !matches!(scan.sign(at), '-' | '–') || !scan.glued(at) || !scan.glued(at + 1)
        {
            return None;
        }
        let (one, two) = (scan.small(low.first)?, scan.small(at + 1)?);
        let end = at + 2;
        let large = one > 199 && !scan.tells_a_vote(low.first, two, end);
        if one > 999 || large || one < two || scan.joined_before(low.first) {
            return None;
        }
        if scan.joined_after(end) || (scan.dash(end) && scan.glued(end)) {
            return Some(scan.past_chain(end));
        }
        Some(self.whole(Kind::Score, (one, two), low.first, end))
    }

    /// "voted 52 to 48": the votes for and against; the token after them.
    pub(super) fn votes(&mut self, low: &Amount) -> Option<usize> {
        const REACH: usize = 3;
        let scan = &self.scan;
        let told = (low.first.saturating_sub(REACH)..low.first).any(|i| scan.is(i, class::VOTE));
        if !told || low.what != What::Bare || !scan.eq(low.end, "to") {
            return None;
        }
        let next = low.end + 1;
        let (one, two) = (scan.small(low.first)?, scan.small(next)?);
        let end = next + 1;
        let plain = low.end == low.first + 1 && scan.closes(end) || scan.is(end, class::STOP);
        (plain && one <= 999 && one >= two && !scan.joined_after(end))
            .then(|| self.whole(Kind::Score, (one, two), low.first, end))
    }

    /// "one in five", "two out of three": a part of a whole.
    pub(super) fn out_of(&mut self, low: &Amount) -> Option<usize> {
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
        let rank = low.first > 0 && scan.eq(low.first - 1, "number");
        let inside = scan.eq(hyphen, "in") && low.numeral.value <= Decimal::from(9) && !rank;
        let mut next = if scan.eq(at, "out") && scan.eq(at + 1, "of") {
            at + 2
        } else if scan.eq(at, "of") && scan.eq(at + 1, "every") {
            at + 1
        } else if scan.eq(at, "over") && low.numeral.value == Decimal::ONE {
            // "one over twenty", at the end of its clause
            at + 1
        } else if inside {
            hyphen + 1 + usize::from(hyphen != at && scan.dash(hyphen + 1))
        } else {
            return None;
        };
        // "one in every five", "nine out of every 10"
        let every = scan.eq(next, "every");
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
        if scan.eq(at, "over") && !scan.closes(of.end) {
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
        let counts =
            !usual && low.numeral.form == Form::Digits && scan.noun(of.end, false).is_some();
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

    /// "a dollar", "a mile", "a gallon of": an article that stands for one.
    pub(super) fn one_unit(&mut self, i: usize) -> Option<usize> {
        let scan = &self.scan;
        if scan.eq(i, "the") || scan.line_break_before(i + 1) && i > 0 {
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
            Measure::Major(currency) if scan.closes(after) || scan.eq(after, "and") => {
                What::Money {
                    currency,
                    minor: false,
                }
            }
            Measure::Minor(currency) if scan.closes(after) => What::Money {
                currency,
                minor: true,
            },
            Measure::Unit(unit)
                if scan.lexicon.units[usize::from(unit)].sort == Sort::Dimension
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
            ..whole(1, i + 1)
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
        let sort = scan.lexicon.units[usize::from(unit)].sort;
        if !matches!(sort, Sort::Duration | Sort::Dimension) || !scan.is_word(i + 1) {
            return None;
        }
        let (part, end) = scan.and_part(after)?;
        // "a day and a quarter of the night"
        if scan.eq(end, "of") || scan.dash(end) {
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
            ..whole(1, end)
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

    /// "9.83e-3 +/- 1e-5 km", "14 ± 2 per cent": a value with its tolerance; the token after it.
    pub(super) fn tolerance(&mut self, low: &Amount) -> Option<usize> {
        let scan = &self.scan;
        let at = low.end;
        let next = if scan.sign(at) == '±' {
            at + 1
        } else if scan.sign(at) == '+' && scan.sign(at + 1) == '/' && scan.dash(at + 2) {
            at + 3
        } else {
            return None;
        };
        let Look::Amount(by) = scan.amount(next) else {
            return None;
        };
        if by.negative || !(low.what == What::Bare || low.what == by.what || by.what == What::Bare)
        {
            return None;
        }
        let what = if low.what == What::Bare {
            by.what
        } else {
            low.what
        };
        let amount = Amount {
            what,
            end: by.end,
            after: by.after,
            per: by.per,
            ..*low
        };
        let before = self.found.len();
        let end = self.one(amount, amount).max(by.end);
        if self.found.len() > before
            && let Some(quantity) = self.found.last_mut()
            && let (Some(from), Some(to)) = (
                quantity.low.minus(by.numeral.value),
                quantity.high.plus(by.numeral.value),
            )
        {
            quantity.interval = super::interval::Interval::closed(from, to);
        }
        Some(end)
    }
}

impl Scan<'_> {
    /// Whether more than 199 to `two`, from token `first` to `end`, are votes or the runs and wickets of cricket, no
    /// name of an aeroplane: "passed 217-215", "were 287-6".
    fn tells_a_vote(&self, first: usize, two: u32, end: usize) -> bool {
        const MOST_WICKETS: u32 = 10;
        let Some(before) = first.checked_sub(1) else {
            return false;
        };
        let vote = self.is(end, class::VOTE);
        let named = if self.is(before, class::ARTICLE) {
            !vote
        } else {
            self.is(before, class::LABEL | class::WHOSE) || self.begins(first)
        };
        let ends = self.closes(end) || self.is(end, class::STOP) || vote;
        let size = two >= 100
            || two <= MOST_WICKETS && self.is(before, class::STOP | class::BE | class::AT_SCORE);
        size && ends && !named
    }

    /// "The result was ($4.2 million).": accounts bracket what is negative; elsewhere brackets hold conversions.
    pub(super) fn in_the_red(&self, low: &Amount, high: &Amount) -> bool {
        let Some(open) = low.first.checked_sub(1) else {
            return false;
        };
        matches!(low.what, What::Money { .. })
            && low.first == high.first
            && !low.negative
            && self.sign(open) == '('
            && self.sign(high.end) == ')'
            && open > 0
            && self.is(open - 1, class::BE)
    }
}

/// A whole number that the reader itself makes.
pub(super) fn whole(value: u32, end: usize) -> Numeral {
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
        form: Form::Digits,
        end,
    }
}
