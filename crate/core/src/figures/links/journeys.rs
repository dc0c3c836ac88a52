//! How far, how fast on average, and how long it took: "ran the 120 miles at an average of 60mph and took two hours".

use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::figures::quantity::{Kind, Unit};
use crate::lexicon::class;
use crate::lexicon::named;

/// The three stand in so many tokens at most.
const REACH: usize = 40;
/// "Average" stands so near before the speed.
const NEAR: usize = 4;

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    let mut speeds = (0..spots.len()).filter(|&i| length_of(spots, i).is_some());
    // Of two speeds the journey had parts.
    if let (Some(speed), None) = (speeds.next(), speeds.next()) {
        links.extend(journey(spots, speed));
    }
}

/// The unit of length that a speed is told in.
fn length_of<'s>(spots: &'s Spots<'_, '_>, i: usize) -> Option<&'s str> {
    let Unit::Named(name) = &spots.found[i].unit else {
        return None;
    };
    if name == named::KNOT {
        return Some(named::NAUTICAL_MILE);
    }
    let (length, time) = name.rsplit_once(' ')?;
    // "mile per hour"
    length
        .rsplit_once(' ')
        .map(|(length, _)| length)
        .filter(|_| time == named::HOUR)
}

fn journey(spots: &Spots<'_, '_>, speed: usize) -> Option<Link> {
    let scan = spots.scan;
    let length = length_of(spots, speed)?;
    let plain = |i: usize| spots.single(i) && spots.found[i].change.is_none();
    let only = |of: &dyn Fn(usize) -> bool| {
        let mut all = (0..spots.len()).filter(|&i| of(i));
        all.next().filter(|_| all.next().is_none())
    };
    let lengths = |i: usize| spots.kind(i) == Kind::Dimension && i != speed;
    let distance = only(&lengths)?;
    let time = only(&|i: usize| spots.kind(i) == Kind::Duration)?;
    let hours = [named::HOUR, named::MINUTE]
        .iter()
        .any(|unit| spots.lasts(time, unit));
    let units = matches!(&spots.found[distance].unit, Unit::Named(name) if name == length);
    let averaged =
        |from: usize| (from.saturating_sub(NEAR)..from).any(|at| scan.is(at, class::AVERAGED));
    let all = [distance, speed, time];
    let from = all.iter().map(|&i| spots.spot(i).outer_first).min()?;
    let to = all.iter().map(|&i| spots.spot(i).end).max()?;
    let (far, long) = (spots.spot(distance), spots.spot(time));
    let gone = far.outer_first > 0
        && (scan.is(far.outer_first - 1, class::THE | class::ARTICLE)
            || scan.is(far.outer_first - 1, class::TRAVELS));
    let took = long.outer_first > 0
        && (scan.is(long.outer_first - 1, class::TOOK) || scan.is(long.outer_first - 1, class::IN))
        // "was met four hours later"
        || scan.is(long.end, class::LATER)
            && !(long.outer_first.saturating_sub(NEAR)..long.outer_first).any(|at| scan.is(at, class::BE));
    let sentences = (from..to).filter(|&at| scan.ends_sentence(at)).count();
    (plain(speed)
        && plain(distance)
        && plain(time)
        && hours
        && units
        && averaged(spots.spot(speed).outer_first)
        && gone
        && took
        && to - from <= REACH
        && sentences <= 1
        && went(spots, from, to))
    .then_some(Link::Journey {
        distance,
        speed,
        time,
    })
}

/// Whether somebody goes there without a stop, as far as these tokens and the words behind them say.
fn went(spots: &Spots<'_, '_>, from: usize, to: usize) -> bool {
    let scan = spots.scan;
    let stops = |at: usize| scan.is(at, class::WITH | class::INCLUDING | class::PLUS);
    // ", and the ferry": somebody else.
    let other = |at: usize| {
        scan.is(at, class::AND | class::BUT | class::WHILE)
            && scan.is(at + 1, class::ARTICLE | class::THE)
    };
    !(from..to + NEAR).any(stops) && !(from..to).any(other)
}
