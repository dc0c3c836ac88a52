//! Votes of a body whose members are counted: "the nine-member court ruled 7-4", "all nine justices took part".

use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::figures::quantity::Kind;
use crate::lexicon::class;

/// A body and its vote stand in one clause, so many tokens apart at most.
const CLAUSE: usize = 8;
/// And with what is said of those who abstained.
const LONGER: usize = 12;

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for i in 1..spots.len() {
        if spots.kind(i) == Kind::Score {
            links.extend(ruled(spots, i).or_else(|| all_voted(spots, i)));
        }
        if spots.kind(i - 1) == Kind::Score {
            links.extend(took_part(spots, i));
        }
    }
}

/// Those who voted are no fewer than the votes.
fn link(total: usize, votes: usize) -> Link {
    Link::Sum {
        total,
        parts: vec![votes],
        open: true,
    }
}

/// "The nine-member court ruled 7-4", "its 11 members voted 8 to 5": figure `i` is the vote.
fn ruled(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let total = i - 1;
    let verb = spots.spot(i).outer_first.checked_sub(1)?;
    if !scan.is(verb, class::RULES) || !spots.exact(total) {
        return None;
    }
    let (first, end) = (spots.spot(total).outer_first, spots.spot(total).outer_end);
    let near = verb >= end && verb - end < CLAUSE && !spots.parted(end, verb);
    let plain = (end..verb)
        .all(|at| scan.is_word(at) && !scan.is(at, class::PARTS_CLAUSE) || scan.dash(at));
    let told = first > 0
        && (scan.is(first - 1, class::THE | class::ALL)
            || scan.is(first - 1, class::WHOSE)
            || scan.is(first - 1, class::GENITIVE_S) && scan.glued(first - 1));
    let members = told && verb == end + 1 && scan.is(end, class::VOTER);
    (near && plain && (members || spots.members_of_body(total))).then(|| link(total, i))
}

/// "All nine justices took part in the 6-4 vote", "The ruling, in which all nine justices took part and none abstained, was
/// 6-4": figure `i` is the vote.
fn all_voted(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let total = i - 1;
    let (first, end) = (spots.spot(total).outer_first, spots.spot(total).outer_end);
    let score = spots.spot(i).first;
    let all = first > 0 && scan.is(first - 1, class::ALL) && scan.is(end, class::VOTER);
    let took = scan.is(end + 1, class::TOOK) && scan.is(end + 2, class::PART);
    if !all || !took || !spots.exact(total) || spots.parted(end, score) || score - end > LONGER {
        return None;
    }
    let vote = scan.is(spots.spot(i).end, class::DECISION) && score - end < CLAUSE;
    let ruling = (first.saturating_sub(CLAUSE)..first).any(|at| scan.is(at, class::DECISION));
    let was = ruling && scan.sign(score - 2) == ',' && scan.is(score - 1, class::BE);
    // All of them voted then.
    let none =
        (end + 1..score).any(|at| scan.is(at, class::ABSTAINS) && scan.is(at - 1, class::NOBODY));
    (vote || was).then(|| Link::Sum {
        total,
        parts: vec![i],
        open: !none,
    })
}

/// "The vote was 7 to 3; all nine justices took part": figure `i` is those who took part.
fn took_part(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let score = i - 1;
    if !spots.exact(i) {
        return None;
    }
    let spot = spots.spot(i);
    let all = spot.first > 0 && scan.is(spot.first - 1, class::ALL);
    let (first, end) = (spots.spot(score).first, spots.spot(score).end);
    let voted = (first.saturating_sub(5)..first)
        .any(|at| scan.is(at, class::RULES) || scan.is(at, class::RULING));
    let near = spot.first - end < CLAUSE && !scan.line_break_before(spot.first);
    (all && voted && near && !spots.has(end, spot.end + 3, class::SOME_ONLY))
        .then(|| link(i, score))
}
