//! What a text makes of a name itself, once it has given it in full: a surname, the first word of a company, initials,
//! "the arena" for a place of that name.

use super::Entity;
use crate::language::Language;
use crate::language::open::Open;
use crate::lexicon::class::Class;

/// How few letters make a first word or a surname too short to stand for its bearer.
const LETTERS: usize = 4;

/// Whether the entity is one of those that are called by the first word of their name.
fn is_company(language: Language, kind: &str) -> bool {
    kind == "organization" || language.phrases(Open::Company).has(kind)
}

/// The names by which a text calls the entity after its full name.
pub(super) fn short_names(language: Language, entity: &Entity) -> Vec<String> {
    let words: Vec<&str> = entity.name.split(' ').collect();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    // "General Motors" is not "General", nor "Ada Young" "Young".
    let telling = |word: &str| {
        let small = crate::text::lowercase(word);
        word.chars().count() >= LETTERS
            && word.chars().all(char::is_alphabetic)
            && language.classes_of(&small) == Class::default()
            && !language.phrases(Open::Company).has(&small)
    };
    let mut short = Vec::new();
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return short;
    };
    if words.len() < 2 || !capital(first) || !capital(last) {
        return short;
    }
    if entity.kind == "person" && telling(last) {
        short.push((*last).to_owned());
    }
    if is_company(language, &entity.kind) {
        if telling(first) {
            short.push((*first).to_owned());
        }
        let initials: String = words
            .iter()
            .filter_map(|word| word.chars().next().filter(|c| c.is_uppercase()))
            .collect();
        if initials.len() > 2 {
            short.push(initials);
        }
    }
    short
}

/// The nouns by which a text calls the entity after its name: the last word of it where that is no name itself, and its
/// kind.
pub(super) fn nouns(language: Language, entity: &Entity) -> Vec<String> {
    if entity.kind == "person" || is_company(language, &entity.kind) {
        return Vec::new();
    }
    let names = std::iter::once(&entity.name).chain(&entity.aliases);
    names
        .filter_map(|name| name.rsplit_once(' ').map(|(_, last)| last))
        .chain([entity.kind.as_str()])
        .filter(|noun| noun.chars().count() >= LETTERS - 1)
        .map(crate::text::lowercase)
        .filter(|noun| !language.phrases(Open::Vague).has(noun))
        .collect()
}
