//! Names of things that end in a number, before what they are: "Leopard 2 tanks", "Web 3.0 services".

use crate::figures::number::Numeral;
use crate::figures::scan::Scan;
use crate::lexicon::{class, forms};
use rust_decimal::Decimal;

impl Scan<'_> {
    /// Whether a number and the things after it are called by the name whose last word is token `last`. Where something
    /// may be done to somebody of that name ("sent Leopard 2 tanks", "sent Norway 2 tanks"), nobody can tell.
    pub(in crate::figures) fn model(&self, last: usize, numeral: &Numeral) -> bool {
        const LONGEST: usize = 4;
        if !self.capital(last)
            || self.is(last, class::STOP | class::MONTH | class::WEEKDAY)
            || self.title_case(last)
        {
            return false;
        }
        let year = numeral.digits == 4
            && numeral.value >= Decimal::from(1900)
            && numeral.value < Decimal::from(2100);
        let Some(first) = (last.saturating_sub(LONGEST)..=last)
            .rev()
            .take_while(|&i| self.capital(i) && !self.is(i, class::STOP))
            .last()
        else {
            return false;
        };
        let Some(owner) = first.checked_sub(1).filter(|_| !self.begins(first)) else {
            // A sentence begins with few names before what they count: "Nationwide 30 shops closed".
            let opening = self.str(last);
            let adverb = forms::is_adverb(opening)
                || forms::is_extent(opening)
                || forms::is_gerund(opening)
                || forms::is_past(opening);
            return (self.id(last) == 0 || first < last) && !adverb && !year;
        };
        // "Boeing 737 MAX 8 jets"
        let series = self.is_digits(owner) && owner > 0 && self.capital(owner - 1);
        let possessive = self.is(owner, class::GENITIVE_S)
            && self.glued(owner)
            && owner > 0
            && matches!(self.sign(owner - 1), '\'' | '’');
        let told = self.is_word(owner)
            && (!self.capital(owner) || self.is(owner, class::ARTICLE))
            && !self.is(owner, class::BEFORE_COUNT);
        possessive || (told || series) && !year
    }

    /// "Web 3.0", "ATSC 3.0 solutions": nothing is counted in tenths of nought.
    pub(in crate::figures) fn version(&self, last: usize, numeral: &Numeral) -> bool {
        numeral.place == -1
            && numeral.value.fract() == Decimal::ZERO
            && self.capital(last)
            && !self.is(last, class::STOP)
            && !self.title_case(last)
    }
}
