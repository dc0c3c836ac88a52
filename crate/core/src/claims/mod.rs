//! What each figure is about: entity, property, object, time, scope and stance.
//!
//! Frames (data of the reference set) say how texts state a property; the sentence fills their
//! places, the context fills what the sentence leaves open. In doubt a figure stays without a cell.

mod answers;
mod blocks;
mod cells;
mod context;
mod governed;
mod labels;
mod lists;
mod matching;
mod mentions;
mod persons;
mod roles;
mod sentence;
mod stance;
mod subjects;
mod times;

pub use stance::{Scope, Stance};
pub use times::When;

use crate::article::{Article, Block};
use crate::figures::{Kind, Quantity};
use crate::language::words::Class;
use crate::page::Role;
use crate::reference::{Behaviour, Cell, Property, PropertyId, Reference};
use crate::text;
use blocks::ReadArticle;
pub(crate) use blocks::Skim;
use context::{Context, Place};
use matching::Match;
use roles::Filler;
use sentence::Sentence;
use std::ops::Range;
use time::Date;

/// A quantity with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Index of the block in the article.
    pub block: usize,
    /// The figure.
    pub quantity: Quantity,
    /// What it is about, when that is certain.
    pub cell: Option<Cell>,
    /// How the cell was found.
    pub certainty: Certainty,
    /// When it is said to hold.
    pub when: When,
    /// Whether it is for the whole.
    pub scope: Scope,
    /// How the text holds it.
    pub stance: Stance,
}

/// How sure it is what a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Certainty {
    /// The text says it, or leaves it to the nearest entity before.
    #[default]
    Read,
    /// The text leaves the object open, and the page names only one that the sources know.
    Inferred,
}

/// Reads every claim of an article, one for each quantity, in reading order.
pub fn read(article: &Article<'_>, reference: &Reference) -> Vec<Claim> {
    let mut claims = Vec::new();
    read_skimmed(article, Vec::new(), reference, |claim| claims.push(claim));
    claims
}

/// Reads every claim of an article, the first blocks of whose page were skimmed before, and hands them
/// over one by one: a long page has tens of thousands, and most are only counted.
pub(crate) fn read_skimmed(
    article: &Article<'_>,
    skims: Vec<Option<Skim>>,
    reference: &Reference,
    hand_over: impl FnMut(Claim),
) {
    let title = Block {
        index: 0,
        role: Role::Headline,
        text: article.title,
        row: 0,
    };
    let read = ReadArticle::new(&article.blocks, &title, &reference.names, skims);
    let context = Context {
        reference,
        article: &read,
    };
    (0..read.blocks.len())
        .flat_map(|index| block_claims(&context, index, article.published))
        .for_each(hand_over);
}

fn block_claims(context: &Context<'_, '_>, index: usize, published: Option<Date>) -> Vec<Claim> {
    let read = &context.article.blocks[index];
    let mut claims = Vec::with_capacity(read.quantities.len());
    if read.quantities.is_empty() {
        return claims;
    }
    if !context.article.may_be_about_any(index) {
        claims.extend(
            read.quantities
                .iter()
                .map(|figure| unclaimed(index, figure)),
        );
        return claims;
    }
    let mut opening_stance = None;
    let mut next = 0;
    for (number, range) in read.sentences.iter().enumerate() {
        let end = read.tokens[range.end - 1].end as usize;
        let first = next;
        while read.quantities.get(next).is_some_and(|q| q.start < end) {
            next += 1;
        }
        if number > 0 && first == next {
            continue;
        }
        let sentence = Sentence::new(
            (read.block.text, &read.lower),
            &read.tokens,
            range.clone(),
            &read.mentions,
            &read.quantities,
        );
        if number == 0 {
            opening_stance = stance::block_stance(&sentence);
        }
        for quantity in first..next {
            let place = Place {
                block: index,
                sentence: number,
            };
            let mut claim = figure_claim(context, &sentence, quantity, place, published);
            if let Some(stance) = opening_stance {
                claim.stance = stance;
            }
            claims.push(claim);
        }
    }
    claims
}

/// A figure of which nothing is known but that it stands there.
fn unclaimed(block: usize, figure: &Quantity) -> Claim {
    Claim {
        block,
        quantity: figure.clone(),
        cell: None,
        certainty: Certainty::Read,
        when: When::Unsaid,
        scope: Scope::Single,
        stance: Stance::Asserted,
    }
}

