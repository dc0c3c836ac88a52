//! When a claim is said to hold.

use super::sentence::Sentence;
use crate::calendar::{Period, shifted};
use crate::figures::{Kind, Quantity, Unit};
use crate::language::cues::{Cue, Says, Where};
use crate::language::open::Open;
use crate::lexicon::class::{self, Class};
use crate::lexicon::forms;
use crate::reference::Behaviour;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use time::Date;

/// When a claim is said to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum When {
    /// Nothing is said: news, as of the article.
    #[default]
    Unsaid,
    /// Said in the past tense, without a time.
    Was,
    /// Said to be so now.
    Now,
    /// At a stated time.
    At(Period),
    /// Before something that is named ("before the deal").
    Earlier,
    /// At some other time that is not stated as a date ("when …", "once").
    Elsewhen,
}

/// How far from the figure a date may stand, in items, and still be its time.
const NEAR: usize = 14;

/// How long ago, in days, a time may lie and still be the article's own.
const RECENT: i32 = 90;

/// The time of the figure at item `at`, of a property that behaves so.
pub(crate) fn when(
    sentence: &Sentence<'_>,
    at: usize,
    behaviour: Behaviour,
    published: Option<Date>,
) -> When {
    let start = sentence.clause_start(at);
    let end = sentence.clause_end(at);
    // A year in brackets right after the figure's phrase is its own.
    if let Some(period) = bracketed(sentence, at, published) {
        return When::At(period);
    }
    // "founded nine years ago" is itself a time.
    if sentence
        .figure(at)
        .is_some_and(|q| q.kind == Kind::Duration)
    {
        return When::Unsaid;
    }
    let distance = |i: usize| at.abs_diff(i);
    // A date in the same sentence, unless another figure of the same kind is nearer to it.
    let kind = sentence.figure(at).map(|q| q.kind);
    let rival = |i: usize| {
        let nearer = distance(i);
        let around =
            i.saturating_sub(nearer.saturating_sub(1))..(i + nearer).min(sentence.items.len());
        around
            .filter(|&j| j != at)
            .any(|j| sentence.figure(j).map(|q| q.kind) == kind)
    };
    let dated = (0..sentence.items.len())
        .filter_map(|i| Some((i, sentence.figure(i)?.period(published)?)))
        .filter(|&(i, _)| i != at && (opens(sentence, i) || !is_of_founding(sentence, i)))
        .filter(|&(i, _)| {
            opens(sentence, i) || distance(i) <= NEAR && !rival(i) && same_segment(sentence, i, at)
        })
        .min_by_key(|(i, _)| distance(*i));
    // "set up in 2016 and now has …"
    let now = |cue: &Cue| {
        (at.saturating_sub(2)..at).any(|i| sentence.phrase_from(&cue.phrases, i).is_some())
    };
    if (sentence.language.times().iter()).any(|cue| cue.says == Says::Now && now(cue)) {
        return When::Now;
    }
    if let Some((_, period)) = dated {
        return When::At(period);
    }
    if behaviour == Behaviour::Age && (is_fronted_past(sentence, at) || was(sentence, at)) {
        return When::Elsewhen;
    }
    if let Some(when) = cued(sentence, at, behaviour, published, rival) {
        return when;
    }
    if behaviour != Behaviour::State || is_present(sentence, start..end) {
        return When::Unsaid;
    }
    // "raised $325m in 2021, a round that valued it at …": the only time there is, though not said of it.
    let past = |period: Period| match (period.to, published) {
        (Some(to), Some(day)) => shifted(to, RECENT).is_some_and(|end| end < day),
        _ => true,
    };
    let dated_past = (0..sentence.items.len())
        .filter(|&i| {
            let period = sentence.figure(i).and_then(|q| q.period(published));
            period.is_some_and(past)
        })
        .any(|i| i != at && (i < at || !rival(i)) && !is_of_founding(sentence, i));
    if dated_past {
        When::Elsewhen
    } else if is_past(sentence, class::WAS, start..at) {
        When::Was
    } else {
        When::Unsaid
    }
}

