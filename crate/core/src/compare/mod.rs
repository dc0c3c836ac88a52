//! A text against another text: which of its figures the other one speaks against.
//!
//! There is no reference set here, and so no entities and properties. Two figures are comparable
//! when they are of the same measure and their sentences are about the same things: enough of the
//! words that carry meaning in the one stand in the other, and the one does not name only others. In doubt nothing
//! is said.

mod sums;
mod topic;

use crate::figures::{self, Decimal, Interval, Kind, Modifier, Quantity, Unit, share_a_day};
use crate::reading::sentence_stance;
use crate::reading::{Scope, Stance};
use crate::report::{Level, Verdict};
use crate::text::{sentences, tokens};
use topic::{Acquaintance, Topic};

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

/// How many of a claim's meaning words a reference must have for them to speak of the same, in percent.
struct Needed {
    /// In the sentence of its figure.
    shared: usize,
    /// The same where the figures count the same thing by name.
    shared_same_noun: usize,
    /// In the whole of it.
    known: usize,
}

impl Needed {
    /// The better they are acquainted, the fewer; between strangers nothing is said.
    fn between(acquaintance: Acquaintance) -> Option<Self> {
        match acquaintance {
            Acquaintance::Same => Some(Self {
                shared: 40,
                shared_same_noun: 25,
                known: 40,
            }),
            Acquaintance::Unclear => Some(Self {
                shared: 50,
                shared_same_noun: 34,
                known: 50,
            }),
            Acquaintance::Strangers => None,
        }
    }
}

