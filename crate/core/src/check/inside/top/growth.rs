//! "Thefts up 25 per cent" above "1,560 thefts …, compared with 1,200", the only two levels of the article.

use super::super::{Conflict, Inside, Judged, Place, Text, Tie, changes, linked};
use super::told::{self, Around};
use super::{Stated, Top};
use crate::figures::{Change, Kind, Link, Modifier, Quantity, Unit};
use crate::lexicon::class;

/// A level and the earlier one that it is compared with.
struct Levels<'r> {
    block: usize,
    from: &'r Quantity,
    to: &'r Quantity,
}

/// Holds the changes that are told against the levels.
pub(super) fn check(top: &Top<'_, '_>, inside: &mut Inside) {
    let sizes = top.figures(is_size);
    if !sizes.iter().any(|&(block, _)| top.has(block)) {
        return;
    }
    let mut all = (0..top.reads.len()).filter_map(|block| levels(top, block));
    let (Some(levels), None) = (all.next(), all.next()) else {
        return;
    };
    drop(all);
    let link = Link::Change {
        size: 0,
        way: None,
        from: 1,
        to: 2,
    };
    let mut wrong = None;
    for &(block, size) in &sizes {
        let Some(Goes(way)) = goes(top, (block, size)) else {
            continue;
        };
        let figures = [size.clone(), levels.from.clone(), levels.to.clone()];
        let text = Text {
            language: top.article.language,
            written: "",
            quantities: &figures,
            published: None,
            other_years: false,
        };
        match changes::judge(&text, [0, 1, 2], way) {
            // The levels belong to what fits them.
            Judged::Agrees | Judged::Conflict { nearly: true, .. } => return,
            Judged::Conflict { gives, .. }
                if top.has(block) && is_about(top, (block, size), &levels) =>
            {
                let places = vec![
                    Place::of(block, size),
                    Place::of(levels.block, levels.from),
                    Place::of(levels.block, levels.to),
                ];
                wrong.get_or_insert(Conflict {
                    gives: gives.map(|gives| gives.abs()),
                    unit: linked::unit(&text, &link),
                    way: linked::way(&text, &link),
                    values: linked::values(&text, &link),
                    ..Conflict::of(Tie::Change, places, false)
                });
            }
            _ => {}
        }
    }
    inside.checked += wrong.as_ref().map_or(0, |conflict| conflict.places.len());
    inside.conflicts.extend(wrong);
}

/// "25 per cent up", "doubled"
fn is_size(figure: &Quantity) -> bool {
    matches!(figure.kind, Kind::Percent | Kind::Multiple) && figure.low == figure.high
}

/// The size of a change, and which way it goes, where it says that: a factor goes its own way.
struct Goes(Option<Change>);

/// How a size goes, where it is that of a change.
fn goes(top: &Top<'_, '_>, (block, size): Stated<'_>) -> Option<Goes> {
    if size.kind == Kind::Multiple || size.change.is_some() {
        return Some(Goes(size.change));
    }
    let Around { told, end, .. } = Around::of(top.article, block, size)?;
    // "a 25 per cent rise"
    if told.is(end, class::UP) {
        Some(Goes(Some(Change::Up)))
    } else if told.is(end, class::DOWN) {
        Some(Goes(Some(Change::Down)))
    } else {
        None
    }
}

/// "1,560 thefts …, compared with 1,200": counts that stand so in one sentence.
fn levels<'r>(top: &Top<'_, 'r>, block: usize) -> Option<Levels<'r>> {
    const REACH: usize = 30;
    let counted = |figure: &Quantity| {
        matches!(figure.kind, Kind::Count | Kind::Number)
            && figure.low == figure.high
            && figure.change.is_none()
            && figure.per.is_none()
            && matches!(figure.modifier, Modifier::Exact | Modifier::About)
    };
    // Days stand between: "in the year to March, compared with".
    let plain: Vec<&Quantity> = (top.reads[block].quantities.iter())
        .filter(|figure| !matches!(figure.kind, Kind::Date | Kind::Year | Kind::Duration))
        .collect();
    plain.windows(2).find_map(|pair| {
        let &[to, from] = pair else { return None };
        if to.kind != Kind::Count || !counted(to) || !counted(from) || from.low.is_zero() {
            return None;
        }
        let word = told::before(top.text(block), from);
        let leads = class::COMPARES | class::WITH | class::TO;
        if !told::is(top.article.language, word, leads) {
            return None;
        }
        let around = Around::of(top.article, block, from)?;
        let told = &around.told;
        let before = around.first.checked_sub(1)?;
        let against = told.is(before, class::COMPARES)
            || told.is(before, class::WITH | class::TO)
                && told.is(before.checked_sub(1)?, class::COMPARES);
        let end = told.at(to.outer_end);
        let near = around.sentence.contains(&end) && before.checked_sub(end)? <= REACH;
        let alike = match &from.unit {
            Unit::Noun(noun) => matches!(&to.unit, Unit::Noun(other) if noun == other),
            _ => true,
        };
        (against && near && alike && !told.has(end..before, class::OTHER_BASIS | class::OF_THEM))
            .then_some(Levels { block, from, to })
    })
}

/// Whether a size and two levels are of one thing, by all the words that say of what they are, and the size is of no time
/// of its own.
fn is_about(top: &Top<'_, '_>, (block, size): Stated<'_>, levels: &Levels<'_>) -> bool {
    const NAMED: usize = 4;
    let (Some(said), Some(level)) = (
        Around::of(top.article, block, size),
        Around::of(top.article, levels.block, levels.to),
    ) else {
        return false;
    };
    let (at, told) = (&said.told, &level.told);
    // "Thefts up 25 per cent", "a 25 per cent rise in thefts"
    let mut subject = if at.is(said.end, class::UP | class::DOWN) && at.is(said.end + 1, class::IN)
    {
        let from = said.end + 2;
        let stop = |word: &usize| at.is(*word, class::STOP) || !at.is_word(*word);
        let end = (from..said.sentence.end).find(stop);
        at.stems(from..end.unwrap_or(said.sentence.end))
    } else {
        at.stems(said.sentence.start..said.first)
    };
    let moves = class::UP | class::DOWN | class::RAISES | class::LOWERS;
    subject.retain(|stem| !told::is(top.article.language, stem, moves));
    let sentence = told.stems(level.sentence.clone());
    let Unit::Noun(noun) = &levels.to.unit else {
        return false;
    };
    // "1,560 cases of shoplifting"
    let end = told.at(noun.end);
    let of = if told.is(end, class::OF) { 2 } else { 0 };
    let named = told.stems(level.end..(end + of).min(level.sentence.end));
    let timed = at.has(said.sentence.clone(), class::SINCE_DAY)
        || top.reads[block].quantities.iter().any(|figure| {
            matches!(figure.kind, Kind::Duration | Kind::Year | Kind::Date)
                && said.contains(figure.start)
        });
    !subject.is_empty()
        && !named.is_empty()
        && !timed
        && subject.len() <= NAMED
        && subject.iter().all(|stem| sentence.contains(stem))
        && named.iter().all(|stem| subject.contains(stem))
}
