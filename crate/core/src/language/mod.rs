//! A language as far as sets and texts share it: the classes of its words, its names, its cues, and patterns of words.
//!
//! A [`Language`] is a value that is handed to whatever reads. Its words stand in data files, which [`load`] reads when
//! a crate that ships them is built; at a start its compiled form is laid out and nothing is parsed.

pub(crate) mod cues;
pub(crate) mod lists;
#[cfg(feature = "load")]
mod load;
pub(crate) mod names;
pub(crate) mod open;
pub mod patterns;
pub(crate) mod phrases;

use crate::lexicon::Lexicon;
use crate::lexicon::class::{self, Class};
use crate::lexicon::coded::{Bytes, Coded, coded, coded_names};
use cues::Cue;
use lists::{Listed, Lists, Poles};
use open::Open;
use phrases::Phrases;
use regex::bytes::Regex;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// Index of an entity in a reference set.
pub type EntityId = usize;
/// Index of a property in a reference set.
pub type PropertyId = usize;

/// The first byte of a compiled language: of another one nothing else is read.
const FORMAT: u8 = 4;

/// A language: English, or what its data says another one is. It is a handle, and copied as one.
#[derive(Debug, Clone, Copy)]
pub struct Language(&'static Tables);

/// All that is known of a language.
#[derive(Debug)]
struct Tables {
    lexicon: Lexicon,
    /// By name.
    open: &'static [open::Class],
    /// The words of each class that the reading asks for.
    asked: Vec<Phrases>,
    stance: Vec<Cue>,
    scope: Vec<Cue>,
    times: Vec<Cue>,
    dates: Vec<Cue>,
    contractions: Vec<Contraction>,
    pronouns: Vec<Pronoun>,
    endings: Vec<&'static str>,
    /// Words by which figures of one article are held against one another: of other times, of totals, of changes.
    inside: Vec<Vec<&'static str>>,
    alike: FxHashMap<&'static str, &'static str>,
    lists: Lists,
    furniture: Vec<Furniture>,
    countries: Vec<Country>,
}

coded_names! {
    /// The lists of `data/inside/words.txt`: words by which figures that stand apart are held against one another, or not.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) enum InsideList {
        /// Figures of the sentence are of another time, or of others.
        Elsewhen = "elsewhen",
        /// What a row or a column of totals is called.
        Total = "total",
        /// What heads a column of changes.
        Change = "change",
        /// Says of what is counted no more than that it is: "cases of shoplifting".
        Counted = "counted",
        /// Near a number of people: that they are dead.
        Dead = "dead",
        /// The same of those who were hurt.
        Hurt = "hurt",
        /// How long somebody goes to prison follows: "jailed for six years".
        Jailed = "jailed",
        /// "the five-year term"
        Term = "term",
        /// Near a term it says that a court gave it.
        Court = "court",
        /// Near a term it speaks of another one, or of another sort.
        OtherTerm = "otherterm",
    }
}

/// How a place that pages are written for writes what can be read in two ways.
#[derive(Debug)]
pub(crate) struct Country {
    /// Its two letters.
    pub(crate) code: &'static str,
    /// The ends of its addresses.
    pub(crate) domains: &'static str,
    /// The currency that "$" may be, and the signs that this currency has where it is told apart.
    pub(crate) dollar: &'static str,
    pub(crate) signs: &'static str,
    /// Whether the day stands first in "03/04/2025"; none where nobody knows.
    pub(crate) day_first: Option<bool>,
    pub(crate) decimal_comma: bool,
}

coded!(Country {
    code,
    domains,
    dollar,
    signs,
    day_first,
    decimal_comma
});

/// A short form: after what it stands, and what it is read as.
#[derive(Debug, PartialEq, Eq)]
struct Contraction {
    letters: &'static str,
    full: &'static str,
    after_verbs: bool,
}

coded!(Contraction {
    letters,
    full,
    after_verbs
});

/// What a pronoun stands for: the kind of entity, and for a person the pronoun as a subject.
#[derive(Debug)]
struct Pronoun {
    word: &'static str,
    kind: &'static str,
    subject: Option<&'static str>,
}

coded!(Pronoun {
    word,
    kind,
    subject
});

