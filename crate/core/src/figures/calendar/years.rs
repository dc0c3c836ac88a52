//! Numbers that are years by what stands around them.

use super::dates::dated;
use crate::calendar::DateSpan;
use crate::figures::amount::{Amount, What};
use crate::figures::number::Form;
use crate::figures::quantity::Kind;
use crate::figures::reader::Reader;
use crate::lexicon::class;
use rust_decimal::Decimal;

impl Reader<'_> {
    /// A day or a month of the calendar.
    pub(in crate::figures) fn date(&mut self, first: usize, end: usize, dates: DateSpan) -> usize {
        self.whole(Kind::Date, (0, 0), first, end);
        if let Some(date) = self.found.last_mut() {
            date.dates = Some(dates);
        }
        end
    }

    /// "2013-14", "2022/23": two years; "2024-05": a month. The token after it.
    pub(in crate::figures) fn year_and_more(&mut self, low: &Amount) -> Option<usize> {
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
        // "the 2015/2016 season"
        if scan.sign(at) == '/' && scan.small(at + 1) == Some(year + 1) {
            return Some(self.whole(Kind::Year, (year, year + 1), low.first, at + 2));
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
        // "1959-76"
        if more > 12 && more > year % 100 && scan.dash(at) {
            let last = year - year % 100 + more;
            return Some(self.whole(Kind::Year, (year, last), low.first, at + 2));
        }
        if (1..=12).contains(&more) && scan.sign(at) == '-' {
            let month = DateSpan::single(dated(Some(year), more, None)?);
            return Some(self.date(low.first, at + 2, month));
        }
        None
    }

    /// Whether a bare number of four digits is a year.
    pub(in crate::figures) fn year(&self, low: &Amount, high: &Amount, range: bool) -> bool {
        let scan = &self.scan;
        let written = |amount: &Amount| {
            let n = &amount.numeral;
            n.form == Form::Digits
                && n.power == 0
                && n.place == 0
                && !n.grouped
                && n.digits == 4
                && n.value < Decimal::from(2200)
                && amount.end - amount.first == 1
        };
        let numeral = &low.numeral;
        // "nineteen eighty-four", not "nineteen hundred"
        let spoken = numeral.form == Form::Words
            && numeral.power == 0
            && numeral.value >= Decimal::from(1900)
            && numeral.value < Decimal::from(2100)
            && !scan.is(low.first + 1, class::HUNDRED)
            && !scan.is(low.first + 1, class::THOUSAND);
        if !(written(low) || spoken) || (range && !written(high)) || scan.joined_before(low.first) {
            return false;
        }
        if scan.joined_after(high.end) && !(scan.dash(high.end) && scan.is_word(high.end + 1)) {
            return false;
        }
        let before = low.first.checked_sub(1);
        let prepared = before.is_none_or(|i| {
            scan.is(i, class::YEAR_PREP | class::MONTH | class::ERA)
                || matches!(scan.sign(i), '(' | ',' | '-')
        });
        let counts = scan.is_word(high.end)
            && !scan.capital(high.end)
            && scan.plural(high.end)
            && !scan.is(high.end, class::STOP);
        if numeral.value >= Decimal::from(1900) && numeral.value < Decimal::from(2060) {
            let round = (numeral.value % Decimal::ONE_HUNDRED).is_zero();
            // "employs 1950 workers", but "the 2019 graduates", "saw 2008 losses"
            let verb = before.is_some_and(|i| {
                scan.is_word(i)
                    && !scan.capital(i)
                    && !scan.is(
                        i,
                        class::STOP
                            | class::ARTICLE
                            | class::WHOSE
                            | class::YEAR_PREP
                            | class::MONTH,
                    )
            });
            let people = verb && scan.is(high.end, class::PEOPLED);
            return !(counts && (round || people));
        }
        let era = before.is_some_and(|i| {
            scan.is(i, class::ERA)
                || (i > 2 && scan.sign(i) == '.' && scan.is(i - 1, class::LETTER_D))
        }) || scan.is(high.end, class::ERA);
        if era {
            return true;
        }
        let word = before.is_some_and(|i| {
            scan.is_word(i)
                && !scan.is(i, class::TO)
                && !scan.is(i, class::OF)
                && !scan.is(i, class::FOR)
                && !scan.is(i, class::THE)
        });
        prepared
            && word
            && !counts
            && (scan.closes(high.end) || scan.is(high.end, class::STOP) || range)
    }
}
