//! Whom a text names, where it is read without any set: its runs of capitalised words.

use super::aspect::stem;
use super::wording::Wording;
use crate::figures::Quantity;
use crate::language::Language;
use crate::language::lists::Listed;
use crate::lexicon::class::{self, Class};
use crate::lexicon::forms;
use crate::text::{Token, TokenKind, letters};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Range;

/// How many words a name has at the most.
const LONGEST: usize = 6;
/// How many words may open a sentence before the name of where it is told: "On the book site Leafmeter,".
const MEDIUM: usize = 5;
/// How long a name must be for its people to be known by it, and by how much theirs may be longer.
const SHORTEST: usize = 4;
const ENDING: usize = 3;

/// A name as a text writes it: its words in lower case, without titles.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Name {
    words: Vec<String>,
    /// Their stems.
    stems: Vec<String>,
    /// How it stands in its sentence.
    pub(crate) part: Part,
}

/// How a name stands in its sentence, by the word before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum Part {
    /// Bare: it does something, or something is done to it.
    Bare,
    /// "in Kolm", "to the harbour of Milltown".
    Place,
    /// "with Reuters", "by Ann Boor".
    Beside,
    /// "On Leafmeter, the novel": behind the word that opens the sentence, as the first thing that is said.
    On,
}

impl Part {
    /// Of a name behind that word.
    fn after(wording: &Wording, word: usize) -> Self {
        let class = wording.class(word);
        if wording.lists(word, Listed::WHERE) {
            Self::Place
        } else if class.meets(class::PREPOSITION) {
            Self::Beside
        } else {
            Self::Bare
        }
    }
}

impl Name {
    /// Whether both can be called so: all words of the one stand in the other, a given name may be its initial, and
    /// letters may stand for words ("UN").
    pub(crate) fn may_be(&self, other: &Self) -> bool {
        let (short, long) = if self.words.len() <= other.words.len() {
            (&self.words, &other.words)
        } else {
            (&other.words, &self.words)
        };
        let known = |word: &String| long.iter().any(|w| same_word(word, w));
        short.iter().all(known) || short.len() == 1 && are_initials(&short[0], long)
    }

    /// Its last word.
    pub(crate) fn last(&self) -> Option<&str> {
        self.words.last().map(String::as_str)
    }

    /// The stems of its words.
    pub(crate) fn stems(&self) -> &[String] {
        &self.stems
    }
}

/// "j" and "james"; "bulgaria" and "bulgarian".
fn same_word(a: &str, b: &str) -> bool {
    let initial = |a: &str, b: &str| a.chars().count() == 1 && b.starts_with(a);
    a == b || initial(a, b) || initial(b, a) || is_people_of(a, b) || is_people_of(b, a)
}

fn is_people_of(people: &str, place: &str) -> bool {
    let common = (people.bytes().zip(place.bytes()))
        .take_while(|(a, b)| a == b)
        .count();
    let (longer, shorter) = (people.len(), place.len());
    common >= SHORTEST
        && longer > shorter
        && longer - common <= ENDING
        && shorter - common < ENDING
        && forms::is_of_a_place(people)
}

fn are_initials(letters: &str, words: &[String]) -> bool {
    words.len() > 1
        && letters.chars().count() == words.len()
        && (letters.chars().zip(words)).all(|(letter, word)| word.starts_with(letter))
}

/// The names of a text, by each of their words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Names(BTreeMap<String, Vec<Name>>);

/// How many names with a word in common are told apart.
const NAMESAKES: usize = 16;

impl Names {
    pub(super) fn add(&mut self, name: &Name) {
        for word in &name.words {
            let namesakes = self.0.entry(word.clone()).or_default();
            if namesakes.len() < NAMESAKES && !namesakes.contains(name) {
                namesakes.push(name.clone());
            }
        }
    }

