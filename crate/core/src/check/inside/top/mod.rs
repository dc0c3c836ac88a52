//! What stands at the top of an article, against what the rest says of the same in other figures: a change above its two
//! levels, a term above the term, the dead above the dead, an age at a death above the birth.

pub(super) mod casualties;
mod growth;
mod obituary;
mod terms;
mod told;

use super::{Conflict, Inside, Place, Read, Tie};
use crate::article::Article;
use crate::figures::Quantity;
use crate::page::Role;

/// Articles of more blocks, or of more figures of one sort, are no stories of one thing.
const MOST: usize = 120;

/// A figure and the block that it stands in.
type Stated<'r> = (usize, &'r Quantity);

pub(super) fn check(article: &Article<'_>, reads: &[Read<'_>], inside: &mut Inside) {
    obituary::check(article, reads, inside);
    if let Some(top) = Top::of(article, reads) {
        growth::check(&top, inside);
        casualties::check(&top, inside);
        terms::check(&top, inside);
    }
}

/// An article, and where its top ends.
struct Top<'a, 'r> {
    article: &'a Article<'a>,
    reads: &'a [Read<'r>],
    headline: usize,
}

impl<'a, 'r> Top<'a, 'r> {
    /// So many blocks from the headline on are its top.
    const BLOCKS: usize = 3;

    fn of(article: &'a Article<'a>, reads: &'a [Read<'r>]) -> Option<Self> {
        let mut blocks = article.blocks.iter();
        let headline = blocks.position(|block| block.role == Role::Headline)?;
        let read = article.blocks.len().min(reads.len());
        (read.saturating_sub(headline) <= MOST).then_some(Self {
            article,
            reads: &reads[..read],
            headline,
        })
    }

    /// Whether a block belongs to it.
    fn has(&self, block: usize) -> bool {
        block < self.headline + Self::BLOCKS
    }

    /// The figures from the headline on that are so.
    fn figures(&self, are: impl Fn(&Quantity) -> bool) -> Vec<Stated<'r>> {
        let read = self.reads.iter().enumerate().skip(self.headline);
        read.flat_map(|(block, read)| read.quantities.iter().map(move |figure| (block, figure)))
            .filter(|(_, figure)| are(figure))
            .collect()
    }

    /// The text of a block.
    fn text(&self, block: usize) -> &'a str {
        self.article
            .blocks
            .get(block)
            .map_or("", |block| block.text)
    }
}

/// Adds the conflict of what stands at the top with what the text says.
fn add(inside: &mut Inside, said: &[Stated<'_>], told: &[Stated<'_>]) {
    let places = said
        .iter()
        .chain(told)
        .map(|&(block, figure)| Place::of(block, figure));
    let mut places: Vec<Place> = places.collect();
    // The first of either come first.
    places.swap(1, said.len());
    let known = |known: &Conflict| known.tie == Tie::Headline && known.places[..2] == places[..2];
    if !inside.conflicts.iter().any(known) {
        inside
            .conflicts
            .push(Conflict::of(Tie::Headline, places, false));
    }
}
