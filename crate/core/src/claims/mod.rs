//! What each figure is about: entity, property, object, time, scope and stance.
//!
//! Frames (data of the reference set) say how texts state a property; the sentence fills their
//! places, the context fills what the sentence leaves open. In doubt a figure stays without a cell.

mod blocks;
pub(crate) mod context;
mod governed;
mod labels;
mod matching;
pub mod mentions;
pub(crate) mod roles;
pub(crate) mod sentence;
mod stance;
mod times;

pub use stance::{Scope, Stance};
pub use times::{When, birth};

use crate::article::{Article, Block};
use crate::figures::{Kind, Quantity, Unit};
use crate::language::words::Class;
use crate::page::Role;
use crate::reference::{Behaviour, Cell, Property, PropertyId, Reference};
use crate::text;
use blocks::ReadArticle;
use context::{Context, Place, Resolved, Wanted};
use matching::Match;
use roles::Filler;
use sentence::Sentence;
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
    let title = Block {
        index: 0,
        role: Role::Headline,
        text: article.title,
        row: 0,
    };
    let read = ReadArticle::new(&article.blocks, &title, &reference.names);
    let context = Context {
        reference,
        article: &read,
    };
    let mut claims = Vec::new();
    for index in 0..read.blocks.len() {
        claims.extend(block_claims(&context, index, article.published));
    }
    claims
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

/// "close to a $15 billion deal", "nearing a …": it is the deal that is near, not the figure.
fn is_talked_of(figure: &Quantity, text: &str) -> bool {
    let hedge = text
        .get(figure.outer_start..figure.start)
        .unwrap_or("")
        .to_lowercase();
    let near = [
        "close to",
        "near to",
        "nearing",
        "approaching",
        "closing in on",
    ];
    let mut words = hedge.split_whitespace().rev();
    matches!(words.next(), Some("a" | "an")) && near.iter().any(|n| hedge.starts_with(n))
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
    // Which of several belongs to which is told by their order alone: too much to guess.
    if (0..sentence.items.len()).any(|i| sentence.plain(i) == Some("respectively")) {
        return claim;
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
        .map(|property| takes(property, figure, sentence.text))
        .collect();
    if !taken.contains(&true) {
        return claim;
    }
    let accepts = |id: PropertyId| taken.get(id).copied().unwrap_or(false);
    let group = sentence.conversion_group(at);
    let fits = |found: &Match| {
        reference.set.properties.get(found.property).is_some_and(|property| {
            context.fits(&found.entity, &property.entity)
                && (property.object.is_empty() || context.fits(&found.object, &property.object))
        })
    };
    let found = matching::best(sentence, &reference.frames, &group, accepts, fits)
        .or_else(|| labels::labelled(context, sentence, at, place, &accepts));
    let Some(found) = found else { return claim };
    if let Some((cell, certainty)) = cell(context, sentence, at, place, &found) {
        claim.cell = Some(cell);
        claim.certainty = certainty;
    }
    let behaviour = reference
        .set
        .properties
        .get(found.property)
        .map(|p| p.behaviour);
    // What never changes has no time.
    if let Some(behaviour) = behaviour.filter(|b| *b != Behaviour::Fixed) {
        claim.when = times::when(sentence, at, behaviour, published);
    }
    if matches!(claim.when, When::Unsaid | When::Was)
        && let Some(period) = labels::date_above(context, place, published)
    {
        claim.when = When::At(period);
    }
    // Only amounts have parts and totals: "first climbed in 1953" is no first part.
    if matches!(behaviour, Some(Behaviour::Event | Behaviour::State)) {
        claim.scope = stance::scope(sentence, at);
    }
    claim.stance = if is_talked_of(figure, sentence.text) {
        Stance::Hypothetical
    } else {
        stance::stance(sentence, at, found.verb, found.predicate)
    };
    claim
}

/// Stance and scope of one quantity of a sentence, for texts that are read without a reference set;
/// `lower` is the text in ASCII lower case.
pub(crate) fn sentence_stance(
    (text, lower): (&str, &str),
    tokens: &[text::Token],
    range: std::ops::Range<usize>,
    quantities: &[Quantity],
    quantity: usize,
) -> (Stance, Scope) {
    let sentence = Sentence::new((text, lower), tokens, range, &[], quantities);
    sentence
        .item_of(quantity)
        .map_or_else(Default::default, |at| {
            (
                stance::stance(&sentence, at, true, None),
                stance::scope(&sentence, at),
            )
        })
}

/// Whether a lower-case word only ties others together.
pub(crate) fn is_function_word(word: &str) -> bool {
    let class = crate::language::words::class_of(word);
    class.is(Class::HARD) || class.is(Class::DETERMINER) || class.is(Class::ADVERB)
}

/// Whether a property takes this sort of quantity.
pub fn takes(property: &Property, quantity: &Quantity, text: &str) -> bool {
    property
        .kinds
        .iter()
        .any(|kind| kind == kind_name(quantity.kind))
        && match &quantity.unit {
            Unit::Noun { start, end } if !property.units.is_empty() => {
                let noun = text.get(*start..*end).unwrap_or("");
                property.units.iter().any(|unit| counts(noun, unit))
            }
            Unit::Named(name) if quantity.kind == Kind::Dimension => {
                property.units.is_empty() || property.units.iter().any(|unit| unit == name)
            }
            _ => true,
        }
}

/// Whether a noun phrase counts `unit`s: "employees", "full-time employees", "employees worldwide".
fn counts(noun: &str, unit: &str) -> bool {
    let at_start = |at: usize| at == 0 || noun.as_bytes()[at - 1] == b' ';
    noun.char_indices()
        .filter(|&(at, _)| at_start(at))
        .filter_map(|(at, _)| {
            let (head, rest) = noun[at..].split_at_checked(unit.len())?;
            head.eq_ignore_ascii_case(unit).then_some(rest)
        })
        .any(|rest| {
            let ending = rest.split(' ').next().unwrap_or("");
            matches!(ending, "" | "s" | "es")
        })
}

/// What a kind is called in reference sets and on the command line.
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Money => "money",
        Kind::Percent => "percent",
        Kind::PercentagePoint => "percentage-point",
        Kind::Age => "age",
        Kind::Count => "count",
        Kind::Number => "number",
        Kind::Fraction => "fraction",
        Kind::Multiple => "multiple",
        Kind::Duration => "duration",
        Kind::Year => "year",
        Kind::Date => "date",
        Kind::Dimension => "dimension",
        Kind::Temperature => "temperature",
        Kind::Ordinal => "ordinal",
        Kind::Score => "score",
    }
}

