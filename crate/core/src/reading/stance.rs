//! How the text holds a figure, and whether the figure is a part, an addition or a running total.

use super::governed::is_left_open;
use super::sentence::Sentence;
use crate::figures::{Kind, Quantity};
use crate::language::Language;
use crate::language::cues::{Cue, Says, Where};
use crate::language::open::Open;
use crate::language::phrases::End;
use crate::lexicon::class;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// How a text holds a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Stance {
    /// Stated, by the text or by somebody it quotes.
    #[default]
    Asserted,
    /// Supposed, planned, talked about.
    Hypothetical,
    /// Said not to be so.
    Denied,
    /// Named as an earlier mistake.
    Corrected,
    /// Asked.
    Questioned,
}

/// Whether a figure is for the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Scope {
    /// One figure for one thing.
    #[default]
    Single,
    /// A part or an addition.
    Part,
    /// A running total.
    Cumulative,
}

impl Stance {
    fn of(cue: Says) -> Self {
        match cue {
            Says::Hypothetical => Self::Hypothetical,
            Says::Denied => Self::Denied,
            Says::Corrected => Self::Corrected,
            _ => Self::Asserted,
        }
    }
}

impl Scope {
    fn of(cue: Says) -> Self {
        match cue {
            Says::Part => Self::Part,
            Says::Cumulative => Self::Cumulative,
            _ => Self::Single,
        }
    }
}

