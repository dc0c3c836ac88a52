//! Ages, years and how long ago something was: "born in 1997", "27 years ago", "its 100th anniversary".

use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::figures::quantity::Kind;
use crate::lexicon::class;
use crate::lexicon::named;

/// A birth and a death stand in one sentence, so many tokens apart at most.
const LIFE: usize = 30;
/// An age and a birth that stand side by side do.
const BESIDE: usize = 6;

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for i in 0..spots.len() {
        match spots.kind(i) {
            Kind::Year | Kind::Date => {
                links.extend(life(spots, i));
                links.extend(ago(spots, i, i + 1));
                links.extend(anniversary(spots, i));
                links.extend(born_first(spots, i));
            }
            Kind::Age => links.extend(born(spots, i)),
            Kind::Ordinal => links.extend(anniversary_of(spots, i)),
            Kind::Duration => links.extend(ago_first(spots, i)),
            _ => {}
        }
    }
}

fn calendar(spots: &Spots<'_, '_>, i: usize) -> bool {
    matches!(spots.kind(i), Kind::Year | Kind::Date)
}

/// "Born on 4 May 1960, … who died on 2 March 2020, was 59": figure `i` is the birth.
fn life(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    if !spots.single(i) || !led_by(spots, i, |at| spots.scan.is(at, class::BORN)) {
        return None;
    }
    let reach = |at: usize| {
        at < spots.len()
            && spots.spot(at).end - spots.spot(i).end < LIFE
            && !spots.parted(spots.spot(i).end, spots.spot(at).first)
    };
    let died = (i + 1..i + 5).find(|&at| {
        reach(at)
            && calendar(spots, at)
            && spots.single(at)
            && led_by(spots, at, |at| spots.scan.is(at, class::DYING))
    })?;
    let age = (i + 1..i + 6).find(|&at| at != died && reach(at) && aged(spots, at))?;
    // Somebody else may have been born or have died in the same sentence.
    let from = spots.spot(i).first.saturating_sub(LIFE);
    let sentence = (from..spots.spot(i).first)
        .rev()
        .take_while(|&at| !scan.ends_sentence(at) && !scan.line_break_before(at + 1))
        .filter(|&at| scan.is(at, class::ANOTHER_LIFE));
    let between = (spots.spot(i).end..spots.spot(died.max(age)).first)
        .filter(|&at| scan.is(at, class::ANOTHER_LIFE) || scan.is(at, class::BORN));
    // Its own "born" may stand before the day.
    let others = sentence.count() + between.count();
    (others == 0).then_some(Link::Life { born: i, died, age })
}

/// Whether such a word stands right before a date: "born on 4 May", "died in 2020".
fn led_by(spots: &Spots<'_, '_>, i: usize, word: impl Fn(usize) -> bool) -> bool {
    let scan = spots.scan;
    let Some(mut at) = spots.spot(i).first.checked_sub(1) else {
        return false;
    };
    for _ in 0..3 {
        if word(at) {
            return true;
        }
        let passes = scan.is(at, class::IN | class::ON | class::THE)
            || scan.sign(at) == ','
            || scan.is(at, class::WEEKDAY);
        if !passes || at == 0 {
            return false;
        }
        at -= 1;
    }
    false
}

/// An age, or a bare number that is told as one: "was 59", "aged 59".
fn aged(spots: &Spots<'_, '_>, i: usize) -> bool {
    let scan = spots.scan;
    if !spots.single(i) {
        return false;
    }
    let spot = spots.spot(i);
    let told = spot.first > 0
        && scan.is(spot.first - 1, class::AT | class::WAS_AGED)
        && scan.closes(spot.end);
    spots.kind(i) == Kind::Age && spot.outer_first == spot.first
        || spots.kind(i) == Kind::Number && told
}

