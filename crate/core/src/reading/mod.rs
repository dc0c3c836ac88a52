//! What a text tells of each of its figures: property, entity and object, time, scope and stance.
//!
//! Frames say how texts state a property; the sentence fills their places, the context fills what the sentence leaves
//! open. Nothing here knows what sources state: where the text alone does not settle whom a figure is told of, the
//! reading lists whom it can mean, and `align` chooses.

mod answers;
mod blocks;
mod cells;
mod clauses;
mod coreference;
mod described;
mod figure_reading;
mod governed;
mod layout;
mod lists;
mod matching;
mod mentions;
mod roles;
mod sentence;
mod stance;
mod subjects;
mod times;
pub(crate) mod words;

pub(crate) use figure_reading::Handed;
pub use figure_reading::{Candidate, FigureReading, Guess, Reading, Told};
pub use stance::{Scope, Stance};
pub use times::When;

use crate::article::{Article, Block};
use crate::figures::{Kind, Quantity};
use crate::language::Language;
use crate::lexicon::class;
use crate::page::Role;
use crate::reference::{Behaviour, Cell, EntityId, PropertyId, Vocabulary};
use blocks::ReadArticle;
pub(crate) use blocks::Skim;
use coreference::{Context, Place};
use matching::Match;
use roles::Filler;
use sentence::Sentence;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use time::Date;

/// How sure it is what a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Certainty {
    /// The text says it, or leaves it to the nearest entity before.
    #[default]
    Read,
    /// The text leaves it open, and sources state it of only one whom it can mean.
    Inferred,
}

