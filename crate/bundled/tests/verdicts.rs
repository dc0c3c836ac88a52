//! Sentences of our own against the bundled set: which level each figure gets.

use plumbline_core::check;
use plumbline_core::page::{Block, DateSource, Page, Role, StatedDate};
use plumbline_core::report::Level;
use serde::Deserialize;
use std::collections::HashSet;
use std::fs;
use std::path::Path;

#[derive(Debug, Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// Title of the page; none when empty.
    #[serde(default)]
    title: String,
    /// Day of the article; 2025-06-20 unless said.
    published: Option<String>,
    /// Blocks; a line that starts with "# ", "## ", "- " is a headline, a heading, an item.
    text: String,
    /// Figures that are warned of, in order.
    #[serde(default)]
    warn: Vec<String>,
    /// Figures that are marked, in order.
    #[serde(default)]
    mark: Vec<String>,
    /// Why the case is not met yet; once it is, this line must go.
    known: Option<String>,
    /// Words that the explanation of the first warned or marked figure must hold.
    #[serde(default)]
    says: Vec<String>,
}

fn page(case: &Case) -> Page {
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
        vec![StatedDate {
            from: DateSource::Given,
            value: published,
        }]
    };
    Page {
        title: case.title.clone(),
        dates,
        blocks: blocks.collect(),
        ..Page::default()
    }
}

#[test]
fn figures_get_the_level_that_a_careful_checker_would_give() {
    let mut table: Table =
        toml::from_str(include_str!("verdicts.toml")).expect("the table is TOML");
    let newsroom = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/newsroom");
    for file in fs::read_dir(newsroom).expect("the newsroom's folder is there") {
        let path = file.expect("its files can be listed").path();
        let text = fs::read_to_string(&path).expect("they are text");
        let cases: Table =
            toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        table.case.extend(cases.case);
    }
    let reference = plumbline_bundled::reference().expect("the bundled set is sound");
    let mut names = HashSet::new();
    let mut wrong = Vec::new();
    for case in &table.case {
        assert!(
            names.insert(&case.name),
            "two cases are called {:?}",
            case.name
        );
        let report = check(&page(case), &reference);
        let quotes = |level: Level| -> Vec<String> {
            report
                .findings
                .iter()
                .filter(|f| f.level == level)
                .map(|f| f.quote.clone())
                .collect()
        };
        let met = quotes(Level::Warn) == case.warn && quotes(Level::Mark) == case.mark;
        if met && case.known.is_some() {
            wrong.push(format!("{}: is met now, drop its known reason", case.name));
        } else if !met && case.known.is_none() {
            wrong.push(format!(
                "{}: warned of {:?}, marked {:?}; expected {:?}, {:?}\n    {}",
                case.name,
                quotes(Level::Warn),
                quotes(Level::Mark),
                case.warn,
                case.mark,
                case.text.trim()
            ));
        }
        let shown = report.findings.iter().find(|f| f.level != Level::None);
        for words in &case.says {
            if !shown.is_some_and(|f| f.explanation.contains(words)) {
                wrong.push(format!(
                    "{}: {words:?} is not in {:?}",
                    case.name,
                    shown.map(|f| &f.explanation)
                ));
            }
        }
        for finding in report.findings.iter().filter(|f| f.level != Level::None) {
            assert!(
                !finding.evidence.is_empty(),
                "{}: {:?} is shown without evidence",
                case.name,
                finding.quote
            );
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} cases:\n{}",
        wrong.len(),
        table.case.len(),
        wrong.join("\n")
    );
}
