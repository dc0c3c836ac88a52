//! How large a packed set of a million statements is, how long it takes to pack it, and how long to find a cell in it.
//!
//! `PLUMBLINE_SET` names a packed set to measure with in place of the one made here, as scripts/cities.sh writes it.

use plumbline_core::reference::{Behaviour, Entity, Property, Set, Source, Statement};
use plumbline_packed::{Opened, Part, pack};
use std::hint::black_box;
use std::time::Instant;

const PLACES: usize = 200_000;
const YEARS: usize = 5;
const LOOK_UPS: usize = 200_000;

/// Names as places have them, each another: four syllables, some with a second word.
fn name(number: usize) -> String {
    const FIRST: [&str; 24] = [
        "Al", "Bar", "Ca", "Dor", "El", "Fa", "Gren", "Ha", "In", "Jor", "Kal", "Lu", "Mar", "Nor",
        "Os", "Pa", "Ro", "San", "Ta", "Ul", "Ver", "Wes", "Ya", "Zo",
    ];
    const NEXT: [&str; 30] = [
        "ba", "co", "dan", "e", "fer", "ga", "he", "in", "ja", "ka", "li", "mon", "na", "o", "pe",
        "qui", "ran", "se", "ti", "u", "va", "wick", "xo", "ya", "zen", "ton", "burg", "dale",
        "ford", "stad",
    ];
    let mixed = number.wrapping_mul(2_654_435_761) % 648_000;
    let mut text = String::from(FIRST[mixed % 24]);
    let mut rest = mixed / 24;
    for _ in 0..3 {
        text.push_str(NEXT[rest % 30]);
        rest /= 30;
    }
    if number.is_multiple_of(5) {
        text.push_str(" am ");
        text.push_str(FIRST[rest % 24]);
    }
    text
}

fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(16);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + " people"
}

fn million() -> Set {
    let mut set = Set {
        name: String::from("Places"),
        properties: vec![Property {
            id: String::from("population"),
            label: String::from("{entity}'s population"),
            kinds: Vec::new(),
            units: Vec::new(),
            behaviour: Behaviour::State,
            entity: vec![String::from("place")],
            object: Vec::new(),
            words: Vec::new(),
            labels: Vec::new(),
        }],
        sources: vec![Source {
            id: String::from("census"),
            title: String::from("Census"),
            ..Source::default()
        }],
        ..Set::default()
    };
    for place in 0..PLACES {
        set.entities.push(Entity {
            id: format!("Q{}", 30_000 + place * 97 % 9_999_991),
            name: name(place),
            kind: String::from("place"),
            ..Entity::default()
        });
        let people = 500 + place.wrapping_mul(48_271) % 400_000;
        for year in 0..YEARS {
            set.statements.push(Statement {
                property: String::from("population"),
                entity: set.entities[place].id.clone(),
                quantity: grouped(people + people * year / 50),
                time: Some((2001 + year * 5).to_string()),
                ..Statement::default()
            });
        }
    }
    set
}

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
