//! Sentences of our own with the levels that their figures get.

use plumbline_core::page::{Block, DateSource, Page, Role, StatedDate};
use serde::Deserialize;
use std::fs;
use std::path::Path;

#[derive(Debug, Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) name: String,
    /// Title of the page; none when empty.
    #[serde(default)]
    pub(crate) title: String,
    /// Day of the article; 2025-06-20 unless said.
    pub(crate) published: Option<String>,
    /// Language and place that the page says it is in.
    #[serde(default)]
    pub(crate) language: String,
    /// Blocks; a line that starts with "# ", "## ", "- " is a headline, a heading, an item.
    pub(crate) text: String,
    /// Figures that are warned of, in order.
    #[serde(default)]
    pub(crate) warn: Vec<String>,
    /// Figures that are marked, in order.
    #[serde(default)]
    pub(crate) mark: Vec<String>,
    /// Why the case is not met yet; once it is, this line must go.
    pub(crate) known: Option<String>,
    /// What is shown of a known case as long as it is not met; nothing unless said.
    #[serde(default)]
    pub(crate) now: Now,
    /// Words that the explanation of the first warned or marked figure must hold.
    #[serde(default)]
    pub(crate) says: Vec<String>,
}

/// The figures that are shown today where that is not right: a change of them is to be noticed.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Now {
    #[serde(default)]
    pub(crate) warn: Vec<String>,
    #[serde(default)]
    pub(crate) mark: Vec<String>,
}

/// The page that a case tells of.
pub(crate) fn page(case: &Case) -> Page {
    let blocks = case.text.lines().filter(|l| !l.is_empty()).map(|line| {
        let (role, text) = if let Some(text) = line.strip_prefix("# ") {
            (Role::Headline, text)
        } else if let Some(text) = line.strip_prefix("## ") {
            (Role::Heading, text)
        } else if let Some(text) = line.strip_prefix("- ") {
            (Role::Item, text)
        } else {
            (Role::Paragraph, line)
        };
        Block {
            role,
            text: text.to_owned(),
            ..Block::default()
        }
    });
    let published = case
        .published
        .clone()
        .unwrap_or_else(|| "2025-06-20".to_owned());
    let dates = if published.is_empty() {
        Vec::new()
    } else {
        vec![StatedDate::new(DateSource::Given, published)]
    };
    Page {
        title: case.title.clone(),
        language: case.language.clone(),
        dates,
        blocks: blocks.collect(),
        ..Page::default()
    }
}

/// All there are.
pub(crate) fn all() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verdicts");
    let files = fs::read_dir(folder).expect("the folder of cases is there");
    let cases = files.flat_map(|file| {
        let path = file.expect("its files can be listed").path();
        let text = fs::read_to_string(&path).expect("they are text");
        let table: Table =
            toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        table.case
    });
    cases.collect()
}
