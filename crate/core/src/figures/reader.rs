//! From tokens to quantities: looks at each token that a figure can begin with, in reading order.

use super::amount::{Amount, Look, What};
use super::dates::Calendar;
use super::denote::denote;
use super::lexicon::{Sort, class};
use super::numeral::{Form, Numeral};
use super::quantity::{Kind, Modifier, Quantity, Unit};
use super::ranges::signed;
use super::scan::Scan;
use rust_decimal::Decimal;

/// A reader of one text.
pub(super) struct Reader<'t> {
    scan: Scan<'t>,
    found: Vec<Quantity>,
    /// The token after the last figure.
    taken: usize,
}

/// What is known of a figure before its modifier is.
struct Draft {
    kind: Kind,
    unit: Unit,
    low: Amount,
    high: Amount,
    first: usize,
    end: usize,
    /// The token after the rate and the noun that belong to it.
    after: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn new(scan: Scan<'t>) -> Self {
        Self {
            scan,
            found: Vec::new(),
            taken: 0,
        }
    }

    /// Reads the text to its end.
    pub(super) fn read(mut self) -> Vec<Quantity> {
        let mut i = 0;
        while i < self.scan.len() {
            i = if self.may_begin(i) {
                self.figure(i).max(i + 1)
            } else {
                i + 1
            };
        }
        self.found
    }

    /// A quick look: whether a figure can begin with the token at all.
    fn may_begin(&self, i: usize) -> bool {
        let scan = &self.scan;
        if scan.is_digits(i) {
            return true;
        }
        let word = scan.word(i);
        if word.class & (class::NUMBER | class::CURRENCY | class::MULTIPLE | class::ADDRESS) != 0 {
            return true;
        }
        if word.class & class::ARTICLE != 0 {
            return scan.is(i + 1, class::NUMBER);
        }
        if word.class & class::MONTH != 0 {
            return true;
        }
        match scan.sign(i) {
            '-' | '−' | '–' | '+' => !scan.glued(i) || i == 0 || scan.sign(i - 1) == '(',
            '.' => scan.glued(i + 1) && scan.is_digits(i + 1) && !scan.glued(i),
            _ => {
                scan.eq(i, "minus")
                    || scan.eq(i, "negative")
                    || scan.eq(i, "tens")
                    || scan.eq(i, "point")
            }
        }
    }

    /// Reads the figure at token `i`, if there is one; gives the token to go on at.
    fn figure(&mut self, i: usize) -> usize {
        let scan = &self.scan;
        if scan.is(i, class::ADDRESS) {
            if matches!(scan.sign(i + 1), ':' | '.') && scan.glued(i + 1) && scan.glued(i + 2) {
                return past_glued(scan, i);
            }
            return i + 1;
        }
        if let Some(calendar) = scan.calendar(i) {
            return match calendar {
                Calendar::Time { end } => end,
                Calendar::Date { first, last, end } => self.date(i, end, first, last),
            };
        }
        if scan.is(i, class::MULTIPLE) {
            return self.multiple(i);
        }
        let low = match scan.amount(i) {
            Look::Amount(amount) => amount,
            Look::Skip(end) => return end,
            Look::Nothing => return i + 1,
        };
        if let Some(end) = self.telephone(i) {
            return end;
        }
        if let Some(range) = scan.range(&low) {
            if range.apart {
                self.one(range.low, range.low);
                return self.one(range.high, range.high).max(range.high.end);
            }
            let next = self.one(range.low, range.high);
            if next > range.low.end {
                return next;
            }
        }
        if let Some(end) = self.score(&low) {
            return end;
        }
        if let Some(end) = self.out_of(&low) {
            return end;
        }
        self.one(low, low).max(low.end)
    }

    /// A date; a year alone is no date.
    fn date(&mut self, first: usize, end: usize, low: u32, high: u32) -> usize {
        let numeral = whole(low, end);
        let kind = Kind::Date;
        let (low, high) = (Decimal::from(low), Decimal::from(high));
        self.push(
            kind,
            Unit::None,
            (low, &numeral),
            (high, &numeral),
            (first, end),
            end,
            None,
        );
        end
    }

