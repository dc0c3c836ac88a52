//! Whatever a set of unknown making says, a page is checked against it: nothing panics, and nothing goes on without end.

use plumbline_core::figures::Kind;
use plumbline_core::language::Language;
use plumbline_core::page::{Block, Page};
use plumbline_core::reference::{
    Behaviour, Derivation, DerivationKind, Entity, Property, Reference, Set, Source, Statement,
    Term,
};
use plumbline_core::relations::relation;

const TEXT: &str = "Mount Kolm is 910 metres high. In 2021 Brask had a population of 41,300. Brask paid $3 million \
    for 40% of Orrin Oil, which valued it at $7.5 million. He was 43. The Kolm has 12 bridges; they fell by 3% to 8.";

const NAMES: &[&str] = &[
    "Mount Kolm",
    "Brask",
    "Orrin Oil",
    "",
    " ",
    "a",
    "É",
    "The",
    "He",
    "12",
    "$",
    "Kolm Kolm",
    "(Brask",
    "3%",
    "it",
];
const IDS: &[&str] = &["kolm", "brask", "orrin", "", "kolm 1", "brask 2", "E", "O"];
const PROPERTIES: &[&str] = &[
    "height",
    "population",
    "price",
    "stake",
    "valuation",
    "made-up",
    "",
    "E",
];
const QUANTITIES: &[&str] = &[
    "910 metres",
    "41,300 people",
    "40%",
    "$3 million",
    "",
    "many",
    "3 to 5",
    "1e999",
    "0",
    "-7",
    "2021",
    "99999999999999999999999999999999999999 people",
    "43",
    "12 bridges",
    "half",
    "$0",
    "0%",
];
const TIMES: &[&str] = &[
    "2021",
    "2021-05",
    "2021-05-03",
    "before 2021",
    "2021/2019",
    "",
    "soon",
    "9999-99-99",
    "2020/2022",
];
const WORDS: &[&str] = &[
    "verb",
    "E",
    "O",
    "X",
    "FIG",
    "FIG#",
    "measure",
    "adjective",
    "event",
    "thing",
    "occasion",
    "idiom",
    "counted",
    "age",
    "age-at",
    "not",
    "perhaps",
    "[",
    "]",
    "[in|into",
    "on]",
    "..",
    "^",
    "<<",
    "<>",
    "!",
    "?",
    "%",
    "E's",
    "E!",
    "E<",
    "E~",
    "@rise",
    "@",
    "@nobody",
    "+pay",
    "+",
    "|",
    "a|b",
    "_",
    "high|tall",
    "population",
    "(",
    ",",
    "*",
    "@rise*",
];

const KINDS: &[Kind] = &[
    Kind::Dimension,
    Kind::Count,
    Kind::Number,
    Kind::Money,
    Kind::Percent,
    Kind::Age,
    Kind::Year,
];

/// A relation that ships, for whatever it may be.
fn of_things(relation: Property) -> Property {
    Property {
        entity: vec![String::from("thing")],
        ..relation
    }
}

