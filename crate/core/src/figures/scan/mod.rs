//! A text with its tokens and what the lexicon knows of each: what every rule looks at.

mod words;

use crate::figures::quantity::Noun;
use crate::lexicon::class::Class;
use crate::lexicon::entries::{Entries, Entry, Id};
use crate::lexicon::{Lexicon, Word};
use crate::locale::Locale;
use crate::steps::step;
use crate::text::{Token, TokenKind};

/// Numbers of more digits are in no data file.
const LONGEST_KNOWN: usize = 4;

/// A text under the reader's eye. Tokens go by index; one past the last is no token.
pub(in crate::figures) struct Scan<'t> {
    pub(in crate::figures) text: &'t str,
    pub(in crate::figures) tokens: &'t [Token],
    pub(in crate::figures) lexicon: &'static Lexicon,
    pub(in crate::figures) locale: Locale,
    ids: Vec<Id>,
    seen: Vec<Seen>,
}

/// What rules ask of a token again and again, looked up once.
struct Seen {
    classes: &'static Class,
    /// The character of a sign, or NUL.
    sign: char,
    /// Whether a line ends before it.
    breaks: bool,
}

impl Seen {
    /// Of what is no token.
    const NOTHING: Self = Self {
        classes: &Class::NONE,
        sign: '\0',
        breaks: true,
    };
}

impl<'t> Scan<'t> {
    /// Looks every token up; gives also the tokens that a figure can begin with.
    pub(in crate::figures) fn new(
        lexicon: &'static Lexicon,
        locale: Locale,
        text: &'t str,
        tokens: &'t [Token],
    ) -> (Self, Vec<u32>) {
        let mut ids = Vec::with_capacity(tokens.len());
        let mut seen = Vec::with_capacity(tokens.len());
        let mut candidates = Vec::with_capacity(tokens.len() / 4);
        let bytes = text.as_bytes();
        let among = |from: usize, to: usize| {
            let between = bytes.get(from..to).unwrap_or_default();
            between.contains(&b'\n')
        };
        let ends = tokens.first().zip(tokens.last());
        let lines =
            ends.is_some_and(|(first, last)| among(first.start as usize, last.end as usize));
        let mut before = 0;
        for (i, token) in tokens.iter().enumerate() {
            step();
            let length = (token.end - token.start) as usize;
            let first = bytes[token.start as usize];
            let mut sign = '\0';
            let (id, begins) = match token.kind {
                TokenKind::Word if length <= Lexicon::LONGEST => {
                    let id = lexicon.id_at(text, token.start as usize, token.end as usize);
                    (id, lexicon.begins(id))
                }
                TokenKind::Word => (0, false),
                TokenKind::Digits if length <= LONGEST_KNOWN => (lexicon.id(token.of(text)), true),
                TokenKind::Digits => (0, true),
                TokenKind::Sign if first < 128 => {
                    sign = char::from(first);
                    let id = lexicon.sign(first);
                    (
                        id,
                        matches!(first, b'-' | b'+' | b'.') || lexicon.begins(id),
                    )
                }
                TokenKind::Sign => {
                    let written = token.of(text);
                    sign = written.chars().next().unwrap_or('\0');
                    let id = lexicon.id(written);
                    (id, lexicon.begins(id) || matches!(sign, '−' | '–'))
                }
            };
            ids.push(id);
            seen.push(Seen {
                classes: lexicon.classes(id),
                sign,
                breaks: i == 0 || lines && token.spaced && among(before, token.start as usize),
            });
            before = token.end as usize;
            if begins {
                candidates.push(u32::try_from(i).unwrap_or(u32::MAX));
            }
        }
        (
            Self {
                text,
                tokens,
                lexicon,
                locale,
                ids,
                seen,
            },
            candidates,
        )
    }

    /// Which word of the lexicon each token is.
    pub(in crate::figures) fn into_ids(self) -> Vec<Id> {
        self.ids
    }

    /// How many tokens there are.
    pub(in crate::figures) fn len(&self) -> usize {
        self.tokens.len()
    }

    #[inline]
    pub(in crate::figures) fn id(&self, i: usize) -> Id {
        step();
        self.ids.get(i).copied().unwrap_or(0)
    }

