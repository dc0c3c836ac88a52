//! Reads the finite-state maps that the crate `fst` builds, in version 3 of its format. That crate trusts the bytes that
//! it reads; these come in files of unknown making, and whatever they hold, a look-up takes a step a letter and ends.
//!
//! A node ends with the byte that says what it is, and is read from there backwards; its address is the place of that
//! byte. Nodes lie one after the other, each behind those that it leads to.

const VERSION: u64 = 3;

/// What follows the nodes: how many keys there are, the address of the first node, a checksum.
const FOOTER: usize = 20;

/// The address of the node that ends a key and leads nowhere.
const END: usize = 0;

/// From so many transitions on a node has a table of them by their letters.
const INDEXED: usize = 33;

/// The letters that stand in the byte that says what a node is.
const COMMON: &[u8; 63] = b"te/oasripcnw.hlm-du012g=:bf3y5&_4v9678k%?xCDASFIBEjPTzRNM+LOqHG";

/// A map that was opened.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Automaton<'b> {
    bytes: &'b [u8],
    /// The address of the first node.
    first: usize,
    /// How many keys there are, as it says itself.
    pub(crate) keys: usize,
}

/// Where a walk stands: at a node, with what the way there gives.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Walk<'b> {
    bytes: &'b [u8],
    node: usize,
    given: u64,
}

/// What is left of bytes that are read from their end.
struct Back<'b>(&'b [u8]);

impl<'b> Back<'b> {
    fn byte(&mut self) -> Option<u8> {
        let (last, rest) = self.0.split_last()?;
        self.0 = rest;
        Some(*last)
    }

    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (rest, taken) = self.0.split_at_checked(self.0.len().checked_sub(length)?)?;
        self.0 = rest;
        Some(taken)
    }

    /// How many bytes a place in the map takes, and a value.
    fn sizes(&mut self) -> Option<(usize, usize)> {
        let sizes = self.byte()?;
        Some((usize::from(sizes >> 4), usize::from(sizes & 15)))
    }
}

/// A number of up to eight bytes, the least first; nothing for none.
fn number(bytes: &[u8]) -> Option<u64> {
    let mut all = [0; 8];
    all.get_mut(..bytes.len())?.copy_from_slice(bytes);
    Some(u64::from_le_bytes(all))
}

/// The `index`th number of a list that stands from its end on.
fn nth(list: &[u8], size: usize, index: usize) -> Option<u64> {
    let end = list.len().checked_sub(index.checked_mul(size)?)?;
    number(list.get(end.checked_sub(size)?..end)?)
}

impl<'b> Automaton<'b> {
    /// Opens a map; nothing where that is none.
    pub(crate) fn open(bytes: &'b [u8]) -> Option<Self> {
        let version = number(bytes.get(..8)?)?;
        let footer = bytes.get(bytes.len().checked_sub(FOOTER)?..)?;
        (version == VERSION).then_some(())?;
        Some(Self {
            bytes,
            first: usize::try_from(number(footer.get(8..16)?)?).ok()?,
            keys: usize::try_from(number(footer.get(..8)?)?).ok()?,
        })
    }

    /// A walk from the first node.
    pub(crate) fn walk(self) -> Walk<'b> {
        Walk {
            bytes: self.bytes,
            node: self.first,
            given: 0,
        }
    }

    /// The value of a key.
    pub(crate) fn get(self, key: &str) -> Option<u64> {
        let mut walk = self.walk();
        for letter in key.bytes() {
            walk = walk.step(letter)?;
        }
        walk.value()
    }
}

