//! How English inflects: one place for plurals, third persons, past tenses and participles.

/// The regular forms of a verb whose first word inflects.
pub(super) fn of_verb(base: &str) -> Vec<String> {
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
