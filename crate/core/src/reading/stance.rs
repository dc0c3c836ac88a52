//! How the text holds a figure, and whether the figure is a part, an addition or a running total.

use super::governed::is_left_open;
use super::sentence::Sentence;
use crate::figures::{Kind, Quantity};
use crate::language::classes::Open;
use crate::language::phrases::Phrases;
use crate::language::words::lines;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::OnceLock;

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

#[derive(Debug, Default)]
struct Cues {
    before: Vec<(Stance, Phrases)>,
    after: Vec<(Stance, Phrases)>,
    rest: Vec<(Stance, Phrases)>,
    sentence: Vec<(Stance, Phrases)>,
    block: Vec<(Stance, Phrases)>,
    /// Hedges that, with an article after them, are said of a deal and not of its figure.
    hedge: Vec<&'static str>,
    scope_before: Vec<(Scope, Phrases)>,
    scope_after: Vec<(Scope, Phrases)>,
    scope_clause: Vec<(Scope, Phrases)>,
    scope_rest: Vec<(Scope, Phrases)>,
    scope_opening: Vec<(Scope, Phrases)>,
    /// Cues before the figure that make a running total of an event's amount, and a level of a state.
    scope_level: Vec<(Scope, Phrases)>,
    /// Lines of the data that say nothing known; a test holds that there are none.
    unread: Vec<&'static str>,
    /// Words of which a cue may be a part without leaving anything open: "said it would".
    asserted: Phrases,
    /// What the sentence after it begins with where it speaks of the figure, and how it goes on.
    openers: Phrases,
    next: Vec<(Stance, Phrases)>,
}

fn add<T: PartialEq>(list: &mut Vec<(T, Phrases)>, key: T, phrase: &str) {
    let at = list.iter().position(|(k, _)| *k == key).unwrap_or_else(|| {
        list.push((key, Phrases::default()));
        list.len() - 1
    });
    list[at].1.add(phrase);
}

fn cues() -> &'static Cues {
    static CUES: OnceLock<Cues> = OnceLock::new();
    CUES.get_or_init(|| {
        let mut cues = Cues::default();
        for line in lines(include_str!("../../data/reading/stance.txt")) {
            let mut parts = line.split('\t');
            let (Some(stance), Some(side), Some(phrase)) =
                (parts.next(), parts.next(), parts.next())
            else {
                cues.unread.push(line);
                continue;
            };
            let stance = match stance {
                "opener" => {
                    cues.openers.add(phrase);
                    continue;
                }
                "asserted" => {
                    cues.asserted.add(phrase);
                    continue;
                }
                "hypothetical" => Stance::Hypothetical,
                "denied" => Stance::Denied,
                "corrected" => Stance::Corrected,
                _ => {
                    cues.unread.push(line);
                    continue;
                }
            };
            let list = match side {
                "before" => &mut cues.before,
                "after" => &mut cues.after,
                "rest" => &mut cues.rest,
                "sentence" => &mut cues.sentence,
                "block" => &mut cues.block,
                "next" => &mut cues.next,
                "hedge" => {
                    cues.hedge.push(phrase);
                    continue;
                }
                _ => {
                    cues.unread.push(line);
                    continue;
                }
            };
            add(list, stance, phrase);
        }
        for line in lines(include_str!("../../data/reading/scope.txt")) {
            let mut parts = line.split('\t');
            let (Some(scope), Some(side), Some(phrase)) =
                (parts.next(), parts.next(), parts.next())
            else {
                cues.unread.push(line);
                continue;
            };
            let list = match side {
                "level" => &mut cues.scope_level,
                "before" => &mut cues.scope_before,
                "after" => &mut cues.scope_after,
                "clause" => &mut cues.scope_clause,
                "rest" => &mut cues.scope_rest,
                "opening" => &mut cues.scope_opening,
                _ => {
                    cues.unread.push(line);
                    continue;
                }
            };
            match scope {
                "part" => add(list, Scope::Part, phrase),
                "cumulative" => add(list, Scope::Cumulative, phrase),
                _ => cues.unread.push(line),
            }
        }
        cues
    })
}

/// The first cue whose phrase starts within `range` and does not run past `end`.
fn found<T: Copy>(
    sentence: &Sentence<'_>,
    list: &[(T, Phrases)],
    range: Range<usize>,
    end: usize,
) -> Option<T> {
    found_among(sentence, list, &range, end)
}

/// The same for cues that start at any of these items.
fn found_among<T: Copy>(
    sentence: &Sentence<'_>,
    list: &[(T, Phrases)],
    starts: &(impl Iterator<Item = usize> + Clone),
    end: usize,
) -> Option<T> {
    list.iter().find_map(|(key, phrases)| {
        starts
            .clone()
            .any(|at| {
                phrases
                    .forward(|i| sentence.plain(at + i))
                    .is_some_and(|n| at + n <= end)
            })
            .then_some(*key)
    })
}

