//! How long something goes on, against its days or years: "the three-day event from 3 to 5 May".

use super::reckon::{Span, fit};
use super::{Judged, Text};
use crate::calendar::{PartialDate, days_of_month};
use crate::figures::Decimal;

/// "from 2001 to 2009, eight years": counted with both ends, or from one to the other, or with neither whole.
pub(super) fn span(
    text: &Text<'_>,
    (years, until): (usize, Option<usize>),
    length: usize,
) -> Judged {
    let (years, length) = (&text.quantities[years], &text.quantities[length]);
    let last = until.map_or(years.high, |until| text.quantities[until].high);
    let Some(apart) = last.checked_sub(years.low) else {
        return Judged::Unclear;
    };
    // "300 years later" is a round number.
    let round = length.low >= Decimal::ONE_HUNDRED && (length.low % Decimal::TEN).is_zero();
    let loose = if round {
        length.low / Decimal::from(20)
    } else {
        Decimal::ONE
    };
    let open = Span::exactly(apart).widened(loose);
    Judged::of(fit(Span::of(length), open, Decimal::ZERO), Some(apart))
}

/// "the three-day event from 3 to 5 May": the days counted with both ends, or the nights between them.
pub(super) fn days(
    text: &Text<'_>,
    (days, until): (usize, Option<usize>),
    length: Span,
    unbroken: bool,
) -> Judged {
    let dates = |i: usize| text.quantities[i].dates;
    let (Some(run), Some(last)) = (dates(days), dates(until.unwrap_or(days))) else {
        return Judged::Unclear;
    };
    let Some(nights) = nights(run.first, last.last) else {
        return Judged::Unclear;
    };
    let Some(told) = length.high else {
        return Judged::Unclear;
    };
    let nights = Decimal::from(nights);
    // A trial of three days may sit on three days of five; and whoever has a day off in between may not count it.
    let pauses = !unbroken || told.saturating_mul(Decimal::TWO) > nights;
    if told < nights && pauses {
        return Judged::Unclear;
    }
    let open = Span::new(nights, nights + Decimal::ONE);
    Judged::of(
        fit(length, open, Decimal::ZERO),
        Some(nights + Decimal::ONE),
    )
}

/// How many nights lie between two days of one month, or of two that follow one another.
fn nights(first: PartialDate, last: PartialDate) -> Option<u32> {
    let (from, to) = (u32::from(first.day?), u32::from(last.day?));
    let (month, next) = (u32::from(first.month?), u32::from(last.month?));
    let year = first.year.or(last.year);
    if first.year.zip(last.year).is_some_and(|(a, b)| a != b) {
        return None;
    }
    if month == next {
        return to.checked_sub(from);
    }
    // Whether February has a leap day is known by its year alone.
    let known = month != 2 || year.is_some();
    let length = days_of_month(year.map_or(0, u32::from), month);
    (next == month + 1 && known)
        .then(|| (length + to).checked_sub(from))
        .flatten()
}
