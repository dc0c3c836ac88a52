//! A death at the top of an article with an age, and the birth of the same person further down: "Ana Boll, who drew the
//! moon, dies at 81" above "Born in Graz in March 1951, she …". Who dies is named in full where the sentence begins; the
//! birth is of that name, or of the "he" or "she" whom a paragraph begins with "Born …" about.

use super::years::{born_and_seen, stated};
use super::{Conflict, Inside, Judged, Place, Read, Tie, Unit};
use crate::article::Article;
use crate::figures::{Kind, Quantity};
use crate::language::Language;
use crate::lexicon::class::{self, Class};
use crate::page::Role;
use crate::text::{Token, TokenKind, sentences, tokens};
use std::ops::Range;

/// Blocks from the top in which a death is looked for: the headline, what stands below it, the first paragraphs.
const TOP: usize = 4;
/// Blocks in which the birth is looked for.
const MOST: usize = 80;
/// Words of a name.
const LONGEST: usize = 5;
/// How far behind the day of a birth it is said whose it is, in tokens.
const NEAR: usize = 12;

/// Holds the age at a death against the birth.
pub(super) fn check(article: &Article<'_>, reads: &[Read<'_>], inside: &mut Inside) {
    let Some(published) = article.published else {
        return;
    };
    let texts = || {
        let all = article.blocks.iter().zip(reads).enumerate().take(MOST);
        all.filter(|(_, (block, _))| {
            matches!(block.role, Role::Headline | Role::Heading | Role::Paragraph)
        })
        .map(|(at, (block, read))| (at, block.text, read.quantities))
    };
    let may_be_age = |figure: &Quantity| matches!(figure.kind, Kind::Age | Kind::Number);
    let mut deaths = (texts().take(TOP)).filter(|(_, _, figures)| figures.iter().any(may_be_age));
    let Some((at, age, name)) = deaths.find_map(|(at, text, figures)| {
        let (age, name) = Told::new(article.language, text, figures).death()?;
        Some((at, age, name))
    }) else {
        return;
    };
    let mut births = texts().filter_map(|(at, text, figures)| {
        let born = figures.iter().any(is_calendar);
        let told = born.then(|| Told::new(article.language, text, figures))?;
        Some((at, told.birth(name.last()?)?))
    });
    // Who died long ago did not die at the age that the article's day makes.
    let died_then = texts().any(|(_, text, figures)| {
        let told = Told::new(article.language, text, figures);
        told.dies_before(published.year())
    });
    let (Some((block, birth)), None, false) = (births.next(), births.next(), died_then) else {
        return;
    };
    match born_and_seen(age.low, birth, published) {
        Judged::Agrees => inside.checked += 2,
        Judged::Outside { low, high } => {
            inside.checked += 2;
            inside.conflicts.push(Conflict {
                gives: Some(low),
                up_to: (high > low).then_some(high),
                unit: Unit::None,
                ..Conflict::of(
                    Tie::Born,
                    vec![Place::of(at, age), Place::of(block, birth)],
                    false,
                )
            });
        }
        _ => {}
    }
}

fn is_calendar(figure: &Quantity) -> bool {
    matches!(figure.kind, Kind::Year | Kind::Date)
}

/// A block, with its tokens and sentences.
struct Told<'t> {
    language: Language,
    text: &'t str,
    tokens: Vec<Token>,
    sentences: Vec<Range<usize>>,
    figures: &'t [Quantity],
}

impl<'t> Told<'t> {
    fn new(language: Language, text: &'t str, figures: &'t [Quantity]) -> Self {
        let tokens = tokens(text);
        let sentences = sentences(text, &tokens, |word| language.is_abbreviation(word));
        Self {
            language,
            text,
            tokens,
            sentences,
            figures,
        }
    }

    fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    fn is(&self, at: usize, class: Class) -> bool {
        let word = self.word(at);
        !word.is_empty()
            && self
                .language
                .classes_of(&crate::text::lowercase(word))
                .meets(class)
    }