    /// "doubled", "fivefold", "twice as many".
    fn multiple(&mut self, i: usize) -> usize {
        let value = u32::try_from(self.scan.word(i).value).unwrap_or(0);
        if self.scan.eq(i, "double") || self.scan.eq(i, "triple") || self.scan.eq(i, "treble") {
            // Only as a verb after "to" or a modal; "double room", "double-digit" are none.
            let verb = i > 0
                && [
                    "to", "will", "would", "could", "may", "might", "should", "nearly", "almost",
                ]
                .iter()
                .any(|word| self.scan.eq(i - 1, word));
            if !verb {
                return i + 1;
            }
        }
        if (self.scan.eq(i, "twice") || self.scan.eq(i, "thrice"))
            && !self.scan.eq(i + 1, "as")
            && !self.scan.eq(i + 1, "the")
        {
            return i + 1;
        }
        if (self.scan.eq(i, "doubled") || self.scan.eq(i, "doubling") || self.scan.eq(i, "doubles"))
            && self.scan.eq(i + 1, "down")
        {
            return i + 1;
        }
        let numeral = whole(value, i + 1);
        let value = Decimal::from(value);
        self.push(
            Kind::Multiple,
            Unit::None,
            (value, &numeral),
            (value, &numeral),
            (i, i + 1),
            i + 1,
            None,
        );
        i + 1
    }

    /// "+1-222-222-2222", "555-0100": three digit runs or more in a chain of dashes; the token after.
    fn telephone(&self, i: usize) -> Option<usize> {
        let scan = &self.scan;
        let mut at = i + usize::from(scan.sign(i) == '+');
        let (mut runs, start) = (0, at);
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
        (runs > 2
            || (runs > 1 && scan.sign(i) == '+')
            || (runs == 2 && scan.digit_count(start) == 3 && scan.digit_count(at - 1) == 4))
            .then_some(at)
    }

    /// "2-0", "won 3-1": a score; the token after it.
    fn score(&mut self, low: &Amount) -> Option<usize> {
        let scan = &self.scan;
        let at = low.end;
        if low.what != What::Bare
            || low.numeral.form != Form::Digits
            || low.numeral.place != 0
            || low.numeral.power != 0
            || low.negative
        {
            return None;
        }
        if !matches!(scan.sign(at), '-' | '–') || !scan.glued(at) || !scan.glued(at + 1) {
            return None;
        }
        let (one, two) = (scan.small(low.first)?, scan.small(at + 1)?);
        if one > 99 || two > 99 || one < two || scan.glued(low.first) && scan.is_word(low.first - 1)
        {
            return None;
        }
        let end = at + 2;
        if scan.glued(end) && (scan.is_word(end) || scan.dash(end) || scan.sign(end) == '/') {
            return Some(scan.past_chain(end));
        }
        let numeral = low.numeral;
        self.push(
            Kind::Score,
            Unit::None,
            (Decimal::from(one), &numeral),
            (Decimal::from(two), &numeral),
            (low.first, end),
            end,
            None,
        );
        Some(end)
    }

    /// "one in five", "two out of three", "1 over 20": a part of a whole.
    fn out_of(&mut self, low: &Amount) -> Option<usize> {
        let scan = &self.scan;
        if low.what != What::Bare
            || !matches!(low.numeral.form, Form::Digits | Form::Words)
            || low.numeral.place < 0
        {
            return None;
        }
        let at = low.end;
        let next = if scan.eq(at, "out") && scan.eq(at + 1, "of") {
            at + 2
        } else if scan.eq(at, "in") && low.numeral.value <= Decimal::from(9) {
            at + 1
        } else {
            return None;
        };
        if !scan.is_number(next) || scan.line_break_before(next) {
            return None;
        }
        let Look::Amount(of) = scan.amount(next) else {
            return None;
        };
        if of.what != What::Bare
            || !matches!(of.numeral.form, Form::Digits | Form::Words)
            || of.numeral.value <= low.numeral.value
            || of.negative
        {
            return None;
        }
        // "five in 2019" is a year; "2 in 10 years" a number and a duration.
        if scan.eq(at, "in")
            && (of.numeral.value > Decimal::ONE_THOUSAND
                || (of.numeral.form == Form::Words) != (low.numeral.form == Form::Words)
                    && low.numeral.value != Decimal::ONE)
        {
            return None;
        }
        let part = super::numeral::fraction(low.numeral.value, of.numeral.value, of.end)?;
        let amount = Amount {
            numeral: part,
            end: of.end,
            after: of.end,
            ..*low
        };
        Some(self.one(amount, amount).max(of.end))
    }

