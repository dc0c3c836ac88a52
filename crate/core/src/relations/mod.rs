//! What texts state of things with a quantity, shipped once: a relation has its roles, its words, and the way it
//! behaves in time; the constructions of English turn its words into the patterns that the reading tries.
//!
//! The words are data (`crate/core/data/relations`, and those of constructions in `crate/core/data/language`); when a construction is
//! one is said in [`verbs`], [`events`], [`measures`] and [`ages`], which have its tests.

mod ages;
mod constructions;
mod data;
mod events;
mod measures;
#[cfg(test)]
mod testing;
mod unit;
mod verbs;

use crate::language::patterns::{Compiler, Pattern, PatternError};
use crate::language::{Language, PropertyId};
use rustc_hash::FxHashSet;
use unit::{Lexical, Unit};

pub use data::{Behaviour, Property, relation, relations};

/// Why a line of words cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordsError {
    /// It is no lexical unit.
    NoUnit,
    /// One of its elements cannot be read.
    Element(PatternError),
}

impl std::fmt::Display for WordsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoUnit => f.write_str(
                "it is no word with its places: write `verb E measure FIG`, `measure height`, `adjective tall` or `event fine for O`",
            ),
            Self::Element(error) => error.fmt(f),
        }
    }
}

/// The patterns of a property, which is the `id`th of its set; what cannot be read comes back beside them.
pub(crate) fn patterns(
    property: &Property,
    id: PropertyId,
    compiler: &mut Compiler,
) -> (Vec<Pattern>, Vec<(String, WordsError)>) {
    let mut patterns = Vec::new();
    let mut problems = Vec::new();
    // Two words may have the same construction in common: "bought for", "paid for" a share of it.
    let mut known = FxHashSet::default();
    let shipped: Vec<&str> = data::words(&property.id).collect();
    let own = property.words.iter().map(String::as_str);
    for line in shipped.into_iter().chain(own) {
        match read(
            line,
            property.counts_bare_numbers(),
            id,
            &mut known,
            compiler,
        ) {
            Ok(read) => patterns.extend(read),
            Err(error) => problems.push((line.to_owned(), error)),
        }
    }
    (patterns, problems)
}

/// Whether a line of words can be read.
///
/// # Errors
/// When it is no lexical unit, or names a class of words that does not exist.
pub fn check(language: Language, line: &str) -> Result<(), WordsError> {
    read(
        line,
        false,
        0,
        &mut FxHashSet::default(),
        &mut Compiler::new(language),
    )
    .map(drop)
}

fn read(
    line: &str,
    bare: bool,
    id: PropertyId,
    known: &mut FxHashSet<String>,
    compiler: &mut Compiler,
) -> Result<Vec<Pattern>, WordsError> {
    let Lexical { unit, sign } = Lexical::parse(line).ok_or(WordsError::NoUnit)?;
    let texts = match &unit {
        Unit::Verb(verb) => verbs::patterns(verb),
        Unit::Event(noun) => events::of_event(noun),
        Unit::Thing(noun) => events::of_thing(noun),
        Unit::Occasion(noun) => events::of_occasion(noun),
        Unit::Measure(noun) => measures::of_noun(noun, bare),
        Unit::Adjective(adjective) => measures::of_adjective(adjective),
        Unit::Counted => measures::counted(),
        Unit::Age => ages::age(),
        Unit::AgeAt(verb) => ages::age_at(verb),
        Unit::Idiom(pattern) => vec![pattern.clone()],
    };
    let mut patterns = Vec::with_capacity(texts.len());
    for text in texts {
        let text = format!("{sign}{text}");
        if !known.contains(&text) {
            patterns.push(Pattern::parse(&text, id, compiler).map_err(WordsError::Element)?);
            known.insert(text);
        }
    }
    Ok(patterns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::open::Open;
    use std::collections::HashSet;

    /// A class that nothing names is a word list that nobody keeps right.
    #[test]
    fn every_class_of_words_is_asked_for() {
        let classes = Language::english().open_classes();
        let mut asked: HashSet<&str> = Open::NAMES.iter().copied().collect();
        asked.extend(classes.iter().flat_map(|class| &class.includes));
        let named = |line: &'static str| {
            let ends = |c: char| !c.is_alphanumeric() && c != '-';
            (line.split('@').skip(1)).filter_map(move |rest| rest.split(ends).next())
        };
        for id in relations() {
            asked.extend(data::words(id).flat_map(named));
        }
        asked.extend(constructions::written().flat_map(named));
        let idle = classes.iter().filter(|class| !asked.contains(class.name));
        let idle: Vec<&str> = idle.map(|class| class.name).collect();
        assert_eq!(idle, [""; 0]);
    }

    #[test]
    fn every_relation_that_ships_can_be_read() {
        let mut seen = HashSet::new();
        for id in relations() {
            assert!(seen.insert(id), "two relations are called {id}");
            let property = relation(id).expect("a relation that is listed is there");
            let (found, problems) = patterns(&property, 0, &mut Compiler::new(Language::english()));
            assert_eq!(problems, [], "{id}");
            assert!(!found.is_empty(), "{id} has no words");
            assert!(!property.kinds.is_empty(), "{id} takes no figure");
            assert!(!property.entity.is_empty(), "{id} is of nothing");
            assert!(property.label.contains("{entity}"), "{id}");
            assert_eq!(
                property.label.contains("{object}"),
                !property.object.is_empty(),
                "{id}"
            );
        }
    }
}
