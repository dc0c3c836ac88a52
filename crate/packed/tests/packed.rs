//! A packed set gives back what went in, cell by cell and as a whole, and no damage makes it panic.

use plumbline_core::reference::{Behaviour, Entity, Property, Set, Source, Statement};
use plumbline_packed::{Damage, Head, Names, NoSubset, Opened, Part, SHARD, pack};
use std::collections::BTreeMap;

/// A set of so many towns with their people in ten years, and a river that flows through the first of them.
fn towns(many: usize) -> Set {
    let property = |id: &str, object: &[&str]| Property {
        id: id.to_owned(),
        label: format!("{{entity}}'s {id}"),
        kinds: Vec::new(),
        units: Vec::new(),
        behaviour: Behaviour::State,
        entity: vec![String::from("town")],
        object: object.iter().map(ToString::to_string).collect(),
        words: Vec::new(),
        labels: Vec::new(),
    };
    let mut set = Set {
        name: String::from("Towns"),
        properties: vec![property("population", &[]), property("width", &["town"])],
        sources: (0..3)
            .map(|n| Source {
                id: format!("census-{n}"),
                title: format!("Census {n}"),
                ..Source::default()
            })
            .collect(),
        ..Set::default()
    };
    for n in 0..many {
        set.entities.push(Entity {
            id: format!("town-{n}"),
            name: format!("{}ville {}", ["Oak", "Ash", "Élm"][n % 3], n / 7),
            kind: String::from("town"),
            aliases: (n % 5 == 0)
                .then(|| format!("Old {n}"))
                .into_iter()
                .collect(),
            ..Entity::default()
        });
        for year in 0..10 {
            let people = (n * 7919 + year * 31) % 3_000_000;
            let quantity = match year {
                0 => format!("{people} people"),
                1 => String::from("about two dozen"),
                _ => grouped(people),
            };
            set.statements.push(Statement {
                source: year % 3,
                property: String::from("population"),
                entity: format!("town-{n}"),
                quantity,
                time: (year > 2).then(|| format!("{}", 2010 + year)),
                before: (year == 2).then(|| String::from("2012")),
                hypothetical: year == 9,
                whole: year == 8,
                ..Statement::default()
            });
        }
    }
    set.entities.push(Entity {
        id: String::from("river"),
        name: String::from("Orr"),
        kind: String::from("river"),
        ..Entity::default()
    });
    set.statements.push(Statement {
        property: String::from("width"),
        entity: String::from("river"),
        object: Some(String::from("town-0")),
        quantity: String::from("40 metres"),
        ..Statement::default()
    });
    set
}

fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Statements in an order that does not depend on how they are kept.
fn sorted(set: &Set) -> Vec<String> {
    let mut all: Vec<String> = (set.statements.iter())
        .map(|s| {
            let source = &set.sources[s.source].id;
            format!(
                "{source} {:?}",
                Statement {
                    source: 0,
                    ..s.clone()
                }
            )
        })
        .collect();
    all.sort();
    all
}

#[test]
fn what_is_unpacked_is_what_was_packed() {
    let set = towns(3000);
    let packed = pack(&set).expect("it is sound");
    let bytes = packed.to_bytes();
    assert_eq!(bytes, pack(&set).expect("it is sound").to_bytes());
    let opened = Opened::open(&bytes).expect("it is sound");
    let whole = opened.whole().expect("it is sound");
    assert_eq!(sorted(&whole), sorted(&set));
    let ids = |set: &Set| -> BTreeMap<String, Entity> {
        set.entities
            .iter()
            .map(|e| (e.id.clone(), e.clone()))
            .collect()
    };
    assert_eq!(ids(&whole), ids(&set));
    assert_eq!(whole.properties, set.properties);
    let shards = packed
        .parts
        .iter()
        .filter(|(part, _)| matches!(part, Part::Statements(_)));
    assert!(shards.clone().count() > 3, "several shards");
    assert!(shards.clone().all(|(_, bytes)| bytes.len() < SHARD * 3 / 2));
}

