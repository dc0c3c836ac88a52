//! What must not change when something else does: a text is read alike whatever the sources state, and judged alike
//! whatever those it tells of are called.

#[allow(dead_code, reason = "what a case expects is asked elsewhere")]
mod cases;

use cases::{Case, page};
use plumbline_core::article::Article;
use plumbline_core::reading::Reading;
use plumbline_core::reference::{Reference, Set};
use plumbline_core::report::Level;
use plumbline_core::{align, check};

fn set() -> Set {
    plumbline_bundled::reference()
        .expect("the bundled set is sound")
        .set
}

fn reference(set: Set) -> Reference {
    let (reference, problems) = Reference::new(
        plumbline_bundled::language().expect("the language is sound"),
        set,
    );
    assert_eq!(problems, []);
    reference
}

#[test]
fn a_text_is_read_alike_whatever_the_sources_state() {
    let silent = reference(Set {
        statements: Vec::new(),
        ..set()
    });
    let full = reference(set());
    for case in &cases::all() {
        let page = page(case);
        let article = Article::of(full.language, &page);
        assert_eq!(
            Reading::of(&article, &full),
            Reading::of(&article, &silent),
            "{}",
            case.name
        );
    }
}

#[test]
fn a_stored_reading_gives_the_claims_of_a_fresh_one() {
    let reference = reference(set());
    for case in &cases::all() {
        let page = page(case);
        let reading = Reading::of(&Article::of(reference.language, &page), &reference);
        let stored = postcard::to_stdvec(&reading).expect("a reading can be written");
        let read: Reading = postcard::from_bytes(&stored).expect("and read");
        assert_eq!(
            align::claims(read, &reference),
            align::claims(reading, &reference),
            "{}",
            case.name
        );
    }
}

/// Other names of the same make for those of the bundled set, longest first where one holds another.
const RENAMED: [(&str, &str); 17] = [
    ("ScaleAI", "UlmenaAI"),
    ("Scale", "Ulmena"),
    ("SCALE", "ULMENA"),
    ("Meta", "Talpa"),
    ("META", "TALPA"),
    ("Facebook", "Quillon"),
    ("Alexandr", "Bertold"),
    ("Alex", "Bert"),
    ("Wang", "Dorn"),
    ("WANG", "DORN"),
    ("Zuckerberg", "Braskvarn"),
    ("Zuck", "Brask"),
    ("Mark", "Joel"),
    ("Microsoft", "Hexaphon"),
    ("OpenAI", "CedarAI"),
    ("Anthropic", "Ottoline"),
    ("Google", "Wexler"),
];

/// The text with every name replaced that stands there as a word of its own.
fn renamed(text: &str) -> String {
    let mut renamed = String::with_capacity(text.len());
    for piece in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let other = RENAMED.iter().find(|(name, _)| *name == word);
        renamed.push_str(other.map_or(word, |(_, other)| other));
        renamed.push_str(&piece[word.len()..]);
    }
    renamed
}

fn levels(case: &Case, text: &str, title: &str, reference: &Reference) -> Vec<(usize, Level)> {
    let case = Case {
        text: text.to_owned(),
        title: title.to_owned(),
        published: case.published.clone(),
        ..Case::default()
    };
    // By place in reading order: the names have other lengths.
    let report = check(&page(&case), reference);
    report
        .findings
        .iter()
        .enumerate()
        .map(|(at, finding)| (at, finding.level))
        .collect()
}

#[test]
fn figures_are_judged_alike_whatever_those_they_are_about_are_called() {
    let plain = reference(set());
    let mut set = set();
    for entity in &mut set.entities {
        for name in std::iter::once(&mut entity.name)
            .chain(&mut entity.aliases)
            .chain(&mut entity.short)
            .chain(&mut entity.described)
        {
            *name = renamed(name);
        }
    }
    let other = reference(set);
    let differing: Vec<String> = cases::all()
        .into_iter()
        .filter(|case| {
            levels(case, &case.text, &case.title, &plain)
                != levels(case, &renamed(&case.text), &renamed(&case.title), &other)
        })
        .map(|case| case.name)
        .collect();
    assert!(differing.is_empty(), "{differing:#?}");
}
