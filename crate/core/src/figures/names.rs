//! Numbers that are no figures: names, versions, list numbers, citations, addresses.

use super::lexicon::class;
use super::numeral::{Form, Numeral};
use super::scan::Scan;

impl Scan<'_> {
    /// Whether the bare number made of the tokens from `first` to `end` is part of a name or a label.
    pub(super) fn names(&self, first: usize, end: usize, numeral: &Numeral, counted: bool) -> bool {
        if numeral.form == Form::Digits || numeral.form == Form::Rating {
            if self.embedded(first, end) || self.listed(first, end) || self.cited(first, end) {
                return true;
            }
        }
        let simple = numeral.power == 0 && !numeral.grouped && numeral.digits <= 4;
        simple && self.named(first, end, numeral, counted)
    }

    /// Digits inside a word or a chain: "i7", "4x4", "COVID-19", "747-400", "#5", "@7".
    pub(super) fn embedded(&self, first: usize, end: usize) -> bool {
        if self.glued(first) {
            let i = first - 1;
            let sign = self.sign(i);
            if self.is_word(i) || self.is_digits(i) || matches!(sign, '#' | '@' | '_' | '\\' | '&')
            {
                return true;
            }
            if matches!(sign, '/' | '.' | ':' | ',' | '=')
                && self.glued(i)
                && (self.is_word(i - 1) || (self.is_digits(i - 1) && sign != ',' && sign != '/'))
            {
                return !(sign == '.'
                    && i > 0
                    && self.is_word(i - 1)
                    && self.str(i - 1).len() > 3
                    && !self.capital(first));
            }
            if self.dash(i)
                && sign != '—'
                && self.glued(i)
                && self.is_word(i - 1)
                && !self.prefix(i - 1)
            {
                return true;
            }
            if self.dash(i) && sign == '-' && self.glued(i) && self.is_digits(i - 1) {
                return true;
            }
        }
        if self.glued(end) {
            if self.is_word(end) || self.is_digits(end) || self.sign(end) == '_' {
                return true;
            }
            if self.dash(end)
                && self.sign(end) != '—'
                && self.glued(end + 1)
                && (self.is_digits(end + 1) || self.capital(end + 1))
            {
                return true;
            }
            if matches!(self.sign(end), '/' | ':' | '&')
                && self.glued(end + 1)
                && (self.is_digits(end + 1) || self.is_word(end + 1))
            {
                return true;
            }
        }
        false
    }

    /// A word that stands before a hyphen and a figure: "sub-7", "mid-20", "to-260,000".
    fn prefix(&self, i: usize) -> bool {
        [
            "sub", "mid", "minus", "to", "pre", "post", "under", "over", "now", "then", "about",
            "roughly", "nearly", "age", "aged",
        ]
        .iter()
        .any(|word| self.eq(i, word))
            && !self.str(i).bytes().all(|byte| byte.is_ascii_uppercase())
    }

    /// A list number: "1. First", "2) Second", at the beginning of a line.
    fn listed(&self, first: usize, end: usize) -> bool {
        let open = first > 0 && self.sign(first - 1) == '(';
        let begins = self.line_break_before(first)
            || (open && self.line_break_before(first - 1))
            || first == 0;
        begins
            && matches!(self.sign(end), '.' | ')')
            && self.glued(end)
            && end + 1 < self.len()
            && !self.glued(end + 1)
            && !self.line_break_before(end + 1)
    }

    /// "[12]" after a word, "Prescott (4)".
    fn cited(&self, first: usize, end: usize) -> bool {
        let Some(before) = first.checked_sub(1) else {
            return false;
        };
        let (open, close) = (self.sign(before), self.sign(end));
        (open == '[' && close == ']' && before > 0)
            || (open == '(' && close == ')' && before > 0 && !self.glued(before))
    }

    /// "Llama 4", "Section 7", "TIME's 100 Most Influential", "7-Eleven", "Big 12".
    fn named(&self, first: usize, end: usize, numeral: &Numeral, counted: bool) -> bool {
        if let Some(before) = first.checked_sub(1)
            && !self.glued(first)
            && !self.line_break_before(first)
        {
            let mut word = before;
            // "No. 4", "nos. 22"
            if self.sign(word) == '.'
                && word > 0
                && (self.eq(word - 1, "no")
                    || self.eq(word - 1, "nos")
                    || self.eq(word - 1, "nr")
                    || self.eq(word - 1, "nrs")
                    || self.eq(word - 1, "fig")
                    || self.eq(word - 1, "vol")
                    || self.eq(word - 1, "op"))
            {
                return true;
            }
            if self.is_word(word) {
                let possessive = self.eq(word, "s")
                    && self.glued(word)
                    && matches!(self.sign(word.wrapping_sub(1)), '\'' | '’');
                if possessive {
                    return self.capital(end) && self.capital(end + 1) && !self.title_case(first);
                }
                if self.is(word, class::LABEL)
                    && (self.capital(word) || (self.str(word).len() > 3 && !counted))
                    && !(counted && self.begins(word))
                {
                    return true;
                }
                let month = self.is(word, class::MONTH);
                if self.capital(word)
                    && !month
                    && !self.is(
                        word,
                        class::STOP | class::UP | class::DOWN | class::BETWEEN | class::MONEYISH,
                    )
                    && numeral.form == Form::Digits
                {
                    // A capital that only begins the sentence names nothing by itself.
                    let known = self.begins(word) && self.id(word) != 0;
                    if !counted && !known && !self.title_case(first) {
                        return true;
                    }
                }
                if self.is_word(word) && self.sign(word.wrapping_sub(1)) == '&' {
                    return true;
                }
            } else if self.sign(word) == '"' {
                word = word.saturating_sub(1);
                let _ = word;
            }
        }
        false
    }

    /// Whether the line is a headline in which every longer word is capitalised.
    pub(super) fn title_case(&self, at: usize) -> bool {
        let mut capitals = 0;
        let mut small = 0;
        let mut look = |i: usize| {
            if self.is_word(i) && self.str(i).len() > 3 {
                if self.capital(i) {
                    capitals += 1
                } else {
                    small += 1
                }
            }
        };
        let mut i = at;
        for _ in 0..10 {
            if self.line_break_before(i) || i == 0 {
                break;
            }
            i -= 1;
            look(i);
        }
        let mut i = at + 1;
        for _ in 0..10 {
            if i >= self.len() || self.line_break_before(i) {
                break;
            }
            look(i);
            i += 1;
        }
        small == 0 && capitals > 2
    }
}
