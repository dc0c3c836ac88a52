//! Findings as annotations, and figures found again by annotations.
//!
//! The two tables hold as many annotations of the same kinds as the samples of the working group, with the same faults:
//! what an annotation must have, and what it must not; one body value; the times; rights, canonical and via; every
//! selector and state; sets of resources.

use plumbline_core::check_inside;
use plumbline_core::language::Language;
use plumbline_core::page::{Block, Page};
use plumbline_interchange::annotation::{Anchored, Quote, Text, collection, read};
use plumbline_words::{EnglishDates, Entry, FoundOn, account};
use std::collections::HashSet;

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    rows.map(|line| line.split('\t').collect())
}

#[test]
fn every_annotation_as_the_model_allows_it_is_read() {
    let mut names = HashSet::new();
    for row in rows(include_str!("annotations/correct.tsv")) {
        let read = read(row[1]);
        assert_eq!(read.faults, Vec::new(), "{}", row[0]);
        assert_eq!(read.annotations.len(), 1, "{}", row[0]);
        assert!(names.insert(row[0].to_owned()), "{} stands twice", row[0]);
    }
    assert_eq!(names.len(), 45);
}

#[test]
fn every_rule_of_the_model_that_is_broken_is_told_of() {
    let mut names = HashSet::new();
    for row in rows(include_str!("annotations/incorrect.tsv")) {
        let read = read(row[1]);
        assert!(read.annotations.is_empty(), "{} is read", row[0]);
        let told: Vec<String> = read.faults.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 1, "{}: {told:?}", row[0]);
        assert!(told[0].contains(row[2]), "{}: {told:?}", row[0]);
        assert!(names.insert(row[0].to_owned()), "{} stands twice", row[0]);
    }
    assert_eq!(names.len(), 39);
}

#[test]
fn what_is_hostile_is_refused_and_read_in_its_length() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let refined = (0..200).fold(
        String::from("{\"type\":\"CssSelector\",\"value\":\"a\"}"),
        |inner, _| format!("{{\"type\":\"CssSelector\",\"value\":\"a\",\"refinedBy\":{inner}}}"),
    );
    let target = format!(
        "{{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"a:b\",\"type\":\"Annotation\",\"target\":{{\"source\":\"a:b\",\"selector\":{refined}}}}}"
    );
    let page = "{\"type\":\"AnnotationPage\",\"@context\":7,\"items\":{}}";
    for text in [
        "", "{", "null", "7", "\"a\"", "{}", "[7]", &deep, &target, page,
    ] {
        let read = read(text);
        assert!(
            !read.faults.is_empty() && read.annotations.is_empty(),
            "{}",
            text.get(..40).unwrap_or(text)
        );
    }
}

fn page(paragraphs: &[&str]) -> Page {
    let block = |text: &&str| Block {
        text: (*text).to_owned(),
        ..Block::default()
    };
    Page {
        blocks: paragraphs.iter().map(block).collect(),
        ..Page::default()
    }
}

fn findings(paragraphs: &[&str]) -> Vec<Entry> {
    let report = check_inside(Language::english(), &page(paragraphs));
    account(Language::english(), &report, &EnglishDates).findings
}

const ON: FoundOn<'_> = FoundOn {
    title: "Two days",
    address: "https://valley.example/days#top",
};

fn exported(paragraphs: &[&str]) -> String {
    let made = collection(&findings(paragraphs), ON, "2026-01-02T03:04:05.678Z");
    serde_json::to_string(&made).expect("JSON")
}

const PAGE: [&str; 4] = [
    "Ünïcödé 𝒳, and 31 days more.",
    "The court met on Wednesday, 3 March 2026, in the old hall.",
    "Rent is due on 31 June 2026. Rent is due on 31 April 2026.",
    "It was due on 31 June 2026 as well.",
];

#[test]
fn what_is_exported_is_sound_and_every_figure_is_found_again() {
    let read = read(&exported(&PAGE));
    assert_eq!(read.faults, Vec::new());
    let whole = PAGE.join("\n");
    let text = Text::new(&whole);
    let chars: Vec<char> = whole.chars().collect();
    let mut found = Vec::new();
    for quote in read
        .annotations
        .iter()
        .flat_map(|annotation| &annotation.quotes)
    {
        assert_eq!(quote.source, "https://valley.example/days");
        let Anchored::At(range) = text.anchor(quote) else {
            panic!("{quote:?}");
        };
        assert_eq!(Some(range.start), quote.start);
        assert_eq!(chars[range.clone()].iter().collect::<String>(), quote.exact);
        found.push(range.start);
    }
    found.sort_unstable();
    found.dedup();
    assert_eq!(
        found.len(),
        5,
        "a weekday, its date, three days that do not exist"
    );
}

#[test]
fn names_stay_and_differ() {
    let one = read(&exported(&PAGE));
    let again = read(&exported(&PAGE));
    assert_eq!(one.annotations, again.annotations);
    let ids: HashSet<&str> = one
        .annotations
        .iter()
        .map(|annotation| annotation.id.as_str())
        .collect();
    assert_eq!(ids.len(), one.annotations.len());
}

#[test]
fn a_figure_is_found_exactly_or_not_at_all() {
    let text = "The ferry carried 340 people. It holds 14.8 tons, not 1,340.\nOf 340 people 36 swam, \u{a0} and 36 sank. 3 were saved, 3 were lost.";
    let quote = |exact: &str, prefix: &str, suffix: &str, start: Option<usize>| Quote {
        source: String::new(),
        exact: exact.to_owned(),
        prefix: prefix.to_owned(),
        suffix: suffix.to_owned(),
        start,
    };
    let at = |start: usize, length: usize| Anchored::At(start..start + length);
    for (name, quote, expected) in [
        (
            "between the same words",
            quote("340", "carried ", " people", None),
            at(18, 3),
        ),
        (
            "after other words",
            quote("340", "It took ", " people. It holds", None),
            at(18, 3),
        ),
        (
            "before other words",
            quote("340", "ferry carried ", " of them", None),
            at(18, 3),
        ),
        (
            "between other words",
            quote("340", "It took ", " of them", None),
            Anchored::Nowhere,
        ),
        (
            "another figure",
            quote("350", "carried ", " people", None),
            Anchored::Nowhere,
        ),
        (
            "a part of a number",
            quote("34", "carried ", "", None),
            Anchored::Nowhere,
        ),
        (
            "a part of a decimal",
            quote("14", "holds ", "", None),
            Anchored::Nowhere,
        ),
        (
            "a part of a grouped number",
            quote("1", "not ", "", None),
            Anchored::Nowhere,
        ),
        (
            "the end of a sentence",
            quote("1,340", "not ", ".", None),
            at(54, 5),
        ),
        (
            "twice, without a place",
            quote("36", "", "", None),
            Anchored::Unclear,
        ),
        (
            "twice, with a place",
            quote("36", "", "", Some(75)),
            at(75, 2),
        ),
        (
            "twice, with another place",
            quote("36", "", "", Some(76)),
            Anchored::Unclear,
        ),
        (
            "other spaces",
            quote("36", "swam,\n and  ", " sank", None),
            at(90, 2),
        ),
        ("nothing", quote("", "The", "", None), Anchored::Nowhere),
    ] {
        assert_eq!(Text::new(text).anchor(&quote), expected, "{name}");
    }
}
