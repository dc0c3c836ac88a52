//! A change with the levels it goes from and to: "rose 12% to $56 from $50", "from 40 to 80, double", "$56, up 12%
//! from $50".

mod compared;
mod summed;

use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::figures::quantity::{Change, Kind, Unit};
use crate::lexicon::class;
use rust_decimal::Decimal;

/// A figure's part in a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Its size.
    Size(Option<Change>),
    /// "to $56"
    To,
    /// "from $50"
    From,
    /// "against $50", "compared with $50"
    Against,
    Plain,
}

/// The size and the level that follows it stand so many tokens apart at most.
const TO_LEVEL: usize = 16;
/// Two levels do.
const BETWEEN_LEVELS: usize = 14;
/// What a change is reckoned from is looked for so many tokens before its size.
const BASIS: usize = 4;
/// What is reckoned in another way says so as far behind.
const AFTERWARDS: usize = 8;

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    // Days and times stand between a change and its levels: "rose 3% in 1987 to 22 from 21 in 1986", "doubled in four
    // winters, from 40 to 80".
    let in_seasons = |i: usize| {
        spots.kind(i) == Kind::Count
            && (spots.scan.lexicon)
                .classes_of(&spots.head(i))
                .meets(class::COMPARED_TIME)
    };
    let told: Vec<usize> = (0..spots.len())
        .filter(|&i| {
            !matches!(
                spots.kind(i),
                Kind::Date | Kind::Year | Kind::Ordinal | Kind::Duration | Kind::Age
            ) && !in_seasons(i)
        })
        .collect();
    let mut next = 0;
    while let Some(&[a, b, c]) = told.get(next..next + 3) {
        let other = told.get(next + 3).copied();
        match change(spots, a, b, c).or_else(|| compared::read(spots, [a, b, c])) {
            // "from 24 two years ago and 15 in 2019": whichever of the two it is reckoned from.
            Some(_) if other.is_some_and(|other| two_levels(spots, c, other)) => next += 2,
            Some(link) => {
                links.push(link);
                next += 2;
            }
            None => next += 1,
        }
    }
}

fn change(spots: &Spots<'_, '_>, a: usize, b: usize, c: usize) -> Option<Link> {
    let (first, last) = (spots.spot(a).first, spots.spot(c).first);
    let that_is = summed::that_is(spots, b, c);
    let told = if that_is { spots.spot(b).first } else { last };
    if last - first > 2 * TO_LEVEL || spots.parted(spots.spot(a).end, told) {
        return None;
    }
    let parts = (part(spots, a), part(spots, b), part(spots, c));
    let (size, way, from, to) = match parts {
        (Part::Size(way), Part::To, Part::From | Part::Against)
            if follows(spots, a, b, TO_LEVEL) && follows(spots, b, c, BETWEEN_LEVELS) =>
        {
            (a, way, c, b)
        }
        (Part::Size(way), Part::From, Part::To)
            if follows(spots, a, b, TO_LEVEL)
                && follows(spots, b, c, BETWEEN_LEVELS)
                && !summed::placed(spots, b, c) =>
        {
            (a, way, b, c)
        }
        (Part::From, Part::To, Part::Size(way))
            if follows(spots, a, b, BETWEEN_LEVELS)
                && (that_is || sums_up(spots, b, c) || summed::after_time(spots, b, c)) =>
        {
            (c, way, a, b)
        }
        // "1,560 last year, up from 1,200 the year before, a rise of 30 per cent"
        (Part::Plain | Part::To, Part::From, Part::Size(way))
            if summed::up_from(spots, a, b) && (that_is || summed::after_time(spots, b, c)) =>
        {
            (c, way, b, a)
        }
        (Part::To, Part::From, Part::Size(way))
            if follows(spots, a, b, BETWEEN_LEVELS)
                && (sums_up(spots, b, c) || summed::after_time(spots, b, c)) =>
        {
            (c, way, b, a)
        }
        // "$56, up 12% from $50"
        (Part::Plain | Part::To, Part::Size(way), Part::From)
            if compared(spots, a, b)
                && spots.spot(c).outer_first <= spots.spot(b).outer_end + 2 =>
        {
            (b, way, c, a)
        }
        _ => return None,
    };
    let fits = fits(spots, size, from, to)
        && !one_of_two(spots, size)
        && !reckoned_otherwise(spots, size, [a, b, c]);
    fits.then_some(Link::Change {
        size,
        way,
        from,
        to,
    })
}

