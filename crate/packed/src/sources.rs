//! Sources, in shards.

use crate::entities::First;
use crate::wire::{Bytes, put};
use crate::{LONGEST_TITLE, SHARD};
use plumbline_core::reference::Source;

/// Packs sources, in their order.
pub(crate) fn pack(sources: &[Source]) -> (Vec<Vec<u8>>, Vec<First>) {
    let (mut shards, mut firsts) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < sources.len() {
        firsts.push(First(u32::try_from(at).unwrap_or(u32::MAX)));
        let (mut starts, mut content) = (Vec::new(), Vec::new());
        while at < sources.len() && content.len() < SHARD {
            starts.push(content.len());
            content.extend(postcard::to_stdvec(&sources[at]).unwrap_or_default());
            at += 1;
        }
        let mut shard = Vec::new();
        put(starts.len() as u64, &mut shard);
        for start in starts {
            shard.extend_from_slice(&u32::try_from(start).unwrap_or(u32::MAX).to_le_bytes());
        }
        shard.extend_from_slice(&content);
        shards.push(shard);
    }
    (shards, firsts)
}

/// The source that is at `index` in a shard.
pub(crate) fn get(shard: &[u8], index: usize) -> Option<Source> {
    let mut bytes = Bytes(shard);
    let many = bytes.index()?;
    let table = bytes.take(many.checked_mul(4)?)?;
    let start = table.chunks_exact(4).nth(index)?;
    let start = u32::from_le_bytes(start.try_into().ok()?);
    let (source, _): (Source, _) =
        postcard::take_from_bytes(bytes.0.get(start as usize..)?).ok()?;
    is_short(&source).then_some(source)
}

/// Whether all that it says of itself is short enough to be packed.
pub(crate) fn is_short(source: &Source) -> bool {
    let told = source.told().into_iter().map(|(_, text)| text);
    told.chain(&source.copy_of)
        .all(|text| text.len() <= LONGEST_TITLE)
}