/// Reads the figures of an article, the first blocks of whose page were skimmed before, and hands them
/// over one by one: a long page has tens of thousands, and most are only counted.
pub(crate) fn read(
    article: &Article<'_>,
    skims: Vec<Option<Skim>>,
    vocabulary: Vocabulary<'_>,
    mut hand_over: impl FnMut(Handed<'_>),
) {
    let title = Block {
        index: 0,
        role: Role::Headline,
        text: article.title,
        row: 0,
    };
    let read = ReadArticle::new(article, &title, vocabulary.names, skims);
    let context = Context {
        vocabulary,
        article: &read,
    };
    for (index, block) in read.blocks.iter().enumerate() {
        if read.may_be_about_any(index) {
            let figures = block_figures(&context, index, article.published);
            figures
                .into_iter()
                .map(Handed::Read)
                .for_each(&mut hand_over);
        } else {
            let figures = block.quantities.iter();
            figures.for_each(|figure| hand_over(Handed::Untold(index, figure)));
        }
    }
}

fn block_figures(
    context: &Context<'_, '_>,
    index: usize,
    published: Option<Date>,
) -> Vec<FigureReading> {
    let language = context.vocabulary.language;
    let read = &context.article.blocks[index];
    let mut figures = Vec::with_capacity(read.quantities.len());
    if read.quantities.is_empty() {
        return figures;
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
        let mut sentence = read.sentence(language, range.clone());
        sentence.headline = read.block.role == Role::Headline;
        sentence.names = Some(context.vocabulary.names);
        if number == 0 {
            opening_stance = stance::block_stance(&sentence);
        }
        let refuted = read
            .sentences
            .get(number + 1)
            .filter(|range| first < next && opens_on_another(language, read, range))
            .and_then(|range| {
                stance::of_the_sentence_before(&read.sentence(language, range.clone()))
            });
        for quantity in first..next {
            let place = Place {
                block: index,
                sentence: number,
            };
            let mut figure = Spot::read(context, &sentence, quantity, place, published);
            if let Some(stance) = refuted {
                let asserted = figure
                    .told
                    .iter_mut()
                    .filter(|t| t.stance == Stance::Asserted);
                asserted.for_each(|told| told.stance = stance);
            }
            if let Some(stance) = opening_stance {
                figure.stance = stance;
                for told in &mut figure.told {
                    told.stance = stance;
                }
            }
            figures.push(figure);
        }
    }
    figures
}

/// Whether a sentence begins with a word that may mean what was said before it.
fn opens_on_another(
    language: Language,
    read: &blocks::ReadBlock<'_>,
    range: &Range<usize>,
) -> bool {
    let class = language.closed(read.tokens[range.start].of(&read.lower));
    class.meets(class::PRONOUN) || class.meets(class::DETERMINER)
}

/// A figure in its sentence.
struct Spot<'s, 'r, 'p, 't> {
    context: &'s Context<'r, 'p>,
    sentence: &'s Sentence<'t>,
    figure: &'t Quantity,
    /// Its item in the sentence.
    at: usize,
    place: Place,
    published: Option<Date>,
    /// For each property whether it takes the figure.
    taken: Vec<bool>,
}

/// Where it stands what a figure is about: its own sentence, or the question that it answers.
struct Passage<'s, 't> {
    sentence: &'s Sentence<'t>,
    at: usize,
    place: Place,
    found: &'s Match,
}

impl<'t> Spot<'_, '_, '_, 't> {
    /// Reads what is told of the figure of that index.
    fn read(
        context: &Context<'_, '_>,
        sentence: &Sentence<'t>,
        quantity: usize,
        place: Place,
        published: Option<Date>,
    ) -> FigureReading {
        let figure = &sentence.quantities[quantity];
        let mut reading = FigureReading::untold(place.block, figure);
        let Some(at) = sentence.item_of(quantity) else {
            return reading;
        };
        // "Microsoft and Amazon paid $10bn and $4bn respectively": one sentence for each.
        if lists::says_respectively(sentence) {
            return match lists::share_of(sentence, at) {
                Some(share) => Self::read(context, &share, quantity, place, published),
                None => reading,
            };
        }
        let taken: Vec<bool> = (context.vocabulary.properties.iter())
            .map(|property| property.takes(figure))
            .collect();
        if !taken.contains(&true) {
            return reading;
        }
        reading.converts = sentence.is_conversion(at);
        reading.told = Spot {
            context,
            sentence,
            figure,
            at,
            place,
            published,
            taken,
        }
        .told();
        reading
    }

    fn accepts(&self, id: PropertyId) -> bool {
        self.taken.get(id).copied().unwrap_or(false)
    }

    /// The ways to read what it is about, the likeliest first.
    fn told(&self) -> Vec<Told> {
        let mut told = self.between_two();
        let group = self.sentence.conversion_group(self.at);
        let found = self
            .labelled()
            .or_else(|| self.pattern(self.sentence, &group));
        if let Some(found) = &found {
            let own = Passage {
                sentence: self.sentence,
                at: self.at,
                place: self.place,
                found,
            };
            told.push(self.about(&own, Some(found)));
        }
        // What answers a question is told in the question's words.
        if !told.last().is_some_and(Told::is_settled) {
            told.extend(self.in_question());
        }
        told
    }

    /// The most telling pattern that a sentence holds around the items of a figure.
    fn pattern(&self, sentence: &Sentence<'_>, group: &Range<usize>) -> Option<Match> {
        let (context, vocabulary) = (self.context, self.context.vocabulary);
        let fits = |found: &Match| {
            vocabulary.property(found.property).is_some_and(|property| {
                context.fits(&found.entity, &property.entity)
                    && (property.object.is_empty() || context.fits(&found.object, &property.object))
            })
        };
        let counts = |id| vocabulary.property(id).is_some_and(|p| !p.units.is_empty());
        let counted = |id: PropertyId, bare: bool| {
            self.accepts(id) && (bare || self.figure.kind != Kind::Number || !counts(id))
        };
        matching::best(sentence, vocabulary.patterns, group, counted, fits)
    }

    /// What may be told of a figure beside two names and nothing else: whatever sources state of the two, if that
    /// is one thing only.
    fn between_two(&self) -> Vec<Told> {
        let Some((one, other)) = self.pair_first() else {
            return Vec::new();
        };
        let vocabulary = self.context.vocabulary;
        let directed = (0..vocabulary.properties.len())
            .filter(|&id| self.accepts(id) && vocabulary.has_object(id));
        let cells: Vec<Cell> = directed
            .clone()
            .flat_map(|property| {
                [(one, other), (other, one)].map(|(entity, object)| Cell {
                    property,
                    entity,
                    object: Some(object),
                })
            })
            .collect();
        directed
            .map(|property| {
                let guess = Guess::OnlyStated(cells.clone());
                let found = Match::labelled(property, Filler::Known(one), Filler::Known(other));
                let own = Passage {
                    sentence: self.sentence,
                    at: self.at,
                    place: self.place,
                    found: &found,
                };
                Told {
                    candidates: vec![Candidate::new(guess, Certainty::Inferred)],
                    ..self.about(&own, Some(&found))
                }
            })
            .collect()
    }

    /// What is told about it in the question that it answers.
    fn in_question(&self) -> Vec<Told> {
        let question = answers::question(self.context, self.sentence, self.at, self.place);
        let Some(question) = question else {
            return Vec::new();
        };
        let quantities = question.quantities(self.figure);
        let pattern = |sentence: &Sentence<'_>, group: &Range<usize>| self.pattern(sentence, group);
        answers::readings(&question, &quantities, pattern)
            .iter()
            .map(|(sentence, at, found)| {
                let asked = Passage {
                    sentence,
                    at: *at,
                    place: question.place,
                    found,
                };
                self.about(&asked, None)
            })
            .collect()
    }

    /// What the figure is about where it stands there; `verb` is the match of its own sentence, if that has it.
    fn about(&self, there: &Passage<'_, '_>, verb: Option<&Match>) -> Told {
        let property = there.found.property;
        let behaviour = self.context.vocabulary.properties[property].behaviour;
        let (candidates, barred) = there.candidates(self.context);
        Told {
            property,
            candidates,
            barred,
            when: self.when(there, behaviour),
            // Only amounts have parts and totals: "first climbed in 1953" is no first part.
            scope: if matches!(behaviour, Behaviour::Event | Behaviour::State) {
                stance::scope(self.sentence, self.at, behaviour == Behaviour::Event)
            } else {
                Scope::Single
            },
            stance: if stance::is_talked_of(self.sentence.language, self.figure, self.sentence.text)
            {
                Stance::Hypothetical
            } else {
                let predicate = verb.and_then(|found| found.predicate);
                let states = verb.is_some_and(|found| found.verb);
                stance::stance(self.sentence, self.at, states, predicate)
            },
        }
    }

    fn when(&self, there: &Passage<'_, '_>, behaviour: Behaviour) -> When {
        // What never changes has no time.
        let said = if behaviour == Behaviour::Fixed {
            When::Unsaid
        } else {
            times::when(there.sentence, there.at, behaviour, self.published)
        };
        if matches!(said, When::Unsaid | When::Was)
            && let Some(period) = self.date_above()
        {
            return When::At(period);
        }
        if said == When::Unsaid
            && behaviour == Behaviour::Event
            && let Some(period) = self.date_below()
        {
            return When::At(period);
        }
        said
    }
}

