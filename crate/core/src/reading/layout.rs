//! Layouts in which a label stands before its value: "Scale AI: $14.3 billion" in a list under
//! "Biggest deals", "Valuation: $29 billion", the cells of a table row.

use super::Spot;
use super::blocks::{REACH, ReadBlock};
use super::coreference::Context;
use super::matching::Match;
use super::mentions::Who;
use super::roles::Filler;
use super::sentence::Sentence;
use crate::calendar::Period;
use crate::figures::{Kind, Quantity};
use crate::lexicon::class;
use crate::page::Role;
use crate::reference::EntityId;
use time::Date;

impl Spot<'_, '_, '_, '_> {
    /// The property and places that a label-value layout gives the figure at item `at`.
    pub(super) fn labelled(&self) -> Option<Match> {
        let Self {
            context,
            sentence,
            at,
            place,
            ..
        } = *self;
        let read = &context.article.blocks[place.block];
        if let Some(found) = self.value_first().or_else(|| self.listed()) {
            return Some(found);
        }
        let label = if read.block.role == Role::Cell {
            if at > 0 || place.sentence > 0 {
                return None;
            }
            row_label(context, place.block)?
        } else {
            // Only "Label: value", nothing else before the value.
            let colon = (0..at).rev().find(|&i| sentence.plain(i) == Some(":"))?;
            if !(colon + 1..at).all(|i| sentence.is_light(i) && !sentence.is_word(i)) {
                return None;
            }
            Label::of(sentence, colon)
        };
        let has_object = |property| context.vocabulary.has_object(property);
        if let Some(property) = self.named_by(&label.words) {
            // "Meta's investment in Scale AI: …", "Scale AI's valuation: …", "Valuation: …".
            let mut names = label.names.into_iter();
            let first = names
                .next()
                .map(|(filler, possessive)| (Filler::from(filler), possessive));
            let second = names
                .next()
                .map_or(Filler::Missing, |(filler, _)| filler.into());
            let (entity, object) = match first {
                None => (Filler::Missing, Filler::Missing),
                // One name, and not as an owner, is what the deal is about.
                Some((name, false)) if has_object(property) && second == Filler::Missing => {
                    (Filler::Missing, name)
                }
                Some((name, _)) => (name, second),
            };
            return Some(Match::labelled(property, entity, object));
        }
        // "Scale AI: …" under "Meta's deals": the heading says of what.
        let (name, _) = *label.names.first()?;
        if !matches!(read.block.role, Role::Item | Role::Cell | Role::Paragraph) {
            return None;
        }
        let heading = heading_above(context, place.block)?;
        let property = self.named_by(heading.block.text)?;
        Some(if has_object(property) {
            // The heading says whose deals they are; without one the row stays open.
            let owner = heading
                .mentions
                .first()
                .map_or(Filler::Missing, |m| m.who.into());
            Match::labelled(property, owner, name.into())
        } else {
            Match::labelled(property, name.into(), Filler::Missing)
        })
    }

    /// A heading that puts the figure first, "$14.3B: what the money buys", is about what the headline names.
    fn value_first(&self) -> Option<Match> {
        let Self {
            context,
            sentence,
            at,
            place,
            ..
        } = *self;
        let read = &context.article.blocks[place.block];
        if at > 0
            || place.sentence > 0
            || !matches!(read.block.role, Role::Heading | Role::Headline)
            || !matches!(sentence.plain(1), Some(":" | "—" | "–"))
        {
            return None;
        }
        let above = read
            .above
            .headline
            .map_or(&context.article.title, |headline| {
                &context.article.blocks[headline]
            });
        let property = self.named_by(above.block.text)?;
        Some(Match::labelled(property, Filler::Missing, Filler::Missing))
    }

