//! Whose age it is, where a text is read without any set: the name right beside it.
//!
//! ```text
//! NAME, AGE,    NAME, a AGE,    AGE NAME    AGE noun NAME    NAME is|was|turned AGE
//! ```

use super::is_function_word;
use crate::language::Language;
use crate::lexicon::class::{self, Class};
use crate::text::{Token, TokenKind};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// Words of an ordinary noun phrase that may stand between an age and the name it describes: "26-year-old Dayton police
/// sergeant Ann Boor".
const BETWEEN: usize = 5;
/// How many words a name has at the most.
const LONGEST: usize = 5;

/// The name of a person as a text writes it, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Person {
    /// All that stands before the last name.
    given: Vec<String>,
    last: String,
    /// "jr", "sr", "iii": a father and his son share all the rest.
    generation: Option<String>,
    /// The name as it is written.
    written: String,
}

impl Person {
    fn of(language: Language, words: &[&str]) -> Option<Self> {
        let written = words.join(" ");
        let mut words: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
        let generation = words.pop_if(|last| language.closed(last).meets(class::GENERATION));
        let last = words.pop()?;
        Some(Self {
            given: words,
            last,
            generation,
            written,
        })
    }

    /// The surname.
    pub(crate) fn last(&self) -> &str {
        &self.last
    }

    /// The name as the text writes it, in full where it does so anywhere.
    pub(crate) fn written(&self) -> &str {
        &self.written
    }

    /// Whether a surname is all that is written.
    fn is_short(&self) -> bool {
        self.given.is_empty()
    }

    /// Whether both can be the name of one person: the same surname, and a given name or its initial.
    pub(crate) fn may_be(&self, other: &Self) -> bool {
        let initials = |a: &str, b: &str| a.len() == 1 && b.starts_with(a);
        let alike = |a: &str, b: &str| a == b || initials(a, b) || initials(b, a);
        // What stands before a name is often a post: "Nurse Ana Boll".
        let shared = self
            .given
            .iter()
            .any(|one| other.given.iter().any(|two| alike(one, two)));
        self.last == other.last && shared && self.generation == other.generation
    }
}

/// How many people of one surname are told apart.
const NAMESAKES: usize = 16;

/// The people of a text, so far as they are named in full, by surname.
#[derive(Debug, Default)]
pub(super) struct People(FxHashMap<String, Vec<Person>>);

impl People {
    /// Notes every run of capitalised words that may be somebody's full name.
    pub(super) fn of(language: Language, text: &str, tokens: &[Token]) -> Self {
        let mut found: FxHashMap<String, Vec<Person>> = FxHashMap::default();
        let mut at = 0;
        while at < tokens.len() {
            match name_from(language, text, tokens, at) {
                Some((person, end)) => {
                    if !person.is_short() {
                        let namesakes = found.entry(person.last.clone()).or_default();
                        if namesakes.len() < NAMESAKES && !namesakes.contains(&person) {
                            namesakes.push(person);
                        }
                    }
                    at = end;
                }
                None => at += 1,
            }
        }
        Self(found)
    }

    /// A person by full name: a surname alone means the only one of that name.
    fn full(&self, person: Person) -> Option<Person> {
        if !person.is_short() {
            return Some(person);
        }
        let (first, others) = self.0.get(&person.last)?.split_first()?;
        let one = others.iter().all(|other| other.may_be(first));
        one.then(|| first.clone())
    }

    /// Whose age stands among the tokens from `start` to `end`, where a name beside it says so.
    pub(super) fn of_age(
        &self,
        language: Language,
        text: &str,
        tokens: &[Token],
        (start, end): (usize, usize),
    ) -> Option<Person> {
        let person =
            before(language, text, tokens, start).or_else(|| after(language, text, tokens, end))?;
        self.full(person)
    }
}

fn word<'t>(text: &'t str, tokens: &[Token], at: usize) -> &'t str {
    tokens.get(at).map_or("", |token| token.of(text))
}

