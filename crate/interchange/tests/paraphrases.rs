//! The same said in many plain ways, on nine subjects, eight of them without a rule of their own: a wrong figure is
//! shown in each, and a figure of something else in none.

use plumbline_core::check;
use plumbline_core::language::Language;
use plumbline_core::page::{Block, DateSource, Page, StatedDate};
use plumbline_core::reference::Reference;
use plumbline_core::report::Level;
use plumbline_interchange::toml::verify;
use serde::Deserialize;
use std::fs;
use std::path::Path;

#[derive(Debug, Deserialize)]
struct Sentences {
    /// Warned of or marked.
    wrong: Vec<String>,
    /// Wrong too, and not read yet; what is read from now on moves up.
    unread: Vec<String>,
    /// Left alone.
    other: Vec<String>,
}

fn is_shown(sentence: &str, reference: &Reference) -> bool {
    let page = Page {
        dates: vec![StatedDate::new(DateSource::Given, "2025-06-20")],
        blocks: vec![Block {
            text: sentence.to_owned(),
            ..Block::default()
        }],
        ..Page::default()
    };
    check(&page, reference)
        .findings
        .iter()
        .any(|f| f.level != Level::None)
}

fn hold(subject: &str, set: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (loaded, problems) = verify(&root.join(set));
    assert_eq!(problems, [], "{subject}");
    let (reference, problems) = Reference::new(Language::english(), loaded.set);
    assert_eq!(problems, [], "{subject}");
    let file = root
        .join("tests/paraphrases")
        .join(format!("{subject}.toml"));
    let text = fs::read_to_string(&file).expect("the sentences are there");
    let sentences: Sentences = toml::from_str(&text).expect("they are TOML");
    let differing: Vec<&String> = sentences
        .wrong
        .iter()
        .filter(|s| !is_shown(s, &reference))
        .chain(
            sentences
                .unread
                .iter()
                .chain(&sentences.other)
                .filter(|s| is_shown(s, &reference)),
        )
        .collect();
    assert!(differing.is_empty(), "{subject}: {differing:#?}");
}

#[test]
fn a_deal_between_companies() {
    hold("deal", "../../reference/meta-scale-ai");
}

#[test]
fn heights_and_first_ascents() {
    hold("mountains", "tests/mountains");
}

#[test]
fn rivers_and_towns() {
    hold("rivers", "tests/rivers");
}

#[test]
fn courts_and_disasters() {
    hold("incidents", "tests/incidents");
}

#[test]
fn a_season_of_sport_and_science() {
    hold("season", "tests/season");
}

#[test]
fn a_mission_and_its_makers() {
    hold("mission", "tests/mission");
}

#[test]
fn ballots_and_benches() {
    hold("ballot", "tests/ballot");
}

#[test]
fn a_hospital_and_its_town() {
    hold("infirmary", "tests/infirmary");
}

#[test]
fn a_trial_a_party_and_a_bridge() {
    hold("verdict", "tests/verdict");
}
