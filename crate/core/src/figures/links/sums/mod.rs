//! A whole and its parts: "a jury of 12 with five women and seven men", "nine people – four women and five
//! men".

pub(super) mod totals;
mod votes;

use crate::figures::links::spots::Spots;
use crate::figures::links::{Link, Tie};
use crate::figures::quantity::Kind;
use crate::lexicon::Modifier;
use crate::lexicon::class;
use rust_decimal::Decimal;

/// The parts of a whole are told so many tokens behind it at most.
const REACH: usize = 24;

/// The ways to tell a sum, in the order in which they are tried for each figure.
const SUMS: [Tie; 9] = [
    members,
    listed,
    in_all,
    both_sexes,
    of_them,
    for_a_total,
    in_each,
    all_aboard,
    totals::read,
];

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for i in 0..spots.len() {
        for sum in SUMS {
            if let Some(link) = sum(spots, i) {
                links.push(link);
            }
        }
    }
    votes::read(spots, links);
}

/// "a jury of 12 has five women and seven men"
fn members(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let (one, two) = (i + 1, i + 2);
    if two >= spots.len() || ![i, one, two].iter().all(|&at| spots.exact(at)) {
        return None;
    }
    let (first, end) = (spots.spot(i).outer_first, spots.spot(i).outer_end);
    if !spots.members_of_body(i) {
        return None;
    }
    let (last, gap) = (spots.spot(two).end, spots.spot(one).outer_first);
    let made = (end..gap).any(|at| scan.is(at, class::CONSISTS));
    // "the 12-strong crew, seven women and five men"
    let made = made || scan.sign(gap - 1) == ',';
    let whole = are_both(spots, one, two);
    let (from, to) = (spots.spot(one).end, spots.spot(two).outer_first);
    let and = to > 0 && scan.is(to - 1, class::AND) && to - from < 4;
    let near = last - first < REACH && !spots.parted(end, last);
    let some = spots.has(end, last + 3, class::SOME_ONLY);
    // "with one juror excused"
    let open = (last..last + REACH)
        .take_while(|&at| !scan.ends_sentence(at))
        .any(|at| scan.is(at, class::NUMBER));
    (made && whole && and && near && !some).then(|| Link::Sum {
        total: i,
        parts: vec![one, two],
        open,
    })
}

/// Whether two counts are of the two sorts of people that there are.
fn are_both(spots: &Spots<'_, '_>, one: usize, two: usize) -> bool {
    let (one, two) = (spots.head(one), spots.head(two));
    let classes = |word: &str| spots.scan.lexicon.classes_of(word);
    let sorts = [
        class::WOMEN_MEN,
        class::GIRLS_BOYS,
        class::ADULTS_CHILDREN,
        class::PASSENGERS_CREW,
    ];
    (sorts.iter()).any(|&both| classes(&one).meets(both) && classes(&two).meets(both) && one != two)
}

/// "nine people – four women and five men – were hurt", "nine people (four women and five men)"; where only commas part
/// them, there may be others.
fn both_sexes(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    const NOUN: usize = 3;
    let scan = spots.scan;
    let (one, two) = (i + 1, i + 2);
    if two >= spots.len() || ![i, one, two].iter().all(|&at| spots.exact(at)) {
        return None;
    }
    let end = spots.spot(i).end;
    let open = spots.spot(one).outer_first.checked_sub(1)?;
    let close = match scan.sign(open) {
        '(' => ')',
        ':' => ',',
        sign @ (',' | '–' | '—') => sign,
        _ => return None,
    };
    // "Seven people were rescued off the coast: four adults and three children"
    let colon = scan.sign(open) == ':';
    let behind = colon
        && open > end
        && open - end <= REACH
        && !spots.parted(end, open)
        && !spots.has(end, open, class::SOME_ONLY | class::INCLUDING);
    let named = open > end && open - end <= NOUN && spots.noun_phrase(end, open) || behind;
    let (from, to) = (spots.spot(one).end, spots.spot(two).outer_first);
    let and = to - from == 2 && scan.is(to - 1, class::AND);
    let after = spots.spot(two).end + 1;
    // "…, four women and five men, and a child"
    let closes = scan.sign(after) == close
        && !scan.is(after + 1, class::AND)
        && !scan.is(after + 1, class::ARTICLE)
        || scan.sign(after) == '.' && close != ')';
    (named && and && closes && spots.kind(i) == Kind::Count && are_both(spots, one, two)).then(
        || Link::Sum {
            total: i,
            parts: vec![one, two],
            open: close == ',' && !colon,
        },
    )
}

