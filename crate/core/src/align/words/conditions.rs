//! Whether two figures are told under the same conditions: of one time, on one basis, by one measure of several.

use crate::figures::{Kind, Modifier, Quantity, Sort, may_agree};
use crate::reading::words::said::Said;
use crate::reading::words::{Dating, WordFigure};
use time::{Date, Duration};

/// Whether nothing says that the two are told of different times, or as different figures of one thing.
pub(super) fn are_same(figure: &WordFigure, other: &WordFigure) -> bool {
    let (ours, theirs) = (&figure.said, &other.said);
    let meet = |a: u16, b: u16| a == 0 || b == 0 || a & b != 0;
    ours.is_change == theirs.is_change
        && same_qualifiers(ours, theirs)
        && ours.denied == theirs.denied
        && of_one_side(figure, other)
        && !ours.poles.are_opposed(theirs.poles)
        && ours.is_part == theirs.is_part
        && ours.way * theirs.way >= 0
        && meet(ours.months, theirs.months)
        && meet(ours.weekdays.into(), theirs.weekdays.into())
        && !(is_past(figure) && theirs.is_future || is_past(other) && ours.is_future)
        && same_role(figure, other)
        && same_conditions(figure, other)
}

/// Whether nothing says that two ages are of different sides: of the suspects, of the victims.
pub(super) fn of_one_side(figure: &WordFigure, other: &WordFigure) -> bool {
    let (ours, theirs) = (&figure.said.sides, &other.said.sides);
    figure.quantity.kind != Kind::Age || ours.is_empty() || theirs.is_empty() || ours == theirs
}

/// Whether it is told of a time that has passed, by its date.
fn is_past(figure: &WordFigure) -> bool {
    !figure.said.is_future && figure.conditions.iter().any(|c| c.role == Dating::At)
}

/// Whether both are told as the same figure of several; a headline leaves out what its article says.
fn same_qualifiers(ours: &Said, theirs: &Said) -> bool {
    if ours.titled {
        return ours
            .qualifiers
            .iter()
            .all(|q| theirs.qualifiers.contains(q));
    }
    ours.qualifiers == theirs.qualifiers
}

/// Whether two figures are the same to their sentences. When something began is not when it ended; and what amounts are
/// told under is another condition only where all the amounts are the same.
fn same_role(figure: &WordFigure, other: &WordFigure) -> bool {
    let day = |role: Option<Dating>| matches!(role, Some(Dating::At | Dating::AsOf));
    // "has 40 reviews", "based on 39 reviews"
    let based = |a: Option<Dating>, b: Option<Dating>| {
        a.is_none() && matches!(b, Some(Dating::Base | Dating::Basis))
    };
    // "reviewed by 40 critics"
    let alone = figure.amounts.is_empty()
        && (figure.role, other.role) == (Some(Dating::Basis), Some(Dating::Basis));
    let counts = (alone || based(figure.role, other.role) || based(other.role, figure.role))
        && !figure.counted.is_empty()
        && figure.counted == other.counted;
    let role = figure.role == other.role || day(figure.role) && day(other.role) || counts;
    let told_of = |role| {
        matches!(
            role,
            Some(Dating::AsOf | Dating::Base | Dating::Basis | Dating::Whole)
        )
    };
    let of_amounts = told_of(figure.role) || told_of(other.role) || !figure.amounts.is_empty();
    let exactly = figure.role != Some(Dating::Basis);
    // On two days $64 million and $64.4 million may both be right.
    let as_of = figure.role == Some(Dating::AsOf);
    let stands_there = |a: &Quantity| {
        (!exactly || a.modifier == Modifier::Exact)
            && (other.amounts.iter())
                .filter(|b| Sort::of(a) == Sort::of(b))
                .any(|b| may_agree(a, b) && (!as_of || a.low == b.low))
    };
    let same_amounts = !figure.amounts.is_empty() && figure.amounts.iter().all(stands_there);
    role && (figure.role.is_none() && !told_of(other.role) || counts || !of_amounts || same_amounts)
}

/// What amounts are told at or reckoned from.
const BASES: [Dating; 2] = [Dating::Base, Dating::Basis];

/// Whether the conditions of two sentences let their amounts be the same: they share a day, where both give one; and
/// are told at one count of what they depend on.
fn same_conditions(figure: &WordFigure, other: &WordFigure) -> bool {
    let of = |figure: &WordFigure, roles: &[Dating]| -> Vec<Quantity> {
        let some = (figure.conditions.iter()).filter(|c| roles.contains(&c.role));
        let mut some: Vec<Quantity> = some.map(|c| c.quantity.clone()).collect();
        // Beside a day, a year is of something else: "the 2019–20 season".
        if some.iter().any(|day| day.kind == Kind::Date) {
            some.retain(|day| day.kind != Kind::Year);
        }
        some
    };
    let meet = |ours: &[Quantity], theirs: &[Quantity]| {
        ours.iter().any(|a| theirs.iter().any(|b| may_agree(a, b)))
    };
    let either = |roles: &[Dating]| {
        let (ours, theirs) = (of(figure, roles), of(other, roles));
        ours.is_empty() || theirs.is_empty() || meet(&ours, &theirs)
    };
    // "After 40 reviews, …" says nothing of what it was after 45.
    let at_a_count = |figure: &WordFigure| !of(figure, &[Dating::Base]).is_empty();
    let bases =
        !at_a_count(figure) && !at_a_count(other) || meet(&of(figure, &BASES), &of(other, &BASES));
    bases
        && either(&[Dating::At, Dating::AsOf, Dating::From, Dating::Until])
        && either(&[Dating::Whole])
}

/// Whether one of them is told of another year than the day from which the other's text speaks, where that one's
/// sentence names no year: "killed 12 people in 2019", "killed 31 people on Tuesday".
pub(super) fn are_of_other_years(
    figure: (&WordFigure, Option<Date>),
    other: (&WordFigure, Option<Date>),
) -> bool {
    let years = |figure: &WordFigure| -> Vec<i32> {
        let days = (figure.conditions.iter())
            .filter(|c| c.quantity.start < figure.said.until)
            .filter(|c| {
                matches!(
                    c.role,
                    Dating::At | Dating::AsOf | Dating::From | Dating::Until
                )
            });
        let year = |day: &Quantity| match (day.kind, day.dates) {
            (Kind::Year, None) => day.low.to_string().parse().ok(),
            (_, dates) => dates?.first.year.map(i32::from),
        };
        days.filter_map(|c| year(&c.quantity)).collect()
    };
    let apart = |dated: &WordFigure, (told, published): (&WordFigure, Option<Date>)| {
        let (years, known) = (years(dated), years(told));
        // What an article of January calls "on Tuesday" may be of the year before, and so may "the year's revenue".
        let reach = |year: i32, day: Date| {
            let before = if told.said.weekdays == 0 {
                day.year() - 1
            } else {
                (day - WEEK).year()
            };
            (before..=day.year()).contains(&year)
        };
        known.is_empty()
            && !years.is_empty()
            && published.is_some_and(|day| !years.iter().any(|&year| reach(year, day)))
    };
    let dependent =
        figure.0.depends_on_occasion() && figure.0.role.is_none() && other.0.role.is_none();
    dependent && (apart(figure.0, other) || apart(other.0, figure))
}

/// How far back a day of the week lies at the most that is named by itself.
const WEEK: Duration = Duration::days(7);
