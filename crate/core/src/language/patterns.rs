//! Patterns: what the constructions of English make of a relation's words, for the matching to try.
//!
//! A pattern is a line of elements around `FIG`, the figure. Nobody who writes a set sees it; the relations that ship
//! hold a few, as idioms:
//!
//! | element | means |
//! |---|---|
//! | `in\|into` | one of these words; `_` joins the words of a phrase |
//! | `@invest` | a word of that open class, in any form |
//! | `+measure` | that verb, in any form that the rule makes |
//! | `@invest*` | a participle of it, which describes and makes no statement of its own |
//! | `E`, `O` | the entity, the object: the subject when it comes first, else the noun phrase there |
//! | `E!`, `O!` | the same, but as a name (or pronoun) standing right there |
//! | `E's`, `O's` | the same, as a possessive |
//! | `E<`, `O<` | whom the words right after describe ("X, valued at …", "founded in …, X"), or their subject |
//! | `,` `:` `(` | that sign; a dash does for a comma |
//! | `[…]` | elements that may be missing |
//! | `FIG#` | the figure, which may be a bare number where the property counts something |
//! | `..` | anything within the clause |
//! | `E~` | whoever it is, not the clause's subject: "sources value the deal at …" |
//! | `%` | a share: a percentage or a fraction |
//! | `!` | first in a pattern: the figure is not the property's, whatever other patterns say |
//! | `?` | first in a pattern: the words may be about something else, and the value decides |
//! | `<>` | first in a pattern: the words leave open which of the two places is which |
//! | `<<` | the clause starts here |
//! | `^` | nothing between: the next element stands right there |
//!
//! Between elements a few words may stand that a noun phrase can hold: articles, adjectives, adverbs.

pub(crate) mod packed;

use super::phrases::{End, Phrases, Signatures};
use super::{Language, PropertyId};
use crate::lexicon::forms;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Which place of a property an element fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// Whose property it is.
    Entity,
    /// What it is directed at.
    Object,
}

/// How a place is filled by the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// By a noun phrase, or by the clause's subject.
    Phrase,
    /// By a name or pronoun that stands right there.
    Strict,
    /// By a possessive.
    Possessive,
    /// By what the words after it describe.
    Described,
}

/// One element of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Element {
    Words {
        phrases: Arc<Phrases>,
        verb: bool,
    },
    Place(Place, Manner),
    Optional(Vec<Element>),
    /// A percentage or fraction.
    Share,
    /// Anything within the clause.
    Gap,
    /// Nothing at all.
    Tight,
    /// The start of the clause.
    Start,
    /// The clause's subject is not the entity.
    OtherSubject,
}

/// How far a pattern says whose a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    /// It is the property's.
    Plainly,
    /// The words may as well be about another property.
    Doubtfully,
    /// Entity and object may as well be the other way round: "the deal of A with B".
    Mutually,
    /// It is not the property's.
    Not,
}

/// A compiled pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// The property it states.
    pub property: PropertyId,
    /// Elements left of the figure, nearest first.
    pub(crate) left: Vec<Element>,
    /// Elements right of the figure, nearest first.
    pub(crate) right: Vec<Element>,
    /// The signatures of the words that may stand next to the figure on either side; none where any may.
    pub(crate) before: Option<Signatures>,
    pub(crate) after: Option<Signatures>,
    /// The words that it asks for next to the figure and never does without, on the left and on the right, by their number
    /// among [`Patterns`].
    pub(crate) leads: [Option<u16>; 2],
    /// How far it says whose the figure is.
    pub(crate) says: Says,
    /// Whether a bare number will do where the property counts something.
    pub(crate) bare: bool,
}

/// Why a pattern cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PatternError {
    /// It has no `FIG`, or more than one.
    NotOneFigure,
    /// It names a class of words that does not exist.
    UnknownClass(String),
    /// A bracket is not closed, or opened within another.
    Brackets,
    /// It says nothing but the figure.
    Bare,
}

impl std::fmt::Display for PatternError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotOneFigure => f.write_str("it needs FIG exactly once"),
            Self::UnknownClass(name) => write!(f, "there is no class of words @{name}"),
            Self::Brackets => f.write_str("its brackets do not match"),
            Self::Bare => f.write_str("it needs an element beside FIG"),
        }
    }
}

impl Pattern {
    /// A pattern of those elements, on both sides the nearest first.
    fn new(property: PropertyId, [left, right]: [Vec<Element>; 2], says: Says, bare: bool) -> Self {
        Self {
            property,
            before: next_to_it(&left, End::Last),
            after: next_to_it(&right, End::First),
            leads: [None; 2],
            left,
            right,
            says,
            bare,
        }
    }

