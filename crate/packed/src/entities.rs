//! Entities, front-coded in the order of their names, in shards.

use crate::figures::Style;
use crate::wire::{Bytes, put, put_text};
use crate::{LONGEST_TEXT, MOST_NAMES, SHARD};
use plumbline_core::reference::Entity;
use serde::{Deserialize, Serialize};

/// A shard that holds entities or sources, by the place of its first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct First(pub(crate) u32);

/// Every so many entities the coding begins anew, and one is found by reading no more than so many.
const RUN: usize = 32;

/// Texts that many entities share, each once: kinds, and the beginnings of ids.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Shared {
    pub(crate) kinds: Vec<String>,
    pub(crate) ids: Vec<Style>,
}

/// Which of the rarer things an entity has.
mod has {
    pub(super) const NUMBERED: u8 = 1;
    pub(super) const ALIASES: u8 = 2;
    pub(super) const SHORT: u8 = 4;
    pub(super) const DESCRIBED: u8 = 8;
    pub(super) const ACTS_FOR: u8 = 16;
    pub(super) const PRONOUN: u8 = 32;
}

/// Packs entities, which are in the order of their names; `kind` and `id` give the place of what is common.
pub(crate) fn pack(
    entities: &[&Entity],
    kind: impl Fn(&str) -> usize,
    id: impl Fn(&str) -> Option<(usize, u64)>,
) -> (Vec<Vec<u8>>, Vec<First>) {
    let (mut shards, mut firsts) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < entities.len() {
        firsts.push(First(u32::try_from(at).unwrap_or(u32::MAX)));
        // Where each run begins, then the runs.
        let (mut runs, mut content) = (Vec::new(), Vec::new());
        while at < entities.len() && content.len() < SHARD {
            runs.push(content.len());
            let mut last = "";
            for entity in &entities[at..entities.len().min(at + RUN)] {
                put_entity(entity, last, &kind, &id, &mut content);
                last = &entity.name;
            }
            at = entities.len().min(at + RUN);
        }
        let mut shard = Vec::with_capacity(content.len() + runs.len() * 4 + 4);
        put(runs.len() as u64, &mut shard);
        for run in runs {
            shard.extend_from_slice(&u32::try_from(run).unwrap_or(u32::MAX).to_le_bytes());
        }
        shard.extend_from_slice(&content);
        shards.push(shard);
    }
    (shards, firsts)
}

fn put_entity(
    entity: &Entity,
    last: &str,
    kind: &impl Fn(&str) -> usize,
    id: &impl Fn(&str) -> Option<(usize, u64)>,
    to: &mut Vec<u8>,
) {
    let numbered = id(&entity.id);
    let lists = [
        (has::ALIASES, &entity.aliases),
        (has::SHORT, &entity.short),
        (has::DESCRIBED, &entity.described),
    ];
    let singles = [
        (has::ACTS_FOR, &entity.acts_for),
        (has::PRONOUN, &entity.pronoun),
    ];
    let mut flags = if numbered.is_some() { has::NUMBERED } else { 0 };
    flags |= lists
        .iter()
        .filter(|(_, l)| !l.is_empty())
        .fold(0, |all, (flag, _)| all | flag);
    flags |= singles
        .iter()
        .filter(|(_, s)| s.is_some())
        .fold(0, |all, (flag, _)| all | flag);
    to.push(flags);
    let same: usize = (entity.name.chars().zip(last.chars()))
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    put(same as u64, to);
    put_text(&entity.name[same..], to);
    put(kind(&entity.kind) as u64, to);
    match numbered {
        Some((style, number)) => {
            put(style as u64, to);
            put(number, to);
        }
        None => put_text(&entity.id, to),
    }
    for (_, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
        put(list.len() as u64, to);
        list.iter().for_each(|text| put_text(text, to));
    }
    for text in singles.iter().filter_map(|(_, single)| single.as_ref()) {
        put_text(text, to);
    }
}

/// The entity that is at `index` in a shard.
pub(crate) fn get(shard: &[u8], index: usize, common: &Shared) -> Option<Entity> {
    let mut bytes = Bytes(shard);
    let runs = bytes.index()?;
    let table = bytes.take(runs.checked_mul(4)?)?;
    let start = table.chunks_exact(4).nth(index / RUN)?;
    let start = u32::from_le_bytes(start.try_into().ok()?);
    let mut bytes = Bytes(bytes.0.get(start as usize..)?);
    let mut name = String::new();
    for _ in 0..index % RUN {
        take_entity(&mut bytes, &mut name, common, false)?;
    }
    take_entity(&mut bytes, &mut name, common, true)
}

/// Reads the next entity; one that is not wanted is passed over, and comes without its texts.
fn take_entity(
    bytes: &mut Bytes<'_>,
    name: &mut String,
    common: &Shared,
    wanted: bool,
) -> Option<Entity> {
    let own = |text: &str| {
        if wanted {
            text.to_owned()
        } else {
            String::new()
        }
    };
    let flags = bytes.byte()?;
    let same = bytes.index()?;
    if !name.is_char_boundary(same) {
        return None;
    }
    name.truncate(same);
    name.push_str(bytes.text()?);
    if name.len() > LONGEST_TEXT {
        return None;
    }
    let kind = own(common.kinds.get(bytes.index()?)?);
    let id = if flags & has::NUMBERED == 0 {
        own(bytes.text()?)
    } else {
        let style = common.ids.get(bytes.index()?)?;
        let number = bytes.number()?;
        if wanted {
            style.written(number)
        } else {
            String::new()
        }
    };
    let mut list = |flag: u8| -> Option<Vec<String>> {
        if flags & flag == 0 {
            return Some(Vec::new());
        }
        let many = bytes.index().filter(|many| *many <= MOST_NAMES)?;
        let mut texts = Vec::new();
        for _ in 0..many {
            let text = bytes.text()?;
            if wanted {
                texts.push(text.to_owned());
            }
        }
        Some(texts)
    };
    let (aliases, short, described) = (
        list(has::ALIASES)?,
        list(has::SHORT)?,
        list(has::DESCRIBED)?,
    );
    let mut single = |flag: u8| -> Option<Option<String>> {
        if flags & flag == 0 {
            return Some(None);
        }
        Some(Some(own(bytes.text()?)))
    };
    Some(Entity {
        id,
        name: own(name),
        kind,
        aliases,
        short,
        described,
        acts_for: single(has::ACTS_FOR)?,
        pronoun: single(has::PRONOUN)?,
    })
}
