//! A level, by how much it is more or less than an earlier one, and that one: "1,560 thefts, 30 per cent more than the
//! 1,200 of last year", "600 men, twice as many as the 300 it was built for".

use super::{fits, reckoned_otherwise};
use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::figures::quantity::{Change, Kind, Unit};
use crate::lexicon::class;
use crate::lexicon::named;

/// The level and the size stand so many tokens apart at most.
const REACH: usize = 12;

/// The three figures in their order.
pub(super) fn read(spots: &Spots<'_, '_>, [to, size, from]: [usize; 3]) -> Option<Link> {
    let scan = spots.scan;
    let (end, first) = (spots.spot(to).outer_end, spots.spot(size).outer_first);
    let (after, level) = (spots.spot(size).outer_end, spots.spot(from).first);
    let way = more_than(spots, size, level).or_else(|| on_the(spots, size, level));
    // A factor goes its own way.
    if way.is_none() && !is_as_many(spots, size, level) {
        return None;
    }
    let words = |at: usize| {
        (scan.is_word(at) || scan.sign(at) == ',')
            && !scan.is(at, class::PARTS_CLAUSE | class::INCLUDING)
    };
    // One comma parts the size from the level.
    let commas = (end..first).filter(|&at| scan.sign(at) == ',').count();
    let near = first > end && first - end <= REACH && commas == 1 && (end..first).all(words);
    let plain = spots.found[to].change.is_none() && spots.found[from].change.is_none();
    (near
        && plain
        && !spots.parted(end, level)
        && fits(spots, size, from, to)
        && level > after
        && !reckoned_otherwise(spots, size, [to, size, from]))
    .then_some(Link::Change {
        size,
        way,
        from,
        to,
    })
}

/// "30 per cent more than the 1,200"
fn more_than(spots: &Spots<'_, '_>, size: usize, level: usize) -> Option<Change> {
    let scan = spots.scan;
    let end = spots.spot(size).end;
    let more = scan.is(end, class::MORE) || scan.is(end, class::GREATER);
    let less = scan.is(end, class::FEWER | class::LESS) || scan.is(end, class::LESSER);
    let than = scan.is(end + 1, class::THAN) && scan.is(end + 2, class::THE) && end + 3 == level;
    let percent = spots.kind(size) == Kind::Percent;
    (percent && than && (more || less)).then_some(if more { Change::Up } else { Change::Down })
}

/// "a rise of 30 per cent on the 1,200"
fn on_the(spots: &Spots<'_, '_>, size: usize, level: usize) -> Option<Change> {
    let scan = spots.scan;
    let (first, end) = (spots.spot(size).outer_first, spots.spot(size).end);
    let noun = first
        .checked_sub(2)
        .filter(|&at| scan.is(at + 1, class::OF))?;
    let way = if scan.is(noun, class::UP) {
        Change::Up
    } else if scan.is(noun, class::DOWN) {
        Change::Down
    } else {
        return None;
    };
    let on = scan.is(end, class::ON) && scan.is(end + 1, class::THE) && end + 2 == level;
    (on && spots.kind(size) == Kind::Percent).then_some(way)
}

/// "twice as many as the 300"
fn is_as_many(spots: &Spots<'_, '_>, size: usize, level: usize) -> bool {
    let scan = spots.scan;
    let end = spots.spot(size).end;
    let many =
        scan.is(end, class::AS) && scan.is(end + 2, class::AS) && scan.is(end + 3, class::THE);
    // "four times"
    let times = matches!(&spots.found[size].unit, Unit::Named(name) if name == named::TIME);
    many && end + 4 == level && (spots.kind(size) == Kind::Multiple || times)
}
