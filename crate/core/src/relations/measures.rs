//! The constructions in which a noun or adjective names the figure itself: a height, a valuation, how tall it is.

use super::unit::{Noun, Role};

/// What leads to a figure that somebody puts a measure at.
const SAID: &str = "put_at|estimated_at|reckoned_at|given_as|listed_as|measured_at";

/// Every pattern of a noun for the figure; `bare` where a number without its noun will do.
pub(super) fn of_noun(noun: &Noun, bare: bool) -> Vec<String> {
    let words = noun.words.as_str();
    // "a stake in Lumora": what it is a measure of is said beside it.
    if let Some(object) = noun.places.iter().find(|p| p.role == Role::Object) {
        return held(words, &object.lead);
    }
    // "Tarnwick, population 900": with a unit behind the figure it is a figure's own noun ("Lumora, worth $9 million").
    let label = bare.then(|| format!("E! , {words} FIG"));
    [of_figure, owned, of_entity, compound, having, opening]
        .iter()
        .flat_map(|construction| construction(words))
        .chain(label)
        .map(|pattern| {
            if bare {
                pattern.replace("FIG", "FIG#")
            } else {
                pattern
            }
        })
        .collect()
}

/// Every pattern of an adjective.
pub(super) fn of_adjective(adjective: &str) -> Vec<String> {
    [predicative, attributive, beside]
        .iter()
        .flat_map(|construction| construction(adjective))
        .collect()
}

/// "Meta's 9% stake in Lumora", "a stake of 9% in Lumora", "its stake in Lumora stands at 9%".
fn held(noun: &str, about: &str) -> Vec<String> {
    vec![
        format!("[E's] FIG {noun} [{about} O]"),
        format!("[E's] {noun} of FIG [{about} O]"),
        format!("[E's] {noun} {about} O @be|@reach|@total FIG"),
    ]
}

/// "a valuation of $9 million".
fn of_figure(noun: &str) -> Vec<String> {
    vec![format!("{noun} of FIG")]
}

/// "Lumora's valuation is, reached, rose from … to, was estimated at $9 million"; "Lumora's valuation: $9 million".
fn owned(noun: &str) -> Vec<String> {
    vec![
        format!("[E's] {noun} @reach|to|at|past|above|:|of FIG"),
        format!("[E's] {noun} [has|had] @be|@reach|numbers|numbered FIG"),
        format!("[E's] {noun} , FIG"),
        format!("[E's] {noun} , @value|estimated at FIG"),
        format!("[E's] {noun} from .. to FIG"),
        format!("[E's] {noun} @be {SAID} FIG"),
    ]
}

/// "the valuation of Lumora is $9 million".
fn of_entity(noun: &str) -> Vec<String> {
    vec![
        format!("{noun} of|at|in E at|of FIG"),
        format!("{noun} of|at|in E [has|had|have] @be|@reach FIG"),
        format!("{noun} of|at|in E @be {SAID} FIG"),
    ]
}

/// "a $9 million valuation [of Lumora]", "takes Lumora to a $9 million valuation".
fn compound(noun: &str) -> Vec<String> {
    vec![format!("FIG {noun} [of|for E]"), format!("E to FIG {noun}")]
}

/// "has a headcount of 900", "with a headcount of 900", "whose headcount is 900", "Lumora, headcount 900, …".
fn having(noun: &str) -> Vec<String> {
    vec![
        format!("E has|had|have a {noun} of FIG"),
        format!("E< with a {noun} of FIG"),
        format!("E , whose {noun} of FIG"),
        format!("E! , whose {noun} [@be|number|numbers|@reach] FIG"),
    ]
}

/// "With a height of 900 metres, the hill …".
fn opening(noun: &str) -> Vec<String> {
    vec![format!("<< with|at a {noun} of FIG , E!")]
}

/// "The hill is 900 metres high", "The hill, 900 metres high, …", "The hill is a giant of 900 metres".
fn predicative(adjective: &str) -> Vec<String> {
    vec![
        format!("E @be|@rise FIG {adjective}"),
        format!("E! , [@be] ^ FIG {adjective}"),
        format!("E! , which|that @be FIG {adjective}"),
        "E @be a|an of FIG".to_owned(),
        "E! , a|an of FIG".to_owned(),
    ]
}

/// "the 900-metre-high hill", "at 900 metres high, the hill".
fn attributive(adjective: &str) -> Vec<String> {
    vec![
        format!("FIG [-] {adjective} E!"),
        "FIG E!".to_owned(),
        format!("<< at FIG {adjective} , E!"),
    ]
}

/// "At 900 metres, the hill", "The hill, at 900 metres, …", "The hill (900 m)", "With its 900 metres, the hill …".
fn beside(_: &str) -> Vec<String> {
    [
        "<< at FIG , E!",
        "E! , at FIG",
        "E! ( ^ FIG",
        "<< with [its|a] FIG , E!",
    ]
    .map(str::to_owned)
    .to_vec()
}

#[cfg(test)]
mod tests {
    use crate::relations::told::hold;

    const HEIGHT: &[&str] = &["measure height|elevation"];
    const TALL: &[&str] = &["adjective tall|high"];
    const STAKE: &[&str] = &["measure @stake in|of O"];

    #[test]
    fn held() {
        hold(&[
            (STAKE, "Meridor has a 9% stake in Lumora.", "Meridor Lumora"),
            (
                STAKE,
                "Meridor's stake in Lumora stands at 9%.",
                "Meridor Lumora",
            ),
        ]);
    }

    #[test]
    fn owned() {
        hold(&[
            (HEIGHT, "Mount Orvel's height is 900 metres.", "Mount Orvel"),
            (HEIGHT, "Its neighbour's height is 900 metres.", ""),
        ]);
    }

    #[test]
    fn of_entity() {
        hold(&[(
            HEIGHT,
            "The height of Mount Orvel is 900 metres.",
            "Mount Orvel",
        )]);
    }

    #[test]
    fn having() {
        hold(&[
            (
                HEIGHT,
                "Mount Orvel has a height of 900 metres.",
                "Mount Orvel",
            ),
            (
                HEIGHT,
                "Mount Orvel, with a height of 900 metres, is a hill.",
                "Mount Orvel",
            ),
        ]);
    }

    #[test]
    fn opening() {
        hold(&[(
            HEIGHT,
            "With a height of 900 metres, Mount Orvel is a hill.",
            "Mount Orvel",
        )]);
    }

    #[test]
    fn predicative() {
        hold(&[
            (TALL, "Mount Orvel is 900 metres high.", "Mount Orvel"),
            (
                TALL,
                "Mount Orvel, 900 metres high, is a hill.",
                "Mount Orvel",
            ),
            (TALL, "Mount Orvel is 90 metres lower than Mount Sern.", ""),
        ]);
    }

    #[test]
    fn attributive() {
        hold(&[(
            TALL,
            "The 900-metre-high Mount Orvel is a hill.",
            "Mount Orvel",
        )]);
    }

    #[test]
    fn beside() {
        hold(&[
            (TALL, "At 900 metres, Mount Orvel is a hill.", "Mount Orvel"),
            (TALL, "Mount Orvel (900 m) is a hill.", "Mount Orvel"),
            (
                TALL,
                "With its 900 metres, Mount Orvel is a hill.",
                "Mount Orvel",
            ),
        ]);
    }
}
