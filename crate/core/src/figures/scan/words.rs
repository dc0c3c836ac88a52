//! What the tokens of a text are like, whatever they are read as: plurals, number words, what is joined to what.

use crate::figures::scan::Scan;
use crate::lexicon::class;
use crate::lexicon::forms;
use crate::text::digit;

impl Scan<'_> {
    /// Whether a number begins at the token.
    pub(in crate::figures) fn is_number(&self, i: usize) -> bool {
        self.is_digits(i) || self.is(i, class::NUMBER | class::CURRENCY)
    }

    /// How many digits a token has.
    pub(in crate::figures) fn digit_count(&self, i: usize) -> usize {
        let bytes = self.bytes(i);
        if bytes.len() > 128 || bytes.is_ascii() {
            bytes.len()
        } else {
            let digits = self.str(i).chars().filter(|c| digit(*c).is_some());
            digits.count()
        }
    }

    /// The value of a short digit token.
    pub(in crate::figures) fn small(&self, i: usize) -> Option<u32> {
        const MOST: usize = 6;
        if !self.is_digits(i) {
            return None;
        }
        let bytes = self.bytes(i);
        // Nearly all are ASCII.
        let mut value = 0;
        if bytes.len() <= MOST
            && bytes.iter().all(|byte| {
                value = value * 10 + u32::from(byte.wrapping_sub(b'0'));
                byte.is_ascii_digit()
            })
        {
            return Some(value);
        }
        if self.digit_count(i) > MOST {
            return None;
        }
        Some(
            self.str(i)
                .chars()
                .filter_map(digit)
                .fold(0, |value, digit| value * 10 + digit),
        )
    }

    /// Past the whole chain of digits parted by points, commas and the like that touch one another.
    pub(in crate::figures) fn past_chain(&self, mut i: usize) -> usize {
        while i < self.len() {
            if self.is_digits(i)
                || (matches!(self.sign(i), '.' | ',' | '\'' | '’' | ':' | '/')
                    && self.glued(i)
                    && self.glued(i + 1)
                    && self.is_digits(i + 1))
            {
                i += 1;
                if !self.glued(i) {
                    break;
                }
            } else {
                break;
            }
        }
        i
    }

    /// Whether a word looks like a plural or a collective.
    pub(in crate::figures) fn plural(&self, i: usize) -> bool {
        if self.is(i, class::PLURAL) {
            return true;
        }
        if self.is(i, class::NOT_PLURAL) || !self.is_word(i) {
            return false;
        }
        let text = self.str(i);
        let bytes = text.as_bytes();
        let length = bytes.len();
        // "crewmen", "swordswomen"
        if forms::is_men(text) {
            return true;
        }
        length > 2
            && bytes[length - 1] == b's'
            && !matches!(bytes[length - 2], b's' | b'i')
            && !(bytes[length - 2] == b'u' && length < 7)
            // A possessive is no plural.
            && !(matches!(self.sign(i + 1), '\'' | '’') && self.glued(i + 1) && self.is_word(i + 2) && self.glued(i + 2))
    }

    /// A word that ends a noun phrase; "US", "IT" and "WHO" in capitals do not.
    pub(in crate::figures) fn stops(&self, i: usize) -> bool {
        if !self.is(i, class::STOP) {
            return false;
        }
        let capitals = |at: usize| {
            self.str(at).bytes().all(|byte| byte.is_ascii_uppercase()) && self.is_word(at)
        };
        let name = match self.str(i).len() {
            2 => capitals(i),
            3.. => capitals(i) && self.is_word(i + 1) && !capitals(i + 1),
            _ => false,
        };
        !name
    }

    /// Past "the", "its last", "the city's": whose a whole is.
    pub(in crate::figures) fn past_whose(&self, i: usize) -> usize {
        const LONGEST: usize = 5;
        let mut at = i;
        if self.is(i, class::WHOSE) || self.is(i, class::THE) {
            at += 1;
        }
        // "Gaza's", "the region’s"
        let owner = (at..at + LONGEST)
            .take_while(|&word| self.is_word(word) && !self.stops(word))
            .find(|&word| self.possessive(word));
        if let Some(owner) = owner {
            at = owner + 1 + self.possessive_length(owner);
        }
        while at > i && self.is(at, class::SOME_OF) && self.is_number(at + 1) {
            at += 1;
        }
        at
    }

    /// Whether an apostrophe that makes it an owner follows the word.
    fn possessive(&self, i: usize) -> bool {
        self.possessive_length(i) > 0
    }

    /// How many tokens of a genitive follow the word: 2 for "'s", 1 for an apostrophe after an s.
    fn possessive_length(&self, i: usize) -> usize {
        let apostrophe = matches!(self.sign(i + 1), '\'' | '’') && self.glued(i + 1);
        match apostrophe {
            true if self.is(i + 2, class::GENITIVE_S) && self.glued(i + 2) => 2,
            true if self.str(i).ends_with('s') && !self.glued(i + 2) => 1,
            _ => 0,
        }
    }

    /// Whether what touches the number on its left makes it part of a word.
    pub(in crate::figures) fn joined_before(&self, first: usize) -> bool {
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
    pub(in crate::figures) fn joined_after(&self, end: usize) -> bool {
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
            '.' => word && self.is(end + 1, class::LETTER_X),
            // "3-for-3", "2-on-1"
            _ if self.dash(end) => {
                digits
                    || word
                        && (self.capital(end + 1)
                            || self.is(end + 1, class::FOR | class::ON) && self.is_digits(end + 3))
            }
            _ => false,
        }
    }

    /// A word that stands before a hyphen and a figure: "sub-7", "mid-20", "to-260,000".
    fn prefix(&self, i: usize) -> bool {
        self.is(i, class::PREFIX) && !self.str(i).bytes().all(|byte| byte.is_ascii_uppercase())
    }

    /// Digits inside a word or a chain: "i7", "4x4", "COVID-19", "747-400", "#5", "@7".
    pub(in crate::figures) fn inside_word(&self, first: usize, end: usize) -> bool {
        self.joined_before(first) || self.joined_after(end)
    }

    /// Whether the line is a headline in which every longer word is capitalised.
    pub(in crate::figures) fn title_case(&self, at: usize) -> bool {
        let (capitals, small) = self.longer_words(at);
        small == 0 && capitals > 2
    }

    /// How many longer words around a token are capitalised, and how many are not.
    pub(in crate::figures) fn longer_words(&self, at: usize) -> (usize, usize) {
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

    pub(in crate::figures) fn ends_sentence(&self, i: usize) -> bool {
        matches!(self.sign(i), '.' | ';' | '!' | '?') && !self.glued(i + 1)
    }
}