#[test]
fn every_cell_is_found_by_its_name() {
    let set = towns(2000);
    let bytes = pack(&set).expect("it is sound").to_bytes();
    let opened = Opened::open(&bytes).expect("it is sound");
    for (at, entity) in set.entities.iter().enumerate().step_by(97) {
        let meant = opened.names.find(&entity.name.to_uppercase());
        let own = meant.iter().filter(|place| {
            let found = opened.head.entity(**place, |part| opened.part(part));
            found.expect("it is there").id == entity.id
        });
        let [place] = own.collect::<Vec<_>>()[..] else {
            panic!("{at}: {meant:?}");
        };
        let found = opened.statements_about(*place, None);
        let stated = set.statements.iter().filter(|s| s.entity == entity.id);
        assert_eq!(found.len(), stated.count(), "{}", entity.id);
        assert!(opened.statements_about(*place, Some(1)).len() < 2);
    }
    assert!(opened.names.find("Nowhere").is_empty());
}

#[test]
fn a_text_is_asked_whom_it_can_name() {
    let bytes = pack(&towns(40)).expect("it is sound").to_bytes();
    let opened = Opened::open(&bytes).expect("it is sound");
    let names = |text: &str| -> Vec<String> {
        let found = opened.names.in_text(text).into_iter();
        let entity = |place| opened.head.entity(place, |part| opened.part(part));
        found
            .map(|place| entity(place).expect("it is there").id)
            .collect()
    };
    assert_eq!(names("The river Orr is 40 metres wide."), ["river"]);
    assert_eq!(
        names("In Old 35, in Orrin, in Orr\u{2019}s valley"),
        ["river", "town-35"]
    );
    assert_eq!(names("ÉLMVILLE 5"), ["town-35", "town-38"]);
    assert!(names("an orr, Orrs, XOrr").is_empty());
}

#[test]
fn a_store_is_told_which_parts_are_needed() {
    let packed = pack(&towns(3000)).expect("it is sound");
    let all: BTreeMap<Part, &[u8]> = packed
        .parts
        .iter()
        .map(|(p, b)| (*p, b.as_slice()))
        .collect();
    let head = Head::open(all[&Part::Head]).expect("it is sound");
    let names = Names::open(all[&Part::Names]).expect("it is sound");
    let meant = names.find("Orr");
    let mut fetched: BTreeMap<Part, &[u8]> = BTreeMap::new();
    let mut asked = 0;
    let set = loop {
        asked += 1;
        match head.subset(&meant, |part| fetched.get(&part).copied()) {
            Ok(set) => break set,
            Err(NoSubset::Needs(parts)) => {
                fetched.extend(parts.iter().map(|part| (*part, all[part])));
            }
            Err(NoSubset::Damaged) => panic!("it is sound"),
        }
    };
    assert_eq!((set.entities.len(), set.statements.len(), asked), (2, 1, 3));
    assert!(fetched.len() < 6, "{:?}", fetched.keys());
    assert_eq!(set.statements[0].object.as_deref(), Some("town-0"));
}

#[test]
fn damage_is_told_and_never_panics() {
    let bytes = pack(&towns(300)).expect("it is sound").to_bytes();
    assert_eq!(Opened::open(b"no pack").err(), Some(Damage::NotAPack));
    let mut other = bytes.clone();
    other[4] = 9;
    assert_eq!(Opened::open(&other).err(), Some(Damage::OtherVersion(9)));
    for at in (6..bytes.len()).step_by(53) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x55;
        assert!(Opened::open(&damaged).is_err(), "{at}");
        assert!(Opened::open(&bytes[..at]).is_err(), "{at}");
    }
    // Without the checksums, as a store may hand parts over.
    let packed = pack(&towns(300)).expect("it is sound");
    for n in 0..2000_usize {
        let parts: BTreeMap<Part, Vec<u8>> = (packed.parts.iter().cloned())
            .map(|(part, mut bytes)| {
                let at = n * 7919 % bytes.len();
                bytes[at] ^= u8::try_from(n % 255 + 1).unwrap_or(1);
                (part, bytes)
            })
            .collect();
        let Ok(head) = Head::open(&packed.parts[0].1) else {
            continue;
        };
        let all: Vec<u32> = (0..head.entities).step_by(17).collect();
        let _ = head.subset(&all, |part| parts.get(&part).map(Vec::as_slice));
        if let Some(names) = Names::open(&parts[&Part::Names]) {
            let _ = names.find("Oakville 5");
        }
    }
}