    /// The words of all names, sorted; an initial by itself is none.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        let words = self.0.keys().map(String::as_str);
        words.filter(|word| word.chars().nth(1).is_some())
    }

    /// Whether all who are named in full with that surname are one.
    pub(crate) fn are_one(&self, surname: &str) -> bool {
        let named = self.0.get(surname).map_or(&[][..], Vec::as_slice);
        let mut full = (named.iter())
            .filter(|name| name.words.len() > 1 && name.words.last().is_some_and(|w| w == surname));
        full.next()
            .is_none_or(|first| full.all(|other| other.may_be(first)))
    }

    /// Those that something is said to be at or in.
    pub(crate) fn places(&self) -> impl Iterator<Item = &Name> {
        let names = self.0.values().flatten();
        names.filter(|name| name.part == Part::Place)
    }

    /// How many words of names there are.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// How many of them the other text's names have too.
    pub(crate) fn shared(&self, other: &Self) -> usize {
        self.0
            .keys()
            .filter(|word| other.0.contains_key(*word))
            .count()
    }

    /// Whether somebody is named who may be called so.
    pub(crate) fn knows(&self, name: &Name) -> bool {
        self.called(name).next().is_some()
    }

    /// Whether they do something anywhere, or something is done to them.
    pub(crate) fn acts(&self, name: &Name) -> bool {
        self.called(name).any(|other| other.part == Part::Bare)
    }

    /// All who may be called so.
    fn called<'n>(&'n self, name: &'n Name) -> impl Iterator<Item = &'n Name> {
        (name.words.iter())
            .filter_map(|word| self.0.get(word))
            .flatten()
            .filter(|other| other.may_be(name))
    }
}

/// A name and the tokens it stands at.
#[derive(Debug, Clone)]
pub(super) struct Mentioned {
    pub(super) name: Name,
    pub(super) tokens: Range<usize>,
}

/// A text in which names are looked for.
#[derive(Clone, Copy)]
pub(super) struct Texts<'t> {
    pub(super) language: Language,
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
    pub(super) quantities: &'t [Quantity],
    pub(super) wording: &'t Wording,
}

impl<'t> Texts<'t> {
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// The closed classes of a word.
    fn closed(&self, at: usize) -> Class {
        self.wording.class(at).within(class::CLOSED)
    }

    fn in_figure(&self, at: usize) -> bool {
        let start = self.tokens[at].start as usize;
        let next = self.quantities.partition_point(|q| q.end <= start);
        (self.quantities.get(next)).is_some_and(|q| q.start <= start)
    }