    /// "Instagram – $1bn (2012)", "2012: Instagram, $1 billion" under "Meta's deals": a name and its figure in a
    /// list whose heading says whose and what.
    fn listed(&self) -> Option<Match> {
        let Self {
            context,
            sentence,
            at,
            place,
            ..
        } = *self;
        let sign = at.checked_sub(1)?;
        if place.sentence > 0 || !matches!(sentence.plain(sign), Some("–" | "—" | "-" | "," | "("))
        {
            return None;
        }
        // "**Instagram** ($1bn, 2012)": emphasis closes before the sign.
        let emphasis = |i: &usize| matches!(sentence.plain(*i), Some("*" | "_"));
        let name = (0..sign).rev().find(|i| !emphasis(i))?;
        let who = sentence.who(name)?;
        let dated = |i: usize| sentence.figure(i).is_some_and(|q| q.kind == Kind::Year);
        if !(0..name).all(|i| {
            !sentence.is_word(i) && sentence.mention(i).is_none() && {
                sentence.figure(i).is_none() || dated(i)
            }
        }) {
            return None;
        }
        let heading = heading_above(context, place.block)?;
        let property = self.named_by(heading.block.text)?;
        let [owner] = &heading.mentions[..] else {
            return None;
        };
        let has_object = context.vocabulary.has_object(property);
        (has_object && owner.possessive && matches!(owner.who, Who::Known(_)))
            .then(|| Match::labelled(property, owner.who.into(), who.into()))
    }

    /// "Meta – Scale AI – $14.3 billion", "Meta + Scale AI = $14.3B": two names and nothing else before the
    /// figure. Neither says what is stated of the two.
    pub(super) fn pair_first(&self) -> Option<(EntityId, EntityId)> {
        let Self {
            context,
            sentence,
            at,
            place,
            ..
        } = *self;
        if context.article.blocks[place.block].block.role == Role::Cell {
            return pair(&row_names(context, place.block)?);
        }
        let sign = at.checked_sub(1)?;
        if !matches!(
            sentence.plain(sign),
            Some(":" | "=" | "–" | "—" | "-" | "|" | ",")
        ) {
            return None;
        }
        // "2025: Meta–Scale AI, $14.3bn": a comma does only where a dash joins the names.
        let dash = |i: usize| matches!(sentence.plain(i), Some("–" | "—" | "-" | "/"));
        if sentence.plain(sign) == Some(",") && !(0..sign).any(dash) {
            return None;
        }
        let joins = |i: usize| {
            sentence.mention(i).is_some()
                || !sentence.is_word(i)
                || sentence.is(i, class::LETTER_X | class::AND)
        };
        let names: Vec<Who> = (0..sign).filter_map(|i| sentence.who(i)).collect();
        let dated = |i: usize| i == 0 && sentence.figure(i).is_some_and(|q| q.kind == Kind::Year);
        if !(0..sign).all(|i| dated(i) || joins(i) && sentence.figure(i).is_none()) {
            return None;
        }
        pair(&names)
    }

    /// The time that the start of the block or the heading above it gives to all that follows:
    /// "May 2024: …", "[2023-01-16] …", "Current state (early 2026)".
    pub(super) fn date_above(&self) -> Option<Period> {
        let Self {
            context,
            place,
            published,
            ..
        } = *self;
        let read = &context.article.blocks[place.block];
        let opening = read.quantities.first().filter(|q| {
            let before = read.block.text.get(..q.start).unwrap_or("");
            let after = read.block.text.get(q.end..).unwrap_or("");
            let short = before.split_whitespace().count() <= 2
                && before.chars().all(|c| {
                    c.is_alphanumeric() || c.is_whitespace() || "*-–•[(_#\u{a0}".contains(c)
                });
            short
                && after
                    .trim_start_matches(['*', '_'])
                    .starts_with([':', ']', ')', '–', '—'])
        });
        if let Some(period) = opening.and_then(|q| q.period(published)) {
            return Some(period);
        }
        let heading = &context.article.blocks[read.above.heading?];
        heading
            .quantities
            .iter()
            .take(HEADING)
            .filter_map(|q| q.period(published))
            .find(super::super::calendar::Period::is_known)
            .filter(|period| !is_dateline(*period, published))
            .filter(|_| heading.block.role == Role::Heading)
    }

    /// The time that the sentence below a heading gives to the figure that both tell: "Norvex's $1 billion bet on
    /// Turing" above "… a $1 billion investment in 2019".
    pub(super) fn date_below(&self) -> Option<Period> {
        let Self {
            context,
            place,
            figure,
            published,
            ..
        } = *self;
        let read = &context.article.blocks[place.block];
        let heads = matches!(read.block.role, Role::Heading | Role::Headline)
            || read.sentences.len() == 1
                && !read.block.text.trim_end().ends_with(['.', '!', '?', ':']);
        let below = context
            .article
            .blocks
            .get(place.block + 1)
            .filter(|_| heads)?;
        let first = below.sentences.first()?;
        let end = below.tokens.get(first.end.checked_sub(1)?)?.end as usize;
        let told = || below.quantities.iter().take_while(|q| q.start < end);
        let same =
            |q: &&Quantity| q.kind == figure.kind && q.unit == figure.unit && q.low == figure.low;
        let mut times = told().filter_map(|q| q.period(published));
        match (told().find(same), times.next(), times.next()) {
            (Some(_), Some(time), None) => Some(time),
            _ => None,
        }
    }

