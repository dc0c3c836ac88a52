//! Statements in the order of entity, property and object, each as what it has otherwise than the one before, in blocks
//! that begin anew, in shards of blocks.

use crate::figures::Style;
use crate::wire::{Bytes, put, put_signed, put_text};
use crate::{LONGEST_TEXT, SHARD};
use serde::{Deserialize, Serialize};

/// How many statements a block holds: to find a cell, no more are passed over.
const BLOCK: usize = 32;

/// What many statements share, each once, by place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Shared {
    pub(crate) times: Vec<String>,
    pub(crate) styles: Vec<Style>,
}

/// A statement by the places of what it is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Coded {
    pub(crate) entity: u32,
    pub(crate) property: u32,
    pub(crate) object: Option<u32>,
    /// The place of its time, or of the time before which it held.
    pub(crate) time: Option<u32>,
    /// Its flags other than where it stands, see [`flag`].
    pub(crate) flags: u8,
    pub(crate) source: u32,
    pub(crate) figure: Figure,
}

/// A figure as it is packed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Figure {
    /// A number in a style.
    Styled(u32, u64),
    /// As it is.
    Text(String),
}

/// What a statement is besides its figure.
pub(crate) mod flag {
    /// Its time is the one before which it held.
    pub(crate) const BEFORE: u8 = 1;
    pub(crate) const WHOLE: u8 = 2;
    pub(crate) const ONE_OF_SEVERAL: u8 = 4;
    pub(crate) const HYPOTHETICAL: u8 = 8;
}

/// What a statement has as the one before it, or has not at all.
mod same {
    pub(super) const ENTITY: u8 = 1;
    pub(super) const PROPERTY: u8 = 2;
    pub(super) const NO_OBJECT: u8 = 4;
    pub(super) const NO_TIME: u8 = 8;
    pub(super) const SOURCE: u8 = 16;
    pub(super) const STYLE: u8 = 32;
    pub(super) const TEXT: u8 = 64;
    pub(super) const NO_FLAGS: u8 = 128;
}

/// What the next statement is told by: the one before.
#[derive(Debug, Clone, Copy, Default)]
struct Before {
    entity: u32,
    property: u32,
    time: u32,
    source: u32,
    style: u32,
}

/// Packs statements, which are in order; gives for each shard the entity of its first.
pub(crate) fn pack(statements: &[Coded]) -> (Vec<Vec<u8>>, Vec<u32>) {
    let (mut shards, mut firsts) = (Vec::new(), Vec::new());
    let mut blocks = statements.chunks(BLOCK).peekable();
    while let Some(first) = blocks.peek() {
        firsts.push(first[0].entity);
        let (mut table, mut content) = (Vec::new(), Vec::new());
        let mut count = 0;
        while let Some(block) = blocks.next_if(|_| content.len() < SHARD) {
            table.extend_from_slice(&block[0].entity.to_le_bytes());
            table.extend_from_slice(
                &u32::try_from(content.len())
                    .unwrap_or(u32::MAX)
                    .to_le_bytes(),
            );
            count += 1;
            let mut before = Before {
                entity: block[0].entity,
                ..Before::default()
            };
            for statement in block {
                put_statement(statement, &mut before, &mut content);
            }
        }
        let mut shard = Vec::with_capacity(table.len() + content.len() + 4);
        put(count, &mut shard);
        shard.extend_from_slice(&table);
        shard.extend_from_slice(&content);
        shards.push(shard);
    }
    (shards, firsts)
}

fn put_statement(statement: &Coded, before: &mut Before, to: &mut Vec<u8>) {
    let (text, style) = match &statement.figure {
        Figure::Styled(style, _) => (false, *style),
        Figure::Text(_) => (true, before.style),
    };
    let signs = [
        (same::ENTITY, statement.entity == before.entity),
        (same::PROPERTY, statement.property == before.property),
        (same::NO_OBJECT, statement.object.is_none()),
        (same::NO_TIME, statement.time.is_none()),
        (same::SOURCE, statement.source == before.source),
        (same::STYLE, style == before.style),
        (same::TEXT, text),
        (same::NO_FLAGS, statement.flags == 0),
    ];
    let signs = signs
        .iter()
        .filter(|(_, is)| *is)
        .fold(0, |all, (sign, _)| all | sign);
    to.push(signs);
    if signs & same::ENTITY == 0 {
        put(u64::from(statement.entity - before.entity), to);
    }
    if signs & same::PROPERTY == 0 {
        put(u64::from(statement.property), to);
    }
    if let Some(object) = statement.object {
        put(u64::from(object), to);
    }
    if let Some(time) = statement.time {
        put_signed(i64::from(time) - i64::from(before.time), to);
        before.time = time;
    }
    if signs & same::SOURCE == 0 {
        put_signed(i64::from(statement.source) - i64::from(before.source), to);
    }
    if signs & same::STYLE == 0 {
        put(u64::from(style), to);
    }
    if signs & same::NO_FLAGS == 0 {
        to.push(statement.flags);
    }
    match &statement.figure {
        Figure::Styled(_, number) => put(*number, to),
        Figure::Text(text) => put_text(text, to),
    }
    before.entity = statement.entity;
    before.property = statement.property;
    before.source = statement.source;
    before.style = style;
}

