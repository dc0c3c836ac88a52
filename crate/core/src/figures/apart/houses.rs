//! The numbers of houses: "10513 Santa Monica Boulevard", "2505 East Hillview".

use crate::figures::scan::Scan;
use crate::lexicon::class;

impl Scan<'_> {
    /// "10513 Santa Monica Boulevard", "at 30 Avenue Montaigne", "221B Baker Street": the token after the number.
    pub(in crate::figures) fn house(&self, first: usize) -> Option<usize> {
        const LONGEST: usize = 5;
        if !self.is_digits(first) || self.digit_count(first) > 5 || self.glued(first) {
            return None;
        }
        let letter =
            self.glued(first + 1) && self.capital(first + 1) && self.str(first + 1).len() == 1;
        let next = first + 1 + usize::from(letter);
        let dated = first > 0
            && self.is(first - 1, class::YEAR_PREP | class::MONTH)
            && self
                .small(first)
                .is_some_and(|year| (1900..2100).contains(&year));
        if dated || self.glued(next) || !self.capital(next) || self.line_break_before(next) {
            return None;
        }
        let street =
            |i: usize| self.is(i, class::STREET) && self.capital(i) && self.str(i).len() > 1;
        let foreign = self.is(next, class::FOREIGN_STREET);
        if (street(next) && self.str(next).len() > 4 || foreign) && self.capital(next + 1) {
            return Some(next);
        }
        // "2505 East Hillview": no year, and no "1200 South Koreans".
        let side = next + 1 + usize::from(self.sign(next + 1) == '.');
        let name_ends = self.closes(side + 1) || self.is(side + 1, class::STOP);
        let placed = first > 0 && self.is(first - 1, class::HOUSE_AT);
        let year = self
            .small(first)
            .is_some_and(|year| (1900..2100).contains(&year));
        if self.compass(next)
            && self.capital(side)
            && !self.plural(side)
            && name_ends
            && (placed || self.digit_count(first) > 3 && !year)
        {
            return Some(next);
        }
        let named = (next..next + LONGEST)
            .take_while(|&i| {
                self.capital(i)
                    || self.sign(i) == '.' && self.glued(i) && self.str(i - 1).len() == 1
            })
            .any(|i| {
                let ends = self.closes(i + 1) || self.is(i + 1, class::STOP);
                i > next && street(i) && (ends || self.digit_count(first) > 3)
            });
        named.then_some(next)
    }

    /// "East", "N.": a side of the world in an address.
    fn compass(&self, i: usize) -> bool {
        let letter = self.sign(i + 1) == '.' && self.is(i, class::COMPASS_LETTER);
        letter || self.is(i, class::COMPASS)
    }
}