    /// Compiles a line.
    ///
    /// # Errors
    /// When the line does not follow it.
    pub(crate) fn parse(
        text: &str,
        property: PropertyId,
        compiler: &mut Compiler,
    ) -> Result<Self, PatternError> {
        let mut left = Vec::new();
        let mut right = Vec::new();
        let mut figures = 0;
        let mut bare = false;
        let mut says = Says::Plainly;
        let mut group: Option<Vec<Element>> = None;
        for word in text.split_whitespace() {
            let sign = match word {
                "?" => Some(Says::Doubtfully),
                "<>" => Some(Says::Mutually),
                "!" => Some(Says::Not),
                _ => None,
            };
            if let Some(sign) = sign {
                says = sign;
                continue;
            }
            if let "FIG" | "FIG#" = word {
                bare = word == "FIG#";
                figures += 1;
                continue;
            }
            let (opens, word) = word.strip_prefix('[').map_or((false, word), |w| (true, w));
            let (word, closes) = word.strip_suffix(']').map_or((word, false), |w| (w, true));
            if opens && group.replace(Vec::new()).is_some() {
                return Err(PatternError::Brackets);
            }
            let element = compiler.element(word)?;
            let side = if figures == 0 { &mut left } else { &mut right };
            match (&mut group, closes) {
                (Some(elements), false) => elements.push(element),
                (Some(elements), true) => {
                    elements.push(element);
                    let mut elements = group.take().unwrap_or_default();
                    if figures == 0 {
                        elements.reverse();
                    }
                    side.push(Element::Optional(elements));
                }
                (None, false) => side.push(element),
                (None, true) => return Err(PatternError::Brackets),
            }
        }
        if group.is_some() {
            return Err(PatternError::Brackets);
        }
        if figures != 1 {
            return Err(PatternError::NotOneFigure);
        }
        if left.is_empty() && right.is_empty() {
            return Err(PatternError::Bare);
        }
        left.reverse();
        Ok(Self::new(property, [left, right], says, bare))
    }
}

/// The signatures of the words that the elements ask for next to the figure; none where anything will do.
fn next_to_it(elements: &[Element], end: End) -> Option<Signatures> {
    match elements {
        [Element::Words { phrases, .. }, ..] => Some(phrases.signatures(end)),
        [Element::Tight, rest @ ..] => next_to_it(rest, end),
        [Element::Optional(inner), rest @ ..] => {
            Some(next_to_it(inner, end)?.with(next_to_it(rest, end)?))
        }
        _ => None,
    }
}

/// The words that one side of a pattern begins with, and whether they stand right there; none where it begins with
/// anything else.
pub(crate) fn lead(elements: &[Element]) -> Option<(&Arc<Phrases>, bool)> {
    match elements {
        [Element::Words { phrases, .. }, ..] => Some((phrases, false)),
        [Element::Tight, Element::Words { phrases, .. }, ..] => Some((phrases, true)),
        _ => None,
    }
}

/// The patterns of a set. Many ask for the same words next to the figure: those have numbers, so that a figure is looked
/// at once for all of them.
#[derive(Debug, Default)]
pub(crate) struct Patterns {
    /// In the order of the set.
    pub(crate) all: Vec<Pattern>,
    /// How many different words they lead with.
    pub(crate) leads: usize,
    /// Those that begin with the same words on the left, together: most figures are beside none of those.
    pub(crate) groups: Vec<Group>,
}

/// Patterns of one property that begin with the same words on the left, or all that begin with none.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) property: PropertyId,
    /// As [`Pattern::bare`].
    pub(crate) bare: bool,
    /// Whether they begin with words.
    pub(crate) led: bool,
    /// Which they are, in order.
    pub(crate) members: Vec<usize>,
}

