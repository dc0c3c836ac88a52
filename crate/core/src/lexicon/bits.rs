//! Several word classes at once, as bits.

use super::coded::{Bytes, Coded};
use std::ops::{BitOr, BitOrAssign};

/// How many classes a part holds.
const BITS: usize = u128::BITS as usize;

/// Some classes, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class([u128; 3]);

impl Class {
    pub(crate) const NONE: Self = Self([0; 3]);

    pub(super) const fn bit(bit: u32) -> Self {
        match bit {
            bit @ 0..128 => Self([1 << bit, 0, 0]),
            bit @ 128..256 => Self([0, 1 << (bit - 128), 0]),
            bit => Self([0, 0, 1 << (bit - 256)]),
        }
    }

    /// Whether the two have a class in common.
    #[expect(
        clippy::inline_always,
        reason = "nearly always one of the two is a constant of one class: one look is left of six"
    )]
    #[inline(always)]
    pub(crate) const fn meets(&self, other: Self) -> bool {
        self.0[0] & other.0[0] | self.0[1] & other.0[1] | self.0[2] & other.0[2] != 0
    }

    /// Those of the classes that the other has too.
    pub(crate) const fn within(self, other: Self) -> Self {
        let [a, b, c] = self.0;
        let [d, e, f] = other.0;
        Self([a & d, b & e, c & f])
    }

    pub(super) const fn and(self, other: Self) -> Self {
        let [a, b, c] = self.0;
        let [d, e, f] = other.0;
        Self([a | d, b | e, c | f])
    }
}

/// How many there are, and the steps from one to the next: most words have few.
impl Coded for Class {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        let has = |bit: &usize| self.0[bit / BITS] >> (bit % BITS) & 1 == 1;
        let bits: Vec<usize> = (0..self.0.len() * BITS).filter(has).collect();
        bits.len().put(out);
        let mut last = 0;
        for bit in bits {
            (bit - last).put(out);
            last = bit;
        }
    }

    fn take(bytes: &mut Bytes) -> Option<Self> {
        let mut class = Self([0; 3]);
        let mut bit = 0;
        for _ in 0..usize::take(bytes)? {
            bit += usize::take(bytes)?;
            *class.0.get_mut(bit / BITS)? |= 1 << (bit % BITS);
        }
        Some(class)
    }
}

impl BitOr for Class {
    type Output = Self;

    #[inline]
    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

impl BitOrAssign for Class {
    fn bitor_assign(&mut self, other: Self) {
        *self = self.and(other);
    }
}
