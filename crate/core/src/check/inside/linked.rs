//! What each tie that a text states comes to: its figures, how they are judged, and what a reader is told of them.

use super::reckon::Span;
use super::{
    Judged, OneSlip, Place, Text, Tie, again, ages, changes, conversions, days, impossible,
    journeys, majorities, moves, products, runs, shares, slips, sums, years,
};
use crate::figures::{Change, Decimal, Kind, Link, Many, Unit};
use crate::lexicon::named;
use std::ops::Range;

/// The unit of the first figure of a tie, where it is reckoned in one.
pub(super) fn unit(text: &Text<'_>, link: &Link) -> Unit {
    let figure = |i: usize| text.quantities[i].unit.clone();
    match *link {
        Link::Change { size, from, .. } => match text.quantities[size].kind {
            // "a third" of what it was is told in percent.
            Kind::Fraction => Unit::Named(String::from(named::PERCENT)),
            // "fell 6 points to 48 per cent"
            Kind::Count if text.quantities[from].kind == Kind::Percent => figure(size),
            Kind::Count | Kind::Number => figure(from),
            _ => figure(size),
        },
        Link::Share { share, .. } if text.quantities[share].kind == Kind::Fraction => {
            Unit::Named(String::from(named::PERCENT))
        }
        Link::Sum { total, .. } if text.quantities[total].kind == Kind::Money => figure(total),
        Link::Product { total, .. } if !matches!(figure(total), Unit::Noun(_)) => figure(total),
        Link::Conversion { two: first, .. }
        | Link::Share { share: first, .. }
        | Link::Stake { share: first, .. }
        | Link::Move { share: first, .. }
        | Link::Impossible { figure: first, .. }
        | Link::Journey { time: first, .. }
        | Link::Portion { share: first, .. }
        | Link::Rest { other: first, .. } => figure(first),
        _ => Unit::None,
    }
}

/// Which way the levels of a change go.
pub(super) fn way(text: &Text<'_>, link: &Link) -> Option<Change> {
    if let Link::Move { way, .. } = *link {
        return way;
    }
    let Link::Change { size, from, to, .. } = *link else {
        return None;
    };
    let figure = |i: usize| &text.quantities[i];
    let (old, new) = (figure(from).low, figure(to).low);
    (figure(size).kind != Kind::Multiple && old != new).then_some(if old < new {
        Change::Up
    } else {
        Change::Down
    })
}

/// One slip of the first figure of a tie that would settle it.
pub(super) fn slip(text: &Text<'_>, link: &Link, gives: Option<Decimal>) -> Option<OneSlip> {
    let figure = |i: usize| &text.quantities[i];
    match *link {
        Link::Conversion { one, two } if conversions::fits_swapped(text, one, two) => {
            Some(OneSlip::UnitsSwapped)
        }
        // "doubled" has no digits.
        Link::Change { size, .. } if figure(size).kind == Kind::Multiple => None,
        Link::Conversion { two: first, .. }
        | Link::Change { size: first, .. }
        | Link::Move { share: first, .. }
        | Link::Stake { share: first, .. }
        | Link::Share { share: first, .. }
        | Link::Majority { by: first, .. } => slips::settles(figure(first), gives?),
        _ => None,
    }
}

/// What ties the figures.
pub(super) fn tie(link: &Link) -> Tie {
    match link {
        Link::Weekday { .. } => Tie::Weekday,
        Link::NoSuchDay { .. } => Tie::NoSuchDay,
        Link::Change { .. } => Tie::Change,
        Link::Move { .. } => Tie::Move,
        Link::Impossible { .. } => Tie::Impossible,
        Link::Conversion { .. } => Tie::Conversion,
        Link::Share { .. } | Link::Stake { .. } => Tie::Share,
        Link::Portion { .. } => Tie::Portion,
        Link::ShareOf { .. } => Tie::ShareOfFew,
        Link::Rest { .. } => Tie::Rest,
        Link::Anniversary { .. } => Tie::Anniversary,
        Link::Again { .. } => Tie::Again,
        Link::Ages { .. } => Tie::Ages,
        Link::Sum { .. } => Tie::Sum,
        Link::Span { .. } => Tie::Span,
        Link::Days { .. } => Tie::Days,
        Link::Product { .. } => Tie::Product,
        Link::Journey { .. } => Tie::Journey,
        Link::Majority { .. } => Tie::Majority,
        Link::Life { .. } => Tie::Life,
        Link::Born { .. } => Tie::Born,
        Link::Ago { .. } => Tie::Ago,
    }
}

