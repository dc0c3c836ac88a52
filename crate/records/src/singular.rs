//! The singular of what is counted.

use std::sync::OnceLock;

const ENDINGS: &str = include_str!("../data/singulars.tsv");

/// The noun phrase with its head in the singular: "charging stations" is counted in "charging station".
pub(crate) fn singular(phrase: &str) -> String {
    let phrase = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
    let head = phrase.rfind([' ', '-']).map_or(0, |at| at + 1);
    let lower = phrase[head..].to_ascii_lowercase();
    let fits = |(ending, one): &(&str, &str)| {
        let known = match ending.strip_prefix('^') {
            Some(word) => lower == word,
            None => lower.ends_with(ending),
        };
        // "gs" and "£s" have no singular.
        known && (*one != "-" || lower.len() > 2)
    };
    // "RBIs", "MPs"
    if let Some(stem) = phrase.strip_suffix('s')
        && stem.ends_with(|c: char| c.is_ascii_uppercase())
    {
        return stem.to_string();
    }
    let Some(&(ending, one)) = rows().iter().find(|row| fits(row)) else {
        return phrase;
    };
    let length = ending.trim_start_matches('^').len();
    let Some(stem) = phrase.get(..phrase.len() - length) else {
        return phrase;
    };
    // Capitals stay as they are where they can: "MPs", "Houses".
    let kept = one
        .strip_prefix(lower.get(lower.len() - length..).unwrap_or_default())
        .is_some();
    match one {
        "-" => stem.to_string(),
        _ if kept => phrase,
        _ => format!("{stem}{one}"),
    }
}

fn rows() -> &'static [(&'static str, &'static str)] {
    static ROWS: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    ROWS.get_or_init(|| {
        ENDINGS
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('\t'))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::{ENDINGS, singular};

    #[test]
    fn heads_are_given_in_the_singular() {
        for (plural, one) in [
            ("charging stations", "charging station"),
            ("cities", "city"),
            ("viruses", "virus"),
            ("buses", "bus"),
            ("police", "police"),
            ("town houses", "town house"),
            ("warehouses", "warehouse"),
            ("causes", "cause"),
            ("nurses", "nurse"),
            ("race horses", "race horse"),
            ("species", "species"),
            ("TV series", "TV series"),
            ("midwives", "midwife"),
            ("olives", "olive"),
            ("paper knives", "paper knife"),
            ("potatoes", "potato"),
            ("shoes", "shoe"),
            ("crises", "crisis"),
            ("gases", "gas"),
            ("addresses", "address"),
            ("churches", "church"),
            ("boxes", "box"),
            ("prizes", "prize"),
            ("MPs", "MP"),
            ("RBIs", "RBI"),
            ("buses-only lanes", "buses-only lane"),
            ("class", "class"),
            ("cactus", "cactus"),
        ] {
            assert_eq!(singular(plural), one);
        }
    }

    #[test]
    fn every_line_has_two_endings() {
        for line in ENDINGS.lines().filter(|line| !line.starts_with('#')) {
            assert_eq!(line.split('\t').count(), 2, "{line}");
        }
    }
}
