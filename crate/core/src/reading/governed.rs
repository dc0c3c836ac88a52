//! Whether a verb says that something happened, or stands under a word that leaves it open: "refused to
//! pay", "urged Meta to pay", "stopped short of paying", "nearly paid".

use super::sentence::{Sentence, is_dress};
use crate::figures::Kind;
use crate::language::open::Open;
use crate::lexicon::class;
use crate::lexicon::forms;

/// How far back the word may stand that governs an infinitive, with a time between: "agreed last week to".
const REACH: usize = 6;

/// Whether the verb whose phrase starts at item `at` is left open by the word that governs it.
pub(super) fn is_left_open(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = |from: usize| {
        (0..from).rev().find(|&i| {
            !(sentence.class(i).meets(class::ADVERB) && !falls_short(sentence, i)
                || sentence.plain(i).is_some_and(is_dress))
        })
    };
    let Some(near) = before(at) else { return false };
    if falls_short(sentence, near) {
        return true;
    }
    if sentence.is(near, class::TO) {
        return before(near).is_none_or(|governor| !happens(sentence, governor));
    }
    let is_gerund = sentence.plain(at).is_some_and(forms::is_gerund);
    // "ended up paying"
    let done = sentence.ends(Open::Undertake, near);
    is_gerund
        && !done
        && (sentence.ends(Open::Forgo, near)
            || sentence.class(near).meets(class::PREPOSITION) && !sentence.ends(Open::While, near))
}

/// "nearly paid", "all but bought": it did not happen.
fn falls_short(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.ends(Open::Almost, at)
}

/// Whether an infinitive under the word at `governor` happens, or is as good as done.
fn happens(sentence: &Sentence<'_>, governor: usize) -> bool {
    if sentence.class(governor).meets(class::AUXILIARY) || sentence.ends(Open::Settled, governor) {
        // "has to pay", "is set to pay"
        return true;
    }
    // "invested $9 million to take a stake": what money was paid for is done when the money is paid.
    if let Some(paying) = paying(sentence, governor) {
        return !is_left_open(sentence, paying);
    }
    // "dropped out of MIT to found …": what somebody left for, they did.
    let outside = match sentence.plain(governor) {
        Some(")") => sentence.brackets(governor).unwrap_or(governor),
        _ => governor,
    };
    let clause = sentence.clause_start(outside);
    if (governor.saturating_sub(2 * REACH).max(clause)..=governor)
        .any(|i| sentence.ends(Open::Quit, i))
    {
        return true;
    }
    // "Meta to Pay …": a headline's way to say that it will.
    if sentence.mention(governor).is_some() && sentence.clause_start(governor) == governor {
        return true;
    }
    // "forced Meta to pay", "a decision by Meta to pay"
    if sentence.mention(governor).is_some() || sentence.class(governor).meets(class::PRONOUN) {
        return (governor.saturating_sub(2)..governor)
            .any(|i| sentence.ends(Open::BringAbout, i) || sentence.ends(Open::Undertaking, i));
    }
    // "agreed last week to pay", "agreed on Friday to pay"
    (governor.saturating_sub(REACH)..=governor)
        .rev()
        .take_while(|&i| i == governor || tells_time(sentence, i + 1))
        .any(|i| sentence.ends(Open::Undertake, i) || sentence.ends(Open::Undertaking, i))
}

/// Where the verb stands of the sum at item `governor`: "invested $9 million", "is paying $9 million (£7 million)".
fn paying(sentence: &Sentence<'_>, governor: usize) -> Option<usize> {
    let sum = match sentence.plain(governor) {
        Some(")") => sentence.brackets(governor)?.checked_sub(1)?,
        _ => governor,
    };
    let money = sentence.figure(sum).filter(|q| q.kind == Kind::Money);
    let verb = (0..sum)
        .rev()
        .find(|&i| !sentence.is_light(i) || is_paying(sentence, i))?;
    money.filter(|_| is_paying(sentence, verb))?;
    // "has invested", "will be investing": what governs stands before the whole verb.
    let auxiliary = |i: &usize| sentence.class(*i).meets(class::AUXILIARY);
    Some((0..verb).rev().take_while(auxiliary).last().unwrap_or(verb))
}

fn is_paying(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.ends(Open::GiveMoney, at)
}

/// Whether the item belongs to a phrase that says when.
fn tells_time(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.figure(at).is_some()
        || sentence.class(at).meets(class::PREPOSITION)
        || sentence.class(at).meets(class::GENERIC)
        || sentence.class(at).meets(class::ADVERB)
        || sentence.ends(Open::Calendar, at)
}
