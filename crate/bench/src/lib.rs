//! The figures reader as JavaScript sees it, to be measured in Node and in a browser, and the texts to
//! measure it with.

pub mod corpus;
pub mod million;
mod shared;

use plumbline_core::figures::{self, Quantity};
use plumbline_core::text;
use std::time::{Duration, Instant};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads the figures of a text and gives how many there are: the string crosses the border, tokens and
/// quantities are made, as in the engine.
#[wasm_bindgen(js_name = readFigures)]
pub fn count(text: &str) -> usize {
    read(text).len()
}

/// Tokenises and reads.
///
/// # Panics
/// When the language that ships is damaged.
pub fn read(text: &str) -> Vec<Quantity> {
    let language = plumbline_bundled::language().expect("what ships is sound");
    figures::read(language.lexicon(), text, &text::tokens(text))
}

/// The fastest of some runs: what the machine can do when nothing else runs.
pub fn fastest(runs: u32, mut work: impl FnMut()) -> Duration {
    (0..runs)
        .map(|_| {
            let started = Instant::now();
            work();
            started.elapsed()
        })
        .min()
        .unwrap_or_default()
}
