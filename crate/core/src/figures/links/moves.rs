//! A change told twice, and the level that it leads to: "fell 12p, or 2.4%, to 488p", "closed up 3 per cent, or
//! $1.20, at $41.20".

use crate::figures::links::Link;
use crate::figures::links::changes::{fits_level, reckoned_otherwise};
use crate::figures::links::spots::Spots;
use crate::figures::quantity::{Change, Kind};
use rust_decimal::Decimal;

/// The level follows the change in so many tokens: ", to close at".
const TO_LEVEL: usize = 6;
/// What leads to the level.
const LEADS: [&str; 14] = [
    "to", "at", "close", "end", "finish", "settle", "stand", "trade", "reach", "a", "an", "just",
    "record", "hit",
];

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for i in 0..spots.len().saturating_sub(2) {
        links.extend(moved(spots, i));
    }
}

fn moved(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let (next, to) = (i + 1, i + 2);
    let way = spots.found[i].change?;
    let (share, amount) = match (spots.kind(i), spots.kind(next)) {
        (Kind::Percent, other) if other != Kind::Percent => (i, next),
        (_, Kind::Percent) => (next, i),
        _ => return None,
    };
    let figure = |at: usize| &spots.found[at];
    let single = [share, amount, to]
        .iter()
        .all(|&at| spots.single(at) && figure(at).low > Decimal::ZERO);
    // A fall of more than all is another sort of slip.
    let told = single
        && figure(to).change.is_none()
        && (way == Change::Up || figure(share).low < Decimal::ONE_HUNDRED);
    (told
        && said_twice(spots, i)
        && leads_to(spots, next, to)
        && fits_level(spots, amount, to)
        && !reckoned_otherwise(spots, share, [i, next, to]))
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
    let or = (end..end + 3).find(|&at| scan.eq(at, "or"));
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
        && scan.any(words, &["to", "at"])
        && (words..next).all(|at| scan.any(at, &LEADS))
}