/// The cues that stand there and say something of the figure, and do not only help others to.
fn at_place(cues: &'static [Cue], place: Where) -> impl Iterator<Item = &'static Cue> {
    cues.iter()
        .filter(move |cue| cue.place == place && !cue.helps())
}

/// The first cue whose phrase starts within `range` and does not run past `end`.
fn found(
    sentence: &Sentence<'_>,
    cues: impl Iterator<Item = &'static Cue>,
    range: Range<usize>,
    end: usize,
) -> Option<Says> {
    found_among(sentence, cues, &range, end)
}

/// The same for cues that start at any of these items.
fn found_among(
    sentence: &Sentence<'_>,
    mut cues: impl Iterator<Item = &'static Cue>,
    starts: &(impl Iterator<Item = usize> + Clone),
    end: usize,
) -> Option<Says> {
    let stands = |cue: &&Cue| {
        starts.clone().any(|at| {
            sentence
                .spelled_from(&cue.phrases, at)
                .is_some_and(|n| at + n <= end)
        })
    };
    cues.find(stands).map(|cue| cue.says)
}

/// How many items the words take up that help cues in that way, at item `at`.
fn helping(sentence: &Sentence<'_>, says: Says, at: usize) -> Option<usize> {
    let cue = (sentence.language.stance().iter()).find(|cue| cue.says == says)?;
    sentence.phrase_from(&cue.phrases, at)
}

/// The stance of the figure at item `at`; `asks` says whether the pattern's verb makes the statement, and
/// `predicate` where that verb stands, if before the figure.
pub(crate) fn stance(
    sentence: &Sentence<'_>,
    at: usize,
    asks: bool,
    predicate: Option<usize>,
) -> Stance {
    let cues = |place| at_place(sentence.language.stance(), place);
    let count = sentence.items.len();
    // What stands in brackets is said of what stands in them.
    let brackets = sentence.all_brackets();
    let outside = (0..count).filter(|&i| brackets[i] == brackets[at]);
    if let Some(cue) = found_among(sentence, cues(Where::Sentence), &outside, count) {
        return Stance::of(cue);
    }
    if let Some(cue) = found(sentence, cues(Where::Rest), at + 1..count, count) {
        return Stance::of(cue);
    }
    if (0..at).any(|i| opens_as_condition(sentence, i)) {
        return Stance::Hypothetical;
    }
    let start = sentence.clause_start(at);
    let end = sentence.clause_end(at);
    // A figure put right by another: "not $14.8 billion as reported".
    if let Some(cue) = found(sentence, cues(Where::After), at + 1..(at + 5).min(end), end) {
        return Stance::of(cue);
    }
    // "said that it would pay": what is announced is asserted, whatever cue is a part of the words.
    let announced: Vec<Range<usize>> = (start..at)
        .filter_map(|i| Some(i..i + helping(sentence, Says::Asserted, i)?))
        .collect();
    // The verb that states the figure leaves nothing open itself: "weighs 900 kilograms".
    let open = (start..at).filter(|&i| {
        !announced.iter().any(|words| words.contains(&i))
            && predicate != Some(i)
            && !is_said_of_themselves(sentence, start, i)
    });
    if let Some(cue) = found_among(sentence, cues(Where::Before), &open, at) {
        return Stance::of(cue);
    }
    if predicate.is_some_and(|verb| is_left_open(sentence, verb)) {
        return Stance::Hypothetical;
    }
    if asks && count > 0 && sentence.plain(count - 1) == Some("?") {
        return Stance::Questioned;
    }
    Stance::Asserted
}

/// Whether a condition begins at item `i` that holds for all that follows: "If it closes, Meta would …", "The paper said
/// that if it closes, …", "According to the paper, if it closes, …".
fn opens_as_condition(sentence: &Sentence<'_>, i: usize) -> bool {
    let behind_another = |i: usize| {
        // "the firms that were bought", "that if they were"
        sentence.is(i - 1, class::THAT) && sentence.is(i, class::CONJUNCTION)
            || sentence.plain(i - 1) == Some(",") && sentence.is(0, class::ACCORDING)
    };
    sentence.is(i, class::CONDITION) && (i == 0 || i == sentence.told_from() || behind_another(i))
}

/// How many words may stand between a verb of telling and what is told: "told the staff in Paris it".
const AUDIENCE: usize = 4;

/// "said it would pay", "told investors that it would", "Meta said the company would": whether the "would" at item `at`
/// is what somebody says of themselves, which is asserted as much as "will".
fn is_said_of_themselves(sentence: &Sentence<'_>, start: usize, at: usize) -> bool {
    if !sentence.is(at, class::WOULD) {
        return false;
    }
    let Some(subject) = at.checked_sub(1) else {
        return false;
    };
    let described = sentence
        .anaphor_ending(subject)
        .filter(|a| a.description.is_some());
    let opens = if sentence.is(subject, class::SUBJECT_PRONOUN) {
        subject
    } else if described.is_some() {
        let opens = (subject.saturating_sub(AUDIENCE)..subject).rev();
        match opens
            .into_iter()
            .find(|&i| sentence.is(i, class::DEFINITE | class::OWNED_BY))
        {
            Some(opens) => opens,
            None => return false,
        }
    } else {
        return false;
    };
    let that = opens > 0 && sentence.is(opens - 1, class::THAT);
    let told = opens - usize::from(that);
    let verb = (told.saturating_sub(AUDIENCE + 1).max(start)..told)
        .rev()
        .find(|&i| sentence.is(i, class::ANNOUNCES | class::TELLS));
    verb.is_some_and(|verb| {
        // "Bankers said the company would": of a description only who is named says it of themselves.
        let named = described.is_none() || verb > 0 && sentence.mention(verb - 1).is_some();
        named && (verb + 1 == told || that || sentence.is(verb, class::TELLS))
    })
}

/// "close to a $15 billion deal", "nearing a …": it is the deal that is near, not the figure.
pub(super) fn is_talked_of(language: Language, figure: &Quantity, text: &str) -> bool {
    let hedge = text.get(figure.outer_start..figure.start).unwrap_or("");
    let hedge = crate::text::lowercase(hedge);
    let article = (hedge.split_whitespace().next_back())
        .is_some_and(|word| language.classes_of(word).meets(class::INDEFINITE));
    let mut near = at_place(language.stance(), Where::Hedge).flat_map(|cue| cue.phrases.iter());
    article && near.any(|near| hedge.starts_with(near))
}

/// Whether the block opens as a note of correction.
pub(crate) fn block_stance(opening: &Sentence<'_>) -> Option<Stance> {
    // Emphasis may stand before the first word.
    let first = (0..opening.items.len()).find(|&i| opening.is_word(i))?;
    at_place(opening.language.stance(), Where::Block).find_map(|cue| {
        let length = opening.phrase_from(&cue.phrases, first)?;
        matches!(
            opening.plain(first + length),
            Some(":" | "—" | "–" | "*" | "-" | ".") | None
        )
        .then_some(Stance::of(cue.says))
    })
}

/// How many items of a sentence are looked at for what it says of the one before.
const REACH: usize = 8;

/// What a sentence says of the figures of the one before it: "That was ten times too low."
pub(crate) fn of_the_sentence_before(next: &Sentence<'_>) -> Option<Stance> {
    let first = (0..next.items.len()).find(|&i| next.is_word(i))?;
    let verb = first + helping(next, Says::Opener, first)?;
    // By how much it was too low is no word of the cue.
    let words: Vec<usize> = (verb..next.items.len().min(verb + REACH))
        .filter(|&i| next.figure(i).is_none())
        .collect();
    let word = |i: usize| words.get(i).and_then(|&i| next.plain(i));
    at_place(next.language.stance(), Where::Next)
        .find(|cue| cue.phrases.found(End::First, word).is_some())
        .map(|cue| Stance::of(cue.says))
}

/// The scope of the figure at item `at`, of an event or of a state.
pub(crate) fn scope(sentence: &Sentence<'_>, at: usize, event: bool) -> Scope {
    let cues = |place| at_place(sentence.language.scope(), place);
    let start = sentence.clause_start(at);
    // "…, the largest of the boom so far": behind a comma it is said of something else.
    let comma = (at..sentence.items.len()).find(|&i| sentence.plain(i) == Some(","));
    let part_of = |i: usize| sentence.is(i + 2, class::FOREMOST);
    let end = sentence
        .clause_end(at)
        .min(comma.filter(|&i| !part_of(i)).unwrap_or(usize::MAX));
    // What makes it a part stands right after the figure, or at most an adjective before it.
    // A share "of the company" is no part of a share.
    let whole = |i: usize| sentence.begins(Open::Whole, i);
    let share =
        sentence.figure(at).is_some_and(|q| q.kind == Kind::Percent) && (at + 3..at + 5).any(whole);
    // "$60 billion since 2020" is what it comes to.
    let since = |i: usize| {
        let dated = |q: &Quantity| matches!(q.kind, Kind::Year | Kind::Date);
        sentence.is(i, class::SINCE_DAY) && sentence.figure(i + 1).is_some_and(dated)
    };
    if sentence.figure(at).is_some_and(|q| q.kind == Kind::Money) && (start..end).any(since) {
        return Scope::Cumulative;
    }
    Some(at + 1..at + 2)
        .filter(|_| !share)
        .and_then(|next| found(sentence, cues(Where::After), next, end))
        .or_else(|| {
            let before = at.saturating_sub(3).max(start)..at;
            let level = || found(sentence, cues(Where::Level), before.clone(), at);
            found(sentence, cues(Where::Before), before.clone(), at)
                .or_else(|| event.then(level).flatten())
        })
        .or_else(|| found(sentence, cues(Where::Clause), start..end.max(start), end))
        .or_else(|| found(sentence, cues(Where::Rest), at + 1..end.max(at + 1), end))
        .or_else(|| {
            let first = (0..at).find(|&i| sentence.is_word(i))?;
            found(sentence, cues(Where::Opening), first..first + 1, at)
        })
        .map_or(Scope::Single, Scope::of)
}
