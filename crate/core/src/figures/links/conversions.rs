//! The same amount in two units or two currencies: "20 miles (32 km)", "$14.3bn, or £10.6bn".

use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::figures::quantity::{Kind, Unit};
use crate::lexicon::class;

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for i in 0..spots.len() {
        if i + 1 < spots.len() && converts(spots, i) {
            links.push(Link::Conversion { one: i, two: i + 1 });
        }
    }
}

/// Whether figure `i` and the next one are one amount in two units.
fn converts(spots: &Spots<'_, '_>, i: usize) -> bool {
    let (one, two) = (&spots.found[i], &spots.found[i + 1]);
    let measured = match (one.kind, two.kind) {
        (Kind::Dimension, Kind::Dimension) | (Kind::Temperature, Kind::Temperature) => true,
        (Kind::Money, Kind::Money) => one.change == two.change,
        _ => false,
    };
    if !measured || one.unit == two.unit {
        return false;
    }
    let scan = spots.scan;
    let (end, next) = (spots.spot(i).outer_end, spots.spot(i + 1));
    // "12,000 acres of forest (4,860 hectares)", "20 feet tall (6 m)"
    let open = (end..=end + NAMED).find(|&at| scan.sign(at) == '(');
    if let Some(open) = open
        && spots.noun_phrase(end, open)
        && spots.bracketed(i + 1, open).is_some()
    {
        return true;
    }
    // "100mph/160kph"
    let slash = scan.sign(end) == '/' && end + 1 == next.outer_first;
    // "20 miles, or 32 km,"
    let comma = usize::from(scan.sign(end) == ',');
    let or = scan.is(end + comma, class::OR) && end + comma + 1 == next.outer_first;
    // "about 20 miles, 32 km, from the sea": in another system, and alone.
    let again = comma == 1
        && end + 1 == next.outer_first
        && systems_differ(&one.unit, &two.unit)
        && matches!(scan.sign(next.outer_end), ',' | '.' | ';')
        && alone(spots, i);
    // "20 miles, which is to say 32 km,"
    let says = next.outer_first > end + 1
        && next.outer_first - end <= SAID
        && comma == 1
        && (end + 1..next.outer_first).all(|at| scan.is(at, class::SAYS_AGAIN))
        && scan.closes(next.outer_end)
        && systems_differ(&one.unit, &two.unit);
    slash && one.kind == Kind::Dimension
        || says
        || or && scan.closes(next.outer_end) && (comma == 1 || one.kind != Kind::Money)
        || again
}

/// Words of what is measured may stand between an amount and its bracket, so many at most.
const NAMED: usize = 4;
/// So many may say that the same amount follows, with the comma before them.
const SAID: usize = 6;

/// Whether one of the units is metric and the other is not.
fn systems_differ(one: &Unit, two: &Unit) -> bool {
    let metric = |unit: &Unit| match unit {
        Unit::Named(name) => ["metre", "gram", "litre", "hectare", "metric ton", "celsius"]
            .iter()
            .any(|part| name.contains(part)),
        _ => false,
    };
    metric(one) != metric(two)
}

/// Whether no other measure is listed beside figure `i` and the next one.
fn alone(spots: &Spots<'_, '_>, i: usize) -> bool {
    const NEAR: usize = 4;
    let measure = |at: usize| spots.kind(at) == spots.kind(i);
    let before = i
        .checked_sub(1)
        .is_none_or(|last| !measure(last) || spots.spot(i).first - spots.spot(last).end > NEAR);
    let after = i + 2 >= spots.len()
        || !measure(i + 2)
        || spots.spot(i + 2).first - spots.spot(i + 1).end > NEAR;
    before && after
}
