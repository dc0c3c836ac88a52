//! The constructions of English in which a verb states a figure: each gives patterns for the matching.

use super::unit::{Place, Role, Verb};

/// The auxiliaries that may stand between a subject and its verb.
const AUXILIARY: &str = "[has|had|have|will|would|@be]";

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
    .flat_map(|construction| construction(verb))
    .collect()
}

/// The place of the figure among those of the verb.
fn figure(verb: &Verb) -> Option<usize> {
    verb.places.iter().position(|p| p.role == Role::Figure)
}

/// The place, as elements of a pattern, with the name in it where it must stand right there.
fn place(place: &Place, strict: bool) -> Option<String> {
    let role = match (place.role, strict) {
        (Role::Figure, _) => "FIG",
        (Role::Entity, true) => "E!",
        (Role::Entity, false) => "E",
        (Role::Object, true) => "O!",
        (Role::Object, false) => "O",
        (Role::Whoever, _) => return None,
    };
    let text = spaced(&[&place.lead, role, &place.tail]);
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
        .filter_map(|p| place(p, p.role == Role::Entity || p.lead == "to"))
        .collect();
    each.join(" ")
}

fn spaced(parts: &[&str]) -> String {
    parts
        .iter()
        .filter(|p| !p.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Who does it, where the relation asks for them.
fn subject(verb: &Verb) -> &'static str {
    verb.subject.letter().unwrap_or("")
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

/// "Meta paid $9 million for Lumora", "values Lumora at $9 million", "900 people work at Lumora".
fn active(verb: &Verb) -> Vec<String> {
    if verb.subject == Role::Figure {
        return vec![spaced(&[
            "FIG",
            &verb.words,
            &right_of_figure(&verb.places),
        ])];
    }
    let Some(at) = figure(verb) else {
        return Vec::new();
    };
    let (left, right) = verb.places.split_at(at);
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
    let before = before.join(" ");
    if has_two_objects(verb) {
        return Vec::new();
    }
    vec![spaced(&[
        subject(verb),
        &verb.words,
        &before,
        &right_of_figure(right),
    ])]
}

/// Whether the verb takes whom and how much, both as objects.
fn has_two_objects(verb: &Verb) -> bool {
    matches!(verb.places.as_slice(), [whom, figure]
        if figure.role == Role::Figure
            && whom.lead.is_empty()
            && figure.lead.is_empty()
            && figure.tail.is_empty())
}

/// "paid Lumora $9 million", "the $9 million that it handed Lumora", "fined Lumora $9 million", "was fined $9 million".
fn given_to(verb: &Verb) -> Vec<String> {
    if !has_two_objects(verb) {
        return Vec::new();
    }
    let (Some(whom), Some(what)) = (place(&verb.places[0], true), verb.places[0].role.letter())
    else {
        return Vec::new();
    };
    let words = &verb.words;
    let Some(who) = verb.subject.letter() else {
        return vec![
            format!("{what}< {words}* ^ FIG"),
            format!("{words} {whom} FIG"),
        ];
    };
    vec![
        format!("{who} {words} {whom} FIG"),
        format!("FIG [that|which] {who}! {AUXILIARY} {words} {whom}"),
        format!("FIG [that|which] it|they|he {AUXILIARY} {words} {whom}"),
        format!("{what} @be {words} FIG by {who}!"),
    ]
}

/// "bought Lumora, a maker of lenses, for $9 million", "bought, for $9 million, half of Lumora".
fn with_an_aside(verb: &Verb) -> Vec<String> {
    let Some((thing, figure)) = thing(verb).filter(|_| verb.subject != Role::Whoever) else {
        return Vec::new();
    };
    let (Some(who), Some(what)) = (verb.subject.letter(), thing.role.letter()) else {
        return Vec::new();
    };
    let (words, lead) = (&verb.words, &figure.lead);
    if lead.is_empty() {
        return Vec::new();
    }
    vec![
        format!("{who} {words} {what} , .. , {lead} FIG"),
        format!("{who} {words} , {lead} FIG , .. of|in {what}"),
    ]
}

/// "$9 million was paid by Meta for Lumora", "… was paid for Lumora by Meta", "the $9 million paid by Meta".
fn passive_figure(verb: &Verb) -> Vec<String> {
    let [figure, rest @ ..] = verb.places.as_slice() else {
        return Vec::new();
    };
    if figure.role != Role::Figure || !figure.lead.is_empty() {
        return Vec::new();
    }
    let (words, said, rest) = (&verb.words, said(rest), right_of_figure(rest));
    let Some(who) = verb.subject.letter() else {
        let said = said.map(|said| spaced(&["FIG @be [being|been]", words, &said]));
        return said.into_iter().collect();
    };
    let mut patterns = vec![
        spaced(&["FIG @be [being|been]", words, &format!("by {who}!"), &rest]),
        spaced(&["FIG", words, &format!("by {who}!"), &rest]),
    ];
    // "of which $9 million was paid" says neither by whom nor for what.
    if let Some(said) = said {
        patterns.push(spaced(&[
            "FIG @be [being|been]",
            words,
            &said,
            &format!("[by {who}!]"),
        ]));
    }
    patterns
}

/// "Lumora was bought by Meta for $9 million", "… was bought for $9 million by Meta"; the same without "was".
fn passive_thing(verb: &Verb) -> Vec<String> {
    let Some((thing, figure)) = thing(verb) else {
        return Vec::new();
    };
    let (Some(what), Some(who)) = (thing.role.letter(), verb.subject.letter()) else {
        return Vec::new();
    };
    let (words, lead, tail) = (&verb.words, &figure.lead, &figure.tail);
    [
        format!("{what} @be {words} by {who}! .. {lead} FIG {tail}"),
        format!("{what} @be {words} {lead} FIG {tail} by {who}!"),
        format!("{what}< {words}* by {who}! .. {lead} FIG {tail}"),
        format!("{what}< {words}* {lead} FIG {tail} by {who}!"),
    ]
    .map(|p| spaced(&p.split_whitespace().collect::<Vec<_>>()))
    .to_vec()
}

/// "Lumora, founded [by Lind] in 2016", "was last valued at $9 million": the participle describes the thing, whoever
/// does it.
fn describing(verb: &Verb) -> Vec<String> {
    let Some((thing, figure)) = thing(verb).filter(|_| verb.subject == Role::Whoever) else {
        return Vec::new();
    };
    let Some(what) = thing.role.letter() else {
        return Vec::new();
    };
    let (words, lead, tail) = (&verb.words, &figure.lead, &figure.tail);
    let mut patterns = vec![spaced(&[
        &format!("{what}< {words}*"),
        "[back|only|way_back|now|then|today|recently|privately|currently|conservatively|internally|publicly|together] ^",
        lead,
        "FIG",
        tail,
    ])];
    if !lead.is_empty() {
        patterns.push(spaced(&[
            &format!("{what}< {words}* by .. {lead} FIG"),
            tail,
        ]));
        patterns.push(spaced(&[
            &format!("{what}! , which|that .. {words} ^ {lead} FIG"),
            tail,
        ]));
    }
    patterns
}

/// "the $9 million that Meta paid for Lumora", "the $9 million it is paying for Lumora".
fn relative_figure(verb: &Verb) -> Vec<String> {
    let [figure, rest @ ..] = verb.places.as_slice() else {
        return Vec::new();
    };
    let Some(who) = verb.subject.letter() else {
        return Vec::new();
    };
    if figure.role != Role::Figure || !figure.lead.is_empty() {
        return Vec::new();
    }
    let words = &verb.words;
    let all = right_of_figure(rest);
    let mut patterns = vec![spaced(&[
        &format!("FIG [that|which] {who}! {AUXILIARY}"),
        words,
        &all,
    ])];
    // A pronoun may be anybody: only what the money is for says that it is this.
    if let Some(said) = said(rest) {
        patterns.push(format!(
            "FIG [that|which] it|they|he {AUXILIARY} {words} {said}"
        ));
        patterns.push(format!("<< FIG –|—|: what {who}! @be {words} {said}"));
    }
    patterns
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

/// "Lumora, into which Meta put $9 million", "Lumora, which Meta bought for $9 million".
fn relative_thing(verb: &Verb) -> Vec<String> {
    let Some(who) = verb.subject.letter() else {
        return Vec::new();
    };
    let words = &verb.words;
    if let Some((thing, figure)) = thing(verb) {
        let (Some(what), lead) = (thing.role.letter(), &figure.lead) else {
            return Vec::new();
        };
        if lead.is_empty() {
            return Vec::new();
        }
        return vec![
            format!("{what}! , which|that {who}! [has|had|have] {words} {lead} FIG"),
            format!("{what}! , which|that {who}! [has|had|have] {words} .. {lead} FIG"),
        ];
    }
    match verb.places.as_slice() {
        [figure, thing] if figure.role == Role::Figure && figure.lead.is_empty() => thing
            .role
            .letter()
            .filter(|_| !thing.lead.is_empty() && !thing.lead.contains(' '))
            .map(|what| {
                format!(
                    "{what}! , {} which {who}! {AUXILIARY} {words} FIG",
                    thing.lead
                )
            })
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}

/// "For $9 million, Meta will buy half of Lumora", "In 2016, Lind founded Lumora".
fn fronted(verb: &Verb) -> Vec<String> {
    let Some((thing, figure)) = thing(verb) else {
        return Vec::new();
    };
    let Some(what) = thing.role.letter() else {
        return Vec::new();
    };
    let (words, lead) = (&verb.words, &figure.lead);
    if lead.is_empty() {
        return Vec::new();
    }
    match verb.subject.letter() {
        Some(who) => vec![
            format!("<< {lead} [{who}'s] FIG , {who}! [will|has|have|had] {words} {what}!"),
            format!("<< {lead} [{who}'s] FIG , {who}! [will|has|have|had] {words} .. of|in {what}"),
        ],
        None => vec![
            format!("<< {lead} FIG , .. {words} {what}!"),
            format!("<< {lead} FIG , {what}! @be {words}"),
        ],
    }
}

#[cfg(test)]
mod tests {
    use crate::relations::told::hold;

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
