//! Numbers that are no figures: names, versions, list numbers, citations, addresses.

use super::amount::Amount;
use super::class;
use super::numeral::{Form, Numeral};
use super::scan::Scan;
use rust_decimal::Decimal;

impl Scan<'_> {
    /// Whether the bare number made of the tokens from `first` to `end` is part of a name or a label.
    /// `counted` when a noun that can be counted follows.
    pub(super) fn names(&self, first: usize, end: usize, numeral: &Numeral, counted: bool) -> bool {
        let digits = matches!(numeral.form, Form::Digits | Form::Rating);
        if digits
            && (self.inside_word(first, end)
                || self.listed(first, end)
                || self.cited(first, end)
                || self.minute_of_play(first, end))
        {
            return true;
        }
        if digits && self.registered(first) || self.capitalised_word(first, numeral) {
            return true;
        }
        let simple = numeral.power == 0 && !numeral.grouped && numeral.digits <= 4;
        simple
            && (self.labelled(first, numeral, counted)
                || (digits && numeral.place == 0 && self.begins_name(first, end, counted)))
    }

    /// "Runway 27L", "Gate 23B", "Boeing 737s": a label's number with a letter; the token after it.
    pub(super) fn label_with_letter(&self, first: usize) -> Option<usize> {
        let label = first.checked_sub(1)?;
        let end = first + 1;
        let made = self.is(label, class::LABEL) && !self.is(label, class::ARTICLE);
        let fits = (self.is(label, class::NUMBERED) || made && self.eq(end, "s"))
            && self.capital(label)
            && self.is_digits(first)
            && !self.glued(first)
            && self.glued(end)
            && self.is_word(end)
            && self.str(end).len() == 1
            && (!self.glued(end + 1) || self.closes(end + 1));
        fits.then_some(end + 1)
    }

    /// "call 0800 1111 or 116 123", "+44 20 7946 0958", "text HELP to 85258": digits that are called; the token after
    /// them. No figure begins with a nought and goes on.
    pub(super) fn called(&self, i: usize) -> Option<usize> {
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
            && self.any(i - 1, &["to", "on", "at"])
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

    /// "(Saka 9', Van Dijk 18')": when a goal fell.
    fn minute_of_play(&self, first: usize, end: usize) -> bool {
        matches!(self.sign(end), '\'' | '’' | '′')
            && self.glued(end)
            && self.closes(end + 1)
            && first > 0
            && (self.capital(first - 1) || self.sign(first - 1) == ',')
    }

    /// "ISBN 9780521839402": the number of a register, however long.
    fn registered(&self, first: usize) -> bool {
        first > 0 && self.is(first - 1, class::REGISTER)
    }

    /// "Xbox One X", "Ninety Mile Beach": a number word with a capital inside a sentence belongs to a name.
    pub(super) fn capitalised_word(&self, first: usize, numeral: &Numeral) -> bool {
        numeral.form == Form::Words
            && numeral.power == 0
            && first > 0
            && self.capital(first)
            && self.is_word(first - 1)
            && !self.begins(first)
            && !self.line_break_before(first)
            && !self.title_case(first)
    }

    /// Digits inside a word or a chain: "i7", "4x4", "COVID-19", "747-400", "#5", "@7".
    pub(super) fn inside_word(&self, first: usize, end: usize) -> bool {
        self.joined_before(first) || self.joined_after(end)
    }

    /// Whether what touches the number on its left makes it part of a word.
    pub(super) fn joined_before(&self, first: usize) -> bool {
        if !self.glued(first) {
            return false;
        }
        let i = first - 1;
        let sign = self.sign(i);
        if self.is_word(i) || self.is_digits(i) || matches!(sign, '#' | '@' | '_' | '\\' | '^') {
            return true;
        }
        if !self.glued(i) {
            return false;
        }
        let (word, digits) = (self.is_word(i - 1), self.is_digits(i - 1));
        match sign {
            // A full stop without a space after it ends the sentence all the same: "Corp.14 people".
            '.' => digits || (word && self.str(i - 1).len() < 4),
            '&' | '=' | '+' | ':' | '/' => word || digits,
            ',' => false,
            '-' => digits || (word && !self.prefix(i - 1)),
            _ if self.dash(i) && sign != '—' => word && !self.prefix(i - 1),
            _ => false,
        }
    }

    /// Whether what touches the number on its right makes it part of a word.
    pub(super) fn joined_after(&self, end: usize) -> bool {
        if !self.glued(end) {
            return false;
        }
        if self.is_word(end) || self.is_digits(end) || matches!(self.sign(end), '_' | '^') {
            return true;
        }
        let next = self.glued(end + 1);
        let (word, digits) = (
            next && self.is_word(end + 1),
            next && self.is_digits(end + 1),
        );
        match self.sign(end) {
            '—' => false,
            '/' | ':' | '&' => word || digits,
            // "401(k)"
            '(' => word && self.str(end + 1).len() == 1 && self.sign(end + 2) == ')',
            // "2.8.x"
            '.' => word && self.eq(end + 1, "x"),
            // "3-for-3", "2-on-1"
            _ if self.dash(end) => {
                digits
                    || word
                        && (self.capital(end + 1)
                            || self.any(end + 1, &["for", "on"]) && self.is_digits(end + 3))
            }
            _ => false,
        }
    }

    /// A word that stands before a hyphen and a figure: "sub-7", "mid-20", "to-260,000".
    fn prefix(&self, i: usize) -> bool {
        self.is(i, class::PREFIX) && !self.str(i).bytes().all(|byte| byte.is_ascii_uppercase())
    }

    /// A list number: "1. First", "2) Second", at the beginning of a line.
    fn listed(&self, first: usize, end: usize) -> bool {
        let open = first > 0 && self.sign(first - 1) == '(';
        // "… salt. 2. Add the milk."
        let inline = first > 0
            && self.sign(first - 1) == '.'
            && self.sign(end) == '.'
            && self.capital(end + 1);
        let begins =
            inline || self.line_break_before(first) || (open && self.line_break_before(first - 1));
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
        (open == '[' && close == ']' && before > 0) || (open == '(' && close == ')' && before > 0)
    }

    /// "Llama 4", "Section 7", "No. 3", "Big 12": the number after a label or a name.
    fn labelled(&self, first: usize, numeral: &Numeral, counted: bool) -> bool {
        let Some(before) = first.checked_sub(1) else {
            return false;
        };
        if self.glued(first) || self.line_break_before(first) {
            return false;
        }
        if self.sign(before) == '.' && before > 0 && self.is(before - 1, class::DOTTED) {
            return true;
        }
        if !self.is_word(before) {
            // "Core i7 860"
            return self.is_digits(before) && self.joined_before(before);
        }
        // "Chapter 11 filings", "grade 8 pupils"; "Page 3 of 10"
        let page = before > 1
            && self.eq(before, "of")
            && self.is_digits(before - 1)
            && self.is(before - 2, class::LABEL)
            && self.capital(before - 2);
        // "on each level 30 shops"
        let one_of_all = before > 0
            && (self.is(
                before - 1,
                class::ARTICLE | class::WHOSE | class::ONE_PRONOUN,
            ));
        let numbered = self.is(before, class::NUMBERED)
            && numeral.form == Form::Digits
            && (self.capital(before) || !one_of_all);
        if page || numbered {
            return true;
        }
        let counted = counted && !self.runs(numeral);
        if self.label_list(first, counted) {
            return true;
        }
        if self.is(before, class::LABEL) {
            let capital = self
                .str(before)
                .bytes()
                .any(|byte| byte.is_ascii_uppercase());
            // "A 400-plus crowd"
            let article = self.eq(before, "a") && self.begins(before) && self.dash(numeral.end);
            let capital = capital && !article;
            let named = capital && !(counted && self.begins(before));
            return named || (self.str(before).len() > 3 && !counted);
        }
        if numeral.form != Form::Digits
            || counted
            || self.age_bracket(numeral.end)
            || !self.capital(before)
            || self.is(before, class::MONTH)
        {
            return false;
        }
        // Words that are no names: "In 30 seconds", "Up 20". A capital that only begins the sentence names nothing.
        let common = self.is(
            before,
            class::STOP | class::UP | class::DOWN | class::BETWEEN | class::MONEYISH,
        );
        let first_word = self.begins(before) && self.id(before) != 0;
        !common && !first_word && !self.title_case(first)
    }

    /// "Sections 4 and 5", "Nos. 114, 116 and 118": the number after one that has a label.
    fn label_list(&self, first: usize, counted: bool) -> bool {
        const LONGEST: usize = 4;
        let mut i = first;
        for step in 0..LONGEST {
            let Some(before) = i.checked_sub(1) else {
                return false;
            };
            if step > 0 && self.is(before, class::LABEL) {
                return !counted && self.plural(before);
            }
            let dotted = self.sign(before) == '.' && before > 0 && self.eq(before - 1, "nos");
            if step > 0 && dotted {
                return !counted;
            }
            let joint =
                self.any(before, &["and", "or", "to"]) || matches!(self.sign(before), ',' | '&');
            if !joint || before == 0 || !self.is_digits(before - 1) {
                return false;
            }
            i = before - 1;
        }
        false
    }

    /// "Halo 3 runs at 60 frames": after a name, a verb that looks like a plural. "30 runs ahead" counts all the same.
    fn runs(&self, numeral: &Numeral) -> bool {
        let verb = numeral.end;
        numeral.value < Decimal::ONE_HUNDRED
            && self.is(verb, class::VERB)
            && !self.capital(verb)
            && (self.is(verb + 1, class::STOP)
                || self.any(verb, &["reports", "says"])
                || self.is_number(verb + 1)
                || numeral.end > 2
                    && self.capital(numeral.end - 3)
                    && self.capital(numeral.end - 2))
            && !self.is(verb + 1, class::BE)
            && !self.any(verb + 1, &["ahead", "behind", "apart", "off"])
    }

    /// "TIME's 100 Most Influential", "the 787 Dreamliner", "7-Eleven": a name that begins with the number.
    fn begins_name(&self, first: usize, end: usize, counted: bool) -> bool {
        if self.line_break_before(end) || !self.capital(end) {
            return false;
        }
        if self.is(end, class::LIST_NAME) && self.capital(end + 1) {
            return true;
        }
        // "12 High Street"
        let street = (end + 1..end + 3).any(|i| {
            let ends = self.closes(i + 1) || self.is(i + 1, class::STOP);
            self.is(i, class::STREET) && self.capital(i) && ends
        });
        if street {
            return true;
        }
        if self.title_case(first) {
            return false;
        }
        let possessive = first > 1
            && self.eq(first - 1, "s")
            && self.glued(first - 1)
            && matches!(self.sign(first - 2), '\'' | '’');
        if possessive && self.capital(end + 1) {
            return true;
        }
        let abbreviation = self.str(end).bytes().all(|byte| byte.is_ascii_uppercase());
        !counted
            && !abbreviation
            && !self.is(end, class::MONTH | class::CURRENCY)
            && self.id(end) == 0
    }

    /// "the makers of 60 Minutes": digits and a time with a capital inside a sentence that has no other.
    pub(super) fn title_of_time(&self, low: &Amount, high: &Amount) -> bool {
        let word = high.end.wrapping_sub(1);
        low.numeral.form == Form::Digits
            && low.first == high.first
            && word > low.first
            && self.is(word, class::PERIOD)
            && self.capital(word)
            && !self.str(word).bytes().all(|byte| byte.is_ascii_uppercase())
            && !self.begins(low.first)
            && !self.dash(word - 1)
            && self.longer_words(low.first).1 > 0
    }

    /// "60th Street", "the First Amendment": an ordinal in a name.
    pub(super) fn street(&self, end: usize) -> bool {
        self.is(end, class::STREET) && self.capital(end)
    }

    /// "First, the law", "when it first opened": an ordinal that ranks nothing.
    pub(super) fn adverb(&self, first: usize, end: usize) -> bool {
        if end != first + 1 || !self.any(first, &["first", "second", "third"]) {
            return false;
        }
        if self.begins(first) || self.line_break_before(first) {
            return self.sign(end) == ',';
        }
        let noun_phrase = first > 0
            && (self.is(first - 1, class::ARTICLE | class::NUMBER)
                || self.sign(first - 1) != '\0'
                || self.any(
                    first - 1,
                    &[
                        "his", "her", "its", "their", "our", "my", "your", "s", "whose", "this",
                        "that",
                    ],
                ));
        self.eq(first, "first")
            && !noun_phrase
            && self.is_word(end)
            && self.str(end).ends_with("ed")
    }

    /// Whether the line is a headline in which every longer word is capitalised.
    pub(super) fn title_case(&self, at: usize) -> bool {
        let (capitals, small) = self.longer_words(at);
        small == 0 && capitals > 2
    }

    /// How many longer words around a token are capitalised, and how many are not.
    fn longer_words(&self, at: usize) -> (usize, usize) {
        const REACH: usize = 10;
        let (mut capitals, mut small) = (0, 0);
        let mut look = |i: usize| {
            if self.is_word(i) && self.str(i).len() > 3 {
                if self.capital(i) {
                    capitals += 1;
                } else {
                    small += 1;
                }
            }
        };
        let mut i = at;
        while i > 0 && at - i < REACH && !self.line_break_before(i) {
            i -= 1;
            look(i);
        }
        let mut i = at + 1;
        while i < self.len() && i - at < REACH && !self.line_break_before(i) {
            look(i);
            i += 1;
        }
        (capitals, small)
    }
}
