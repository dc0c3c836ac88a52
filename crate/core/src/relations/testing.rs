//! For the tests of the constructions: what one line of words finds in a sentence.

use super::{Behaviour, Property};
use crate::align;
use crate::article::Article;
use crate::figures::Kind;
use crate::language::Language;
use crate::page::{Block, Page};
use crate::reading::Reading;
use crate::reference::{Entity, Reference, Set};

/// Whom each figure of a sentence is told of, entity first, by the lines alone; none for a figure that they do not reach.
fn told(lines: &[&str], sentence: &str) -> Vec<String> {
    let entity = |id: &str, name: &str, kind: &str| Entity {
        id: id.to_owned(),
        name: name.to_owned(),
        kind: kind.to_owned(),
        ..Entity::default()
    };
    let lines: Vec<String> = lines.iter().map(|&l| l.to_owned()).collect();
    let object = lines.iter().any(|l| l.contains(" O"));
    let set = Set {
        entities: vec![
            entity("meridor", "Meridor", "firm"),
            entity("lumora", "Lumora", "firm"),
            entity("orvel", "Mount Orvel", "hill"),
            Entity {
                pronoun: Some("she".to_owned()),
                ..entity("lind", "Ada Lind", "person")
            },
        ],
        properties: vec![Property {
            id: "tested".to_owned(),
            label: if object {
                "{entity} {object}"
            } else {
                "{entity}"
            }
            .to_owned(),
            kinds: vec![
                Kind::Money,
                Kind::Percent,
                Kind::Count,
                Kind::Year,
                Kind::Dimension,
                Kind::Age,
                Kind::Number,
                Kind::Duration,
            ],
            units: Vec::new(),
            behaviour: Behaviour::Fixed,
            entity: ["firm", "hill", "person"].map(str::to_owned).to_vec(),
            object: if object {
                vec!["firm".to_owned()]
            } else {
                Vec::new()
            },
            words: lines,
            labels: Vec::new(),
        }],
        ..Set::default()
    };
    let (reference, problems) = Reference::new(Language::english(), set);
    assert_eq!(problems, [], "the lines can be read");
    let page = Page {
        blocks: vec![Block {
            text: sentence.to_owned(),
            ..Block::default()
        }],
        ..Page::default()
    };
    let article = Article::of(Language::english(), &page);
    align::claims(Reading::of(&article, &reference), &reference)
        .iter()
        .filter_map(|claim| claim.cell)
        .map(|cell| reference.name_of(cell).trim().to_owned())
        .collect()
}

/// Holds each sentence to what is told of in it.
pub(super) fn hold(cases: &[(&[&str], &str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(lines, sentence, about)| {
            let found = told(lines, sentence).join(", ");
            (found != *about).then(|| format!("{lines:?}: {sentence}\n  {found:?}, not {about:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
