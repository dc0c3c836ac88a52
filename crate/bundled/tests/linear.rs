//! A text that goes on and on takes no more work for each of its sentences than a short one, by counted steps.

use plumbline_core::check;
use plumbline_core::compare::{Dated, compare};
use plumbline_core::page::{Block, Page, Role};
use plumbline_core::reference::Reference;
use plumbline_core::steps;

/// What a paragraph opens with, and what it goes on with.
const TEXTS: [(&str, &str); 8] = [
    // Nobody whom a place could mean is named but in the first sentence.
    (
        "Scale AI grew. ",
        "The company in Boston paid. It invested $5 million in it near Paris. ",
    ),
    ("Wang spoke. ", "The 28-year-old said so in Paris. "),
    ("", "Meta paid $5 million, "),
    ("", "Meta paid $5 million. "),
    ("Scale AI grew. ", "How much did it cost? $5 million. "),
    (
        "Meta bought Scale AI. ",
        "In 2019 it was valued at $5 million when 49% (of it) was sold. ",
    ),
    ("", "Scale AI: $5 million – Meta: $6 million. "),
    ("", "and Meta, which valued Scale AI at $5 million "),
];

/// The steps that checking a text takes.
fn of_checking(text: String, reference: &Reference) -> u64 {
    let page = Page {
        title: String::from("Meta and Scale AI"),
        blocks: vec![Block {
            role: Role::Paragraph,
            text,
            ..Block::default()
        }],
        ..Page::default()
    };
    steps::of(|| check(&page, reference))
}

/// Twice the text takes twice the steps, and a few of those that are taken once.
fn is_linear(one: u64, two: u64) -> bool {
    one > 0 && two <= one * 2 + one / 4
}

#[test]
fn checking_takes_steps_in_proportion_to_the_text() {
    let reference = plumbline_bundled::reference().expect("the bundled set is sound");
    let mut wrong = Vec::new();
    for (opening, sentence) in TEXTS {
        let [one, two] = [8_000, 16_000].map(|length| {
            let text = opening.to_owned() + &sentence.repeat(length / sentence.len());
            of_checking(text, &reference)
        });
        if !is_linear(one, two) {
            wrong.push(format!("{sentence:?}: {one} steps for 8 kB, {two} for 16"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn comparing_takes_steps_in_proportion_to_both_texts() {
    let language = plumbline_bundled::language().expect("the language is sound");
    let sentence = "The dam at Orrin Falls supplies 340,000 homes, cost £41 million and was finished in 1962. ";
    let [one, two] = [64_000, 128_000].map(|length| {
        let reference = sentence.repeat(length / sentence.len());
        let text = reference.replace("340,000", "240,000");
        let (reference, text) = (Dated::undated(&reference), Dated::undated(&text));
        steps::of(|| compare(language, reference, text))
    });
    assert!(is_linear(one, two), "{one} steps for 64 kB, {two} for 128");
}