/// "the 38-year-old, who was born in 1997, …": figure `i` is the age.
fn born(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let birth = i + 1;
    if birth >= spots.len() || !spots.single(i) || !spots.single(birth) || !calendar(spots, birth) {
        return None;
    }
    let (end, next) = (spots.spot(i).end, spots.spot(birth).first);
    let beside = (end..next)
        .all(|at| matches!(scan.sign(at), ',' | '(') || scan.is(at, class::BEFORE_BIRTH));
    let told = (end..next).any(|at| scan.is(at, class::BORN));
    let hedged = spots.spot(i).outer_first != spots.spot(i).first;
    if !beside || !told || hedged || next - end > BESIDE {
        return None;
    }
    let seen = birth + 1;
    let seen = (seen < spots.len()
        && calendar(spots, seen)
        && spots.single(seen)
        && spots.spot(seen).first - spots.spot(birth).end < BESIDE + 2
        && !spots.parted(spots.spot(birth).end, spots.spot(seen).first)
        && scan.is(spots.spot(seen).first - 1, class::IN | class::ON)
        && !(spots.spot(birth).end..spots.spot(seen).first)
            .any(|at| scan.is(at, class::OTHER_YEAR)))
    .then_some(seen);
    Some(Link::Born {
        age: i,
        born: birth,
        seen,
    })
}

/// "Born in 1988, the 37-year-old", "born in 1990 and is 36": figure `i` is the birth.
fn born_first(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let age = i + 1;
    if age >= spots.len()
        || !spots.single(i)
        || !spots.single(age)
        || !led_by(spots, i, |at| scan.is(at, class::BORN))
    {
        return None;
    }
    let (end, next) = (spots.spot(i).end, spots.spot(age));
    let hedged = next.outer_first != next.first;
    // "the 12-year-old's mother"
    let whose = matches!(scan.sign(next.end), '\'' | '’') && scan.glued(next.end);
    let the = scan.sign(end) == ','
        && scan.is(end + 1, class::THE)
        && next.first == end + 2
        && spots.kind(age) == Kind::Age
        && spots.compound(age);
    let now = usize::from(scan.is(end + 2, class::NOW));
    let is = scan.is(end, class::AND)
        && scan.is(end + 1, class::IS)
        && next.first == end + 2 + now
        && matches!(spots.kind(age), Kind::Age | Kind::Number)
        && scan.closes(next.end);
    (!hedged && !whose && (the || is)).then_some(Link::Born {
        age,
        born: i,
        seen: None,
    })
}

/// "the 100th anniversary of the flood of 1926 this week", "its 60th anniversary this year; it was founded in 1966":
/// figure `i` is the anniversary, and the article's year is its year.
fn anniversary_of(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    const REACH: usize = 9;
    let scan = spots.scan;
    let since = i + 1;
    if since >= spots.len()
        || !spots.single(i)
        || spots.kind(since) != Kind::Year
        || !spots.single(since)
    {
        return None;
    }
    let (end, year) = (spots.spot(i).end, spots.spot(since));
    let this = |at: usize| scan.is(at, class::THIS) && scan.is(at + 1, class::CALENDAR_SPAN);
    if !scan.is(end, class::ANNIVERSARY) || year.first < end + 2 || year.first - end > REACH {
        return None;
    }
    let led = year.first - 1;
    let now = spots.spot(i).first.saturating_sub(REACH);
    let sentence = (now..spots.spot(i).first)
        .rev()
        .take_while(|&at| !scan.ends_sentence(at))
        .any(this);
    let other = (i.checked_sub(1).into_iter().chain([since + 1])).any(|at| {
        at < spots.len()
            && calendar(spots, at)
            && spots.spot(at).first.abs_diff(year.first) < 3 * REACH
    });
    let of = scan.is(end + 1, class::OF)
        && (scan.is(led, class::OF | class::IN) || scan.is(led, class::THE) && led == end + 2)
        && !spots.parted(end, year.first)
        && !spots.has(end + 2, year.first, class::PARTS_CLAUSE)
        && (sentence || (year.end..year.end + 3).any(this));
    let founded = this(end + 1)
        && scan.is(led, class::IN)
        && scan.is(led - 1, class::BEGINNING)
        && (end + 3..led - 1)
            .all(|at| scan.is(at, class::SINCE_BEGINNING) || matches!(scan.sign(at), ',' | ';'));
    ((of || founded) && !other).then_some(Link::Anniversary {
        since,
        which: i,
        seen: None,
    })
}

