//! Days of the week beside dates, and days that no month has.

use crate::calendar::days_of_month;
use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::figures::quantity::Quantity;
use crate::lexicon::class;
use std::ops::Range;

/// Words that call a day imaginary are looked for so many tokens around it.
const NEAR: usize = 12;
/// A date of the same sentence, so many bytes before, says the year.
const YEAR_REACH: usize = 120;

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for (i, figure) in spots.found.iter().enumerate() {
        let Some((year, month, day)) = written(figure) else {
            continue;
        };
        // "5/6/2025" is of May or of June.
        if !in_words(spots, i) {
            continue;
        }
        if day > days_of_month(year, month) {
            // "v31 Jun 29": the day follows, and the number before is of something else.
            let day_follows = spots.scan.is_digits(spots.spot(i).end);
            if spots.single(i) && !day_follows && !unreal(spots, i) {
                links.push(Link::NoSuchDay { date: i });
            }
            continue;
        }
        let Some(Beside {
            words,
            weekday,
            night,
        }) = beside(spots, i)
        else {
            continue;
        };
        if unreal(spots, i) {
            continue;
        }
        links.push(Link::Weekday {
            words,
            weekday,
            date: i,
            year_of: (year == 0).then(|| year_of(spots, i)).flatten(),
            night,
        });
    }
}

/// Year (0 where it is not said), month and day of a date that says a day.
fn written(figure: &Quantity) -> Option<(u32, u32, u32)> {
    let date = figure.dates?.first;
    Some((
        date.year.map_or(0, u32::from),
        date.month?.into(),
        date.day?.into(),
    ))
}

fn in_words(spots: &Spots<'_, '_>, i: usize) -> bool {
    let spot = spots.spot(i);
    (spot.first..spot.end).any(|at| spots.scan.is(at, class::MONTH))
}

/// Whether something near speaks of a day that does not exist, or of another calendar.
fn unreal(spots: &Spots<'_, '_>, i: usize) -> bool {
    let spot = spots.spot(i);
    let (from, to) = (spot.first.saturating_sub(NEAR), spot.end + NEAR);
    let denied = spot.first > 0 && spots.scan.is(spot.first - 1, class::NO | class::NOT_DONE);
    denied || spots.has(from, to, class::UNREAL)
}

/// A weekday that stands beside a date.
struct Beside {
    words: Range<usize>,
    weekday: u8,
    night: bool,
}

fn beside(spots: &Spots<'_, '_>, i: usize) -> Option<Beside> {
    before(spots, i).or_else(|| after(spots, i))
}

/// "Friday, 13 June", "Friday night, 13 June", "Fri., June 13"
fn before(spots: &Spots<'_, '_>, i: usize) -> Option<Beside> {
    let scan = spots.scan;
    let mut at = spots.spot(i).first.checked_sub(1)?;
    if scan.line_break_before(at + 1) {
        return None;
    }
    at -= usize::from(scan.is(at, class::THE) && at > 0);
    at -= usize::from(scan.sign(at) == ',' && at > 0);
    let mut night = false;
    if scan.is(at, class::DAYTIME) || scan.is(at, class::NIGHT) {
        night = !scan.is(at, class::BY_DAY);
        at = at.checked_sub(1)?;
    }
    at -= usize::from(scan.sign(at) == '.' && scan.glued(at) && at > 0);
    // "overnight Friday", "late Friday"
    night |= at > 0 && scan.is(at - 1, class::LATE_AT_NIGHT);
    weekday(spots, at, night)
}

/// "13 June (Friday)", "13 June 2025, a Friday"
fn after(spots: &Spots<'_, '_>, i: usize) -> Option<Beside> {
    let scan = spots.scan;
    let end = spots.spot(i).end;
    let bracket = scan.sign(end) == '(' && scan.sign(end + 2) == ')';
    let told = scan.sign(end) == ',' && scan.is(end + 1, class::INDEFINITE) && scan.closes(end + 3);
    if bracket {
        weekday(spots, end + 1, false)
    } else if told {
        weekday(spots, end + 2, false)
    } else {
        None
    }
}

/// One weekday at token `at`, and neither a name nor one end of several.
fn weekday(spots: &Spots<'_, '_>, at: usize, night: bool) -> Option<Beside> {
    let scan = spots.scan;
    if !scan.is(at, class::WEEKDAY) || !scan.capital(at) {
        return None;
    }
    if let Some(joint) = at.checked_sub(1) {
        let joins = scan.dash(joint)
            || scan.is(joint, class::DAY_TO_DAY)
            || matches!(scan.sign(joint), '/' | '&' | ',');
        let several = joins && joint > 0 && {
            let one = joint - 1 - usize::from(scan.sign(joint - 1) == '.' && joint > 1);
            scan.is(one, class::WEEKDAY)
        };
        // "every Friday", "the first Friday"; a dash that touches it joins it to something.
        let joined = scan.dash(joint) && scan.glued(at) && scan.glued(joint);
        if several || joined || scan.is(joint, class::REPEATS) {
            return None;
        }
    }
    Some(Beside {
        words: scan.start(at)..scan.end(at + 1),
        weekday: u8::try_from(scan.word(at).value).ok()?,
        night,
    })
}

/// The nearest date before that says its year, in the same sentence.
fn year_of(spots: &Spots<'_, '_>, i: usize) -> Option<usize> {
    let before = i.checked_sub(1)?;
    let near = spots.found[i].start - spots.found[before].end < YEAR_REACH;
    let dated = written(&spots.found[before]).is_some_and(|(year, ..)| year > 0);
    let scan = spots.scan;
    let parted = (spots.spot(before).end..spots.spot(i).first)
        .any(|at| scan.ends_sentence(at) && scan.sign(at) != ';' || scan.line_break_before(at));
    (near && dated && !parted && in_words(spots, before)).then_some(before)
}