/// "12 people: seven in the north and five in the south", "a total of £90,000 to two clubs: £60,000 to the first and
/// £30,000 to the other"
fn listed(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    const NAMED: usize = 3;
    let scan = spots.scan;
    let end = spots.spot(i).end;
    let made = made_up_of(spots, i);
    let total = made.is_some() || totals::is_total(spots, i);
    let reach = if total { REACH } else { NAMED };
    let colon = made.or_else(|| (end..=end + reach).find(|&at| scan.sign(at) == ':'))?;
    let in_all = scan.is(end, class::IN) && scan.is(end + 1, class::ALL | class::TOTAL);
    let named = spots.kind(i) == Kind::Count && spots.noun_phrase(end, colon);
    let few = (spots.exact(i) || spots.about(i)) && (named || in_all && colon == end + 2);
    if !few && !total || made.is_none() && spots.parted(end, colon) {
        return None;
    }
    // "to three projects:" counts the parts.
    let other = |at: usize| total && spots.counts(at) && spots.head(at) != spots.head(i);
    let mut first = i + 1;
    while first < spots.len() && spots.spot(first).first < colon && other(first) {
        first += 1;
    }
    let is_part = |part: usize| {
        if few {
            spots.exact(part) && matches!(spots.kind(part), Kind::Number | Kind::Count)
        } else {
            totals::is_part(spots, i, part)
        }
    };
    let (parts, from) = parts_behind(spots, colon, first, is_part)?;
    // The last part ends the sentence, and "and" leads to it.
    let led = scan.is(spots.spot(*parts.last()?).outer_first - 1, class::AND);
    let ends = (from..from + 10)
        .find(|&at| scan.closes(at) || scan.is(at, class::AND))
        .is_some_and(|at| at >= scan.len() || scan.line_break_before(at) || scan.sign(at) == '.');
    // "£5m for all other services"
    let some = (end..from + 10)
        .any(|at| scan.is(at, class::SOME_ONLY) && !scan.is(at.saturating_sub(1), class::ALL));
    // "61 seats were up: 28 went to the Greens and 22 to Labour": others may have the rest, unless it is said how many
    // there are, or an amount of money is told in three parts.
    let stated = (i + 1..first).any(|at| spots.found[at].low == Decimal::from(parts.len()));
    let open = made.is_none() && !few && !stated && (spots.counts(i) || parts.len() < 3);
    (parts.len() > 1 && led && ends && !some).then_some(Link::Sum {
        total: i,
        parts,
        open,
    })
}

