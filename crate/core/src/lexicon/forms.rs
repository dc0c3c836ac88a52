//! How English inflects: one place for plurals, third persons, past tenses, participles and what a word's end tells.

/// The regular forms of a verb whose first word inflects.
pub(crate) fn of_verb(base: &str) -> Vec<String> {
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

/// Whether a word may be a regular past tense or participle.
pub(crate) fn is_past(word: &str) -> bool {
    word.ends_with("ed")
}

/// Whether a word may be one and is no noun: "agreed", not "breed" or "seed".
pub(crate) fn is_past_alone(word: &str) -> bool {
    word.len() > 5 && is_past(word) && (!word.ends_with("eed") || word.ends_with("greed"))
}

/// Whether a word may be a present participle or what is done, as a noun.
pub(crate) fn is_gerund(word: &str) -> bool {
    word.ends_with("ing")
}

/// Whether a word may be an adverb.
pub(crate) fn is_adverb(word: &str) -> bool {
    word.ends_with("ly")
}

/// Whether a word may say how far something holds: "nationwide".
pub(crate) fn is_extent(word: &str) -> bool {
    word.ends_with("wide")
}

/// Whether a word is a plural in -men: "crewmen", "swordswomen".
pub(crate) fn is_men(word: &str) -> bool {
    word.len() > 4 && word.ends_with("men")
}

/// Whether one of two words in lower case is who does what the other is: "farmers" and "farms", "riots" and "rioter".
pub(crate) fn are_doer_and_deed(one: &str, other: &str) -> bool {
    let does = |doer: &str, deed: &str| {
        let doer = doer.strip_suffix('s').unwrap_or(doer);
        let deed = deed.strip_suffix('s').unwrap_or(deed);
        ["er", "r"]
            .iter()
            .any(|end| doer.strip_suffix(end) == Some(deed))
    };
    does(one, other) || does(other, one)
}

/// Whether a word with that end is the same in more than one: "shop", "shops", "boxes".
pub(crate) fn is_plural_end(end: &str) -> bool {
    matches!(end, "" | "s" | "es")
}

/// Whether a word may be what the people of a place are called: "Bulgarian", "Iraqi", "Japanese".
pub(crate) fn is_of_a_place(word: &str) -> bool {
    ["n", "s", "i", "ese", "ish"]
        .iter()
        .any(|end| word.ends_with(end))
}
