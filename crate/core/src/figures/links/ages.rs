//! People who are counted and whose ages are told one by one: "all three suspects, aged 19, 22 and 40".

use crate::figures::links::spots::Spots;
use crate::figures::links::{Link, Many};
use crate::figures::quantity::Kind;
use crate::lexicon::class;
use std::ops::Range;

/// Nobody tells the ages of more.
const MOST: u32 = 20;

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for i in 0..spots.len() {
        links.extend(ages(spots, i));
        links.extend(ages_of_both(spots, i));
    }
}

fn ages(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let spot = spots.spot(i);
    if !spots.exact(i) {
        return None;
    }
    let aged = (spot.end..spot.end + 5).find(|&at| scan.is(at, class::AGED))?;
    let (list, told) = list(spots, spot.end, aged)?;
    let all = spot.first > 0 && scan.is(spot.first - 1, class::ALL);
    Some(Link::Ages {
        total: Many::Figure(i),
        list,
        told,
        all,
    })
}

/// "both brothers, aged 19 and 22": figure `i` is the first age.
fn ages_of_both(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    const NAMED: usize = 4;
    let scan = spots.scan;
    if spots.kind(i) != Kind::Age {
        return None;
    }
    let first = spots.spot(i).outer_first;
    let aged = (first.saturating_sub(1)..=first).find(|&at| scan.is(at, class::AGED))?;
    let both = (aged.saturating_sub(NAMED)..aged).find(|&at| scan.is(at, class::BOTH))?;
    let (list, told) = list(spots, both + 1, aged)?;
    Some(Link::Ages {
        total: Many::Words {
            words: scan.start(both)..scan.end(both + 1),
            least: 2,
            most: 2,
        },
        list,
        told,
        all: true,
    })
}

/// The ages behind "aged", as bytes, and how many there are; those who have them are named from token `from` on.
fn list(spots: &Spots<'_, '_>, from: usize, aged: usize) -> Option<(Range<usize>, u32)> {
    let scan = spots.scan;
    let dash = matches!(scan.sign(aged - 1), '—' | '–');
    let sign = usize::from(dash || matches!(scan.sign(aged - 1), ',' | '('));
    if aged == from || !spots.noun_phrase(from, aged - sign) {
        return None;
    }
    let age = |at: usize| scan.small(at).filter(|age| *age <= 120 && !scan.glued(at));
    let (mut at, mut told) = (aged + 1, 0);
    let mut led = false;
    loop {
        age(at)?;
        told += 1;
        at += 1;
        let comma = usize::from(scan.sign(at) == ',');
        let and = usize::from(scan.is(at + comma, class::AND));
        // "and" leads to the last: "aged 19 and 22, 12 women".
        if told > MOST || led || comma + and == 0 || age(at + comma + and).is_none() {
            break;
        }
        led = and == 1;
        at += comma + and;
    }
    // "aged 19 to 40", "aged 19-40", "aged 19 and over" tell of no one.
    let ends = scan.closes(at) && (dash || !scan.dash(at)) || scan.is(at, class::BE);
    (led && ends).then(|| (scan.start(aged + 1)..scan.end(at), told))
}