/// "£60m …, made up of", "£60m …. It is made up of", "£60m, comprising": the last of the words that say that all parts of
/// figure `i`, an amount of money, follow.
fn made_up_of(spots: &Spots<'_, '_>, i: usize) -> Option<usize> {
    let scan = spots.scan;
    let end = spots.spot(i).end;
    let next = spots.spot((i + 1).min(spots.len() - 1)).outer_first;
    let of = next.checked_sub(1)?;
    if spots.kind(i) != Kind::Money || !scan.is(of, class::OF | class::COMPRISES) {
        return None;
    }
    let made = scan.is(of, class::OF)
        && of > 1
        && scan.is(of - 1, class::UPWARDS)
        && scan.is(of - 2, class::ADDS_UP);
    let verb = if made { of - 2 } else { of };
    let before = verb.checked_sub(1).filter(|&at| at >= end)?;
    // "The £60m plan is made up of", "It is made up of"
    let is = usize::from(scan.is(before, class::BE));
    let it = scan.is(before - is, class::SUBJECT_PRONOUN | class::THIS) && scan.begins(before - is);
    let beside = match (end..verb).filter(|&at| scan.ends_sentence(at)).count() {
        0 => {
            let clause = spots.has(end, verb, class::PARTS_CLAUSE | class::RELATIVE);
            scan.sign(before) == ',' || is == 1 && !clause
        }
        1 => it,
        _ => false,
    };
    // "The £60m fund was cut. It is made up of"
    let now = !spots.has(
        end,
        verb,
        class::UP | class::DOWN | class::RAISES | class::LOWERS,
    );
    let exact = totals::amount(spots, i) && spots.found[i].modifier == Modifier::Exact;
    let told = exact && beside && now && of - end <= REACH;
    (told && (made || scan.is(of, class::COMPRISES))).then_some(of)
}

/// The parts that are told one after the other behind a colon, from figure `first` on, and the end of the last. Each
/// begins with its number, and nothing else is counted in it.
fn parts_behind(
    spots: &Spots<'_, '_>,
    colon: usize,
    first: usize,
    is_part: impl Fn(usize) -> bool,
) -> Option<(Vec<usize>, usize)> {
    const MOST: usize = 6;
    let scan = spots.scan;
    let (mut parts, mut at) = (Vec::new(), colon + 1);
    let mut end = at;
    for next in first..(first + MOST).min(spots.len()) {
        if spots.spot(next).outer_first != at || !is_part(next) {
            break;
        }
        parts.push(next);
        end = spots.spot(next).end;
        // "£5m for children and families, £3m for roads"
        let two_words = |at: usize| {
            spots.kind(next) == Kind::Money
                && scan.is_word(at + 1)
                && !scan.is(at + 1, class::STOP | class::ARTICLE | class::WHOSE)
        };
        let joint = (end..end + REACH).find(|&at| {
            matches!(scan.sign(at), ',' | '.' | ';' | '(' | ':' | '—' | '–')
                || scan.is(at, class::AND) && !two_words(at)
                || scan.line_break_before(at)
                || at >= scan.len()
        })?;
        let comma = usize::from(scan.sign(joint) == ',');
        let and = usize::from(scan.is(joint + comma, class::AND));
        at = joint + comma + and;
        if comma + and == 0 {
            break;
        }
    }
    Some((parts, end))
}

/// "five women and eight men, 13 in all"
fn in_all(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let (two, total) = (i + 1, i + 2);
    if total >= spots.len() || ![i, two, total].iter().all(|&at| spots.exact(at)) {
        return None;
    }
    let (from, to) = (spots.spot(two).end, spots.spot(total).outer_first);
    let next = to > from
        && to - from <= 3
        && matches!(scan.sign(to - 1), ',' | '—' | '–' | ':')
        && spots.noun_phrase(from, to - 1);
    let end = spots.spot(total).end;
    let all = (end..end + 3).any(|at| {
        scan.is(at, class::IN)
            && (scan.is(at + 1, class::ALL | class::TOTAL))
            && scan.closes(at + 2)
            || scan.is(at, class::ALTOGETHER) && scan.closes(at + 1)
    });
    (joined(spots, i) && next && all).then(|| Link::Sum {
        total,
        parts: vec![i, two],
        open: false,
    })
}

/// "five women and eight men": whether "and" leads from figure `i` to the next, and no third one stands before.
fn joined(spots: &Spots<'_, '_>, i: usize) -> bool {
    let scan = spots.scan;
    let (from, to) = (spots.spot(i).end, spots.spot(i + 1).outer_first);
    let and = to > from
        && to - from <= 3
        && scan.is(to - 1, class::AND)
        && spots.noun_phrase(from, to - 1);
    // "one of three men and two women"
    let alone = i == 0 || spots.spot(i).outer_first - spots.spot(i - 1).end > 3;
    and && alone
}

