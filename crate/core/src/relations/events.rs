//! The constructions in which a noun for something done has the figure as its price or size: a deal, a fine.

use super::unit::{Noun, Role};

/// What is said to be worth a figure.
const WORTH: &str = "worth|valued_at|estimated_at|put_at|priced_at";

struct Parts<'n> {
    noun: &'n str,
    /// What leads to whose it is: "by|from".
    by: String,
    /// What leads to what it is about: "in|into|for".
    about: String,
}

/// A construction: the patterns of a noun with its places.
type Construction = fn(&Parts<'_>) -> Vec<String>;

/// Every pattern of a noun for something done.
pub(super) fn of_event(noun: &Noun) -> Vec<String> {
    let own: [Construction; 6] = [of_figure, costing, made, giving, mutual, agent];
    all(noun, &own)
}

/// Every pattern of a noun for what has been bought.
pub(super) fn of_thing(noun: &Noun) -> Vec<String> {
    all(noun, &[bought])
}

fn all(noun: &Noun, own: &[Construction]) -> Vec<String> {
    let lead = |role| {
        noun.places
            .iter()
            .find(|p| p.role == role)
            .map_or_else(String::new, |p| p.lead.clone())
    };
    let parts = Parts {
        noun: &noun.words,
        by: lead(Role::Entity),
        about: lead(Role::Object),
    };
    let shared: [Construction; 5] = [compound, worth, apposed, valued_by_others, fronted];
    shared
        .iter()
        .chain(own)
        .flat_map(|construction| construction(&parts))
        .collect()
}

/// "Meta's $9 million investment in Lumora", "a $9 million Lumora deal", "Lumora's $9 million deal from Meta".
fn compound(p: &Parts<'_>) -> Vec<String> {
    let Parts { noun, by, about } = p;
    vec![
        format!("[E's] FIG {noun} [{about} O]"),
        format!("[E's] FIG O! {noun}"),
        format!("[E's] FIG [E!] {noun} [{about} O]"),
        format!("[O's] FIG {noun} {by} E!"),
        format!("FIG E! -|–|—|and|x O! {noun}"),
    ]
}

/// "an investment of $9 million in Lumora", "an investment in Lumora of $9 million".
fn of_figure(p: &Parts<'_>) -> Vec<String> {
    let Parts { noun, by, about } = p;
    vec![
        format!("{noun} of FIG [{about} O]"),
        format!("{noun} of FIG {about} O {by} E!"),
        format!("{noun} {about} O of FIG"),
    ]
}

/// "a deal worth $9 million", "the deal with Lumora is worth $9 million".
fn worth(p: &Parts<'_>) -> Vec<String> {
    let Parts { noun, about, .. } = p;
    vec![
        format!("{noun} {WORTH}|totaling|totalling|for FIG"),
        format!("[E's] [O!] {noun} , {WORTH} FIG"),
        format!("[E's] [O!] {noun} @be {WORTH} FIG"),
        format!("[E's] {noun} {about} O @be {WORTH} FIG"),
        format!("{noun} {about} O {WORTH} FIG"),
        format!("{noun} .. @be {WORTH} FIG"),
    ]
}

/// "Meta's purchase of Lumora for $9 million", "the investment in Lumora came to $9 million", "it cost Meta $9 million".
fn costing(p: &Parts<'_>) -> Vec<String> {
    let Parts { noun, about, .. } = p;
    vec![
        format!("{noun} @total|@be FIG"),
        format!("{noun} .. {about} O @total|@be FIG"),
        format!("{noun} [, that|which] @total E! FIG"),
        format!("@price of|for [E's] [O!] {noun} @be|@total FIG"),
        format!("@price of|for [E's] {noun} {about} O @be|@total FIG"),
    ]
}

/// "Meta's investment in Lumora, $9 million, …", "its purchase of Lumora, estimated at $9 million", "the deal: $9 million".
fn apposed(p: &Parts<'_>) -> Vec<String> {
    let Parts { noun, about, .. } = p;
    vec![
        format!("[E's] {noun} [{about}|to O] , ^ FIG ,"),
        format!("[E's] {noun} , @value|estimated|reported ^ at FIG"),
        format!("[E's] {noun} {about} O , @value|estimated|reported ^ at FIG"),
        format!("[E's] {noun} {about} O , amounting_to|totalling|totaling|running_to FIG"),
        format!("[E's] {noun} {about} O , which|that at FIG"),
        format!("[E's] {noun} –|—|: ^ FIG for @stake|% .. in|of O"),
    ]
}

/// "sources value Meta's deal with Lumora at $9 million", "the deal, which sources put at $9 million".
fn valued_by_others(p: &Parts<'_>) -> Vec<String> {
    let Parts { noun, by, about } = p;
    vec![
        format!("E~ [E's] {noun} [,] that|which .. @value ^ at FIG"),
        format!("E~ [E's] {noun} {about} O [,] that|which .. @value ^ at FIG"),
        format!("{noun} {by} E! , that|which .. @value ^ at FIG"),
        format!("E~ @value [E's] {noun} {about} O at FIG"),
        format!("E~ @value [E's] [O!] {noun} at FIG"),
        format!("E~ @value the @price of [E's] [O!] {noun} [{about} O] at FIG"),
        format!("[E's] [O!] {noun} @be @value|estimated ^ at FIG"),
        format!("[E's] {noun} {about} O @be @value|estimated ^ at FIG"),
    ]
}

/// "At $9 million, Meta's investment in Lumora is …", "Valued at $9 million, the deal …".
fn fronted(p: &Parts<'_>) -> Vec<String> {
    let Parts { noun, by, about } = p;
    vec![
        format!("<< at|{WORTH} FIG , [E's] [O!] {noun} [{about} O]"),
        format!("<< at FIG , [E's] {noun} [{by} E!] {about} O"),
    ]
}

/// "an investment by Meta in Lumora for $9 million".
fn agent(p: &Parts<'_>) -> Vec<String> {
    let Parts { noun, by, about } = p;
    vec![
        format!("{noun} {by} E! {about} O [,] for|at FIG"),
        format!("{noun} {by} E! .. {about} O [,] for|at FIG"),
    ]
}

/// "made one purchase, Lumora, for $9 million".
fn made(p: &Parts<'_>) -> Vec<String> {
    vec![format!(
        "E make|makes|made|making {} , O! , for|at FIG",
        p.noun
    )]
}

/// "A $9 million investment gives Meta a 3% stake in Lumora".
fn giving(p: &Parts<'_>) -> Vec<String> {
    let noun = p.noun;
    vec![
        format!("FIG {noun} [that|which] [will|would|has] @give E! [%] [@stake] in|of O"),
        format!("FIG {noun} [that|which] [will|would|has] @give E! [%] [@stake]"),
    ]
}

/// "Lumora's $9 million deal with Meta": either may have paid.
fn mutual(p: &Parts<'_>) -> Vec<String> {
    vec![format!("<> [E's] FIG {} with O!", p.noun)]
}

/// "a stake in Lumora, bought for $9 million", "the stake in Lumora cost it $9 million".
fn bought(p: &Parts<'_>) -> Vec<String> {
    let Parts { noun, about, .. } = p;
    vec![
        format!("{noun} {about} O , bought|acquired|purchased for|at FIG"),
        format!("[E's] {noun} {about} O @cost [it|them] FIG"),
    ]
}

/// Every pattern of a noun for what happened at a time: "the first ascent of the hill was made in 1953", "its first
/// ascent, in 1953", "the hill saw its first ascent in 1953".
pub(super) fn of_occasion(noun: &Noun) -> Vec<String> {
    let words = &noun.words;
    vec![
        format!("{words} of E! .. in FIG"),
        format!("{words} of E @be FIG"),
        format!("[E's] {words} @be|came|took_place|happened|followed .. in FIG"),
        format!("[E's] {words} [,] in FIG"),
        format!("E saw|had|made its {words} in FIG"),
        format!("<< in FIG , .. {words} of E!"),
    ]
}

#[cfg(test)]
mod tests {
    use crate::relations::told::hold;

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