/// Compares every figure of `text` with the figures of `reference`, in reading order.
pub fn compare(reference: &str, text: &str) -> Vec<Comparison> {
    let known = read(reference);
    let mut by_value: Vec<&Figure> = known.iter().collect();
    by_value.sort_by_key(|f| f.quantity.low);
    let words = tokens(reference);
    let whole = Topic::of(reference, &words, &figures::read(reference, &words));
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
        let topic = Topic::of(text, &tokens[range.clone()], &quantities[first..next]);
        for (index, quantity) in quantities.iter().enumerate().take(next).skip(first) {
            let (stance, scope) =
                sentence_stance((text, &lower), &tokens, range.clone(), &quantities, index);
            let noun = match &quantity.unit {
                Unit::Noun(noun) => topic::stem(noun.head()),
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
        _ if is_calendar(x) && is_calendar(y) => true,
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
    let elsewhere = |k: &Figure| {
        let (ours, theirs) = (&claim.quantity, &k.quantity);
        ours.modifier == Modifier::Exact
            && (ours.low, ours.high, ours.dates) == (theirs.low, theirs.high, theirs.dates)
    };
    // The reference has the number and counts something by another name with it: "95 sentences", "95 offenders".
    if claim.scope != Scope::Single || follows(claim, by_value) || known.iter().any(elsewhere) {
        return silent;
    }
    let topic = &claim.topic;
    let Some(needed) = Needed::between(topic.acquaintance(whole)) else {
        return silent;
    };
    let enough = |of: &Topic, percent: usize| topic.shared(of) * 100 >= percent * topic.len();
    if topic.len() < 2 || !enough(whole, needed.known) {
        return silent;
    }
    let near = comparable.into_iter().find(|k| {
        let same_noun = !claim.noun.is_empty() && claim.noun == k.noun;
        let shared = if same_noun {
            needed.shared_same_noun
        } else {
            needed.shared
        };
        k.stance == Stance::Asserted
            && k.quantity.change == claim.quantity.change
            && enough(&k.topic, shared)
    });
    near.map_or(silent, |k| (Verdict::Contradicted, Level::Warn, Some(k)))
}

/// Whether a figure tells a day or a year.
fn is_calendar(quantity: &Quantity) -> bool {
    matches!(quantity.kind, Kind::Date | Kind::Year)
}

/// Whether both can be true of one thing. A hedge of the claim must hold for the reference's figure; one of the
/// reference may be left out by the claim, as headlines do: "50 hurt" where more than 50 were.
fn agrees(claim: &Quantity, known: &Quantity) -> bool {
    if is_calendar(claim) {
        return share_a_day(claim, known).unwrap_or(true);
    }
    // "4-3" is no range; "over 7/10" is open like any other figure.
    if claim.kind == Kind::Score && claim.low != claim.high {
        return (claim.low, claim.high) == (known.low, known.high);
    }
    let hedged = matches!(claim.modifier, Modifier::Nearly | Modifier::About);
    let bare = claim.modifier == Modifier::Exact;
    claim.interval.meets(&known.interval)
        || hedged && claim.rounding.meets(&known.interval)
        || bare && known.modifier != Modifier::Exact && claim.rounding.meets(&known.rounding)
}

/// Whether the claim's value is a sum or difference of two comparable figures of the reference: that is no
/// contradiction of it. An open claim ("over 300") would be met by nearly any sum, which says nothing.
fn follows(claim: &Figure, by_value: &[&Figure]) -> bool {
    let Interval { low, high } = claim.quantity.interval;
    if low.is_none() || high.is_none() || is_calendar(&claim.quantity) {
        return false;
    }
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

    fn worst(reference: &str, text: &str) -> Level {
        let levels = compare(reference, text).into_iter().map(|c| c.level);
        levels.max().unwrap_or(Level::None)
    }

    fn all(reference: &str, cases: &[(&str, Level)]) {
        for (text, level) in cases {
            assert_eq!(worst(reference, text), *level, "{text}");
        }
    }

    #[test]
    fn only_a_figure_about_the_same_thing_is_spoken_against() {
        all(
            "The dam at Orrin Falls supplies 340,000 homes. It was finished in 1962 and cost £41 million.",
            &[
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
            ],
        );
    }

    #[test]
    fn an_open_figure_is_spoken_against_from_its_far_side() {
        all(
            "The fair at Tolland sold 4,180 tickets on Friday and 3,150 tickets on Sunday.",
            &[
                (
                    "The fair at Tolland sold more than 4,300 tickets on Friday.",
                    Level::Warn,
                ),
                (
                    "The fair at Tolland sold fewer than 2,900 tickets on Friday.",
                    Level::Warn,
                ),
                (
                    "The fair at Tolland sold more than 4,100 tickets on Friday.",
                    Level::None,
                ),
                // The sum of the two.
                ("The fair at Tolland sold 7,330 tickets.", Level::None),
            ],
        );
    }

    #[test]
    fn days_and_years_are_compared_as_the_days_they_are() {
        all(
            "The viaduct at Corvane was opened on 14 May 1911.",
            &[
                ("The Corvane viaduct was opened before 1912.", Level::None),
                ("The Corvane viaduct was opened in 1911.", Level::None),
                ("The Corvane viaduct was opened on 14 May.", Level::None),
                ("The Corvane viaduct was opened in May 1911.", Level::None),
                ("The Corvane viaduct was opened before 1911.", Level::Warn),
                (
                    "The Corvane viaduct was opened after 20 May 1911.",
                    Level::Warn,
                ),
                ("The Corvane viaduct was opened on 15 May.", Level::Warn),
            ],
        );
    }

    #[test]
    fn a_headline_may_leave_out_the_hedge_of_its_article() {
        all(
            "More than 50 riders were hurt when the tram derailed in Selby, almost six years after the last crash.",
            &[
                ("Tram derails in Selby: 50 riders hurt", Level::None),
                (
                    "Selby tram derailed 6 years after the last crash",
                    Level::None,
                ),
                ("Tram derails in Selby: 80 riders hurt", Level::None),
                ("Tram derails in Selby: 40 riders hurt", Level::Warn),
            ],
        );
    }

    #[test]
    fn scores_are_pairs() {
        all(
            "The Herons beat the Otters 4-3 in overtime in Marlow last night.",
            &[
                ("Herons beat Otters 4-3 in overtime", Level::None),
                ("Herons beat Otters 5-3 in overtime", Level::Warn),
            ],
        );
    }

    #[test]
    fn a_number_that_the_reference_has_for_something_else_is_left_alone() {
        all(
            "The governor commuted the sentences of 95 offenders and pardoned two offenders on Friday.",
            &[("Governor commuted 95 sentences on Friday", Level::None)],
        );
    }

    #[test]
    fn a_people_is_known_by_its_country() {
        all(
            "As of 12 April there are 865 confirmed cases in the Bolivian lowlands.",
            &[("Bolivia had 790 confirmed cases by 12 April.", Level::Warn)],
        );
    }

    #[test]
    fn a_reference_about_others_says_nothing() {
        all(
            "As of 12 April, the port of Hamburg had 865 confirmed cases of the fever and four deaths.",
            &[
                (
                    "By 12 April, the port of Odessa had 790 confirmed cases of the fever.",
                    Level::None,
                ),
                (
                    "By 12 April, the port of Hamburg had 790 confirmed cases of the fever.",
                    Level::Warn,
                ),
            ],
        );
    }
}