    /// Whether a capitalised word stands there that can be of a name.
    fn is_name_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            self.wording.tells(at)
                && token.of(self.text).starts_with(char::is_uppercase)
                && !self.closed(at).meets(class::GENERIC)
                && !self.in_figure(at)
        })
    }

    /// Whether a capitalised word stands there that is no name by itself: "the European Tour".
    fn is_generic(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase) && self.closed(at).meets(class::GENERIC)
    }

    /// Whether the word that opens a sentence is a name for all that one can see: a verb or its possession follows.
    fn opens_as_name(&self, at: usize) -> bool {
        let word = self.wording.lower(at);
        // "Prosecutors charged", "Flooding killed".
        !self.closed(at).meets(class::FIRST)
            && !word.ends_with('s')
            && !forms::is_gerund(word)
            && !self.wording.lists(at, Listed::LIGHT)
            && self.language.alike(word).is_none()
            && (self.is_possessive(at + 1)
                || self.is_verb(at + 1)
                || self.is_verb_behind_aside(at + 1))
    }

    /// "Orbix, the vendor, agreed"
    fn is_verb_behind_aside(&self, comma: usize) -> bool {
        /// How many words an aside has at the most.
        const ASIDE: usize = 8;
        let opens = self.word(comma) == ","
            && self.closed(comma + 1).meets(class::DETERMINER)
            && !self.closed(comma - 1).meets(class::ADVERB);
        opens
            && (comma + 2..comma + ASIDE)
                .find(|&at| matches!(self.word(at), "," | "." | ";" | ""))
                .is_some_and(|end| self.word(end) == "," && self.is_verb(end + 1))
    }

    fn is_possessive(&self, at: usize) -> bool {
        matches!(self.word(at), "'" | "’") && matches!(self.word(at + 1), "s" | "S")
    }

    /// Whether a verb stands there that says what somebody named before it does.
    fn is_verb(&self, at: usize) -> bool {
        let (word, class) = (self.wording.lower(at), self.closed(at));
        class.meets(class::AUXILIARY)
            || class.meets(class::PAST)
            || class.meets(class::PRESENT)
            || word.len() > 4 && forms::is_past(word)
    }

    /// The token behind a nickname in quotes within a name: "Michael “Mike” Patton".
    fn behind_nickname(&self, at: usize) -> Option<usize> {
        let quote = |at: usize| matches!(self.word(at), "\"" | "“" | "”");
        let nicknamed =
            quote(at) && self.is_name_word(at + 1) && quote(at + 2) && self.is_name_word(at + 3);
        nicknamed.then_some(at + 3)
    }

    /// The names in a sentence; of one whose words are nearly all capitalised none can be told.
    pub(super) fn names(&self, range: Range<usize>) -> Vec<Mentioned> {
        let mut found = Vec::new();
        let mut at = range.start;
        let first = (range.clone())
            .find(|&at| self.tokens[at].kind == TokenKind::Word)
            .unwrap_or(at);
        while at < range.end {
            if !self.is_name_word(at) {
                at += 1;
                continue;
            }
            let start = at;
            let mut words = Vec::new();
            while at < range.end && words.len() < LONGEST && self.is_name_word(at) {
                if at > start && !self.tokens[at].spaced && !matches!(self.word(at - 1), "." | "-")
                {
                    break;
                }
                if !self.closed(at).meets(class::TITLE) {
                    words.push(letters::plain(self.wording.lower(at)));
                }
                at += 1;
                // "J. Boor", "Rolls-Royce", "St. Louis".
                let point = self.word(at) == "." && self.tokens[at - 1].of(self.text).len() < 4
                    || self.word(at) == "-" && !self.tokens[at].spaced;
                if point && self.is_name_word(at + 1) {
                    at += 1;
                }
                if let Some(behind) = self.behind_nickname(at).filter(|b| *b < range.end) {
                    words.push(letters::plain(self.wording.lower(at + 1)));
                    at = behind;
                }
            }
            at = at.max(start + 1);
            // "Ketu-4"
            let number = |at: usize| {
                (self.tokens.get(at)).is_some_and(|t| {
                    !t.spaced && t.of(self.text).starts_with(|c: char| c.is_ascii_digit())
                })
            };
            if self.word(at) == "-" && !self.tokens[at].spaced && number(at + 1) {
                words.push(self.word(at + 1).to_owned());
                at += 2;
            }
            let alone = at == start + 1 && start == first;
            if !words.is_empty() && (!alone || self.opens_as_name(start)) {
                let mut before = start;
                // "on the European Tour"
                if before > range.start && self.is_generic(before - 1) {
                    before -= 1;
                }
                // "and the neighbouring Orne district"
                let nearby = before > range.start && self.wording.lists(before - 1, Listed::NEARBY);
                before -= usize::from(nearby);
                if before > range.start && self.closed(before - 1).meets(class::DETERMINER) {
                    before -= 1;
                }
                let joined = found.last().filter(|last: &&Mentioned| {
                    before > range.start
                        && last.tokens.end + 1 == before
                        && (self.word(before - 1) == ","
                            || (self.wording.class(before - 1)).meets(class::AND | class::OR))
                });
                // "On Sundays in Kolm, Brask plays": what does something is in no list of places.
                let joined = joined
                    .filter(|_| self.word(before.wrapping_sub(1)) != "," || !self.is_verb(at));
                let opens = before <= range.start + MEDIUM
                    && before > range.start
                    && self.word(at) == ","
                    && self.wording.class(range.start).meets(class::ON);
                let part = if nearby {
                    Part::Place
                } else if let Some(last) = joined {
                    last.name.part
                } else if opens {
                    Part::On
                } else if before > range.start {
                    let part = Part::after(self.wording, before - 1);
                    // "responsible for Ana Lund's fall"
                    let whose =
                        self.wording.class(before - 1).meets(class::FOR) && self.is_possessive(at);
                    if whose { Part::Beside } else { part }
                } else {
                    Part::Bare
                };
                let stems = words.iter().map(|word| stem(self.language, word)).collect();
                let name = Name { words, stems, part };
                found.push(Mentioned {
                    name,
                    tokens: start..at,
                });
            }
        }
        found
    }

    /// Whether nearly every word of a sentence is capitalised, as in headlines.
    pub(super) fn is_titled(&self, range: Range<usize>) -> bool {
        let words = range.clone().filter(|&at| {
            self.wording.tells(at) && self.wording.lower(at).len() > 1 && !self.in_figure(at)
        });
        // "there are", "has": headlines have few of them, and write them as all words.
        let plain = |at: usize| {
            self.word(at).starts_with(char::is_lowercase) && self.closed(at).meets(class::AUXILIARY)
        };
        if range.clone().any(plain) {
            return false;
        }
        let (mut all, mut capitals) = (0, 0);
        for at in words {
            all += 1;
            capitals += usize::from(self.word(at).starts_with(char::is_uppercase));
        }
        all > 0 && capitals + all / 8 >= all
    }
}
