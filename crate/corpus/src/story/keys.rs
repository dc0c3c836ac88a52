//! By what articles of one story find one another: a name, what is measured, and about when.

use plumbline_core::reference::checksum;
use plumbline_core::story::{DAYS_APART, Telling, day_number};
use serde::{Deserialize, Serialize};

/// By how many of its names an article is looked for. Of more, those are taken whose hash is least: the same ones in
/// every article.
pub const MOST_NAMES: usize = 96;

/// What two articles have in common that may tell of one story.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key {
    /// The stem of a word of a name.
    pub name: String,
    /// What is measured: `USD`, `metre`, `number`.
    pub measure: String,
    /// Which run of days, counted through; none for any. Articles whose days are near enough have one in common.
    pub days: Option<i32>,
    /// Whether the article says its day. Two that do meet by their days alone.
    pub dated: bool,
}

/// The keys of an article: each of its names with each of its measures, for the two runs of days that its day lies in,
/// and for any.
pub fn keys(telling: &Telling) -> Vec<Key> {
    let day = day_number(&telling.article);
    let run = day.map(|day| day.div_euclid(DAYS_APART + 1));
    let runs: Vec<Option<i32>> = match run {
        Some(run) => vec![Some(run), Some(run + 1), None],
        None => vec![None],
    };
    let mut names: Vec<&String> = telling.article.names.iter().collect();
    if names.len() > MOST_NAMES {
        names.sort_by_key(|name| (checksum(name.as_bytes()), *name));
        names.truncate(MOST_NAMES);
        names.sort();
    }
    let mut keys = Vec::with_capacity(names.len() * telling.measures.len() * runs.len());
    for name in names {
        for measure in &telling.measures {
            keys.extend(runs.iter().map(|days| Key {
                name: name.clone(),
                measure: measure.clone(),
                days: *days,
                dated: day.is_some(),
            }));
        }
    }
    keys
}
