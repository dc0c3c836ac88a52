//! Ages and years: a life, a birth, an anniversary, how long ago it was.

use super::reckon::{Fit, Span, fit};
use super::{Judged, Text};
use crate::calendar::Period;
use crate::figures::{Decimal, Quantity};
use time::Date;

pub(super) fn life(text: &Text<'_>, born: usize, died: usize, age: usize) -> Judged {
    let period = |i: usize| stated(&text.quantities[i]);
    let (Some(born), Some(died)) = (period(born), period(died)) else {
        return Judged::Unclear;
    };
    let age = &text.quantities[age];
    match ages(born, died) {
        Some(open) => within(age.low, open, open),
        None => Judged::Unclear,
    }
}

/// "the 38-year-old, born in 1997": seen from a day that the sentence says, else from the article's.
pub(super) fn born(text: &Text<'_>, age: usize, born: usize, seen: Option<usize>) -> Judged {
    let (age, born) = (&text.quantities[age], &text.quantities[born]);
    let told = seen.and_then(|seen| stated(&text.quantities[seen]));
    match (told, text.published) {
        (Some(seen), _) => aged(age.low, born, seen, Decimal::ZERO),
        (None, Some(published)) => born_and_seen(age.low, born, published),
        (None, None) => Judged::Unclear,
    }
}

/// An age beside a birth, seen from the article's day. It may keep the age of somebody's last portrait: a year more or
/// less is no conflict.
pub(super) fn born_and_seen(age: Decimal, born: &Quantity, published: Date) -> Judged {
    aged(age, born, Period::day(published), Decimal::ONE)
}

/// An age beside a birth, seen from that time; a step more or less is no conflict.
pub(super) fn aged(age: Decimal, born: &Quantity, seen: Period, step: Decimal) -> Judged {
    match stated(born).and_then(|born| ages(born, seen)) {
        Some(open) => within(age, open.widened(step), open),
        None => Judged::Unclear,
    }
}

/// "in 1998, 27 years ago": seen from the article's day. Round numbers of years are often meant roughly.
pub(super) fn ago(text: &Text<'_>, year: usize, length: usize) -> Judged {
    let (year, length) = (&text.quantities[year], &text.quantities[length]);
    let (Some(now), Some(then)) = (text.published, stated(year)) else {
        return Judged::Unclear;
    };
    let Some(from) = then.from else {
        return Judged::Unclear;
    };
    // What is of the article's own year may be what its day was read from.
    if now.year() <= from.year() {
        return Judged::Unclear;
    }
    let apart = Decimal::from(now.year() - from.year());
    let round = (length.low % Decimal::from(5)).is_zero();
    let loose = if round {
        (length.low / Decimal::TEN).max(Decimal::TWO)
    } else {
        Decimal::ONE
    };
    let open = Span::exactly(apart).widened(loose);
    Judged::of(fit(Span::of(length), open, Decimal::ZERO), Some(apart))
}

/// "founded in 1925, it marks its 100th anniversary in 2025": a year more or less where the day is not told.
pub(super) fn anniversary(
    text: &Text<'_>,
    since: usize,
    which: usize,
    seen: Option<usize>,
) -> Judged {
    let year = |period: Option<Period>| period.and_then(|period| period.from).map(Date::year);
    let now = match seen {
        Some(seen) => year(stated(&text.quantities[seen])),
        None => text.published.map(Date::year),
    };
    let (Some(now), Some(then)) = (now, year(stated(&text.quantities[since]))) else {
        return Judged::Unclear;
    };
    let apart = Decimal::from(now - then);
    if apart <= Decimal::ZERO {
        return Judged::Unclear;
    }
    let open = Span::exactly(apart).widened(Decimal::ONE);
    Judged::of(
        fit(
            Span::exactly(text.quantities[which].low),
            open,
            Decimal::ZERO,
        ),
        Some(apart),
    )
}

/// The days of a date or a year that says its year.
pub(super) fn stated(figure: &Quantity) -> Option<Period> {
    if let Some(dates) = figure.dates {
        dates.first.year?;
    }
    figure.period(None)
}

/// The ages that somebody born then can have at that time, in whole years.
fn ages(born: Period, seen: Period) -> Option<Span> {
    let least = whole_years(born.to?, seen.from?);
    let most = whole_years(born.from?, seen.to?);
    // Nobody is older, and nobody is told of before birth.
    (least <= most && (0..125).contains(&most)).then(|| Span::new(least.max(0).into(), most.into()))
}

fn whole_years(born: Date, seen: Date) -> i32 {
    let birthday_passed = (seen.month() as u8, seen.day()) >= (born.month() as u8, born.day());
    seen.year() - born.year() - i32::from(!birthday_passed)
}

/// A whole number that lies within a run of them, or not.
fn within(written: Decimal, open: Span, gives: Span) -> Judged {
    match (
        fit(Span::exactly(written), open, Decimal::ZERO),
        gives.low.zip(gives.high),
    ) {
        (Fit::Within, _) => Judged::Agrees,
        (_, Some((low, high))) => Judged::Outside { low, high },
        _ => Judged::Unclear,
    }
}
