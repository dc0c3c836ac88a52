//! Reads any text as figures; what must hold is in `invariants`.
#![no_main]

#[path = "../../crate/core/tests/figures/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    invariants::check(&text);
});