/// The cue that says when the figure at item `at` holds; words next to another figure of its kind (`rival`)
/// are that one's.
fn cued(
    sentence: &Sentence<'_>,
    at: usize,
    behaviour: Behaviour,
    published: Option<Date>,
    rival: impl Fn(usize) -> bool,
) -> Option<When> {
    let count = sentence.items.len();
    let first = (0..count).find(|&i| sentence.is_word(i) || sentence.figure(i).is_some())?;
    let clause = sentence.clause_start(at)..sentence.clause_end(at);
    let kind = sentence.figure(at).map(|q| q.kind);
    let lapse = |i: usize| {
        i > 0
            && i != at + 1
            && sentence
                .figure(i - 1)
                .is_some_and(|q| q.kind == Kind::Duration)
    };
    // "… is 33 times last year's sales": behind the figure a time that owns something is that thing's.
    let owns = |cue: &Cue, i: usize| {
        let length = sentence.phrase_from(&cue.phrases, i).unwrap_or(0);
        matches!(sentence.plain(i + length), Some("'" | "’"))
    };
    let deal_follows = |i: usize| (i + 1..i + 6).any(|i| sentence.begins(Open::Happening, i));
    let at_item = |cue: &Cue, i: usize| {
        sentence.phrase_from(&cue.phrases, i).is_some()
            && (cue.says != Says::Earlier || deal_follows(i))
    };
    let stands = |cue: &Cue| match cue.place {
        Where::State | Where::OpeningState if behaviour == Behaviour::Event => false,
        Where::Opening | Where::OpeningState => first < at && at_item(cue, first),
        Where::Ahead => {
            let money = kind == Some(Kind::Money) && behaviour == Behaviour::State;
            money && (0..at).any(|i| at_item(cue, i))
        }
        Where::After => (at..count).any(|i| at_item(cue, i)),
        // "Two months on, Meta has …": now, not then.
        Where::Lapse => (0..count).any(|i| {
            let so_far = sentence.is(i, class::ON) && is_present(sentence, clause.clone());
            // "Two months after a $9 million purchase, …": the event itself, not long ago.
            let event = behaviour == Behaviour::Event
                && sentence.is(i, class::AFTERWARDS)
                && i < at
                && !(i..at).any(|i| sentence.plain(i) == Some(","))
                && i.checked_sub(1)
                    .and_then(|before| sentence.figure(before))
                    .is_some_and(is_short);
            lapse(i) && at_item(cue, i) && !so_far && !event
        }),
        // "the 28-year-old entrepreneur and former chief": what follows an age is said of a post.
        Where::Near => clause.clone().any(|i| {
            let of_post = behaviour == Behaviour::Age && i > at + 1;
            at.abs_diff(i) <= 3 && !of_post && at_item(cue, i) && !rival(i)
        }),
        Where::Clause | Where::State => clause.clone().any(|i| {
            i != at
                && at_item(cue, i)
                && !rival(i)
                && !(i > at && owns(cue, i))
                && !in_other_aside(sentence, i, at)
        }),
        _ => false,
    };
    let cue = (sentence.language.times().iter()).find(|cue| stands(cue))?;
    Some(match cue.says {
        Says::Past => When::Was,
        Says::Earlier => When::Earlier,
        Says::Now => When::Now,
        Says::LastYear => relative(published, -1),
        Says::ThisYear => relative(published, 0),
        Says::ThatYear => (0..count)
            .rev()
            .filter_map(|i| sentence.figure(i))
            .find_map(|q| q.period(published))
            .map_or(When::Elsewhen, When::At),
        _ => When::Elsewhen,
    })
}

/// Whether a length of time is told in days, weeks or months.
fn is_short(quantity: &Quantity) -> bool {
    let unit = match &quantity.unit {
        Unit::Named(name) => name.as_str(),
        _ => "",
    };
    ["day", "week", "month"]
        .iter()
        .any(|short| unit.starts_with(short))
}

/// Whether item `i` stands in a relative clause between two commas, and the figure at `at` outside of it:
/// "Lind, who previously led a lab, now reports to …".
fn in_other_aside(sentence: &Sentence<'_>, i: usize, at: usize) -> bool {
    let comma = |i: &usize| matches!(sentence.plain(*i), Some("," | "—" | "–"));
    let Some(open) = (0..i).rev().find(comma) else {
        return false;
    };
    let close = (i..sentence.items.len()).find(comma);
    sentence.class(open + 1).meets(class::RELATIVE)
        && close.is_some_and(|close| !(open..close).contains(&at))
}