    /// Reads one figure from `low` to `high`; gives the token to go on at, or `low.end` where it is none.
    fn one(&mut self, low: Amount, high: Amount) -> usize {
        let Some(draft) = self.draft(low, high) else {
            return low.end;
        };
        let per = draft
            .high
            .per
            .map(|unit| self.scan.lexicon.units[usize::from(unit)].name);
        let change = draft.kind;
        let (mut low_value, mut high_value) = (signed(&draft.low), signed(&draft.high));
        if draft.low.numeral.form == Form::Vague {
            high_value = draft.low.numeral.high;
        }
        if draft.kind == Kind::Money
            && let What::Money {
                currency,
                minor: true,
            } = draft.high.what
        {
            let entry = &self.scan.lexicon.currencies[usize::from(currency)];
            let many = Decimal::from(entry.minor_per_major.max(1));
            let (Some(one), Some(two)) =
                (low_value.checked_div(many), high_value.checked_div(many))
            else {
                return draft.end;
            };
            (low_value, high_value) = (one, two);
        }
        let _ = change;
        if low_value > high_value && draft.kind != Kind::Score {
            std::mem::swap(&mut low_value, &mut high_value);
        }
        let (low_numeral, high_numeral) = (draft.low.numeral, draft.high.numeral);
        let end = draft.end;
        let amount = Amount {
            first: draft.first,
            ..draft.high
        };
        self.push(
            draft.kind,
            draft.unit,
            (low_value, &low_numeral),
            (high_value, &high_numeral),
            (draft.first, end),
            draft.after,
            Some((amount, per)),
        );
        end
    }

    /// Settles kind and unit, or that it is no figure.
    fn draft(&self, low: Amount, high: Amount) -> Option<Draft> {
        let scan = &self.scan;
        let (first, mut end) = (low.first, high.end);
        let range = low.first != high.first;
        let mut after = high.after;
        let numeral = &low.numeral;
        let (kind, unit) = match high.what {
            What::Money { currency, .. } => {
                let entry = &scan.lexicon.currencies[usize::from(currency)];
                (Kind::Money, Unit::Currency(entry.code))
            }
            What::Age(unit) => {
                let name = scan.lexicon.units[usize::from(unit)].name;
                (Kind::Age, Unit::Named(name.to_string()))
            }
            What::Unit(unit) => self.measured(unit, &high),
            What::Bare => {
                if let Some(age) = self.bare_age(&low, &high, range) {
                    age
                } else if numeral.form == Form::Ordinal {
                    if scan.glued(first)
                        && scan.embedded(first, end)
                        && numeral.value > Decimal::from(31)
                    {
                        return None;
                    }
                    (Kind::Ordinal, Unit::None)
                } else if numeral.form == Form::Decade {
                    self.decade(&low)?
                } else if numeral.form == Form::Rating {
                    (Kind::Score, Unit::None)
                } else if self.year(&low, &high, range) {
                    (Kind::Year, Unit::None)
                } else {
                    let (kind, unit, noun_end) = self.counted(&low, &high)?;
                    after = after.max(noun_end);
                    (kind, unit)
                }
            }
        };
        if !matches!(high.what, What::Bare) && self.digits_in_word(&low) {
            return None;
        }
        let _ = &mut end;
        Some(Draft {
            kind,
            unit,
            low,
            high,
            first,
            end,
            after,
        })
    }

    /// "scp-173 m", "i7 860": digits that belong to the word before.
    fn digits_in_word(&self, low: &Amount) -> bool {
        let scan = &self.scan;
        let first = low.first;
        if low.sign_before || !scan.glued(first) || low.negative || low.plus {
            return false;
        }
        scan.is_word(first - 1)
            || scan.is_digits(first - 1)
            || (scan.embedded(first, first + 1) && !scan.glued(first + 1))
            || (scan.dash(first - 1)
                && scan.glued(first - 1)
                && scan.is_word(first.wrapping_sub(2))
                && scan.embedded(first, low.end))
    }

    fn measured(&self, unit: u16, amount: &Amount) -> (Kind, Unit) {
        let entry = &self.scan.lexicon.units[usize::from(unit)];
        let kind = match entry.sort {
            Sort::Dimension => Kind::Dimension,
            Sort::Duration => Kind::Duration,
            Sort::Temperature => Kind::Temperature,
            Sort::Percent => Kind::Percent,
            Sort::Points | Sort::Basis => Kind::PercentagePoint,
            Sort::Count | Sort::Rate => Kind::Count,
        };
        let name = match amount.per {
            Some(per) => format!(
                "{} per {}",
                entry.name,
                self.scan.lexicon.units[usize::from(per)].name
            ),
            None => entry.name.to_string(),
        };
        (kind, Unit::Named(name))
    }