    /// The figures of a sentence with their first tokens.
    fn within(&self, sentence: &Range<usize>) -> impl Iterator<Item = (usize, &'t Quantity)> {
        self.figures.iter().filter_map(move |figure| {
            let first = self.tokens[sentence.clone()]
                .iter()
                .position(|token| token.start as usize == figure.start)?;
            Some((sentence.start + first, figure))
        })
    }

    /// The capitalised words from a token on, two or more.
    fn name(&self, from: usize) -> Vec<&'t str> {
        let words = (from..from + LONGEST).map(|at| (at, self.word(at)));
        let capital = |at: usize, word: &str| {
            self.tokens
                .get(at)
                .is_some_and(|token| token.kind == TokenKind::Word)
                && word.starts_with(char::is_uppercase)
        };
        words
            .take_while(|&(at, word)| capital(at, word))
            .map(|(_, word)| word)
            .collect()
    }

    /// The age at a death, and who has died: "NAME, …, dies at 81", "NAME has died at the age of 81".
    fn death(&self) -> Option<(&'t Quantity, Vec<&'t str>)> {
        self.sentences.iter().find_map(|sentence| {
            let name = self.name(sentence.start);
            let behind = sentence.start + name.len();
            // "Ana Boll's father dies at 81"
            let whole = self.is(behind, class::DIES | class::TELLS_OF) || self.word(behind) == ",";
            if name.len() < 2 || !whole {
                return None;
            }
            let verb = sentence.clone().find(|&at| self.is(at, class::DIES))?;
            let others = (behind..sentence.end).any(|at| self.is(at, class::ANOTHER_LIFE));
            let mut ages = self
                .within(sentence)
                .filter(|&(first, figure)| first > verb && self.is_age(first, figure));
            let (_, age) = ages.next()?;
            (!others && ages.next().is_none()).then_some((age, name))
        })
    }

    /// "dies at 81", "has died aged 81", "at the age of 81".
    fn is_age(&self, first: usize, figure: &Quantity) -> bool {
        let led = first > 0
            && (self.is(first - 1, class::AT | class::WAS_AGED)
                || self.is(first - 1, class::OF) && first > 1 && self.is(first - 2, class::AGE));
        led && matches!(figure.kind, Kind::Age | Kind::Number)
            && figure.is_bounded()
            && figure.low == figure.high
            && figure.low.is_integer()
    }

    /// When somebody of that last name was born, or whom a sentence that begins with "Born" speaks of.
    fn birth(&self, last: &str) -> Option<&'t Quantity> {
        self.sentences.iter().find_map(|sentence| {
            let begins = self.is(sentence.start, class::BORN);
            let born = sentence.clone().find(|&at| self.is(at, class::BORN))?;
            let (first, birth) = (self.within(sentence))
                .find(|&(first, figure)| first > born && is_calendar(figure))?;
            let led = first == born + 1 || self.is(first - 1, class::IN | class::ON);
            let others = (sentence.clone()).any(|at| self.is(at, class::ANOTHER_LIFE));
            let own = if begins {
                let mut behind = first..(first + NEAR).min(sentence.end);
                behind
                    .find(|&at| self.word(at) == ",")
                    .is_some_and(|comma| {
                        self.is(comma + 1, class::SOMEBODY) || self.word(comma + 1) == last
                    })
            } else {
                let whom = self.name(sentence.start);
                whom.last() == Some(&last)
                    && sentence.start + whom.len() + 1 == born
                    && self.is(born - 1, class::WAS_AGED)
            };
            let stated = stated(birth).is_some();
            (led && own && !others && stated).then_some(birth)
        })
    }

    /// Whether somebody is said to have died in a year before this one.
    fn dies_before(&self, year: i32) -> bool {
        self.sentences.iter().any(|sentence| {
            self.within(sentence).any(|(first, figure)| {
                let from = first.saturating_sub(NEAR).max(sentence.start);
                let then = stated(figure).and_then(|period| period.to);
                is_calendar(figure)
                    && then.is_some_and(|then| then.year() < year)
                    && (from..first).any(|at| self.is(at, class::DIES))
            })
        })
    }
}
