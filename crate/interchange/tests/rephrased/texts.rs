//! The repository's own sentences, with the sets that they are held against.

use plumbline_core::language::Language;
use plumbline_core::page::{Block, DateSource, Page, StatedDate};
use plumbline_core::reference::Reference;
use plumbline_interchange::toml::verify;
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

/// A text in paragraphs, and its day.
#[derive(Debug, Deserialize)]
pub(crate) struct Text {
    pub(crate) text: String,
    published: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Cases {
    case: Vec<Text>,
}

#[derive(Debug, Deserialize)]
struct Paraphrases {
    wrong: Vec<String>,
    unread: Vec<String>,
    other: Vec<String>,
}

/// Each subject's set, and the texts about it.
pub(crate) fn texts() -> Vec<(Reference, Vec<Text>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let deal = "../../reference/meta-scale-ai";
    let mut all = vec![(
        reference(&root.join(deal)),
        cases(&root.join("../bundled/tests/verdicts")),
    )];
    for (subject, set) in [
        ("deal", deal),
        ("mountains", "tests/mountains"),
        ("rivers", "tests/rivers"),
        ("incidents", "tests/incidents"),
        ("season", "tests/season"),
        ("ballot", "tests/ballot"),
    ] {
        let file = root.join(format!("tests/paraphrases/{subject}.toml"));
        let told: Paraphrases = read(&file);
        let sentences = (told.wrong.into_iter())
            .chain(told.unread)
            .chain(told.other);
        let texts = sentences.map(|text| Text {
            text,
            published: None,
        });
        all.push((reference(&root.join(set)), texts.collect()));
    }
    all
}

/// The text, or another way to say it, as a page.
pub(crate) fn page(text: &Text, said: &str) -> Page {
    let published = text.published.as_deref().unwrap_or("2025-06-20");
    let days = (!published.is_empty()).then(|| StatedDate::new(DateSource::Given, published));
    Page {
        dates: days.into_iter().collect(),
        blocks: (said.lines().filter(|line| !line.is_empty()))
            .map(|line| Block {
                text: line.to_owned(),
                ..Block::default()
            })
            .collect(),
        ..Page::default()
    }
}

fn reference(set: &Path) -> Reference {
    let (loaded, problems) = verify(set);
    assert_eq!(problems, [], "{}", set.display());
    let (reference, problems) = Reference::new(Language::english(), loaded.set);
    assert_eq!(problems, [], "{}", set.display());
    reference
}

/// Those about the bundled set, but for layouts: a headline, a list.
fn cases(folder: &Path) -> Vec<Text> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of cases is there")
        .map(|file| file.expect("its files can be listed").path())
        .collect();
    files.sort();
    let all = files.iter().flat_map(|file| read::<Cases>(file).case);
    all.filter(|case| !case.text.lines().any(|line| line.starts_with(['#', '-'])))
        .collect()
}

fn read<T: serde::de::DeserializeOwned>(file: &Path) -> T {
    let text = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}
