//! Which saved articles name whom a page names: an index in segments, so that to save an article is to write one of
//! them anew.
//!
//! A segment holds for each of its articles the hashes of the names, sorted, each as the distance from the one before:
//! some two bytes a name. To look a page up is to go once through all of them, a few nanoseconds a name; a hash that is
//! another's by chance costs a look at an article in vain, no more.

use crate::record::{Kind, Unreadable, frame, unframe};
use plumbline_core::order;
use plumbline_core::reference::checksum;
use rustc_hash::FxHashMap;

const VERSION: u16 = 1;

/// How many articles a segment holds.
pub const PER_SEGMENT: u32 = 256;

/// Hashes of names are below this.
const HASHES: u32 = 1 << 20;

/// Articles that share fewer names with a page tell of other things.
const FEWEST: usize = 2;

/// So many articles are near a page whatever they share with it; others share this part of what the nearest does.
const NEAREST: usize = 3;
const PART: u32 = 4;

/// The segment that an article belongs to, by its number.
pub fn segment_of(article: u32) -> u32 {
    article / PER_SEGMENT
}

fn hash(name: &str) -> u32 {
    let sum = checksum(name.as_bytes());
    (sum ^ (sum >> 20)) % HASHES
}

/// A part of the index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Segment(Vec<u8>);

impl Segment {
    /// The record.
    pub fn to_bytes(&self) -> Vec<u8> {
        frame(Kind::Names, VERSION, &self.0)
    }

    /// Reads a record.
    ///
    /// # Errors
    /// When it is damaged, or of a newer version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Unreadable> {
        let (_, content) = unframe(Kind::Names, VERSION, bytes)?;
        Ok(Self(content.to_vec()))
    }

    /// Puts an article with its names in the place of what is known of it.
    pub fn put(&mut self, article: u32, names: &[String]) {
        self.remove(article);
        let mut hashes: Vec<u32> = names.iter().map(|name| hash(name)).collect();
        order::sort(&mut hashes);
        hashes.dedup();
        push(&mut self.0, article);
        push(&mut self.0, u32::try_from(hashes.len()).unwrap_or(u32::MAX));
        let mut before = 0;
        for hash in hashes {
            push(&mut self.0, hash - before);
            before = hash;
        }
    }

    /// Takes an article out.
    pub fn remove(&mut self, article: u32) {
        let mut rest = self.0.as_slice();
        let mut from = 0;
        let all = self.0.len();
        while let Some(number) = pull(&mut rest) {
            let count = pull(&mut rest).unwrap_or(0);
            for _ in 0..count {
                pull(&mut rest);
            }
            let until = all - rest.len();
            if number == article {
                self.0.drain(from..until);
                return;
            }
            from = until;
        }
    }
}

/// The names of a page, and which articles have them.
#[derive(Debug)]
pub struct Asked {
    /// For each hash whether it is asked for.
    bits: Vec<u64>,
    hashes: FxHashMap<u32, u32>,
    /// For each name, how many articles have it.
    counts: Vec<u32>,
    /// Articles with which of the names they have: their numbers, and the end of their part of `shared`.
    found: Vec<(u32, usize)>,
    shared: Vec<u32>,
    articles: u32,
}

impl Asked {
    /// Asks for articles that have those names.
    pub fn new(names: &[String]) -> Self {
        let mut asked = Self {
            bits: vec![0; HASHES as usize / 64],
            hashes: FxHashMap::default(),
            counts: Vec::new(),
            found: Vec::new(),
            shared: Vec::new(),
            articles: 0,
        };
        for name in names {
            let hash = hash(name);
            asked.bits[hash as usize / 64] |= 1 << (hash % 64);
            let next = u32::try_from(asked.counts.len()).unwrap_or(u32::MAX);
            if *asked.hashes.entry(hash).or_insert(next) == next {
                asked.counts.push(0);
            }
        }
        asked
    }

    /// Looks through a part of the index.
    pub fn look(&mut self, segment: &Segment) {
        let mut rest = segment.0.as_slice();
        while let Some(article) = pull(&mut rest) {
            let count = pull(&mut rest).unwrap_or(0);
            let (begin, mut hash) = (self.shared.len(), 0_u32);
            for _ in 0..count {
                let Some(step) = pull(&mut rest) else { break };
                hash = hash.wrapping_add(step) % HASHES;
                if self.bits[hash as usize / 64] >> (hash % 64) & 1 == 0 {
                    continue;
                }
                if let Some(&name) = self.hashes.get(&hash) {
                    self.counts[name as usize] += 1;
                    self.shared.push(name);
                }
            }
            self.articles += 1;
            if self.shared.len() - begin < FEWEST {
                self.shared.truncate(begin);
            } else {
                self.found.push((article, self.shared.len()));
            }
        }
    }

