//! Which articles are held against one another.

use super::Key;
use plumbline_core::story::{DAYS_APART, Telling, day_number};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// A key that more articles have is no sign of one story, and is left out.
pub const MOST_ARTICLES: usize = 200;

/// How many names two articles share at the least, of those that are keys.
pub const FEWEST_NAMES: usize = 2;

/// With how many others an article is compared: those that share most of its names.
pub const MOST_OTHERS: usize = 8;

/// Articles that are no more days apart tell of one occasion more likely than others, and need less in common.
const DAYS_NEAR: u32 = 3;

/// How much of their names two articles share, where both tell of one story.
struct Enough {
    /// Of the names of the one that has fewer, so many in a hundred are the other's too.
    part: usize,
    /// Where they share so many, fewer will do: those of long articles go off in all directions.
    many: usize,
    part_of_many: usize,
}

const NEAR: Enough = Enough {
    part: 40,
    many: 6,
    part_of_many: 25,
};

const FAR: Enough = Enough {
    part: 60,
    many: 8,
    part_of_many: 40,
};

impl Enough {
    fn is(&self, shared: usize, of: usize) -> bool {
        let part = if shared < self.many {
            self.part
        } else {
            self.part_of_many
        };
        shared >= FEWEST_NAMES && shared * 100 >= of * part
    }
}

/// By what articles meet: a name, a measure and a run of days.
type Met = (String, String, Option<i32>);

/// An article with another one that is asked what it makes of it, by their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pair {
    /// The article.
    pub article: usize,
    /// The other one.
    pub other: usize,
    /// How many names they share that are keys.
    pub names: usize,
}

/// The pairs that share names, from the keys of all articles: for each article those that share most, in order. Of those
/// that share as many, the ones with the least `number` come first: it is the article's own, wherever it stands.
pub fn pairs(keys: impl Iterator<Item = (usize, Key)>, number: impl Fn(usize) -> u64) -> Vec<Pair> {
    let mut by_key: HashMap<Met, Vec<(usize, bool)>> = HashMap::new();
    for (article, key) in keys {
        let with = by_key.entry((key.name, key.measure, key.days)).or_default();
        with.push((article, key.dated));
    }
    // A name that is common in one measure is no rarer for the other ones: what counts are names, each once.
    let mut names: HashMap<&str, usize> = HashMap::new();
    let mut shared: Vec<(usize, usize, usize)> = Vec::new();
    for ((name, _, days), articles) in &by_key {
        if articles.len() > MOST_ARTICLES {
            continue;
        }
        let many = names.len();
        let name = *names.entry(name).or_insert(many);
        for (at, (one, dated)) in articles.iter().enumerate() {
            for (other, other_dated) in &articles[at + 1..] {
                // Two that both say their days meet by those.
                if days.is_none() && *dated && *other_dated || one == other {
                    continue;
                }
                shared.push((*one.min(other), *one.max(other), name));
            }
        }
    }
    shared.sort_unstable();
    shared.dedup();
    let mut near: BTreeMap<usize, Vec<Pair>> = BTreeMap::new();
    for of_pair in shared.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let (names, (one, other, _)) = (of_pair.len(), of_pair[0]);
        if names < FEWEST_NAMES {
            continue;
        }
        for (article, other) in [(one, other), (other, one)] {
            let pair = Pair {
                article,
                other,
                names,
            };
            near.entry(article).or_default().push(pair);
        }
    }
    let mut pairs = Vec::new();
    for mut others in near.into_values() {
        others.sort_by_key(|pair| (Reverse(pair.names), number(pair.other)));
        others.truncate(MOST_OTHERS);
        pairs.append(&mut others);
    }
    pairs
}

/// Whether two articles tell of one story, as far as names and days say it: they are two documents, of days that are
/// near, and a good part of the names of the one are the other's too.
pub fn is_one_story(one: &Telling, other: &Telling) -> bool {
    let (a, b) = (&one.article, &other.article);
    let apart = day_number(a).zip(day_number(b)).map(|(a, b)| a.abs_diff(b));
    let shared = a.shared_names(&b.names);
    let fewer = a.names.len().min(b.names.len());
    let enough = match apart {
        Some(days) if days > DAYS_NEAR => FAR,
        _ => NEAR,
    };
    apart.is_none_or(|days| days <= DAYS_APART.unsigned_abs())
        && enough.is(shared, fewer)
        && !one.is_of_one_document(other)
        && a.text != b.text
}
