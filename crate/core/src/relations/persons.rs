//! The constructions in which a figure is somebody's age, now or when they did something.

use super::unit::{Role, Verb};

/// Every pattern of an age.
pub(super) fn age() -> Vec<String> {
    [
        before_the_name,
        behind_the_name,
        said,
        of_a_pronoun,
        opening,
    ]
    .iter()
    .flat_map(|construction| construction())
    .collect()
}

/// "the 40-year-old chemist Ada Lind", "40-year-old Lind", "at 40, Lind", "40: Lind".
fn before_the_name() -> Vec<String> {
    lines(&[
        "FIG [@person] [,] E!",
        "FIG @person",
        "FIG : E!",
        "<< the FIG",
    ])
}

/// "Lind, 40,", "Lind, the 40-year-old", "Lind (40)".
fn behind_the_name() -> Vec<String> {
    lines(&[
        "E! , FIG",
        "E! , the|a FIG",
        "E! ( ^ FIG )",
        "E! ( aged FIG )",
        "E< @person at FIG",
    ])
}

/// "Lind is 40", "Lind, who turned 40", "Lind is a 40-year-old chemist".
fn said() -> Vec<String> {
    lines(&[
        "E! , who @be|turned|turns FIG",
        "E! , is [only|just|now|still] ^ FIG",
        "E! @be|turned|turns [only|just|now|still|already|barely] ^ FIG",
        "E! is a ^ FIG @person",
    ])
}

/// "She is 40."
fn of_a_pronoun() -> Vec<String> {
    lines(&[
        "he|she @be [only|just|now|still|already|barely] ^ FIG",
        "he|she is a ^ FIG",
        "<< now FIG , he|she",
    ])
}

/// "At 40, Lind …".
fn opening() -> Vec<String> {
    lines(&["at|aged|at_the_age_of FIG , E!"])
}

/// "founded Lumora at 19", "was 19 when he founded Lumora", "At 19, Lind founded Lumora".
pub(super) fn age_at(verb: &Verb) -> Vec<String> {
    let words = &verb.words;
    let Some(thing) = verb.places.iter().find(|p| p.role == Role::Object) else {
        return Vec::new();
    };
    // "stood on top of Everest": what leads to the thing stays before it.
    let lead = &thing.lead;
    let gap = if lead.is_empty() {
        String::new()
    } else {
        format!("{lead} ")
    };
    vec![
        format!("E {words} {gap}O at|aged|at_the_age_of FIG"),
        format!("E {words} {gap}O when|while he|she @be FIG"),
        format!("E @be ^ FIG when|while he|she|they .. {words} {gap}O!"),
        format!("E! , who @be [only|just] ^ FIG when|while he|she|they .. {words} {gap}O!"),
        format!("at|aged|at_the_age_of FIG , E {words} {gap}O"),
        format!("O< {words} {gap}by E! when|while he|she @be FIG"),
    ]
}

fn lines(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|&l| l.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use crate::relations::told::hold;

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
