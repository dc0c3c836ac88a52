//! The join of [`pairs`](super::pairs()) where no machine holds all keys: keys are gathered where articles are read, sent
//! to where their name is at home, and come out as pairs, a row for each name that two articles share.
//!
//! Nothing stays skewed, so nothing has to be salted: of a key, a machine sends no more than [`MOST_ARTICLES`] articles
//! each time, and of one that more have, none at all.

use super::{Key, MOST_ARTICLES};
use std::collections::{BTreeMap, HashSet};

/// How many articles of keys are gathered before they are sent: some 100 MB.
const MOST_GATHERED: usize = 2_000_000;

/// In place of a run of days, for a key of any.
pub const ANY_DAYS: i32 = i32::MIN;

/// An article by its number, with one bit for whether it says its day.
type Dated = u64;

/// The number by which an article is known on the way: of its id, 63 bits. Two of a billion articles have one in common
/// in one corpus of forty; what that brings together is still asked whether it tells of one story.
pub fn number(id: &str) -> u64 {
    hash(id) >> 1
}

/// FNV-1a, with its bits mixed: the same on every machine.
fn hash(text: &str) -> u64 {
    let fnv = text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mixed = (fnv ^ (fnv >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    mixed ^ (mixed >> 29)
}

/// A key on its way, with articles that have it. Those of one name are to come together, sorted by days and measure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sent {
    /// The name, hashed.
    pub name: u64,
    /// The run of days, or [`ANY_DAYS`].
    pub days: i32,
    /// What is measured, hashed.
    pub measure: u64,
    /// The articles; none where more have it than is any sign of one story.
    pub articles: Vec<Dated>,
}

/// Gathers the keys of many articles.
#[derive(Debug, Default)]
pub struct Gathered {
    by_key: BTreeMap<(u64, i32, u64), Vec<Dated>>,
    articles: usize,
}

impl Gathered {
    /// Adds the keys of an article.
    pub fn add(&mut self, article: u64, keys: &[Key]) {
        for key in keys {
            let sent = (
                hash(&key.name),
                key.days.unwrap_or(ANY_DAYS),
                hash(&key.measure),
            );
            let articles = self.by_key.entry(sent).or_default();
            // One more than is allowed says that there are too many.
            if articles.len() <= MOST_ARTICLES {
                articles.push(article << 1 | u64::from(key.dated));
                self.articles += 1;
            }
        }
    }

    /// Whether there are so many that they are to be sent before more come.
    pub fn is_full(&self) -> bool {
        self.articles >= MOST_GATHERED
    }

    /// All that were gathered, sorted.
    pub fn take(&mut self) -> Vec<Sent> {
        self.articles = 0;
        let by_key = std::mem::take(&mut self.by_key).into_iter();
        by_key
            .map(|((name, days, measure), mut articles)| {
                if articles.len() > MOST_ARTICLES {
                    articles.clear();
                }
                Sent {
                    name,
                    days,
                    measure,
                    articles,
                }
            })
            .collect()
    }
}

/// Makes pairs of keys that come sorted.
#[derive(Debug, Default)]
pub struct Pairing {
    /// The key that is coming in, with the articles so far; none where they are too many.
    current: Option<(u64, i32, u64)>,
    articles: Option<Vec<Dated>>,
    /// The pairs of this run of days that share this name, and those of the run before: two articles have no more than
    /// two runs in common, one after the other.
    now: HashSet<(u64, u64)>,
    before: HashSet<(u64, u64)>,
}

impl Pairing {
    /// Takes the next key; puts each pair of numbers, the lesser first, into `pairs` once for each name.
    pub fn add(&mut self, sent: Sent, pairs: &mut Vec<(u64, u64)>) {
        let key = (sent.name, sent.days, sent.measure);
        if self.current != Some(key) {
            self.close(pairs);
            self.turn(sent.name, sent.days);
            self.current = Some(key);
            self.articles = Some(Vec::new());
        }
        let known = self.articles.take().filter(|_| !sent.articles.is_empty());
        self.articles = known
            .map(|mut articles| {
                articles.extend(sent.articles);
                articles
            })
            .filter(|articles| articles.len() <= MOST_ARTICLES);
    }

    /// All keys have come.
    pub fn finish(&mut self, pairs: &mut Vec<(u64, u64)>) {
        self.close(pairs);
        *self = Self::default();
    }

    /// Forgets the pairs that cannot come again.
    fn turn(&mut self, name: u64, days: i32) {
        let Some((last_name, last_days, _)) = self.current else {
            return;
        };
        if (last_name, last_days) == (name, days) {
            return;
        }
        self.before = std::mem::take(&mut self.now);
        if last_name != name || last_days.checked_add(1) != Some(days) {
            self.before.clear();
        }
    }

    fn close(&mut self, pairs: &mut Vec<(u64, u64)>) {
        let (Some((_, days, _)), Some(articles)) = (self.current, self.articles.take()) else {
            return;
        };
        for (at, one) in articles.iter().enumerate() {
            for other in &articles[at + 1..] {
                let both_dated = one & other & 1 == 1;
                let (one, other) = (one >> 1, other >> 1);
                if days == ANY_DAYS && both_dated || one == other {
                    continue;
                }
                let pair = (one.min(other), one.max(other));
                if !self.before.contains(&pair) && self.now.insert(pair) {
                    pairs.push(pair);
                }
            }
        }
    }
}