/// "carried 62 passengers and five crew, and all 67 on board died": figure `i` is the first of the two.
fn all_aboard(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    const NEAR: usize = 4;
    let scan = spots.scan;
    let (two, total) = (i + 1, i + 2);
    if total >= spots.len() {
        return None;
    }
    let (from, spot) = (spots.spot(two).end, spots.spot(total));
    let all = spot.first > from + 1
        && scan.is(spot.first - 1, class::ALL)
        && !scan.is(spot.first - 2, class::NOT | class::NEARLY);
    if !all || ![i, two, total].iter().all(|&at| spots.exact(at)) {
        return None;
    }
    let sorts = [i, two].map(|at| scan.lexicon.classes_of(&spots.head(at)));
    // "all 11 women", "all five members"
    let head = spots.head(total);
    let noun = scan.lexicon.classes_of(&head);
    let some =
        class::WOMEN_MEN | class::GIRLS_BOYS | class::ADULTS_CHILDREN | class::PASSENGERS_CREW;
    let people = head.is_empty() || noun.meets(class::ANYBODY) && !noun.meets(some);
    let aboard = (spot.end..spot.end + NEAR).find(|&at| scan.is(at, class::ABOARD))?;
    let told = (sorts.iter()).all(|sort| sort.meets(class::PASSENGERS_CREW))
        && joined(spots, i)
        && people
        && spot.first - from <= REACH
        && !spots.has(from, aboard + NEAR, class::SOME_ONLY | class::INCLUDING);
    told.then(|| Link::Sum {
        total,
        parts: vec![i, two],
        open: false,
    })
}

/// "300 tickets, 120 of them to members and 180 to visitors": parts, which are no more than the whole.
fn of_them(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let (one, two) = (i + 1, i + 2);
    if two >= spots.len() || ![i, one, two].iter().all(|&at| spots.exact(at)) {
        return None;
    }
    let (end, first) = (spots.spot(i).end, spots.spot(one).outer_first);
    let comma = first
        .checked_sub(1)
        .filter(|&at| at >= end && scan.sign(at) == ',')?;
    let named = comma - end <= 3 && spots.noun_phrase(end, comma) && spots.kind(i) == Kind::Count;
    let after = spots.spot(one).end;
    let theirs = scan.is(after, class::OF) && scan.is(after + 1, class::OF_THEM);
    // The second is a part of the same: "and" leads to it, and no clause begins between.
    let next = spots.spot(two).outer_first;
    let and = scan.is(next - 1, class::AND) && spots.kind(two) == Kind::Number;
    let near = next - after < REACH && !spots.parted(end, next);
    let ends = (spots.spot(two).end..spots.spot(two).end + 6)
        .find(|&at| scan.closes(at))
        .is_some_and(|at| scan.sign(at) != ',');
    let plain = !(after + 2..next - 1)
        .any(|at| scan.sign(at) == ',' || scan.is(at, class::PARTS_CLAUSE | class::SOME_ONLY));
    // "120 of them to members and 180 to visitors": one goes only to one; "12 of them women and nine under 30" may be
    // the same people.
    let (one_at, two_at) = (after + 2, spots.spot(two).end);
    let apart =
        scan.id(one_at) != 0 && scan.id(one_at) == scan.id(two_at) && scan.is(one_at, class::STOP);
    (named && theirs && and && near && plain && ends && apart).then(|| Link::Sum {
        total: i,
        parts: vec![one, two],
        open: true,
    })
}

