//! What the sources say that do not agree with the best supported figure: "two others say $14.8 billion".

use super::{dated, normal, number, same_figure, saying, written};
use crate::check::Judgement;
use crate::figures::Kind;
use crate::reference::{ReadStatement, Reference, independent};
use std::cmp::Reverse;

/// A figure with the statements of it.
struct Other<'r> {
    text: String,
    stated: Vec<&'r ReadStatement>,
    /// How many independent sources state it, without those that state the best supported figure as well.
    sources: usize,
}

pub(super) fn say(judgement: &Judgement<'_>, reference: &Reference) -> String {
    let best = saying(judgement);
    let mut others = figures(judgement, reference);
    for other in &mut others {
        let is_best = |s: &&ReadStatement| best.iter().any(|b| b.source == s.source);
        other.sources = independent(other.stated.iter().copied().filter(|s| !is_best(s)));
    }
    others.sort_by_key(|other| Reverse(other.sources));
    let one_each = others.iter().all(|other| other.sources == 1);
    match others.as_slice() {
        [] => String::from("not every source gives the same figure"),
        [rest @ .., last] if one_each && !rest.is_empty() => {
            let all = others.iter().flat_map(|other| other.stated.iter().copied());
            let who = match independent(all) {
                1 => "another says",
                _ => "others say",
            };
            let rest: Vec<&str> = rest.iter().map(|other| other.text.as_str()).collect();
            format!("{who} {} or {}", rest.join(", "), last.text)
        }
        _ => {
            let one_best = independent(best.iter().copied()) == 1;
            let who = |other: &Other<'_>| match other.sources {
                0 if one_best => String::from("it also says"),
                0 => String::from("one of them also says"),
                1 => String::from("another says"),
                n => format!("{} others say", number(n)),
            };
            let parts: Vec<String> = others
                .iter()
                .map(|other| format!("{} {}", who(other), other.text))
                .collect();
            parts.join(", and ")
        }
    }
}

/// Whether a figure that a source states is as good as the best supported one.
pub(super) fn bears_out(best: &ReadStatement, statement: &ReadStatement) -> bool {
    same_figure(best, statement)
        || best.quantity.kind != Kind::Age
            && best.quantity.interval.meets(&statement.quantity.rounding)
}

/// The figures that the best supported one does not bear out, each once.
fn figures<'r>(judgement: &Judgement<'r>, reference: &Reference) -> Vec<Other<'r>> {
    let best = judgement.best;
    let mut others: Vec<Other<'r>> = Vec::new();
    for statement in normal(judgement) {
        if bears_out(best, statement) {
            continue;
        }
        let same = |other: &&mut Other<'_>| {
            other.stated.iter().any(|s| {
                same_figure(s, statement) && s.quantity.modifier == statement.quantity.modifier
            })
        };
        if let Some(other) = others.iter_mut().find(same) {
            other.stated.push(statement);
        } else {
            others.push(Other {
                text: written(reference, statement) + &dated(judgement, reference, statement),
                stated: vec![statement],
                sources: 0,
            });
        }
    }
    others
}
