//! The statements that are comparable with a claim, and what most of them say.

use super::bounds::{SAME_TIME, WEIGHED, same_time};
use super::derive::Derived;
use super::value::Value;
use crate::calendar::{Period, shifted};
use crate::reading::When;
use crate::reference::{Behaviour, Rank, ReadStatement, Reference, independent};
use time::Date;

/// How long after an event or a state's date an undated mention is still about it, in days.
pub(crate) const FRESH: i32 = 400;
/// A statement with its value.
#[derive(Debug, Clone)]
pub(crate) struct Stated<'r> {
    pub(crate) statement: &'r ReadStatement,
    pub(crate) value: Value,
}

/// The statements of a cell that a claim said to hold at `when` can be compared with.
pub(crate) fn comparable<'r>(
    reference: &'r Reference,
    statements: &'r [ReadStatement],
    behaviour: Behaviour,
    when: When,
    published: Option<Date>,
) -> Vec<Stated<'r>> {
    let latest = statements
        .iter()
        .filter(|s| s.dated && s.rank == Rank::Normal)
        .filter_map(|s| s.time.to)
        .max();
    // An article that does not say its day speaks as late as the sources do: what is long past to them is no
    // news in it either.
    let told = || statements.iter().filter_map(|s| s.source_date.to).max();
    let day = published.or_else(told);
    let fresh = |time: Period| match (time.to, day) {
        (Some(to), Some(day)) => {
            shifted(to, FRESH).is_some_and(|end| end >= day)
                && time
                    .from
                    .is_none_or(|from| shifted(day, 31).is_some_and(|d| from <= d))
        }
        _ => true,
    };
    statements
        .iter()
        .filter(|s| s.rank != Rank::Hypothetical)
        .filter(|s| {
            let data = &reference.set.statements[s.index];
            match (behaviour, when) {
                (_, When::Elsewhen) | (Behaviour::Event, When::Earlier) => false,
                (Behaviour::Fixed | Behaviour::Age, _) => true,
                (_, When::At(period)) => {
                    (s.dated || behaviour == Behaviour::Event) && same_time(s.time, period)
                }
                (Behaviour::Event, When::Unsaid | When::Was | When::Now) => {
                    data.whole || !data.one_of_several && fresh(s.time)
                }
                (Behaviour::State, When::Earlier) => s.dated && s.time.to < latest,
                // "Now" of a day that is not known may be any.
                (Behaviour::State, When::Now) if published.is_some() => {
                    s.dated && s.time.to == latest && fresh(s.time)
                }
                // A bound on another time's value ("over $13 billion" before) says nothing of this one's.
                (Behaviour::State, When::Unsaid | When::Was | When::Now) => {
                    s.time.to == latest || s.quantity.is_bounded()
                }
            }
        })
        .filter_map(|s| {
            Some(Stated {
                statement: s,
                value: value_of(s, behaviour)?,
            })
        })
        .take(WEIGHED)
        .collect()
}

/// What a statement of a property with that behaviour stands for.
pub(crate) fn value_of(statement: &ReadStatement, behaviour: Behaviour) -> Option<Value> {
    // A source dated to the month speaks from its middle: two weeks are less than an age leaves open.
    let seen = if statement.time.is_known() {
        statement.time
    } else {
        statement.source_date
    };
    Value::lenient(&statement.quantity, behaviour, seen.middle())
}

/// Whether a statement told for a time is the latest of those that held on `day`, or of all where that is not known.
pub(crate) fn held_on(
    statement: &ReadStatement,
    statements: &[ReadStatement],
    day: Option<Period>,
) -> bool {
    let day = day.and_then(|day| shifted(day.to?, SAME_TIME));
    let begun =
        |s: &&ReadStatement| day.is_none_or(|day| s.time.from.is_none_or(|from| from <= day));
    let latest = statements
        .iter()
        .filter(|s| s.dated && s.rank == Rank::Normal)
        .filter(begun)
        .max_by_key(|s| s.time.to);
    begun(&statement) && latest.is_none_or(|latest| same_time(latest.time, statement.time))
}

/// Whether two statements of a cell speak of one time, as far as they say.
pub(crate) fn of_one_time(one: &ReadStatement, other: &ReadStatement) -> bool {
    !one.dated || !other.dated || same_time(one.time, other.time)
}

/// Whether a derivation for one of `statements` is of the time that a claim is said to hold at; what
/// changes and is told without a time is held against the latest only.
pub(crate) fn derivation_is_of(
    derived: &Derived<'_>,
    statements: &[ReadStatement],
    behaviour: Behaviour,
    when: When,
) -> bool {
    match (when, behaviour) {
        (When::At(period), _) => derived.from.iter().all(|s| same_time(s.time, period)),
        (When::Earlier | When::Elsewhen, _) => false,
        (_, Behaviour::State) => statements
            .iter()
            .filter(|s| s.dated && s.rank == Rank::Normal)
            .max_by_key(|s| s.time.to)
            .is_none_or(|latest| is_of_time(derived, latest)),
        _ => true,
    }
}

/// Whether what is derived is of the time of a statement; what never changes is of every time.
pub(crate) fn is_of_time(derived: &Derived<'_>, statement: &ReadStatement) -> bool {
    derived
        .from
        .iter()
        .all(|s| !(s.dated && statement.dated) || same_time(s.time, statement.time))
}

/// How many independent sources and derivations agree with a value.
pub(crate) fn support(value: &Value, stated: &[Stated<'_>], derived: &[Derived<'_>]) -> usize {
    let agreeing = stated
        .iter()
        .filter(|s| s.statement.rank == Rank::Normal && s.value.agrees(value))
        .map(|s| s.statement);
    independent(agreeing) + derived.iter().filter(|d| d.value.agrees(value)).count()
}

/// The statement that independent sources and derivations support best.
pub(crate) fn best<'s, 'r>(
    stated: &'s [Stated<'r>],
    derived: &[Derived<'_>],
) -> Option<&'s Stated<'r>> {
    stated
        .iter()
        .enumerate()
        .filter(|(_, s)| s.statement.rank == Rank::Normal)
        .max_by_key(|(index, s)| {
            // A bound agrees with much and so says little: a value is better evidence.
            (
                s.value.is_bounded(),
                support(&s.value, stated, derived),
                std::cmp::Reverse(s.value.width()),
                std::cmp::Reverse(*index),
            )
        })
        .map(|(_, s)| s)
}

/// Whether the bare digits of a hedged figure tell which of the values that sources differ on it stands for:
/// "nearly 15" may be 14.3 or 14.8, and where both are stated it is 14.8 that rounds to 15.
pub(crate) fn tells_apart(written: &Value, best: &Stated<'_>, stated: &[Stated<'_>]) -> bool {
    let rounds = |s: &Stated<'_>| {
        s.statement.rank == Rank::Normal
            && s.value.is_bounded()
            && s.value.agrees(written)
            && !s.value.agrees(&best.value)
    };
    !best.value.agrees(written) && stated.iter().any(rounds)
}

/// Whether any two of the sources contradict each other.
pub(crate) fn differ(stated: &[Stated<'_>]) -> bool {
    let normal: Vec<&Stated<'_>> = stated
        .iter()
        .filter(|s| s.statement.rank == Rank::Normal)
        .collect();
    normal.iter().enumerate().any(|(i, a)| {
        normal[i + 1..]
            .iter()
            .any(|b| a.value.comparable(&b.value) && !a.value.agrees(&b.value))
    })
}