    pub(in crate::figures) fn word(&self, i: usize) -> &'static Word {
        self.lexicon.word(self.id(i))
    }

    /// What is looked up of the token.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn seen(&self, i: usize) -> &Seen {
        step();
        self.seen.get(i).unwrap_or(&Seen::NOTHING)
    }

    /// Whether the token has one of the word classes.
    #[expect(
        clippy::inline_always,
        reason = "which classes are asked for is known there: one look is left of six"
    )]
    #[inline(always)]
    pub(in crate::figures) fn is(&self, i: usize, class: Class) -> bool {
        self.seen(i).classes.meets(class)
    }

    pub(in crate::figures) fn kind(&self, i: usize) -> Option<TokenKind> {
        step();
        self.tokens.get(i).map(|token| token.kind)
    }

    pub(in crate::figures) fn is_word(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Word)
    }

    pub(in crate::figures) fn is_digits(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Digits)
    }

    /// The token's text; empty where there is none.
    pub(in crate::figures) fn str(&self, i: usize) -> &'t str {
        step();
        self.tokens.get(i).map_or("", |token| token.of(self.text))
    }

    /// The token's text as bytes, which are quicker to cut.
    pub(in crate::figures) fn bytes(&self, i: usize) -> &'t [u8] {
        step();
        self.tokens
            .get(i)
            .and_then(|token| {
                self.text
                    .as_bytes()
                    .get(token.start as usize..token.end as usize)
            })
            .unwrap_or_default()
    }

    /// The character of a sign token, or NUL.
    #[inline]
    pub(in crate::figures) fn sign(&self, i: usize) -> char {
        self.seen(i).sign
    }

    /// Whether the token touches the one before it.
    pub(in crate::figures) fn glued(&self, i: usize) -> bool {
        i > 0 && self.tokens.get(i).is_some_and(|token| !token.spaced)
    }

    /// Whether the word begins with a capital.
    pub(in crate::figures) fn capital(&self, i: usize) -> bool {
        self.is_word(i) && self.str(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the token begins a line or a sentence, or follows an opening mark.
    pub(in crate::figures) fn begins(&self, i: usize) -> bool {
        i == 0 || {
            let before = self.sign(i - 1);
            matches!(
                before,
                '.' | '!'
                    | '?'
                    | ':'
                    | ';'
                    | '•'
                    | '"'
                    | '“'
                    | '‘'
                    | '('
                    | '['
                    | '*'
                    | '#'
                    | '—'
                    | '–'
                    | '|'
            ) || self.line_break_before(i)
        }
    }

    /// Whether a line ends before the token.
    pub(in crate::figures) fn line_break_before(&self, i: usize) -> bool {
        self.seen(i).breaks
    }

    /// First byte of a token; the end of the text past the last.
    pub(in crate::figures) fn start(&self, i: usize) -> usize {
        step();
        self.tokens
            .get(i)
            .map_or(self.text.len(), |token| token.start as usize)
    }

    /// One past the last byte of the token before `end`.
    pub(in crate::figures) fn end(&self, end: usize) -> usize {
        end.checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(0, |token| token.end as usize)
    }

    /// The noun phrase from token `first` up to `end`.
    pub(in crate::figures) fn phrase_of(&self, first: usize, end: usize) -> Noun {
        let (start, end) = (self.start(first), self.end(end));
        Noun {
            words: self.text.get(start..end).unwrap_or_default().into(),
            start,
            end,
        }
    }

    /// A dash of any kind.
    pub(in crate::figures) fn dash(&self, i: usize) -> bool {
        matches!(
            self.sign(i),
            '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹣' | '－'
        )
    }

    /// A hyphen between two words that touch it; gives the token after it.
    pub(in crate::figures) fn past_hyphen(&self, i: usize) -> usize {
        let sign = self.sign(i);
        // Nearly always a word stands there.
        if sign == '\0' {
            return i;
        }
        if matches!(sign, '-' | '‐' | '‑' | '–' | '−')
            && self.glued(i)
            && self.is_word(i + 1)
            && self.glued(i + 1)
        {
            i + 1
        } else if sign == '-' && !self.glued(i) && self.is_word(i + 1) && !self.glued(i + 1) {
            // Tokenised prose parts the hyphen: "28 - year - old".
            i + 1
        } else {
            i
        }
    }

    /// Past the tokens that touch one another from token `i` on: an address.
    pub(in crate::figures) fn past_glued(&self, i: usize) -> usize {
        let mut at = i + 1;
        while self.glued(at) {
            at += 1;
        }
        at
    }

    /// Whether nothing that belongs to the sentence's grammar follows: end, line break or a closing mark.
    pub(in crate::figures) fn closes(&self, i: usize) -> bool {
        i >= self.len()
            || self.line_break_before(i)
            || matches!(
                self.sign(i),
                '.' | ','
                    | ';'
                    | ':'
                    | ')'
                    | ']'
                    | '!'
                    | '?'
                    | '—'
                    | '–'
                    | '"'
                    | '”'
                    | '’'
                    | '\''
                    | '|'
                    | '*'
            )
    }

    /// The longest phrase of the table that begins at token `i`: what it means and the token after it.
    pub(in crate::figures) fn phrase<P: Copy>(
        &self,
        table: &Entries<P>,
        i: usize,
    ) -> Option<(P, usize)> {
        table
            .at(self.id(i))
            .iter()
            .find_map(|phrase| self.phrase_at(phrase, i).map(|end| (phrase.meaning, end)))
    }

    fn phrase_at<P>(&self, phrase: &Entry<P>, i: usize) -> Option<usize> {
        if phrase.touching && !self.glued(i) {
            return None;
        }
        let spaces = phrase.exact.is_none_or(|exact| exact.contains(' '));
        let mut at = i + 1;
        for &id in &phrase.words[1..] {
            if spaces && self.id(at) != id {
                // A hyphen may stand for the space: "cubic-foot".
                let past = self.past_hyphen(at);
                if past == at {
                    return None;
                }
                at = past;
            }
            if self.id(at) != id || (!spaces && !self.glued(at)) {
                return None;
            }
            at += 1;
        }
        if let Some(exact) = phrase.exact
            && exact.bytes().any(|byte| byte.is_ascii_alphabetic())
        {
            let written = &self.text[self.start(i)..self.end(at)];
            if !written.split_whitespace().eq(exact.split_whitespace()) {
                return None;
            }
        }
        Some(at)
    }

    /// The longest phrase that ends with token `i` (the table holds its words in reverse): what it means and
    /// its first token.
    pub(in crate::figures) fn phrase_back<P: Copy>(
        &self,
        table: &Entries<P>,
        i: usize,
    ) -> Option<(P, usize)> {
        table.at(self.id(i)).iter().find_map(|phrase| {
            let first = (i + 1).checked_sub(phrase.words.len())?;
            phrase
                .words
                .iter()
                .zip((first..=i).rev())
                .all(|(&id, at)| self.id(at) == id)
                .then_some((phrase.meaning, first))
        })
    }
}
