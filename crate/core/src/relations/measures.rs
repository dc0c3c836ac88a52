//! The constructions in which a noun or adjective names the figure itself: a height, a valuation, how tall it is.

use super::constructions::Construction;
use super::unit::{BARE, FIGURE, Noun, Role};

/// Every pattern of a noun for the figure; `bare` where a number without its noun will do.
pub(super) fn of_noun(noun: &Noun, bare: bool) -> Vec<String> {
    let words = ("noun", noun.words.as_str());
    // "a stake in Lumora": what it is a measure of is said beside it.
    if let Some(about) = noun.lead_to(Role::Object) {
        return Construction::MeasureHeld.patterns(&[words, ("about", about)]);
    }
    let patterns = [
        Construction::MeasureOfFigure,
        Construction::MeasureOwned,
        Construction::MeasureOfEntity,
        Construction::MeasureCompound,
        Construction::MeasureHaving,
        Construction::MeasureOpening,
    ]
    .into_iter()
    .chain(bare.then_some(Construction::MeasureLabel))
    .flat_map(|construction| construction.patterns(&[words]));
    if bare {
        patterns.map(|p| p.replace(FIGURE, BARE)).collect()
    } else {
        patterns.collect()
    }
}

/// Every pattern of what is counted.
pub(super) fn counted() -> Vec<String> {
    Construction::MeasureCounted.patterns(&[])
}

/// Every pattern of an adjective.
pub(super) fn of_adjective(adjective: &str) -> Vec<String> {
    [
        Construction::AdjectivePredicative,
        Construction::AdjectiveAttributive,
        Construction::AdjectiveBeside,
    ]
    .iter()
    .flat_map(|construction| construction.patterns(&[("adjective", adjective)]))
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::relations::testing::hold;

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
