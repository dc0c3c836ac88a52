//! What is proposed from documents, against what reviewers made of them.

use plumbline_core::language::Language;
use plumbline_core::page::{Block, Page, Role};
use plumbline_core::reference::{Reference, Set, Statement};
use plumbline_interchange::toml::{propose, same_statement, sets_in, verify};
use shared::shared;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

#[path = "../../bench/src/shared.rs"]
mod shared;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn page(text: &str) -> Page {
    let blocks = text.lines().filter(|l| !l.trim().is_empty()).map(|line| {
        let role = match line.trim_start() {
            l if l.starts_with("# ") => Role::Headline,
            l if l.starts_with('#') => Role::Heading,
            l if l.starts_with(['–', '•', '-']) => Role::Item,
            _ => Role::Paragraph,
        };
        Block {
            role,
            text: line.to_owned(),
            ..Block::default()
        }
    });
    Page {
        blocks: blocks.collect(),
        ..Page::default()
    }
}

/// The same but for times, which a reviewer completes from outside the document.
fn says_the_same(a: &Statement, b: &Statement) -> bool {
    same_statement(
        &Statement {
            time: None,
            ..a.clone()
        },
        &Statement {
            time: None,
            ..b.clone()
        },
    )
}

/// How many of `reviewed` are proposed, and which proposals no reviewer kept.
fn compare(proposed: &[Statement], reviewed: &[Statement]) -> (usize, Vec<Statement>) {
    let found = reviewed
        .iter()
        .filter(|r| proposed.iter().any(|p| says_the_same(p, r)))
        .count();
    let wrong = proposed
        .iter()
        .filter(|p| !reviewed.iter().any(|r| says_the_same(p, r)))
        .cloned()
        .collect();
    (found, wrong)
}

fn empty(set: &Set) -> Reference {
    Reference::new(
        Language::english(),
        Set {
            sources: Vec::new(),
            statements: Vec::new(),
            ..set.clone()
        },
    )
    .0
}

#[test]
fn an_article_about_mountains_yields_what_it_states_and_nothing_else() {
    let (loaded, _) = verify(&root().join("crate/interchange/tests/mountains"));
    let text = "# Two peaks\nMount Everest is 8,849 metres high. It was first climbed in 1953.\n\
        K2 could be 9,000 metres high, a myth had it. Lhotse is 8,516 metres high.\n\
        Annapurna was first climbed in 1950.";
    let proposed: Vec<String> = propose(&page(text), &empty(&loaded.set))
        .into_iter()
        .map(|p| {
            format!(
                "{} {} {} {}",
                p.statement.property,
                p.statement.entity,
                p.statement.quantity,
                p.statement.hypothetical
            )
        })
        .collect();
    assert_eq!(
        proposed,
        [
            "height everest 8,849 metres false",
            "first-ascent everest 1953 false",
            "height k2 9,000 metres true",
            "first-ascent annapurna 1950 false",
        ]
    );
}

/// Runs where the documents are that the bundled set was built from.
#[test]
fn most_of_the_bundled_set_is_proposed_from_its_documents_and_nothing_false() {
    let Some(documents) = shared("seeds") else {
        return skipped("the documents are not here");
    };
    for folder in sets_in(&root().join("reference")).expect("the bundled set is there") {
        let (loaded, problems) = verify(&folder);
        assert_eq!(problems, []);
        let reference = empty(&loaded.set);
        let (mut found, mut all, mut wrong) = (0, 0, Vec::new());
        for (index, source) in loaded.set.sources.iter().enumerate() {
            let number = source.id.trim_start_matches("document-");
            let path = documents.join(format!("seed-{number}.txt"));
            let text = fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let reviewed: Vec<Statement> = loaded
                .set
                .statements
                .iter()
                .filter(|s| s.source == index)
                .cloned()
                .collect();
            let proposed: Vec<Statement> = propose(&page(&text), &reference)
                .into_iter()
                .map(|p| p.statement)
                .collect();
            let (matched, unmatched) = compare(&proposed, &reviewed);
            found += matched;
            all += reviewed.len();
            wrong.extend(unmatched);
        }
        println!(
            "{found} of {all} reviewed statements are proposed; {} proposals are false",
            wrong.len()
        );
        assert_eq!(wrong, [], "proposed, and not so");
        assert!(
            all > 0 && found * 10 >= all * 9,
            "{found} of {all} reviewed statements are proposed"
        );
    }
}

/// Says so past the test runner, which keeps to itself what a test prints that does not fail.
fn skipped(why: &str) {
    let _ = writeln!(
        std::io::stderr(),
        "skipped: {}: {why}",
        std::thread::current().name().unwrap_or("a test")
    );
}
