//! What the reader's word leaves out, and what it does not.

use plumbline_core::language::Language;
use plumbline_core::page::{Block, DateSource, Page, StatedDate, Zone};
use plumbline_core::reference::{Reference, ReferenceText, Set};
use plumbline_core::{check_beside, check_inside};
use plumbline_labels::{Label, OfPage, Word, honour};
use plumbline_words::{EnglishDates, Entry, account};

const HERE: &str = "https://valley.example/news/1";
const THERE: &str = "https://harbour.example/news/7";

fn page(address: &str, paragraphs: &[&str]) -> Page {
    let block = |text: &&str| Block {
        text: (*text).to_owned(),
        zone: Zone::Article,
        ..Block::default()
    };
    Page {
        url: address.to_owned(),
        language: "en".to_owned(),
        dates: vec![StatedDate::new(DateSource::Meta, "2024-05-02")],
        blocks: paragraphs.iter().map(block).collect(),
        ..Page::default()
    }
}

/// What is found within an article.
fn inside(paragraphs: &[&str]) -> Vec<Entry> {
    let language = Language::english();
    let report = check_inside(language, &page(HERE, paragraphs));
    account(language, &report, &EnglishDates).findings
}

/// What is found in an article at `address` beside another one.
fn beside(address: &str, ours: &[&str], (other, theirs): (&str, &[&str])) -> Vec<Entry> {
    let language = Language::english();
    let other = ReferenceText::of(language, &page(other, theirs)).expect("it has a figure");
    let nothing = Reference::new(language, Set::default()).0;
    let report = check_beside(&page(address, ours), &nothing, &[other]);
    account(language, &report, &EnglishDates).findings
}

fn label(word: Word, finding: &Entry) -> Label {
    let page = OfPage {
        address: HERE,
        title: "Two days",
    };
    Label::new(
        word,
        String::from("2026-01-02T03:04:05.678Z"),
        page,
        finding,
    )
}

/// How many of the findings are left out.
fn left_out(labels: &[Label], findings: &[Entry]) -> usize {
    honour(labels, findings).left_out.len()
}

const SAID: &str = "The court met on Wednesday, 3 March 2026, in the old hall.";
const SINKS: &str = "The ferry sank off Orrin on Thursday, and the coastguard searched the water.";
const OURS: &str = "Lena Marsh, 36, was pulled from the water off Orrin by the crew of the Petrel.";
const THEIRS: &str = "The crew of the Petrel saved Lena Marsh, 34, off Orrin.";

#[test]
fn figures_of_one_article_are_left_out_where_they_stand() {
    let finding = &inside(&["It rained.", SAID])[0];
    let elsewhere = "The choir met on Wednesday, 3 March 2026, and sang.";
    let cases: [(&str, Vec<Entry>, usize); 6] = [
        ("the same page", inside(&["It rained.", SAID]), 1),
        (
            "more was written before",
            inside(&["It snowed.", "Then it rained.", SAID]),
            1,
        ),
        (
            "told once more",
            inside(&["It rained.", SAID, "It rose.", SAID]),
            1,
        ),
        (
            "the same figures in another sentence",
            inside(&["It rained.", elsewhere]),
            0,
        ),
        (
            "another figure in the sentence",
            inside(&["It rained.", &SAID.replace("Wednesday", "Friday")]),
            0,
        ),
        ("nothing", Vec::new(), 0),
    ];
    for word in [Word::NotSame, Word::WrongReading, Word::Ignore] {
        let labels = [label(word, finding)];
        for (name, now, expected) in &cases {
            assert_eq!(left_out(&labels, now), *expected, "{name}, {word:?}");
        }
    }
}

#[test]
fn what_is_right_stays_and_is_known() {
    let findings = inside(&[SAID]);
    let honoured = honour(&[label(Word::Right, &findings[0])], &findings);
    assert_eq!(honoured.left_out, Vec::<usize>::new());
    assert_eq!(honoured.right, [0]);
    let other = inside(&[&SAID.replace("court", "choir")]);
    assert_eq!(
        honour(&[label(Word::Right, &findings[0])], &other).right,
        Vec::<usize>::new()
    );
}

