//! What a text tells of a figure, and what it leaves open: the cells that can be meant, in the order in which the text
//! makes them likely. Which of them it is, where that depends on what sources state, is for `align` to say.

use super::{Certainty, Scope, Stance, When};
use crate::article::Article;
use crate::figures::Quantity;
use crate::reference::{Cell, EntityId, PropertyId, Reference};
use serde::{Deserialize, Serialize};
use time::Date;

/// An article as it was read: its figures in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The day that the article speaks from, where it says it.
    pub published: Option<Date>,
    /// The figures, each with what is told of it.
    pub figures: Vec<FigureReading>,
}

impl Reading {
    /// Reads an article with the words of a set: whom it knows and what can be stated. What the set's sources state
    /// plays no part.
    pub fn of(article: &Article<'_>, reference: &Reference) -> Self {
        let mut figures = Vec::new();
        super::read(article, Vec::new(), reference.vocabulary(), |figure| {
            figures.push(figure.into_reading());
        });
        Self {
            published: article.published,
            figures,
        }
    }
}

/// A figure of an article, as it is handed over.
#[expect(
    clippy::large_enum_variant,
    reason = "they are handed over one by one, and none is kept as it comes"
)]
pub(crate) enum Handed<'a> {
    /// One that nobody is near of whom it could be told, and the index of its block: on a long page nearly all.
    Untold(usize, &'a Quantity),
    /// One with what is told of it.
    Read(FigureReading),
}

impl Handed<'_> {
    /// What is told of it, be it nothing.
    pub(crate) fn into_reading(self) -> FigureReading {
        match self {
            Self::Untold(block, figure) => FigureReading::untold(block, figure),
            Self::Read(reading) => reading,
        }
    }
}

/// A figure with all that its text tells of it. Knows no statement of any source, owns what it holds, and can be
/// stored; entities and properties are those of the vocabulary that it was read with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureReading {
    /// Index of the block in the article.
    pub block: usize,
    /// The figure.
    pub quantity: Quantity,
    /// Whether it only converts the figure before its bracket: `£10.6bn ($14.3bn)`.
    pub converts: bool,
    /// How the block that it stands in holds all its figures.
    pub stance: Stance,
    /// The ways to read what it is about, the likeliest first; none for a figure that no property takes.
    pub told: Vec<Told>,
}

/// One way to read what a figure is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// What is stated.
    pub property: PropertyId,
    /// Whom it can be stated of, tried in their order.
    pub candidates: Vec<Candidate>,
    /// Entities of whom it cannot be told, by a pronoun or a description.
    pub barred: Vec<EntityId>,
    /// When it is said to hold.
    pub when: When,
    /// Whether it is for the whole.
    pub scope: Scope,
    /// How the text holds it.
    pub stance: Stance,
}

/// A guess at the cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The guess.
    pub guess: Guess,
    /// How sure it would be.
    pub certainty: Certainty,
    /// Where sources state something of this cell, the guess is not asked.
    pub unless: Option<Cell>,
}

impl Candidate {
    pub(crate) fn new(guess: Guess, certainty: Certainty) -> Self {
        Self {
            guess,
            certainty,
            unless: None,
        }
    }
}

/// Which cell can be meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Guess {
    /// This one: the text says it.
    Said(Cell),
    /// This one, if sources state anything of it.
    IfStated(Cell),
    /// The only one of these of which sources state anything.
    OnlyStated(Vec<Cell>),
    /// The only one that sources state with this object, whosever it is.
    OnlyAbout(EntityId),
    /// None: nobody whom the vocabulary knows.
    Nobody,
}

impl Guess {
    /// The cells that it names.
    pub(crate) fn cells(&self) -> &[Cell] {
        match self {
            Self::Said(cell) | Self::IfStated(cell) => std::slice::from_ref(cell),
            Self::OnlyStated(cells) => cells,
            Self::OnlyAbout(_) | Self::Nobody => &[],
        }
    }
}

impl FigureReading {
    /// A figure of which nothing is known but that it stands there.
    pub(crate) fn untold(block: usize, figure: &Quantity) -> Self {
        Self {
            block,
            quantity: figure.clone(),
            converts: false,
            stance: Stance::Asserted,
            told: Vec::new(),
        }
    }
}

impl Told {
    /// Whether it is certain, whatever sources state, that a cell is meant.
    pub(crate) fn is_settled(&self) -> bool {
        let settles = |c: &Candidate| match &c.guess {
            Guess::Said(_) => Some(true),
            Guess::Nobody => Some(false),
            _ => None,
        };
        self.barred.is_empty() && self.candidates.iter().find_map(settles) == Some(true)
    }
}
