//! Values that nothing can have, by what they are said of: more of the people than all, fewer than none, colder than
//! nothing can be.

use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::figures::quantity::{Kind, Unit};
use crate::lexicon::Modifier;
use crate::lexicon::class;
use crate::lexicon::named;
use rust_decimal::Decimal;

/// Who is counted is named in so many words at most.
const NAMED: usize = 4;
/// The shares that are told of votes which were rigged.
const RIGGED: Decimal = Decimal::TWO;

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for i in 0..spots.len() {
        let figure = &spots.found[i];
        let plain = spots.single(i) && figure.change.is_none();
        let whole = match figure.kind {
            Kind::Percent if figure.low > Decimal::ONE_HUNDRED => {
                more_than_all(spots, i).then_some(None)
            }
            Kind::Count if figure.low < Decimal::ZERO => fewer_than_none(spots, i).then_some(None),
            Kind::Count | Kind::Number if i + 1 < spots.len() => {
                more_than_there_are(spots, i).then_some(Some(i + 1))
            }
            Kind::Temperature => too_cold(spots, i).then_some(None),
            _ => None,
        };
        links.extend(
            whole
                .filter(|_| plain)
                .map(|whole| Link::Impossible { figure: i, whole }),
        );
    }
}

/// "Turnout was 340% of registered voters", "130% of respondents were content"
fn more_than_all(spots: &Spots<'_, '_>, i: usize) -> bool {
    let scan = spots.scan;
    let (first, end) = (spots.spot(i).outer_first, spots.spot(i).outer_end);
    let Some(people) = (end + 1..end + 1 + NAMED).find(|&at| scan.is(at, class::ASKED)) else {
        return false;
    };
    if !scan.is(end, class::OF)
        || !(end + 1..people).all(|at| {
            scan.is_word(at)
                && (!scan.is(at, class::STOP)
                    || scan.is(at, class::THE)
                    || scan.is(at, class::ALL)
                    || scan.is(at, class::WHOSE))
        })
    {
        return false;
    }
    // "130% of women's pay", "130% of patients last year"
    let after = people + 1;
    let voters = scan.is(people, class::ELECTORS);
    let rigged = spots.found[i].low < Decimal::ONE_HUNDRED * RIGGED;
    let turnout = (first.saturating_sub(3)..first).any(|at| scan.is(at, class::TURNOUT));
    if voters && turnout {
        return !rigged
            && (scan.closes(after) && scan.sign(after) != '\'' && scan.sign(after) != '’'
                || scan.is(after, class::STOP));
    }
    let subject = scan.begins(first)
        || scan.is(first - 1, class::BEFORE_SHARE)
        || scan.sign(first - 1) == ',';
    let verb =
        scan.is(after, class::BE) || scan.is(after, class::MODAL) || scan.is(after, class::OPINION);
    subject && verb && !(voters && rigged)
}

/// "26 of the 24 witnesses": figure `i` is the part.
fn more_than_there_are(spots: &Spots<'_, '_>, i: usize) -> bool {
    let scan = spots.scan;
    let whole = i + 1;
    let (part, all) = (&spots.found[i], &spots.found[whole]);
    let exact = |at: usize| spots.exact(at) && spots.found[at].modifier == Modifier::Exact;
    let (end, next) = (spots.spot(i).end, spots.spot(whole));
    let of_the = scan.is(end, class::OF)
        && (scan.is(end + 1, class::THE) || scan.is(end + 1, class::WHOSE))
        && scan.is(next.end, class::ASKED);
    // "29 out of 28 towns", and no score of points that can be more than full.
    let out_of = scan.is(end, class::OUT)
        && scan.is(end + 1, class::OF)
        && all.kind == Kind::Count
        && !scan
            .lexicon
            .classes_of(&spots.head(whole))
            .meets(class::BEYOND_FULL);
    part.low > all.low && (of_the || out_of) && next.first == end + 2 && exact(i) && exact(whole)
}

/// "hurt -12 people": the sign touches the number, and no list or range is written with it.
fn fewer_than_none(spots: &Spots<'_, '_>, i: usize) -> bool {
    const NEAR: usize = 8;
    let scan = spots.scan;
    let (first, end) = (spots.spot(i).first, spots.spot(i).end);
    let people = matches!(spots.found[i].unit, Unit::Noun(_)) && scan.is(end, class::ASKED);
    let worded = scan.is(first, class::MINUS) && scan.begins(first);
    let signed = first > 0
        && scan.dash(first)
        && scan.is_word(first - 1)
        && !scan.glued(first)
        && !scan.line_break_before(first);
    let alone = i == 0 || first - spots.spot(i - 1).end > NEAR;
    let verb = scan.is(end + 1, class::BE) || signed && scan.closes(end + 1);
    people && alone && verb && (worded || signed && !scan.is(first - 1, class::BE))
}

/// "cooled to -300C"
fn too_cold(spots: &Spots<'_, '_>, i: usize) -> bool {
    let first = spots.spot(i).first;
    let figure = &spots.found[i];
    let Unit::Named(unit) = &figure.unit else {
        return false;
    };
    let signed = !spots.scan.glued(first) && (i == 0 || spots.spot(i - 1).outer_end < first);
    signed && coldest(unit).is_some_and(|limit| figure.low < limit)
}

/// What nothing is colder than, in a unit of temperature.
pub(crate) fn coldest(unit: &str) -> Option<Decimal> {
    match unit {
        named::CELSIUS => Some(Decimal::new(-27_315, 2)),
        named::FAHRENHEIT => Some(Decimal::new(-45_967, 2)),
        named::KELVIN => Some(Decimal::ZERO),
        _ => None,
    }
}
