//! The constructions in which a figure is somebody's age, now or when they did something.

use super::constructions::Construction;
use super::unit::{Role, Verb};

/// Every pattern of an age.
pub(super) fn age() -> Vec<String> {
    [
        Construction::AgeBeforeTheName,
        Construction::AgeBehindTheName,
        Construction::AgeSaid,
        Construction::AgeOfAPronoun,
        Construction::AgeOpening,
    ]
    .iter()
    .flat_map(|construction| construction.patterns(&[]))
    .collect()
}

/// Every pattern of how old somebody was when they did it.
pub(super) fn age_at(verb: &Verb) -> Vec<String> {
    let thing = verb.places.iter().find(|p| p.role == Role::Object);
    let patterns = |thing: &super::unit::Place| {
        Construction::AgeAtADeed.patterns(&[("words", &verb.words), ("lead", &thing.lead)])
    };
    thing.map(patterns).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::relations::testing::hold;

    #[test]
    fn ages() {
        let age: &[&str] = &["age"];
        hold(&[
            (age, "The 40-year-old Ada Lind leads the lab.", "Ada Lind"),
            (age, "Ada Lind, 40, leads the lab.", "Ada Lind"),
            (age, "Ada Lind is 40 years old.", "Ada Lind"),
            (age, "At 40, Ada Lind leads the lab.", "Ada Lind"),
            (
                age,
                "Ada Lind leads the lab. She is 40 years old.",
                "Ada Lind",
            ),
        ]);
    }

    #[test]
    fn ages_at_a_deed() {
        let founding: &[&str] = &["age-at E @found O"];
        hold(&[
            (
                founding,
                "Ada Lind founded Lumora at 19.",
                "Ada Lind Lumora",
            ),
            (
                founding,
                "Ada Lind was 19 when she founded Lumora.",
                "Ada Lind Lumora",
            ),
            (
                founding,
                "At 19, Ada Lind founded Lumora.",
                "Ada Lind Lumora",
            ),
        ]);
    }
}
