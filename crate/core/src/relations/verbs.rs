//! The constructions in which a verb states a figure: when each is one, for its words are data.

use super::constructions::{Construction, spaced};
use super::unit::{FIGURE, Place, Role, Verb};

/// Every pattern of a verb; of two that fit as well, the first counts.
pub(super) fn patterns(verb: &Verb) -> Vec<String> {
    [
        describing,
        active,
        given_to,
        with_an_aside,
        passive_figure,
        passive_thing,
        relative_figure,
        relative_thing,
        fronted,
    ]
    .iter()
    .filter_map(|construction| construction(verb))
    .flatten()
    .collect()
}

/// The place of the figure among those of the verb.
fn figure(verb: &Verb) -> Option<usize> {
    verb.places.iter().position(|p| p.role == Role::Figure)
}

/// The place, as elements of a pattern, with the name in it where it must stand right there.
fn place(place: &Place, strict: bool) -> Option<String> {
    let role = if place.role == Role::Figure {
        FIGURE.to_owned()
    } else {
        let name = if strict { "!" } else { "" };
        format!("{}{name}", place.role.letter()?)
    };
    let text = spaced([&*place.lead, &role, &place.tail]);
    Some(if place.optional {
        format!("[{text}]")
    } else {
        text
    })
}

/// The places in their order. Of those right of the figure, the entity must be a name right there, and so must who
/// receives it: only what a figure is for may be told by a phrase.
fn right_of_figure(places: &[Place]) -> String {
    let each: Vec<String> = places
        .iter()
        .filter_map(|p| {
            place(
                p,
                p.role == Role::Entity || Construction::Receiver.holds(&p.lead),
            )
        })
        .collect();
    each.join(" ")
}

/// The direct object, where the figure is in a place of its own.
fn thing(verb: &Verb) -> Option<(&Place, &Place)> {
    let [thing, ..] = verb.places.as_slice() else {
        return None;
    };
    let figure = verb.places.get(figure(verb)?)?;
    let apart = !figure.lead.is_empty() || !figure.tail.is_empty();
    (thing.lead.is_empty() && thing.role.letter().is_some() && apart).then_some((thing, figure))
}

/// The other places, where the figure is the direct object.
fn beside_the_figure(verb: &Verb) -> Option<&[Place]> {
    let (figure, rest) = verb.places.split_first()?;
    (figure.role == Role::Figure && figure.lead.is_empty()).then_some(rest)
}

/// Whether the verb takes whom and how much, both as objects.
fn has_two_objects(verb: &Verb) -> bool {
    matches!(verb.places.as_slice(), [whom, figure]
        if figure.role == Role::Figure
            && whom.lead.is_empty()
            && figure.lead.is_empty()
            && figure.tail.is_empty())
}

/// The places right of the figure where they must be said; `None` when there are none.
fn said(places: &[Place]) -> Option<String> {
    let said: Vec<Place> = places
        .iter()
        .cloned()
        .map(|p| Place {
            optional: false,
            ..p
        })
        .collect();
    (!said.is_empty()).then(|| right_of_figure(&said))
}

fn active(verb: &Verb) -> Option<Vec<String>> {
    let words = ("words", verb.words.as_str());
    if verb.subject == Role::Figure {
        let after = right_of_figure(&verb.places);
        return Some(Construction::ActiveFigure.patterns(&[words, ("after", &after)]));
    }
    if has_two_objects(verb) {
        return None;
    }
    let (left, right) = verb.places.split_at(figure(verb)?);
    // A name between verb and figure: "sold a stake to Meta for $9 million".
    let before: Vec<String> = left
        .iter()
        .filter_map(|p| {
            let text = place(p, !p.lead.is_empty() || p.optional)?;
            Some(if p.lead.is_empty() {
                text
            } else {
                format!(".. {text}")
            })
        })
        .collect();
    Some(Construction::Active.patterns(&[
        ("who", verb.subject.letter().unwrap_or("")),
        words,
        ("before", &before.join(" ")),
        ("after", &right_of_figure(right)),
    ]))
}

