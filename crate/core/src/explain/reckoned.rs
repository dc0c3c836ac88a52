//! An age that a source states, reckoned to the day of the article.

use super::amounts;
use crate::figures::Kind;
use crate::reference::ReadStatement;
use rust_decimal::prelude::ToPrimitive;
use time::Date;

/// How far source and article may lie apart for the age to be told without the reckoning, in days.
const SAME_AGE: i32 = 60;
/// The length of a year, in days.
const YEAR: i32 = 365;
/// How much of a year must have passed, or be missing, for the age to be likely one more or none: in days.
const LIKELY: i32 = 90;

/// " in June 2025, about 29 in June 2026"; nothing where the two are of about the same time.
pub(super) fn age(statement: &ReadStatement, published: Option<Date>) -> String {
    let told = || {
        if statement.quantity.kind != Kind::Age {
            return None;
        }
        let (source, day) = (statement.source_date, published?);
        let days = day.to_julian_day() - source.middle().from?.to_julian_day();
        if days.abs() <= SAME_AGE {
            return None;
        }
        let age = statement.quantity.low.to_i32()?;
        let (years, rest) = (days.div_euclid(YEAR), days.rem_euclid(YEAR));
        let reckoned = match rest {
            rest if rest < LIKELY => format!("{}", age + years),
            rest if rest > YEAR - LIKELY => format!("{}", age + years + 1),
            _ => format!("{} or {}", age + years, age + years + 1),
        };
        let month = format!("{:04}-{:02}", day.year(), u8::from(day.month()));
        Some(format!(
            " in {}, about {reckoned} in {}",
            amounts::date(&source.label()),
            amounts::date(&month)
        ))
    };
    told().unwrap_or_default()
}
