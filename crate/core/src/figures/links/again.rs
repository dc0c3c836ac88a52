//! A number in words, and again in digits: "seven (7) copies".

use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::figures::quantity::{Kind, Unit};
use crate::lexicon::class;
use rust_decimal::Decimal;

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for i in 0..spots.len() {
        links.extend(again(spots, i));
    }
}

/// "seven (7) copies": a number in words, with digits in brackets and what is counted after them.
fn again(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let (figure, spot) = (&spots.found[i], spots.spot(i));
    let whole = matches!(figure.kind, Kind::Count | Kind::Number | Kind::Duration)
        && matches!(figure.unit, Unit::None | Unit::Noun(_))
        && figure.low == figure.high
        && figure.low >= Decimal::TWO;
    let end = spot.end;
    if !whole || !scan.is_word(spot.first) || scan.sign(end) != '(' || scan.sign(end + 2) != ')' {
        return None;
    }
    // A name is numbered and a source is told in brackets; what is counted twice is named after it.
    let names = |at: usize| scan.is_word(at) && !scan.is(at, class::STOP) && !scan.capital(at);
    let counted =
        names(end + 3) && (scan.plural(end + 3) || names(end + 4) && scan.plural(end + 4));
    let label = spot.first > 0
        && (scan.is(spot.first - 1, class::LABEL | class::NUMBERED)
            || scan.capital(spot.first - 1) && !scan.begins(spot.first - 1));
    let value = scan.small(end + 1)?;
    (counted && !label).then(|| Link::Again {
        words: i,
        digits: scan.start(end + 1)..scan.end(end + 2),
        value: Decimal::from(value),
    })
}
