//! Stories: which articles tell of the same, and who says what. Every step is a function over values that it is handed,
//! which can be stored and sent, so that one machine and many go the same way:
//!
//! ```text
//! read   a document → what it tells                                  (each by itself)
//! keys   what it tells → rare names × measures × days                (each by itself)
//! pairs  keys of all, those of too many articles left out → pairs    (a join)
//! meet   a pair → the figures of one cell                            (each by itself)
//! tell   what met → stories, each with who says what                 (a grouping)
//! ```

mod keys;
mod meet;
mod pairs;
mod rows;
pub mod sent;

pub use keys::{Key, MOST_NAMES, keys};
pub use meet::{Finding, meet};
pub use pairs::{FEWEST_NAMES, MOST_ARTICLES, MOST_OTHERS, Pair, is_one_story, pairs};
pub use rows::{Row, Said, Story, Teller, tell};

use plumbline_core::reference::Reference;
use plumbline_core::story::{Ready, Telling};
use plumbline_document::Document;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// An article that was read, by the name that it is known by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// The name of the document.
    pub id: String,
    /// What it tells.
    pub telling: Telling,
}

/// Reads a document with the words of a set; nothing where it is in another language or has no figure.
pub fn read(id: &str, document: &Document, vocabulary: &Reference) -> Option<Read> {
    Some(Read {
        id: id.to_owned(),
        telling: Telling::of(&document.page, vocabulary)?,
    })
}

/// All steps after the reading, on all cores: the stories that `articles` tell, and what met in each pair. The result
/// does not depend on how many cores there are.
pub fn all(articles: &[Read], vocabulary: &Reference) -> (Vec<Story>, Vec<Finding>) {
    let keyed: Vec<Vec<Key>> = articles.par_iter().map(|a| keys(&a.telling)).collect();
    let keyed = keyed.into_iter().enumerate();
    let pairs = pairs(
        keyed.flat_map(|(at, keys)| keys.into_iter().map(move |key| (at, key))),
        |at| sent::number(&articles[at].id),
    );
    let near: Vec<Pair> = pairs
        .into_par_iter()
        .filter(|p| is_one_story(&articles[p.article].telling, &articles[p.other].telling))
        .collect();
    let ready: Vec<Ready<'_>> = articles
        .par_iter()
        .map(|article| Ready::of(&article.telling, vocabulary))
        .collect();
    let found: Vec<Vec<Finding>> = near
        .par_iter()
        .map(|pair| meet(pair, &ready[pair.article], &ready[pair.other]))
        .collect();
    let found: Vec<Finding> = found.into_iter().flatten().collect();
    (tell(articles, &near, &found, vocabulary), found)
}
