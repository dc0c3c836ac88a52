//! Closed classes of English words, and the open classes that frames name, as data.

use crate::text::tokens;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// The closed classes, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(u16);

impl Class {
    pub(crate) const PREPOSITION: Self = Self(1);
    pub(crate) const CONJUNCTION: Self = Self(1 << 1);
    pub(crate) const RELATIVE: Self = Self(1 << 2);
    pub(crate) const AUXILIARY: Self = Self(1 << 3);
    pub(crate) const PRONOUN: Self = Self(1 << 4);
    pub(crate) const NEGATION: Self = Self(1 << 5);
    pub(crate) const DETERMINER: Self = Self(1 << 6);
    pub(crate) const ADVERB: Self = Self(1 << 7);
    /// Capitalised, yet no name of anybody: "AI", "Monday", "British".
    pub(crate) const GENERIC: Self = Self(1 << 8);
    /// Stands before or after a name without being part of it: "CEO", "Inc".
    pub(crate) const TITLE: Self = Self(1 << 9);
    /// Often the first word of a sentence, and then capitalised without being a name.
    pub(crate) const FIRST: Self = Self(1 << 10);
    /// A word of names that is also a verb: "Scale".
    pub(crate) const VERB_LIKE: Self = Self(1 << 11);
    /// A form of the past tense that does not end in -ed: "was", "became".
    pub(crate) const PAST: Self = Self(1 << 12);
    /// Those of them that tell how things stood.
    pub(crate) const WAS: Self = Self(1 << 14);
    /// A verb in the present tense that tells of a state: "is", "has", "values".
    pub(crate) const PRESENT: Self = Self(1 << 13);
    /// Opens a clause of its own within the sentence: "because", "which".
    pub(crate) const SUBORDINATOR: Self = Self(1 << 15);
    /// Words that a noun phrase cannot run across.
    pub(crate) const HARD: Self = Self(1 | 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4 | 1 << 5);

    pub(crate) fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "preposition" => Self::PREPOSITION,
            "conjunction" => Self::CONJUNCTION,
            "relative" => Self::RELATIVE,
            "auxiliary" => Self::AUXILIARY,
            "pronoun" => Self::PRONOUN,
            "negation" => Self::NEGATION,
            "determiner" => Self::DETERMINER,
            "adverb" => Self::ADVERB,
            "generic" => Self::GENERIC,
            "title" => Self::TITLE,
            "first" => Self::FIRST,
            "past" => Self::PAST,
            "was" => Self::WAS,
            "subordinator" => Self::SUBORDINATOR,
            "present" => Self::PRESENT,
            "verb-like" => Self::VERB_LIKE,
            _ => return None,
        })
    }
}

/// The lines of a data file that are not comments.
pub(crate) fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The closed classes of a lower-case word.
pub(crate) fn class_of(word: &str) -> Class {
    static WORDS: OnceLock<FxHashMap<&'static str, Class>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut map: FxHashMap<&'static str, Class> = FxHashMap::default();
        for line in lines(include_str!("../../data/language/words.txt")) {
            let Some((name, words)) = line.split_once(": ") else {
                continue;
            };
            let Some(class) = Class::named(name) else {
                continue;
            };
            for word in words.split(' ') {
                map.entry(word).or_default().0 |= class.0;
            }
        }
        map
    });
    words.get(word).copied().unwrap_or_default()
}

/// Phrases of lower-case tokens, found by their first or last token.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Phrases {
    by_first: FxHashMap<String, Vec<Vec<String>>>,
    by_last: FxHashMap<String, Vec<Vec<String>>>,
}

impl Phrases {
    /// Adds a phrase; it is cut into tokens as a text would be.
    pub(crate) fn add(&mut self, phrase: &str) {
        let words: Vec<String> = split(phrase);
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            return;
        };
        let (first, last) = (first.clone(), last.clone());
        // Longest first, so that "takeover bid" is preferred to "takeover".
        let insert = |list: &mut Vec<Vec<String>>| {
            if !list.contains(&words) {
                let at = list.partition_point(|p| p.len() >= words.len());
                list.insert(at, words.clone());
            }
        };
        insert(self.by_first.entry(first).or_default());
        insert(self.by_last.entry(last).or_default());
    }

    pub(crate) fn extend(&mut self, other: &Self) {
        for phrase in other.by_first.values().flatten() {
            self.add(&phrase.join(" "));
        }
    }

    /// How many tokens of `at(0), at(1), …` a phrase takes up.
    pub(crate) fn forward<'i>(&self, at: impl Fn(usize) -> Option<&'i str>) -> Option<usize> {
        let list = self.by_first.get(at(0)?)?;
        list.iter()
            .find(|p| p.iter().enumerate().all(|(i, w)| at(i) == Some(w)))
            .map(Vec::len)
    }

    /// The same towards the left: `at(0)` is the phrase's last token, `at(1)` the one before.
    pub(crate) fn backward<'i>(&self, at: impl Fn(usize) -> Option<&'i str>) -> Option<usize> {
        let list = self.by_last.get(at(0)?)?;
        list.iter()
            .find(|p| p.iter().rev().enumerate().all(|(i, w)| at(i) == Some(w)))
            .map(Vec::len)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.by_first.is_empty()
    }
}

