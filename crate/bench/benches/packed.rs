//! How large a packed set of a million statements is, how long it takes to pack it, and how long to find a cell in it.
//!
//! `PLUMBLINE_SET` names a packed set to measure with in place of the one made here, as scripts/cities.sh writes it.

use plumbline_bench::million::million;
use plumbline_packed::{Opened, Part, pack};
use std::hint::black_box;
use std::time::Instant;

const LOOK_UPS: usize = 200_000;

fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

fn main() {
    let bytes = if let Some(file) = std::env::var_os("PLUMBLINE_SET") {
        std::fs::read(&file).expect("PLUMBLINE_SET names a packed set")
    } else {
        let set = million();
        let start = Instant::now();
        let bytes = pack(&set).expect("the set is sound").to_bytes();
        println!("packed in {:.2} s", start.elapsed().as_secs_f64());
        bytes
    };
    let start = Instant::now();
    let opened = Opened::open(&bytes).expect("it was just packed");
    let head = &opened.head;
    let names = opened.part(Part::Names).map_or(0, <[u8]>::len);
    println!(
        "opened, with all checksums, in {:.1} ms",
        start.elapsed().as_secs_f64() * 1e3
    );
    println!(
        "{} statements about {} entities by {} names: {:.2} MB ({:.2} MB of names), {:.1} bytes a statement",
        head.statements,
        head.entities,
        opened.names.len(),
        float(bytes.len()) / 1e6,
        float(names) / 1e6,
        float(bytes.len()) / f64::from(head.statements)
    );
    let names: Vec<String> = (0..head.entities)
        .step_by((head.entities as usize / 20_000).max(1))
        .filter_map(|place| head.entity(place, |part| opened.part(part)).ok())
        .map(|entity| entity.name)
        .collect();
    let start = Instant::now();
    let mut found = 0;
    for n in 0..LOOK_UPS {
        let name = &names[n * 7919 % names.len()];
        for entity in opened.names.find(name) {
            found += black_box(opened.statements_about(entity, Some(0))).len();
        }
    }
    println!(
        "a cell by its name in {:.2} µs ({found} statements found in {LOOK_UPS} look-ups)",
        start.elapsed().as_secs_f64() * 1e6 / float(LOOK_UPS)
    );
}
