//! The reference sets that the reader has imported: packed ones, kept part by part, of which a check reads those that
//! hold what a page names.
//!
//! A set comes in some parts at a time, each time all of them or none. It is used once it is whole; one that stopped on
//! its way is listed as such, and can be removed.

use super::database::{Database, Kept, PARTS, SETS, Transaction, Trouble, bytes, done, whole};
use js_sys::{Array, Uint8Array};
use plumbline_browser::{read, write};
use plumbline_core::reference::{Set, checksum};
use plumbline_packed::{Damage, Head, Names, NoSubset, Part, Table};
use plumbline_protocol::{Bytes, ComingSet, PackedPart, SavedSet};
use rustc_hash::FxHashMap;
use wasm_bindgen::JsValue;
use web_sys::IdbKeyRange;

/// The longest part that is taken, in bytes: the names of some ten million entities.
const LONGEST_PART: usize = 32 << 20;

/// The most properties and words that a set may have: they are read at each check that touches it.
const MOST_WORDS: usize = 4_000;

/// How many entities of a set a page is held against: those that it names first.
const MOST_NAMED: usize = 200;

/// How many statements of a set a page is held against.
const MOST_STATEMENTS: usize = 4_000;

/// Head and names are parts that every set has, and the first of them.
const HEAD: u32 = 0;
const NAMES: u32 = 1;

/// The key of a part, by its place among all of the set.
fn key(set: u32, part: u32) -> JsValue {
    Array::of2(&set.into(), &part.into()).into()
}

/// The keys of all parts of a set.
fn keys(set: u32) -> Kept<JsValue> {
    Ok(IdbKeyRange::bound(&key(set, 0), &key(set, u32::MAX))?.into())
}

/// All sets as they are listed.
pub(crate) async fn sets() -> Kept<Vec<SavedSet>> {
    let database = Database::open().await?;
    heads(&database.reading(&[SETS])?).await
}

async fn heads(reading: &Transaction) -> Kept<Vec<SavedSet>> {
    let store = reading.store(SETS)?;
    let (numbers, heads) = (done(store.get_all_keys()), done(store.get_all()));
    let (numbers, heads) = (Array::from(&numbers.await?), Array::from(&heads.await?));
    let heads = numbers.iter().zip(heads.iter()).filter_map(|(key, head)| {
        let head: SavedSet = read(head).unwrap_or_default();
        Some(SavedSet {
            number: whole(&key)?,
            ..head
        })
    });
    Ok(heads.collect())
}

/// A set that must be there.
async fn head(reading: &Transaction, set: u32) -> Kept<SavedSet> {
    let heads = heads(reading).await?;
    let head = heads.into_iter().find(|head| head.number == set);
    head.ok_or(Trouble::Gone)
}

async fn put(writing: &Transaction, head: &SavedSet) -> Kept<()> {
    let value = write(head).map_err(Trouble::Other)?;
    let sets = writing.store(SETS)?;
    done(sets.put_with_key(&value, &head.number.into()))
        .await
        .map(drop)
}

/// Begins a set, by the beginning of its file.
pub(crate) async fn begin(file: &str, start: &Bytes) -> Kept<ComingSet> {
    let table = Table::read(&start.0)?;
    if table.parts.iter().any(|(length, _)| *length > LONGEST_PART) {
        return Err(Damage::Damaged.into());
    }
    let database = Database::open().await?;
    let writing = database.writing(&[SETS])?;
    let head = SavedSet {
        name: file.to_owned(),
        ..SavedSet::default()
    };
    let head = write(&head).map_err(Trouble::Other)?;
    let number = done(writing.store(SETS)?.add(&head)).await?;
    writing.end().await?;
    let set = whole(&number).ok_or(Trouble::Gone)?;
    let parts = table.parts.into_iter();
    Ok(ComingSet {
        set,
        begin: table.begin,
        parts: parts
            .map(|(length, sum)| PackedPart { length, sum })
            .collect(),
    })
}

/// Adds parts to a set, of which `first` is the place of the first; after the last of them it is whole.
pub(crate) async fn add(
    set: u32,
    first: u32,
    parts: &[PackedPart],
    content: &Bytes,
    last: bool,
) -> Kept<Vec<SavedSet>> {
    let database = Database::open().await?;
    let writing = database.writing(&[SETS, PARTS])?;
    let mut head = head(&writing, set).await?;
    let store = writing.store(PARTS)?;
    let mut rest = content.0.as_slice();
    for (part, place) in parts.iter().zip(first..) {
        let cut = rest.split_at_checked(part.length);
        let (part, after) = cut
            .filter(|(bytes, _)| checksum(bytes) == part.sum)
            .ok_or(Damage::Damaged)?;
        rest = after;
        head.bytes += part.len();
        done(store.put_with_key(&Uint8Array::from(part), &key(set, place))).await?;
    }
    if last {
        finish(&writing, &mut head).await?;
    }
    put(&writing, &head).await?;
    let sets = heads(&writing).await?;
    writing.end().await?;
    Ok(sets)
}

