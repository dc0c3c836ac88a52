//! Tables as they are found, not as they should be: whatever stands in them, nothing panics, and each row is read or
//! told of, with its line.

use plumbline_core::language::Language;
use plumbline_core::reference::Set;
use plumbline_interchange::table::{Draft, Mapping, Problem, columns, draft};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

/// What stands in cells of tables: figures with notes and signs, dashes, nothing, merged headings, names, and worse.
const CELLS: [&str; 36] = [
    "",
    " ",
    "-",
    "–",
    "n / a",
    "?",
    "12",
    "1,234",
    "1 234,5",
    "12 %",
    "99.9%",
    "45[a]",
    "7 †",
    "3 - 1",
    "1:04.25",
    "w 3 - 0",
    "$1.2m",
    "€ 5bn",
    "5 people",
    "(12)",
    "1999 - 2003",
    "june 3 , 2007",
    "2021-13-45",
    "Orrin",
    "orrin ( 2nd )",
    "Brask & Söhne",
    "Ωρίων",
    "東京",
    "\u{202e}nirrO",
    "a\u{0}b",
    "two\nlines",
    "a \"quoted\" word",
    "=1+1",
    "999999999999999999999999999999999999",
    "-0",
    "1e400",
];

const HEADINGS: [&str; 10] = [
    "", "Name", "name", "Points", "Points", "2010", "2011", "% of all", "Höhe", "a\nb",
];

#[derive(Debug, Clone)]
struct Odd {
    text: String,
    headings: Vec<String>,
    /// The line on which each row begins, with its cells.
    rows: Vec<(usize, Vec<String>)>,
}

fn written(cell: &str, delimiter: char, quoted: bool) -> String {
    let must = cell.contains(['\n', '"', delimiter]);
    if quoted || must {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => select(&CELLS[..]).prop_map(str::to_owned),
        2 => "[\\PC,;#|\t]{0,12}",
        1 => Just("9".repeat(4_000)),
    ]
}

/// A table with these headings, rows of any length, one of the signs that part columns, and either end of lines.
fn table(headings: impl Strategy<Value = Vec<String>>) -> impl Strategy<Value = Odd> {
    let rows = prop::collection::vec((prop::collection::vec(cell(), 0..9), any::<bool>()), 0..8);
    let ends = select(&["\n", "\r\n"][..]);
    let marks = select(&["", "\u{feff}"][..]);
    (
        headings,
        rows,
        select(&[',', ';', '\t', '|', '#'][..]),
        ends,
        marks,
    )
        .prop_map(|(headings, rows, delimiter, end, mark)| {
            let line = |cells: &[String], quoted: bool| {
                let cells = cells.iter().map(|cell| written(cell, delimiter, quoted));
                cells.collect::<Vec<_>>().join(&delimiter.to_string())
            };
            // A sign of its own line says what parts columns where nothing in the first does.
            let mut text = format!("{mark}sep={delimiter}{end}{}{end}", line(&headings, false));
            let mut at = Vec::new();
            for (cells, quoted) in rows {
                at.push((1 + text.matches('\n').count(), cells.clone()));
                text += &line(&cells, quoted);
                text += end;
            }
            Odd {
                text,
                headings,
                rows: at,
            }
        })
}

fn read(text: &str, mapping: Option<&Mapping>) -> (Draft, Vec<Problem>) {
    let (rows, mut problems) = columns::read(text, mapping);
    let (draft, more) = draft(Language::english(), "Odd", &rows, &Set::default());
    problems.extend(more);
    (draft, problems)
}

/// The lines that were read, or told of.
fn told(draft: &Draft, problems: &[Problem]) -> BTreeSet<usize> {
    let read = draft.read.iter().map(|row| row.line);
    read.chain(problems.iter().map(|problem| problem.line))
        .collect()
}

