//! "Seventeen people have died" above "The 14 dead", the only two numbers of the dead, or of the hurt, that the article
//! has.

use super::super::{Inside, elsewhen};
use super::told::{self, Around};
use super::{MOST, Stated, Top, add};
use crate::figures::{Decimal, Kind, Modifier, Quantity};
use crate::language::Held;
use crate::lexicon::class;

/// Holds the numbers of the top against those of the text.
pub(super) fn check(top: &Top<'_, '_>, inside: &mut Inside) {
    let counts = top.figures(may_count);
    for sort in [Held::Dead, Held::Hurt] {
        of_sort(top, &counts, sort, inside);
    }
}

fn may_count(figure: &Quantity) -> bool {
    matches!(figure.kind, Kind::Count | Kind::Number)
        && figure.low == figure.high
        && figure.low > Decimal::TWO
        && figure.modifier == Modifier::Exact
        && figure.change.is_none()
}

fn of_sort(top: &Top<'_, '_>, counts: &[Stated<'_>], sort: Held, inside: &mut Inside) {
    const BEFORE: usize = 2;
    const BEHIND: usize = 9;
    let language = top.article.language;
    let the_dead = |&(block, figure): &Stated<'_>| {
        let text = top.text(block);
        let after = told::behind(text, figure).to_ascii_lowercase();
        language.is_held(&after, sort) && told::is(language, told::before(text, figure), class::THE)
    };
    if counts.len() > MOST || !counts.iter().any(the_dead) {
        return;
    }
    let (mut said, mut told) = (Vec::new(), Vec::new());
    for &(block, figure) in counts {
        let Some(around) = Around::of(top.article, block, figure) else {
            return;
        };
        let words = &around.told;
        let sentence = around.sentence.clone();
        // What is told of the next figure is not told of this one.
        let next = (counts.iter())
            .filter(|(other, next)| *other == block && next.start > figure.end)
            .map(|(_, next)| words.at(next.start))
            .min()
            .unwrap_or(sentence.end);
        let behind = around.behind(BEHIND);
        let behind = behind.start..behind.end.min(next);
        let before = around.before(BEFORE);
        // "the 14 dead are nine women"
        let of_sort = words.tells(behind, sort)
            || words.tells(before.clone(), sort) && !words.has(before, class::BE);
        if !of_sort {
            continue;
        }
        // "The 14 dead, all of whom": what goes on about them is no other number of them.
        let clause = (around.end..sentence.end)
            .find(|&at| words.word(at) == ",")
            .unwrap_or(sentence.end);
        if elsewhen::says(language, words.written(sentence.start..clause)) {
            return;
        }
        let after = around.end + 1;
        let definite = around.first > 0
            && words.is(around.first - 1, class::THE)
            && words.says(around.end, sort)
            && (!words.is_word(after) || words.is(after, class::BE));
        if definite {
            told.push((block, figure));
        } else {
            said.push((block, figure));
        }
    }
    let (Some(&one), Some(&two)) = (said.first(), told.first()) else {
        return;
    };
    let same = |list: &[Stated<'_>]| list.iter().all(|(_, figure)| figure.low == list[0].1.low);
    // Whoever did it may be one more.
    let apart = one.1.low.checked_sub(two.1.low).map(|apart| apart.abs());
    if !top.has(one.0) || !same(&said) || !same(&told) || apart == Some(Decimal::ONE) {
        return;
    }
    inside.checked += 2;
    if apart != Some(Decimal::ZERO) {
        add(inside, &said, &told);
    }
}