impl Walk<'_> {
    /// Where a letter leads from here; nothing where it leads nowhere.
    pub(crate) fn step(self, letter: u8) -> Option<Self> {
        if self.node == END {
            return None;
        }
        let mut node = Back(self.bytes.get(..=self.node)?);
        let sign = node.byte()?;
        let (delta, given);
        if sign & 0x80 == 0 {
            let many = many(sign, &mut node)?;
            let (place, value) = node.sizes()?;
            let index = if many < INDEXED {
                let letters = node.take(many)?;
                letters.iter().rev().position(|known| *known == letter)?
            } else {
                let index = node.take(256)?.get(usize::from(letter)).copied()?;
                let index = Some(usize::from(index)).filter(|index| *index < many)?;
                node.take(many)?;
                index
            };
            delta = nth(node.take(many * place)?, place, index)?;
            given = nth(node.take(many * value)?, value, index)?;
            let ends = if sign & 0x40 == 0 { 0 } else { value };
            node.take(ends)?;
        } else {
            let own = match usize::from(sign & 0x3f).checked_sub(1) {
                Some(common) => *COMMON.get(common)?,
                None => node.byte()?,
            };
            (own == letter).then_some(())?;
            if sign & 0x40 == 0 {
                let (place, value) = node.sizes()?;
                delta = number(node.take(place)?)?;
                given = number(node.take(value)?)?;
            } else {
                // To the node that lies before it.
                (delta, given) = (1, 0);
            }
        }
        Some(Self {
            node: match usize::try_from(delta).ok()? {
                0 => END,
                delta => node.0.len().checked_sub(delta)?,
            },
            given: self.given.wrapping_add(given),
            ..self
        })
    }

    /// The value of the key that ends here; nothing where none does.
    pub(crate) fn value(self) -> Option<u64> {
        if self.node == END {
            return Some(self.given);
        }
        let mut node = Back(self.bytes.get(..=self.node)?);
        let sign = node.byte()?;
        (sign & 0xc0 == 0x40).then_some(())?;
        let many = many(sign, &mut node)?;
        let (place, value) = node.sizes()?;
        let table = if many < INDEXED { 0 } else { 256 };
        node.take(table + many * (1 + place + value))?;
        Some(self.given.wrapping_add(number(node.take(value)?)?))
    }
}

/// How many transitions a node has, of which that is the sign.
fn many(sign: u8, node: &mut Back<'_>) -> Option<usize> {
    Some(match usize::from(sign & 0x3f) {
        // One has a node of another kind: it stands for what no byte can say.
        0 => match usize::from(node.byte()?) {
            1 => 256,
            many => many,
        },
        many => many,
    })
}

#[cfg(test)]
mod tests {
    use super::Automaton;
    use fst::MapBuilder;
    use std::collections::BTreeMap;

    /// Marsaglia's xorshift: the same for the same seed.
    fn random(state: &mut u64, bound: usize) -> usize {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        usize::try_from(*state % bound as u64).unwrap_or(0)
    }

    /// Keys of so many letters, some of them long, with values of all sizes.
    fn map(seed: u64, keys: usize, letters: usize) -> BTreeMap<String, u64> {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut map = BTreeMap::new();
        for _ in 0..keys {
            let length = random(&mut state, 9);
            let key = (0..length).map(|_| {
                let letter = random(&mut state, letters);
                char::from_u32(u32::try_from(letter).unwrap_or(0) + 32).unwrap_or('?')
            });
            let key: String = key.collect();
            let size = random(&mut state, 64);
            map.insert(key, state >> size);
        }
        map
    }

    fn built(map: &BTreeMap<String, u64>) -> Vec<u8> {
        let mut builder = MapBuilder::memory();
        for (key, value) in map {
            builder.insert(key, *value).expect("they are in order");
        }
        builder.into_inner().expect("it is in memory")
    }

    #[test]
    fn what_was_built_is_found_and_nothing_else() {
        for (seed, keys, letters) in [
            (1, 0, 1),
            (2, 1, 90),
            (3, 40, 3),
            (4, 400, 26),
            (5, 4_000, 95),
            (6, 4_000, 900),
        ] {
            let map = map(seed, keys, letters);
            let bytes = built(&map);
            let read = Automaton::open(&bytes).expect("it is a map");
            assert_eq!(read.keys, map.len());
            for (key, value) in &map {
                assert_eq!(read.get(key), Some(*value), "{key:?}");
                for other in [format!("{key}e"), format!("e{key}"), key.to_uppercase()] {
                    assert_eq!(read.get(&other), map.get(&other).copied(), "{other:?}");
                }
            }
        }
    }

    #[test]
    fn no_bytes_make_a_walk_panic_or_go_on_without_end() {
        let map = map(7, 900, 60);
        let bytes = built(&map);
        let mut state = 11;
        for _ in 0..3_000 {
            let mut forged = bytes.clone();
            for _ in 0..=random(&mut state, 4) {
                let at = random(&mut state, forged.len());
                forged[at] = u8::try_from(random(&mut state, 256)).unwrap_or(0);
            }
            forged.truncate(forged.len() - random(&mut state, 3));
            if let Some(read) = Automaton::open(&forged) {
                for key in map.keys().step_by(7) {
                    let _ = read.get(key);
                }
            }
        }
    }
}
