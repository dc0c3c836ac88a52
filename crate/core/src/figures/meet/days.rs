//! Dates and years beside one another: "before 2016" and "14 May 2015" can be told of one day.

use crate::calendar::Period;
use crate::figures::{Modifier, Quantity};
use time::Date;

/// Whether two dates or years share a day; nothing where either is no day that there is. A date without its year
/// is one of the other's year.
pub(super) fn share_a_day(a: &Quantity, b: &Quantity) -> Option<bool> {
    // Where neither says its year, any will do: a leap year knows every day.
    let leap = Date::from_calendar_date(2000, time::Month::December, 31).ok();
    let year = |q: &Quantity| q.period(None).and_then(|period| period.to);
    let (one, other) = (a.period(year(b).or(leap))?, b.period(year(a).or(leap))?);
    Some(sided(one, a.modifier).meets(&sided(other, b.modifier)))
}

/// The days on the side of a period that a modifier names.
fn sided(period: Period, modifier: Modifier) -> Period {
    match modifier {
        Modifier::Over => Period {
            from: period.to.and_then(Date::next_day),
            to: None,
        },
        Modifier::AtLeast => Period { to: None, ..period },
        Modifier::Under => Period {
            from: None,
            to: period.from.and_then(Date::previous_day),
        },
        Modifier::AtMost | Modifier::UpTo => Period {
            from: None,
            ..period
        },
        Modifier::Exact | Modifier::About | Modifier::Nearly => period,
    }
}