/// "$5m in the north and $20m elsewhere, (for) a total of $25m": parts of one measure, and the total that they are told
/// for.
fn for_a_total(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    let scan = spots.scan;
    let (two, total) = (i + 1, i + 2);
    if total >= spots.len() {
        return None;
    }
    let [one, other, sum] = [i, two, total].map(|at| &spots.found[at]);
    let plain = [i, two, total].iter().all(|&at| {
        let figure = &spots.found[at];
        spots.single(at)
            && figure.modifier == Modifier::Exact
            && figure.change.is_none()
            && figure.per.is_none()
    });
    let money = [one, other, sum]
        .iter()
        .all(|figure| figure.kind == Kind::Money && figure.unit == one.unit);
    let counts = [i, two, total].iter().all(|&at| spots.counts(at));
    if !plain || !(money || counts) {
        return None;
    }
    let (from, to) = (spots.spot(i).outer_end, spots.spot(two).outer_first);
    let (end, next) = (spots.spot(two).outer_end, spots.spot(total).outer_first);
    let and =
        to > from && to - from < REACH && scan.is(to - 1, class::AND) && !spots.parted(from, to);
    // ", for a worldwide total of"
    let led = next > end + 3 && scan.is(next - 1, class::OF) && scan.is(next - 2, class::TOTAL);
    let article =
        next.saturating_sub(3 + usize::from(!scan.is(next.saturating_sub(3), class::ARTICLE)));
    let told = led
        && scan.is(article, class::ARTICLE)
        && article > end
        && (scan.is(article - 1, class::FOR) || scan.sign(article - 1) == ',');
    let near = next - end.min(next) < REACH && !spots.parted(end, next);
    // A third part would stand before the first.
    let alone = i == 0
        || !(counts && spots.counts(i - 1)
            || spots.kind(i - 1) == one.kind && spots.found[i - 1].unit == one.unit)
        || spots.parted(spots.spot(i - 1).outer_end, spots.spot(i).outer_first);
    let more = (from..next).any(|at| scan.is(at, class::PLUS | class::INCLUDING));
    (and && told && near && alone && !more).then(|| Link::Sum {
        total,
        parts: vec![i, two],
        open: false,
    })
}

/// "7 cases, 5 in the north and 2 in the south": parts that are told alike, which are no more than the whole.
fn in_each(spots: &Spots<'_, '_>, i: usize) -> Option<Link> {
    const PLACE: usize = 8;
    let scan = spots.scan;
    let (one, two) = (i + 1, i + 2);
    if two >= spots.len()
        || ![i, one, two].iter().all(|&at| spots.exact(at))
        || spots.kind(i) != Kind::Count
        || [one, two].iter().any(|&at| spots.kind(at) != Kind::Number)
    {
        return None;
    }
    let (end, first) = (spots.spot(i).end, spots.spot(one).outer_first);
    let comma = first
        .checked_sub(1)
        .filter(|&at| at > end && scan.sign(at) == ',')?;
    let named = comma - end <= 3 && spots.noun_phrase(end, comma);
    let (after, next, last) = (
        spots.spot(one).end,
        spots.spot(two).outer_first,
        spots.spot(two).end,
    );
    let alike = scan.is(after, class::IN) && scan.is(last, class::IN);
    let and = next > after && next - after < PLACE && scan.is(next - 1, class::AND);
    let place = |at: usize| {
        (scan.is_word(at) || scan.sign(at) == ',' && at + 2 == next)
            && !scan.is(at, class::PARTS_CLAUSE | class::BE)
    };
    let plain = (after..next.saturating_sub(1)).all(place);
    let stop = (last..last + PLACE).find(|&at| !scan.is_word(at) || scan.line_break_before(at))?;
    let ends =
        matches!(scan.sign(stop), '.' | '\0') && !(last..stop).any(|at| scan.is(at, class::BE));
    (named && alike && and && plain && ends && !spots.parted(end, last)).then(|| Link::Sum {
        total: i,
        parts: vec![one, two],
        open: true,
    })
}
