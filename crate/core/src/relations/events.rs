//! The constructions in which a noun for something done has the figure as its price or size, a deal or a fine, or as the
//! time when it happened.

use super::constructions::Construction;
use super::unit::{Noun, Role};

/// What holds of every noun that has a price.
const PRICED: [Construction; 5] = [
    Construction::EventCompound,
    Construction::EventWorth,
    Construction::EventApposed,
    Construction::EventValuedByOthers,
    Construction::EventFronted,
];

/// Every pattern of a noun for something done.
pub(super) fn of_event(noun: &Noun) -> Vec<String> {
    let own = [
        Construction::EventOfFigure,
        Construction::EventCosting,
        Construction::EventMade,
        Construction::EventGiving,
        Construction::EventMutual,
        Construction::EventAgent,
    ];
    all(noun, PRICED.iter().chain(&own))
}

/// Every pattern of a noun for what has been bought.
pub(super) fn of_thing(noun: &Noun) -> Vec<String> {
    all(noun, PRICED.iter().chain(&[Construction::ThingBought]))
}

/// Every pattern of a noun for what happened at a time.
pub(super) fn of_occasion(noun: &Noun) -> Vec<String> {
    all(noun, &[Construction::OccasionDated])
}

fn all<'c>(noun: &Noun, constructions: impl IntoIterator<Item = &'c Construction>) -> Vec<String> {
    let holes = [
        ("noun", noun.words.as_str()),
        ("by", noun.lead_to(Role::Entity).unwrap_or_default()),
        ("about", noun.lead_to(Role::Object).unwrap_or_default()),
    ];
    constructions
        .into_iter()
        .flat_map(|construction| construction.patterns(&holes))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::relations::testing::hold;

    const DEAL: &[&str] = &["event @deal|@outlay by|from E in|with|for O"];
    const STAKE: &[&str] = &["thing @stake by|from E in|of O"];

    #[test]
    fn compound() {
        hold(&[
            (
                DEAL,
                "Meridor's $9 million investment in Lumora is done.",
                "Meridor Lumora",
            ),
            (
                DEAL,
                "Meridor closed its $9 million Lumora deal.",
                "Meridor Lumora",
            ),
            (
                DEAL,
                "Lumora's $9 million investment from Meridor is done.",
                "Meridor Lumora",
            ),
        ]);
    }

    #[test]
    fn of_figure() {
        hold(&[
            (
                DEAL,
                "Meridor made an investment of $9 million in Lumora.",
                "Meridor Lumora",
            ),
            (
                DEAL,
                "Meridor made an investment in Lumora of $9 million.",
                "Meridor Lumora",
            ),
        ]);
    }

    #[test]
    fn worth() {
        hold(&[
            (
                DEAL,
                "Meridor's deal with Lumora is worth $9 million.",
                "Meridor Lumora",
            ),
            (
                DEAL,
                "Meridor struck a deal with Lumora worth $9 million.",
                "Meridor Lumora",
            ),
        ]);
    }

    #[test]
    fn costing() {
        hold(&[
            (
                DEAL,
                "The price of Meridor's deal with Lumora was $9 million.",
                "Meridor Lumora",
            ),
            (
                DEAL,
                "Meridor's investment in Lumora came to $9 million.",
                "Meridor Lumora",
            ),
        ]);
    }

    #[test]
    fn apposed() {
        hold(&[(
            DEAL,
            "Meridor's investment in Lumora, $9 million, was its largest.",
            "Meridor Lumora",
        )]);
    }

    #[test]
    fn valued_by_others() {
        hold(&[
            (
                DEAL,
                "Bankers value Meridor's deal with Lumora at $9 million.",
                "Meridor Lumora",
            ),
            (
                DEAL,
                "Meridor announced its deal with Lumora, which bankers put at $9 million.",
                "Meridor Lumora",
            ),
        ]);
    }

    #[test]
    fn fronted() {
        hold(&[(
            DEAL,
            "At $9 million, Meridor's investment in Lumora is its largest.",
            "Meridor Lumora",
        )]);
    }

    #[test]
    fn agent() {
        hold(&[(
            DEAL,
            "The purchase by Meridor of a part in Lumora for $9 million is done.",
            "Meridor Lumora",
        )]);
    }

    #[test]
    fn bought() {
        hold(&[
            (
                STAKE,
                "Meridor has a stake in Lumora, bought for $9 million.",
                "Meridor Lumora",
            ),
            (
                STAKE,
                "Meridor's stake in Lumora cost it $9 million.",
                "Meridor Lumora",
            ),
        ]);
    }

    #[test]
    fn occasions() {
        let ascent: &[&str] = &["occasion first_ascent"];
        hold(&[
            (
                ascent,
                "The first ascent of Mount Orvel was made in 1953.",
                "Mount Orvel",
            ),
            (
                ascent,
                "Mount Orvel's first ascent came in 1953.",
                "Mount Orvel",
            ),
            (
                ascent,
                "Mount Orvel saw its first ascent in 1953.",
                "Mount Orvel",
            ),
            (
                ascent,
                "The second ascent of Mount Orvel was made in 1953.",
                "",
            ),
        ]);
    }
}