fn split(phrase: &str) -> Vec<String> {
    tokens(phrase)
        .iter()
        .map(|t| t.of(phrase).to_lowercase())
        .collect()
}

/// The open class of that name, with every inflected form; `None` when there is none.
pub(crate) fn open_class(name: &str) -> Option<&'static Phrases> {
    static CLASSES: OnceLock<FxHashMap<&'static str, Phrases>> = OnceLock::new();
    CLASSES
        .get_or_init(|| {
            let mut map = FxHashMap::default();
            for line in lines(include_str!("../../data/language/classes.txt")) {
                let Some((head, words)) = line.split_once(": ") else {
                    continue;
                };
                let Some((part, name)) = head.split_once(' ') else {
                    continue;
                };
                let phrases: &mut Phrases = map.entry(name).or_default();
                for entry in entries(words) {
                    let (base, irregular) = match entry.split_once(" (") {
                        Some((base, forms)) => (base, forms.trim_end_matches(')')),
                        None => (entry, ""),
                    };
                    phrases.add(base);
                    for form in irregular.split(", ").filter(|f| !f.is_empty()) {
                        phrases.add(form);
                    }
                    let forms = match part {
                        "verb" => verb_forms(base),
                        "noun" => vec![plural(base)],
                        _ => Vec::new(),
                    };
                    for form in forms {
                        phrases.add(&form);
                    }
                }
            }
            map
        })
        .get(name)
}

/// Whether the open class of that name holds verbs.
pub(crate) fn is_verb_class(name: &str) -> bool {
    lines(include_str!("../../data/language/classes.txt")).any(|line| {
        line.strip_prefix("verb ")
            .is_some_and(|l| l.starts_with(&format!("{name}:")))
    })
}

/// Splits at commas outside brackets.
fn entries(words: &'static str) -> impl Iterator<Item = &'static str> {
    let mut depth = 0;
    words
        .split(move |c| {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            c == ',' && depth == 0
        })
        .map(str::trim)
}

/// The regular forms of a verb whose first word inflects.
fn verb_forms(base: &str) -> Vec<String> {
    let (verb, rest) = base.split_once(' ').map_or((base, ""), |(v, r)| (v, r));
    let stem = verb.strip_suffix('e').unwrap_or(verb);
    let past = match verb.strip_suffix('y') {
        Some(head) if !head.ends_with(['a', 'e', 'o']) => format!("{head}ied"),
        _ => format!("{stem}ed"),
    };
    [plural(verb), past, format!("{stem}ing")]
        .into_iter()
        .map(|form| {
            if rest.is_empty() {
                form
            } else {
                format!("{form} {rest}")
            }
        })
        .collect()
}

/// The plural of a noun, which is also how a verb takes its third person.
pub(crate) fn plural(word: &str) -> String {
    if let Some(head) = word
        .strip_suffix('y')
        .filter(|h| !h.ends_with(['a', 'e', 'o', 'u']))
    {
        return format!("{head}ies");
    }
    if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") {
        return format!("{word}es");
    }
    format!("{word}s")
}

/// The kind of entity that a pronoun stands for.
pub(crate) fn pronoun(word: &str) -> Option<&'static str> {
    static PRONOUNS: OnceLock<FxHashMap<&'static str, &'static str>> = OnceLock::new();
    PRONOUNS
        .get_or_init(|| {
            lines(include_str!("../../data/language/anaphora.txt"))
                .filter_map(|line| line.split_once('\t'))
                .collect()
        })
        .get(word)
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(class: &str, phrase: &str) -> bool {
        let words = split(phrase);
        open_class(class).and_then(|c| c.forward(|i| words.get(i).map(String::as_str)))
            == Some(words.len())
    }

    #[test]
    fn verbs_are_inflected() {
        for (class, phrase) in [
            ("invest", "invests"),
            ("invest", "committed"),
            ("pay", "paid"),
            ("pay", "shells out"),
            ("pay", "shelled out"),
            ("buy", "acquiring"),
            ("value", "valued"),
            ("value", "valuing"),
            ("found", "co-founded"),
            ("stake", "holdings"),
        ] {
            assert!(holds(class, phrase), "{class} should hold {phrase:?}");
        }
        assert!(!holds("pay", "bought"));
    }
}