/// "rose 5 per cent in January and 3 per cent in July": whether a size goes on from another, and both led to the level.
fn one_of_two(spots: &Spots<'_, '_>, size: usize) -> bool {
    let first = spots.spot(size).outer_first;
    let and = first > 0 && spots.scan.is(first - 1, class::AND);
    let before = (0..size)
        .rev()
        .take_while(|&at| !spots.parted(spots.spot(at).end, first));
    let mut sizes = before.filter(|&at| !matches!(spots.kind(at), Kind::Date | Kind::Year));
    and && sizes
        .next()
        .is_some_and(|at| spots.kind(at) == spots.kind(size))
}

/// Whether "and" leads from a level that was to another one of its measure.
fn two_levels(spots: &Spots<'_, '_>, from: usize, other: usize) -> bool {
    let (end, next) = (spots.spot(from).outer_end, spots.spot(other).outer_first);
    next - end.min(next) <= TO_LEVEL
        && spots.scan.is(next - 1, class::AND)
        && part(spots, from) == Part::From
        && spots.found[from].unit == spots.found[other].unit
        && !spots.parted(end, next)
}

fn part(spots: &Spots<'_, '_>, i: usize) -> Part {
    let scan = spots.scan;
    let figure = &spots.found[i];
    let spot = spots.spot(i);
    let of_change = |at: usize| {
        if scan.is(at, class::UP) {
            Some(Change::Up)
        } else if scan.is(at, class::DOWN) {
            Some(Change::Down)
        } else {
            None
        }
    };
    if figure.kind == Kind::Multiple {
        let down = figure.low < Decimal::ONE;
        return Part::Size(Some(if down { Change::Down } else { Change::Up }));
    }
    // "a quarter point"
    let point = figure.kind == Kind::Fraction
        && (scan.is(spot.end, class::AFTER) || scan.is(spot.end, class::PERCENTAGE));
    if point {
        return Part::Plain;
    }
    if let Some(change) = figure.change {
        return Part::Size(Some(change));
    }
    let Some(mut at) = spot.outer_first.checked_sub(1) else {
        return Part::Plain;
    };
    // "an increase of 25 per cent", "a 29 pct rise"
    let sizes = matches!(
        figure.kind,
        Kind::Percent
            | Kind::PercentagePoint
            | Kind::Money
            | Kind::Count
            | Kind::Number
            | Kind::Dimension
            | Kind::Fraction
    );
    if sizes
        && scan.is(at, class::OF)
        && at > 0
        && let Some(change) = of_change(at - 1)
    {
        return Part::Size(Some(change));
    }
    let described = scan.is(at, class::ARTICLE) || scan.is(at, class::THE);
    if figure.kind == Kind::Percent
        && described
        && let Some(change) = of_change(spot.end)
    {
        return Part::Size(Some(change));
    }
    // "were off 3%"
    if sizes && scan.is(at, class::OFF) && at > 0 && scan.is(at - 1, class::BE) {
        return Part::Size(Some(Change::Down));
    }
    if let Some(change) = changed_object(spots, i) {
        return Part::Size(Some(change));
    }
    for _ in 0..4 {
        if scan.is(at, class::FROM) {
            return Part::From;
        }
        let compared = at > 0 && scan.is(at - 1, class::COMPARES);
        if scan.is(at, class::COMPARES)
            || (scan.is(at, class::WITH) || scan.is(at, class::TO)) && compared
        {
            return Part::Against;
        }
        if scan.is(at, class::TO) {
            return Part::To;
        }
        // "up 2% to 510p, from a low of 300p": what it came from longer ago.
        if scan.is(at, class::PEAK) {
            break;
        }
        let passes = scan.is(at, class::ARTICLE | class::BETWEEN)
            || scan.is(at, class::JUST | class::OF | class::RECORD);
        if !passes || at == 0 {
            break;
        }
        at -= 1;
    }
    Part::Plain
}

