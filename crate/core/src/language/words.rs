//! Closed classes of English words, as data.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// The closed classes, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(u32);

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
    /// Ends a name that father and son share: "Jr".
    pub(crate) const GENERATION: Self = Self(1 << 16);
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
            "generation" => Self::GENERATION,
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

/// What a pronoun stands for.
#[derive(Debug, Clone, Copy)]
struct Pronoun {
    kind: &'static str,
    subject: Option<&'static str>,
}

fn pronouns() -> &'static FxHashMap<&'static str, Pronoun> {
    static PRONOUNS: OnceLock<FxHashMap<&'static str, Pronoun>> = OnceLock::new();
    PRONOUNS.get_or_init(|| {
        lines(include_str!("../../data/language/anaphora.txt"))
            .filter_map(|line| {
                let mut fields = line.split('\t');
                let (word, kind) = (fields.next()?, fields.next()?);
                let subject = fields.next();
                Some((word, Pronoun { kind, subject }))
            })
            .collect()
    })
}

/// The kind of entity that a pronoun stands for.
pub(crate) fn pronoun(word: &str) -> Option<&'static str> {
    pronouns().get(word).map(|pronoun| pronoun.kind)
}

/// The pronoun of a person as a subject: "she" for "her".
pub(crate) fn personal_pronoun(word: &str) -> Option<&'static str> {
    pronouns().get(word).and_then(|pronoun| pronoun.subject)
}
