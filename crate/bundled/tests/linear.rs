//! A text that goes on and on takes no more time for each of its sentences than a short one.

use cpu_time::ThreadTime;
use plumbline_core::check;
use plumbline_core::compare::{Dated, compare};
use plumbline_core::page::{Block, Page, Role};
use plumbline_core::reference::Reference;
use std::time::Duration;

/// How often a length is timed, by what this thread used, before it counts as slow.
const ROUNDS: usize = 5;

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

fn time(text: String, reference: &Reference) -> Duration {
    let page = Page {
        title: String::from("Meta and Scale AI"),
        blocks: vec![Block {
            role: Role::Paragraph,
            text,
            ..Block::default()
        }],
        ..Page::default()
    };
    let started = ThreadTime::now();
    std::hint::black_box(check(&page, reference));
    started.elapsed()
}

#[test]
fn checking_takes_time_in_proportion_to_the_text() {
    let reference = plumbline_bundled::reference().expect("the bundled set is sound");
    for (opening, sentence) in TEXTS {
        let of_length = |length: usize| {
            let text = opening.to_owned() + &sentence.repeat(length / sentence.len());
            time(text, &reference)
        };
        let mut short = Duration::MAX;
        let mut long = Duration::MAX;
        let linear = (0..ROUNDS).any(|_| {
            short = short.min(of_length(4_000));
            long = long.min(of_length(32_000));
            // Eight times the text; what grows with its square takes 64 times as long.
            long < short * 24
        });
        assert!(
            linear,
            "{sentence:?}: {short:?} for 4 kB, {long:?} for 32 kB"
        );
    }
}

#[test]
fn comparing_takes_time_in_proportion_to_both_texts() {
    let language = plumbline_bundled::language().expect("the language is sound");
    let sentence = "The dam at Orrin Falls supplies 340,000 homes, cost £41 million and was finished in 1962. ";
    let of_length = |length: usize| {
        let reference = sentence.repeat(length / sentence.len());
        let text = reference.replace("340,000", "240,000");
        let started = ThreadTime::now();
        std::hint::black_box(compare(
            language,
            Dated::undated(&reference),
            Dated::undated(&text),
        ));
        started.elapsed()
    };
    let (mut short, mut long) = (Duration::MAX, Duration::MAX);
    let linear = (0..ROUNDS).any(|_| {
        short = short.min(of_length(16_000));
        long = long.min(of_length(128_000));
        long < short * 24
    });
    assert!(linear, "{short:?} for 16 kB, {long:?} for 128 kB");
}
