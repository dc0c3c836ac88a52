//! Who is meant where the sentence itself leaves it open: the nearest fitting entity named before,
//! in the paragraph, the paragraphs before it, the headings above it and the title, or nobody.

use super::blocks::{ReadArticle, ReadBlock};
use super::mentions::{Mention, Who};
use super::roles::{Anaphor, Filler};
use super::sentence::Sentence;
use crate::figures::{Kind, Quantity};
use crate::language::Language;
use crate::language::open::Open;
use crate::lexicon::class;
use crate::lexicon::forms;
use crate::page::Role;
use crate::reference::{EntityId, Vocabulary};
use std::ops::Range;

/// How many blocks back an entity may have been named.
const BLOCKS_BACK: usize = 4;
/// How many sentences back it may have been named. Beyond that a reader no longer knows who is meant, and
/// looking further for every figure of a long paragraph would take the square of its length.
const SENTENCES_BACK: usize = 30;

/// Where a figure stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) block: usize,
    pub(crate) sentence: usize,
}

/// The whole text as far as it matters for who is meant.
#[derive(Debug)]
pub(crate) struct Context<'r, 'p> {
    pub(crate) vocabulary: Vocabulary<'r>,
    pub(crate) article: &'r ReadArticle<'p>,
}

/// What a place of a property asks of its filler.
#[derive(Debug)]
pub(crate) struct Wanted<'w> {
    /// The kinds of entity the property takes in this place.
    pub(crate) kinds: &'w [String],
    /// The entity that already fills the other place.
    pub(crate) taken: Option<EntityId>,
}

/// Who fills a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Resolved {
    /// This entity.
    Known(EntityId),
    /// Somebody or something that the set does not know, or that stays open.
    Nobody,
}

/// Where a figure stands for which somebody is looked for: its sentence, its item there, and both in the article.
#[derive(Clone, Copy)]
pub(crate) struct Here<'s, 't> {
    pub(crate) sentence: &'s Sentence<'t>,
    pub(crate) at: usize,
    pub(crate) place: Place,
}

impl Context<'_, '_> {
    /// Whether a place with these kinds can be filled with what the frame found there.
    pub(crate) fn fits(&self, filler: &Filler, kinds: &[String]) -> bool {
        match filler {
            Filler::Known(entity) => self
                .fitting(*entity, &Wanted { kinds, taken: None })
                .is_some(),
            _ => true,
        }
    }

    /// The entity as one that a place takes: itself, or the one it acts for.
    fn fitting(&self, entity: EntityId, wanted: &Wanted<'_>) -> Option<EntityId> {
        let data = self.vocabulary.entity(entity)?;
        let fits = |kind: &str| wanted.kinds.iter().any(|k| k == kind);
        let entity = if fits(&data.kind) {
            entity
        } else {
            let owner = self.vocabulary.acts_for(entity)?;
            fits(&self.vocabulary.entity(owner)?.kind).then_some(owner)?
        };
        (wanted.taken != Some(entity)).then_some(entity)
    }

    /// The names in the sentence and the one before it, in the paragraph before where it is the first.
    fn mentions_around(&self, place: Place) -> impl Iterator<Item = &Mention> {
        let read = &self.article.blocks[place.block];
        let earlier = match (place.sentence.checked_sub(1), place.block.checked_sub(1)) {
            (Some(before), _) => Some((read, read.sentences[before].clone())),
            (None, Some(block)) => {
                let block = &self.article.blocks[block];
                block.sentences.last().map(|last| (block, last.clone()))
            }
            (None, None) => None,
        };
        let own = (read, read.sentences[place.sentence].clone());
        [Some(own), earlier]
            .into_iter()
            .flatten()
            .flat_map(|(block, range)| block.mentions_in(&range))
    }

    /// Whether somebody whom the set does not know is named in the sentence or the one before it.
    pub(crate) fn names_others(&self, place: Place) -> bool {
        self.mentions_around(place).any(|m| m.who == Who::Other)
    }

