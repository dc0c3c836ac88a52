//! How long something goes on between two days or two years: "the three-day event runs from 3 to 5 May", "from 2001 to
//! 2009, eight years", "for six years, from 2001 to 2007".

use crate::figures::links::spots::Spots;
use crate::figures::links::{Link, Many};
use crate::figures::quantity::Kind;
use crate::lexicon::class;
use crate::lexicon::named;

/// A length and its days stand so many tokens apart at most.
const REACH: usize = 9;
/// What goes on is named in so many words at most.
const NAMED: usize = 3;

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for i in 0..spots.len() {
        match spots.kind(i) {
            Kind::Year => links.extend(span(spots, i)),
            Kind::Date => {
                links.extend(days_first(spots, i));
                links.extend(days_in_words(spots, i));
            }
            Kind::Duration => {
                links.extend(span_after(spots, i));
                links.extend(days(spots, i));
                links.extend(later(spots, i));
            }
            _ => {}
        }
    }
}

/// "from 2001 to 2009, eight years in all", "from 2001 to 2009, a period of eight years": figure `i` is the years.
fn span(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let length = i + 1;
    if length >= spots.len() || spots.single(i) || !spots.lasts(length, named::YEAR) {
        return None;
    }
    let (end, next) = (spots.spot(i).end, spots.spot(length));
    let comma = scan.sign(end) == ',' || matches!(scan.sign(end), '—' | '–');
    let from = spots.spot(i).first.checked_sub(1)?;
    let told = scan.is(from, class::BETWEEN_TWO | class::FROM);
    let period = scan.is(end + 1, class::ARTICLE)
        && scan.is(end + 2, class::STRETCH)
        && scan.is(end + 3, class::OF);
    let beside = comma && told && next.outer_first == end + 1 + 3 * usize::from(period);
    let lasted = scan.is(end, class::LASTED) && next.outer_first == end + 1;
    let all = scan.is(next.outer_end, class::IN)
        && scan.is(next.outer_end + 1, class::ALL | class::TOTAL);
    (lasted || beside && (scan.closes(next.outer_end) || all)).then_some(Link::Span {
        years: i,
        until: None,
        length,
    })
}

/// "for six years, from 2001 to 2009", "his 12-year term, from 1999 to 2004", "for 25 years (1985–2003)": figure `i` is
/// the length.
fn span_after(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let years = i + 1;
    if !spots.lasts(i, named::YEAR)
        || years >= spots.len()
        || spots.kind(years) != Kind::Year
        || spots.single(years)
    {
        return None;
    }
    let (spot, run) = (spots.spot(i), spots.spot(years));
    let end = spot.outer_end;
    // "from 2001 to 2005 and again from 2010 to 2015", ", with a break of two years"
    let after = run.end + usize::from(scan.sign(run.end) == ',');
    if scan.is(after, class::AND | class::WITH) {
        return None;
    }
    let before = run.first.checked_sub(1)?;
    let from = scan.is(before, class::BETWEEN_TWO | class::FROM);
    if spots.compound(i) {
        let ends = unbroken(spots, end, before)?;
        let comma = usize::from(scan.sign(ends) == ',');
        let runs = usize::from(comma == 0 && scan.is(ends, class::RUNS));
        let beside = from && before == ends + comma + runs;
        return beside.then_some(Link::Span {
            years,
            until: None,
            length: i,
        });
    }
    let before_it = spot.outer_first.checked_sub(1);
    let ran = before_it.is_some_and(|at| scan.is(at, class::RUNS));
    let lasted = ran || before_it.is_some_and(|at| scan.is(at, class::FOR));
    let comma = scan.sign(end) == ',' && from && before == end + 1;
    let bracket = spots.bracketed(years, end).is_some();
    // "took nine years from 1922 to 1931"; "for six years from 2001 to 2009" may be some of them.
    let beside = ran && from && before == end;
    (lasted && (comma || bracket) || beside).then_some(Link::Span {
        years,
        until: None,
        length: i,
    })
}

/// The token after the name of what goes on without a pause, where one stands from token `from` on.
fn unbroken(spots: &Spots<'_, '_>, from: usize, to: usize) -> Option<usize> {
    let scan = spots.scan;
    let last = (from..to.min(from + NAMED)).find(|&at| scan.is(at, class::UNBROKEN))?;
    spots.noun_phrase(from, last).then_some(last + 1)
}

/// The first and the last day from figure `i` on: "3 to 5 May", "30 April to 2 May".
fn two_days(spots: &Spots<'_, '_>, i: usize) -> Option<(usize, Option<usize>)> {
    if i >= spots.len() || spots.kind(i) != Kind::Date {
        return None;
    }
    let scan = spots.scan;
    if !spots.single(i) {
        let spot = spots.spot(i);
        let listed = (spot.first..spot.end)
            .any(|at| scan.sign(at) == ',' && !scan.is_digits(at + 1) || scan.is(at, class::AND));
        return (!listed).then_some((i, None));
    }
    let next = i + 1;
    let until = next < spots.len()
        && spots.kind(next) == Kind::Date
        && spots.single(next)
        && spots.spot(next).first == spots.spot(i).end + 1
        && scan.is(spots.spot(i).end, class::TO | class::THROUGH | class::UNTIL);
    until.then_some((i, Some(next)))
}

