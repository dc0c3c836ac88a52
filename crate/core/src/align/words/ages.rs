//! Ages of people whom both texts name: the same person's, however their sentences tell it.

use super::conditions::of_one_side;
use super::index::Known;
use crate::calendar::{Period, shifted, years_later};
use crate::figures::{Decimal, Modifier, Quantity, shares_one_end};
use crate::reading::words::whose_age::Person;
use crate::reading::words::{WordFigure, WordReading};
use rust_decimal::prelude::ToPrimitive;
use time::Date;

/// Within so many days nobody expects a birthday: two ages then differ because one of them is wrong.
const NO_BIRTHDAY: i32 = 3;

/// Two ages of people of one surname, of whom one text writes no more than that, are of one person only where they lie
/// within so many years: children and parents lie farther apart.
const GENERATION: i64 = 10;

/// What another text says of a person's age.
pub(crate) enum Told<'k> {
    /// The same, or what can be the same seen from its own day.
    Alike(&'k WordFigure),
    /// Another one.
    Otherwise(&'k WordFigure),
}

/// What the other text says of the age of the person that this age is of; none where it names nobody so, or gives
/// several ages itself.
pub(crate) fn told<'k>(
    figure: &WordFigure,
    text: &WordReading,
    known: &'k Known,
) -> Option<Told<'k>> {
    let whose = figure.whose.as_ref()?;
    let (published, there) = (text.published, known.reading.published);
    let alone = || {
        let namesakes = |reading: &WordReading| reading.names.are_one(whose.last());
        namesakes(text) && namesakes(&known.reading)
    };
    // "Mrs Lidell, who is 49", "Ivy Lidell, 51"
    let by_surname = |person: &Person, other: &WordFigure| {
        let apart = figure.quantity.low - other.quantity.low;
        person.is_short() != whose.is_short() && apart.abs() <= Decimal::from(GENERATION) && alone()
    };
    let is_whose = |other: &&WordFigure| {
        (other.whose.as_ref()).is_some_and(|w| w.may_be(whose) || by_surname(w, other))
    };
    let mut same = known.aged(whose.last()).filter(is_whose);
    // "who was 62 at the time"
    let of_now = |one: &WordFigure| !one.said.is_then;
    let other = same
        .next()
        .filter(|other| of_now(figure) && of_now(other))?;
    let agrees =
        |other: &WordFigure| agree((&figure.quantity, published), (&other.quantity, there));
    if agrees(other) {
        return Some(Told::Alike(other));
    }
    let mut rest = same.peekable();
    if let Some(alike) = rest.find(|other| agrees(other)) {
        return Some(Told::Alike(alike));
    }
    let plain = |figure: &WordFigure| figure.quantity.modifier == Modifier::Exact;
    (plain(figure) && plain(other)).then_some(Told::Otherwise(other))
}

/// What the other text says in place of an age of a list in which nobody is named: "men aged 18, 21 and 35". A list is
/// known by its other ages; a list of two is known only where the sentences say much of the same.
pub(crate) fn listed<'k>(figure: &WordFigure, known: &'k Known) -> Option<Told<'k>> {
    if figure.listed.is_empty() {
        return None;
    }
    let all = || known.listed(figure.listed.len());
    let is_same = |a: &WordFigure| sorted(&a.listed) == sorted(&figure.listed);
    if let Some(same) =
        all().find(|other| is_same(other) && other.quantity.low == figure.quantity.low)
    {
        return Some(Told::Alike(same));
    }
    let near = |other: &&WordFigure| {
        let odd = |ours: &[Decimal], theirs: &[Decimal]| -> Option<Decimal> {
            let mut rest = theirs.to_vec();
            let mut odd = None;
            for age in ours {
                match rest.iter().position(|one| one == age) {
                    Some(at) => drop(rest.swap_remove(at)),
                    None if odd.is_none() => odd = Some(*age),
                    None => return None,
                }
            }
            odd
        };
        odd(&figure.listed, &other.listed) == Some(figure.quantity.low)
            && odd(&other.listed, &figure.listed) == Some(other.quantity.low)
            && (figure.listed.len() > 2
                || super::enough(&figure.aspect, &other.aspect, 20)
                || super::enough(&other.aspect, &figure.aspect, 20))
    };
    all().find(near).map(Told::Otherwise)
}

/// What the other text says in place of a range of ages of people who are not named: "all between 18 and 22". Where each
/// text gives one such range and the two share an end, they are of one group, unless each is told of its own side.
pub(crate) fn ranged<'k>(figure: &WordFigure, known: &'k Known) -> Option<Told<'k>> {
    if !figure.is_range_of_ages() {
        return None;
    }
    let other = known.only_range_of_ages()?;
    (of_one_side(figure, other) && shares_one_end(&figure.quantity, &other.quantity))
        .then_some(Told::Otherwise(other))
}

fn sorted(ages: &[Decimal]) -> Vec<Decimal> {
    let mut ages = ages.to_vec();
    crate::order::sort(&mut ages);
    ages
}

/// Whether two ages, each seen from the day of its text, can be one person's.
fn agree((a, one): (&Quantity, Option<Date>), (b, two): (&Quantity, Option<Date>)) -> bool {
    if a.interval.meets(&b.interval) {
        return true;
    }
    match (one, two) {
        (Some(one), Some(two)) => {
            let apart = one.to_julian_day() - two.to_julian_day();
            apart.abs() > NO_BIRTHDAY
                && match (births(a, one), births(b, two)) {
                    (Some(a), Some(b)) => a.meets(&b),
                    _ => true,
                }
        }
        // A birthday may lie between two days that are not known.
        _ => a
            .low
            .checked_sub(b.low)
            .is_none_or(|years| years.abs() <= Decimal::ONE),
    }
}

/// The days on which somebody of that age on that day can have been born.
fn births(age: &Quantity, seen: Date) -> Option<Period> {
    let years = |value: Decimal| value.to_i32();
    Some(Period {
        from: shifted(years_later(seen, -(years(age.high)? + 1))?, 1),
        to: years_later(seen, -years(age.low)?),
    })
}
