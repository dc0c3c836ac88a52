//! A set of a million statements, made up: places with their people in five years.

use plumbline_core::reference::{Entity, Property, Set, Source, Statement};
use plumbline_core::relations::relation;

const PLACES: usize = 200_000;
const YEARS: usize = 5;

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

/// The set.
pub fn million() -> Set {
    let mut set = Set {
        name: String::from("Places"),
        properties: (relation("population").into_iter())
            .map(|population| Property {
                entity: vec![String::from("place")],
                ..population
            })
            .collect(),
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
