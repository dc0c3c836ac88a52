//! The reference sets that the reader has imported: packed ones, kept part by part, of which a check reads those that
//! hold what a page names.
//!
//! A set comes in some parts at a time, each time all of them or none. It is used once it is whole; one that stopped on
//! its way is listed as such, and can be removed.

use super::database::{Database, Kept, PARTS, SETS, Transaction, Trouble, bytes, done, whole};
use super::exchange::push;
use super::opened;
use js_sys::{Array, Uint8Array};
use plumbline_browser::{read, write};
use plumbline_core::reference::{Entity, Set, checksum};
use plumbline_packed::{Damage, Head, Names, NoSubset, Part, Table};
use plumbline_protocol::{
    BYTES_LINE, ComingSet, Exported, SavedSet, SetLine, SetOpening, as_text, of_text,
};
use rustc_hash::FxHashMap;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbKeyRange, IdbObjectStore};

/// How much of a set is handed over at once, in bytes, about.
const AT_ONCE: usize = 1_000_000;

/// The longest parts that are taken, in bytes: a head, the names of some ten million entities, a shard.
const LONGEST_HEAD: usize = 2 << 20;
const LONGEST_NAMES: usize = 32 << 20;
const LONGEST_SHARD: usize = 1 << 20;

/// The most lines of words, properties, derivations and lines of what it covers that a set may have, and how long a line
/// of words is, in bytes, at the most: they are read at each check that touches it.
const MOST_LINES: usize = 1_000;
const LONGEST_LINE: usize = 300;

/// How many entities of a set a page is held against: those that it names first.
const MOST_NAMED: usize = 200;

/// How many statements of a set a page is held against.
const MOST_STATEMENTS: usize = 4_000;

/// How many bytes of a set are read for a page, about; where those whom it names take more, fewer of them are asked for.
const MOST_READ: usize = 16 << 20;

/// How many parts are asked for at once.
const MOST_ASKED: usize = 256;

/// The most names that those whom a page names may have together: of a set with more, nothing is used.
const MOST_NAMES: usize = 20_000;

/// What is kept of a set: what its file begins with, then its parts in their order, head and names the first of them.
/// One after the other they are the file.
const TABLE: u32 = 0;
const HEAD: u32 = 1;
const NAMES: u32 = 2;

/// The key of what is kept of a set, by its place.
fn key(set: u32, place: u32) -> JsValue {
    Array::of2(&set.into(), &place.into()).into()
}

/// The keys of all that is kept of a set, from a place on.
fn keys(set: u32, from: u32) -> Kept<JsValue> {
    Ok(IdbKeyRange::bound(&key(set, from), &key(set, u32::MAX))?.into())
}

/// What is kept of a set at a place; none where there is nothing.
async fn kept(store: &IdbObjectStore, set: u32, place: u32) -> Kept<Vec<u8>> {
    Ok(bytes(&done(store.get(&key(set, place))).await?))
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
    Ok(listed(&numbers, &heads))
}

