//! Open classes of English words and phrases, by name, as data.

use super::phrases::Phrases;
use super::words::lines;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// An open class that the reading itself asks for; patterns may name any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Open {
    Almost,
    Answer,
    Apart,
    Aside,
    Asking,
    BringAbout,
    Build,
    Buy,
    Calendar,
    Change,
    Charge,
    Company,
    Comparing,
    Deal,
    Dealing,
    Equity,
    Example,
    Forgo,
    Found,
    Invest,
    Outlay,
    Pay,
    Person,
    Plain,
    Purpose,
    Quit,
    Rival,
    Settled,
    Stake,
    Sum,
    Undertake,
    Undertaking,
    Unit,
    Vague,
    While,
}

impl Open {
    /// All of them, in the order of their declaration, with their names in the data.
    const NAMES: [&'static str; 35] = [
        "almost",
        "answer",
        "apart",
        "aside",
        "asking",
        "bring-about",
        "build",
        "buy",
        "calendar",
        "change",
        "charge",
        "company",
        "comparing",
        "deal",
        "dealing",
        "equity",
        "example",
        "forgo",
        "found",
        "invest",
        "outlay",
        "pay",
        "person",
        "plain",
        "purpose",
        "quit",
        "rival",
        "settled",
        "stake",
        "sum",
        "undertake",
        "undertaking",
        "unit",
        "vague",
        "while",
    ];

    /// The phrases of the class, with every inflected form.
    pub(crate) fn phrases(self) -> &'static Phrases {
        static PHRASES: OnceLock<Vec<&'static Phrases>> = OnceLock::new();
        static NONE: OnceLock<Phrases> = OnceLock::new();
        PHRASES.get_or_init(|| {
            let none = || NONE.get_or_init(Phrases::default);
            Self::NAMES
                .iter()
                .map(|name| open_class(name).unwrap_or_else(none))
                .collect()
        })[self as usize]
    }
}

/// The open class of that name, with every inflected form; `None` when there is none.
pub(crate) fn open_class(name: &str) -> Option<&'static Phrases> {
    classes().get(name).map(|class| &class.phrases)
}

/// An open class of the data.
#[derive(Debug, Default)]
struct Class {
    phrases: Phrases,
    verbs: bool,
}

fn classes() -> &'static FxHashMap<&'static str, Class> {
    static CLASSES: OnceLock<FxHashMap<&'static str, Class>> = OnceLock::new();
    CLASSES.get_or_init(|| {
        let mut map = FxHashMap::default();
        for line in lines(include_str!("../../data/language/classes.txt")) {
            let Some((head, words)) = line.split_once(": ") else {
                continue;
            };
            let Some((part, name)) = head.split_once(' ') else {
                continue;
            };
            let class: &mut Class = map.entry(name).or_default();
            class.verbs |= part == "verb";
            let phrases = &mut class.phrases;
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
}

/// Whether the open class of that name holds verbs.
pub(crate) fn is_verb_class(name: &str) -> bool {
    classes().get(name).is_some_and(|class| class.verbs)
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
pub(super) fn verb_forms(base: &str) -> Vec<String> {
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

#[cfg(test)]
mod tests {
    use super::super::phrases::split;
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

    #[test]
    fn classes_that_the_reading_asks_for_are_in_the_data() {
        for name in Open::NAMES {
            assert!(open_class(name).is_some(), "there is no class {name}");
        }
        assert_eq!(Open::NAMES[Open::While as usize], "while");
    }
}