    /// "Wang, 28,", "aged 28", "at just 19", "in his twenties", "who was 10": an age without a unit.
    fn bare_age(&self, low: &Amount, high: &Amount, range: bool) -> Option<(Kind, Unit)> {
        let scan = &self.scan;
        let age = || Some((Kind::Age, Unit::Named("year".to_string())));
        let numeral = &low.numeral;
        let decade = numeral.form == Form::Decade || scan.str(high.end) == "s";
        if numeral.form == Form::Decade && numeral.value < Decimal::ONE_HUNDRED {
            let mut i = low.first.checked_sub(1)?;
            if scan.dash(i) {
                i = i.checked_sub(1)?;
            }
            let stage = ["early", "mid", "late"].iter().any(|word| scan.eq(i, word));
            if stage {
                i = i.checked_sub(1)?;
            }
            return if ["his", "her", "their", "my", "our", "your"]
                .iter()
                .any(|word| scan.eq(i, word))
            {
                age()
            } else {
                None
            };
        }
        if decade
            || numeral.power != 0
            || numeral.place < 0
            || numeral.grouped
            || numeral.value > Decimal::from(120)
            || !matches!(numeral.form, Form::Digits | Form::Words)
            || low.negative
        {
            return None;
        }
        let before = low.first.checked_sub(1)?;
        if scan.line_break_before(low.first) {
            return None;
        }
        let ends = scan.closes(high.end) || scan.is(high.end, class::STOP);
        // A hedge may stand between: "at just 19", "aged about 40".
        let mut i = before;
        while i > 0
            && ([
                "just", "only", "about", "around", "almost", "nearly", "of", "over", "under",
                "least", "at", "least", "between", "from",
            ]
            .iter()
            .any(|word| scan.eq(i, word)))
            && before - i < 3
            && !(scan.eq(i, "at"))
        {
            i -= 1;
        }
        if scan.eq(i, "aged") || scan.eq(i, "ages") {
            return age();
        }
        if scan.eq(i, "age") && ends {
            return age();
        }
        if range {
            return None;
        }
        // "Wang, 28," and "(Wang, 28)"
        if scan.sign(before) == ','
            && numeral.form == Form::Digits
            && numeral.value >= Decimal::TEN
            && before > 0
            && scan.capital(before - 1)
            && matches!(scan.sign(high.end), ',' | '.' | ')' | ';')
            && !scan.is(before - 1, class::MONTH)
            && !(scan.sign(high.end) == ','
                && (scan.glued(high.end + 1) || scan.is_digits(high.end + 1)))
        {
            return age();
        }
        let person =
            |at: usize| scan.is(at, class::PRONOUN) || (scan.capital(at) && !scan.begins(at));
        if ends && i > 0 && numeral.value >= Decimal::ONE {
            let be = scan.is(i, class::BE);
            if be
                && (scan.eq(i, "turned") || scan.eq(i, "turns"))
                && scan.closes(high.end)
                && numeral.value >= Decimal::TEN
            {
                return age();
            }
            let modal =
                scan.eq(i, "be") && i > 1 && (scan.eq(i - 1, "will") || scan.eq(i - 1, "would"));
            let subject = if modal { i - 2 } else { i - 1 };
            if be
                && (scan.eq(subject, "he") || scan.eq(subject, "she") || scan.eq(subject, "who"))
                && numeral.form == Form::Digits
            {
                return age();
            }
            let _ = person;
            // "at 19", "at just 27": only a lone number at the end of its clause.
            if scan.eq(i, "at")
                && i < before
                && scan.closes(high.end)
                && numeral.form == Form::Digits
                && numeral.value < Decimal::ONE_HUNDRED
                && numeral.value >= Decimal::from(5)
            {
                return age();
            }
            let from = i.saturating_sub(10);
            if (from..i).any(|at| scan.eq(at, "expectancy")) && be {
                return age();
            }
        }
        None
    }

    /// "the 1960s", "the nineties".
    fn decade(&self, low: &Amount) -> Option<(Kind, Unit)> {
        let long = low.numeral.value >= Decimal::ONE_THOUSAND;
        if !long
            && self.scan.embedded(low.first, low.end)
            && !matches!(self.scan.sign(low.first.wrapping_sub(1)), '\'' | '’' | '-')
        {
            return None;
        }
        long.then_some((Kind::Year, Unit::None))
    }