    /// The entities that are named in the sentence or the one before it, each once.
    pub(crate) fn named_around(&self, place: Place) -> impl Iterator<Item = EntityId> {
        let mut named: Vec<EntityId> = self
            .mentions_around(place)
            .filter_map(|m| match m.who {
                Who::Known(entity) => Some(entity),
                Who::Other => None,
            })
            .collect();
        crate::order::sort(&mut named);
        named.dedup();
        named.into_iter()
    }

    /// Who fills a place, given what the frame found there.
    pub(crate) fn resolve(
        &self,
        filler: &Filler,
        here: Here<'_, '_>,
        wanted: &Wanted<'_>,
    ) -> Resolved {
        match filler {
            Filler::Known(entity) => match self.fitting(*entity, wanted) {
                Some(entity) => Resolved::Known(entity),
                // The same one again: the text leaves the place open.
                None if wanted.taken == Some(*entity) => self.named_before(None, here, wanted),
                // Somebody of another kind, who is not meant.
                None => Resolved::Nobody,
            },
            Filler::Other | Filler::Phrase => Resolved::Nobody,
            Filler::Anaphor(anaphor) => self.named_before(Some(anaphor), here, wanted),
            Filler::Missing => self.named_before(None, here, wanted),
        }
    }

    fn named_before(
        &self,
        anaphor: Option<&Anaphor>,
        here: Here<'_, '_>,
        wanted: &Wanted<'_>,
    ) -> Resolved {
        let Here {
            sentence,
            at,
            place,
        } = here;
        let description = anaphor.and_then(|a| a.description.as_ref());
        let accept = |entity: EntityId| {
            let data = self.vocabulary.entity(entity)?;
            let possible = description.is_none_or(|d| self.vocabulary.names.may_mean(d, entity));
            let pronoun_fits = anaphor.is_none_or(|a| match a.kind {
                "thing" => data.kind != "person",
                Anaphor::NAMED => true,
                "organization" if self.is_sort_of_company(&data.kind) => true,
                kind => data.kind == kind || data.acts_for.is_some(),
            });
            let gender_fits =
                anaphor.is_none_or(|a| self.vocabulary.may_be_called(entity, sentence.lower(a.at)));
            if possible && pronoun_fits && gender_fits {
                self.fitting(entity, wanted)
            } else {
                None
            }
        };
        if let Some(found) = in_sentence(sentence, at, anaphor, &accept) {
            return found;
        }
        let title = &self.article.title;
        self.sentences_before(place)
            .find_map(|(block, range)| {
                in_order(
                    self.vocabulary.language,
                    block,
                    range,
                    anaphor.is_some(),
                    &accept,
                )
            })
            .or_else(|| {
                in_order(
                    self.vocabulary.language,
                    title,
                    title.sentences.first()?,
                    false,
                    &accept,
                )
            })
            .or_else(|| self.named_in_lead(here, anaphor, &accept))
            .unwrap_or(Resolved::Nobody)
    }

    /// Whether a set's own word for a kind of entity is one for companies: "firm", "bank".
    fn is_sort_of_company(&self, kind: &str) -> bool {
        self.vocabulary.language.phrases(Open::Company).has(kind)
    }