impl Patterns {
    pub(crate) fn new(mut all: Vec<Pattern>) -> Self {
        let mut numbers: FxHashMap<(*const Phrases, bool, usize), u16> = FxHashMap::default();
        for pattern in &mut all {
            for (side, elements) in [&pattern.left, &pattern.right].into_iter().enumerate() {
                let lead = lead(elements).map(|(words, tight)| (Arc::as_ptr(words), tight, side));
                let next = u16::try_from(numbers.len()).ok();
                pattern.leads[side] =
                    (lead.zip(next)).map(|(lead, next)| *numbers.entry(lead).or_insert(next));
            }
        }
        let mut groups: Vec<Group> = Vec::new();
        let mut known: FxHashMap<(PropertyId, bool, Option<u16>), usize> = FxHashMap::default();
        for (index, pattern) in all.iter().enumerate() {
            let key = (pattern.property, pattern.bare, pattern.leads[0]);
            let group = *known.entry(key).or_insert_with(|| {
                groups.push(Group {
                    property: pattern.property,
                    bare: pattern.bare,
                    led: pattern.leads[0].is_some(),
                    members: Vec::new(),
                });
                groups.len() - 1
            });
            groups[group].members.push(index);
        }
        Self {
            all,
            leads: numbers.len(),
            groups,
        }
    }
}

/// Reads the elements of patterns; those that name words are made once, and shared by all that name the same.
#[derive(Debug)]
pub(crate) struct Compiler {
    language: Language,
    words: FxHashMap<String, Element>,
}

impl Compiler {
    pub(crate) fn new(language: Language) -> Self {
        Self {
            language,
            words: FxHashMap::default(),
        }
    }

    fn element(&mut self, word: &str) -> Result<Element, PatternError> {
        Ok(match word {
            ".." => Element::Gap,
            "^" => Element::Tight,
            "<<" => Element::Start,
            "%" => Element::Share,
            "E~" => Element::OtherSubject,
            "E" => Element::Place(Place::Entity, Manner::Phrase),
            "O" => Element::Place(Place::Object, Manner::Phrase),
            "E!" => Element::Place(Place::Entity, Manner::Strict),
            "O!" => Element::Place(Place::Object, Manner::Strict),
            "E<" => Element::Place(Place::Entity, Manner::Described),
            "O<" => Element::Place(Place::Object, Manner::Described),
            "E's" => Element::Place(Place::Entity, Manner::Possessive),
            "O's" => Element::Place(Place::Object, Manner::Possessive),
            _ => {
                if let Some(made) = self.words.get(word) {
                    return Ok(made.clone());
                }
                let made = words(self.language, word)?;
                self.words.insert(word.to_owned(), made.clone());
                made
            }
        })
    }
}

/// The element of a pattern that stands for words: "in|into", "@invest|@pay".
fn words(language: Language, word: &str) -> Result<Element, PatternError> {
    let (word, participle) = match word.strip_suffix('*') {
        Some(word) => (word, true),
        None => (word, false),
    };
    let mut phrases = Phrases::default();
    let mut verb = false;
    for alternative in word.split('|') {
        if let Some(class) = alternative.strip_prefix('@') {
            let of_class = (language.open_class(class))
                .ok_or_else(|| PatternError::UnknownClass(class.to_owned()))?;
            phrases.share(&of_class.phrases);
            for included in &of_class.includes {
                if let Some(included) = language.open_class(included) {
                    phrases.share(&included.phrases);
                    verb |= included.verbs;
                }
            }
            verb |= of_class.verbs;
        } else if let Some(base) = alternative.strip_prefix('+').filter(|b| !b.is_empty()) {
            verb = true;
            let base = base.replace('_', " ");
            // "first climbed": the adverb stays as it is.
            let (adverb, plain) = match base.strip_prefix("first ") {
                Some(plain) => ("first ", plain),
                None => ("", base.as_str()),
            };
            phrases.add(&base);
            for form in forms::of_verb(plain) {
                phrases.add(&format!("{adverb}{form}"));
            }
        } else if alternative == "," {
            // A dash sets words apart as a comma does.
            for sign in [",", "–", "—"] {
                phrases.add(sign);
            }
        } else {
            phrases.add(&alternative.replace('_', " "));
        }
    }
    if phrases.is_empty() {
        return Err(PatternError::Bare);
    }
    Ok(Element::Words {
        phrases: Arc::new(phrases),
        verb: verb && !participle,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_say_what_is_wrong_with_them() {
        for (text, expected) in [
            ("E @invest in O", Err(PatternError::NotOneFigure)),
            (
                "E @nonsense FIG",
                Err(PatternError::UnknownClass("nonsense".into())),
            ),
            ("FIG [in O", Err(PatternError::Brackets)),
            ("FIG", Err(PatternError::Bare)),
            ("E @invest FIG [in|into O]", Ok(())),
        ] {
            assert_eq!(
                Pattern::parse(text, 0, &mut Compiler::new(Language::english())).map(|_| ()),
                expected,
                "{text}"
            );
        }
    }
}
