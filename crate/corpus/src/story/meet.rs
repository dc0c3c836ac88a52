//! What one article makes of the figures of another.

use super::Pair;
use plumbline_core::story::{Met, Ready};
use serde::{Deserialize, Serialize};

/// A figure of an article with what another article says of the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The article, by its place.
    pub article: usize,
    /// The other one.
    pub other: usize,
    /// The two figures.
    pub met: Met,
}

/// The figures of a pair that are of one cell, in reading order.
pub fn meet(pair: &Pair, article: &Ready<'_>, other: &Ready<'_>) -> Vec<Finding> {
    let met = article.met(other).into_iter();
    met.map(|met| Finding {
        article: pair.article,
        other: pair.other,
        met,
    })
    .collect()
}