    /// Whether a bare number of four digits is a year.
    fn year(&self, low: &Amount, high: &Amount, range: bool) -> bool {
        let scan = &self.scan;
        let year = |amount: &Amount| {
            let n = &amount.numeral;
            n.form == Form::Digits
                && n.power == 0
                && n.place == 0
                && !n.grouped
                && n.digits == 4
                && n.value >= Decimal::ONE_THOUSAND
                && n.value < Decimal::from(2200)
                && amount.end - amount.first == 1
        };
        let spoken = low.numeral.form == Form::Words
            && low.numeral.power == 0
            && low.numeral.value >= Decimal::from(1900)
            && low.numeral.value < Decimal::from(2100)
            && !scan.eq(low.end - 1, "hundred")
            && low.numeral.digits >= 3;
        if !year(low) && !spoken {
            return false;
        }
        if range && !year(high) && scan.digit_count(high.first) != 2 {
            return false;
        }
        if scan.embedded(low.first, low.end) {
            // "2022-23", "2017/18", "mid-2018"
            let part = matches!(scan.sign(low.end), '-' | '/' | '–')
                && scan.is_digits(low.end + 1)
                && matches!(scan.digit_count(low.end + 1), 2 | 4);
            let adjective = scan.dash(low.end) && scan.is_word(low.end + 1)
                || scan.dash(low.first.wrapping_sub(1));
            if !part && !adjective {
                return false;
            }
        }
        let recent =
            low.numeral.value >= Decimal::from(1900) && low.numeral.value < Decimal::from(2060);
        let before = low.first.checked_sub(1);
        let said = before.is_none_or(|i| {
            scan.is(i, class::YEAR_PREP)
                || scan.sign(i) == '('
                || scan.sign(i) == ','
                || scan.is(i, class::ERA)
        });
        let counts = scan.is_word(high.end)
            && !scan.capital(high.end)
            && scan.plural(high.end)
            && !scan.is(high.end, class::STOP);
        let round = (low.numeral.value % Decimal::ONE_HUNDRED).is_zero();
        if recent {
            return !(counts
                && (round && !said || (!said && !scan.capital(before.unwrap_or(0)) && false)));
        }
        said && !counts
            && scan.is_word(before.unwrap_or(0))
            && low.numeral.value >= Decimal::ONE_THOUSAND
            && (scan.closes(high.end) || scan.is(high.end, class::STOP) || range)
            && !scan.eq(before.unwrap_or(0), "to")
            && !scan.eq(before.unwrap_or(0), "of")
    }

    /// A count with its noun, or a number by itself.
    fn counted(&self, low: &Amount, high: &Amount) -> Option<(Kind, Unit, usize)> {
        let scan = &self.scan;
        let numeral = &low.numeral;
        let fraction = numeral.form == Form::Fraction;
        let one = numeral.value == Decimal::ONE && numeral.form == Form::Words;
        let single = fraction || numeral.value == Decimal::ONE || numeral.form == Form::Vague;
        let noun = self.noun_of(high.end, single);
        if scan.names(low.first, high.end, numeral, noun.is_some()) {
            return None;
        }
        if one && low.first == high.first && !self.one_counts(low, noun) {
            return None;
        }
        if numeral.form == Form::Words
            && numeral.value.is_zero()
            && !scan.closes(high.end)
            && noun.is_none()
        {
            return None;
        }
        if fraction && numeral.digits == 2 && !self.part_counts(low) {
            return None;
        }
        match noun {
            Some((first, end)) => {
                let unit = Unit::Noun {
                    start: scan.start(first),
                    end: scan.end(end),
                };
                Some((
                    if fraction {
                        Kind::Fraction
                    } else {
                        Kind::Count
                    },
                    unit,
                    end,
                ))
            }
            None => Some((
                if fraction {
                    Kind::Fraction
                } else {
                    Kind::Number
                },
                Unit::None,
                high.end,
            )),
        }
    }

    fn noun_of(&self, at: usize, single: bool) -> Option<(usize, usize)> {
        self.scan.noun(at, single)
    }