    /// Whom a headline describes and only the first sentence below it names: "Meta buys data firm", "28-year-old
    /// founder joins". Nobody where more than one fits, or somebody is named there whom the set does not know.
    fn named_in_lead(
        &self,
        here: Here<'_, '_>,
        anaphor: Option<&Anaphor>,
        accept: &impl Fn(EntityId) -> Option<EntityId>,
    ) -> Option<Resolved> {
        let Here {
            sentence,
            at,
            place,
        } = here;
        let aged = sentence.figure(at).is_some_and(|q| q.kind == Kind::Age);
        let described = anaphor.is_some_and(|a| a.description.is_some());
        if !sentence.headline || !(aged || described) {
            return None;
        }
        let below = self.article.blocks.get(place.block + 1..)?;
        let lead = below
            .iter()
            .take(BLOCKS_BACK)
            .find(|block| block.block.role == Role::Paragraph)?;
        let mentions = lead.mentions_in(lead.sentences.first()?);
        if mentions.iter().any(|m| m.who == Who::Other) {
            return None;
        }
        // "28-year-old Scale AI CEO": only who is known as that.
        let titled = |entity: EntityId| {
            let noun = (at + 1..at + 4).find_map(|i| {
                let length = sentence.class_from(Open::Person, i)?;
                let words: Vec<&str> = (i..i + length).map(|i| sentence.lower(i)).collect();
                Some(words.join(" "))
            });
            noun.is_some_and(|noun| self.vocabulary.names.described(&noun).contains(&entity))
        };
        let mut fitting = mentions.iter().filter_map(|m| match m.who {
            Who::Known(entity) => accept(entity).filter(|&entity| !aged || titled(entity)),
            Who::Other => None,
        });
        let first = fitting.next()?;
        fitting
            .all(|other| other == first)
            .then_some(Resolved::Known(first))
    }

    /// The sentences in which somebody meant at `place` may have been named, the nearest first; from each
    /// block above no more than from the figure's own.
    fn sentences_before(
        &self,
        place: Place,
    ) -> impl Iterator<Item = (&ReadBlock<'_>, &Range<usize>)> {
        let own = &self.article.blocks[place.block];
        let nearest = place.sentence.saturating_sub(SENTENCES_BACK)..place.sentence;
        let own = own.sentences[nearest]
            .iter()
            .rev()
            .map(move |range| (own, range));
        let above = self.above(place.block).flat_map(|block| {
            let sentences = block.sentences.iter().rev().take(SENTENCES_BACK);
            sentences.map(move |range| (block, range))
        });
        own.chain(above)
    }

    /// The blocks in which an entity meant in block `index` may have been named: those just before it,
    /// then the heading it stands under, then the headline.
    fn above(&self, index: usize) -> impl Iterator<Item = &ReadBlock<'_>> {
        let near = index.saturating_sub(BLOCKS_BACK);
        let above = self.article.blocks[index].above;
        let heading = above.heading.filter(|h| *h < near);
        let headline = above.headline.filter(|h| *h < near && Some(*h) != heading);
        (near..index)
            .rev()
            .chain(heading)
            .chain(headline)
            .map(|i| &self.article.blocks[i])
    }
}

/// The nearest fitting name in the figure's own sentence: before the figure first, then after it.
/// An unknown name that stands nearer keeps the place open.
fn in_sentence(
    sentence: &Sentence<'_>,
    at: usize,
    anaphor: Option<&Anaphor>,
    accept: &impl Fn(EntityId) -> Option<EntityId>,
) -> Option<Resolved> {
    // "The 28-year-old who leads Zuckerberg's lab", "The 41-year-old wants Wang, 28, to …": whoever owns something
    // or has another age is not whose age is told.
    let age = sentence.figure(at).is_some_and(|q| q.kind == Kind::Age);
    let other_age = |i: usize| {
        let ages = |q: &Quantity| matches!(q.kind, Kind::Age | Kind::Number);
        i + 2 != at
            && matches!(sentence.plain(i + 1), Some("," | "("))
            && sentence.figure(i + 2).is_some_and(ages)
            && matches!(sentence.plain(i + 3), Some("," | ")" | "."))
    };
    let owner = |i: usize| sentence.mention(i).is_some_and(|m| m.possessive);
    let look = |i: usize| match sentence.who(i)? {
        _ if age && (owner(i) || other_age(i)) => None,
        Who::Known(_) if sentence.is_another_occasion(i) => Some(Resolved::Nobody),
        Who::Known(entity) => accept(entity).map(Resolved::Known),
        Who::Other if is_located(sentence, i) => None,
        Who::Other => Some(Resolved::Nobody),
    };
    if let Some(anaphor) = anaphor {
        // A pronoun most often means the subject, which stands first: "Unlike X, Y is small; it …".
        let earlier = 0..at.min(anaphor.at);
        return earlier
            .clone()
            .filter(|&i| !sentence.is_within_phrase(i))
            .find_map(look)
            .or_else(|| followed_by(sentence, at).and_then(look))
            .or_else(|| earlier.clone().find_map(look));
    }
    let before = (0..at).rev().find_map(look);
    match before {
        Some(Resolved::Known(_)) => before,
        _ => match (at + 1..sentence.items.len())
            .filter(|&i| i == 0 || !sentence.begins(Open::Comparing, i - 1))
            .find_map(look)
        {
            Some(Resolved::Known(entity)) => Some(Resolved::Known(entity)),
            after => before.or(after),
        },
    }
}

