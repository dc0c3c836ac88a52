//! Figures of one text that cannot all be right, and all that must stay silent: the case tables, and the
//! documentation made from them.

use plumbline_core::article::Article;
use plumbline_core::check::inside::{self, Conflict};
use plumbline_core::page::{Block, DateSource, Page, StatedDate};
use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The page of a text whose paragraphs are parted by `¶`, from a day or `-`.
fn page(day: &str, text: &str) -> Page {
    Page {
        dates: (day != "-")
            .then(|| StatedDate {
                from: DateSource::Given,
                value: day.to_owned(),
            })
            .into_iter()
            .collect(),
        blocks: text
            .split('¶')
            .map(|text| Block {
                text: text.trim().to_owned(),
                ..Block::default()
            })
            .collect(),
        ..Page::default()
    }
}

/// `Tie: [first] [second] … gives 12 (nearly)`
fn written(article: &Article<'_>, conflict: &Conflict) -> String {
    let mut line = format!("{:?}:", conflict.tie);
    for place in &conflict.places {
        let text = article.blocks[place.block].text;
        write!(line, " [{}]", &text[place.start..place.end]).expect("a string takes any text");
    }
    if let Some(gives) = conflict.gives {
        write!(line, " gives {}", gives.round_dp(2).normalize()).expect("a string takes any text");
    }
    if conflict.nearly {
        line.push_str(" (nearly)");
    }
    line
}

fn found(day: &str, text: &str) -> String {
    let page = page(day, text);
    let article = Article::of(&page);
    let conflicts = inside::of(&article).conflicts;
    if conflicts.is_empty() {
        return "∅".to_owned();
    }
    let lines: Vec<String> = (conflicts.iter())
        .map(|conflict| written(&article, conflict))
        .collect();
    lines.join(" ; ")
}

#[test]
fn every_text_is_judged_as_the_table_says() {
    let path = at("tests/inside/cases.tsv");
    let table = fs::read_to_string(&path).expect("the table of cases");
    let bless = env::var_os("PLUMBLINE_BLESS").is_some();
    let (mut names, mut wrong, mut blessed) = (HashSet::new(), Vec::new(), String::new());
    for line in table.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let &[name, day, text, expected] = fields.as_slice() else {
            assert!(
                line.is_empty() || line.starts_with('#'),
                "four fields a line: {line}"
            );
            writeln!(blessed, "{line}").expect("a string takes any text");
            continue;
        };
        assert!(names.insert(name), "the name {name} is taken");
        let found = found(day, text);
        if found != expected {
            wrong.push(format!(
                "{name}: {text}\n    found:    {found}\n    expected: {expected}"
            ));
        }
        // A case that must stay silent is never blessed to speak.
        let kept = if expected == "∅" { expected } else { &found };
        writeln!(blessed, "{name}\t{day}\t{text}\t{kept}").expect("a string takes any text");
    }
    if bless {
        fs::write(path, blessed).expect("the table can be written");
    }
    assert!(
        wrong.is_empty(),
        "{} of {} cases:\n{}",
        wrong.len(),
        names.len(),
        wrong.join("\n")
    );
}
