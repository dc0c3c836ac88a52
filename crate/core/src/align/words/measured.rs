//! Whether two figures measure the same, by the words that lead up to them and follow them.

use crate::figures::{Kind, Unit};
use crate::lexicon::forms;
use crate::reading::words::WordFigure;
use crate::reading::words::aspect::Aspect;
use crate::reading::words::said::Said;

/// Whether what is said of the one figure is said of the other.
pub(super) fn are_same(figure: &WordFigure, other: &WordFigure) -> bool {
    let (ours, theirs) = (&figure.said, &other.said);
    if !counts_the_same(figure, other) {
        return false;
    }
    // A .38 counts nobody, and a magnitude of 5.2 does not.
    let is_no_count = |a: &WordFigure, b: &WordFigure| {
        b.quantity.kind == Kind::Count
            && a.quantity.kind == Kind::Number
            && a.quantity.low == a.quantity.high
            && !a.quantity.low.fract().is_zero()
    };
    if is_no_count(figure, other) || is_no_count(other, figure) || are_doer_and_deed(figure, other)
    {
        return false;
    }
    // The day that amounts are told of is told of the amounts, whatever leads up to it.
    if figure.role.is_some() && !figure.amounts.is_empty() {
        return true;
    }
    let several = |said: &Said| said.names.len() + said.leading.len() > 1;
    if figure.quantity.kind == Kind::Score && several(ours) && several(theirs) {
        return true;
    }
    if are_of_others(figure, other) {
        return false;
    }
    let same_noun = counts(figure) && figure.counted == other.counted
        || ours.sum.is_some() && ours.sum == theirs.sum;
    // "One who was infected had died", "28 were infected".
    let told = !ours.outcomes.is_empty() && !theirs.outcomes.is_empty();
    if told && ours.outcomes.last() != theirs.outcomes.last() {
        return false;
    }
    // "1,000 who fell ill have died", "759 people with the fever have died"
    if told && figure.anybody && other.anybody {
        return true;
    }
    // "about 130 people were at a party", "some 150 attended the party"
    let said_there = |one: &Said, there: &Said| telling(one).is_some_and(|stem| says(there, stem));
    if ours.is_present && theirs.is_present {
        return said_there(ours, theirs) || said_there(theirs, ours);
    }
    // "four people were shot in the hall", "some 150 people were in the hall"
    if ours.is_present != theirs.is_present && figure.anybody && other.anybody {
        return false;
    }
    if follow_otherwise(figure, other) && !same_noun {
        return false;
    }
    // "31 per cent of patients were seen in a month", "84 per cent of patients were sent home"
    let shares = ours.done.is_some() && theirs.done.is_some();
    if shares && strange(ours.done.as_ref(), theirs) && strange(theirs.done.as_ref(), ours) {
        return false;
    }
    let (Some(first), Some(second)) = (telling(ours), telling(theirs)) else {
        // A day that nothing is said to have happened on is no day of anything.
        if matches!(figure.quantity.kind, Kind::Date | Kind::Year) {
            return false;
        }
        if ours.way * theirs.way > 0 {
            return true;
        }
        return same_noun
            || telling(ours).is_some_and(|first| says(theirs, first))
            || telling(theirs).is_some_and(|second| says(ours, second));
    };
    // "Repairs of the bridge cost": what opens the figure's part says what it is of.
    if !same_noun
        && ours
            .before
            .last()
            .is_some_and(|last| ours.opens && !says(theirs, last))
    {
        return false;
    }
    let (known, back) = (says(theirs, first), says(ours, second));
    known && back || (known || back) && (same_noun || ours.way * theirs.way > 0)
}

