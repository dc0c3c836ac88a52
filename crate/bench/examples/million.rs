//! Writes a packed set of a million statements, and beside it some of the places that it is about, for
//! `scripts/bench/sets.mjs`: `million FOLDER`.

use plumbline_bench::million::million;
use plumbline_packed::pack;
use std::path::PathBuf;

/// One place of so many is named.
const NAMED: usize = 997;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("which folder?")?);
    let set = million();
    std::fs::write(folder.join("million.pack"), pack(&set)?.to_bytes())?;
    let named: Vec<&str> = (set.entities.iter().step_by(NAMED))
        .map(|entity| entity.name.as_str())
        .collect();
    std::fs::write(folder.join("million.json"), serde_json::to_vec(&named)?)?;
    Ok(())
}