impl Passage<'_, '_> {
    /// The cells that can be meant, and those among their entities of whom it cannot be told.
    fn candidates(&self, context: &Context<'_, '_>) -> (Vec<Candidate>, Vec<EntityId>) {
        if described::counts_people(self.sentence, self.at)
            || described::is_of_company(self.sentence, self.at)
        {
            return (Vec::new(), Vec::new());
        }
        let candidates = cells::candidates(context, self.sentence, self.at, self.place, self.found);
        let mut barred: Vec<EntityId> = candidates
            .iter()
            .flat_map(|candidate| candidate.guess.cells())
            .map(|cell| cell.entity)
            .collect();
        crate::order::sort(&mut barred);
        barred.dedup();
        barred.retain(|&entity| !self.may_be_of(context, entity));
        (candidates, barred)
    }

    /// Whether pronoun and description let it be told of that entity.
    fn may_be_of(&self, context: &Context<'_, '_>, entity: EntityId) -> bool {
        described::told_of(self.sentence, self.at)
            .is_none_or(|pronoun| context.vocabulary.may_be_called(entity, pronoun))
            && (self.found.entity != Filler::Missing
                || described::may_mean(
                    self.sentence,
                    self.at,
                    entity,
                    context.vocabulary.names,
                    context.names_others(self.place),
                ))
    }
}

/// Whether a lower-case word only ties others together.
pub(crate) fn is_function_word(language: Language, word: &str) -> bool {
    let class = language.closed(word);
    class.meets(class::HARD) || class.meets(class::DETERMINER) || class.meets(class::ADVERB)
}
