//! The patterns of a set as they are packed with it: made when the set is, and only laid out at a start.

use super::{Element, Manner, Pattern, Place, Says};
use crate::language::Language;
use crate::language::phrases::Phrases;
use crate::lexicon::coded::{Bytes, Coded};
use std::sync::Arc;

const SAYS: [Says; 4] = [Says::Plainly, Says::Doubtfully, Says::Mutually, Says::Not];

/// Every place with the way in which it is filled; elements that say nothing else come behind them, and words last.
const PLACES: [(Place, Manner); 8] = [
    (Place::Entity, Manner::Phrase),
    (Place::Entity, Manner::Strict),
    (Place::Entity, Manner::Possessive),
    (Place::Entity, Manner::Described),
    (Place::Object, Manner::Phrase),
    (Place::Object, Manner::Strict),
    (Place::Object, Manner::Possessive),
    (Place::Object, Manner::Described),
];
const OPTIONAL: usize = PLACES.len();
const PLAIN: [Element; 5] = [
    Element::Share,
    Element::Gap,
    Element::Tight,
    Element::Start,
    Element::OtherSubject,
];
const WORDS: usize = OPTIONAL + 1 + PLAIN.len();

/// The words that patterns name, each once.
type Words = Vec<(Arc<Phrases>, bool)>;

/// Reads what was written so, for that language and so many properties.
pub(crate) fn take(
    language: Language,
    properties: usize,
    bytes: &mut Bytes,
) -> Option<Vec<Pattern>> {
    let words: Option<Words> = (0..usize::take(bytes)?)
        .map(|_| {
            let verb = bool::take(bytes)?;
            let classes = Vec::<&str>::take(bytes)?;
            let mut phrases = Phrases::take(bytes)?;
            for class in classes {
                phrases.share(&language.open_class(class)?.phrases);
            }
            Some((Arc::new(phrases), verb))
        })
        .collect();
    let words = words?;
    (0..usize::take(bytes)?)
        .map(|_| {
            let property = usize::take(bytes).filter(|&property| property < properties)?;
            let (says, bare) = <(usize, bool)>::take(bytes)?;
            let says = *SAYS.get(says)?;
            let left = elements(bytes, &words, true)?;
            let right = elements(bytes, &words, true)?;
            Some(Pattern::new(property, [left, right], says, bare))
        })
        .collect()
}

/// The elements of one side; within those that may be missing there are no others that may.
fn elements(bytes: &mut Bytes, words: &Words, outer: bool) -> Option<Vec<Element>> {
    (0..usize::take(bytes)?)
        .map(|_| {
            let code = usize::take(bytes)?;
            Some(match code {
                OPTIONAL if outer => Element::Optional(elements(bytes, words, false)?),
                OPTIONAL => return None,
                code if code < OPTIONAL => Element::Place(PLACES[code].0, PLACES[code].1),
                code if code < WORDS => PLAIN[code - OPTIONAL - 1].clone(),
                code => {
                    let (phrases, verb) = words.get(code - WORDS)?;
                    Element::Words {
                        phrases: Arc::clone(phrases),
                        verb: *verb,
                    }
                }
            })
        })
        .collect()
}

/// Writes patterns behind `out`.
#[cfg(feature = "load")]
pub(crate) fn put(language: Language, patterns: &[Pattern], out: &mut Vec<u8>) {
    let mut words = Words::new();
    let mut body = Vec::new();
    patterns.len().put(&mut body);
    for pattern in patterns {
        pattern.property.put(&mut body);
        let says = SAYS.iter().position(|known| *known == pattern.says);
        (says.unwrap_or(0), pattern.bare).put(&mut body);
        put_elements(&pattern.left, &mut words, &mut body);
        put_elements(&pattern.right, &mut words, &mut body);
    }
    words.len().put(out);
    for (phrases, verb) in &words {
        verb.put(out);
        let classes = phrases.shared().iter();
        let classes: Vec<&str> = classes.filter_map(|list| language.name_of(list)).collect();
        classes.put(out);
        phrases.put(out);
    }
    out.append(&mut body);
}

#[cfg(feature = "load")]
fn put_elements(elements: &[Element], words: &mut Words, out: &mut Vec<u8>) {
    elements.len().put(out);
    for element in elements {
        match element {
            Element::Words { phrases, verb } => {
                let same =
                    |(known, verbs): &(Arc<Phrases>, bool)| known == phrases && verbs == verb;
                let at = words.iter().position(same).unwrap_or(words.len());
                if at == words.len() {
                    words.push((Arc::clone(phrases), *verb));
                }
                (WORDS + at).put(out);
            }
            Element::Place(place, manner) => {
                let at = PLACES.iter().position(|known| *known == (*place, *manner));
                at.unwrap_or(0).put(out);
            }
            Element::Optional(inner) => {
                OPTIONAL.put(out);
                put_elements(inner, words, out);
            }
            plain => {
                let at = PLAIN.iter().position(|known| known == plain).unwrap_or(0);
                (OPTIONAL + 1 + at).put(out);
            }
        }
    }
}
