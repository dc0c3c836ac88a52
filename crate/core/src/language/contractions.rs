//! Short forms: "didn't", "it's", "they've".

use super::words::{Class, class_of, lines};
use std::sync::OnceLock;

/// After what a short form may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Host {
    Pronoun,
    Verb,
}

/// What the letters after an apostrophe are read as behind a lower-case word; `None` when they are no short
/// form there ("Meta's").
pub(crate) fn expansion(word: &str, letters: &str) -> Option<&'static str> {
    let host = if word.ends_with('n') {
        Host::Verb
    } else {
        Host::Pronoun
    };
    let (_, full, _) = contractions()
        .iter()
        .find(|(short, _, after)| *short == letters && *after == host)?;
    let class = class_of(word);
    let hosts = match host {
        // Without its n a form may be a word of no class: "did-n't", but "ca-n't" and "wo-n't".
        Host::Verb => word.len() <= 7,
        Host::Pronoun => class.is(Class::PRONOUN) || class.is(Class::RELATIVE),
    };
    hosts.then_some(*full)
}

fn contractions() -> &'static [(&'static str, &'static str, Host)] {
    static CONTRACTIONS: OnceLock<Vec<(&'static str, &'static str, Host)>> = OnceLock::new();
    CONTRACTIONS.get_or_init(|| {
        lines(include_str!("../../data/language/contractions.txt"))
            .filter_map(|line| {
                let mut fields = line.split('\t');
                let (short, full) = (fields.next()?, fields.next()?);
                let host = match fields.next()? {
                    "verb" => Host::Verb,
                    _ => Host::Pronoun,
                };
                Some((short, full, host))
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_told_from_possessives() {
        for (word, letters, expected) in [
            ("didn", "t", Some("not")),
            ("won", "t", Some("not")),
            ("shouldn", "t", Some("not")),
            ("it", "s", Some("is")),
            ("who", "s", Some("is")),
            ("they", "ve", Some("have")),
            ("he", "d", Some("would")),
            ("meta", "s", None),
            ("man", "s", None),
            ("women", "s", None),
        ] {
            assert_eq!(expansion(word, letters), expected, "{word}'{letters}");
        }
        assert_eq!(
            contractions().len(),
            lines(include_str!("../../data/language/contractions.txt")).count()
        );
    }
}