/// "cut the price of its adapters 25% to $395": the verb stands before its object.
fn changed_object(spots: &Spots<'_, '_>, i: usize) -> Option<Change> {
    const OBJECT: usize = 14;
    let scan = spots.scan;
    let spot = spots.spot(i);
    let before = i.checked_sub(1).map_or(0, |last| spots.spot(last).end);
    if spots.kind(i) != Kind::Percent || !scan.is(spot.end, class::TO) {
        return None;
    }
    let from = spot.outer_first.saturating_sub(OBJECT).max(before);
    for at in (from..spot.outer_first).rev() {
        if scan.ends_sentence(at) || scan.line_break_before(at + 1) || scan.sign(at) == ',' {
            return None;
        }
        if scan.is(at, class::RAISES) {
            return Some(Change::Up);
        }
        if scan.is(at, class::LOWERS) {
            return Some(Change::Down);
        }
    }
    None
}

/// Whether figure `b` belongs to the clause of figure `a`, so many tokens before it at most.
fn follows(spots: &Spots<'_, '_>, a: usize, b: usize, reach: usize) -> bool {
    let (end, next) = (spots.spot(a).outer_end, spots.spot(b).outer_first);
    let scan = spots.scan;
    // The word that leads to the figure may be "compared with".
    let led = next.saturating_sub(3).max(end);
    let split = (end..next).any(|at| {
        matches!(scan.sign(at), ':' | ')' | '"' | '”')
            || at < led && (scan.is(at, class::PARTS_CLAUSE))
    });
    // Brackets that open close before the figure: "barrels per day (bpd)".
    let split = split && !bracketed_name(spots, end, next);
    next >= end && next - end <= reach && !split
}

/// Whether all that parts these tokens is a name in brackets: "(bpd) from".
fn bracketed_name(spots: &Spots<'_, '_>, from: usize, to: usize) -> bool {
    let scan = spots.scan;
    let parts =
        |at: usize| matches!(scan.sign(at), ':' | '"' | '”') || scan.is(at, class::PARTS_CLAUSE);
    let opens = (from..to).filter(|&at| scan.sign(at) == '(');
    let closes = (from..to).filter(|&at| scan.sign(at) == ')');
    let short = (from..to)
        .find(|&at| scan.sign(at) == '(')
        .is_some_and(|open| scan.sign(open + 2) == ')');
    short && opens.count() == closes.count() && !(from..to).any(parts)
}

/// "…, an increase of", "…, up", "– a rise of": what stands between two levels and the size that sums them up.
fn sums_up(spots: &Spots<'_, '_>, level: usize, size: usize) -> bool {
    sums_up_from(spots, spots.spot(level).outer_end, size)
}

/// The same from a token on.
fn sums_up_from(spots: &Spots<'_, '_>, end: usize, size: usize) -> bool {
    const LONGEST: usize = 6;
    let scan = spots.scan;
    let next = spots.spot(size).outer_first;
    let between = (end..next).all(|at| {
        scan.is(at, class::ARTICLE | class::UP | class::DOWN)
            || scan.is(at, class::OF | class::BY | class::OR | class::ABOUT)
            || matches!(scan.sign(at), ',' | '(' | '–' | '—' | '-')
    });
    next > end && next - end <= LONGEST && between
}

