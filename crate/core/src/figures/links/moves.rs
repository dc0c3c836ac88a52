//! A change told twice, and the level that it leads to: "fell 12p, or 2.4%, to 488p", "closed up 3 per cent, or
//! $1.20, at $41.20".

use crate::figures::links::Link;
use crate::figures::links::changes::{fits_level, reckoned_otherwise};
use crate::figures::links::spots::Spots;
use crate::figures::quantity::Kind;
use crate::lexicon::class;
use rust_decimal::Decimal;

/// The level follows the change in so many tokens: ", to close at".
const TO_LEVEL: usize = 6;

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for i in 0..spots.len().saturating_sub(2) {
        links.extend(moved(spots, i));
    }
}

fn moved(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let next = i + 1;
    // "fell 75 to 2,669 (2.8%)": the level stands between.
    let between = spots.kind(i + 2) == Kind::Percent
        && spots.kind(next) != Kind::Percent
        && spots.bracketed(i + 2, spots.spot(next).outer_end).is_some();
    let (again, to) = if between {
        (i + 2, next)
    } else {
        (next, i + 2)
    };
    let (share, amount) = match (spots.kind(i), spots.kind(again)) {
        (Kind::Percent, other) if other != Kind::Percent => (i, again),
        (Kind::Percent, _) => return None,
        (_, Kind::Percent) => (again, i),
        _ => return None,
    };
    let figure = |at: usize| &spots.found[at];
    let single = [share, amount, to]
        .iter()
        .all(|&at| spots.single(at) && figure(at).low > Decimal::ZERO);
    // "gave up 117 points" is not read as a change: it may go either way.
    let way = figure(i).change;
    let first = spots.spot(i).outer_first;
    let moves = way.is_some() || first > 0 && spots.scan.is(first - 1, class::UP | class::DOWN);
    // A fall of more than all is another sort of slip.
    let told =
        single && moves && figure(to).change.is_none() && figure(share).low < Decimal::ONE_HUNDRED;
    let said = between && leads_to(spots, i, to)
        || !between && said_twice(spots, i) && leads_to(spots, next, to);
    (told
        && said
        && fits_level(spots, amount, to)
        && !reckoned_otherwise(spots, share, [i, next, i + 2]))
    .then_some(Link::Move {
        share,
        amount,
        to,
        way,
    })
}

/// "12p, or 2.4%,", "12p (2.4%)": whether the next figure is the same change again.
fn said_twice(spots: &Spots<'_, '_>, i: usize) -> bool {
    let scan = spots.scan;
    let (end, next) = (spots.spot(i).outer_end, spots.spot(i + 1));
    if spots.bracketed(i + 1, end).is_some() {
        return true;
    }
    // "40 points", "20 cents a share": what the amount is of stands behind it.
    let or = (end..end + 3).find(|&at| scan.is(at, class::OR));
    or.is_some_and(|or| {
        let comma = usize::from(or > end && scan.sign(or - 1) == ',');
        or + 1 == next.outer_first && spots.noun_phrase(end, or - comma)
    })
}

/// Whether words that lead to a level, and no others, stand between the change and figure `to`.
fn leads_to(spots: &Spots<'_, '_>, from: usize, to: usize) -> bool {
    let scan = spots.scan;
    let (end, next) = (spots.spot(from).outer_end, spots.spot(to).outer_first);
    let signs = (end..end + 2)
        .take_while(|&at| matches!(scan.sign(at), ',' | ')'))
        .count();
    let words = end + signs;
    words < next
        && next - words <= TO_LEVEL
        && scan.is(words, class::TO | class::AT)
        && (words..next).all(|at| scan.is(at, class::LEADS_TO_LEVEL))
}
