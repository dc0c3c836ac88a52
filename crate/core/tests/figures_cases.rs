//! The case table of the figures reader, and the documentation made from it.

#[path = "figures/invariants.rs"]
mod invariants;
#[path = "figures/written.rs"]
mod written;

use plumbline_core::Locale;
use plumbline_core::figures::{self, Quantity};
use plumbline_core::language::Language;
use plumbline_core::page::{Block, Page};
use plumbline_core::text::tokens;
use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn bless() -> bool {
    env::var_os("PLUMBLINE_BLESS").is_some()
}

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

/// The tables between `<!-- cases: Section -->` and `<!-- end -->` of the documentation are made from the cases.
#[test]
fn the_documentation_shows_the_cases() {
    let path = at("../../docs/figures.md");
    let page = fs::read_to_string(&path).expect("docs/figures.md");
    let table = fs::read_to_string(at("tests/figures/cases.tsv")).expect("the table of cases");
    let mut fresh = String::new();
    let mut inside = false;
    for line in page.lines() {
        if line == "<!-- end -->" {
            inside = false;
        }
        if !inside {
            fresh.push_str(line);
            fresh.push('\n');
        }
        if let Some(section) = line
            .strip_prefix("<!-- cases: ")
            .and_then(|line| line.strip_suffix(" -->"))
        {
            inside = true;
            fresh.push_str(&section_table(&table, section));
        }
    }
    if bless() {
        fs::write(path, fresh).expect("the page can be written");
    } else {
        assert!(
            page == fresh,
            "docs/figures.md is out of date: run the tests with PLUMBLINE_BLESS=1"
        );
    }
}

fn section_table(table: &str, section: &str) -> String {
    let heading = format!("## {section}");
    let rows: Vec<Vec<&str>> = table
        .lines()
        .skip_while(|line| *line != heading)
        .skip(1)
        .take_while(|line| !line.starts_with("## "))
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .filter(|fields| fields.len() == 3)
        .collect();
    assert!(!rows.is_empty(), "no cases in section {section}");
    let mut out = String::from("\n| text | what is read |\n|---|---|\n");
    for row in rows {
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