    /// The articles that have most in common with the page, at most so many, the nearest first. A name that few
    /// articles have says more than one that stands in all the news. Behind the first few stand no more than those that
    /// share clearly as much: of ten thousand articles there are always some that have a few names in common with any page.
    pub fn nearest(&self, most: usize) -> Vec<u32> {
        let weight = |name: u32| {
            let having = self.counts[name as usize].max(1);
            (self.articles / having).checked_ilog2().unwrap_or(0) + 1
        };
        let mut begin = 0;
        let mut weighed: Vec<(u32, u32)> = (self.found.iter())
            .map(|&(article, end)| {
                let names = &self.shared[begin..end];
                begin = end;
                (names.iter().map(|&name| weight(name)).sum(), article)
            })
            .collect();
        order::by_key(&mut weighed, |&one| std::cmp::Reverse(one));
        weighed.truncate(most);
        let least = weighed.first().map_or(0, |(most, _)| most / PART);
        let near = weighed
            .iter()
            .skip(NEAREST)
            .take_while(|(weight, _)| *weight >= least);
        weighed.truncate(NEAREST + near.count());
        weighed.into_iter().map(|(_, article)| article).collect()
    }
}

/// Appends a number, seven bits a byte.
fn push(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        #[expect(clippy::cast_possible_truncation, reason = "seven bits and one")]
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    #[expect(clippy::cast_possible_truncation, reason = "seven bits")]
    bytes.push(number as u8);
}

/// Takes a number off the front; none at the end, or where they are cut off.
fn pull(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0_u32;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Asked, Segment};
    use crate::Unreadable;

    fn names(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_nearest_are_those_with_the_rare_names() {
        let mut segment = Segment::default();
        for number in 0..200 {
            segment.put(number, &names("washington reuters monday"));
        }
        segment.put(7, &names("orrin petrel washington"));
        segment.put(9, &names("orrin petrel marsh"));
        segment.put(11, &names("orrin"));
        let segment = Segment::from_bytes(&segment.to_bytes()).expect("it is whole");
        let mut asked = Asked::new(&names("orrin petrel marsh washington monday"));
        asked.look(&segment);
        assert_eq!(asked.nearest(2), [9, 7]);
        assert_eq!(asked.nearest(3), [9, 7, 199], "11 shares one name only");
    }

    #[test]
    fn behind_the_first_stand_those_that_share_clearly_as_much() {
        let mut segment = Segment::default();
        for number in 0..200 {
            segment.put(number, &names("washington monday"));
        }
        for number in 200..205 {
            segment.put(number, &names("orrin petrel marsh washington"));
        }
        let mut asked = Asked::new(&names("orrin petrel marsh washington monday"));
        asked.look(&segment);
        assert_eq!(asked.nearest(8), [204, 203, 202, 201, 200]);
        let mut asked = Asked::new(&names("washington monday kolm"));
        asked.look(&segment);
        assert_eq!(asked.nearest(8).len(), 8, "all share as much");
    }

    #[test]
    fn articles_are_put_anew_and_taken_out() {
        let mut segment = Segment::default();
        segment.put(1, &names("orrin petrel"));
        segment.put(300, &names("orrin petrel"));
        let once = segment.clone();
        segment.put(1, &names("kolm brask"));
        segment.remove(1);
        segment.put(1, &names("petrel orrin petrel"));
        let mut asked = Asked::new(&names("orrin petrel"));
        asked.look(&segment);
        assert_eq!(asked.nearest(9), [300, 1]);
        segment.remove(300);
        segment.remove(2);
        assert_eq!(once.to_bytes().len() - segment.to_bytes().len(), 2 + 1 + 6);
    }

    #[test]
    fn damage_is_told_and_never_trips() {
        let mut segment = Segment::default();
        segment.put(1, &names("orrin petrel"));
        let bytes = segment.to_bytes();
        assert_eq!(
            Segment::from_bytes(&bytes[..bytes.len() - 1]),
            Err(Unreadable::Damaged)
        );
        for cut in 0..segment.0.len() {
            let mut asked = Asked::new(&names("orrin petrel"));
            asked.look(&Segment(segment.0[..cut].to_vec()));
            let mut cut = Segment(segment.0[..cut].to_vec());
            cut.remove(1);
        }
        let mut asked = Asked::new(&names("orrin petrel"));
        asked.look(&Segment(vec![0xff; 40]));
        assert!(asked.nearest(3).is_empty());
    }
}