/// "founded in 1925, it will mark its 100th anniversary in 2025": figure `i` is the year it is counted from.
fn anniversary(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    const BEHIND: usize = 10;
    const BY: usize = 10;
    const FOUNDERS: usize = 2;
    let scan = spots.scan;
    // "founded in 1925 by eleven miners and a priest, it"
    let end = spots.spot(i).end;
    let by = scan.is(end, class::BY);
    let comma = (end..end + BY)
        .take_while(|&at| by && !scan.ends_sentence(at))
        .find(|&at| scan.sign(at) == ',');
    let next = comma.unwrap_or(end);
    let which =
        (i + 1..=i + FOUNDERS).find(|&at| at >= spots.len() || spots.spot(at).first >= next)?;
    if which >= spots.len()
        || !spots.single(i)
        || spots.kind(which) != Kind::Ordinal
        || !spots.single(which)
        || !(led_by(spots, i, |at| scan.is(at, class::BEGINNING))
            || scan.is(spots.spot(which).end, class::BIRTHDAY)
                && led_by(spots, i, |at| scan.is(at, class::BORN)))
        || spots.parted(spots.spot(i).end, spots.spot(which).first)
    {
        return None;
    }
    let spot = spots.spot(which);
    let its = spot.first > 0 && scan.is(spot.first - 1, class::WHOSE);
    // "Married in 1990, she marked her 60th birthday"
    let other = scan.is(spot.end, class::BIRTHDAY)
        && spot.first > 0
        && scan.is(spot.first - 1, class::OF_A_PERSON)
        && !led_by(spots, i, |at| scan.is(at, class::BORN));
    let day = scan.is(spot.end, class::ANNIVERSARY | class::BIRTHDAY);
    // What it is that has the anniversary may be somebody else's child.
    let near = spot.first - next < 12 && !spots.has(next, spot.first, class::PARTS_CLAUSE);
    let seen = which + 1;
    let told = seen < spots.len()
        && calendar(spots, seen)
        && spots.single(seen)
        && spots.spot(seen).first - spot.end <= 3
        && scan.is(spots.spot(seen).first - 1, class::IN | class::ON);
    let this = scan.is(spot.end + 1, class::THIS) && scan.is(spot.end + 2, class::CALENDAR_SPAN);
    // "at a care home on Thursday"
    let clause = (spot.end + 1..spot.end + BEHIND)
        .take_while(|&at| scan.is_word(at) && !scan.is(at, class::PARTS_CLAUSE));
    let on = clause
        .into_iter()
        .any(|at| scan.is(at, class::ON) && scan.is(at + 1, class::WEEKDAY));
    (its && !other && day && near && (told || this || on)).then_some(Link::Anniversary {
        since: i,
        which,
        seen: told.then_some(seen),
    })
}

/// "in 1998, 27 years ago": a year and then how long ago it was.
fn ago(spots: &Spots<'_, '_>, year: usize, length: usize) -> Option<Link> {
    let scan = spots.scan;
    if length >= spots.len() || !spots.single(year) || !spots.lasts(length, named::YEAR) {
        return None;
    }
    let (end, next) = (spots.spot(year).end, spots.spot(length));
    let beside =
        matches!(scan.sign(end), ',' | '–' | '—' | '(' | '-') && next.outer_first == end + 1;
    (beside && scan.is(next.outer_end, class::YEARS_AGO) && scan.closes(next.outer_end + 1))
        .then_some(Link::Ago { year, length })
}

/// "27 years ago, in 1998": figure `i` is how long ago.
fn ago_first(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let year = i + 1;
    if year >= spots.len()
        || spots.kind(year) != Kind::Year
        || !spots.single(year)
        || !spots.lasts(i, named::YEAR)
    {
        return None;
    }
    let (end, next) = (spots.spot(i).outer_end, spots.spot(year).first);
    let beside = scan.is(end, class::YEARS_AGO)
        && scan.sign(end + 1) == ','
        && scan.is(end + 2, class::IN)
        && next == end + 3;
    (beside && scan.closes(spots.spot(year).end)).then_some(Link::Ago { year, length: i })
}
