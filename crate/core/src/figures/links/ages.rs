//! People who are counted and whose ages are told one by one: "all three suspects, aged 19, 22 and 40".

use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::lexicon::class;

/// Nobody tells the ages of more.
const MOST: u32 = 20;

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for i in 0..spots.len() {
        links.extend(ages(spots, i));
    }
}

fn ages(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let spot = spots.spot(i);
    if !spots.exact(i) {
        return None;
    }
    let aged = (spot.end..spot.end + 5).find(|&at| scan.is(at, class::AGED))?;
    let dash = matches!(scan.sign(aged - 1), '—' | '–');
    let sign = usize::from(dash || matches!(scan.sign(aged - 1), ',' | '('));
    if aged == spot.end || !spots.noun_phrase(spot.end, aged - sign) {
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
    let all = spot.first > 0 && scan.is(spot.first - 1, class::ALL);
    (led && ends).then(|| Link::Ages {
        total: i,
        list: scan.start(aged + 1)..scan.end(at),
        told,
        all,
    })
}
