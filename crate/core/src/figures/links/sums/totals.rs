//! Three parts or more and what they add up to: "14 at home, nine abroad and six at sea, 29 in all".

use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::figures::quantity::Kind;
use crate::lexicon::Modifier;
use crate::lexicon::class;
use rust_decimal::Decimal;
use std::ops::Range;

/// So many parts at most.
const MOST: usize = 8;
/// A part and the next stand so many tokens apart at most.
const REACH: usize = 14;
/// What is counted is named in so many words at most.
const NOUN: usize = 3;

/// Figure `i` is the total.
pub(super) fn read(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let lead = told_for(spots, i)?;
    let plain = |at: usize| amount(spots, at) && spots.found[at].modifier == Modifier::Exact;
    if !plain(i) {
        return None;
    }
    // All that is counted in the sentence is a part, or the sentence is not understood.
    let mut first = i;
    while let Some(before) = first.checked_sub(1)
        && !spots.parted(spots.spot(before).outer_end, spots.spot(first).outer_first)
    {
        let time = matches!(spots.kind(before), Kind::Date | Kind::Year);
        if time || !plain(before) || i - before > MOST {
            return None;
        }
        first = before;
    }
    let parts: Vec<usize> = (first..i).collect();
    let [.., one, last] = parts[..] else {
        return None;
    };
    let scan = spots.scan;
    let from = spots.spot(first).outer_first;
    // "In three schools", "the four": no part, but what has the parts.
    let governed = from > 0
        && (scan.is(from - 1, class::HOUSE_AT | class::IN | class::ON)
            || scan.is(from - 1, class::THE | class::ALL | class::OF_THEM));
    let close = |pair: &[usize]| {
        let (end, next) = (spots.spot(pair[0]).end, spots.spot(pair[1]).outer_first);
        next > end && next - end <= REACH && !scan.is(end, class::OF) && !scan.is(end, class::OUT)
    };
    let listed = scan.is(spots.spot(last).outer_first - 1, class::AND)
        || (spots.spot(one).end..spots.spot(last).outer_first).any(|at| scan.is(at, class::AND));
    let words = |at: usize| {
        let others = scan.is(at, class::SOME_ONLY | class::INCLUDING)
            || scan.is(at, class::EACH | class::PER)
            || scan.is(at, class::OF_THEM) && scan.is(at - 1, class::OF)
            || scan.is(at, class::PARTS_CLAUSE) && !scan.is(at, class::AND);
        !others
            && (matches!(scan.sign(at), '\0' | ',' | '\'' | '’')
                || scan.glued(at)
                || read_of(spots, first..i, at))
    };
    let end = spots.spot(last).end;
    let told = (parts.len() > 2)
        && !governed
        && listed
        && parts.windows(2).all(close)
        && lead >= end
        && lead - end <= REACH
        && (from + 1..lead).all(words)
        && !unread(spots, first..i, from..lead)
        && alike(spots, i, &parts)
        && (one_name(spots, &parts) || people(spots, &parts));
    told.then_some(Link::Sum {
        total: i,
        parts,
        open: false,
    })
}

/// "a total of 29 races", "£90,000 in total": whether an exact amount is told as one that parts make, whatever goes on.
pub(super) fn is_total(spots: &Spots<'_, '_>, i: usize) -> bool {
    let scan = spots.scan;
    let (first, end) = (spots.spot(i).outer_first, spots.spot(i).end);
    let before = first > 1 && scan.is(first - 1, class::OF) && scan.is(first - 2, class::TOTAL);
    let behind = (end..=end + NOUN).any(|at| {
        (scan.is(at, class::IN) && scan.is(at + 1, class::ALL | class::TOTAL)
            || scan.is(at, class::ALTOGETHER))
            && spots.noun_phrase(end, at)
    });
    (before || behind) && amount(spots, i) && spots.found[i].modifier == Modifier::Exact
}

/// Whether a figure can be a part of such a total: it is of its unit, or counts what has no other name.
pub(super) fn is_part(spots: &Spots<'_, '_>, total: usize, part: usize) -> bool {
    let (whole, figure) = (&spots.found[total], &spots.found[part]);
    let named = spots.counts(total)
        && spots.counts(part)
        && (spots.head(part).is_empty() || spots.head(part) == spots.head(total));
    amount(spots, part)
        && figure.modifier == Modifier::Exact
        && (named || figure.unit == whole.unit && !spots.counts(part))
}

/// Whether a figure is an amount that can be added up: of money, of things, or of a measure.
pub(in crate::figures::links) fn amount(spots: &Spots<'_, '_>, i: usize) -> bool {
    let figure = &spots.found[i];
    let kind = spots.counts(i) || matches!(figure.kind, Kind::Money | Kind::Dimension);
    kind && spots.single(i)
        && figure.change.is_none()
        && figure.per.is_none()
        && figure.low > Decimal::ZERO
}

