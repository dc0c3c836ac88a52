//! The words of a text, each looked up once: in lower case, with its classes and its stem.

use crate::language::Language;
use crate::language::lists::{Listed, Poles};
use crate::lexicon::class::Class;
use crate::lexicon::entries::Id;
use crate::reading::is_function_word;
use crate::text::{Token, TokenKind};

/// What is known of each token of a text. Of one that is not there nothing is known, and its text is empty.
#[derive(Debug)]
pub(crate) struct Wording {
    language: Language,
    /// The tokens in lower case, one behind the other.
    lower: String,
    words: Vec<Word>,
}

#[derive(Debug)]
struct Word {
    /// One past its last byte in lower case; it begins where the one before it ends.
    end: usize,
    /// The same of its stem, where no other word stands for it.
    stem_end: usize,
    /// The word that stands for it and others that say the same.
    alike: Option<&'static str>,
    id: Id,
    listed: Listed,
    poles: Poles,
    /// Whether it is a word that carries meaning.
    tells: bool,
}

impl Wording {
    /// Of the tokens of a text, each with the word of the lexicon that it is.
    pub(crate) fn of(
        language: Language,
        text: &str,
        tokens: &[Token],
        ids: impl Iterator<Item = Id>,
    ) -> Self {
        let mut lower = String::with_capacity(text.len());
        let word = |(token, id): (&Token, Id)| {
            let start = lower.len();
            let written = token.of(text);
            if written.is_ascii() {
                lower.push_str(written);
                lower[start..].make_ascii_lowercase();
            } else {
                lower.push_str(&crate::text::lowercase(written));
            }
            let word = &lower[start..];
            let is_word = token.kind == TokenKind::Word;
            let (listed, poles) = language.listed(word);
            Word {
                end: lower.len(),
                stem_end: start + without_ending(language, word).len(),
                alike: language.alike(word),
                id,
                listed,
                poles,
                tells: is_word && !is_function_word(language, word),
            }
        };
        let words = tokens.iter().zip(ids).map(word).collect();
        Self {
            language,
            lower,
            words,
        }
    }

    fn start(&self, at: usize) -> usize {
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        before.map_or(0, |before| before.end)
    }

    /// The token in lower case.
    pub(crate) fn lower(&self, at: usize) -> &str {
        let word = self.words.get(at);
        word.map_or("", |word| &self.lower[self.start(at)..word.end])
    }

    /// Its stem, or that of the word that stands for it.
    pub(crate) fn stem(&self, at: usize) -> &str {
        let Some(word) = self.words.get(at) else {
            return "";
        };
        let own = || &self.lower[self.start(at)..word.stem_end];
        word.alike.unwrap_or_else(own)
    }

    /// Whether it is a word that carries meaning, and no function word.
    pub(crate) fn tells(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.tells)
    }

    /// The stem of a word that carries meaning; a letter by itself carries none.
    pub(crate) fn telling(&self, at: usize) -> Option<&str> {
        let tells = self.tells(at) && self.lower(at).chars().nth(1).is_some();
        tells.then(|| self.stem(at))
    }

    /// Its classes.
    pub(crate) fn class(&self, at: usize) -> Class {
        let id = self.words.get(at).map_or(0, |word| word.id);
        self.language.lexicon().class(id)
    }

    /// Which poles of opposites it names.
    pub(crate) fn poles(&self, at: usize) -> Poles {
        self.words
            .get(at)
            .map_or_else(Poles::default, |word| word.poles)
    }

    /// Whether it is listed so.
    pub(crate) fn lists(&self, at: usize, class: Listed) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| word.listed.meets(class))
    }
}

/// A word in lower case without its ending, where enough is left of it.
pub(super) fn without_ending(language: Language, word: &str) -> &str {
    let without = |ending: &&str| {
        let head = word.strip_suffix(*ending)?;
        head.chars().nth(2).map(|_| head)
    };
    (language.endings().iter())
        .find_map(without)
        .unwrap_or(word)
}
