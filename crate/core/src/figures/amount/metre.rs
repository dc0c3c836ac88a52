//! A lone "m" after a number: a metre, a million or a minute, by what stands around it.

use crate::figures::amount::{Amount, What};
use crate::figures::exact::Exact;
use crate::figures::number::{Found, ten};
use crate::figures::scan::Scan;
use crate::lexicon::class;
use crate::lexicon::named;

impl Scan<'_> {
    /// "48m": metres, unless what follows is counted.
    pub(in crate::figures) fn settle_metre(&self, amount: &mut Amount, end: usize) {
        if !amount.numeral.metre {
            return;
        }
        // "3h 20m"
        let minutes = self.after_hours(amount.first);
        if !minutes && !self.lone_m_is_metre(amount.first, end) {
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
        let unit = if minutes { named::MINUTE } else { named::METRE };
        if let Some(unit) = self.lexicon.unit_named(unit) {
            amount.what = What::Unit(unit);
        }
    }

    /// Whether hours stand before the number that begins at token `first`: "3h", "2 hours".
    fn after_hours(&self, first: usize) -> bool {
        first > 1 && self.is(first - 1, class::HOUR) && self.is_digits(first - 2)
    }

    /// Whether "m" after the number that begins at token `first` and ends before `end` is a metre, by what is counted
    /// there and what the sentence speaks of.
    fn lone_m_is_metre(&self, first: usize, end: usize) -> bool {
        // "a 1.5m-strong union"
        if self.is(self.past_hyphen(end), class::STRONG) {
            return false;
        }
        // "3m-plus copies"
        let end = self.past_trailing(end).unwrap_or(end);
        // "2m-3m users", "2m of its 9m readers": as the other number is meant.
        let other = if self.dash(end) && self.glued(end) {
            end + 1
        } else if self.is(end, class::OF) {
            self.past_whose(end + 1)
        } else {
            end
        };
        if other > end
            && self.is_digits(other)
            && let Found::Number(numeral) = self.numeral(other, false)
            && numeral.metre
        {
            return self.lone_m_is_metre(other, numeral.end);
        }
        // "to 2.5m from 250,000"
        let thousands = self.is(end, class::FROM | class::AGAINST)
            && self.is_digits(end + 1)
            && self.sign(end + 2) == ','
            && self.glued(end + 2);
        if thousands {
            return false;
        }
        // "a 3m x 4m shed", "12m by 20m", "4m-wide"
        let across =
            |i: usize| matches!(self.sign(i), '×' | '-') || self.is(i, class::BY | class::LETTER_X);
        let beside = across(end) && (self.is_digits(end + 1) || self.dash(end))
            || first > 1 && across(first - 1) && self.is(first - 2, class::LETTER_M);
        // "2m-3m users", but "3m-4m waves"
        let users = || self.noun(end, false).is_some() && !self.is(end, class::LONG);
        let beside = beside && !(first > 0 && self.dash(first - 1) && users());
        let level = self.is(end, class::COMPARED)
            && (!self.is(end, class::FROM) || self.is_number(end + 1));
        let lengthy = self.is(end, class::LENGTHY) && !level;
        // "a 48m yacht"
        if beside || lengthy || self.is(end, class::LONG) && !self.plural(end) {
            return true;
        }
        let named = self.is_word(end)
            && !self.is(end, class::STOP | class::LENGTHY)
            && !self.line_break_before(end);
        // "12m monthly users"
        let counted = named || self.noun(end, false).is_some();
        // "an increase of 100m"
        let growth = first > 1
            && self.is(first - 1, class::OF)
            && self.is(first - 2, class::UP | class::DOWN);
        if counted || growth {
            return false;
        }
        let (mut long, mut millions) = (false, false);
        let from = self.clause_start(first);
        for i in (from..first).chain(end..(end + 4).min(self.len())) {
            if i >= end && self.closes(i) {
                break;
            }
            long |= self.is(i, class::LONG);
            millions |= self.is(i, class::MILLIONS);
            // "lost 1.3m users, leaving it with 111.3m"
            millions |=
                i < first && self.is(i, class::LETTER_M) && self.glued(i) && self.counts(i + 1);
        }
        // "About 3m were displaced"
        let plural = self.is(end, class::PLURAL_VERB) && !self.begins(first);
        long || !(millions || plural)
    }

    /// Whether what stands at token `i` is counted in millions.
    fn counts(&self, i: usize) -> bool {
        self.is_word(i) && !self.is(i, class::STOP | class::LENGTHY) && !self.closes(i)
    }

    /// Where the sentence before token `i` begins, as far as it is looked at.
    fn clause_start(&self, i: usize) -> usize {
        const REACH: usize = 16;
        let mut start = i;
        while start > 0
            && i - start < REACH
            && !self.line_break_before(start)
            && !self.ends_sentence(start - 1)
        {
            start -= 1;
        }
        start
    }
}