/// Marsaglia's xorshift: the same for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap_or(0)
    }

    fn of(&mut self, all: &[&str]) -> String {
        all[self.below(all.len())].to_owned()
    }

    fn some(&mut self, all: &[&str]) -> Vec<String> {
        (0..self.below(4)).map(|_| self.of(all)).collect()
    }

    fn maybe(&mut self, all: &[&str]) -> Option<String> {
        (self.below(2) == 0).then(|| self.of(all))
    }

    fn term(&mut self) -> Term {
        let places = (0..self.below(4)).map(|_| ['E', 'O', 'X'][self.below(3)]);
        Term {
            places: places.collect(),
            property: self.of(PROPERTIES),
        }
    }

    fn property(&mut self) -> Property {
        let id = self.of(PROPERTIES);
        if self.below(3) > 0
            && let Some(ships) = relation(&id)
        {
            return of_things(ships);
        }
        let words = (0..self.below(5)).map(|_| {
            let line: Vec<String> = (0..=self.below(7)).map(|_| self.of(WORDS)).collect();
            line.join(" ")
        });
        Property {
            words: words.collect(),
            label: self.of(&[
                "{entity}",
                "",
                "{object} of {entity}",
                "{",
                "{entity}{entity}",
            ]),
            kinds: (0..self.below(5))
                .map(|_| KINDS[self.below(KINDS.len())])
                .collect(),
            units: self.some(&["metre", "people", "", "nothing"]),
            behaviour: [
                Behaviour::Event,
                Behaviour::State,
                Behaviour::Fixed,
                Behaviour::Age,
            ][self.below(4)],
            entity: self.some(&["thing", "thing", ""]),
            object: self.some(&["thing", "any", ""]),
            labels: self.some(&["Height", "", "Population", "FIG"]),
            id,
        }
    }

    fn set(&mut self) -> Set {
        let mut set = Set {
            name: self.of(NAMES),
            covers: self.some(NAMES),
            ..Set::default()
        };
        for _ in 0..self.below(7) {
            let entity = Entity {
                id: self.of(IDS),
                name: self.of(NAMES),
                kind: self.of(&["thing", "person", "organization", ""]),
                aliases: self.some(NAMES),
                short: self.some(NAMES),
                described: self.some(&["mountain", "", "the company", "E"]),
                acts_for: self.maybe(IDS),
                pronoun: self.maybe(&["he", "she", "", "it"]),
            };
            set.entities.push(entity);
        }
        for _ in 0..self.below(6) {
            let property = self.property();
            set.properties.push(property);
        }
        for _ in 0..self.below(4) {
            let source = Source {
                id: self.of(IDS),
                publisher: self.of(NAMES),
                title: self.of(NAMES),
                date: self.of(TIMES),
                undated: self.below(2) == 0,
                copy_of: self.maybe(IDS),
                ..Source::default()
            };
            set.sources.push(source);
        }
        for _ in 0..self.below(20) {
            let statement = Statement {
                source: self.below(5),
                property: self.of(PROPERTIES),
                entity: self.of(IDS),
                object: self.maybe(IDS),
                quantity: self.of(QUANTITIES),
                time: self.maybe(TIMES),
                before: self.maybe(TIMES),
                whole: self.below(2) == 0,
                one_of_several: self.below(2) == 0,
                hypothetical: self.below(4) == 0,
            };
            set.statements.push(statement);
        }
        for _ in 0..self.below(5) {
            let derivation = Derivation {
                by: [
                    DerivationKind::ShareOf,
                    DerivationKind::WholeOf,
                    DerivationKind::BirthFromAgeAt,
                ][self.below(3)],
                gives: self.term(),
                from: (0..self.below(4)).map(|_| self.term()).collect(),
            };
            set.derivations.push(derivation);
        }
        set
    }
}

#[test]
fn whatever_sets_say_a_page_is_checked() {
    let page = Page {
        url: String::from("https://valley.example/1"),
        title: String::from("Brask buys into Orrin Oil"),
        blocks: vec![Block {
            text: TEXT.to_owned(),
            ..Block::default()
        }],
        ..Page::default()
    };
    let sound = Set {
        entities: vec![Entity {
            id: String::from("kolm"),
            name: String::from("Mount Kolm"),
            kind: String::from("thing"),
            ..Entity::default()
        }],
        properties: relation("height").map(of_things).into_iter().collect(),
        sources: vec![Source::default()],
        statements: vec![Statement {
            property: String::from("height"),
            entity: String::from("kolm"),
            quantity: String::from("820 metres"),
            ..Statement::default()
        }],
        ..Set::default()
    };
    let (bundled, problems) = Reference::new(Language::english(), sound);
    assert_eq!(problems, []);
    let mut found = 0;
    for seed in 1..=400_u64 {
        let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let sets: Vec<Set> = (0..=random.below(2)).map(|_| random.set()).collect();
        let report = plumbline_core::check(&page, &bundled.joined(sets));
        found += report.findings.len();
    }
    let alone = plumbline_core::check(&page, &bundled.joined([]));
    assert_eq!(alone.findings.len(), 1);
    assert!(found > 100, "{found}");
}
