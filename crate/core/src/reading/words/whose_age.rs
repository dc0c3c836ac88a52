//! Whose age it is, where a text is read without any set: the name right beside it.
//!
//! ```text
//! NAME, AGE,    NAME, a AGE,    AGE NAME    AGE noun NAME    NAME is|was|turned AGE    NAME, …, was AGE
//! ```

use super::named::{Name, Texts};
use crate::language::Language;
use crate::lexicon::class::{self, Class};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Words of an ordinary noun phrase that may stand between an age and the name it describes: "26-year-old Dayton police
/// sergeant Ann Boor".
const BETWEEN: usize = 5;
/// How many words an aside has at the most behind which an age stands.
const ASIDE: usize = 9;
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
    fn called(language: Language, words: &[&str]) -> Option<Self> {
        let written = words.join(" ");
        let mut words: Vec<String> = words.iter().map(|w| crate::text::lowercase(w)).collect();
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
    pub(crate) fn is_short(&self) -> bool {
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
pub(super) struct People {
    by_surname: FxHashMap<String, Vec<Person>>,
    /// The token at which each surname first stands in a full name.
    first: FxHashMap<String, usize>,
}

impl People {
    /// Notes every run of capitalised words that may be somebody's full name.
    pub(super) fn of(texts: Texts<'_>) -> Self {
        let all = 0..texts.tokens.len();
        let text = Within {
            texts,
            range: all.clone(),
        };
        let mut people = Self::default();
        let mut at = all.start;
        while at < all.end {
            match text.name_from(at) {
                Some((person, end)) => {
                    if !person.is_short() {
                        people.first.entry(person.last.clone()).or_insert(at);
                        let namesakes = people.by_surname.entry(person.last.clone()).or_default();
                        if namesakes.len() < NAMESAKES && !namesakes.contains(&person) {
                            namesakes.push(person);
                        }
                    }
                    at = end;
                }
                None => at += 1,
            }
        }
        people
    }

    /// A person by full name: a surname alone means the only one of that name who was named before. "Mrs Lidell, 49", and
    /// her son Ben Lidell only after her, is somebody else; where nobody has that name in full, it is all there is.
    fn full(&self, person: Person, titled: bool, at: usize) -> Option<Person> {
        if !person.is_short() {
            return Some(person);
        }
        let Some((first, others)) =
            (self.by_surname.get(&person.last)).and_then(|p| p.split_first())
        else {
            return titled.then_some(person);
        };
        let one = others.iter().all(|other| other.may_be(first));
        let later = titled
            && self
                .first
                .get(&person.last)
                .is_some_and(|&named| named > at);
        (one && !later).then(|| first.clone())
    }

    /// The only person of the surname that a name ends with.
    pub(super) fn by_name(&self, name: &Name) -> Option<Person> {
        let (first, others) = self.by_surname.get(name.last()?)?.split_first()?;
        let one = others.iter().all(|other| other.may_be(first));
        one.then(|| first.clone())
    }

    /// Whose age stands at the tokens `age` of the sentence `range`, where a name beside it says so.
    pub(super) fn of_age(
        &self,
        texts: Texts<'_>,
        range: Range<usize>,
        age: Range<usize>,
    ) -> Option<Person> {
        let sentence = Within { texts, range };
        let person = (sentence.before(age.start)).or_else(|| sentence.after(age.end))?;
        let titled = sentence.is_titled(&person, &age);
        self.full(person, titled, age.start)
    }
}

/// A stretch of a text, beyond which nothing is looked at.
struct Within<'t> {
    texts: Texts<'t>,
    range: Range<usize>,
}

impl<'t> Within<'t> {
    fn word(&self, at: usize) -> &'t str {
        let inside = self.range.contains(&at);
        if inside { self.texts.word(at) } else { "" }
    }

    /// The place before another one.
    fn back(&self, at: usize) -> Option<usize> {
        (at > self.range.start).then(|| at - 1)
    }

    fn is(&self, at: usize, class: Class) -> bool {
        self.range.contains(&at) && self.texts.wording.class(at).meets(class)
    }

    /// Whether a word stands there that carries meaning, and has none of the closed classes.
    fn tells(&self, at: usize, others: Class) -> bool {
        self.range.contains(&at)
            && self.texts.wording.tells(at)
            && !self.is(at, others.within(class::CLOSED))
    }

    fn is_name_word(&self, at: usize) -> bool {
        self.tells(at, class::PREPOSITION | class::TITLE | class::GENERIC)
            && self.word(at).starts_with(char::is_uppercase)
    }

    /// The name that begins at a token, and the token after it: capitalised words, initials with their point.
    fn name_from(&self, from: usize) -> Option<(Person, usize)> {
        let mut words = Vec::new();
        let mut at = from;
        while words.len() < LONGEST && self.is_name_word(at) {
            if at > from && !self.texts.tokens[at].spaced && self.word(at - 1) != "." {
                break;
            }
            let word = self.word(at);
            words.push(word);
            at += 1;
            // "J. Boor", "Boor Jr."
            let short = word.len() == 1 || self.is(at - 1, class::GENERATION);
            if short && self.word(at) == "." {
                at += 1;
            }
        }
        Person::called(self.texts.language, &words).map(|person| (person, at))
    }

    /// The name that ends before a token.
    fn name_to(&self, end: usize) -> Option<Person> {
        let point = usize::from(self.word(self.back(end)?) == ".");
        let mut first = end - point;
        let mut words = Vec::new();
        while first > self.range.start && words.len() < LONGEST {
            // "Jack “Dalton” Quimby"
            if !words.is_empty() && is_quote(self.word(first - 1)) {
                let from = first.saturating_sub(4).max(self.range.start);
                let mut opening = (from..first - 1).rev();
                match opening.find(|&at| is_quote(self.word(at))) {
                    Some(at) if at > self.range.start => first = at,
                    _ => return None,
                }
            }
            let initial = self.word(first - 1) == "." && first >= self.range.start + 2;
            let at = if initial && self.word(first - 2).len() == 1 {
                first - 2
            } else {
                first - 1
            };
            if !self.is_name_word(at) {
                break;
            }
            words.insert(0, self.word(at));
            first = at;
            if !self.texts.tokens[at].spaced {
                break;
            }
        }
        Person::called(self.texts.language, &words)
    }

    /// "NAME, 27,", "NAME (27)", "NAME, a 27-year-old", "NAME is 27", "NAME, who is 27".
    fn before(&self, start: usize) -> Option<Person> {
        let behind = |at: usize, class: Class| self.back(at).filter(|&at| self.is(at, class));
        let behind_comma = |at: usize| self.back(at).filter(|&at| self.word(at) == ",");
        let mut at = behind(start, class::BEFORE_AGE).unwrap_or(start);
        if let Some(verb) = behind(at, class::IS_AGED) {
            match behind(verb, class::WHO) {
                Some(who) => at = who,
                None => {
                    return match behind_comma(verb) {
                        Some(comma) => self.behind_aside(comma),
                        None => self.name_to(verb),
                    };
                }
            }
        }
        let sign = self
            .back(at)
            .filter(|&at| matches!(self.word(at), "," | "("))?;
        self.name_to(sign)
    }

    /// Whether a title stands before the surname beside an age: "Mrs Lidell, who is 49".
    fn is_titled(&self, person: &Person, age: &Range<usize>) -> bool {
        let near = age.start.saturating_sub(BETWEEN)..age.end + BETWEEN;
        let mut near = near.filter(|&at| crate::text::lowercase(self.word(at)) == person.last);
        near.any(|at| {
            let point = usize::from(at > 0 && self.word(at - 1) == ".");
            at > point && self.is(at - 1 - point, class::TITLE)
        })
    }

    /// "NAME, a baker from Stade, was 67", "The man, retired teacher NAME, was 67"
    fn behind_aside(&self, comma: usize) -> Option<Person> {
        let full = |person: &Person| !person.is_short();
        if let Some(inside) = self.name_to(comma).filter(full) {
            return Some(inside);
        }
        let mut before = (self.range.start..comma).rev().take(ASIDE);
        let opens = before.find(|&at| self.word(at) == ",")?;
        self.name_to(opens).filter(full)
    }

    /// "27-year-old NAME", "27-year-old police sergeant NAME".
    fn after(&self, end: usize) -> Option<Person> {
        let verb = class::PAST | class::AUXILIARY | class::PRESENT;
        for at in end..end + BETWEEN {
            if self.is_name_word(at) {
                return self.name_from(at).map(|(person, _)| person);
            }
            if !self.tells(at, verb | class::PREPOSITION) {
                return None;
            }
        }
        None
    }
}

fn is_quote(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "‘" | "’" | "'" | "(" | ")")
}