/// A sort of line that is no part of an article.
#[derive(Debug)]
pub(crate) struct Furniture {
    /// Whether the line begins with one of the words, and does not only hold it.
    pub(crate) begins: bool,
    pub(crate) words: Vec<&'static str>,
    /// The expression for the whole line, with @ for the words.
    pub(crate) expression: &'static str,
    /// The expression as it is tried; it is made when a line asks for it.
    pub(crate) made: OnceLock<Option<Regex>>,
}

impl Coded for Furniture {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        (self.begins, self.expression).put(out);
        self.words.put(out);
    }

    fn take(bytes: &mut Bytes) -> Option<Self> {
        let (begins, expression) = Coded::take(bytes)?;
        Some(Self {
            begins,
            expression,
            words: Coded::take(bytes)?,
            made: OnceLock::new(),
        })
    }
}

impl Language {
    /// The language of that compiled form; `None` where it is none that this version writes.
    pub fn unpack(packed: &'static [u8]) -> Option<Self> {
        let (&format, rest) = packed.split_first()?;
        let mut bytes = Bytes(rest);
        let tables = (format == FORMAT).then(|| Tables::take(&mut bytes))??;
        Some(Self(Box::leak(Box::new(tables))))
    }

    /// The words, and what figures are written with.
    pub fn lexicon(self) -> &'static Lexicon {
        &self.0.lexicon
    }

    /// The classes of a word.
    pub(crate) fn classes_of(self, word: &str) -> Class {
        self.0.lexicon.classes_of(word)
    }

    /// The closed classes of a word.
    pub(crate) fn closed(self, word: &str) -> Class {
        self.classes_of(word).within(class::CLOSED)
    }

    /// Whether a full stop after a word ends no sentence.
    pub(crate) fn is_abbreviation(self, word: &str) -> bool {
        self.classes_of(word).meets(class::ABBREVIATION)
    }

    /// The phrases of a class, with every inflected form.
    pub(crate) fn phrases(self, class: Open) -> &'static Phrases {
        &self.0.asked[class as usize]
    }

    /// The open class of that name; `None` when there is none.
    pub(crate) fn open_class(self, name: &str) -> Option<&'static open::Class> {
        named(self.0.open, name)
    }

    /// Every open class: its name, and those that it takes in.
    #[cfg(test)]
    pub(crate) fn open_classes(self) -> &'static [open::Class] {
        self.0.open
    }

    /// The name of the open class that has these phrases.
    #[cfg(feature = "load")]
    pub(crate) fn name_of(self, phrases: &Phrases) -> Option<&'static str> {
        let mut classes = self.0.open.iter();
        Some(
            classes
                .find(|class| std::ptr::eq(&raw const class.phrases, phrases))?
                .name,
        )
    }

    /// Cues of how a text holds a figure.
    pub(crate) fn stance(self) -> &'static [Cue] {
        &self.0.stance
    }

    /// Cues of parts and running totals.
    pub(crate) fn scope(self) -> &'static [Cue] {
        &self.0.scope
    }

    /// Cues of times, in order: the first that stands is the one that holds.
    pub(crate) fn times(self) -> &'static [Cue] {
        &self.0.times
    }

    /// Cues of what a date after them is, the longer ones first.
    pub(crate) fn dates(self) -> &'static [Cue] {
        &self.0.dates
    }

    /// Endings that a word loses before it is compared with others, longest first.
    pub(crate) fn endings(self) -> &'static [&'static str] {
        &self.0.endings
    }

    /// The words and phrases of a list by which figures that stand apart are held against one another.
    pub(crate) fn inside(self, list: InsideList) -> &'static [&'static str] {
        self.0.inside.get(list as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether a word in lower case is in such a list.
    pub(crate) fn is_listed(self, word: &str, list: InsideList) -> bool {
        self.inside(list).contains(&word)
    }

    /// The word that stands for one that says the same as others.
    pub(crate) fn alike(self, word: &str) -> Option<&'static str> {
        self.0.alike.get(word).copied()
    }

    /// Whether a word in lower case is listed so.
    pub(crate) fn lists(self, word: &str, class: Listed) -> bool {
        self.listed(word).0.meets(class)
    }

    /// How a word in lower case is listed, and which poles of opposites it names.
    pub(crate) fn listed(self, word: &str) -> (Listed, Poles) {
        self.0.lists.of(word)
    }

    /// What a word stands for that makes another figure of the same thing, right beside it or anywhere in what is said of
    /// it: the first of its line.
    pub(crate) fn qualifier(self, word: &str, anywhere: bool) -> Option<&'static str> {
        self.0.lists.qualifier(word, anywhere)
    }

    /// The lines of a page that are not its article.
    pub(crate) fn furniture(self) -> &'static [Furniture] {
        &self.0.furniture
    }

    /// The places that pages in the language are written for.
    pub(crate) fn countries(self) -> &'static [Country] {
        &self.0.countries
    }

    /// Whether a word is one of those that any text is made with, whatever it is about: "the", "of", "it". Acronyms
    /// that are spelled as one ("WHO", "US") are not.
    pub fn is_function_word(self, word: &str) -> bool {
        let acronym = word.len() > 1 && !word.contains(char::is_lowercase);
        !acronym
            && self
                .classes_of(&crate::text::lowercase(word))
                .meets(class::HARD | class::DETERMINER)
    }

    /// What the letters after an apostrophe are read as behind a lower-case word; `None` when they are no short form
    /// there ("Meta's").
    pub(crate) fn expansion(self, word: &str, letters: &str) -> Option<&'static str> {
        // Without its n a form may be a word of no class: "did-n't", but "ca-n't" and "wo-n't".
        const LONGEST: usize = 7;
        let after_verbs = word.ends_with('n');
        let short =
            |form: &&Contraction| form.letters == letters && form.after_verbs == after_verbs;
        let form = self.0.contractions.iter().find(short)?;
        let hosts = if after_verbs {
            word.len() <= LONGEST
        } else {
            self.classes_of(word)
                .meets(class::PRONOUN | class::RELATIVE)
        };
        hosts.then_some(form.full)
    }

    /// The kind of entity that a pronoun stands for.
    pub(crate) fn pronoun(self, word: &str) -> Option<&'static str> {
        self.pronoun_of(word).map(|pronoun| pronoun.kind)
    }

    /// The pronoun of a person as a subject: "she" for "her".
    pub(crate) fn personal_pronoun(self, word: &str) -> Option<&'static str> {
        self.pronoun_of(word).and_then(|pronoun| pronoun.subject)
    }

    fn pronoun_of(self, word: &str) -> Option<&'static Pronoun> {
        self.0.pronouns.iter().find(|pronoun| pronoun.word == word)
    }
}

