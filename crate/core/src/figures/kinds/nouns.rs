//! The noun phrase that a number counts.

use crate::figures::amount::{Look, What};
use crate::figures::lexicon::{Part, class};
use crate::figures::number::Form;
use crate::figures::scan::Scan;

/// A noun phrase is not looked for further than this.
const LONGEST: usize = 6;

impl Scan<'_> {
    /// The noun phrase counted by a number that ends before token `at`: its tokens, the last is the head.
    /// `single` when the number is one or a part, which count a singular.
    pub(in crate::figures) fn noun(&self, at: usize, single: bool) -> Option<(usize, usize)> {
        let mut first = at;
        // "700-person staff", "a 12-page report": the hyphenated noun.
        let hyphen = self.past_hyphen(at);
        if hyphen != at && self.glued(at) {
            // "30-odd people" counts people.
            if self.phrase(&self.lexicon.trailing, at).is_some() {
                return None;
            }
            // "a 9,000-strong crowd" names no unit.
            return (!self.is(hyphen, class::STOP)
                && !self.capital(hyphen)
                && !self.eq(hyphen, "strong"))
            .then_some((hyphen, hyphen + 1));
        }
        while self.sign(first) == '*' || self.sign(first) == '_' {
            first += 1;
        }
        // "two more ships", "the ten most stylish men"
        if !single && self.any(first, &["more", "most", "fewer"]) && !self.eq(first + 1, "than") {
            first += 1;
        }
        if single && self.eq(first, "of") {
            first += 1;
        }
        if single {
            while self.is(first, class::ARTICLE)
                || self.eq(first, "its")
                || self.eq(first, "their")
                || self.eq(first, "all")
            {
                first += 1;
            }
        }
        let mut head = None;
        let mut last = first;
        let mut i = first;
        while i < first + LONGEST {
            if i > first && self.line_break_before(i) {
                break;
            }
            if self.is_word(i) {
                let pair = head.is_none()
                    && i > first
                    && !single
                    && self.eq(i, "and")
                    && self.is_word(i + 1)
                    && !self.stops(i + 1)
                    && self.plural(i + 2);
                if pair {
                    // "digital and physical sales"
                    i += 1;
                    continue;
                }
                // "500 million daily users"
                let often = i == first && self.any(i, &["daily", "weekly", "monthly", "yearly"]);
                if (self.stops(i) && !often)
                    || (self.word(i).part != Part::None
                        && self.word(i).part != Part::Dozens
                        && !self.capital(i))
                {
                    break;
                }
                // "from 1 to 14 March"
                let month = self.is(i, class::MONTH) && self.capital(i);
                if month || single && self.verb_after_part(first, i) {
                    break;
                }
                last = i + 1;
                if self.plural(i) {
                    let follows = i + 1;
                    head = Some(i + 1);
                    // "sports teams", "customs officers": the last plural in a row is the head.
                    let more = self.is_word(follows)
                        && !self.stops(follows)
                        && !self.is(follows, class::VERB)
                        && self.plural(follows);
                    if single || self.is(i, class::PLURAL) || !(more || self.is(i, class::PREMOD)) {
                        break;
                    }
                }
                i += 1;
                continue;
            }
            // "63,000 Model 3 sedans"; "men's clubs"; "two small, cheap phones"
            let number = self.is_digits(i) && !self.glued(i);
            let joint = matches!(self.sign(i), '-' | '\'' | '’' | '‑' | '*') && self.glued(i);
            let comma = self.sign(i) == ','
                && head.is_none()
                && !single
                && self.is_word(i + 1)
                && !self.stops(i + 1)
                && self.adjective_list(i);
            if i == first || !(number || joint || comma) {
                break;
            }
            // "45 Boeing 737s"
            if number && self.eq(i + 1, "s") && self.glued(i + 1) && self.capital(i - 1) {
                head = Some(i + 2);
                break;
            }
            i += 1;
        }
        match head {
            Some(end) => Some((first, end)),
            None if single && last > first => Some((first, last.min(first + 4))),
            None => None,
        }
    }

    /// The noun after a modifier that stands between: "200 or more votes".
    pub(in crate::figures) fn noun_after_hedge(&self, at: usize) -> Option<(usize, usize)> {
        self.noun(self.past_trailing(at)?, false)
    }

    /// "four of the kids", "12 of its 30 ships", "29 of 41 passes", "two million of Peru's 34 million people": what
    /// some are counted of.
    pub(in crate::figures) fn noun_of_some(&self, at: usize) -> Option<(usize, usize)> {
        if !self.eq(at, "of") {
            return None;
        }
        let whole = self.past_whose(at + 1);
        match self.whole_number(whole) {
            Some(end) => self.noun(end, false),
            // "100 of the thousands of fans" counts no thousands.
            None if whole > at + 1 && !self.is(whole, class::NUMBER) => self.noun(whole, false),
            None => None,
        }
    }

    /// The token after a number of things at token `i`: neither an amount of anything measured nor a vague one.
    fn whole_number(&self, i: usize) -> Option<usize> {
        if !self.is_number(i) || self.line_break_before(i) {
            return None;
        }
        let Look::Amount(amount) = self.amount(i) else {
            return None;
        };
        let plain =
            amount.what == What::Bare && matches!(amount.numeral.form, Form::Digits | Form::Words);
        // "half of its 7,500-strong workforce", but "five of the three-ton satellites"
        let strong = self.past_hyphen(amount.end);
        let end = if self.eq(strong, "strong") {
            strong + 1
        } else {
            amount.end
        };
        (plain && !self.dash(end)).then_some(end)
    }

    /// Whether a number stands between two tokens.
    pub(in crate::figures) fn is_number_between(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| self.is_number(i))
    }

    /// What a part is taken of: "half of the town's 800 voters", "a third of all schools".
    pub(in crate::figures) fn noun_of_part(&self, at: usize) -> Option<(usize, usize)> {
        let whole = self.past_whose(at + 1);
        if !self.eq(at, "of") || whole == at + 1 && !self.is_number(whole) {
            return self.noun(at, true);
        }
        match self.whole_number(whole) {
            Some(end) => self.noun(end, false).or_else(|| self.noun(end, true)),
            // "a quarter of the fund's $2bn"
            None if matches!(self.amount(whole), Look::Amount(_)) => None,
            None => self.noun(whole, true),
        }
    }

    /// "one in ten agreed", "a third of the population lives in": the verb after a part, which is no noun.
    pub(in crate::figures) fn verb_after_part(&self, first: usize, i: usize) -> bool {
        let text = self.str(i);
        let past = text.len() > 5
            && text.ends_with("ed")
            && (!text.ends_with("eed") || text.ends_with("greed"))
            && (self.stops(i + 1) || self.closes(i + 1));
        let whole = i > first
            && self.any(
                i - 1,
                &[
                    "population",
                    "electorate",
                    "public",
                    "nation",
                    "country",
                    "world",
                ],
            )
            && self.is(i, class::VERB)
            && self.stops(i + 1);
        past || whole
    }

    /// A comma between two lower-case words with a plural soon after: "two small, cheap phones".
    fn adjective_list(&self, comma: usize) -> bool {
        !self.capital(comma + 1) && !self.plural(comma - 1) && self.plural(comma + 2)
    }
}