fn filled(cells: &[String]) -> bool {
    cells.iter().any(|cell| !cell.trim().is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_row_of_the_usual_columns_is_read_or_told_of(odd in table(Just(
        ["entity", "property", "quantity", "time", "source"].map(str::to_owned).to_vec(),
    ))) {
        let (draft, problems) = read(&odd.text, None);
        let told = told(&draft, &problems);
        for (line, cells) in &odd.rows {
            prop_assert!(!filled(cells) || told.contains(line), "line {line} of {:?}: {problems:?}", odd.text);
        }
    }

    #[test]
    fn each_figure_of_any_layout_is_read_or_told_of(
        odd in table(prop::collection::vec(select(&HEADINGS[..]).prop_map(str::to_owned), 2..8)),
    ) {
        let columns: Vec<String> = odd.headings.iter().skip(1).map(|name| format!("{name:?}")).collect();
        let mapping = format!(
            "entity = {:?}\n[[quantity]]\ncolumns = [{}]\nproperty = \"points\"\nwrite = \"{{}} points\"\n",
            odd.headings[0],
            columns.join(", "),
        );
        let mapping = Mapping::read(&mapping).expect("it is sound");
        let (draft, problems) = read(&odd.text, Some(&mapping));
        let told = told(&draft, &problems);
        let width = odd.headings.len();
        for (line, cells) in &odd.rows {
            let beyond = cells.get(width..).is_some_and(filled);
            let first = |at: usize| odd.headings.iter().position(|name| name.eq_ignore_ascii_case(&odd.headings[at])) == Some(at);
            let figures = (1..width.min(cells.len())).any(|at| first(at) && !cells[at].trim().is_empty());
            prop_assert!(!(beyond || figures) || told.contains(line), "line {line} of {:?}: {problems:?}", odd.text);
        }
        // A figure that is not read is told by the name of its own column.
        for problem in &problems {
            let named = problem.column.is_empty() || ["entity", "quantity"].contains(&problem.column.as_str()) || odd.headings.contains(&problem.column.clone());
            prop_assert!(named, "{problem}");
        }
    }

    #[test]
    fn bytes_of_any_sort_are_no_reason_to_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        let _ = read(&text, None);
        let mapping = Mapping::read("entity = \"a\"\n[[quantity]]\ncolumns = \"years\"\nproperty = \"b\"\n").expect("it is sound");
        let _ = read(&format!("a,2010\n{text}"), Some(&mapping));
    }
}

#[test]
fn number_signs_part_columns_where_each_line_has_as_many() {
    let mapping = Mapping::read(
        "entity = \"player\"\n[[quantity]]\ncolumns = [\"points\"]\nproperty = \"points\"\nwrite = \"{} points\"\n",
    )
    .expect("it is sound");
    let (draft, problems) = read(
        "rank#player#points\n1#Orla Brask#1,204\n2#Jon Marlow#987\n",
        Some(&mapping),
    );
    assert_eq!(problems, []);
    assert_eq!(draft.set.statements.len(), 2);
    let lone = Mapping::read(
        "entity = \"town\"\n[[quantity]]\ncolumns = [\"# of people\"]\nproperty = \"people\"\nwrite = \"{} people\"\n",
    )
    .expect("it is sound");
    let (draft, problems) = read("town,# of people\nOrrin,12\nBrask,13\n", Some(&lone));
    assert_eq!(problems, []);
    assert_eq!(draft.set.statements.len(), 2);
}

#[test]
fn what_is_wrong_in_a_wide_table_is_told_by_the_column_that_it_stands_in() {
    let mapping = Mapping::read(
        "entity = \"City\"\n[[quantity]]\ncolumns = [\"People\", \"Cars\"]\nproperty = \"people\"\nwrite = \"{} people\"\n",
    )
    .expect("it is sound");
    let told = |table: &str| -> Vec<String> {
        let (_, problems) = read(table, Some(&mapping));
        problems.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        told("City,People,Cars\nOrrin,many,12\n"),
        ["line 2, column People: \"many people\" is read as no figure"]
    );
    assert_eq!(
        told("City,People,Cars,people\nOrrin,12,,3\n"),
        ["line 1, column People: several columns are called so, and only the first is read"]
    );
    // Lines that end with a carriage return alone are counted too.
    assert_eq!(
        told("City,People,Cars\rBrask,5,\rOrrin,many,12\r"),
        ["line 3, column People: \"many people\" is read as no figure"]
    );
}
