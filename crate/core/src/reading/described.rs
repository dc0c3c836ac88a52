//! Whether a description with a figure in it, "the 28-year-old founder", can mean somebody named before, or
//! tells of somebody else.

use super::sentence::{Sentence, is_dress};
use crate::figures::Kind;
use crate::language::names::Names;
use crate::language::open::Open;
use crate::lexicon::class;
use crate::reference::EntityId;

/// Whether the noun phrase around the age at item `at` may mean that entity.
///
/// `others_named` says whether somebody whom the set does not know is named there or in the sentence before.
pub(super) fn may_mean(
    sentence: &Sentence<'_>,
    at: usize,
    entity: EntityId,
    names: &Names,
    others_named: bool,
) -> bool {
    let Some(figure) = sentence.figure(at) else {
        return true;
    };
    if figure.kind != Kind::Age {
        return true;
    }
    let described = (at + 1..at + 4)
        .take_while(|&i| sentence.is_light(i))
        .find_map(|i| Some((i, sentence.class_from(Open::Person, i)?)));
    let Some((noun, length)) = described else {
        // "The 28-year-old …" is who was told of just before, if nobody else was.
        return !sentence.is(0, class::THE) || at != 1 || !others_named;
    };
    // "a 45-year-old executive" is somebody new.
    if at > 0 && sentence.is(at - 1, class::INDEFINITE) || figure_opens_with_article(sentence, at) {
        return false;
    }
    // "Meta's 40-year-old finance chief", "the 31-year-old chief of staff": only who is known as that.
    let owned = at > 0 && sentence.possessor(at - 1).is_some();
    let of_something = sentence.is(noun + length, class::OF);
    if !owned && !of_something {
        return true;
    }
    let phrase: Vec<&str> = (at + 1..noun + length)
        .filter(|&i| !sentence.plain(i).is_some_and(is_dress))
        .map(|i| sentence.lower(i))
        .collect();
    names.described(&phrase.join(" ")).contains(&entity)
}

/// "one of six billionaires": a bare number of people is nobody's age.
pub(super) fn counts_people(sentence: &Sentence<'_>, at: usize) -> bool {
    let bare = sentence
        .figure(at)
        .is_some_and(|figure| figure.kind == Kind::Number);
    let noun = |i: usize| sentence.is_light(i) && sentence.is_word(i);
    bare && (at + 1..at + 5)
        .take_while(|&i| noun(i) || sentence.plain(i).is_some_and(is_dress))
        .any(|i| sentence.begins(Open::Person, i) && sentence.lower(i).ends_with('s'))
}

/// "the nine-year-old startup": an age that a company has. "The 28-year-old startup founder" has one himself.
pub(super) fn is_of_company(sentence: &Sentence<'_>, at: usize) -> bool {
    if sentence
        .figure(at)
        .is_none_or(|figure| figure.kind != Kind::Age)
    {
        return false;
    }
    let noun = (at + 1..at + 5)
        .take_while(|&i| sentence.is_light(i))
        .find_map(|i| Some(i + sentence.class_from(Open::Company, i)?));
    noun.is_some_and(|after| {
        !(sentence.begins(Open::Person, after)
            || sentence.begins(Open::Company, after)
            || sentence.mention(after).is_some())
    })
}

/// The pronoun that an age is told with, "when she was 21", where nobody is named in between.
pub(super) fn told_of<'t>(sentence: &Sentence<'t>, at: usize) -> Option<&'t str> {
    let figure = sentence.figure(at)?;
    if !matches!(figure.kind, Kind::Age | Kind::Number) {
        return None;
    }
    let nearest = (0..at).rev().find(|&i| {
        sentence.mention(i).is_some()
            || sentence
                .plain(i)
                .is_some_and(|word| sentence.language.personal_pronoun(word).is_some())
    })?;
    sentence.plain(nearest)
}

/// Whether the article of the phrase belongs to the figure as it was read.
fn figure_opens_with_article(sentence: &Sentence<'_>, at: usize) -> bool {
    (sentence.lower(at).split_once(' '))
        .is_some_and(|(first, _)| sentence.language.classes_of(first).meets(class::INDEFINITE))
}
