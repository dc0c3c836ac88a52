//! Figures of one text that cannot all be right, and all that must stay silent: the case tables, and the
//! documentation made from them.

mod cases;

use cases::{at, bless};
use plumbline_core::article::Article;
use plumbline_core::check::inside;
use plumbline_core::language::Language;
use plumbline_core::page::{Block, DateSource, Page, Role, StatedDate};
use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;

/// The blocks of a text, parted by `¶`; one that begins with `|` is a row of a table, with `#` the headline, with `##` a
/// heading, with `^` a caption.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (index, text) in text.split('¶').map(str::trim).enumerate() {
        let Some(cells) = text.strip_prefix('|') else {
            let (role, text) = [
                ("##", Role::Heading),
                ("#", Role::Headline),
                ("^", Role::Caption),
            ]
            .into_iter()
            .find_map(|(sign, role)| Some((role, text.strip_prefix(sign)?.trim())))
            .unwrap_or((Role::Paragraph, text));
            blocks.push(Block {
                role,
                text: text.to_owned(),
                ..Block::default()
            });
            continue;
        };
        blocks.extend(cells.split('|').map(|cell| Block {
            role: Role::Cell,
            text: cell.trim().to_owned(),
            row: index + 1,
            ..Block::default()
        }));
    }
    blocks
}

/// The page of a text, from a day or `-`.
fn page(day: &str, text: &str) -> Page {
    Page {
        dates: (day != "-")
            .then(|| StatedDate::new(DateSource::Given, day))
            .into_iter()
            .collect(),
        blocks: blocks(text),
        ..Page::default()
    }
}

fn found(day: &str, text: &str) -> String {
    let page = page(day, text);
    let article = Article::of(Language::english(), &page);
    let conflicts = inside::of(&article).conflicts;
    if conflicts.is_empty() {
        return "∅".to_owned();
    }
    let lines: Vec<String> = (conflicts.iter())
        .map(|conflict| conflict.line(&article))
        .collect();
    lines.join(" ; ")
}

#[test]
fn every_text_is_judged_as_the_table_says() {
    let path = at("tests/inside/cases.tsv");
    let table = fs::read_to_string(&path).expect("the table of cases");
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
    if bless() {
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

/// How many figures could be checked against one another: what only open or very rough figures let pass was not.
#[test]
fn a_tie_that_anything_would_fit_is_not_counted_as_checked() {
    for (text, checked) in [
        ("Arrivals rose 12% to 56,000 from 50,000.", 3),
        ("Arrivals more than doubled to 95,000 from 40,000.", 0),
        ("The hut is more than 60 miles (97 km) away.", 0),
        ("The hut is 60 miles (97 km) away.", 2),
        ("The vote is on Tuesday, 10 March 2026.", 1),
    ] {
        let page = page("-", text);
        let article = Article::of(Language::english(), &page);
        let inside = inside::of(&article);
        assert_eq!(
            (inside.conflicts.len(), inside.checked),
            (0, checked),
            "{text}"
        );
    }
}

#[test]
fn the_documentation_shows_the_cases() {
    cases::shown_in("inside.md", "tests/inside/cases.tsv", section_table);
}

/// What cannot be right with the figures that are marked, and what stays silent.
fn section_table(table: &str, section: &str) -> String {
    let rows = cases::rows(table, section, 4);
    let rows: Vec<(Vec<&str>, String)> = (rows.into_iter())
        .map(|fields| {
            let found = found(fields[1], fields[2]);
            (fields, found)
        })
        .collect();
    let (silent, conflicts): (Vec<_>, Vec<_>) = rows.iter().partition(|(_, found)| found == "∅");
    let text = |fields: &[&str]| {
        let day = Some(fields[1]).filter(|day| *day != "-");
        let day = day.map_or(String::new(), |day| format!(" *(an article of {day})*"));
        fields[2].replace('|', "\\|").replace('¶', "<br>") + &day
    };
    let mut out = String::from("\n| text | cannot all be right |\n|---|---|\n");
    for (fields, found) in conflicts {
        let tie = found.replace(" ; ", "<br>").replace('|', "\\|");
        writeln!(out, "| {} | {tie} |", text(fields)).expect("a string takes any text");
    }
    out.push_str("\nSilent:\n\n");
    for (fields, _) in silent {
        writeln!(out, "- {}", text(fields)).expect("a string takes any text");
    }
    out.push('\n');
    out
}
