//! So many, how much for each, and what that makes: "250 tickets at £8 each, raising £2,000", "240 tonnes at £310 a tonne,
//! a bill of £74,400".

use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::figures::links::sums::totals;
use crate::figures::quantity::{Kind, Unit};
use crate::lexicon::class;
use rust_decimal::Decimal;

/// The first and the last of the three stand so many tokens apart at most.
const REACH: usize = 24;
/// "Each" stands so near before how much it is.
const NEAR: usize = 3;

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for total in 2..spots.len() {
        links.extend(product(spots, total));
    }
}

fn product(spots: &Spots<'_, '_>, total: usize) -> Option<Link> {
    let (many, each) = (total - 2, total - 1);
    let priced = priced(spots, many, each);
    let comes_to = || priced.then(|| comes_to(spots, total)).flatten();
    let lead = totals::told_for(spots, total).or_else(comes_to)?;
    let scan = spots.scan;
    let measured = spots.found[many].low >= Decimal::TWO
        && (priced || spots.counts(many) && spots.found[many].low.is_integer())
        && spots.found[many].change.is_none()
        && (priced || totals::amount(spots, each))
        && totals::amount(spots, total)
        && totals::alike(spots, total, &[each]);
    let (first, end) = (spots.spot(many).outer_first, spots.spot(many).outer_end);
    let (next, after) = (spots.spot(each).outer_first, spots.spot(each).end);
    let near = lead >= after && lead - first <= REACH && !spots.parted(first, lead);
    if !measured || !near || next < end {
        return None;
    }
    // Of another number in the sentence there may be more.
    let alone = many == 0
        || spots.parted(spots.spot(many - 1).outer_end, first)
        || matches!(spots.kind(many - 1), Kind::Date | Kind::Year)
        || priced
            && spots.kind(many - 1) != Kind::Money
            && spots.found[many - 1].unit != spots.found[many].unit;
    let is_each = |at: usize| scan.is(at, class::EACH);
    let told = priced
        || (next.saturating_sub(NEAR).max(end)..next).any(is_each)
        || (after..lead).any(is_each)
        || first > 2 && is_each(first - 3) && scan.is(first - 2, class::OF);
    let plain = |at: usize| {
        (scan.is_word(at) || scan.glued(at))
            && !scan.is(at, class::AND | class::OR | class::BUT)
            && !scan.is(at, class::SOME_ONLY | class::INCLUDING)
    };
    (alone && told && (end..next).all(plain) && (after..lead).all(plain)).then_some(Link::Product {
        many,
        each,
        total,
    })
}

/// "240 tonnes at £310 a tonne": whether a price is told for one of what there are so many of, right behind it.
fn priced(spots: &Spots<'_, '_>, many: usize, each: usize) -> bool {
    let (amount, price) = (&spots.found[many], &spots.found[each]);
    let of_one = |per: &str| match &amount.unit {
        Unit::Named(name) => name == per,
        Unit::Noun(_) => spots.head(many).starts_with(per),
        _ => false,
    };
    let plain = |at: usize| spots.single(at) && spots.found[at].change.is_none();
    price.kind == Kind::Money
        && plain(many)
        && plain(each)
        && price.per.as_deref().is_some_and(of_one)
        && spots
            .scan
            .is(spots.spot(each).outer_first.saturating_sub(1), class::AT)
}

/// ", a bill of £74,400.", ", leaving her with a bill of £74,400.": the comma behind which an amount is told so.
fn comes_to(spots: &Spots<'_, '_>, i: usize) -> Option<usize> {
    const WORDS: usize = 7;
    let scan = spots.scan;
    let (first, end) = (spots.spot(i).outer_first, spots.spot(i).end);
    let of = first.checked_sub(2)?;
    let bill = scan.is(of + 1, class::OF) && scan.is(of, class::SUM_OF);
    let comma = (of.saturating_sub(WORDS)..of)
        .rev()
        .find(|&at| scan.sign(at) == ',')?;
    (bill && scan.closes(end)).then_some(comma)
}
