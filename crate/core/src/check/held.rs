//! When a figure of a source holds, and an age reckoned to the day of the article.

use crate::calendar::Period;
use crate::figures::Kind;
use crate::reference::{Behaviour, ReadStatement, Reference};
use crate::report::{Figure, Held};
use rust_decimal::prelude::ToPrimitive;
use time::Date;

/// How far source and article may lie apart for the age to be told without the reckoning, in days.
const SAME_AGE: i32 = 60;
/// The length of a year, in days.
const YEAR: i32 = 365;
/// How much of a year must have passed, or be missing, for the age to be likely one more or none: in days.
const LIKELY: i32 = 90;

/// A statement as its source writes it, with its time where that matters.
pub(super) fn figure(
    reference: &Reference,
    statement: &ReadStatement,
    published: Option<Date>,
) -> Figure {
    if statement.quantity.kind == Kind::Age {
        return Figure {
            text: statement.quantity.low.normalize().to_string(),
            when: age(statement, published).unwrap_or_default(),
        };
    }
    let data = &reference.set.statements[statement.index];
    let state = reference
        .property(&data.property)
        .and_then(|p| reference.set.properties.get(p))
        .is_some_and(|p| p.behaviour == Behaviour::State);
    let when = match said(reference, statement) {
        Held::At(_) if !state => Held::Unsaid,
        said => said,
    };
    Figure {
        text: data.quantity.clone(),
        when,
    }
}

/// When its source says that a figure holds. The days that this is read as would say more than it does.
pub(super) fn said(reference: &Reference, statement: &ReadStatement) -> Held {
    let data = &reference.set.statements[statement.index];
    match (&data.time, &data.before) {
        (Some(time), _) => Held::At(time.clone()),
        (None, Some(before)) => Held::Before(before.clone()),
        (None, None) => Held::Unsaid,
    }
}

/// An age that a source states, reckoned to the day of the article; nothing where the two are of about the same time.
fn age(statement: &ReadStatement, published: Option<Date>) -> Option<Held> {
    let (source, day) = (statement.source_date, published?);
    let days = day.to_julian_day() - source.middle().from?.to_julian_day();
    if days.abs() <= SAME_AGE {
        return None;
    }
    let age = statement.quantity.low.to_i32()?;
    let (years, rest) = (days.div_euclid(YEAR), days.rem_euclid(YEAR));
    let (low, high) = match rest {
        rest if rest < LIKELY => (age + years, age + years),
        rest if rest > YEAR - LIKELY => (age + years + 1, age + years + 1),
        _ => (age + years, age + years + 1),
    };
    let now = Period::month(day.year(), day.month().into())?;
    Some(Held::Reckoned {
        told: source.label(),
        low,
        high,
        now: now.label(),
    })
}
