//! A second set, about another subject, through the whole way: files, verification, pack, verdicts.

use plumbline_core::check;
use plumbline_core::language::Language;
use plumbline_core::page::{Block, Page, Role};
use plumbline_core::reference::Reference;
use plumbline_core::report::{Level, Mistake, Reason};
use plumbline_interchange::toml::verify;
use std::path::Path;

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mountains"))
}

fn article() -> Page {
    let text = include_str!("mountains/article.md");
    let blocks = text
        .lines()
        .filter(|l| !l.is_empty())
        .map(|line| match line.strip_prefix("# ") {
            Some(title) => Block {
                role: Role::Headline,
                text: title.to_owned(),
                ..Block::default()
            },
            None => Block {
                text: line.to_owned(),
                ..Block::default()
            },
        });
    Page {
        blocks: blocks.collect(),
        ..Page::default()
    }
}

#[test]
fn a_set_about_mountains_is_sound_and_finds_what_is_wrong() {
    let (loaded, problems) = verify(folder());
    assert_eq!(problems, []);
    let (made, problems) = Reference::new(Language::english(), loaded.set);
    assert_eq!(problems, []);
    let packed = made.pack().leak();
    let reference = Reference::unpack(made.language, packed).expect("a pack reads back");
    let report = check(&article(), &reference);
    let at = |level: Level| -> Vec<&str> {
        report
            .findings
            .iter()
            .filter(|f| f.level == level)
            .map(|f| f.places[0].quote.as_str())
            .collect()
    };
    assert_eq!(at(Level::Warn), ["1945", "8,856 metres"]);
    assert_eq!(
        at(Level::Mark),
        ["8,849 metres"],
        "the surveys differ by a metre"
    );
    let swapped = report
        .findings
        .iter()
        .find(|f| f.places[0].quote == "1945")
        .expect("it is warned of");
    let Reason::Sources(weighed) = &swapped.reason else {
        panic!("it is held against sources")
    };
    assert_eq!(weighed.slip, Some(Mistake::DigitsSwapped));
}
