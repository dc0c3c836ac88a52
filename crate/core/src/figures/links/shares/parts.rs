//! A part in words of a whole, and how many that are: "a third of the 240 beds, 80 in all".

use super::{NOUN, before_whole, opens_with};
use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::figures::links::sums::totals;
use crate::figures::quantity::Kind;
use crate::lexicon::class;

/// A whole is named in so many words at most before its number or behind it.
const NAMED: usize = 6;

/// Figure `i` is the first of the three.
pub(super) fn read(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let part = i + 2;
    if part >= spots.len() {
        return None;
    }
    let (share, whole) = match (spots.kind(i), spots.kind(i + 1)) {
        (Kind::Fraction, _) if part_of(spots, i) => (i, i + 1),
        (_, Kind::Fraction) if of_which(spots, i) => (i + 1, i),
        _ => return None,
    };
    let plain = |at: usize| spots.single(at) && spots.found[at].change.is_none();
    let counted = totals::amount(spots, whole)
        && totals::amount(spots, part)
        && totals::alike(spots, part, &[whole]);
    (counted && plain(share) && told_again(spots, i + 1)).then_some(Link::Share {
        part,
        whole,
        share,
    })
}

/// "a third of the hospital's 240 beds": whether the next figure is the whole.
fn part_of(spots: &Spots<'_, '_>, i: usize) -> bool {
    let scan = spots.scan;
    let (end, next) = (spots.spot(i).outer_end, spots.spot(i + 1).outer_first);
    let named = |at: usize| before_whole(spots, at) || spots.noun_phrase(at, at + 1);
    scan.is(end, class::OF) && next > end && next - end <= NAMED && (end + 1..next).all(named)
}

/// "Of the 240 beds in the building, a third": whether the next figure is a part of this one.
fn of_which(spots: &Spots<'_, '_>, i: usize) -> bool {
    let scan = spots.scan;
    let (end, next) = (spots.spot(i).outer_end, spots.spot(i + 1).outer_first);
    opens_with(spots, i)
        && next > end
        && next - end <= NAMED
        && scan.sign(next - 1) == ','
        && (end..next - 1).all(|at| is_plain(spots, at))
}

/// Whether the figure behind figure `i` says the same again: ", 80 in all,", ", or 80,", "(80 of them)", "– 80 –".
fn told_again(spots: &Spots<'_, '_>, i: usize) -> bool {
    let scan = spots.scan;
    let (end, part) = (spots.spot(i).outer_end, spots.spot(i + 1));
    let or = usize::from(part.outer_first > 0 && scan.is(part.outer_first - 1, class::OR));
    let Some(open) = part.outer_first.checked_sub(1 + or).filter(|&at| at >= end) else {
        return false;
    };
    let named = open - end <= NOUN && spots.noun_phrase(end, open);
    // "lakes in the valley, 24 in total"
    let placed = open - end <= NAMED && (end..open).all(|at| is_plain(spots, at));
    let after = part.outer_end;
    let theirs = 2 * usize::from(scan.is(after, class::OF) && scan.is(after + 1, class::OF_THEM));
    match scan.sign(open) {
        '(' => named && scan.sign(after + theirs) == ')',
        sign @ ('–' | '—') => named && scan.sign(after) == sign,
        ',' => named && or == 1 && scan.closes(after) || placed && totals::in_all(spots, i + 1),
        _ => false,
    }
}

/// A word that begins no other clause.
fn is_plain(spots: &Spots<'_, '_>, at: usize) -> bool {
    spots.scan.is_word(at) && !spots.scan.is(at, class::PARTS_CLAUSE)
}