/// Makes sure that a set is whole, and takes over what it says of itself.
async fn finish(reading: &Transaction, head: &mut SavedSet) -> Kept<()> {
    let store = reading.store(PARTS)?;
    let there = done(store.count_with_key(&keys(head.number)?)).await?;
    let packed = Head::open(&bytes(&done(store.get(&key(head.number, HEAD))).await?))?;
    let names = bytes(&done(store.get(&key(head.number, NAMES))).await?);
    let words = packed
        .properties
        .iter()
        .map(|property| 1 + property.words.len());
    if Names::open(&names).is_none()
        || whole(&there) != u32::try_from(packed.parts().len()).ok()
        || words.sum::<usize>() > MOST_WORDS
    {
        return Err(Damage::Damaged.into());
    }
    if !packed.name.is_empty() {
        head.name = packed.name;
    }
    head.covers = packed.covers;
    head.statements = packed.statements;
    head.entities = packed.entities;
    head.on = true;
    head.whole = true;
    Ok(())
}

/// Has pages compared with a set, or not.
pub(crate) async fn switch(set: u32, on: bool) -> Kept<Vec<SavedSet>> {
    let database = Database::open().await?;
    let writing = database.writing(&[SETS])?;
    let head = head(&writing, set).await?;
    put(&writing, &SavedSet { on, ..head }).await?;
    let sets = heads(&writing).await?;
    writing.end().await?;
    Ok(sets)
}

/// Removes a set with all its parts.
pub(crate) async fn remove_set(set: u32) -> Kept<Vec<SavedSet>> {
    let database = Database::open().await?;
    let writing = database.writing(&[SETS, PARTS])?;
    done(writing.store(PARTS)?.delete(&keys(set)?)).await?;
    done(writing.store(SETS)?.delete(&set.into())).await?;
    let sets = heads(&writing).await?;
    writing.end().await?;
    Ok(sets)
}

/// Head and names of each set that pages are compared with, each after its number, as the store has them.
pub(super) async fn openings(database: &Database) -> Kept<Array> {
    let reading = database.reading(&[SETS, PARTS])?;
    let store = reading.store(PARTS)?;
    let openings = Array::new();
    for set in heads(&reading).await? {
        if set.on && set.whole {
            let head = done(store.get(&key(set.number, HEAD))).await?;
            let names = done(store.get(&key(set.number, NAMES))).await?;
            openings.push(&Array::of3(&set.number.into(), &head, &names));
        }
    }
    Ok(openings)
}

/// What of a set a page names.
#[derive(Debug)]
pub(crate) struct Touched {
    number: u32,
    head: Head,
    entities: Vec<u32>,
}

/// What of a set a page names, by the set's opening; nothing where it names nobody.
pub(super) fn touched<'t>(
    opening: &JsValue,
    texts: &mut dyn Iterator<Item = &'t str>,
) -> Kept<Option<Touched>> {
    let opening = Array::from(opening);
    let names = bytes(&opening.get(2));
    let names = Names::open(&names).ok_or(Damage::Damaged)?;
    let entities = names.named(texts, MOST_NAMED);
    let Some(number) = whole(&opening.get(0)).filter(|_| !entities.is_empty()) else {
        return Ok(None);
    };
    Ok(Some(Touched {
        number,
        head: Head::open(&bytes(&opening.get(1)))?,
        entities,
    }))
}

impl Touched {
    /// Reads the parts of the set that hold it.
    pub(super) async fn fetch(self, database: &Database) -> Kept<Set> {
        let places: FxHashMap<Part, u32> = self.head.parts().into_iter().zip(0..).collect();
        let mut read: FxHashMap<Part, Vec<u8>> = FxHashMap::default();
        loop {
            let had = |part| read.get(&part).map(Vec::as_slice);
            let needed = match self.head.subset(&self.entities, MOST_STATEMENTS, had) {
                Ok(set) => return Ok(set),
                Err(NoSubset::Needs(needed)) => needed,
                Err(NoSubset::Damaged) => return Err(Damage::Damaged.into()),
            };
            let reading = database.reading(&[PARTS])?;
            let store = reading.store(PARTS)?;
            let asked: Vec<_> = (needed.iter())
                .filter_map(|part| places.get(part))
                .map(|&place| done(store.get(&key(self.number, place))))
                .collect();
            for (part, asked) in needed.into_iter().zip(asked) {
                let record = asked.await?;
                // It would be asked for again, and again.
                if record.is_undefined() || read.insert(part, bytes(&record)).is_some() {
                    return Err(Damage::Damaged.into());
                }
            }
        }
    }
}
