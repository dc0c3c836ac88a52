//! All parts one after the other, with a checksum each: a packed set as a file.

use crate::head::NoSubset;
use crate::pack::Packed;
use crate::statements::Found;
use crate::wire::{Bytes, put};
use crate::{Damage, Head, Names, Part};
use plumbline_core::reference::{Set, checksum};
use rustc_hash::FxHashMap;

/// The version of the format that is written and read.
pub(crate) const VERSION: u16 = 1;

const MAGIC: &[u8; 4] = b"PLMS";

impl Packed {
    /// The parts as a file: what it is and its version, how long each part is and its checksum, the parts.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        put(self.parts.len() as u64, &mut bytes);
        for (_, part) in &self.parts {
            put(part.len() as u64, &mut bytes);
            bytes.extend_from_slice(&checksum(part).to_le_bytes());
        }
        for (_, part) in &self.parts {
            bytes.extend_from_slice(part);
        }
        bytes
    }
}

/// What a file begins with: how long each part is and its checksum, and where the first of them begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// For each part, in the order of [`Head::parts`], its length in bytes and its [`checksum`].
    pub parts: Vec<(usize, u32)>,
    /// At which byte of the file the parts begin; one follows the other.
    pub begin: usize,
}

impl Table {
    /// Reads it off the beginning of a file.
    ///
    /// # Errors
    /// When the file is no packed set, of another version, or ends before its table does.
    pub fn read(file: &[u8]) -> Result<Self, Damage> {
        let rest = file.strip_prefix(MAGIC).ok_or(Damage::NotAPack)?;
        let (version, rest) = rest.split_first_chunk::<2>().ok_or(Damage::Damaged)?;
        let version = u16::from_le_bytes(*version);
        if version != VERSION {
            return Err(Damage::OtherVersion(version));
        }
        let mut bytes = Bytes(rest);
        let parts = Self::parts(&mut bytes).ok_or(Damage::Damaged)?;
        Ok(Self {
            parts,
            begin: file.len() - bytes.0.len(),
        })
    }

    fn parts(bytes: &mut Bytes<'_>) -> Option<Vec<(usize, u32)>> {
        let many = bytes.index()?;
        let mut parts = Vec::new();
        for _ in 0..many {
            let length = bytes.index()?;
            let sum: [u8; 4] = bytes.take(4)?.try_into().ok()?;
            parts.push((length, u32::from_le_bytes(sum)));
        }
        Some(parts)
    }
}

/// A packed set that was opened, as it lies in memory.
#[derive(Debug)]
pub struct Opened<'b> {
    /// What it is.
    pub head: Head,
    /// Its names.
    pub names: Names<'b>,
    parts: FxHashMap<Part, &'b [u8]>,
}

impl<'b> Opened<'b> {
    /// Opens a file's bytes. Every checksum is looked at.
    ///
    /// # Errors
    /// When they are no packed set, of another version, or damaged.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Damage> {
        let table = Table::read(bytes)?;
        Self::read(&table, bytes).ok_or(Damage::Damaged)
    }

    fn read(table: &Table, bytes: &'b [u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes.get(table.begin..)?);
        let mut contents = Vec::new();
        for &(length, sum) in &table.parts {
            let part = bytes.take(length)?;
            contents.push(Some(part).filter(|part| checksum(part) == sum)?);
        }
        let head = Head::open(contents.first()?).ok()?;
        let parts = head.parts();
        if parts.len() != contents.len() {
            return None;
        }
        let parts: FxHashMap<Part, &'b [u8]> = parts.into_iter().zip(contents).collect();
        Some(Self {
            names: Names::open(parts.get(&Part::Names)?)?,
            head,
            parts,
        })
    }

    /// The bytes of a part.
    pub fn part(&self, part: Part) -> Option<&'b [u8]> {
        self.parts.get(&part).copied()
    }

    /// The statements about an entity, of one property where that is given. Nothing where a shard is damaged.
    pub fn statements_about(&self, entity: u32, property: Option<u32>) -> Vec<Found> {
        let found = (self.head).statements_about(entity, property, |part| self.part(part));
        found.unwrap_or_default()
    }

    /// The set of these entities alone, with all that is stated of them.
    ///
    /// # Errors
    /// When a part is damaged.
    pub fn subset(&self, entities: &[u32]) -> Result<Set, Damage> {
        let subset = self
            .head
            .subset(entities, usize::MAX, |part| self.part(part));
        subset.map_err(|_: NoSubset| Damage::Damaged)
    }

    /// All of it.
    ///
    /// # Errors
    /// When a part is damaged.
    pub fn whole(&self) -> Result<Set, Damage> {
        let all: Vec<u32> = (0..self.head.entities).collect();
        self.subset(&all)
    }
}