/// A statement that was found, by the places of what it names.
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts that go together in every way"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The entity.
    pub entity: u32,
    /// The property, by its place in the set.
    pub property: u32,
    /// The object.
    pub object: Option<u32>,
    /// The figure as the source writes it.
    pub quantity: String,
    /// When, as the source says it, or before when.
    pub time: Option<String>,
    /// Whether it held before that time.
    pub before: bool,
    /// Whether the figure is for the whole of the object.
    pub whole: bool,
    /// Whether the same happened at other times too.
    pub one_of_several: bool,
    /// Whether the source only supposes it.
    pub hypothetical: bool,
    /// The source, by its place.
    pub source: u32,
}

/// The statements of a shard about `entity` and, where that is given, of one property; hands over each, until that is
/// enough. Nothing where the shard is damaged.
pub(crate) fn find(
    shard: &[u8],
    entity: u32,
    property: Option<u32>,
    common: &Shared,
    mut hand_over: impl FnMut(Found) -> bool,
) -> Option<()> {
    let mut bytes = Bytes(shard);
    let count = bytes.index()?;
    let table = bytes.take(count.checked_mul(8)?)?;
    let content = bytes.0;
    let entry = |at: usize| -> Option<(u32, usize)> {
        let (entity, offset) = table.get(at * 8..at * 8 + 8)?.split_at(4);
        let offset = u32::from_le_bytes(offset.try_into().ok()?);
        Some((u32::from_le_bytes(entity.try_into().ok()?), offset as usize))
    };
    // The first block that begins with it or after it; it may have begun in the one before.
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low.midpoint(high);
        if entry(middle)?.0 < entity {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for block in low.saturating_sub(1)..count {
        let (first, start) = entry(block)?;
        if first > entity {
            break;
        }
        let end = if block + 1 < count {
            entry(block + 1)?.1
        } else {
            content.len()
        };
        let mut bytes = Bytes(content.get(start..end)?);
        let mut before = Before {
            entity: first,
            ..Before::default()
        };
        while !bytes.0.is_empty() {
            let wanted = |entity_at: u32, property_at: u32| {
                entity_at == entity && property.is_none_or(|property| property == property_at)
            };
            let found = take_statement(&mut bytes, &mut before, common, wanted)?;
            if before.entity > entity {
                return Some(());
            }
            if found.is_some_and(|found| !hand_over(found)) {
                return Some(());
            }
        }
    }
    Some(())
}

/// Reads the next statement; gives it where it is wanted.
#[expect(
    clippy::option_option,
    reason = "damage is not the same as what is not asked for"
)]
fn take_statement(
    bytes: &mut Bytes<'_>,
    before: &mut Before,
    common: &Shared,
    wanted: impl Fn(u32, u32) -> bool,
) -> Option<Option<Found>> {
    let signs = bytes.byte()?;
    let has = |sign: u8| signs & sign != 0;
    let small = |number: u64| u32::try_from(number).ok();
    let moved = |from: u32, by: i64| u32::try_from(i64::from(from).checked_add(by)?).ok();
    if !has(same::ENTITY) {
        before.entity = before.entity.checked_add(small(bytes.number()?)?)?;
    }
    if !has(same::PROPERTY) {
        before.property = small(bytes.number()?)?;
    }
    let object = if has(same::NO_OBJECT) {
        None
    } else {
        Some(small(bytes.number()?)?)
    };
    let time = if has(same::NO_TIME) {
        None
    } else {
        before.time = moved(before.time, bytes.signed()?)?;
        Some(before.time)
    };
    if !has(same::SOURCE) {
        before.source = moved(before.source, bytes.signed()?)?;
    }
    if !has(same::STYLE) {
        before.style = small(bytes.number()?)?;
    }
    let flags = if has(same::NO_FLAGS) {
        0
    } else {
        bytes.byte()?
    };
    let (number, text) = if has(same::TEXT) {
        (0, Some(bytes.text().filter(|t| t.len() <= LONGEST_TEXT)?))
    } else {
        (bytes.number()?, None)
    };
    if !wanted(before.entity, before.property) {
        return Some(None);
    }
    let quantity = match text {
        Some(text) => text.to_owned(),
        None => common.styles.get(before.style as usize)?.written(number),
    };
    Some(Some(Found {
        entity: before.entity,
        property: before.property,
        object,
        quantity,
        time: match time {
            Some(time) => Some(common.times.get(time as usize)?.clone()),
            None => None,
        },
        before: flags & flag::BEFORE != 0,
        whole: flags & flag::WHOLE != 0,
        one_of_several: flags & flag::ONE_OF_SEVERAL != 0,
        hypothetical: flags & flag::HYPOTHETICAL != 0,
        source: before.source,
    }))
}
