//! The noun phrase that a number counts.

use crate::figures::amount::{Look, What};
use crate::figures::number::{Form, Found};
use crate::figures::scan::Scan;
use crate::lexicon::forms;
use crate::lexicon::{Measure, Part, Sort, class};

/// A noun phrase is not looked for further than this.
const LONGEST: usize = 7;

impl Scan<'_> {
    /// The noun phrase counted by a number that ends before token `at`: its tokens, the last is the head.
    /// `single` when the number is one or a part, which count a singular.
    pub(in crate::figures) fn noun(&self, at: usize, single: bool) -> Option<(usize, usize)> {
        // "700-person staff", "a 12-page report": the hyphenated noun.
        let hyphen = self.past_hyphen(at);
        if hyphen != at && self.glued(at) {
            // "30-odd people" counts people.
            if self.phrase(&self.lexicon.trailing, at).is_some() {
                return None;
            }
            // "a 9,000-strong crowd" names no unit.
            let noun = !self.is(hyphen, class::STOP) || self.is(hyphen, class::NOUN_TOO);
            return (noun && !self.capital(hyphen) && !self.is(hyphen, class::STRONG))
                .then_some((hyphen, hyphen + 1));
        }
        let first = self.phrase_start(at, single);
        let mut head = None;
        let mut last = first;
        let mut i = first;
        let mut left = LONGEST;
        while left > 0 {
            left -= 1;
            if i > first && self.line_break_before(i) {
                break;
            }
            if self.is_word(i) {
                let pair = head.is_none()
                    && i > first
                    && !single
                    && self.is(i, class::AND)
                    && self.described_plural(i + 1);
                if pair {
                    // "digital and physical sales", "railway and urban transport projects"
                    i += 1;
                    continue;
                }
                if self.ends_phrase(first, i, single) {
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
                    // "14 crew members"
                    let collective = self.is(i, class::PLURAL) && !more;
                    if single || collective || !(more || self.is(i, class::PREMOD)) {
                        break;
                    }
                }
                i += 1;
                continue;
            }
            // "63,000 Model 3 sedans"; "men's clubs"; "two small, cheap phones"
            let number = self.is_digits(i) && !self.glued(i);
            let joint = matches!(self.sign(i), '-' | '\'' | '’' | '‑' | '*') && self.glued(i)
                || self.abbreviates(i);
            // Hyphens make no phrase longer.
            left += usize::from(joint);
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
            if number
                && self.is(i + 1, class::GENITIVE_S)
                && self.glued(i + 1)
                && self.capital(i - 1)
            {
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

    /// Where the noun phrase after a number begins: past emphasis, "more", what measures the things.
    fn phrase_start(&self, at: usize, single: bool) -> usize {
        let mut first = at;
        while self.sign(first) == '*' || self.sign(first) == '_' {
            first += 1;
        }
        // "10 used cars", "two injured hikers"
        let described = self.is(first, class::ADJECTIVE_TOO)
            && self.is_word(first + 1)
            && !self.stops(first + 1)
            && self.plural(first + 1);
        first += usize::from(described);
        // "eleven 16,000-ton segments", "two 20mm guns"
        if !single {
            first = self.past_measured(first);
        }
        // "two more ships", "the ten most stylish men"
        // "100,000 most years" counts none.
        let time = matches!(self.phrase(&self.lexicon.after, first + 1), Some((Measure::Unit(unit), _))
            if self.lexicon.unit(unit).sort == Sort::Duration);
        let more = self.is(first, class::MORE | class::MOST | class::FEWER)
            && !self.is(first + 1, class::THAN);
        if !single && more && !(time && self.is(first, class::MOST)) {
            first += 1;
        }
        if single && self.is(first, class::OF) {
            first += 1;
        }
        if single {
            while self.is(first, class::ARTICLE)
                || self.is(first, class::ITS)
                || self.is(first, class::THEIR)
                || self.is(first, class::ALL)
            {
                first += 1;
            }
        }
        first
    }

    /// Whether the word at token `i` is no more of the noun phrase that begins at token `first`.
    fn ends_phrase(&self, first: usize, i: usize, single: bool) -> bool {
        // "500 million daily users"
        let often = i == first && self.is(i, class::OFTEN);
        // "two quarter-point rises", "seven second-innings wickets"; "16 consecutive quarters"
        let compound = self.dash(i + 1) && self.glued(i + 1) && self.glued(i + 2)
            || i > first && self.glued(i) && self.dash(i - 1);
        let quarters = i > first && !single && self.is(i, class::QUARTERS);
        let number = self.word(i).part != Part::None
            && self.word(i).part != Part::Dozens
            && !self.capital(i)
            && !compound
            && !quarters;
        // "A-level passes"
        let letter = self.capital(i) && self.str(i).len() == 1 && compound;
        if self.stops(i) && !often && !letter || number {
            return true;
        }
        // "one child receiving help"
        let going_on = single
            && i > first
            && forms::is_gerund(self.str(i))
            && (self.is(i - 1, class::AGE_NOUN) || self.stops(i + 1) || self.closes(i + 1));
        // "from 1 to 14 March"
        let month = self.is(i, class::MONTH) && self.capital(i);
        going_on || month || single && self.verb_after_part(first, i)
    }

    /// Whether the full stop at token `i` is one of "U.S." before another word.
    fn abbreviates(&self, i: usize) -> bool {
        let letter = |at: usize| self.capital(at) && self.str(at).len() == 1;
        self.sign(i) == '.'
            && self.glued(i)
            && i > 0
            && letter(i - 1)
            && (letter(i + 1) && self.glued(i + 1)
                || i > 2 && self.sign(i - 2) == '.' && self.is_word(i + 1) && !self.capital(i + 1))
    }

    /// Past what measures the things that are counted, as one word: "16,000-ton", "20mm".
    fn past_measured(&self, first: usize) -> usize {
        // "two $500 checks"
        if self.is(first, class::CURRENCY) && !self.is_word(first) && !self.glued(first) {
            return match self.amount(first) {
                Look::Amount(amount) if amount.sign_before && self.is_word(amount.end) => {
                    amount.end
                }
                _ => first,
            };
        }
        if !self.is_digits(first) || self.glued(first) {
            return first;
        }
        // Only the number is read: an amount would look for what it counts in its turn.
        let Found::Number(numeral) = self.numeral(first, false) else {
            return first;
        };
        let unit = self.past_hyphen(numeral.end);
        let Some((Measure::Unit(_), end)) = self.phrase(&self.lexicon.after, unit) else {
            return first;
        };
        let one_word = self.glued(numeral.end) && self.is_word(end) && !self.stops(end);
        if one_word { end } else { first }
    }

    /// Whether digits between two tokens belong to a name ("Model 3 sedans") and not to a measure ("16-inch guns").
    pub(in crate::figures) fn name_with_digits(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| self.is_digits(i)) && self.past_measured(from) == from
    }

    /// Whether a plural stands at token `i` or a word or two after it, in one noun phrase.
    fn described_plural(&self, i: usize) -> bool {
        const WORDS: usize = 3;
        (i..i + WORDS)
            .take_while(|&at| self.is_word(at) && !self.stops(at))
            .any(|at| self.plural(at))
    }

    /// The noun after a modifier that stands between: "200 or more votes".
    pub(in crate::figures) fn noun_after_hedge(&self, at: usize) -> Option<(usize, usize)> {
        self.noun(self.past_trailing(at)?, false)
    }

    /// "four of the kids", "12 of its 30 ships", "29 of 41 passes", "two million of Peru's 34 million people": what
    /// some are counted of.
    pub(in crate::figures) fn noun_of_some(&self, at: usize) -> Option<(usize, usize)> {
        // "10 of the 11 seats", "10 out of the 11 seats"
        let out = usize::from(self.is(at, class::OUT));
        if !self.is(at + out, class::OF) {
            return None;
        }
        let whole = self.past_whose(at + out + 1);
        match self.whole_number(whole) {
            Some(end) => self.noun(end, false),
            // "100 of the thousands of fans" counts no thousands.
            None if whole > at + out + 1 && !self.is(whole, class::NUMBER) => {
                self.noun(whole, false)
            }
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
        let end = if self.is(strong, class::STRONG) {
            strong + 1
        } else {
            amount.end
        };
        (plain && !self.dash(end) && !self.joined_after(end)).then_some(end)
    }

    /// Whether a number stands between two tokens.
    pub(in crate::figures) fn is_number_between(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| self.is_number(i))
    }

    /// What a part is taken of: "half of the town's 800 voters", "a third of all schools".
    pub(in crate::figures) fn noun_of_part(&self, at: usize) -> Option<(usize, usize)> {
        let whole = self.past_whose(at + 1);
        if !self.is(at, class::OF) || whole == at + 1 && !self.is_number(whole) {
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
        let past = forms::is_past_alone(text) && (self.stops(i + 1) || self.closes(i + 1));
        let whole = i > first
            && self.is(i - 1, class::NATION)
            && self.is(i, class::VERB)
            && self.stops(i + 1);
        past || whole
    }

    /// A comma between two lower-case words with a plural soon after: "two small, cheap phones".
    fn adjective_list(&self, comma: usize) -> bool {
        !self.capital(comma + 1) && !self.plural(comma - 1) && self.plural(comma + 2)
    }
}
