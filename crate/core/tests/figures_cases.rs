//! The case table of the figures reader, and the documentation made from it.

mod cases;
#[path = "figures/invariants.rs"]
mod invariants;
#[path = "figures/written.rs"]
mod written;

use cases::{at, bless};
use plumbline_core::Locale;
use plumbline_core::figures::{self, Quantity};
use plumbline_core::language::Language;
use plumbline_core::page::{Block, Page};
use plumbline_core::text::tokens;
use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;

/// What is read of a text, in the form of the table.
fn read(text: &str) -> String {
    told(text, &invariants::check(text))
}

/// What is read of a text of a page that is from there.
fn read_from(place: &str, text: &str) -> String {
    let page = Page {
        url: place.to_owned(),
        language: place.to_owned(),
        blocks: vec![Block {
            text: text.to_owned(),
            ..Block::default()
        }],
        ..Page::default()
    };
    told(
        text,
        &figures::read_for(
            Language::english().lexicon(),
            Locale::of(Language::english(), &page),
            text,
            &tokens(text),
        ),
    )
}

fn told(text: &str, quantities: &[Quantity]) -> String {
    let figures: Vec<String> = quantities
        .iter()
        .map(|quantity| written::written(text, quantity))
        .collect();
    if figures.is_empty() {
        "∅".to_string()
    } else {
        figures.join(" ; ")
    }
}

#[test]
fn every_case_is_read_as_the_table_says() {
    hold("tests/figures/cases.tsv", 1, |asked| read(asked[0]));
}

#[test]
fn what_is_read_by_the_place_of_a_page_is_read_as_the_table_says() {
    hold("tests/figures/places.tsv", 2, |asked| {
        read_from(asked[0], asked[1])
    });
}

/// Holds the lines of a table, which have a name, so many fields that are `asked`, and what is read of them.
fn hold(table: &str, asked: usize, read: impl Fn(&[&str]) -> String) {
    let path = at(table);
    let table = fs::read_to_string(&path).expect("the table of cases");
    let (mut names, mut wrong, mut blessed) = (HashSet::new(), Vec::new(), String::new());
    for line in table.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        if line.is_empty() || line.starts_with('#') {
            writeln!(blessed, "{line}").expect("a string takes any text");
            continue;
        }
        assert_eq!(fields.len(), asked + 2, "fields of the line: {line}");
        let (name, asked, expected) = (fields[0], &fields[1..=asked], fields[asked + 1]);
        assert!(names.insert(name), "the name {name} is taken");
        let found = read(asked);
        let text = asked.join("\t");
        if found != expected {
            wrong.push(format!(
                "{name}: {text}\n    read:     {found}\n    expected: {expected}"
            ));
        }
        writeln!(blessed, "{name}\t{text}\t{found}").expect("a string takes any text");
    }
    if bless() {
        fs::write(path, blessed).expect("the table can be written");
    } else {
        assert!(
            wrong.is_empty(),
            "{} of {} cases:\n{}",
            wrong.len(),
            names.len(),
            wrong.join("\n")
        );
    }
}

#[test]
fn the_documentation_shows_the_cases() {
    cases::shown_in("figures.md", "tests/figures/cases.tsv", section_table);
}

fn section_table(table: &str, section: &str) -> String {
    let mut out = String::from("\n| text | what is read |\n|---|---|\n");
    for row in cases::rows(table, section, 3) {
        let cell = |text: &str| {
            text.replace('|', "\\|")
                .replace('*', "\\*")
                .replace('_', "\u{202F}")
        };
        let read = read(row[1]);
        let read = if read == "∅" {
            "nothing".to_string()
        } else {
            cell(&read).replace(" ; ", "<br>")
        };
        writeln!(out, "| {} | {read} |", cell(row[1])).expect("a string takes any text");
    }
    out.push('\n');
    out
}
