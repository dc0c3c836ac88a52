//! Two shares that are all there is: "58 per cent were for it and 42 per cent against", "70 per cent …, and the other
//! 30 per cent".

use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::figures::quantity::Kind;
use crate::lexicon::Modifier;
use crate::lexicon::class;

/// The two stand so many tokens apart at most.
const REACH: usize = 20;
/// What a share did stands so near behind it.
const NEAR: usize = 4;

/// Figure `i` is the first of the two.
pub(super) fn read(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let other = i + 1;
    let share = |at: usize| {
        let figure = &spots.found[at];
        figure.kind == Kind::Percent
            && spots.single(at)
            && figure.change.is_none()
            && figure.modifier == Modifier::Exact
    };
    if other >= spots.len() || !share(i) || !share(other) {
        return None;
    }
    let (end, next) = (spots.spot(i).end, spots.spot(other).outer_first);
    let near = next > end && next - end <= REACH && !spots.parted(end, next);
    (near && (remaining(spots, i) || opposed(spots, i) || voted(spots, i)))
        .then_some(Link::Rest { share: i, other })
}

/// ", and the other 30 per cent", ", the remaining 30 per cent".
fn remaining(spots: &Spots<'_, '_>, i: usize) -> bool {
    let scan = spots.scan;
    let (end, next) = (spots.spot(i).end, spots.spot(i + 1).outer_first);
    next > end + 2
        && scan.is(next - 1, class::THE_REST)
        && scan.is(next - 2, class::THE)
        && (scan.sign(next - 3) == ','
            || scan.is(next - 3, class::AND | class::WHILE | class::WITH))
}

/// "58 per cent were for the tunnel and 42 per cent against": one question, asked once.
fn opposed(spots: &Spots<'_, '_>, i: usize) -> bool {
    let scan = spots.scan;
    let (end, next) = (spots.spot(i).end, spots.spot(i + 1).outer_first);
    let favour = |at: usize| scan.is(at, class::FAVOUR) && scan.is(at - 1, class::IN);
    let is_side = |&at: &usize| scan.is(at, class::FOR) || favour(at);
    let Some(side) = (end..next.min(end + NEAR)).find(is_side) else {
        return false;
    };
    let joint = next - 1;
    let joined = scan.is(joint, class::AND | class::WHILE | class::BUT) || scan.sign(joint) == ',';
    // "for the tunnel in Leeds", "of men": others are asked there.
    let plain = |at: usize| {
        (scan.is_word(at) || at + 1 == joint && scan.sign(at) == ',')
            && !scan.is(at, class::OF | class::IN | class::PARTS_CLAUSE)
            && !scan.is(at, class::PREPOSITION)
    };
    let after = spots.spot(i + 1).end;
    let against = after + usize::from(scan.is(after, class::BE));
    // "against it"
    let last = against + 1 + usize::from(scan.is(against + 1, class::THING_PRONOUN));
    joined
        && (end..side).all(|at| scan.is(at, class::BE | class::IN) || scan.is(at, class::ALL))
        && (side + 1..joint).all(plain)
        && scan.is(against, class::AGAINST)
        && (scan.closes(last) && (scan.sign(last) != ',' || side + 1 == joint)
            || same_thing(spots, side, against, joint))
}

/// "were for and 49% against the ban": the second side names what both are about, and the first nothing.
fn same_thing(spots: &Spots<'_, '_>, side: usize, against: usize, joint: usize) -> bool {
    let scan = spots.scan;
    let named = (against + 1..against + 1 + NEAR)
        .find(|&at| scan.closes(at))
        .is_some_and(|end| scan.sign(end) == '.' && spots.noun_phrase(against + 1, end));
    side + 1 == joint && named
}

/// "voted by 71% to 29%"
fn voted(spots: &Spots<'_, '_>, i: usize) -> bool {
    const CLAUSE: usize = 8;
    let scan = spots.scan;
    let (first, end) = (spots.spot(i).outer_first, spots.spot(i).end);
    let next = spots.spot(i + 1).outer_first;
    let by = first > 0 && scan.is(first - 1, class::BY);
    let from = first.saturating_sub(CLAUSE);
    by && next == end + 1
        && scan.is(end, class::TO)
        && (from..first).any(|at| scan.is(at, class::RULES | class::RULING))
        && !spots.parted(from, first)
}
