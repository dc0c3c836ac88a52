//! Parts of a whole: "31,000 of 50,000 voters (62%)", "nearly half (46%)", "33% of 25 pupils".

mod parts;
mod sides;

use crate::figures::links::spots::Spots;
use crate::figures::links::{Link, Tie};
use crate::figures::quantity::Kind;
use crate::lexicon::Modifier;
use crate::lexicon::class;
use rust_decimal::Decimal;

/// What is counted is named in so many words at most.
const NOUN: usize = 4;
/// What is counted, with where or when it is and what it did, in so many.
const TOLD: usize = 10;

/// The ways to tell a share, in the order in which they are tried for each figure.
const SHARES: [Tie; 7] = [
    share,
    of_the,
    bracketed_part,
    stake,
    portion,
    share_of,
    of_so_many,
];

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for i in 0..spots.len() {
        for share in SHARES {
            if let Some(link) = share(spots, i) {
                links.push(link);
            }
        }
    }
    for i in 0..spots.len() {
        links.extend(rest(spots, i));
        links.extend(parts::read(spots, i));
        links.extend(sides::read(spots, i));
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
    if after < spots.len() && told_as_share(spots, after) {
        let (end, percent) = (spots.spot(whole).outer_end, spots.spot(after));
        let open = percent.outer_first.checked_sub(1)?;
        let open = open - usize::from(scan.is(open, class::OR));
        let bracket = scan.sign(open) == '('
            && open - end.min(open) <= NOUN
            && spots.noun_phrase(end, open)
            && scan.sign(percent.outer_end) == ')';
        let or = scan.is(percent.outer_first - 1, class::OR)
            && scan.sign(percent.outer_first - 2) == ','
            && percent.outer_first - 2 - end.min(percent.outer_first - 2) <= NOUN
            && spots.noun_phrase(end, percent.outer_first - 2)
            && scan.closes(percent.outer_end);
        if bracket || or || told_after(spots, end, after) {
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
        2 => scan.sign(end) == ',' && scan.is(end + 1, class::OR),
        _ => false,
    };
    told.then_some(Link::Share {
        part: i,
        whole,
        share: before,
    })
}

/// A percentage or a part in words, and no change.
fn told_as_share(spots: &Spots<'_, '_>, i: usize) -> bool {
    matches!(spots.kind(i), Kind::Percent | Kind::Fraction)
        && spots.single(i)
        && spots.found[i].change.is_none()
}

/// "16 games – 57% –", "20 shots, 54%, on", "40 ponds were dry, or 54%": whether percentage `i` stands behind a whole
/// that ends before token `end`, and alone.
fn told_after(spots: &Spots<'_, '_>, end: usize, i: usize) -> bool {
    const CLAUSE: usize = 7;
    let scan = spots.scan;
    let percent = spots.spot(i);
    let or = usize::from(scan.is(percent.outer_first - 1, class::OR));
    let open = percent.outer_first - 1 - or;
    if spots.kind(i) != Kind::Percent || open < end || open - end > CLAUSE {
        return false;
    }
    let after = scan.sign(percent.outer_end);
    let alone = match scan.sign(open) {
        ',' => matches!(after, ',' | '.') && !scan.glued(percent.outer_end + 1),
        sign @ ('–' | '—') => after == sign,
        _ => false,
    };
    // "54%, or 12 points": told again, of something else.
    let again = scan.is(percent.outer_end + 1, class::TO | class::AND | class::OR);
    let clause = (end..open).all(|at| scan.is_word(at) && !scan.is(at, class::PARTS_CLAUSE));
    alone && !again && (open - end <= NOUN && spots.noun_phrase(end, open) || or == 1 && clause)
}

/// "31,000 of the 50,000": whether the next figure is what figure `i` is counted of.
fn part_of(spots: &Spots<'_, '_>, i: usize) -> bool {
    let scan = spots.scan;
    let (end, next) = (spots.spot(i).outer_end, spots.spot(i + 1).outer_first);
    // "31,000 voters of 50,000"
    let of = (end..next.min(end + NOUN)).find(|&at| scan.is(at, class::OF));
    let Some(of) = of else { return false };
    let out = usize::from(of > end && scan.is(of - 1, class::OUT));
    let whole = (of + 1..next).all(|at| before_whole(spots, at)) || whose(spots, of + 1, next);
    spots.noun_phrase(end, of - out) && whole
}

/// "the union's", "its drivers'": whose a whole is.
fn whose(spots: &Spots<'_, '_>, from: usize, to: usize) -> bool {
    let apostrophe = |at: usize| at > from && matches!(spots.scan.sign(at), '\'' | '’');
    to - from <= NOUN + 2
        && (apostrophe(to - 1) || apostrophe(to.saturating_sub(2)))
        && spots.noun_phrase(from, to)
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
    let (end, next) = (spots.spot(i).outer_end, spots.spot(part).outer_first);
    let comma = next
        .checked_sub(1)
        .filter(|&at| scan.sign(at) == ',' && at >= end)?;
    let open = spots.spot(share).outer_first.checked_sub(1)?;
    let gap = spots.spot(part).outer_end;
    let bracket = open >= gap
        && spots.bracketed(share, open).is_some()
        && open - gap <= NOUN
        && spots.noun_phrase(gap, open);
    let opens = opens_with(spots, i);
    // "Of the 640 parents who answered the survey,"
    let told = (end..comma).all(|at| scan.is_word(at)) && comma - end <= TOLD;
    // "Of the 132 shops, 46, or 35 per cent, stayed open"
    let again = told_after(spots, gap, share);
    (opens && told && (bracket || again)).then_some(Link::Share {
        part,
        whole: i,
        share,
    })
}

/// "Of the 132 shops, …": whether a sentence or a clause opens with what figure `i` is a part of.
fn opens_with(spots: &Spots<'_, '_>, i: usize) -> bool {
    let scan = spots.scan;
    let Some(mut of) = spots.spot(i).outer_first.checked_sub(1) else {
        return false;
    };
    while of > 0 && before_whole(spots, of) {
        of -= 1;
    }
    // "Of the school's 132 pupils"
    let of = (of.saturating_sub(NOUN)..=of)
        .rev()
        .find(|&at| scan.is(at, class::OF) && (at == of || whose(spots, at + 1, of + 1)));
    of.is_some_and(|of| scan.begins(of) || of > 0 && scan.sign(of - 1) == ',')
}

/// "the", "all", "its": what may stand before a whole.
fn before_whole(spots: &Spots<'_, '_>, at: usize) -> bool {
    spots.scan.is(at, class::ARTICLE | class::WHOSE)
        || spots.scan.is(at, class::THE | class::ALL | class::THOSE)
}

/// "62% (31,000) of the 50,000 voters", "of the 50,000 voters, 62% (31,000) came": figure `i` is the percentage.
fn bracketed_part(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let part = i + 1;
    if part >= spots.len() || spots.kind(i) != Kind::Percent || !spots.counts(part) {
        return None;
    }
    let close = spots.bracketed(part, spots.spot(i).outer_end)?;
    let share = told_as_share(spots, i);
    let link = |whole: usize| Link::Share {
        part,
        whole,
        share: i,
    };
    let behind = part + 1;
    if share && behind < spots.len() && spots.counts(behind) && scan.is(close, class::OF) {
        let next = spots.spot(behind).outer_first;
        let whole = next > close && (close + 1..next).all(|at| before_whole(spots, at));
        return whole.then(|| link(behind));
    }
    let whole = i.checked_sub(1).filter(|&at| spots.counts(at))?;
    let (end, next) = (spots.spot(whole).outer_end, spots.spot(i).outer_first);
    let comma = next.checked_sub(1)?;
    let named = scan.sign(comma) == ','
        && comma >= end
        && comma - end <= NOUN
        && spots.noun_phrase(end, comma);
    (share && named && opens_with(spots, whole)).then(|| link(whole))
}

/// "bought 49% of the mill for $14m, valuing it at $29m", "paid $14m for a 49% stake in the mill, which values it at
/// $29m": figure `i` is the value.
fn stake(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    const REACH: usize = 24;
    const VALUED: usize = 6;
    let scan = spots.scan;
    let (one, two) = (i.checked_sub(2)?, i - 1);
    let plain = |at: usize| {
        let figure = &spots.found[at];
        spots.single(at) && figure.change.is_none() && figure.per.is_none()
    };
    let money = |at: usize| spots.kind(at) == Kind::Money && plain(at);
    let (share, price) = if spots.kind(one) == Kind::Percent {
        (one, two)
    } else {
        (two, one)
    };
    let kinds = money(i) && money(price) && spots.kind(share) == Kind::Percent && plain(share);
    if !kinds || spots.found[i].unit != spots.found[price].unit {
        return None;
    }
    let (first, at) = (
        spots.spot(one).outer_first,
        spots.spot(i).outer_first.checked_sub(1)?,
    );
    let valued = scan.is(at, class::AT)
        && (at.saturating_sub(VALUED)..at).any(|at| scan.is(at, class::VALUES_AT));
    let near = at > first && at - first < REACH && !spots.parted(first, at);
    // Another part or another price in the sentence, and the three are of more than one deal.
    let alone = one == 0
        || spots.parted(spots.spot(one - 1).outer_end, first)
        || !matches!(spots.kind(one - 1), Kind::Money | Kind::Percent);
    let bought = (first.saturating_sub(VALUED)..first).any(|at| scan.is(at, class::DEALS));
    let (end, next) = (spots.spot(one).outer_end, spots.spot(two).outer_first);
    let paid = next > end && (end..next).any(|at| scan.is(at, class::FOR));
    let part = spots.spot(share).outer_end;
    let held = scan.is(part, class::OF) || scan.is(part, class::HOLDING);
    let other = spots.has(
        first.saturating_sub(VALUED),
        spots.spot(i).outer_end + VALUED,
        class::OTHER_DEAL,
    );
    (valued && near && alone && bought && paid && held && !other).then_some(Link::Stake {
        share,
        price,
        value: i,
    })
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
    let open = (end..=end + TOLD).find(|&at| matches!(scan.sign(at), '(' | ',' | '–' | '—'))?;
    // "three in four nurses on night shifts (75%)"; half of a rise may be so much of something else.
    let placed = scan.sign(open) == '('
        && part == i
        && (end..open).all(|at| {
            spots.noun_phrase(at, at + 1) || scan.is(at, class::IN | class::ON | class::AT)
        })
        && !spots.has(end, open, class::UP | class::DOWN);
    let near = open - end <= NOUN && spots.noun_phrase(end, open) || placed;
    let near = near && (part == i || open == end || scan.sign(open) == ',');
    let singles = spots.single(i) && spots.single(next);
    let changes = spots.found[i].change.is_some() || spots.found[next].change.is_some();
    let after = scan.sign(spots.spot(next).outer_end);
    let again = match scan.sign(open) {
        '(' => spots.bracketed(next, open).is_some(),
        ',' => {
            scan.is(open + 1, class::OR)
                && spots.spot(next).outer_first == open + 2
                && scan.closes(spots.spot(next).outer_end)
        }
        sign => after == sign && spots.spot(next).outer_first == open + 1,
    };
    (near && singles && !changes && again).then_some(Link::Portion { part, share })
}

/// Of so many that are counted one by one not every share can be.
const FEW: i64 = 100;

/// "33% of 25 pupils": a share of few that are counted one by one.
fn share_of(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let whole = i + 1;
    if !few(spots, i, whole) {
        return None;
    }
    let scan = spots.scan;
    let (end, next) = (spots.spot(i).outer_end, spots.spot(whole).first);
    let the = scan.is(end + 1, class::THE)
        || scan.is(end + 1, class::THOSE)
        || scan.is(end + 1, class::WHOSE);
    let of = scan.is(end, class::OF) && next == end + 1 + usize::from(the);
    let noun = spots.spot(whole).end;
    let ends = (noun + 1..=noun + 2).any(|at| scan.is(at, class::BE) || scan.closes(at));
    (of && (the || ends && scan.is(noun, class::PEOPLED | class::AGE_NOUN)))
        .then_some(Link::ShareOf { share: i, whole })
}

/// "Of the nine judges, 41% were women": figure `i` is the whole.
fn of_so_many(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let share = i + 1;
    if !few(spots, share, i) {
        return None;
    }
    let the = spots.spot(i).first.checked_sub(1)?;
    let of = the - usize::from(the > 0 && scan.is(the, class::THE));
    let (noun, next) = (spots.spot(i).end, spots.spot(share));
    let beside = scan.sign(noun + 1) == ',' && next.first == noun + 2;
    let said = scan.is_word(next.end) && !scan.is(next.end, class::OF);
    (scan.is(of, class::OF) && scan.begins(of) && beside && said)
        .then_some(Link::ShareOf { share, whole: i })
}

/// Whether figure `i` is an exact percentage, and `whole` counts few things that are named by one plural.
fn few(spots: &Spots<'_, '_>, i: usize, whole: usize) -> bool {
    if i.max(whole) >= spots.len()
        || spots.kind(i) != Kind::Percent
        || spots.kind(whole) != Kind::Count
    {
        return false;
    }
    let scan = spots.scan;
    let (one, two) = (&spots.found[i], &spots.found[whole]);
    let exact = one.modifier == Modifier::Exact
        && one.change.is_none()
        && spots.single(i)
        && spots.exact(whole);
    let noun = spots.spot(whole).end;
    let possessive = matches!(scan.sign(noun + 1), '\'' | '’') && scan.glued(noun + 1);
    let compound =
        scan.is_word(noun + 1) && !scan.is(noun + 1, class::STOP) && scan.plural(noun + 1);
    exact
        && two.low <= Decimal::from(FEW)
        && two.low > Decimal::ONE
        && scan.is_word(noun)
        && scan.plural(noun)
        && !possessive
        && !compound
}

/// "68% save; 32% do not": a share and its rest, which are no more than all.
fn rest(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let other = i + 1;
    let share = |at: usize| {
        at < spots.len()
            && spots.kind(at) == Kind::Percent
            && spots.single(at)
            && spots.found[at].change.is_none()
            && spots.found[at].modifier == Modifier::Exact
    };
    if !share(i) || !share(other) {
        return None;
    }
    let (end, next) = (spots.spot(i).end, spots.spot(other));
    let near = next.first - end < 12;
    let begins = matches!(scan.sign(next.outer_first - 1), ';' | ',')
        || scan.is(next.outer_first - 1, class::AND | class::BUT | class::WHILE);
    let parted = (end..next.first).any(|at| {
        matches!(scan.sign(at), '.' | '!' | '?' | '(' | ')') && !scan.glued(at + 1)
            || scan.line_break_before(at + 1)
    });
    let not = scan.is(next.end, class::DID)
        && scan.is(next.end + 1, class::NOT_DONE)
        && scan.closes(next.end + 2);
    let verb = scan.is_word(end) && !scan.is(end, class::STOP);
    (near && begins && !parted && not && verb).then_some(Link::Rest { share: i, other })
}