fn given_to(verb: &Verb) -> Option<Vec<String>> {
    let receiver = verb.places.first().filter(|_| has_two_objects(verb))?;
    let whom = place(receiver, true)?;
    let (construction, who) = match verb.subject.letter() {
        Some(who) => (Construction::GivenTo, who),
        None => (Construction::GivenByWhoever, ""),
    };
    Some(construction.patterns(&[
        ("who", who),
        ("words", &verb.words),
        ("whom", &whom),
        ("what", receiver.role.letter()?),
    ]))
}

fn with_an_aside(verb: &Verb) -> Option<Vec<String>> {
    let (thing, figure) = thing(verb).filter(|(_, figure)| !figure.lead.is_empty())?;
    Some(Construction::WithAnAside.patterns(&[
        ("who", verb.subject.letter()?),
        ("words", &verb.words),
        ("what", thing.role.letter()?),
        ("lead", &figure.lead),
    ]))
}

fn passive_figure(verb: &Verb) -> Option<Vec<String>> {
    let rest = beside_the_figure(verb)?;
    let (words, said) = (("words", verb.words.as_str()), said(rest));
    let Some(who) = verb.subject.letter() else {
        return Some(Construction::PassiveFigureByWhoever.patterns(&[words, ("said", &said?)]));
    };
    let who = ("who", who);
    let after = right_of_figure(rest);
    let mut patterns = Construction::PassiveFigure.patterns(&[who, words, ("after", &after)]);
    if let Some(said) = said {
        patterns.extend(Construction::PassiveFigureSaid.patterns(&[who, words, ("said", &said)]));
    }
    Some(patterns)
}

fn passive_thing(verb: &Verb) -> Option<Vec<String>> {
    let (thing, figure) = thing(verb)?;
    Some(Construction::PassiveThing.patterns(&[
        ("who", verb.subject.letter()?),
        ("words", &verb.words),
        ("what", thing.role.letter()?),
        ("lead", &figure.lead),
        ("tail", &figure.tail),
    ]))
}

/// The participle describes the thing, whoever does it.
fn describing(verb: &Verb) -> Option<Vec<String>> {
    let (thing, figure) = thing(verb).filter(|_| verb.subject == Role::Whoever)?;
    let holes = [
        ("words", verb.words.as_str()),
        ("what", thing.role.letter()?),
        ("lead", figure.lead.as_str()),
        ("tail", figure.tail.as_str()),
    ];
    let mut patterns = Construction::Describing.patterns(&holes);
    if !figure.lead.is_empty() {
        patterns.extend(Construction::DescribingBy.patterns(&holes));
    }
    Some(patterns)
}

fn relative_figure(verb: &Verb) -> Option<Vec<String>> {
    let rest = beside_the_figure(verb)?;
    let (who, words) = (
        ("who", verb.subject.letter()?),
        ("words", verb.words.as_str()),
    );
    let after = right_of_figure(rest);
    let mut patterns = Construction::RelativeFigure.patterns(&[who, words, ("after", &after)]);
    if let Some(said) = said(rest) {
        patterns.extend(Construction::RelativeFigureSaid.patterns(&[who, words, ("said", &said)]));
    }
    Some(patterns)
}

fn relative_thing(verb: &Verb) -> Option<Vec<String>> {
    let (construction, thing, lead) = if let Some((thing, figure)) = thing(verb) {
        (Construction::RelativeThing, thing, &figure.lead)
    } else {
        let [place] = beside_the_figure(verb)? else {
            return None;
        };
        // What leads there is one word, and no choice of phrases with gaps between.
        let led = (!place.lead.contains(' ')).then_some(&place.lead)?;
        (Construction::RelativePlace, place, led)
    };
    (!lead.is_empty()).then_some(())?;
    Some(construction.patterns(&[
        ("who", verb.subject.letter()?),
        ("words", &verb.words),
        ("what", thing.role.letter()?),
        ("lead", lead),
    ]))
}

fn fronted(verb: &Verb) -> Option<Vec<String>> {
    let (thing, figure) = thing(verb).filter(|(_, figure)| !figure.lead.is_empty())?;
    let (construction, who) = match verb.subject.letter() {
        Some(who) => (Construction::Fronted, who),
        None => (Construction::FrontedByWhoever, ""),
    };
    Some(construction.patterns(&[
        ("who", who),
        ("words", &verb.words),
        ("what", thing.role.letter()?),
        ("lead", &figure.lead),
    ]))
}

#[cfg(test)]
mod tests {
    use crate::relations::testing::hold;

