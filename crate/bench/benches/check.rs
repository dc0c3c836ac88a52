//! How long checking takes: a 10 KB article, growth with the article, and with a set of 100,000 statements
//! that share no entity with it.

use plumbline_bench::{corpus, fastest};
use plumbline_core::check;
use plumbline_core::page::{Block, DateSource, Page, StatedDate};
use plumbline_core::reference::{Entity, Reference, Set, Source, Statement};
use std::hint::black_box;
use std::time::Instant;

/// An article of about `size` bytes: prose, with a paragraph about the bundled set's subject now and then.
fn article(prose: &str, size: usize) -> Page {
    let about = "Meta has invested $14.8 billion in Scale AI, which is valued at $29 billion. \
        The company now owns 49% of the startup, founded in 2016 by Alexandr Wang, 28.";
    let mut blocks = Vec::new();
    let mut bytes = 0;
    for (index, line) in prose
        .lines()
        .filter(|l| !l.trim().is_empty())
        .cycle()
        .enumerate()
    {
        if bytes >= size {
            break;
        }
        let text = if index % 12 == 3 { about } else { line };
        bytes += text.len();
        blocks.push(Block {
            text: text.to_owned(),
            ..Block::default()
        });
    }
    let dates = vec![StatedDate::new(DateSource::Given, "2025-06-20")];
    Page {
        dates,
        blocks,
        ..Page::default()
    }
}

/// The bundled set with 100,000 statements about entities that no article names.
fn crowded(bundled: &Set) -> Reference {
    let mut set = bundled.clone();
    let source = set.sources.len();
    set.sources.push(Source {
        id: "many".into(),
        publisher: "Register".into(),
        title: "Companies".into(),
        date: "2025".into(),
        ..Source::default()
    });
    for number in 0..50_000 {
        let id = format!("company-{number}");
        set.entities.push(Entity {
            pronoun: None,
            id: id.clone(),
            name: format!("Company{number} Holdings"),
            kind: "organization".into(),
            ..Entity::default()
        });
        for (property, quantity) in [
            ("valuation", format!("${number} million")),
            ("founded", format!("{}", 1900 + number % 120)),
        ] {
            set.statements.push(Statement {
                source,
                property: property.into(),
                entity: id.clone(),
                quantity,
                time: (property == "valuation").then(|| "2024".into()),
                ..Statement::default()
            });
        }
    }
    Reference::new(
        plumbline_bundled::language().expect("what ships is sound"),
        set,
    )
    .0
}

fn main() {
    let (prose, source) = corpus::articles();
    let made = Instant::now();
    let reference = plumbline_bundled::reference().expect("the bundled set is sound");
    println!("check, native, {source}, one core");
    println!(
        "  the bundled set made ready: {:.1?}, packed in {} bytes",
        made.elapsed(),
        plumbline_bundled::PACK.len()
    );
    for kilobytes in [10, 100, 1_000, 10_000] {
        let page = article(&prose, kilobytes * 1_000);
        let mut findings = 0;
        let runs = if kilobytes < 1_000 { 50 } else { 5 };
        let time = fastest(runs, || {
            findings = black_box(check(&page, &reference)).findings.len();
        });
        println!("  {kilobytes:>6} KB: {time:>10.2?}, {findings} findings");
    }
    let page = article(&prose, 10_000);
    let made = Instant::now();
    let crowded = crowded(&reference.set);
    println!(
        "  a set with 100,000 statements more made ready: {:.1?}",
        made.elapsed()
    );
    let time = fastest(50, || drop(black_box(check(&page, &crowded))));
    println!("      10 KB against it: {time:.2?}");
}