/// "$56 last month, up 12%": the level that a change behind a comma has led to.
fn compared(spots: &Spots<'_, '_>, level: usize, size: usize) -> bool {
    const LONGEST: usize = 8;
    let scan = spots.scan;
    let (end, next) = (spots.spot(level).outer_end, spots.spot(size).outer_first);
    if next <= end + 1 || next - end > LONGEST {
        return false;
    }
    let word = scan.is(next - 1, class::UP | class::DOWN)
        && matches!(scan.sign(next - 2), ',' | '(' | '–' | '—');
    let plain = (end..next - 2).all(|at| {
        scan.is_word(at)
            && !scan.is(
                at,
                class::PARTS_CLAUSE | class::UP | class::DOWN | class::COMPARES,
            )
    });
    word && plain && spots.found[level].change.is_none()
}

/// Whether the two levels are of one measure, and the size can be of theirs.
fn fits(spots: &Spots<'_, '_>, size: usize, from: usize, to: usize) -> bool {
    let (old, new) = (&spots.found[from], &spots.found[to]);
    let plain = |i: usize| spots.single(i) && spots.found[i].low > Decimal::ZERO;
    if !plain(from) || !plain(to) || spots.found[size].low < Decimal::ZERO || !spots.single(size) {
        return false;
    }
    if matches!(old.kind, Kind::Multiple | Kind::Fraction | Kind::Score)
        || matches!(new.kind, Kind::Multiple | Kind::Fraction | Kind::Score)
    {
        return false;
    }
    fits_level(spots, from, to)
}

/// Whether two figures can be levels of one thing, or a part of such a level and the level.
pub(super) fn fits_level(spots: &Spots<'_, '_>, one: usize, other: usize) -> bool {
    const ONE_SIZE: i64 = 10;
    let (old, new) = (&spots.found[one], &spots.found[other]);
    let bare = |i: usize| spots.found[i].unit == Unit::None;
    let alike = match (&old.unit, &new.unit) {
        (Unit::Noun(_), Unit::Noun(_)) => spots.head(one) == spots.head(other),
        (a, b) => a == b || bare(one) || bare(other),
    };
    let rates = old.per == new.per || old.per.is_none() || new.per.is_none();
    // A bare number that is of another size counts something else.
    let times = Decimal::from(ONE_SIZE);
    let near = old.low <= new.low.saturating_mul(times) && new.low <= old.low.saturating_mul(times);
    let named = old.unit == new.unit;
    alike && rates && (named || near)
}

/// Whether something near says that the change is reckoned in another way than its levels.
pub(super) fn reckoned_otherwise(spots: &Spots<'_, '_>, size: usize, all: [usize; 3]) -> bool {
    let scan = spots.scan;
    let spot = spots.spot(size);
    // "in the comparable period", "the same 1986 quarter" is when.
    let says = |at: &usize| {
        let when = (at + 1..at + 4).any(|next| scan.is(next, class::COMPARED_TIME));
        // "annual profit rose 15%": what is told once a year; "an annual 15%", "an annual rise of" is a rate.
        let once = scan.is(*at, class::BETWEEN)
            && (at + 2..spot.outer_first).any(|next| scan.is(next, class::UP | class::DOWN));
        scan.is(*at, class::OTHER_BASIS) && !when && !once
    };
    let goes_on = |at: &usize| !scan.ends_sentence(*at) && scan.sign(*at) != ',';
    let from = spot.outer_first.saturating_sub(BASIS);
    let mut before = (from..spot.outer_first).rev().take_while(goes_on);
    let next = (all.into_iter())
        .filter(|&i| i > size)
        .map(|i| spots.spot(i).outer_first)
        .min()
        .unwrap_or(spot.end);
    let mut behind = spot.end..next.min(spot.end + TO_LEVEL);
    let last = spots.spot(all[2]).end;
    let mut afterwards = (last..last + AFTERWARDS).take_while(goes_on);
    before.any(|at| says(&at)) || behind.any(|at| says(&at)) || afterwards.any(|at| says(&at))
}
