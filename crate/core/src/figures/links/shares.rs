//! Parts of a whole: "31,000 of 50,000 voters (62%)", "nearly half (46%)", "33% of 25 pupils".

use crate::figures::lexicon::class;
use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::figures::quantity::{Kind, Modifier};
use rust_decimal::Decimal;

/// What is counted is named in so many words at most.
const NOUN: usize = 4;

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for i in 0..spots.len() {
        links.extend(share(spots, i));
        links.extend(of_the(spots, i));
        links.extend(portion(spots, i));
        links.extend(share_of(spots, i));
    }
}

/// "31,000 of the 50,000 voters (62%)", "62%: 31,000 of 50,000", "62%, or 31,000 of 50,000": figure `i` is the part.
fn share(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let whole = i + 1;
    if whole >= spots.len() || !spots.counts(i) || !spots.counts(whole) || !part_of(spots, i) {
        return None;
    }
    let scan = spots.scan;
    let after = whole + 1;
    if after < spots.len() && spots.kind(after) == Kind::Percent {
        let (end, percent) = (spots.spot(whole).outer_end, spots.spot(after));
        let open = percent.outer_first.checked_sub(1)?;
        let open = open - usize::from(scan.eq(open, "or"));
        let bracket = scan.sign(open) == '('
            && open - end.min(open) <= NOUN
            && spots.noun_phrase(end, open)
            && scan.sign(percent.outer_end) == ')';
        let or = scan.eq(percent.outer_first - 1, "or")
            && scan.sign(percent.outer_first - 2) == ','
            && percent.outer_first - 2 - end.min(percent.outer_first - 2) <= NOUN
            && spots.noun_phrase(end, percent.outer_first - 2)
            && scan.closes(percent.outer_end);
        if bracket || or {
            return Some(Link::Share {
                part: i,
                whole,
                share: after,
            });
        }
    }
    let before = i
        .checked_sub(1)
        .filter(|&at| spots.kind(at) == Kind::Percent)?;
    let (end, next) = (spots.spot(before).outer_end, spots.spot(i).outer_first);
    let told = match next - end.min(next) {
        1 => matches!(scan.sign(end), ':' | '(' | '—' | '–'),
        2 => scan.sign(end) == ',' && scan.eq(end + 1, "or"),
        _ => false,
    };
    told.then_some(Link::Share {
        part: i,
        whole,
        share: before,
    })
}

/// "31,000 of the 50,000": whether the next figure is what figure `i` is counted of.
fn part_of(spots: &Spots<'_, '_>, i: usize) -> bool {
    let scan = spots.scan;
    let (end, next) = (spots.spot(i).outer_end, spots.spot(i + 1).outer_first);
    // "31,000 voters of 50,000"
    let of = (end..next.min(end + NOUN)).find(|&at| scan.eq(at, "of"));
    let Some(of) = of else { return false };
    let out = usize::from(of > end && scan.eq(of - 1, "out"));
    spots.noun_phrase(end, of - out)
        && (of + 1..next).all(|at| {
            scan.is(at, class::ARTICLE | class::WHOSE) || scan.any(at, &["the", "all", "those"])
        })
}

/// "Of the 132 shops, 46 (35 per cent) stayed open": figure `i` is the whole.
fn of_the(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let (part, share) = (i + 1, i + 2);
    if share >= spots.len()
        || !spots.counts(i)
        || !spots.counts(part)
        || spots.kind(share) != Kind::Percent
    {
        return None;
    }
    let mut of = spots.spot(i).outer_first.checked_sub(1)?;
    while of > 0
        && (scan.is(of, class::ARTICLE | class::WHOSE) || scan.any(of, &["the", "all", "those"]))
    {
        of -= 1;
    }
    let (end, next) = (spots.spot(i).outer_end, spots.spot(part).outer_first);
    let comma = next
        .checked_sub(1)
        .filter(|&at| scan.sign(at) == ',' && at >= end)?;
    let opens = scan.eq(of, "of") && (scan.begins(of) || scan.sign(of.wrapping_sub(1)) == ',');
    let open = spots.spot(share).outer_first.checked_sub(1)?;
    let gap = spots.spot(part).outer_end;
    let bracket = open >= gap
        && spots.bracketed(share, open).is_some()
        && open - gap <= NOUN
        && spots.noun_phrase(gap, open);
    (opens && comma - end <= NOUN && spots.noun_phrase(end, comma) && bracket).then_some(
        Link::Share {
            part,
            whole: i,
            share,
        },
    )
}

/// "nearly half of voters (46%)", "46% (nearly half)".
fn portion(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let next = i + 1;
    if next >= spots.len() {
        return None;
    }
    let (part, share) = match (spots.kind(i), spots.kind(next)) {
        (Kind::Fraction, Kind::Percent) => (i, next),
        (Kind::Percent, Kind::Fraction) => (next, i),
        _ => return None,
    };
    let scan = spots.scan;
    let end = spots.spot(i).outer_end;
    let open = (end..=end + NOUN).find(|&at| scan.sign(at) == '(')?;
    let near = spots.noun_phrase(end, open) && (part == i || open == end);
    let singles = spots.single(i) && spots.single(next);
    let changes = spots.found[i].change.is_some() || spots.found[next].change.is_some();
    (near && singles && !changes && spots.bracketed(next, open).is_some())
        .then_some(Link::Portion { part, share })
}

/// "33% of 25 pupils": a share of few that are counted one by one.
fn share_of(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    const FEW: i64 = 100;
    let whole = i + 1;
    if whole >= spots.len() || spots.kind(i) != Kind::Percent || spots.kind(whole) != Kind::Count {
        return None;
    }
    let scan = spots.scan;
    let (one, two) = (&spots.found[i], &spots.found[whole]);
    let exact = one.modifier == Modifier::Exact && two.modifier == Modifier::Exact;
    let few = two.low <= Decimal::from(FEW) && two.low.is_integer() && two.low > Decimal::ONE;
    let (end, next) = (spots.spot(i).outer_end, spots.spot(whole).first);
    let of = scan.eq(end, "of")
        && (end + 1..next).all(|at| {
            scan.is(at, class::ARTICLE | class::WHOSE) || scan.any(at, &["the", "all", "those"])
        });
    let noun = spots.spot(whole).end;
    let ends = (noun + 1..=noun + 2).any(|at| {
        scan.is(at, class::BE) || scan.closes(at) && !matches!(scan.sign(at), '\'' | '’')
    });
    let counted =
        scan.is_word(noun) && scan.plural(noun) && scan.is(noun, class::PEOPLED | class::AGE_NOUN);
    (exact
        && few
        && of
        && next - end < 4
        && counted
        && ends
        && one.change.is_none()
        && spots.single(i)
        && spots.single(whole))
    .then_some(Link::ShareOf { share: i, whole })
}