fn figure_claim(
    context: &Context<'_, '_>,
    sentence: &Sentence<'_>,
    quantity: usize,
    place: Place,
    published: Option<Date>,
) -> Claim {
    let figure = &sentence.quantities[quantity];
    let mut claim = unclaimed(place.block, figure);
    let Some(at) = sentence.item_of(quantity) else {
        return claim;
    };
    // "Microsoft and Amazon paid $10bn and $4bn respectively": one sentence for each.
    if lists::says_respectively(sentence) {
        return match lists::share_of(sentence, at) {
            Some(share) => figure_claim(context, &share, quantity, place, published),
            None => claim,
        };
    }
    let reference = context.reference;
    // In `£10.6bn ($14.3bn)` either may be the one that sources state; a currency they never use is
    // the conversion.
    if sentence.is_conversion(at) && !reference.states_currency(&figure.unit) {
        return claim;
    }
    let taken: Vec<bool> = reference
        .set
        .properties
        .iter()
        .map(|property| property.takes(figure))
        .collect();
    if !taken.contains(&true) {
        return claim;
    }
    let accepts = |id: PropertyId| taken.get(id).copied().unwrap_or(false);
    let group = sentence.conversion_group(at);
    let fits = |found: &Match| {
        reference
            .set
            .properties
            .get(found.property)
            .is_some_and(|property| {
                context.fits(&found.entity, &property.entity)
                    && (property.object.is_empty() || context.fits(&found.object, &property.object))
            })
    };
    let counted = |id: PropertyId, bare: bool| {
        let counts = |p: &Property| !p.units.is_empty();
        accepts(id)
            && (bare
                || figure.kind != Kind::Number
                || !reference.set.properties.get(id).is_some_and(counts))
    };
    let frames = |sentence: &Sentence<'_>, group: &Range<usize>| {
        matching::best(sentence, &reference.frames, group, counted, fits)
    };
    let stated = labels::labelled(context, sentence, at, place, &accepts)
        .or_else(|| frames(sentence, &group));
    let in_sentence = stated.as_ref().map(|found| {
        Told {
            sentence,
            at,
            place,
            found,
        }
        .about(context, published)
    });
    // What answers a question is told in the question's words.
    let in_question = match &in_sentence {
        Some(About { cell: Some(_), .. }) => None,
        _ => in_question(context, sentence, at, place, published, frames),
    };
    let answers = in_question.is_some();
    let Some(about) = in_question.or(in_sentence) else {
        return claim;
    };
    if let Some((cell, certainty)) = about.cell {
        claim.cell = Some(cell);
        claim.certainty = certainty;
    }
    claim.when = about.when;
    if matches!(claim.when, When::Unsaid | When::Was)
        && let Some(period) = labels::date_above(context, place, published)
    {
        claim.when = When::At(period);
    }
    if claim.when == When::Unsaid
        && about.behaviour == Behaviour::Event
        && let Some(period) = labels::date_below(context, place, figure, published)
    {
        claim.when = When::At(period);
    }
    // Only amounts have parts and totals: "first climbed in 1953" is no first part.
    if matches!(about.behaviour, Behaviour::Event | Behaviour::State) {
        claim.scope = stance::scope(sentence, at, about.behaviour == Behaviour::Event);
    }
    let verb = stated.filter(|_| !answers);
    claim.stance = if stance::is_talked_of(figure, sentence.text) {
        Stance::Hypothetical
    } else {
        let predicate = verb.as_ref().and_then(|found| found.predicate);
        stance::stance(
            sentence,
            at,
            verb.is_some_and(|found| found.verb),
            predicate,
        )
    };
    claim
}

/// What is told about the figure at item `at` in the question that it answers, when that is certain.
fn in_question(
    context: &Context<'_, '_>,
    sentence: &Sentence<'_>,
    at: usize,
    place: Place,
    published: Option<Date>,
    frames: impl Fn(&Sentence<'_>, &Range<usize>) -> Option<Match>,
) -> Option<About> {
    let question = answers::question(context, sentence, at, place)?;
    let quantities = question.quantities(sentence.figure(at)?);
    answers::readings(&question, &quantities, frames)
        .iter()
        .map(|(sentence, at, found)| {
            Told {
                sentence,
                at: *at,
                place: question.place,
                found,
            }
            .about(context, published)
        })
        .find(|about| about.cell.is_some())
}

/// What a figure is about.
struct About {
    cell: Option<(Cell, Certainty)>,
    behaviour: Behaviour,
    when: When,
}

/// Where it stands what a figure is about: its own sentence, or the question that it answers.
struct Told<'s, 't> {
    sentence: &'s Sentence<'t>,
    at: usize,
    place: Place,
    found: &'s Match,
}

impl Told<'_, '_> {
    fn about(&self, context: &Context<'_, '_>, published: Option<Date>) -> About {
        let behaviour = context.reference.set.properties[self.found.property].behaviour;
        About {
            cell: self.cell(context),
            behaviour,
            // What never changes has no time.
            when: if behaviour == Behaviour::Fixed {
                When::Unsaid
            } else {
                times::when(self.sentence, self.at, behaviour, published)
            },
        }
    }

    /// The cell, when it is certain.
    fn cell(&self, context: &Context<'_, '_>) -> Option<(Cell, Certainty)> {
        if persons::counts_people(self.sentence, self.at)
            || persons::is_of_company(self.sentence, self.at)
        {
            return None;
        }
        let (cell, certainty) =
            cells::cell(context, self.sentence, self.at, self.place, self.found)?;
        if persons::told_of(self.sentence, self.at)
            .is_some_and(|pronoun| !context.may_be_called(cell.entity, pronoun))
        {
            return None;
        }
        let meant = self.found.entity != Filler::Missing
            || persons::may_mean(
                self.sentence,
                self.at,
                cell.entity,
                &context.reference.names,
                context.names_others(self.place),
            );
        meant.then_some((cell, certainty))
    }
}

/// Stance and scope of one quantity of a sentence, for texts that are read without a reference set;
/// `lower` is the text in ASCII lower case.
pub(crate) fn sentence_stance(
    (text, lower): (&str, &str),
    tokens: &[text::Token],
    range: Range<usize>,
    quantities: &[Quantity],
    quantity: usize,
) -> (Stance, Scope) {
    let sentence = Sentence::new((text, lower), tokens, range, &[], quantities);
    sentence
        .item_of(quantity)
        .map_or_else(Default::default, |at| {
            (
                stance::stance(&sentence, at, true, None),
                stance::scope(&sentence, at, true),
            )
        })
}

/// Whether a lower-case word only ties others together.
pub(crate) fn is_function_word(word: &str) -> bool {
    let class = crate::language::words::class_of(word);
    class.is(Class::HARD) || class.is(Class::DETERMINER) || class.is(Class::ADVERB)
}
