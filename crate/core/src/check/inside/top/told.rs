//! The words of a block, and those around one of its figures.

use crate::article::Article;
use crate::figures::Quantity;
use crate::language::{InsideList, Language};
use crate::lexicon::class::{self, Class};
use crate::reading::words::aspect::stem;
use crate::text::{self, Token, TokenKind};
use std::ops::Range;

/// Blocks of more bytes are not looked at.
const LONGEST: usize = 4_000;
/// Words of a name.
const NAME: usize = 5;

/// A block with its tokens and sentences.
pub(super) struct Told<'t> {
    pub(super) language: Language,
    pub(super) text: &'t str,
    tokens: Vec<Token>,
    pub(super) sentences: Vec<Range<usize>>,
}

impl<'t> Told<'t> {
    /// Nothing of a block that is too long.
    pub(super) fn of(article: &'t Article<'_>, block: usize) -> Option<Self> {
        let (language, text) = (article.language, article.blocks.get(block)?.text);
        if text.len() > LONGEST {
            return None;
        }
        let tokens = text::tokens(text);
        let sentences = text::sentences(text, &tokens, |word| language.is_abbreviation(word));
        Some(Self {
            language,
            text,
            tokens,
            sentences,
        })
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The first token that starts at a byte or behind it.
    pub(super) fn at(&self, byte: usize) -> usize {
        self.tokens
            .partition_point(|token| (token.start as usize) < byte)
    }

    pub(super) fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Word)
    }

    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        is(self.language, self.word(at), class)
    }

    pub(super) fn has(&self, mut range: Range<usize>, class: Class) -> bool {
        range.any(|at| self.is(at, class))
    }

    /// Whether a word is listed so.
    pub(super) fn says(&self, at: usize, list: InsideList) -> bool {
        let word = self.word(at).to_ascii_lowercase();
        self.language.is_listed(&word, list)
    }

    pub(super) fn tells(&self, mut range: Range<usize>, list: InsideList) -> bool {
        range.any(|at| self.says(at, list))
    }

    /// The capitalised words from a token on.
    pub(super) fn name(&self, from: usize) -> Vec<&'t str> {
        let capital =
            |at: &usize| self.is_word(*at) && self.word(*at).starts_with(char::is_uppercase);
        (from..from + NAME)
            .take_while(capital)
            .map(|at| self.word(at))
            .collect()
    }

    /// The bytes of some of its tokens.
    fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let tokens = self.tokens.get(range).unwrap_or_default();
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => first.start as usize..last.end as usize,
            _ => 0..0,
        }
    }

    /// Some of its tokens as they are written.
    pub(super) fn written(&self, range: Range<usize>) -> &'t str {
        self.text.get(self.bytes(range)).unwrap_or("")
    }

    /// The stems of the words of some tokens that carry meaning.
    pub(super) fn stems(&self, range: Range<usize>) -> Vec<String> {
        let told = |at: &usize| {
            self.is_word(*at)
                && !self.is(*at, class::STOP | class::ARTICLE)
                && !self.says(*at, InsideList::Counted)
        };
        range
            .filter(told)
            .map(|at| stem(self.language, self.word(at)))
            .collect()
    }
}

/// The words around a figure.
pub(super) struct Around<'t> {
    pub(super) told: Told<'t>,
    /// The tokens of its sentence.
    pub(super) sentence: Range<usize>,
    /// Its first token with its modifier, and the one behind it.
    pub(super) first: usize,
    pub(super) end: usize,
}

impl<'t> Around<'t> {
    pub(super) fn of(article: &'t Article<'_>, block: usize, figure: &Quantity) -> Option<Self> {
        let told = Told::of(article, block)?;
        let (first, end) = (told.at(figure.outer_start), told.at(figure.outer_end));
        let mut sentences = told.sentences.iter();
        let sentence = sentences
            .find(|sentence| sentence.contains(&first))?
            .clone();
        Some(Self {
            told,
            sentence,
            first,
            end,
        })
    }

    /// So many tokens before it, within its sentence.
    pub(super) fn before(&self, most: usize) -> Range<usize> {
        self.first.saturating_sub(most).max(self.sentence.start)..self.first
    }

    /// So many tokens behind it, within its sentence.
    pub(super) fn behind(&self, most: usize) -> Range<usize> {
        self.end..(self.end + most).min(self.sentence.end)
    }

    /// Whether a byte belongs to its sentence.
    pub(super) fn contains(&self, byte: usize) -> bool {
        self.told.bytes(self.sentence.clone()).contains(&byte)
    }
}

/// Whether a word has the class.
pub(super) fn is(language: Language, word: &str, class: Class) -> bool {
    language.classes_of(word).meets(class)
}

/// The word before a figure with its modifier.
pub(super) fn before<'t>(text: &'t str, figure: &Quantity) -> &'t str {
    let text = text.get(..figure.outer_start).unwrap_or("").trim_end();
    text.rsplit(' ').next().unwrap_or("")
}

/// The word behind a figure.
pub(super) fn behind<'t>(text: &'t str, figure: &Quantity) -> &'t str {
    let text = text.get(figure.end..).unwrap_or("").trim_start();
    text.split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or("")
}