/// Whether the total counts what its parts count: in the same unit, or by the name of one of them, or by none.
pub(in crate::figures::links) fn alike(
    spots: &Spots<'_, '_>,
    total: usize,
    parts: &[usize],
) -> bool {
    let whole = &spots.found[total];
    if !spots.counts(total) {
        return parts
            .iter()
            .all(|&part| spots.found[part].unit == whole.unit);
    }
    let head = spots.head(total);
    parts.iter().all(|&part| spots.counts(part))
        && (head.is_empty() || parts.iter().any(|&part| spots.head(part) == head))
}

/// Whether all parts are of one name, or have none but the first.
fn one_name(spots: &Spots<'_, '_>, parts: &[usize]) -> bool {
    let name = spots.head(parts[0]);
    parts.iter().skip(1).all(|&part| {
        let head = spots.head(part);
        head.is_empty() || head == name
    })
}

/// Whether they are sorts of people of whom nobody is two: "adults" may be the same as "women", "children" as "boys".
fn people(spots: &Spots<'_, '_>, parts: &[usize]) -> bool {
    let of = |sort| {
        let heads = parts.iter().map(|&part| spots.head(part));
        heads
            .filter(|head| spots.scan.lexicon.classes_of(head).meets(sort))
            .count()
    };
    let (adults, young, ages) = (
        of(class::WOMEN_MEN),
        of(class::GIRLS_BOYS),
        of(class::ADULTS_CHILDREN),
    );
    adults + young + ages == parts.len() && (ages == 0 || ages == 1 && young == 0)
}

/// Whether a token belongs to a figure.
fn read_of(spots: &Spots<'_, '_>, mut parts: Range<usize>, at: usize) -> bool {
    parts.any(|i| (spots.spot(i).first..spots.spot(i).end).contains(&at))
}

/// Whether a number stands between two tokens that is no figure: "Oak 57".
fn unread(spots: &Spots<'_, '_>, parts: Range<usize>, mut tokens: Range<usize>) -> bool {
    let scan = spots.scan;
    let number =
        |at: usize| scan.is_digits(at) || scan.is(at, class::NUMBER) && !scan.is(at, class::ONE);
    tokens.any(|at| number(at) && !read_of(spots, parts.clone(), at))
}

/// ", 29 in all", ", making 29 altogether", ", a total of 29": the token at which a figure begins to be told as the total
/// of what stands before it.
pub(in crate::figures::links) fn told_for(spots: &Spots<'_, '_>, i: usize) -> Option<usize> {
    let scan = spots.scan;
    let first = spots.spot(i).outer_first;
    let back = |by: usize| first.checked_sub(by);
    let total = back(2).is_some_and(|at| scan.is(at, class::TOTAL) && scan.is(at + 1, class::OF))
        && back(3).is_some_and(|at| scan.is(at, class::ARTICLE));
    let mut lead = if total { back(3)? } else { first };
    let adds = lead > 0 && scan.is(lead - 1, class::ADDS_UP);
    if adds {
        lead -= 1;
        lead -= usize::from(lead > 0 && scan.is(lead - 1, class::PARTS_CLAUSE));
    } else if total && lead > 0 && scan.is(lead - 1, class::FOR) {
        lead -= 1;
    }
    let open = lead.checked_sub(1)?;
    if !matches!(scan.sign(open), ',' | '–' | '—') {
        return None;
    }
    let end = spots.spot(i).end;
    let closed = (end..=end + NOUN).find(|&at| scan.closes(at));
    // "a total of 29 for the year" may be of more.
    let all = in_all(spots, i)
        || (total || adds && scan.is(first - 1, class::RAISES))
            && closed.is_some_and(|at| {
                spots.noun_phrase(end, at) && !matches!(scan.sign(at), '\'' | '’')
            });
    all.then_some(open)
}

/// "29 in all", "29 races altogether": whether the figure is told so, and its clause ends.
pub(in crate::figures::links) fn in_all(spots: &Spots<'_, '_>, i: usize) -> bool {
    let scan = spots.scan;
    let end = spots.spot(i).end;
    (end..=end + NOUN).any(|at| {
        let last = if scan.is(at, class::IN) && scan.is(at + 1, class::ALL | class::TOTAL) {
            at + 2
        } else if scan.is(at, class::ALTOGETHER) {
            at + 1
        } else {
            return false;
        };
        spots.noun_phrase(end, at) && scan.closes(last)
    })
}