/// The stance of the figure at item `at`; `asks` says whether the pattern's verb makes the statement, and
/// `predicate` where that verb stands, if before the figure.
pub(crate) fn stance(
    sentence: &Sentence<'_>,
    at: usize,
    asks: bool,
    predicate: Option<usize>,
) -> Stance {
    let cues = cues();
    let count = sentence.items.len();
    // What stands in brackets is said of what stands in them.
    let brackets = sentence.all_brackets();
    let outside = (0..count).filter(|&i| brackets[i] == brackets[at]);
    if let Some(stance) = found_among(sentence, &cues.sentence, &outside, count) {
        return stance;
    }
    if let Some(stance) = found(sentence, &cues.rest, at + 1..count, count) {
        return stance;
    }
    // "If it closes, Meta would …": a condition that opens the sentence holds for all of it.
    if matches!(
        sentence.plain(0),
        Some("if" | "should" | "unless" | "had" | "were")
    ) {
        return Stance::Hypothetical;
    }
    let start = sentence.clause_start(at);
    let end = sentence.clause_end(at);
    // A figure put right by another: "not $14.8 billion as reported".
    if let Some(stance) = found(sentence, &cues.after, at + 1..(at + 5).min(end), end) {
        return stance;
    }
    // "said that it would pay": what is announced is asserted, whatever cue is a part of the words.
    let announced: Vec<Range<usize>> = (start..at)
        .filter_map(|i| Some(i..i + sentence.phrase_from(&cues.asserted, i)?))
        .collect();
    let open = (start..at).filter(|i| !announced.iter().any(|words| words.contains(i)));
    if let Some(stance) = found_among(sentence, &cues.before, &open, at) {
        return stance;
    }
    if predicate.is_some_and(|verb| is_left_open(sentence, verb)) {
        return Stance::Hypothetical;
    }
    if asks && count > 0 && sentence.plain(count - 1) == Some("?") {
        return Stance::Questioned;
    }
    Stance::Asserted
}

/// "close to a $15 billion deal", "nearing a …": it is the deal that is near, not the figure.
pub(super) fn is_talked_of(figure: &Quantity, text: &str) -> bool {
    let hedge = text
        .get(figure.outer_start..figure.start)
        .unwrap_or("")
        .to_lowercase();
    let article = matches!(hedge.split_whitespace().next_back(), Some("a" | "an"));
    article && cues().hedge.iter().any(|near| hedge.starts_with(near))
}

/// Whether the block opens as a note of correction.
pub(crate) fn block_stance(opening: &Sentence<'_>) -> Option<Stance> {
    // Emphasis may stand before the first word.
    let first = (0..opening.items.len()).find(|&i| opening.is_word(i))?;
    cues().block.iter().find_map(|(stance, phrases)| {
        let length = phrases.forward(|i| opening.plain(first + i))?;
        matches!(
            opening.plain(first + length),
            Some(":" | "—" | "–" | "*" | "-" | ".") | None
        )
        .then_some(*stance)
    })
}

/// How many items of a sentence are looked at for what it says of the one before.
const REACH: usize = 8;

/// What a sentence says of the figures of the one before it: "That was ten times too low."
pub(crate) fn of_the_sentence_before(next: &Sentence<'_>) -> Option<Stance> {
    let cues = cues();
    let first = (0..next.items.len()).find(|&i| next.is_word(i))?;
    let verb = first + next.phrase_from(&cues.openers, first)?;
    // By how much it was too low is no word of the cue.
    let words: Vec<usize> = (verb..next.items.len().min(verb + REACH))
        .filter(|&i| next.figure(i).is_none())
        .collect();
    let word = |i: usize| words.get(i).and_then(|&i| next.plain(i));
    cues.next
        .iter()
        .find(|(_, phrases)| phrases.forward(word).is_some())
        .map(|(stance, _)| *stance)
}

/// The scope of the figure at item `at`, of an event or of a state.
pub(crate) fn scope(sentence: &Sentence<'_>, at: usize, event: bool) -> Scope {
    let cues = cues();
    let start = sentence.clause_start(at);
    // "…, the largest of the boom so far": behind a comma it is said of something else.
    let comma = (at..sentence.items.len()).find(|&i| sentence.plain(i) == Some(","));
    let part_of = |i: usize| sentence.plain(i + 2) == Some("first");
    let end = sentence
        .clause_end(at)
        .min(comma.filter(|&i| !part_of(i)).unwrap_or(usize::MAX));
    // What makes it a part stands right after the figure, or at most an adjective before it.
    // A share "of the company" is no part of a share.
    let whole = |i: usize| sentence.begins_any(&[Open::Company, Open::Equity], i);
    let share =
        sentence.figure(at).is_some_and(|q| q.kind == Kind::Percent) && (at + 3..at + 5).any(whole);
    // "$60 billion since 2020" is what it comes to.
    let since = |i: usize| {
        let dated = |q: &Quantity| matches!(q.kind, Kind::Year | Kind::Date);
        sentence.plain(i) == Some("since") && sentence.figure(i + 1).is_some_and(dated)
    };
    if sentence.figure(at).is_some_and(|q| q.kind == Kind::Money) && (start..end).any(since) {
        return Scope::Cumulative;
    }
    Some(at + 1..at + 2)
        .filter(|_| !share)
        .and_then(|next| found(sentence, &cues.scope_after, next, end))
        .or_else(|| {
            let before = at.saturating_sub(3).max(start)..at;
            let level = || found(sentence, &cues.scope_level, before.clone(), at);
            found(sentence, &cues.scope_before, before.clone(), at)
                .or_else(|| event.then(level).flatten())
        })
        .or_else(|| found(sentence, &cues.scope_clause, start..end.max(start), end))
        .or_else(|| found(sentence, &cues.scope_rest, at + 1..end.max(at + 1), end))
        .or_else(|| {
            let first = (0..at).find(|&i| sentence.is_word(i))?;
            found(sentence, &cues.scope_opening, first..first + 1, at)
        })
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_cues_is_read() {
        assert_eq!(cues().unread, Vec::<&str>::new());
    }
}
