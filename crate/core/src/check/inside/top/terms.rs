//! "jailed for six years" above "the five-year term", or above "was jailed for five years": the only two terms of the
//! article.

use super::super::{Inside, elsewhen};
use super::told::{self, Around};
use super::{MOST, Stated, Top, add};
use crate::figures::{Kind, Modifier, Quantity, Unit};
use crate::language::InsideList;
use crate::lexicon::class;
use crate::lexicon::named;

/// Holds the term of the top against the one of the text.
pub(super) fn check(top: &Top<'_, '_>, inside: &mut Inside) {
    const CLAUSE: usize = 8;
    const NEAR: usize = 3;
    let lengths = top.figures(|figure| figure.kind == Kind::Duration);
    let led = |&(block, figure): &Stated<'_>| {
        let word = told::before(top.text(block), figure);
        top.has(block) && told::is(top.article.language, word, class::FOR | class::TO)
    };
    if lengths.len() > MOST || !lengths.iter().any(led) {
        return;
    }
    let (mut said, mut told) = (Vec::new(), Vec::new());
    for &(block, figure) in &lengths {
        let Some(around) = Around::of(top.article, block, figure) else {
            return;
        };
        let words = &around.told;
        let jailed = words.tells(around.before(CLAUSE), InsideList::Jailed);
        let behind = around.behind(NEAR);
        // "his four-year term as mayor"
        let term = words.tells(behind.clone(), InsideList::Term)
            && words.tells(around.sentence.clone(), InsideList::Court)
            && !words.has(behind.start..behind.end + 1, class::AS);
        if !jailed && !term {
            continue;
        }
        // Of a second term, or of one of another sort, nothing is said here.
        let other = words.tells(around.sentence.clone(), InsideList::OtherTerm);
        let sentence = words.written(around.sentence.clone());
        if other || !is_term(figure) || elsewhen::says(words.language, sentence) {
            return;
        }
        let led = around.first.saturating_sub(1);
        if jailed && top.has(block) && words.is(led, class::FOR | class::TO) {
            said.push((block, figure));
        } else if term && words.has(led.saturating_sub(1)..led + 1, class::THE | class::WHOSE) {
            told.push((block, figure));
        } else {
            return;
        }
    }
    // "jailed for nine years" above "was jailed for six years"
    if told.is_empty()
        && let Some(body) = said.iter().position(|&(block, _)| block > top.headline)
    {
        told = said.split_off(body);
    }
    let (Some(&one), Some(&two)) = (said.first(), told.first()) else {
        return;
    };
    let same = |list: &[Stated<'_>]| {
        list.iter()
            .all(|(_, figure)| (figure.low, &figure.unit) == (list[0].1.low, &list[0].1.unit))
    };
    if !same(&said) || !same(&told) || one.1.unit != two.1.unit {
        return;
    }
    inside.checked += 2;
    if one.1.low != two.1.low {
        add(inside, &said, &told);
    }
}

/// "six years", "18 months"
fn is_term(figure: &Quantity) -> bool {
    figure.low == figure.high
        && figure.modifier == Modifier::Exact
        && matches!(&figure.unit, Unit::Named(name) if name == named::YEAR || name == named::MONTH)
}
