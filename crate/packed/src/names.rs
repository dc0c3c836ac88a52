//! The names of a packed set: a finite-state map from each name, in lower case, to the entities that it can mean.

use crate::automaton::Automaton;
use crate::wire::{Bytes, put};
use fst::MapBuilder;
use plumbline_core::text;
use rustc_hash::FxHashSet;

/// How many bytes of a text a name takes at the most.
const LONGEST: usize = 160;

/// How many entities a name can mean at the most: with more, nobody knows whom it means.
pub(crate) const MOST_MEANT: usize = 400;

/// Names that were opened. It owns nothing: the bytes are those of the part.
#[derive(Debug)]
pub struct Names<'b> {
    map: Automaton<'b>,
    /// For names that can mean several: how many, and the differences of their places.
    several: &'b [u8],
}

/// Packs names, each with the places of the entities that it can mean, ascending.
pub(crate) fn pack(names: &[(String, Vec<u32>)]) -> Vec<u8> {
    let mut several = Vec::new();
    let mut map = MapBuilder::memory();
    for (name, entities) in names {
        let value = match entities.as_slice() {
            [one] => u64::from(*one) << 1,
            many => {
                let at = several.len() as u64;
                put(many.len() as u64, &mut several);
                let mut last = 0;
                for entity in many {
                    put(u64::from(entity - last), &mut several);
                    last = *entity;
                }
                at << 1 | 1
            }
        };
        // They are in order, each once: nothing else can be wrong in memory.
        let _ = map.insert(name, value);
    }
    let map = map.into_inner().unwrap_or_default();
    let mut bytes = Vec::with_capacity(map.len() + several.len() + 8);
    put(map.len() as u64, &mut bytes);
    bytes.extend_from_slice(&map);
    bytes.extend_from_slice(&several);
    bytes
}

impl<'b> Names<'b> {
    /// Opens the part of the names; nothing where it is damaged.
    pub fn open(part: &'b [u8]) -> Option<Self> {
        let mut bytes = Bytes(part);
        let length = bytes.index()?;
        Some(Self {
            map: Automaton::open(bytes.take(length)?)?,
            several: bytes.0,
        })
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.map.keys
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.map.keys == 0
    }

    /// The entities that a name can mean, by their places, ascending.
    pub fn find(&self, name: &str) -> Vec<u32> {
        let value = self.map.get(&plumbline_core::text::lowercase(name));
        value.map_or_else(Vec::new, |value| self.meant(value))
    }

    fn meant(&self, value: u64) -> Vec<u32> {
        let read = || {
            let place = usize::try_from(value >> 1).ok()?;
            if value & 1 == 0 {
                return Some(vec![u32::try_from(place).ok()?]);
            }
            let mut bytes = Bytes(self.several.get(place..)?);
            let mut last = 0;
            let many = bytes.index()?;
            (0..many.min(MOST_MEANT))
                .map(|_| {
                    last = u32::try_from(bytes.number()?).ok()?.checked_add(last)?;
                    Some(last)
                })
                .collect()
        };
        read().unwrap_or_default()
    }

    /// Whom texts can name, in their order, each once, no more than `most`: at each capitalised word or figure the longest
    /// name that begins there and ends with a word. Linear in the length of the texts.
    pub fn named(&self, texts: &mut dyn Iterator<Item = &str>, most: usize) -> Vec<u32> {
        let mut named = Vec::new();
        let mut known = FxHashSet::default();
        for text in texts {
            let mut before = ' ';
            for (at, c) in text.char_indices() {
                let opens = (c.is_uppercase() || c.is_numeric()) && !before.is_alphanumeric();
                before = c;
                if opens && let Some(value) = self.longest(&text[at..]) {
                    named.extend((self.meant(value).into_iter()).filter(|one| known.insert(*one)));
                    if named.len() >= most {
                        named.truncate(most);
                        return named;
                    }
                }
            }
        }
        named
    }

    /// What the longest name stands for with which a text begins.
    fn longest(&self, text: &str) -> Option<u64> {
        let mut walk = self.map.walk();
        let mut found = None;
        let mut utf8 = [0; 4];
        for (at, c) in text.char_indices().take_while(|(at, _)| *at < LONGEST) {
            // A name over two lines is one all the same.
            let lower = if c == '\n' { ' ' } else { text::small(c) };
            for letter in lower.encode_utf8(&mut utf8).bytes() {
                let Some(next) = walk.step(letter) else {
                    return found;
                };
                walk = next;
            }
            let next = text[at + c.len_utf8()..].chars().next();
            if !next.is_some_and(char::is_alphanumeric) {
                found = walk.value().or(found);
            }
        }
        found
    }
}