fn listed(numbers: &Array, heads: &Array) -> Vec<SavedSet> {
    let heads = numbers.iter().zip(heads.iter()).filter_map(|(key, head)| {
        let head: SavedSet = read(head).unwrap_or_default();
        Some(SavedSet {
            number: whole(&key)?,
            ..head
        })
    });
    heads.collect()
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

/// Begins a set, by the beginning of its file; one that is there already, or a part of it, is not begun anew.
pub(crate) async fn begin(name: &str, start: &str) -> Kept<ComingSet> {
    let start = of_text(start);
    let table = Table::read(&start)?;
    for (place, &(length, _)) in table.parts.iter().enumerate() {
        let longest = match place {
            0 => LONGEST_HEAD,
            1 => LONGEST_NAMES,
            _ => LONGEST_SHARD,
        };
        if length > longest {
            return Err(Damage::Damaged.into());
        }
    }
    // Head and names every set has.
    if table.parts.len() < 2 {
        return Err(Damage::Damaged.into());
    }
    let start = start.get(..table.begin).unwrap_or_default();
    let database = Database::open().await?;
    let writing = database.writing(&[SETS, PARTS])?;
    let store = writing.store(PARTS)?;
    for head in heads(&writing).await? {
        if kept(&store, head.number, TABLE).await? == start {
            return coming(&store, &head, &table).await;
        }
    }
    let mut head = SavedSet {
        name: name.to_owned(),
        ..SavedSet::default()
    };
    let value = write(&head).map_err(Trouble::Other)?;
    let number = done(writing.store(SETS)?.add(&value)).await?;
    head.number = whole(&number).ok_or(Trouble::Gone)?;
    done(store.put_with_key(&Uint8Array::from(start), &key(head.number, TABLE))).await?;
    let coming = coming(&store, &head, &table).await?;
    writing.end().await?;
    Ok(coming)
}

/// What is wanted next of a set: as many parts as go at once, and one at least, where there are any left.
async fn coming(store: &IdbObjectStore, head: &SavedSet, table: &Table) -> Kept<ComingSet> {
    let there = parts_there(store, head.number).await?;
    let lengths = || table.parts.iter().map(|(length, _)| *length);
    let from = table.begin + lengths().take(there).sum::<usize>();
    let mut until = from;
    for length in lengths().skip(there) {
        if until > from && until + length > from + AT_ONCE {
            break;
        }
        until += length;
    }
    Ok(ComingSet {
        set: head.number,
        name: head.name.clone(),
        from,
        until,
    })
}

/// How many parts of a set are there.
async fn parts_there(store: &IdbObjectStore, set: u32) -> Kept<usize> {
    let there = done(store.count_with_key(&keys(set, HEAD)?)).await?;
    Ok(whole(&there).map_or(0, |there| there as usize))
}

/// Adds the parts that come next to a set; after the last of them it is whole.
pub(crate) async fn add(set: u32, content: &str) -> Kept<ComingSet> {
    let content = of_text(content);
    let database = Database::open().await?;
    let writing = database.writing(&[SETS, PARTS])?;
    let mut head = head(&writing, set).await?;
    let store = writing.store(PARTS)?;
    let table = Table::read(&kept(&store, set, TABLE).await?)?;
    let there = parts_there(&store, set).await?;
    let mut rest = content.as_slice();
    for (&(length, sum), place) in table.parts.iter().zip(HEAD..).skip(there) {
        if rest.is_empty() {
            break;
        }
        let cut = rest.split_at_checked(length);
        let (part, after) = cut
            .filter(|(bytes, _)| checksum(bytes) == sum)
            .ok_or(Damage::Damaged)?;
        rest = after;
        head.bytes += part.len();
        done(store.put_with_key(&Uint8Array::from(part), &key(set, place))).await?;
    }
    let coming = coming(&store, &head, &table).await?;
    let all = coming.until == coming.from;
    // What does not go on would be asked for again, and again.
    if !rest.is_empty() || content.is_empty() && !all {
        return Err(Damage::Damaged.into());
    }
    if all && !head.whole {
        finish(&store, &mut head, table.parts.len()).await?;
    }
    put(&writing, &head).await?;
    writing.end().await?;
    Ok(ComingSet {
        name: head.name,
        ..coming
    })
}

/// Makes sure that a set can be used, and takes over what it says of itself.
async fn finish(store: &IdbObjectStore, head: &mut SavedSet, parts: usize) -> Kept<()> {
    let packed = Head::open(&kept(store, head.number, HEAD).await?)?;
    let names = kept(store, head.number, NAMES).await?;
    let properties = packed.properties.iter();
    let lines = || properties.clone().flat_map(|property| &property.words);
    let many = packed.properties.len() + packed.derivations.len() + packed.covers.len();
    if Names::open(&names).is_none()
        || packed.parts().len() != parts
        || lines().any(|line| line.len() > LONGEST_LINE)
        || lines().count() + many > MOST_LINES
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

/// The next lines of a set in the library's file, as many bytes as go at once. Of one that is not all there, there are
/// none.
pub(crate) async fn export_set(set: u32, from: u32) -> Kept<Exported> {
    let database = Database::open().await?;
    let reading = database.reading(&[SETS, PARTS])?;
    let store = reading.store(PARTS)?;
    let mut piece = Exported::default();
    if from == TABLE {
        let head = head(&reading, set).await?;
        let table = Table::read(&kept(&store, set, TABLE).await?);
        let parts = table.map_or(0, |table| table.parts.len());
        if !head.whole || parts_there(&store, set).await? != parts {
            piece.left_out = 1;
            return Ok(piece);
        }
        let (name, on) = (head.name, head.on);
        let line = SetLine {
            set: SetOpening { name, on },
        };
        push(&mut piece.text, &line)?;
    }
    let mut place = from;
    let mut length = 0;
    while length < AT_ONCE {
        let part = kept(&store, set, place).await?;
        if part.is_empty() {
            return Ok(piece);
        }
        // A file of any length is read line by line.
        for bytes in part.chunks(AT_ONCE) {
            piece.text.push_str(BYTES_LINE[0]);
            piece.text.push_str(&btoa(&as_text(bytes))?);
            piece.text.push_str(BYTES_LINE[1]);
            piece.text.push('\n');
        }
        length += part.len();
        place += 1;
    }
    piece.next = Some(place);
    Ok(piece)
}

#[wasm_bindgen]
extern "C" {
    /// The base64 of a text in which each character is one byte.
    #[wasm_bindgen(catch)]
    fn btoa(text: &str) -> Result<String, JsValue>;
}

/// Has pages compared with a set, or not.
pub(crate) async fn switch(set: u32, on: bool) -> Kept<Vec<SavedSet>> {
    let database = Database::open().await?;
    let writing = database.writing(&[SETS])?;
    let head = head(&writing, set).await?;
    put(&writing, &SavedSet { on, ..head }).await?;
    let sets = heads(&writing).await?;
    writing.end().await?;
    opened::retain(&|other| other != set);
    Ok(sets)
}

/// Removes a set with all its parts.
pub(crate) async fn remove_set(set: u32) -> Kept<Vec<SavedSet>> {
    let database = Database::open().await?;
    let writing = database.writing(&[SETS, PARTS])?;
    done(writing.store(PARTS)?.delete(&keys(set, TABLE)?)).await?;
    done(writing.store(SETS)?.delete(&set.into())).await?;
    let sets = heads(&writing).await?;
    writing.end().await?;
    opened::retain(&|other| other != set);
    Ok(sets)
}

/// Head and names of each set that pages are compared with, each after its number, as the store has them.
pub(super) async fn openings(database: &Database) -> Kept<Array> {
    let reading = database.reading(&[SETS, PARTS])?;
    let store = reading.store(PARTS)?;
    let openings = Array::new();
    for set in compared(&heads(&reading).await?) {
        let table = kept(&store, set, TABLE).await?;
        if let Some(opening) = opened::opening(set, &table) {
            openings.push(&opening);
            continue;
        }
        let head = done(store.get(&key(set, HEAD)));
        let names = done(store.get(&key(set, NAMES)));
        let (head, names) = (head.await?, names.await?);
        openings.push(&opening(set, table, &head, &names));
    }
    Ok(openings)
}

/// The same of what was read before the engine was there: of all sets their numbers, how they are listed, and the first
/// parts of those that are on.
pub(super) fn read_early(numbers: &Array, heads: &Array, first: &Array) -> Array {
    let openings = Array::new();
    for set in compared(&listed(numbers, heads)) {
        let is_it = |(number, _): &(JsValue, JsValue)| whole(number) == Some(set);
        let parts = numbers.iter().zip(first.iter()).find(is_it);
        let parts = Array::from(&parts.map_or(JsValue::UNDEFINED, |(_, parts)| parts));
        let [table, head, names] = [TABLE, HEAD, NAMES].map(|place| parts.get(place));
        openings.push(&opening(set, bytes(&table), &head, &names));
    }
    openings
}

/// The sets that pages are compared with, among all; of others nothing is kept any more.
fn compared(all: &[SavedSet]) -> Vec<u32> {
    let on = all.iter().filter(|set| set.on && set.whole);
    let sets: Vec<u32> = on.map(|set| set.number).collect();
    opened::retain(&|set| sets.contains(&set));
    sets
}

/// What a set opens with, which is kept if there is room.
fn opening(set: u32, table: Vec<u8>, head: &JsValue, names: &JsValue) -> Array {
    let length = |part: &JsValue| part.dyn_ref::<Uint8Array>().map_or(0, Uint8Array::length);
    let bytes = (length(head) + length(names)) as usize;
    let opening = Array::of3(&set.into(), head, names);
    opened::keep(set, table, &opening, bytes);
    opening
}

/// What of a set a page names.
#[derive(Debug)]
pub(crate) struct Touched {
    number: u32,
    head: Rc<Head>,
    entities: Vec<u32>,
}

/// What of a set a page names, by the set's opening; nothing where it names nobody.
pub(super) fn touched(
    opening: &JsValue,
    texts: &mut dyn Iterator<Item = &str>,
) -> Kept<Option<Touched>> {
    let opening: &Array = opening.dyn_ref().ok_or(Damage::Damaged)?;
    let number = whole(&opening.get(0)).ok_or(Damage::Damaged)?;
    let read = opened::read(number, opening);
    let names = Names::open(&read.names).ok_or(Damage::Damaged)?;
    let entities = names.named(texts, MOST_NAMED);
    if entities.is_empty() {
        return Ok(None);
    }
    Ok(Some(Touched {
        number,
        head: read.head()?,
        entities,
    }))
}

impl Touched {
    /// Whom it names of which set.
    pub(super) fn named(&self) -> (u32, Vec<u32>) {
        (self.number, self.entities.clone())
    }

    /// Reads the parts of the set that hold it, as far as they are not kept; whether it `keeps` them is for the page to say.
    pub(super) async fn fetch(mut self, keeps: bool) -> Kept<Set> {
        let mut read: FxHashMap<Part, Rc<Vec<u8>>> = FxHashMap::default();
        let mut room = MOST_READ;
        let mut database: Option<Rc<Database>> = None;
        loop {
            let had = |part| read.get(&part).map(|bytes| bytes.as_slice());
            let needed = match self.head.subset(&self.entities, MOST_STATEMENTS, had) {
                Ok(set) => return usable(set),
                Err(NoSubset::Needs(needed)) => needed,
                Err(NoSubset::Damaged) => return Err(Damage::Damaged.into()),
            };
            if room == 0 {
                self.entities.truncate(self.entities.len() / 2);
                read.clear();
                room = MOST_READ;
                continue;
            }
            let (mut parts, mut missing) = (Vec::new(), Vec::new());
            for part in needed.into_iter().take(MOST_ASKED) {
                let place = HEAD.saturating_add(self.head.place(part));
                match opened::part(self.number, place) {
                    Some(known) => parts.push((part, known)),
                    None => missing.push((part, place)),
                }
            }
            if !missing.is_empty() {
                let reading = if let Some(database) = &database {
                    Database::reading(database, &[PARTS])?
                } else {
                    let (opened, reading) = Database::recalled(&[PARTS]).await?;
                    database = Some(opened);
                    reading
                };
                let store = reading.store(PARTS)?;
                let ask = |(part, place)| Ok((part, place, store.get(&key(self.number, place))?));
                let asked: Kept<Vec<_>> = missing.into_iter().map(ask).collect();
                let asked = asked?;
                // All of them have come then: to wait for each takes a page that has just begun longer than to read it.
                reading.end().await?;
                for (part, place, asked) in asked {
                    let record = Rc::new(bytes(&asked.result()?));
                    if keeps {
                        opened::keep_part(self.number, place, &record);
                    }
                    parts.push((part, record));
                }
            }
            for (part, record) in parts {
                room = room.saturating_sub(record.len());
                // It would be asked for again, and again.
                if record.is_empty() || read.insert(part, record).is_some() {
                    return Err(Damage::Damaged.into());
                }
            }
        }
    }
}

/// What of a set a page is held against, unless those whom it names have names without end.
fn usable(set: Set) -> Kept<Set> {
    let names =
        |entity: &Entity| entity.aliases.len() + entity.short.len() + entity.described.len();
    if set.entities.iter().map(names).sum::<usize>() > MOST_NAMES {
        return Err(Damage::Damaged.into());
    }
    Ok(set)
}
