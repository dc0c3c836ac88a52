//! Telephone numbers, register numbers and gates: digits that are called or looked up.

use crate::figures::reader::Reader;
use crate::figures::scan::Scan;
use crate::lexicon::class;

impl Reader<'_> {
    /// "+1-222-222-2222", "555-0100": digit runs in a chain of dashes; the token after it.
    pub(in crate::figures) fn telephone(&self, i: usize) -> Option<usize> {
        const CALLED: usize = 3;
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
        // "500-1000 people" is a range: a local number has a nought to go on with, or is called.
        let called = || {
            scan.str(start) == "555"
                || scan.str(at - 1).starts_with('0')
                || (i.saturating_sub(CALLED)..i).any(|word| scan.is(word, class::PHONE))
        };
        let local =
            runs == 2 && scan.digit_count(start) == 3 && scan.digit_count(at - 1) == 4 && called();
        // "a 5-1/2-year low"
        let mixed = runs == 3
            && scan.sign(start + 1) == '-'
            && scan.sign(start + 3) == '/'
            && scan.digit_count(start + 4) < 3;
        if mixed {
            return None;
        }
        // "Reg. 61-101", "NI 43-101": the number of a rule.
        let ruled = runs == 2
            && scan.digit_count(start) == 2
            && scan.digit_count(at - 1) == 3
            && i > 0
            && !scan.glued(i)
            && scan.rules(i - 1);
        // "(321) 555-7162"
        let area = runs == 2
            && i > 2
            && scan.sign(i - 1) == ')'
            && scan.digit_count(i - 2) == 3
            && scan.is_digits(i - 2)
            && scan.sign(i - 3) == '('
            && scan.digit_count(start) == 3
            && scan.digit_count(at - 1) == 4;
        (area || ruled || runs > 2 || (runs > 1 && scan.sign(i) == '+') || local).then_some(at)
    }
}

impl Scan<'_> {
    /// "call 0800 1111 or 116 123", "+44 20 7946 0958", "text HELP to 85258": digits that are called; the token after
    /// them. No figure begins with a nought and goes on.
    pub(in crate::figures) fn called(&self, i: usize) -> Option<usize> {
        const REACH: usize = 8;
        const MOST_RUNS: usize = 9;
        let plus = self.sign(i) == '+';
        let first = i + usize::from(plus);
        if !self.is_digits(first) || self.glued(first) && !plus {
            return None;
        }
        let (mut end, mut runs) = (first + 1, 1);
        while runs < MOST_RUNS
            && self.is_digits(end)
            && !self.glued(end)
            && !self.line_break_before(end)
        {
            end += 1;
            runs += 1;
        }
        let joined = self.glued(end) && !self.closes(end)
            || matches!(self.sign(end), '.' | ',' | ':')
                && self.glued(end + 1)
                && self.is_digits(end + 1);
        if joined {
            return None;
        }
        let nought = self.str(first).starts_with('0')
            && self.digit_count(first) > 2
            && first > 0
            && self.is_word(first - 1);
        let told = || {
            (i.saturating_sub(REACH)..i)
                .rev()
                .take_while(|&at| !self.ends_sentence(at))
                .any(|at| self.is(at, class::PHONE))
        };
        let short = runs == 1
            && self.digit_count(first) > 3
            && !(self.digit_count(first) == 4
                && self
                    .small(first)
                    .is_some_and(|year| (1900..2100).contains(&year)))
            && i > 0
            && (self.is(i - 1, class::AT | class::ON | class::TO)
                || self.is(i - 1, class::PHONE) && self.digit_count(first) > 4)
            && (self.closes(end) || self.is(end, class::STOP));
        // "12 345 678", "2022 2023 2024"
        let lengths =
            |digits: usize, from: usize| (from..end).all(|at| self.digit_count(at) == digits);
        let thousands = lengths(3, first + 1) || lengths(4, first);
        let chain = runs > 1 && (plus || !thousands || told());
        let called =
            nought || runs > 2 && !thousands || plus && chain || (chain || short) && told();
        called.then_some(end)
    }

    /// Whether a rule may be called so before its number: "Reg.", "NI".
    fn rules(&self, i: usize) -> bool {
        let word = self.str(i);
        let capitals = (2..4).contains(&word.len())
            && word.bytes().all(|byte| byte.is_ascii_uppercase())
            && !self.is(i, class::CURRENCY | class::STOP);
        capitals || self.sign(i) == '.' && i > 0 && self.is(i - 1, class::DOTTED)
    }

    /// "ISBN 9780521839402": the number of a register, however long.
    pub(in crate::figures) fn registered(&self, first: usize) -> bool {
        first > 0 && self.is(first - 1, class::REGISTER)
    }

    /// "Runway 27L", "Gate 23B", "Boeing 737s": a label's number with a letter; the token after it.
    pub(in crate::figures) fn label_with_letter(&self, first: usize) -> Option<usize> {
        let label = first.checked_sub(1)?;
        // "Form 20-F"
        let hyphen =
            self.sign(first + 1) == '-' && self.glued(first + 1) && self.capital(first + 2);
        let end = first + 1 + usize::from(hyphen);
        let made = self.is(label, class::LABEL) && !self.is(label, class::ARTICLE);
        let letter = self.capital(end) && self.str(label).len() > 2;
        let fits = (self.is(label, class::NUMBERED)
            || made && (letter || self.is(end, class::GENITIVE_S)))
            && self.capital(label)
            && self.is_digits(first)
            && !self.glued(first)
            && self.glued(end)
            && self.is_word(end)
            && self.str(end).len() == 1
            && (!self.glued(end + 1) || self.closes(end + 1));
        fits.then_some(end + 1)
    }
}