    /// "one" counts something only where a noun follows and no pronoun is meant.
    fn one_counts(&self, low: &Amount, noun: Option<(usize, usize)>) -> bool {
        let scan = &self.scan;
        if scan.len() <= low.end + 1 && low.first == 0 || low.negative {
            return true;
        }
        let before = low.first.checked_sub(1);
        if before.is_some_and(|i| {
            [
                "the", "this", "that", "which", "no", "any", "every", "each", "another", "last",
                "next", "only", "first", "previous", "right", "wrong", "some", "day",
            ]
            .iter()
            .any(|word| scan.eq(i, word))
                || scan.dash(i)
        }) {
            return false;
        }
        if scan.eq(low.end, "of")
            || scan.eq(low.end, "day")
            || scan.eq(low.end, "another")
            || scan.eq(low.end, "thing")
            || scan.eq(low.end, "person")
            || scan.dash(low.end)
        {
            return false;
        }
        noun.is_some()
    }

    /// "half" and the like are parts only of something.
    fn part_counts(&self, low: &Amount) -> bool {
        let scan = &self.scan;
        let halves = scan.eq(low.first, "half") || scan.eq(low.first + 1, "half");
        if !halves || low.end > low.first + 2 {
            return true;
        }
        if let Some(before) = low.first.checked_sub(1)
            && (scan.is(before, class::NUMBER)
                || [
                    "the", "other", "latter", "better", "later", "former", "my", "his", "their",
                    "one", "next",
                ]
                .iter()
                .any(|word| scan.eq(before, word)))
            && scan.eq(low.first, "half")
        {
            return scan.eq(before, "the") && false;
        }
        if scan.dash(low.end) && scan.glued(low.end) {
            return false;
        }
        scan.eq(low.end, "of")
            || scan.is(low.end, class::ARTICLE)
            || scan.closes(low.end)
            || scan.noun(low.end, false).is_some()
            || scan.eq(low.end, "its")
            || scan.eq(low.end, "their")
    }

    /// Adds a figure with its modifier, change and interval.
    #[expect(
        clippy::too_many_arguments,
        reason = "one place where every field is known"
    )]
    fn push(
        &mut self,
        kind: Kind,
        unit: Unit,
        low: (Decimal, &Numeral),
        high: (Decimal, &Numeral),
        span: (usize, usize),
        after: usize,
        written: Option<(Amount, Option<&'static str>)>,
    ) {
        let scan = &self.scan;
        let (first, end) = span;
        let mut hedge = scan.hedge(first, end);
        if hedge.modifier == Modifier::Exact && after > end {
            let late = scan.hedge(first, after);
            if late.end > after {
                hedge.modifier = late.modifier;
                hedge.end = late.end;
            }
        }
        if hedge.first < self.taken {
            hedge = super::hedging::Hedge {
                modifier: Modifier::Exact,
                first,
                end: hedge.end,
            };
        }
        let change = match kind {
            Kind::Money
            | Kind::Percent
            | Kind::PercentagePoint
            | Kind::Count
            | Kind::Number
            | Kind::Dimension => {
                written.and_then(|(amount, _)| scan.change(&amount, hedge.first, after.max(end)))
            }
            _ => None,
        };
        let Some(interval) = denote((low.0, low.1), (high.0, high.1), kind, hedge.modifier) else {
            return;
        };
        let minor = match written {
            Some((
                Amount {
                    what:
                        What::Money {
                            currency,
                            minor: true,
                        },
                    ..
                },
                _,
            )) => {
                let entry = &scan.lexicon.currencies[usize::from(currency)];
                Some(super::quantity::Minor {
                    name: entry.minor,
                    per_major: entry.minor_per_major,
                })
            }
            _ => None,
        };
        self.taken = end;
        self.found.push(Quantity {
            start: scan.start(first),
            end: scan.end(end),
            outer_start: scan.start(hedge.first.min(first)),
            outer_end: scan.end(hedge.end.max(end)),
            kind,
            unit,
            per: written.and_then(|(_, per)| per),
            minor,
            modifier: hedge.modifier,
            change,
            low: low.0.normalize(),
            high: high.0.normalize(),
            interval,
            digits: low.1.digits.min(high.1.digits),
        });
    }
}

/// A whole number that the reader itself makes: dates, factors.
fn whole(value: u32, end: usize) -> Numeral {
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

/// Past the tokens that touch one another: an address.
fn past_glued(scan: &Scan, i: usize) -> usize {
    let mut at = i + 1;
    while at < scan.len() && scan.glued(at) {
        at += 1;
    }
    at
}