fn is_name_word(language: Language, text: &str, tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| {
        let word = token.of(text);
        let lower = word.to_lowercase();
        let class = language.closed(&lower);
        token.kind == TokenKind::Word
            && word.starts_with(char::is_uppercase)
            && !is_function_word(language, &lower)
            && !class.meets(class::PREPOSITION)
            && !class.meets(class::TITLE)
            && !class.meets(class::GENERIC)
    })
}

/// The name that begins at a token, and the token after it: capitalised words, initials with their point.
fn name_from(
    language: Language,
    text: &str,
    tokens: &[Token],
    from: usize,
) -> Option<(Person, usize)> {
    let mut words = Vec::new();
    let mut at = from;
    while words.len() < LONGEST && is_name_word(language, text, tokens, at) {
        if at > from && !tokens[at].spaced && word(text, tokens, at - 1) != "." {
            break;
        }
        words.push(word(text, tokens, at));
        at += 1;
        // "J. Boor", "Boor Jr."
        let short = words.last().is_some_and(|w| w.len() == 1)
            || language
                .closed(&words[words.len() - 1].to_lowercase())
                .meets(class::GENERATION);
        if short && word(text, tokens, at) == "." {
            at += 1;
        }
    }
    Person::of(language, &words).map(|person| (person, at))
}

/// The name that ends before a token.
fn name_to(language: Language, text: &str, tokens: &[Token], end: usize) -> Option<Person> {
    let point = usize::from(word(text, tokens, end.checked_sub(1)?) == ".");
    let mut first = end - point;
    let mut words = Vec::new();
    while first > 0 && words.len() < LONGEST {
        // "Jack “Dalton” Quimby"
        if !words.is_empty() && is_quote(word(text, tokens, first - 1)) {
            let opens = (first.saturating_sub(4)..first - 1)
                .rev()
                .find(|&at| is_quote(word(text, tokens, at)));
            match opens {
                Some(at) if at > 0 => first = at,
                _ => return None,
            }
        }
        let initial = word(text, tokens, first - 1) == "." && first >= 2;
        let at = if initial && word(text, tokens, first - 2).len() == 1 {
            first - 2
        } else {
            first - 1
        };
        if !is_name_word(language, text, tokens, at) {
            break;
        }
        words.insert(0, word(text, tokens, at));
        first = at;
        if !tokens[at].spaced {
            break;
        }
    }
    Person::of(language, &words)
}

fn is_quote(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "‘" | "’" | "'" | "(" | ")")
}

/// "NAME, 27,", "NAME (27)", "NAME, a 27-year-old", "NAME is 27", "NAME, who is 27".
fn before(language: Language, text: &str, tokens: &[Token], start: usize) -> Option<Person> {
    let is = |at: Option<usize>, class: Class| {
        at.is_some_and(|at| language.classes_of(word(text, tokens, at)).meets(class))
    };
    let mut at = start;
    if is(at.checked_sub(1), class::BEFORE_AGE) {
        at -= 1;
    }
    if is(at.checked_sub(1), class::IS_AGED) {
        at -= 1;
        if is(at.checked_sub(1), class::WHO) {
            at -= 1;
        } else {
            return name_to(language, text, tokens, at);
        }
    }
    (at.checked_sub(1))
        .is_some_and(|at| matches!(word(text, tokens, at), "," | "("))
        .then(|| name_to(language, text, tokens, at - 1))
        .flatten()
}

/// "27-year-old NAME", "27-year-old police sergeant NAME".
fn after(language: Language, text: &str, tokens: &[Token], end: usize) -> Option<Person> {
    for at in end..end + BETWEEN {
        let token = tokens.get(at)?;
        if is_name_word(language, text, tokens, at) {
            return name_from(language, text, tokens, at).map(|(person, _)| person);
        }
        let lower = token.of(text).to_lowercase();
        let class = language.closed(&lower);
        let noun = token.kind == TokenKind::Word
            && !is_function_word(language, &lower)
            && !class.meets(class::PREPOSITION)
            && !class.meets(class::PAST)
            && !class.meets(class::AUXILIARY)
            && !class.meets(class::PRESENT);
        if !noun {
            return None;
        }
    }
    None
}