    /// The property whose label stands in a text, among those that take the figure.
    fn named_by(&self, text: &str) -> Option<usize> {
        let context = self.context;
        let text = crate::text::lowercase(text);
        let words: Vec<&str> = text
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .collect();
        // The head comes first: "valuation after the deal" is no deal, and "deal value" longer than "value".
        (0..context.vocabulary.properties.len())
            .filter(|&id| self.accepts(id))
            .flat_map(|id| {
                let labels = &context.vocabulary.properties[id].labels;
                labels
                    .iter()
                    .map(move |label| (id, crate::text::lowercase(label)))
            })
            .filter_map(|(id, label)| {
                let length = label.split(' ').count();
                let place = words.windows(length).position(|w| w.join(" ") == label)?;
                Some((place, usize::MAX - length, id))
            })
            .min()
            .map(|(_, _, id)| id)
    }
}

/// How many cells of a row are looked at before a cell.
const COLUMNS: usize = 50;
/// How many words a heading may have that says what the list or section below it is about.
const HEADING: usize = 60;

/// The cells of its row before a cell, nearest first.
fn cells_before<'c, 'p>(
    context: &Context<'c, 'p>,
    index: usize,
) -> impl Iterator<Item = &'c ReadBlock<'p>> {
    let row = context.article.blocks[index].block.row;
    context.article.blocks[..index]
        .iter()
        .rev()
        .take(COLUMNS)
        .take_while(move |b| b.block.role == Role::Cell && b.block.row == row)
}

/// The names in the cells before a cell of a row, when each holds one and nothing else.
fn row_names(context: &Context<'_, '_>, index: usize) -> Option<Vec<Who>> {
    cells_before(context, index)
        .map(|b| match &b.mentions[..] {
            [only] if only.end - only.first == b.tokens.len() => Some(only.who),
            _ => None,
        })
        .collect()
}

/// Two names and no other.
fn pair(names: &[Who]) -> Option<(EntityId, EntityId)> {
    match *names {
        [Who::Known(one), Who::Known(other)] => Some((one, other)),
        _ => None,
    }
}

/// What stands before a value: its words, and the names among them with whether they own.
struct Label {
    words: String,
    names: Vec<(Who, bool)>,
}

impl Label {
    fn of(sentence: &Sentence<'_>, end: usize) -> Self {
        Self {
            words: (0..end)
                .filter_map(|i| sentence.plain(i))
                .collect::<Vec<_>>()
                .join(" "),
            names: (0..end)
                .filter_map(|i| sentence.mention(i))
                .map(|m| (m.who, m.possessive))
                .collect(),
        }
    }
}

/// The first cell of the row that block `index` is a cell of.
fn row_label(context: &Context<'_, '_>, index: usize) -> Option<Label> {
    let (before, first) = cells_before(context, index).enumerate().last()?;
    if before + 1 == COLUMNS {
        return None;
    }
    Some(Label {
        words: first.lower.clone(),
        names: first
            .mentions
            .iter()
            .map(|m| (m.who, m.possessive))
            .collect(),
    })
}

/// The heading, or the line that introduces the list, above a block.
fn heading_above<'c, 'p>(context: &Context<'c, 'p>, index: usize) -> Option<&'c ReadBlock<'p>> {
    context.article.blocks[..index]
        .iter()
        .rev()
        .take(REACH)
        .find(|b| {
            matches!(b.block.role, Role::Heading | Role::Headline | Role::Caption)
                || b.block.role == Role::Paragraph && b.block.text.trim_end().ends_with(':')
        })
        .filter(|b| b.tokens.len() <= HEADING)
}

/// How many days may lie between an article's day and that of its byline.
const BYLINE: i32 = 3;

/// Whether a time is the article's own day, which says nothing of what follows.
fn is_dateline(period: Period, published: Option<Date>) -> bool {
    let (Some(from), Some(day)) = (period.from, published) else {
        return false;
    };
    let apart = day.to_julian_day() - from.to_julian_day();
    period.from == period.to && apart.abs() <= BYLINE
}