/// The cell of a frame's match, when both places are certain.
fn cell(
    context: &Context<'_, '_>,
    sentence: &Sentence<'_>,
    at: usize,
    place: Place,
    found: &Match,
) -> Option<(Cell, Certainty)> {
    let property = context.reference.set.properties.get(found.property)?;
    let resolve = |filler: &Filler, kinds: &[String], taken| match context.resolve(
        filler,
        sentence,
        at,
        place,
        &Wanted { kinds, taken },
    ) {
        Resolved::Known(entity) => Some(entity),
        Resolved::Nobody => None,
    };
    let fits = |filler: &Filler| context.fits(filler, &property.entity);
    if property.object.is_empty() {
        let filler = subject_if_missing(&found.entity, fits, sentence, at);
        let entity = resolve(&filler, &property.entity, None)?;
        let cell = Cell {
            property: found.property,
            entity,
            object: None,
        };
        return Some((cell, Certainty::Read));
    }
    // The place that the sentence names goes first; it rules out the other.
    let named = |filler: &Filler| match filler {
        Filler::Known(entity) => Some(*entity),
        _ => None,
    };
    let object_named = named(&found.object);
    let entity_filler = subject_if_missing(&found.entity, fits, sentence, at);
    let entity = resolve(&entity_filler, &property.entity, object_named)?;
    let cell = |entity, object| Cell {
        property: found.property,
        entity,
        object: Some(object),
    };
    let stated = |cell: &Cell| !context.reference.statements(*cell).is_empty();
    let object = resolve(&found.object, &property.object, Some(entity));
    if let Some(object) = object {
        let (named, swapped) = (cell(entity, object), cell(object, entity));
        // "The deal between A and B": where neither place is named, only one order may make sense.
        // "a $14.3B Meta investment" leaves open which of the two the name before the noun is.
        let open = found.entity == Filler::Missing && found.object == Filler::Missing
            || found.names_before_noun;
        if open && !stated(&named) && stated(&swapped) {
            return Some((swapped, Certainty::Read));
        }
        if found.object != Filler::Missing || stated(&named) {
            return Some((named, Certainty::Read));
        }
    }
    if found.object != Filler::Missing {
        return None;
    }
    // The text leaves open at what it was directed, and the page names just one thing that it can be.
    let mut possible = context
        .reference
        .cells_about(&[Some(entity)])
        .into_iter()
        .filter(|c| c.property == found.property && c.entity == entity)
        .filter(|c| c.object.is_some_and(|o| context.article.named.contains(&o)));
    match (possible.next(), possible.next()) {
        (Some(only), None) => Some((only, Certainty::Inferred)),
        _ => object.map(|object| (cell(entity, object), Certainty::Read)),
    }
}

/// A frame without a subject of its own takes the clause's, if that can be one.
fn subject_if_missing(
    filler: &Filler,
    fits: impl Fn(&Filler) -> bool,
    sentence: &Sentence<'_>,
    at: usize,
) -> Filler {
    if *filler != Filler::Missing {
        return filler.clone();
    }
    Some(sentence.subject(at)).filter(fits).unwrap_or(Filler::Missing)
}