/// "At 24, Wang became …": an age that opens a sentence about the past was that of then.
fn is_fronted_past(sentence: &Sentence<'_>, at: usize) -> bool {
    let opens = at <= 5
        && (0..at)
            .all(|i| sentence.mention(i).is_none() && !sentence.class(i).meets(class::AUXILIARY));
    if !opens || !matches!(sentence.plain(at + 1), Some(",")) {
        return false;
    }
    let subject = (at + 2..sentence.items.len())
        .find(|&i| sentence.mention(i).is_some() || sentence.class(i).meets(class::PRONOUN));
    let verb = subject.and_then(|subject| {
        (subject + 1..sentence.items.len()).find(|&i| !sentence.class(i).meets(class::ADVERB))
    });
    verb.is_some_and(|verb| is_past(sentence, class::PAST, verb..verb + 1))
}

/// "Wang was 19 and had just …": an age that is told of the past.
fn was(sentence: &Sentence<'_>, at: usize) -> bool {
    (0..at)
        .rev()
        .find(|&i| !sentence.class(i).meets(class::ADVERB))
        .is_some_and(|i| sentence.is(i, class::STOOD))
}

/// Whether a verb in the past tense stands among the items: one in -ed or of the class `irregular`.
fn is_past(sentence: &Sentence<'_>, irregular: Class, mut items: Range<usize>) -> bool {
    items.any(|i| {
        let past = |i: usize| {
            sentence.class(i).meets(irregular)
                || sentence.is_word(i) && forms::is_past(sentence.lower(i))
        };
        past(i) && !(i > 0 && sentence.class(i - 1).meets(class::AUXILIARY) && !past(i - 1))
    })
}

/// Whether a verb in the present tense stands among the items.
fn is_present(sentence: &Sentence<'_>, mut items: Range<usize>) -> bool {
    items.any(|i| sentence.class(i).meets(class::PRESENT))
}

/// "founded in 2016", "born in 1997": a date that is told beside, of something else.
fn is_of_founding(sentence: &Sentence<'_>, date: usize) -> bool {
    let founding = |i: usize| sentence.begins(Open::Begin, i);
    (date.saturating_sub(4)..date).any(founding)
}

/// Whether the date at `date` stands in a phrase that opens the sentence: "In May 2024, …".
fn opens(sentence: &Sentence<'_>, date: usize) -> bool {
    let first =
        (0..sentence.items.len()).find(|&i| sentence.is_word(i) || sentence.figure(i).is_some());
    first.is_some_and(|first| {
        date <= first + 4 && (first == date || sentence.class(first).meets(class::PREPOSITION))
    })
}

/// Whether nothing that opens an aside stands between the date and the figure; a comma may when a
/// preposition follows it: "…, in June 2025".
fn same_segment(sentence: &Sentence<'_>, date: usize, at: usize) -> bool {
    let (from, to) = if date < at { (date, at) } else { (at, date) };
    let aside = |i: usize| {
        matches!(sentence.plain(i), Some("," | "—" | "–"))
            && sentence.class(i + 1).meets(class::PREPOSITION)
    };
    (from + 1..to).all(|i| match sentence.plain(i) {
        // "Its last round, in May 2024, had …": the sign after the date closes what one before it opened.
        Some("," | "—" | "–") if i == date + 1 && date >= 2 && aside(date - 2) => true,
        Some("," | "—" | "–" | "(") => {
            sentence.class(i + 1).meets(class::PREPOSITION) && i + 2 == date
        }
        Some(";" | ":" | ")") => false,
        _ => true,
    })
}

fn relative(published: Option<Date>, years: i32) -> When {
    published
        .and_then(|d| Period::year(d.year() + years))
        .map_or(When::Elsewhen, When::At)
}

/// A date in brackets within a few items after the figure.
fn bracketed(sentence: &Sentence<'_>, at: usize, published: Option<Date>) -> Option<Period> {
    (at + 1..(at + 9).min(sentence.items.len())).find_map(|i| {
        let inside = sentence.plain(i - 1) == Some("(") && sentence.plain(i + 1) == Some(")");
        if inside {
            sentence.figure(i)?.period(published)
        } else {
            None
        }
    })
}