/// "With its $14 billion bet, Meta …": what a phrase that opens the sentence is said of comes right after it.
fn followed_by(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    // "Two weeks after its $14 billion bet, Meta …"
    let lapse = sentence.figure(0).is_some_and(|q| q.kind == Kind::Duration);
    let opens = sentence.class(usize::from(lapse)).meets(class::PREPOSITION)
        && (0..at).all(|i| sentence.plain(i) != Some(",") && sentence.mention(i).is_none());
    let comma = (at..sentence.items.len()).find(|&i| sentence.plain(i) == Some(","))?;
    (opens && sentence.mention(comma + 1).is_some()).then_some(comma + 1)
}

/// "in Menlo Park", "on Monday": a name that says where, not who; or the place of a dateline, "Paris, June 13: …".
fn is_located(sentence: &Sentence<'_>, at: usize) -> bool {
    let sign = |i: usize, signs: &[&str]| sentence.plain(i).is_some_and(|s| signs.contains(&s));
    let dateline = at == 0
        && sign(1, &[","])
        && sentence.figure(2).is_some_and(|q| q.kind == Kind::Date)
        && sign(3, &[":", "—", "–", "-"]);
    dateline || at > 0 && sentence.is(at - 1, class::PLACE_BEFORE)
}

/// Whether what ends before token `end` is plainly a subject: an aside about it or a verb follows.
fn is_subject(language: Language, read: &ReadBlock<'_>, end: usize) -> bool {
    read.tokens.get(end).is_some_and(|token| {
        let word = token.of(&read.lower);
        let class = language.closed(word);
        word == ","
            || forms::is_past(word)
            || class.meets(class::AUXILIARY)
            || class.meets(class::PAST)
            || class.meets(class::PRESENT)
    })
}

/// The first fitting name of a sentence, which is most often its subject.
fn in_order(
    language: Language,
    read: &ReadBlock<'_>,
    range: &Range<usize>,
    anaphor: bool,
    accept: &impl Fn(EntityId) -> Option<EntityId>,
) -> Option<Resolved> {
    let mut open = false;
    for mention in read.mentions_in(range) {
        match mention.who {
            Who::Known(entity) => {
                if let Some(entity) = accept(entity) {
                    return Some(Resolved::Known(entity));
                }
            }
            Who::Other => {
                let located = mention.first > 0
                    && language
                        .closed(&crate::text::lowercase(
                            read.tokens[mention.first - 1].of(read.block.text),
                        ))
                        .meets(class::PREPOSITION);
                open |= !located && mention.first == range.start;
                // "Turing, which rivals Scale AI, raised $1. It …": a pronoun means the subject.
                if anaphor && open && is_subject(language, read, mention.end) {
                    return Some(Resolved::Nobody);
                }
            }
        }
    }
    // A sentence about somebody unknown: what follows may be about them.
    open.then_some(Resolved::Nobody)
}
