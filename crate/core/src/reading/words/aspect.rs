//! What a stretch of text is about where no relation is known: the stems of its words that carry meaning, and whom it
//! names.

use super::wording::{Wording, without_ending};
use crate::figures::{Noun, Quantity};
use crate::language::Language;
use crate::text::Token;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The distinct stems of a stretch of text, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Aspect {
    pub(crate) stems: Vec<String>,
    /// Those of capitalised words; none where nearly every word is, as in headlines.
    names: Vec<String>,
}

impl Aspect {
    /// What the tokens `range` of a text are about, in which those figures stand.
    pub(crate) fn of(
        (text, wording): (&str, &Wording),
        tokens: &[Token],
        range: Range<usize>,
        figures: &[Quantity],
    ) -> Self {
        let (mut stems, mut names) = (Vec::new(), Vec::new());
        let mut next = 0;
        for at in range {
            let token = &tokens[at];
            let Some(stem) = wording.telling(at) else {
                continue;
            };
            // "May", "Euro": what belongs to a figure names nobody.
            let start = token.start as usize;
            while figures.get(next).is_some_and(|q| q.end <= start) {
                next += 1;
            }
            let in_figure = figures.get(next).is_some_and(|q| q.start <= start);
            if token.of(text).starts_with(char::is_uppercase) && !in_figure {
                names.push(stem);
            }
            stems.push(stem);
        }
        if names.len() * 4 > stems.len() * 3 {
            names.clear();
        }
        let [stems, names] = [stems, names].map(|mut list| {
            crate::order::sort(&mut list);
            list.dedup();
            list.into_iter().map(str::to_owned).collect()
        });
        Self { stems, names }
    }

    /// The same without some of its tokens, as those of a figure.
    pub(crate) fn without(&self, wording: &Wording, own: Range<usize>) -> Self {
        let others = |list: &[String]| {
            let kept =
                (list.iter()).filter(|s| !own.clone().any(|at| wording.telling(at) == Some(s)));
            kept.cloned().collect()
        };
        Self {
            stems: others(&self.stems),
            names: others(&self.names),
        }
    }

    /// Whether a word stands here that is no name.
    pub(crate) fn says(&self, stem: &str) -> bool {
        let holds = |list: &[String]| list.binary_search_by(|s| s.as_str().cmp(stem)).is_ok();
        holds(&self.stems) && !holds(&self.names)
    }

    pub(crate) fn len(&self) -> usize {
        self.stems.len()
    }

    /// How many stems the two share.
    pub(crate) fn shared(&self, other: &Self) -> usize {
        let named = |stem: &String| self.names.binary_search(stem).is_ok();
        self.stems
            .iter()
            .filter(|s| other.stems.binary_search(s).is_ok() || named(s) && other.knows(s))
            .count()
    }

    /// What a table in the order of its stems has for its own stems, and for what its names and their peoples are called.
    pub(crate) fn forms<'t, T>(&'t self, table: &'t [(String, T)]) -> impl Iterator<Item = &'t T> {
        let told = move |stem: &str| {
            let at = table.binary_search_by(|(other, _)| other.as_str().cmp(stem));
            at.ok().map(|at| &table[at].1)
        };
        let same = self.stems.iter().filter_map(move |stem| told(stem));
        let longer = self.names.iter().flat_map(|name| {
            let behind = table.partition_point(|(stem, _)| stem <= name);
            (table[behind..].iter())
                .take_while(|(stem, _)| is_people_of(stem, name))
                .map(|(_, found)| found)
        });
        let shorter = (self.names.iter()).flat_map(move |name| shortened(name).filter_map(told));
        same.chain(longer).chain(shorter)
    }

    /// Whether a name stands here, or its people do: "Bulgaria", "Bulgarian".
    fn knows(&self, name: &str) -> bool {
        let at = self.stems.partition_point(|stem| stem.as_str() < name);
        let longer = self
            .stems
            .get(at)
            .is_some_and(|stem| stem == name || is_people_of(stem, name));
        let is_here = |short: &str| {
            let found = self.stems.binary_search_by(|stem| stem.as_str().cmp(short));
            found.is_ok()
        };
        longer || shortened(name).any(is_here)
    }
}

/// How long a name must be for its people to be known by it, and by how much theirs may be longer.
const SHORTEST: usize = 4;
const ENDING: usize = 3;

/// "bulgarian" of "bulgaria".
fn is_people_of(stem: &str, name: &str) -> bool {
    let ending = stem.strip_prefix(name).map(str::len);
    name.len() >= SHORTEST && ending.is_some_and(|ending| ending <= ENDING)
}

/// What a name may be called without its ending: "bulgaria", "bulgari", "bulgar" of "bulgarian".
fn shortened(name: &str) -> impl Iterator<Item = &str> {
    (SHORTEST..name.len())
        .rev()
        .take(ENDING)
        .filter_map(|length| name.get(..length))
}

/// What stands for a word in comparisons: the first of the words that say the same, else the word without its commonest
/// ending, so that "sells", "selling" and "sale's" come near each other.
pub(crate) fn stem(language: Language, word: &str) -> String {
    let word = crate::text::lowercase(word);
    let same = language.alike(&word);
    same.unwrap_or_else(|| without_ending(language, &word))
        .to_owned()
}

/// The stem of what a noun counts: of its last word, or of its last two where they say one thing: "positive tests".
pub(crate) fn counted(language: Language, noun: &Noun) -> String {
    let mut words = noun.words.rsplit(' ');
    let (last, before) = (words.next().unwrap_or_default(), words.next());
    let both = before.map(|before| crate::text::lowercase(&format!("{before}_{last}")));
    both.and_then(|both| language.alike(&both))
        .map_or_else(|| stem(language, last), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_say_the_same_are_one() {
        let english = |word| stem(Language::english(), word);
        for (one, other) in [
            ("fatalities", "killed"),
            ("earned", "grossed"),
            ("Walking", "walks"),
        ] {
            assert_eq!(english(one), english(other));
        }
        assert_ne!(english("rose"), english("fell"));
    }
}