#[test]
fn a_pair_of_pages_is_not_told_of_again_and_another_pair_is() {
    let found = beside(HERE, &[SINKS, OURS], (THERE, &[SINKS, THEIRS]));
    let finding = &found[0];
    let otherwise = "Lena Marsh, 38, from Orrin, was taken aboard the Petrel.";
    let changed = beside(HERE, &[SINKS, OURS], (THERE, &[SINKS, otherwise]));
    let third = beside(
        HERE,
        &[SINKS, OURS],
        ("https://third.example/2", &[SINKS, THEIRS]),
    );
    assert!(!changed.is_empty() && !third.is_empty());
    for (word, again, after_change, at_third) in [
        (Word::Right, 0, 0, 0),
        // Something else speaks against it now.
        (Word::NotSame, 1, 0, 0),
        (Word::WrongReading, 1, 1, 1),
        (Word::Ignore, 1, 1, 1),
    ] {
        let labels = [label(word, finding)];
        assert_eq!(left_out(&labels, &found), again, "{word:?} again");
        assert_eq!(
            left_out(&labels, &changed),
            after_change,
            "{word:?}, the other changed"
        );
        assert_eq!(
            left_out(&labels, &third),
            at_third,
            "{word:?}, a third says it"
        );
    }
}

#[test]
fn what_is_not_the_same_thing_is_not_seen_from_the_other_page_either() {
    let found = beside(HERE, &[SINKS, OURS], (THERE, &[SINKS, THEIRS]));
    let said = label(Word::NotSame, &found[0]);
    let mirrors = said.mirrors();
    let [mirror] = mirrors.as_slice() else {
        panic!("{mirrors:?}");
    };
    assert_eq!(mirror.address, "harbour.example/news/7");
    let from_there = beside(THERE, &[SINKS, THEIRS], (HERE, &[SINKS, OURS]));
    assert_eq!(from_there.len(), 1);
    assert_eq!(left_out(std::slice::from_ref(mirror), &from_there), 1);
    assert!(!mirror.is_of(&from_there[0]), "it was not said there");
    let otherwise = "Lena Marsh, 38, from Orrin, was taken aboard the Petrel.";
    let mut other_figure = beside(THERE, &[SINKS, otherwise], (HERE, &[SINKS, OURS]));
    assert_eq!(other_figure[0].about, "Lena Marsh’s age");
    assert_eq!(left_out(std::slice::from_ref(mirror), &other_figure), 1);
    other_figure[0].about = String::from("Tom Ellis’ age");
    assert_eq!(left_out(std::slice::from_ref(mirror), &other_figure), 0);
    for word in [Word::Right, Word::WrongReading, Word::Ignore] {
        assert_eq!(label(word, &found[0]).mirrors(), Vec::new(), "{word:?}");
    }
}

#[test]
fn a_word_is_found_again_by_its_finding() {
    let findings = inside(&["It rained.", SAID, "Rent is due on 31 June 2026."]);
    assert_eq!(findings.len(), 2);
    let said = label(Word::Ignore, &findings[1]);
    assert!(said.is_of(&findings[1]) && !said.is_of(&findings[0]));
    assert_eq!(left_out(&[said], &findings), 1);
}

#[test]
fn a_label_of_another_version_says_nothing() {
    let findings = inside(&[SAID]);
    let mut newer = label(Word::Ignore, &findings[0]);
    newer.version += 1;
    assert_eq!(left_out(&[newer], &findings), 0);
}

#[test]
fn a_label_knows_what_it_was_said_of() {
    let findings = inside(&["It rained.", SAID]);
    let said = label(Word::WrongReading, &findings[0]);
    assert_eq!(said.address, "valley.example/news/1");
    assert_eq!(said.code, "article/weekday");
    let quotes: Vec<&str> = said
        .figures
        .iter()
        .map(|figure| figure.quote.as_str())
        .collect();
    assert_eq!(quotes, ["Wednesday", "3 March 2026"]);
    assert_eq!(said.figures[0].sentence, SAID);
    assert_eq!(said.figures[0].prefix, "It rained.\nThe court met on ");
}

#[test]
fn figures_of_the_same_cell_beside_the_same_source_are_left_out_together() {
    let mut one = beside(HERE, &[SINKS, OURS], (THERE, &[SINKS, THEIRS]));
    one[0].about = String::from("Lena Marsh's age");
    let said = label(Word::NotSame, &one[0]);
    let again = "It was a calm day. Lena Marsh, 37, is an engineer and was on the way to Orrin.";
    let mut other = beside(HERE, &[SINKS, again], (THERE, &[SINKS, THEIRS]));
    other[0].about = String::from("Lena Marsh's age");
    assert_eq!(left_out(std::slice::from_ref(&said), &other), 1);
    other[0].about = String::from("Lena Marsh's height");
    assert_eq!(left_out(&[said], &other), 0);
}
