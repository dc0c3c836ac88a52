//! A text against another text: which of its figures the other one speaks against.
//!
//! There is no reference set here, and so no entities and properties. Two figures are comparable
//! when they are of the same measure and their sentences are about the same things: enough of the
//! words that carry meaning in the one stand in the other. In doubt nothing is said.

mod sums;
mod topic;

use crate::claims::sentence_stance;
use crate::claims::{Scope, Stance};
use crate::figures::{self, Decimal, Kind, Modifier, Quantity, Unit};
use crate::report::{Level, Verdict};
use crate::text::{sentences, tokens};
use topic::Topic;

/// A figure of the text with what the reference makes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// First byte of the figure.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// What the reference says of it.
    pub verdict: Verdict,
    /// How it would be shown.
    pub level: Level,
    /// The figure of the reference that it agrees with or that speaks against it, as bytes of the reference.
    pub against: Option<(usize, usize)>,
}

/// A figure with what its sentence is about.
#[derive(Debug)]
struct Figure {
    quantity: Quantity,
    noun: String,
    topic: Topic,
    stance: Stance,
    scope: Scope,
}

/// How many of the claim's meaning words the reference's sentence must share, in percent.
const SHARED: usize = 50;
/// The same where the figures count the same thing by name.
const SHARED_SAME_NOUN: usize = 34;
/// How many of them the whole reference must know, in percent.
const KNOWN: usize = 60;

/// Compares every figure of `text` with the figures of `reference`, in reading order.
pub fn compare(reference: &str, text: &str) -> Vec<Comparison> {
    let known = read(reference);
    let mut by_value: Vec<&Figure> = known.iter().collect();
    by_value.sort_by_key(|f| f.quantity.low);
    let whole = Topic::of(reference, &tokens(reference));
    read(text)
        .into_iter()
        .map(|claim| {
            let (verdict, level, against) = judge(&claim, &known, &by_value, &whole);
            Comparison {
                start: claim.quantity.start,
                end: claim.quantity.end,
                verdict,
                level,
                against: against.map(|f| (f.quantity.start, f.quantity.end)),
            }
        })
        .collect()
}

fn read(text: &str) -> Vec<Figure> {
    let tokens = tokens(text);
    let lower = text.to_ascii_lowercase();
    let quantities = figures::read(text, &tokens);
    let mut found = Vec::with_capacity(quantities.len());
    let mut next = 0;
    for range in sentences(text, &tokens) {
        let (start, end) = (
            tokens[range.start].start as usize,
            tokens[range.end - 1].end as usize,
        );
        while quantities.get(next).is_some_and(|q| q.start < start) {
            next += 1;
        }
        let first = next;
        while quantities.get(next).is_some_and(|q| q.start < end) {
            next += 1;
        }
        if first == next {
            continue;
        }
        let topic = Topic::of(text, &tokens[range.clone()]);
        for (index, quantity) in quantities.iter().enumerate().take(next).skip(first) {
            let (stance, scope) =
                sentence_stance((text, &lower), &tokens, range.clone(), &quantities, index);
            let noun = match &quantity.unit {
                Unit::Noun { start, end } => {
                    topic::stem(text[*start..*end].rsplit(' ').next().unwrap_or(""))
                }
                _ => String::new(),
            };
            found.push(Figure {
                quantity: quantity.clone(),
                noun,
                topic: topic.without(text, quantity),
                stance,
                scope,
            });
        }
    }
    found
}

/// Whether two figures are of the same measure: then they can be compared at all.
fn same_measure(a: &Figure, b: &Figure) -> bool {
    let (x, y) = (&a.quantity, &b.quantity);
    let counts = |q: &Quantity| matches!(q.kind, Kind::Count | Kind::Number);
    match (&x.unit, &y.unit) {
        (Unit::Currency(c), Unit::Currency(d)) => c == d,
        (Unit::Named(c), Unit::Named(d)) => c == d && x.kind == y.kind,
        _ if counts(x) && counts(y) => a.noun == b.noun || a.noun.is_empty() || b.noun.is_empty(),
        _ => x.kind == y.kind && matches!(x.unit, Unit::None) == matches!(y.unit, Unit::None),
    }
}

fn judge<'k>(
    claim: &Figure,
    known: &'k [Figure],
    by_value: &[&Figure],
    whole: &Topic,
) -> (Verdict, Level, Option<&'k Figure>) {
    let silent = (Verdict::NotCovered, Level::None, None);
    if claim.stance != Stance::Asserted || claim.quantity.kind == Kind::Ordinal {
        return silent;
    }
    let comparable: Vec<&Figure> = known.iter().filter(|k| same_measure(claim, k)).collect();
    if let Some(found) = comparable
        .iter()
        .find(|k| agrees(&claim.quantity, &k.quantity))
    {
        return (Verdict::Supported, Level::None, Some(*found));
    }
    // Sums and differences of what the reference says are no contradiction of it.
    if claim.scope != Scope::Single || follows(claim, by_value) {
        return silent;
    }
    let near: Vec<&&Figure> = comparable
        .iter()
        .filter(|k| {
            let same_noun = !claim.noun.is_empty() && claim.noun == k.noun;
            let needed = if same_noun { SHARED_SAME_NOUN } else { SHARED };
            k.stance == Stance::Asserted
                && k.quantity.change == claim.quantity.change
                && claim.topic.len() >= 2
                && claim.topic.shared(&k.topic) * 100 >= needed * claim.topic.len()
                && claim.topic.shared(whole) * 100 >= KNOWN * claim.topic.len()
        })
        .collect();
    match near.as_slice() {
        [] => silent,
        [first, ..] => (Verdict::Contradicted, Level::Warn, Some(**first)),
    }
}

/// Whether both can be true of one thing. A hedge of the claim must hold for the reference's figure.
fn agrees(claim: &Quantity, known: &Quantity) -> bool {
    let hedged = matches!(claim.modifier, Modifier::Nearly | Modifier::About);
    claim.interval.meets(&known.interval) || hedged && claim.rounding().meets(&known.interval)
}

/// Whether the claim's value is a sum or difference of two comparable figures of the reference.
fn follows(claim: &Figure, by_value: &[&Figure]) -> bool {
    let values: Vec<Decimal> = by_value
        .iter()
        .filter(|k| same_measure(claim, k))
        .map(|k| k.quantity.low)
        .collect();
    sums::of_two(&values, &claim.quantity.interval)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_figure_about_the_same_thing_is_spoken_against() {
        let reference = "The dam at Orrin Falls supplies 340,000 homes. It was finished in 1962 and cost £41 million.";
        for (text, level) in [
            ("The Orrin Falls dam supplies 240,000 homes.", Level::Warn),
            ("The Orrin Falls dam supplies 340,000 homes.", Level::None),
            (
                "The Orrin Falls dam supplies over 300,000 homes.",
                Level::None,
            ),
            (
                "The Orrin Falls dam could supply 500,000 homes.",
                Level::None,
            ),
            ("A fire in Leeds damaged 12 homes.", Level::None),
        ] {
            let worst = compare(reference, text)
                .iter()
                .map(|c| c.level)
                .max()
                .unwrap_or(Level::None);
            assert_eq!(worst, level, "{text}");
        }
    }
}