/// Two languages are the same where they are one.
impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Tables {
    fn take(bytes: &mut Bytes) -> Option<Self> {
        let lexicon = Lexicon::take(bytes)?;
        let open = Vec::<open::Class>::take(bytes)?.leak();
        Self {
            asked: asked(open)?,
            lexicon,
            open,
            stance: Coded::take(bytes)?,
            scope: Coded::take(bytes)?,
            times: Coded::take(bytes)?,
            dates: Coded::take(bytes)?,
            contractions: Coded::take(bytes)?,
            pronouns: Coded::take(bytes)?,
            endings: Coded::take(bytes)?,
            inside: Coded::take(bytes)?,
            alike: alike(Coded::take(bytes)?),
            lists: Coded::take(bytes)?,
            furniture: Coded::take(bytes)?,
            countries: Coded::take(bytes)?,
        }
        .into()
    }
}

/// The lines of a data file that are not comments.
pub(crate) fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The class of that name among all, which are in order.
fn named(classes: &'static [open::Class], name: &str) -> Option<&'static open::Class> {
    let at = classes.binary_search_by(|class| class.name.cmp(name));
    classes.get(at.ok()?)
}

/// The words of the classes that the reading asks for; `None` where one is missing.
fn asked(classes: &'static [open::Class]) -> Option<Vec<Phrases>> {
    let words = |name: &&str| {
        let class = named(classes, name)?;
        let mut words = Phrases::default();
        words.share(&class.phrases);
        for included in &class.includes {
            words.share(&named(classes, included)?.phrases);
        }
        Some(words)
    };
    Open::NAMES.iter().map(words).collect()
}

/// Words that say the same, each with the one that stands for them, from lines that have it first.
fn alike(lines: Vec<&'static str>) -> FxHashMap<&'static str, &'static str> {
    lines
        .into_iter()
        .filter_map(|line| Some((line, line.split(' ').next()?)))
        .flat_map(|(line, first)| line.split(' ').map(move |word| (word, first)))
        .collect()
}