/// Whether the two are of different things or sorts of a thing, by what is said of them.
fn are_of_others(figure: &WordFigure, other: &WordFigure) -> bool {
    let (ours, theirs) = (&figure.said, &other.said);
    // "The barrier cost £118m", "each closure costs £14,000"
    let of_each = |one: &WordFigure, there: &WordFigure| {
        let each = one.said.each.as_ref();
        each.is_some_and(|each| !says(&there.said, each) || there.counted == *each)
    };
    if of_each(figure, other) || of_each(other, figure) {
        return true;
    }
    // "The dam is 66 metres high", "two towers of 40 metres in height"; "the barrier cost £118m", "a pool costing £3m"
    let things = |one: &Said| -> Option<String> {
        let thing = |stem: &&String| Some(*stem) != one.head.as_ref();
        one.before.iter().find(thing).cloned()
    };
    let of_things = matches!(figure.quantity.kind, Kind::Dimension | Kind::Money)
        && ours.head.is_some()
        && ours.head == theirs.head;
    if of_things
        && let (Some(one), Some(another)) = (things(ours), things(theirs))
        && !says(theirs, &one)
        && !says(ours, &another)
    {
        return true;
    }
    // "The tunnel will be 18 kilometres long", "its first section, 3 kilometres long,"
    let leads_there = |one: &Said, there: &Said| one.before.iter().any(|stem| says(there, stem));
    if ours.is_extent != theirs.is_extent
        && !leads_there(ours, theirs)
        && !leads_there(theirs, ours)
    {
        return true;
    }
    // "A family ticket costs £58", "the price of an adult ticket"
    let another_sort = |(noun, sort): &(String, String)| {
        let same = |(other, another): &&(String, String)| other == noun && another != sort;
        let other = theirs.sorts.iter().find(same);
        other.is_some_and(|(_, another)| !says(theirs, sort) && !says(ours, another))
    };
    if ours.sorts.iter().any(another_sort) {
        return true;
    }
    // "20 teachers have been off sick", "it has 38 teachers"
    counts(figure) && (ours.is_acting && theirs.is_had || theirs.is_acting && ours.is_had)
}

/// Whether what follows each of them is something else: "paid $9 million to lawyers", "$68 million to settle".
pub(super) fn follow_otherwise(figure: &WordFigure, other: &WordFigure) -> bool {
    let (ours, theirs) = (&figure.said, &other.said);
    strange(ours.after.as_ref(), theirs) && strange(theirs.after.as_ref(), ours)
}

fn strange(stem: Option<&String>, said: &Said) -> bool {
    stem.is_some_and(|stem| !says(said, stem))
}

/// "1,200 farms", "400 farmers"
fn are_doer_and_deed(figure: &WordFigure, other: &WordFigure) -> bool {
    match (&figure.quantity.unit, &other.quantity.unit) {
        (Unit::Noun(one), Unit::Noun(two)) => forms::are_doer_and_deed(
            &crate::text::lowercase(one.head()),
            &crate::text::lowercase(two.head()),
        ),
        _ => false,
    }
}

/// Whether what the one counts is named beside the other too.
pub(super) fn counts_the_same(figure: &WordFigure, other: &WordFigure) -> bool {
    names_what_is_counted(figure, other) && names_what_is_counted(other, figure)
}

/// The same where the other's text is short, and may name it anywhere.
pub(super) fn counts_among(figure: &WordFigure, other: &WordFigure, whole: &Aspect) -> bool {
    (!counts(figure) || figure.counted == other.counted || whole.says(&figure.counted))
        && names_what_is_counted(other, figure)
}

/// The word that tells best what a figure measures.
fn telling(said: &Said) -> Option<&String> {
    said.head.as_ref().or(said.after.as_ref())
}

fn says(said: &Said, stem: &String) -> bool {
    said.words.binary_search(stem).is_ok()
}

fn counts(figure: &WordFigure) -> bool {
    !figure.counted.is_empty() && !figure.anybody
}

fn names_what_is_counted(figure: &WordFigure, other: &WordFigure) -> bool {
    !counts(figure) || figure.counted == other.counted || says(&other.said, &figure.counted)
}
