//! Two levels, and the size of their change behind them: "1,560, up from 1,200 the year before, a rise of 30 per cent",
//! "from 1,200 to 1,560. That is a rise of 30 per cent".

use super::sums_up_from;
use crate::figures::links::spots::Spots;
use crate::lexicon::class;

/// What stands between is so many words long at most.
const WORDS: usize = 8;

/// "1,560 last year, up from 1,200": figures `a` and `b` are the later and the earlier level.
pub(super) fn up_from(spots: &Spots<'_, '_>, a: usize, b: usize) -> bool {
    let scan = spots.scan;
    let (end, next) = (spots.spot(a).outer_end, spots.spot(b).outer_first);
    let Some(comma) = next.checked_sub(3).filter(|&at| at >= end) else {
        return false;
    };
    let change = class::UP | class::DOWN;
    let plain = |at: usize| {
        is_told(spots, at) && !scan.is(at, change | class::PARTS_CLAUSE | class::COMPARES)
    };
    matches!(scan.sign(comma), ',' | '–' | '—')
        && scan.is(next - 2, change)
        && scan.is(next - 1, class::FROM)
        && comma - end <= WORDS
        && (end..comma).all(plain)
}

/// Whether a comma and what sums up stand between the level `b` and the size `c`, and before that no more than a time:
/// "the year before".
pub(super) fn after_time(spots: &Spots<'_, '_>, b: usize, c: usize) -> bool {
    let scan = spots.scan;
    let (end, next) = (spots.spot(b).outer_end, spots.spot(c).outer_first);
    let Some(comma) =
        (end..next.min(end + WORDS)).find(|&at| matches!(scan.sign(at), ',' | '–' | '—'))
    else {
        return false;
    };
    let plain = |at: usize| {
        is_told(spots, at)
            && (!scan.is(at, class::PARTS_CLAUSE)
                || at > end && scan.is(at - 1, class::COMPARED_TIME))
    };
    // "a fall of 12% since its peak"
    let otherwise = scan.is(spots.spot(c).end, class::SINCE_DAY | class::FROM);
    (end..comma).all(plain) && sums_up_from(spots, comma, c) && !otherwise
}

/// "from £20 in the gallery to £90": whether the level `b` is told of a place or a part, and no time, before `c` follows.
pub(super) fn placed(spots: &Spots<'_, '_>, b: usize, c: usize) -> bool {
    const TIME: usize = 5;
    let scan = spots.scan;
    let (end, next) = (spots.spot(b).outer_end, spots.spot(c).outer_first);
    let time = |at: usize| {
        scan.is(at, class::COMPARED_TIME | class::MONTH) || scan.is_digits(at) && is_told(spots, at)
    };
    let led = spots.spot(b).outer_first.checked_sub(2);
    led.is_some_and(|comma| scan.sign(comma) == ',')
        && (end..next.saturating_sub(1)).any(|at| {
            scan.is(at, class::PREPOSITION)
                && !scan.is(at, class::OF)
                // "for a day"
                && !(at + 1..at + if scan.is(at, class::FOR) { 2 } else { TIME }).any(time)
        })
}

/// A word, or the year of "in 2023".
fn is_told(spots: &Spots<'_, '_>, at: usize) -> bool {
    const YEAR: usize = 4;
    let scan = spots.scan;
    scan.is_word(at) || scan.is_digits(at) && scan.str(at).len() == YEAR
}

/// "That is a rise of 30 per cent": whether the size `c` is told so in the sentence behind the level `b`.
pub(super) fn that_is(spots: &Spots<'_, '_>, b: usize, c: usize) -> bool {
    let scan = spots.scan;
    let (end, next) = (spots.spot(b).outer_end, spots.spot(c).outer_first);
    let Some(stop) = next.checked_sub(6).filter(|&at| at >= end) else {
        return false;
    };
    let plain = |at: usize| scan.is_word(at) && !scan.is(at, class::PARTS_CLAUSE);
    scan.sign(stop) == '.'
        && scan.is(stop + 1, class::THAT | class::THIS)
        && scan.is(stop + 2, class::BE)
        && scan.is(stop + 3, class::ARTICLE)
        && scan.is(stop + 4, class::UP | class::DOWN)
        && scan.is(stop + 5, class::OF)
        && stop - end <= WORDS
        && (end..stop).all(plain)
}
