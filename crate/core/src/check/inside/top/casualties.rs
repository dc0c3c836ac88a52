//! "Seventeen people have died" above "The 14 dead", "Seventeen killed" above "14 people were killed": the only two
//! numbers of the dead, or of the hurt, that the article has.

use super::super::headline::share_much;
use super::super::{Inside, elsewhen};
use super::told::{self, Around, Told};
use super::{MOST, Stated, Top, add};
use crate::article::Article;
use crate::check::texts::headed::Body;
use crate::figures::{Decimal, Kind, Modifier, Quantity, Unit};
use crate::language::InsideList;
use crate::lexicon::class;

/// That they are dead or hurt is said so near behind a number of people.
const BEHIND: usize = 9;

/// Holds the numbers of the top against those of the text.
pub(super) fn check(top: &Top<'_, '_>, inside: &mut Inside) {
    let counts = top.figures(may_count);
    for sort in [InsideList::Dead, InsideList::Hurt] {
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

fn of_sort(top: &Top<'_, '_>, counts: &[Stated<'_>], sort: InsideList, inside: &mut Inside) {
    const BEFORE: usize = 2;
    let language = top.article.language;
    let the_dead = |&(block, figure): &Stated<'_>| {
        let text = top.text(block);
        let after = told::behind(text, figure).to_ascii_lowercase();
        language.is_listed(&after, sort)
            && told::is(language, told::before(text, figure), class::THE)
    };
    // "Seventeen killed"
    let headed = sort == InsideList::Dead
        && counts
            .first()
            .is_some_and(|&(block, _)| block == top.headline)
        && Told::of(top.article, top.headline).is_some_and(|line| line.tells(0..line.len(), sort));
    if counts.len() > MOST || !(headed || counts.iter().any(the_dead)) {
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
        let leads = |at: usize| words.is_word(at) && !words.is(at, class::BE | class::AND);
        let of_sort = words.tells(behind, sort)
            || words.tells(before.clone(), sort) && before.clone().all(leads);
        // "Of the 14 injured, four were badly hurt", "four of the injured": some of those who are told of.
        let of_these = words.is(around.end, class::OF)
            || (told.last()).is_some_and(|&(other, all): &Stated<'_>| {
                other == block && words.at(all.start) >= sentence.start
            });
        if !of_sort || of_these {
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
    if told.is_empty() && headed {
        told = said.split_off(1.min(said.len()));
        if !is_all(top, &said, &told) {
            return;
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

/// Whether the number of the headline and the first of the body are of everybody who died: both count people, no arithmetic
/// leads from the body to the headline, and no further dead are spoken of.
fn is_all(top: &Top<'_, '_>, said: &[Stated<'_>], told: &[Stated<'_>]) -> bool {
    let language = top.article.language;
    let people = |figure: &Quantity| match &figure.unit {
        Unit::Noun(noun) => {
            told::is(language, noun.head(), class::ANYBODY)
                && !told::is(
                    language,
                    noun.head(),
                    class::WOMEN_MEN | class::ADULTS_CHILDREN,
                )
        }
        unit => *unit == Unit::None,
    };
    let (Some(&(line, one)), Some(&(block, two))) = (said.first(), told.first()) else {
        return false;
    };
    let rest = top.reads.iter().skip(top.headline + 1);
    let body = Body::of(
        language,
        rest.flat_map(|read| read.quantities),
        std::iter::empty(),
    );
    // "killed in Kabul", "killed in the port", "killed on Monday": there may be more in other places and at other times.
    let whole = Around::of(top.article, block, two).is_some_and(|around| {
        let words = &around.told;
        let behind = around.behind(BEHIND);
        let dead = behind
            .clone()
            .rev()
            .find(|&at| words.says(at, InsideList::Dead))
            .map_or(behind.end, |at| at + 1);
        let led = words.is(dead, class::PARTS_CLAUSE | class::BY)
            || words.is(dead, class::IN) && words.is(dead + 1, class::INDEFINITE);
        let sentence = words.written(around.sentence.clone());
        led && share_much(language, top.text(line), sentence)
    });
    line == top.headline
        && whole
        && top.has(block)
        && people(one)
        && two.unit != Unit::None
        && people(two)
        && !body.tells(one)
        && !body.may_lead_to(one)
        && !tells_of_further(top.article)
}

/// Whether an article speaks of further dead: "Others died in hospital".
pub(in super::super) fn tells_of_further(article: &Article<'_>) -> bool {
    (0..article.blocks.len().min(MOST)).any(|block| {
        Told::of(article, block).is_none_or(|told| {
            told.sentences.iter().any(|sentence| {
                told.tells(sentence.clone(), InsideList::Dead)
                    && told.has(sentence.clone(), class::SOME_ONLY)
            })
        })
    })
}
