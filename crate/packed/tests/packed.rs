//! A packed set gives back what went in, cell by cell and as a whole, and no damage makes it panic.

use plumbline_core::reference::{Behaviour, Entity, Property, Set, Source, Statement};
use plumbline_packed::{Damage, Head, LONGEST_TEXT, Names, NoSubset, Opened, Part, SHARD, pack};
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
        let found = opened.names.named(&mut [text].into_iter(), 9).into_iter();
        let entity = |place| opened.head.entity(place, |part| opened.part(part));
        found
            .map(|place| entity(place).expect("it is there").id)
            .collect()
    };
    assert_eq!(names("The river Orr is 40 metres wide."), ["river"]);
    assert_eq!(
        names("In Old 35, in Orrin, in Orr\u{2019}s valley"),
        ["town-35", "river"]
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
    for (place, part) in (0..).zip(head.parts()) {
        assert_eq!(head.place(part), place, "{part}");
    }
    let names = Names::open(all[&Part::Names]).expect("it is sound");
    let meant = names.find("Orr");
    let mut fetched: BTreeMap<Part, &[u8]> = BTreeMap::new();
    let mut asked = 0;
    let set = loop {
        asked += 1;
        match head.subset(&meant, usize::MAX, |part| fetched.get(&part).copied()) {
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
fn few_sources_are_asked_for_with_what_they_state() {
    let packed = pack(&towns(300)).expect("it is sound");
    let part = |wanted: Part| packed.parts.iter().find(|(part, _)| *part == wanted);
    let head = Head::open(&part(Part::Head).expect("it is there").1).expect("it is sound");
    let Err(NoSubset::Needs(first)) = head.subset(&[0], usize::MAX, |_| None) else {
        panic!("nothing is there");
    };
    assert!(first.contains(&Part::Sources(0)), "{first:?}");
    let given = |wanted: Part| Some(part(wanted)?.1.as_slice()).filter(|_| first.contains(&wanted));
    assert!(head.subset(&[0], usize::MAX, given).is_ok(), "{first:?}");
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
}

/// Marsaglia's xorshift: the same for the same seed.
fn random(state: &mut u64, bound: usize) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    usize::try_from(*state % bound.max(1) as u64).unwrap_or(0)
}

/// Changes some bytes of a part, or its length.
fn forge(part: &mut Vec<u8>, state: &mut u64) {
    for _ in 0..=random(state, 4) {
        let at = random(state, part.len());
        match random(state, 6) {
            0 => part.truncate(at),
            1 => part.insert(at, 0xff),
            2 => part.rotate_left(at.min(9)),
            _ if part.is_empty() => {}
            3 => part[at] = 0xff,
            _ => part[at] = u8::try_from(random(state, 256)).unwrap_or(0),
        }
    }
}

/// Whoever makes a file makes its checksums, too. `PLUMBLINE_FORGED` says how many files are tried.
#[test]
fn a_forged_set_with_right_checksums_never_panics_and_asks_for_no_more_than_it_may() {
    let many = std::env::var("PLUMBLINE_FORGED").ok();
    let many: u64 = many.and_then(|many| many.parse().ok()).unwrap_or(3_000);
    let mut set = towns(60);
    set.sources[1].address = String::from("https://census.example");
    let packed = pack(&set).expect("it is sound");
    let texts = ["In Oakville 5, ASHVILLE 3 and Old 35 the river Orr is 40 metres wide."];
    let (mut opened, mut subsets) = (0, 0);
    for seed in 1..=many {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut forged = packed.clone();
        for (_, part) in &mut forged.parts {
            if random(&mut state, 3) == 0 {
                forge(part, &mut state);
            }
        }
        let bytes = forged.to_bytes();
        let Ok(set) = Opened::open(&bytes) else {
            continue;
        };
        opened += 1;
        let named = set.names.named(&mut texts.into_iter(), 40);
        assert!(named.len() <= 40, "{seed}");
        let mut some: Vec<u32> = (0..9).map(|n| n * 7).collect();
        some.extend(named);
        if let Ok(set) = set.head.subset(&some, 50, |part| set.part(part)) {
            subsets += 1;
            assert!(set.statements.len() <= 50, "{seed}");
            let texts = set.statements.iter().map(|s| &s.quantity);
            let called = set.entities.iter().map(|e| &e.name);
            let longest = texts.chain(called).map(String::len).max();
            assert!(longest.unwrap_or(0) < LONGEST_TEXT + 400, "{seed}");
        }
    }
    assert!(
        opened > many / 3 && subsets > many / 20,
        "{opened}, {subsets}"
    );
}

type Change = fn(&mut Set, String);

#[test]
fn what_is_too_long_is_not_packed() {
    let long = "9".repeat(LONGEST_TEXT + 1);
    let changes: [(&str, Change); 5] = [
        ("a figure", |set, long| set.statements[3].quantity = long),
        ("a time", |set, long| set.statements[3].time = Some(long)),
        ("a name", |set, long| set.entities[3].name = long),
        ("a title", |set, long| set.sources[0].title = long.repeat(5)),
        ("names", |set, long| {
            set.entities[3].aliases = long.chars().map(String::from).collect();
        }),
    ];
    for (what, change) in changes {
        let mut set = towns(9);
        change(&mut set, long.clone());
        let told = pack(&set).expect_err(what).to_string();
        assert!(told.ends_with("to be packed"), "{what}: {told}");
    }
}
