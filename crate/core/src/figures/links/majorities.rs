//! Votes of those who stood, and by how many the first won: "12,410 votes …, with Maas on 9,220. Her majority of 3,190".

use crate::figures::links::Link;
use crate::figures::links::spots::Spots;
use crate::figures::quantity::Unit;
use crate::lexicon::Modifier;
use crate::lexicon::class;
use rust_decimal::Decimal;

/// The votes and the majority stand in so many tokens at most.
const REACH: usize = 90;
/// Of votes between two commas nothing else is said in more words.
const NEAR: usize = 4;
/// A majority of fewer may be of seats.
const FEW: Decimal = Decimal::TEN;

pub(super) fn read(spots: &Spots<'_, '_>, links: &mut Vec<Link>) {
    for by in 2..spots.len() {
        links.extend(majority(spots, by));
    }
    if let Some(one) = (0..spots.len()).find(|&one| votes_to(spots, one)) {
        links.extend(by_votes(spots, one));
    }
}

/// Whether figure `i` counts votes, or nothing that is named.
fn votes(spots: &Spots<'_, '_>, i: usize) -> Option<bool> {
    let figure = &spots.found[i];
    let plain =
        spots.counts(i) && figure.change.is_none() && figure.low.is_integer() && figure.low > FEW;
    let head = spots.head(i);
    let named = spots.scan.lexicon.classes_of(&head).meets(class::RULING);
    let verb = spots.scan.is(spots.spot(i).end, class::COMPARES);
    (plain && (named || verb || figure.unit == Unit::None)).then_some(named)
}

fn majority(spots: &Spots<'_, '_>, by: usize) -> Option<Link> {
    let scan = spots.scan;
    let spot = spots.spot(by);
    let word = spot.outer_first.checked_sub(2)?;
    let was = scan.is(word + 1, class::OF) || scan.is(word + 1, class::BE);
    // "her majority", "the majority", ", a majority", "giving her a majority"
    let article = word.checked_sub(1)?;
    let theirs = scan.is(article, class::THE | class::WHOSE)
        || scan.is(article, class::INDEFINITE)
            && article > 0
            && (scan.sign(article - 1) == ','
                || scan.is(article - 1, class::WHOSE)
                || scan.is(article - 1, class::PRONOUN) && !scan.begins(article - 1));
    if !scan.is(word, class::MAJORITY) || !was || !theirs {
        return None;
    }
    votes(spots, by)?;
    // "at the last election the majority was"
    let mut from = article;
    while from > 0
        && article - from < REACH
        && !scan.ends_sentence(from - 1)
        && scan.sign(from - 1) != ','
        && scan.sign(from - 1) != ';'
    {
        from -= 1;
    }
    let then = (from..article).any(|at| scan.is(at, class::OTHER_OCCASION));
    let after = (spot.end..spot.end + NEAR)
        .take_while(|&at| !scan.closes(at) && !scan.is(at, class::COMPARES))
        .any(|at| scan.is(at, class::OTHER_OCCASION | class::IN));
    if then || after || spots.found[by].modifier != Modifier::Exact {
        return None;
    }
    let mut told: Vec<usize> = Vec::new();
    let mut named = false;
    for i in (0..by).rev() {
        if word - spots.spot(i).outer_first.min(word) > REACH {
            break;
        }
        if let Some(by_name) = votes(spots, i) {
            named |= by_name;
            told.push(i);
        }
    }
    let value = |i: usize| spots.found[i].low;
    crate::order::by_key(&mut told, |&i| std::cmp::Reverse(value(i)));
    let (&first, &second) = (told.first()?, told.get(1)?);
    let wins = votes(spots, first) == Some(true) && named;
    let fits = |a: usize, b: usize| value(a).checked_sub(value(b)) == Some(value(by));
    let other = told.iter().any(|&a| told.iter().any(|&b| fits(a, b)));
    let (first, second) = if other {
        told.iter()
            .flat_map(|&a| told.iter().map(move |&b| (a, b)))
            .find(|&(a, b)| fits(a, b))?
    } else {
        (first, second)
    };
    // Of those who are told of the second alone may be missing, which makes the majority no greater.
    (wins && value(second) > value(by).checked_div(FEW)?).then_some(Link::Majority {
        first,
        second,
        by,
    })
}

/// "8,904 votes to 8,692": whether figure `i` and the next are the votes of the first two.
fn votes_to(spots: &Spots<'_, '_>, i: usize) -> bool {
    let next = i + 1;
    next < spots.len()
        && spots.spot(next).outer_first == spots.spot(i).end + 2
        && spots.scan.is(spots.spot(i).end + 1, class::TO)
        && votes(spots, i) == Some(true)
        && votes(spots, next).is_some()
}

/// "kept the seat by 212 votes. She polled 8,904 votes to 8,692": the only votes of the paragraph that are told so.
/// Figure `one` is the first of the two.
fn by_votes(spots: &Spots<'_, '_>, one: usize) -> Option<Link> {
    const BEFORE: usize = 12;
    let scan = spots.scan;
    let two = one + 1;
    let first = spots.spot(one).outer_first;
    let led = |i: usize| {
        let before = spots.spot(i).outer_first.checked_sub(1);
        before.is_some_and(|at| scan.is(at, class::BY)) && votes(spots, i) == Some(true)
    };
    let mut others =
        (0..spots.len()).filter(|&i| i != one && i != two && votes(spots, i).is_some());
    let by = others.next().filter(|&i| i < one && led(i))?;
    let (from, end) = (spots.spot(by).first, spots.spot(by).end);
    // "by 212 votes, with 8,904 votes to 8,692"; a sentence about somebody else may be of another vote.
    let parted = (end..first).filter(|&at| scan.ends_sentence(at)).count();
    let hers = (end..first).any(|at| scan.begins(at) && scan.is(at, class::SOMEBODY));
    let beside = parted == 0 && !spots.has(end, first, class::PARTS_CLAUSE) || parted == 1 && hers;
    let last = spots.spot(two).end + NEAR;
    let then = spots.has(from.saturating_sub(BEFORE), last, class::OTHER_OCCASION);
    // "in the first round"
    let part = (last - NEAR..last).any(|at| scan.is(at, class::IN));
    let exact = spots.found[by].modifier == Modifier::Exact && !part;
    (others.next().is_none() && beside && exact && first - end <= REACH && !then && !led(one))
        .then_some(Link::Majority {
            first: one,
            second: two,
            by,
        })
}