/// Whether it holds.
pub(super) fn judge(text: &Text<'_>, link: &Link) -> Judged {
    match *link {
        Link::Weekday {
            weekday,
            date,
            year_of,
            night,
            ..
        } => {
            let told = days::Told {
                weekday,
                date,
                year_of,
                night,
            };
            days::judge(text, &told)
        }
        Link::NoSuchDay { date } => days::no_such_day(text, date),
        Link::Change {
            size,
            way,
            from,
            to,
        } => changes::judge(text, [size, from, to], way),
        Link::Move {
            share,
            amount,
            to,
            way,
        } => moves::judge(text, [share, amount, to], way),
        Link::Impossible { figure, whole } => impossible::judge(text, figure, whole),
        Link::Conversion { one, two } => conversions::judge(text, one, two),
        Link::Share { part, whole, share } => shares::judge(text, part, whole, share),
        Link::Stake {
            share,
            price,
            value,
        } => shares::stake(text, [share, price, value]),
        Link::Portion { part, share } => shares::portion(text, part, share),
        Link::ShareOf { share, whole } => shares::of_few(text, share, whole),
        Link::Rest { share, other } => shares::rest(text, share, other),
        Link::Anniversary { since, which, seen } => years::anniversary(text, since, which, seen),
        Link::Again { words, value, .. } => again::judge(text, words, value),
        Link::Ages {
            ref total,
            told,
            all,
            ..
        } => ages::judge(how_many(text, total), told, all),
        Link::Sum {
            total,
            ref parts,
            open,
        } => sums::judge(text, total, parts, open),
        Link::Span {
            years,
            until,
            length,
        } => runs::span(text, (years, until), length),
        Link::Days {
            days,
            until,
            ref length,
            unbroken,
        } => runs::days(text, (days, until), how_many(text, length), unbroken),
        Link::Product { many, each, total } => products::judge(text, [many, each, total]),
        Link::Journey {
            distance,
            speed,
            time,
        } => journeys::judge(text, [distance, speed, time]),
        Link::Majority { first, second, by } => majorities::judge(text, [first, second, by]),
        Link::Life { born, died, age } => years::life(text, born, died, age),
        Link::Born { age, born, seen } => years::born(text, age, born, seen),
        Link::Ago { year, length } => years::ago(text, year, length),
    }
}

/// What the words or the figure for a number of people or days can mean.
fn how_many(text: &Text<'_>, many: &Many) -> Span {
    match *many {
        Many::Figure(figure) => Span::of(&text.quantities[figure]),
        Many::Words { least, most, .. } => Span::new(least.into(), most.into()),
    }
}

/// Whether a tie that holds says something: what only open or very rough figures let pass was not checked.
pub(super) fn is_tight(text: &Text<'_>, link: &Link) -> bool {
    let tight = |i: usize| {
        let figure = &text.quantities[i];
        let span = Span::of(figure);
        let width = span
            .low
            .zip(span.high)
            .map(|(low, high)| high.checked_sub(low));
        match width {
            // Days have no number.
            None => figure.dates.is_some(),
            Some(width) => width
                .and_then(|width| width.checked_mul(Decimal::TWO))
                .is_some_and(|width| width <= figure.low.abs().max(figure.high.abs())),
        }
    };
    figures(link).into_iter().all(tight)
}

/// The figures of a tie, what is reckoned first.
pub(super) fn figures(link: &Link) -> Vec<usize> {
    match *link {
        Link::Weekday { date, .. } | Link::NoSuchDay { date } => vec![date],
        Link::Change { size, from, to, .. } => vec![size, from, to],
        Link::Conversion { one, two } => vec![two, one],
        Link::Share { part, whole, share } => vec![share, part, whole],
        Link::Stake {
            share,
            price,
            value,
        } => vec![share, price, value],
        Link::Portion { part, share } => vec![share, part],
        Link::Rest { share, other } => vec![other, share],
        Link::Anniversary { since, which, .. } => vec![which, since],
        Link::ShareOf { share, whole } => vec![share, whole],
        Link::Again { words, .. } => vec![words],
        Link::Ages { ref total, .. } => total.figure().into_iter().collect(),
        Link::Sum {
            total, ref parts, ..
        } => std::iter::once(total)
            .chain(parts.iter().copied())
            .collect(),
        Link::Span {
            years,
            until,
            length,
        } => [length, years].into_iter().chain(until).collect(),
        Link::Days {
            days,
            until,
            ref length,
            ..
        } => (length.figure().into_iter())
            .chain([days])
            .chain(until)
            .collect(),
        Link::Move {
            share, amount, to, ..
        } => vec![share, amount, to],
        Link::Impossible { figure, whole } => std::iter::once(figure).chain(whole).collect(),
        Link::Product { many, each, total } => vec![total, many, each],
        Link::Journey {
            distance,
            speed,
            time,
        } => vec![time, distance, speed],
        Link::Majority { first, second, by } => vec![by, first, second],
        Link::Life { born, died, age } => vec![age, born, died],
        Link::Born { age, born, .. } => vec![age, born],
        Link::Ago { year, length } => vec![length, year],
    }
}

/// The values of the figures of a tie; none where one of its places is a date, or words.
pub(super) fn values(text: &Text<'_>, link: &Link) -> Vec<Decimal> {
    let figures = figures(link);
    let numbers = figures.iter().all(|&i| text.quantities[i].dates.is_none());
    let words = matches!(
        link,
        Link::Again { .. } | Link::Ages { .. } | Link::Days { .. } | Link::Impossible { .. }
    );
    if words || !numbers {
        return Vec::new();
    }
    let values = figures.into_iter().map(|i| text.quantities[i].low);
    values.map(|value| value.normalize()).collect()
}

/// The day or year that a tie is seen from, where the text says it.
pub(super) fn seen_from(link: &Link) -> Option<usize> {
    match *link {
        Link::Born { seen, .. } | Link::Anniversary { seen, .. } => seen,
        _ => None,
    }
}

/// Where the figures of a tie stand, what is reckoned first.
pub(super) fn places(
    link: &Link,
    figure: &impl Fn(usize) -> Place,
    place: &impl Fn(Range<usize>) -> Place,
) -> Vec<Place> {
    let mut places: Vec<Place> = figures(link).into_iter().map(figure).collect();
    match link {
        Link::Weekday { words, .. }
        | Link::Days {
            length: Many::Words { words, .. },
            ..
        }
        | Link::Ages {
            total: Many::Words { words, .. },
            ..
        } => places.insert(0, place(words.clone())),
        Link::Again { digits, .. } => places.push(place(digits.clone())),
        _ => {}
    }
    if let Link::Ages { list, .. } = link {
        places.push(place(list.clone()));
    }
    places
}
