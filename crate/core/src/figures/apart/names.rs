//! Numbers that are no figures: names, versions, list numbers, citations, addresses.

use crate::figures::amount::Amount;
use crate::figures::number::{Form, Numeral};
use crate::figures::scan::Scan;
use crate::lexicon::class;
use crate::lexicon::forms;
use rust_decimal::Decimal;

impl Scan<'_> {
    /// Whether the bare number made of the tokens from `first` to `end` is part of a name or a label.
    /// `counted` when a noun that can be counted follows.
    pub(in crate::figures) fn names(
        &self,
        first: usize,
        end: usize,
        numeral: &Numeral,
        counted: bool,
    ) -> bool {
        let digits = matches!(numeral.form, Form::Digits | Form::Rating);
        if digits
            && (self.inside_word(first, end)
                || self.listed(first, end)
                || self.cited(first, end)
                || self.short_year(first, end)
                || self.minute_of_play(first, end))
        {
            return true;
        }
        if digits && (self.registered(first) || self.block_of_street(end))
            || numeral.power == 0 && self.capitalised_word(first, numeral)
            || self.agent(first, numeral, counted)
            || self.afterthought(first, numeral.end)
            || self.release(first, numeral)
        {
            return true;
        }
        let plain = numeral.power == 0 && !numeral.grouped;
        // "ISO 27001"
        let standard =
            plain && numeral.digits == 5 && first > 0 && self.is(first - 1, class::LABEL);
        let simple = plain && numeral.digits <= 4;
        standard && self.capital(first - 1)
            || simple
                && (self.labelled(first, numeral, counted)
                    || (digits && numeral.place == 0 && self.begins_name(first, end, counted)))
    }

    /// "(Saka 9', Van Dijk 18')": when a goal fell.
    fn minute_of_play(&self, first: usize, end: usize) -> bool {
        matches!(self.sign(end), '\'' | '’' | '′')
            && self.glued(end)
            && self.closes(end + 1)
            && first > 0
            && (self.capital(first - 1) || self.sign(first - 1) == ',')
    }

    /// "Xbox One X", "Ninety Mile Beach": a number word with a capital inside a sentence belongs to a name.
    pub(in crate::figures) fn capitalised_word(&self, first: usize, numeral: &Numeral) -> bool {
        // "Take-Two Interactive"
        let hyphened = first > 1
            && self.glued(first)
            && self.sign(first - 1) == '-'
            && self.glued(first - 1)
            && self.capital(first - 2);
        if hyphened && self.capital(first) && numeral.form == Form::Words {
            return true;
        }
        numeral.form == Form::Words
            && first > 0
            && self.capital(first)
            && self.is_word(first - 1)
            && !self.begins(first)
            && !self.line_break_before(first)
            && !self.title_case(first)
    }

    /// "built by 3M": who did it, and no amount. "Grew by 3M" tells of one.
    fn agent(&self, first: usize, numeral: &Numeral, counted: bool) -> bool {
        let million = numeral.power >= 6
            && numeral.form == Form::Digits
            && !counted
            && self.str(numeral.end - 1) == "M";
        // "the 3M company"
        let called = numeral.digits == 1
            && (first == 0 || self.is(first - 1, class::ARTICLE))
            && self.is_word(numeral.end);
        million && called
            || million
                && first > 1
                && self.is(first - 1, class::BY_CHANGE)
                && self.is(first - 1, class::BY)
                && !self.is(
                    first - 2,
                    class::UP | class::DOWN | class::RAISES | class::LOWERS,
                )
    }

    /// "a month or two", "the next day or three": one or a few more, and no number by itself.
    fn afterthought(&self, first: usize, end: usize) -> bool {
        first > 3
            && self.is(first - 1, class::OR)
            && self.is_word(first - 2)
            && self.is(first - 3, class::ARTICLE | class::LAST)
            && (self.closes(end) || self.is(end, class::STOP))
    }

    /// "the 2.8 release": a version of something.
    fn release(&self, first: usize, numeral: &Numeral) -> bool {
        let named = numeral.end;
        numeral.place == -1
            && numeral.power == 0
            && first > 0
            && self.is(first - 1, class::ARTICLE)
            && self.is(named, class::LABEL)
            && self.str(named).len() > 3
            && !self.plural(named)
    }

    /// "won in '98", "Q1'22": a year without its century.
    fn short_year(&self, first: usize, end: usize) -> bool {
        let apostrophe = |i: usize| matches!(self.sign(i), '\'' | '’' | '‘');
        end == first + 1
            && self.digit_count(first) == 2
            && first > 0
            && self.glued(first)
            && apostrophe(first - 1)
            && !apostrophe(end)
    }

    /// A list number: "1. First", "2) Second", at the beginning of a line.
    fn listed(&self, first: usize, end: usize) -> bool {
        let open = first > 0 && self.sign(first - 1) == '(';
        // "Methods ......... 14": the page, in a table of contents.
        let leaders = first > 3
            && (self.closes(end) || end >= self.len())
            && (first - 4..first).all(|i| matches!(self.sign(i), '.' | '…' | '·' | '_'));
        // "1.2 Methods": the number of a section, at the beginning of a line.
        let section = self.line_break_before(first)
            && end == first + 3
            && self.digit_count(first) < 3
            && self.digit_count(first + 2) < 3
            && self.capital(end)
            && !self.plural(end);
        if leaders || section {
            return true;
        }
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
        // "62% (31,000)": so many, and nobody has as many notes.
        let many = end > first + 1
            && before > 0
            && (self.sign(before - 1) == '%' || self.is(before - 1, class::CENT));
        (open == '[' && close == ']' && before > 0)
            || (open == '('
                && close == ')'
                && before > 0
                && !many
                && !self.age_behind_name(first, end))
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
        if self.sign(before) == ',' && self.label_list(first, counted) {
            return true;
        }
        if !self.is_word(before) {
            // "Core i7 860"
            return self.is_digits(before) && self.joined_before(before);
        }
        // "Chapter 11 filings", "grade 8 pupils"; "Page 3 of 10"
        let page = before > 1
            && self.is(before, class::OF)
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
            let article =
                self.is(before, class::INDEFINITE) && self.begins(before) && self.dash(numeral.end);
            let capital = capital && !article;
            let short = self.str(before).len() < 3;
            let named = capital && !(counted && short && self.begins(before));
            return named || (self.str(before).len() > 3 && !counted);
        }
        let digits = numeral.form == Form::Digits;
        if digits && (self.version(before, numeral) || counted && self.model(before, numeral)) {
            return true;
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
            let dotted = self.sign(before) == '.' && before > 0 && self.is(before - 1, class::NOS);
            if step > 0 && dotted {
                return !counted;
            }
            let joint = self.is(before, class::TO | class::AND | class::OR)
                || matches!(self.sign(before), ',' | '&');
            // "Sections 21, 24, and 26"
            let comma = before > 0 && self.sign(before - 1) == ',' && self.sign(before) == '\0';
            let number = before.checked_sub(1 + usize::from(comma));
            let Some(number) = number.filter(|&number| joint && self.is_digits(number)) else {
                return false;
            };
            i = number;
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
                || self.is(verb, class::NEWS_VERB)
                || self.is_number(verb + 1)
                || numeral.end > 2
                    && self.capital(numeral.end - 3)
                    && self.capital(numeral.end - 2))
            && !self.is(verb + 1, class::BE)
            && !self.is(verb + 1, class::AHEAD_BEHIND)
    }

    /// "TIME's 100 Most Influential", "the 787 Dreamliner", "7-Eleven": a name that begins with the number.
    fn begins_name(&self, first: usize, end: usize, counted: bool) -> bool {
        if self.line_break_before(end) || !self.capital(end) {
            return false;
        }
        // "5 Top Clubs Fined": lists are of round numbers, and where every word has a capital, one tells nothing.
        let round = self.str(first).ends_with(['0', '5']) && self.str(first).len() > 1;
        let listed = self.is(end, class::LIST_NAME) && self.capital(end + 1);
        if listed && (round || !self.title_case(first)) {
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
            && self.is(first - 1, class::GENITIVE_S)
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
    pub(in crate::figures) fn title_of_time(&self, low: &Amount, high: &Amount) -> bool {
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

    /// "the 500 block of North Avenue"
    fn block_of_street(&self, end: usize) -> bool {
        self.is(end, class::BLOCK) && self.is(end + 1, class::OF)
    }

    /// "60th Street", "the First Amendment": an ordinal in a name.
    pub(in crate::figures) fn street(&self, end: usize) -> bool {
        const LONGEST: usize = 3;
        // "the 183rd State District Court"
        let named = (end..end + LONGEST)
            .take_while(|&i| self.capital(i))
            .any(|i| self.is(i, class::STREET));
        // "First Family Group"
        let rank = end.saturating_sub(1);
        let firm = self.capital(rank)
            && self.capital(end)
            && self.capital(end + 1)
            && !self.title_case(rank);
        named || firm
    }

    /// "First, the law", "when it first opened": an ordinal that ranks nothing.
    pub(in crate::figures) fn adverb(&self, first: usize, end: usize) -> bool {
        if end != first + 1 || !self.is(first, class::LOW_ORDINAL) {
            return false;
        }
        if self.begins(first) || self.line_break_before(first) {
            return self.sign(end) == ',';
        }
        let noun_phrase = first > 0
            && (self.is(first - 1, class::ARTICLE | class::NUMBER)
                || self.sign(first - 1) != '\0'
                || self.is(first - 1, class::OWNER));
        self.is(first, class::FOREMOST)
            && !noun_phrase
            && self.is_word(end)
            && forms::is_past(self.str(end))
    }
}
