//! Which cells of a reference the figures of a reading belong to. What the text leaves open is settled here by what
//! sources state, and nowhere else: the reading of a text does not change with the reference.

mod kept;
mod statement;
pub(crate) mod words;

pub(crate) use kept::Kept;

use crate::article::Article;
use crate::figures::Quantity;
use crate::reading::{
    self, Candidate, Certainty, FigureReading, Guess, Handed, Reading, Scope, Skim, Stance, Told,
    When,
};
use crate::reference::{Cell, Reference};
use serde::{Deserialize, Serialize};

/// A quantity with what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// The claims of a reading that was made with the words of the reference, one for each figure.
pub fn claims(reading: Reading, reference: &Reference) -> Vec<Claim> {
    let figures = reading.figures.into_iter();
    figures.map(|figure| claim(figure, reference)).collect()
}

/// Reads every claim of an article, the first blocks of whose page were skimmed before, and hands them over one by one;
/// of a figure that is told of nobody, which is in no cell, its block and the figure.
pub(crate) fn claims_skimmed(
    article: &Article<'_>,
    skims: Vec<Option<Skim>>,
    reference: &Reference,
    mut hand_over: impl FnMut(Result<Claim, (usize, &Quantity)>),
) {
    reading::read(article, skims, reference.vocabulary(), |figure| {
        hand_over(match figure {
            Handed::Untold(block, figure) => Err((block, figure)),
            Handed::Read(figure) => Ok(claim(figure, reference)),
        });
    });
}

/// A figure in the cell that it belongs to.
fn claim(figure: FigureReading, reference: &Reference) -> Claim {
    let FigureReading {
        block,
        quantity,
        converts,
        stance,
        told,
    } = figure;
    // In `£10.6bn ($14.3bn)` either may be the one that sources state; a currency they never use is the conversion.
    let beside = converts && !reference.states_currency(&quantity.unit);
    let found = told
        .iter()
        .filter(|_| !beside)
        .find_map(|told| Some((told, whom(told, reference)?)));
    // Where no cell is certain, the first is how the text tells it all the same.
    let told = found.map(|(told, _)| told).or(told.first());
    let (cell, certainty) = found.map_or((None, Certainty::Read), |(_, (cell, certainty))| {
        (Some(cell), certainty)
    });
    Claim {
        block,
        quantity,
        cell,
        certainty,
        when: told.map_or(When::Unsaid, |t| t.when),
        scope: told.map_or(Scope::Single, |t| t.scope),
        stance: told.map_or(stance, |t| t.stance),
    }
}

/// Whom a figure is told of, in the cell of its property.
fn whom(told: &Told, reference: &Reference) -> Option<(Cell, Certainty)> {
    let stated = |cell: &Cell| !reference.statements(*cell).is_empty();
    let settled = told
        .candidates
        .iter()
        .filter(|candidate| !candidate.unless.as_ref().is_some_and(stated))
        .find_map(|candidate| meant(candidate, told, reference))?;
    let (cell, certainty) = settled?;
    (cell.property == told.property && !told.barred.contains(&cell.entity))
        .then_some((cell, certainty))
}

/// What a guess comes to: `None` where it says nothing, `Some(None)` where it says that nobody is meant.
#[allow(clippy::option_option)]
fn meant(
    candidate: &Candidate,
    told: &Told,
    reference: &Reference,
) -> Option<Option<(Cell, Certainty)>> {
    let stated = |cell: &&Cell| !reference.statements(**cell).is_empty();
    let cell = match &candidate.guess {
        Guess::Said(cell) => *cell,
        Guess::IfStated(cell) => *Some(cell).filter(stated)?,
        Guess::OnlyStated(cells) => *only(cells.iter().filter(stated))?,
        Guess::OnlyAbout(object) => {
            let about = reference.cells_about(&[Some(*object)]);
            only(
                about
                    .into_iter()
                    .filter(|cell| cell.property == told.property && cell.object == Some(*object)),
            )?
        }
        Guess::Nobody => return Some(None),
    };
    Some(Some((cell, candidate.certainty)))
}

/// The one thing there is.
fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    all.next().filter(|_| all.next().is_none())
}
