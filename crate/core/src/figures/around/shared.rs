//! Numbers that share what only the last of them says: "7- or 8-inch", "20 by 30 metres", "25, 50 and 100 mg".

use crate::figures::amount::{Amount, Look, What};
use crate::figures::number::{Form, scaled};
use crate::figures::reader::Reader;
use crate::lexicon::{Sort, class};
use rust_decimal::Decimal;

impl Reader<'_> {
    /// "from 24 to 33-35 billion euros": a level, then a range whose unit both have.
    pub(in crate::figures) fn level_to_range(&mut self, low: &Amount) -> Option<usize> {
        let scan = &self.scan;
        let from = low
            .first
            .checked_sub(1)
            .is_some_and(|i| scan.is(i, class::FROM));
        let bare =
            |amount: &Amount| amount.what == What::Bare && amount.numeral.form == Form::Digits;
        if !from || !bare(low) || !scan.is(low.end, class::TO) || !scan.is_number(low.end + 1) {
            return None;
        }
        let Look::Amount(next) = scan.amount(low.end + 1) else {
            return None;
        };
        if !bare(&next) {
            return None;
        }
        let range = scan
            .range(&next)
            .filter(|range| !range.apart && range.high.what != What::Bare)?;
        let mut first = Amount {
            what: range.high.what,
            per: range.high.per,
            ..*low
        };
        if first.numeral.power == 0 {
            first.numeral = scaled(first.numeral, range.high.numeral.power)?;
        }
        self.one(first, first);
        Some(self.one(range.low, range.high).max(range.high.end))
    }

    /// Where the next of several numbers that share a unit begins, after one that ends before token `end`:
    /// "four-, five- and six-cylinder", "4-by-5-inch".
    fn hung(&self, end: usize) -> Option<usize> {
        let scan = &self.scan;
        if !scan.is_word(end) && !matches!(scan.sign(end), '-' | '×') {
            return None;
        }
        let by = scan.past_hyphen(end);
        if scan.is(by, class::BY) {
            return Some(by + 1 + usize::from(scan.dash(by + 1) && scan.glued(by + 1)));
        }
        if scan.is(end, class::LETTER_X) || scan.sign(end) == '×' {
            return Some(end + 1);
        }
        if !(scan.sign(end) == '-' && scan.glued(end)) {
            return None;
        }
        let comma = scan.sign(end + 1) == ',' && scan.glued(end + 1);
        let joint = scan.is(end + 1, class::OR) || scan.is(end + 1, class::AND);
        (comma || joint).then(|| {
            end + 2
                + usize::from(
                    comma && (scan.is(end + 2, class::AND) || scan.is(end + 2, class::OR)),
                )
        })
    }

    /// "7- or 8-inch", "20 by 30 metres": numbers that share the unit of the last.
    pub(in crate::figures) fn hanging(&mut self, low: &Amount) -> Option<usize> {
        const MOST: usize = 6;
        let scan = &self.scan;
        if low.what != What::Bare {
            return None;
        }
        self.hung(low.end)?;
        let mut parts = vec![*low];
        while parts.len() < MOST {
            let end = parts.last()?.end;
            if parts.last()?.what != What::Bare {
                break;
            }
            let next = self.hung(end)?;
            if !scan.is_number(next) {
                return None;
            }
            let Look::Amount(amount) = scan.amount(next) else {
                return None;
            };
            parts.push(amount);
        }
        let last = *parts.last()?;
        if parts.len() < 2 || last.what == What::Bare {
            return None;
        }
        // "cut 300 by 20 percent"
        let sides = scan.is(scan.past_hyphen(low.end), class::BY);
        let length = matches!(last.what, What::Unit(unit)
            if scan.lexicon.unit(unit).sort == Sort::Dimension);
        // "4 x 100m" is a relay, "19 x 12 x 11 km" a size.
        let times = scan.is(low.end, class::LETTER_X) || scan.sign(low.end) == '×';
        if sides && !length || times && (!length || parts.len() < 3) {
            return None;
        }
        Some(self.of_the_same(&parts, &last))
    }

    /// "25, 50, 100 and 200 mg", "five, six, seven years": three numbers or more, and the last says of what.
    pub(in crate::figures) fn series(&mut self, low: &Amount) -> Option<usize> {
        const LEAST: usize = 3;
        const MOST: usize = 8;
        let scan = &self.scan;
        if low.what != What::Bare || scan.sign(low.end) != ',' {
            return None;
        }
        let mut parts = vec![*low];
        let last = loop {
            let end = parts.last()?.end;
            let comma = usize::from(scan.sign(end) == ',');
            let joint =
                usize::from(scan.is(end + comma, class::AND) || scan.is(end + comma, class::OR));
            let next = scan.past_hedge(end + comma + joint);
            if next == end || !scan.is_number(next) || scan.glued(next) || parts.len() == MOST {
                return None;
            }
            let Look::Amount(amount) = scan.amount(next) else {
                return None;
            };
            parts.push(amount);
            match amount.what {
                What::Unit(_) | What::Age(_) if parts.len() >= LEAST => break amount,
                What::Bare if joint == 0 => {}
                _ => return None,
            }
        };
        let measured = matches!(last.what, What::Age(_))
            || matches!(last.what, What::Unit(unit) if matches!(
                scan.lexicon.unit(unit).sort,
                Sort::Dimension | Sort::Duration | Sort::Percent | Sort::Temperature
            ));
        let year = |part: &Amount| part.numeral.digits == 4 && !part.numeral.grouped;
        if !measured || parts.iter().any(year) {
            return None;
        }
        Some(self.of_the_same(&parts, &last))
    }

    /// "5 and 7 years", "loops of 50 and 100 metres": two numbers of one measure, which the last one says.
    pub(in crate::figures) fn pair(&mut self, low: &Amount) -> Option<usize> {
        let scan = &self.scan;
        let simple = low.what == What::Bare
            && matches!(low.numeral.form, Form::Digits | Form::Words)
            && low.numeral.power == 0
            && low.numeral.digits < 4
            && low.numeral.value != Decimal::ONE;
        if !simple || !scan.is(low.end, class::AND) || !scan.is_number(low.end + 1) {
            return None;
        }
        let Look::Amount(high) = scan.amount(low.end + 1) else {
            return None;
        };
        let measured = matches!(high.what, What::Unit(unit) if matches!(
            scan.lexicon.unit(unit).sort,
            Sort::Dimension | Sort::Duration | Sort::Percent
        )) || matches!(high.what, What::Money { .. })
            && !high.sign_before
            && low.numeral.form == high.numeral.form
            && high.numeral.power == 0;
        let alone = matches!(high.numeral.form, Form::Digits | Form::Words)
            && !high.negative
            && scan.is_word(high.end - 1);
        // "won two and three years later lost", "between 5 and 7 years"
        let later = scan.is(high.end, class::WHEN)
            || scan.is(high.end, class::YEARS_AGO | class::YEAR_OLD | class::FROM)
            || scan.is_number(high.end);
        let before = low.first.checked_sub(1);
        let opened = before.is_none_or(|i| scan.is(i, class::AGES | class::BETWEEN_TWO));
        let named = scan.names(low.first, low.end, &low.numeral, false);
        if !measured || !alone || later || opened || named {
            return None;
        }
        Some(self.of_the_same(&[*low, high], &high))
    }

    /// "on 17 and 18 November": a day whose month the next one says is no figure by itself; the token after it.
    pub(in crate::figures) fn day_of_two(&self, low: &Amount) -> Option<usize> {
        let scan = &self.scan;
        let day = low.what == What::Bare
            && low.end == low.first + 1
            && scan
                .small(low.first)
                .is_some_and(|day| (1..32).contains(&day))
            && scan.is(low.end, class::AND | class::OR)
            && scan.is_digits(low.end + 1)
            && scan.digit_count(low.end + 1) < 3
            && scan.is(low.end + 2, class::MONTH)
            && scan.capital(low.end + 2);
        day.then_some(low.end)
    }

    /// Adds figures that are of what the last of them says; gives the token to go on at.
    fn of_the_same(&mut self, parts: &[Amount], last: &Amount) -> usize {
        for part in parts {
            let part = Amount {
                what: last.what,
                per: last.per,
                ..*part
            };
            self.one(part, part);
        }
        last.end
    }
}