/// "the three-day event runs from 3 to 5 May", "runs for three days, from May 3 to 5": figure `i` is the length.
fn days(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    if !spots.lasts(i, named::DAY) {
        return None;
    }
    let end = spots.spot(i).end;
    let (days, until) = two_days(spots, i + 1)?;
    let first = spots.spot(days).first;
    if first < end || first - end > REACH {
        return None;
    }
    let led = scan.is(first.checked_sub(1)?, class::BETWEEN_TWO | class::FROM);
    let named = if spots.compound(i) {
        unbroken(spots, end, first)
    } else {
        None
    };
    // "the three-day forecast was issued from 3 to 9 May" lasts no longer for that.
    let before = spots.spot(i).first.checked_sub(1);
    let runs = named
        .is_some_and(|next| next + 2 >= first && (next + 1 == first || scan.sign(next) == ','))
        || (end..first).any(|at| scan.is(at, class::RUNS))
        || before.is_some_and(|at| scan.is(at, class::FOR) || scan.is(at, class::RUNS));
    let plain = (end..first).all(|at| {
        (scan.is_word(at) || scan.sign(at) == ',')
            && !scan.is(at, class::PARTS_CLAUSE | class::WEEKDAY | class::REPEATS)
    });
    (led && runs && plain).then_some(Link::Days {
        days,
        until,
        length: Many::Figure(i),
        unbroken: named.is_some()
            || before.is_some_and(|at| scan.is(at, class::FOR) || scan.is(at, class::RUNS)),
    })
}

/// "takes place from 3 to 5 May and lasts three days": figure `i` is the first day.
fn days_first(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let (days, until) = two_days(spots, i)?;
    let last = until.unwrap_or(days);
    let length = last + 1;
    if length >= spots.len() || !spots.lasts(length, named::DAY) {
        return None;
    }
    let led = spots
        .spot(days)
        .first
        .checked_sub(1)
        .is_some_and(|at| scan.is(at, class::BETWEEN_TWO | class::FROM));
    let (end, next) = (spots.spot(last).end, spots.spot(length).outer_first);
    let between = next > end
        && next - end <= 3
        && (end..next).all(|at| {
            scan.sign(at) == ','
                || scan.is(at, class::AND | class::FOR | class::LASTS_FOR)
                || scan.is(at, class::RUNS)
        });
    let lasts = (end..next).any(|at| scan.is(at, class::RUNS) || scan.is(at, class::LASTS_FOR));
    (led && between && lasts && !spots.compound(length)).then_some(Link::Days {
        days,
        until,
        length: Many::Figure(length),
        unbroken: true,
    })
}

/// "the week-long tour runs from 3 to 9 June": figure `i` is the first day.
fn days_in_words(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let led = spots.spot(i).first.checked_sub(1)?;
    if !scan.is(led, class::BETWEEN_TWO | class::FROM) {
        return None;
    }
    let (days, until) = two_days(spots, i)?;
    let long = (led.saturating_sub(REACH).max(2)..led)
        .rev()
        .find(|&at| scan.is(at, class::GOING_ON) && scan.dash(at - 1))?;
    let lexicon = scan.lexicon;
    let unit = scan.id(long - 2);
    let (least, most) = (lexicon.lengths.iter())
        .find(|length| unit != 0 && lexicon.id(length.unit) == unit)?
        .called?;
    let next = unbroken(spots, long + 1, led)?;
    let runs = (next..led).all(|at| {
        scan.sign(at) == ',' || scan.is(at, class::RUNS) || scan.is(at, class::LASTS_FOR)
    });
    (runs && !spots.parted(long, led)).then(|| Link::Days {
        days,
        until,
        length: Many::Words {
            words: scan.start(long - 2)..scan.end(long + 1),
            least,
            most,
        },
        unbroken: true,
    })
}

/// "built in 2001, it was closed eight years later, in 2009": figure `i` is the length.
fn later(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    const CLAUSES: usize = 14;
    const BEFORE: usize = 4;
    let scan = spots.scan;
    let (since, until) = (i.checked_sub(1)?, i + 1);
    let year = |at: usize| spots.kind(at) == Kind::Year && spots.single(at);
    if until >= spots.len() || !year(since) || !year(until) || !spots.lasts(i, named::YEAR) {
        return None;
    }
    let (first, spot, last) = (spots.spot(since), spots.spot(i), spots.spot(until));
    let in_year = |first: usize| first > 0 && scan.is(first - 1, class::IN);
    let comma = usize::from(scan.sign(spot.end + 1) == ',');
    let beside = scan.is(spot.end, class::LATER) && last.first == spot.end + 2 + comma;
    let near = spot.outer_first >= first.end && spot.outer_first - first.end < CLAUSES;
    // Another year before may be the one that it is later than.
    let alone = (since.saturating_sub(BEFORE)..since).all(|at| {
        !matches!(spots.kind(at), Kind::Year | Kind::Date)
            || spots.parted(spots.spot(at).end, first.first)
    });
    let exact = spot.outer_first == spot.first && scan.closes(last.end);
    let parted = spots.parted(first.end, last.first)
        || (first.end..spot.first).any(|at| scan.sign(at) == ';');
    (beside && near && alone && exact && !parted && in_year(first.first) && in_year(last.first))
        .then_some(Link::Span {
            years: since,
            until: Some(until),
            length: i,
        })
}