    const PAY: &[&str] = &["verb E @pay FIG [for|on O]"];
    const BUY: &[&str] = &["verb E @buy O for|at FIG"];
    const VALUE: &[&str] = &["verb X @value E at FIG"];

    #[test]
    fn active() {
        hold(&[
            (PAY, "Meridor paid $9 million for Lumora.", "Meridor Lumora"),
            (
                BUY,
                "Meridor bought Lumora for $9 million.",
                "Meridor Lumora",
            ),
            (VALUE, "Bankers value Lumora at $9 million.", "Lumora"),
            (
                &["verb FIG work at E"],
                "Some 900 people work at Lumora.",
                "Lumora",
            ),
            (
                &["verb E measure FIG"],
                "Mount Orvel measures 900 metres.",
                "Mount Orvel",
            ),
            (&["verb E measure FIG"], "Mount Orvel lost 900 metres.", ""),
        ]);
    }

    #[test]
    fn given_to() {
        hold(&[
            (
                &["verb E @pay O FIG"],
                "Meridor paid Lumora $9 million.",
                "Meridor Lumora",
            ),
            (
                &["verb O @cost E FIG"],
                "Lumora cost Meridor $9 million.",
                "Meridor Lumora",
            ),
        ]);
    }

    #[test]
    fn with_an_aside() {
        hold(&[(
            BUY,
            "Meridor bought Lumora, a maker of lenses, for $9 million.",
            "Meridor Lumora",
        )]);
    }

    #[test]
    fn passive_figure() {
        hold(&[
            (
                PAY,
                "$9 million was paid by Meridor for Lumora.",
                "Meridor Lumora",
            ),
            (
                PAY,
                "$9 million was paid for Lumora by Meridor.",
                "Meridor Lumora",
            ),
            (
                PAY,
                "The $9 million paid by Meridor for Lumora was too much.",
                "Meridor Lumora",
            ),
            (
                PAY,
                "Meridor has Lumora, and $9 million was paid for Norvex.",
                "",
            ),
        ]);
    }

    #[test]
    fn passive_thing() {
        hold(&[
            (
                BUY,
                "Lumora was bought by Meridor for $9 million.",
                "Meridor Lumora",
            ),
            (
                BUY,
                "Lumora was bought for $9 million by Meridor.",
                "Meridor Lumora",
            ),
            (
                BUY,
                "Lumora, bought by Meridor for $9 million, makes lenses.",
                "Meridor Lumora",
            ),
        ]);
    }

    #[test]
    fn describing() {
        hold(&[
            (
                VALUE,
                "Lumora, valued at $9 million, makes lenses.",
                "Lumora",
            ),
            (
                VALUE,
                "Valued at $9 million, Lumora makes lenses.",
                "Lumora",
            ),
            (VALUE, "Lumora was last valued at $9 million.", "Lumora"),
            (
                &["verb X @found E in FIG"],
                "Lumora was founded by Ada Lind in 1998.",
                "Lumora",
            ),
            (
                &["verb X @found E FIG ago"],
                "Lumora was founded nine years ago.",
                "Lumora",
            ),
            (
                VALUE,
                "Norvex, valued at $9 million, competes with Lumora.",
                "",
            ),
        ]);
    }

    #[test]
    fn relative_figure() {
        hold(&[
            (
                PAY,
                "The $9 million that Meridor paid for Lumora was too much.",
                "Meridor Lumora",
            ),
            (
                PAY,
                "The $9 million Meridor will pay for Lumora is too much.",
                "Meridor Lumora",
            ),
        ]);
    }

    #[test]
    fn relative_thing() {
        hold(&[
            (
                &["verb E @invest FIG into O"],
                "Lumora, into which Meridor put $9 million, makes lenses.",
                "Meridor Lumora",
            ),
            (
                BUY,
                "Lumora, which Meridor bought for $9 million, makes lenses.",
                "Meridor Lumora",
            ),
        ]);
    }

    #[test]
    fn fronted() {
        hold(&[
            (
                BUY,
                "For $9 million, Meridor bought a third of Lumora.",
                "Meridor Lumora",
            ),
            (
                &["verb X @found E in FIG"],
                "In 1998, two friends founded Lumora.",
                "Lumora",
            ),
        ]);
    }
}
