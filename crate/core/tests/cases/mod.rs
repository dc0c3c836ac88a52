//! Tables of cases, and the documentation that is made from them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// A path of this crate.
pub(crate) fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Whether what is found now is to be written down as what is right.
pub(crate) fn bless() -> bool {
    env::var_os("PLUMBLINE_BLESS").is_some()
}

/// The rows of a section of a table that have so many fields.
pub(crate) fn rows<'t>(table: &'t str, section: &str, fields: usize) -> Vec<Vec<&'t str>> {
    let heading = format!("## {section}");
    let rows: Vec<Vec<&str>> = (table.lines())
        .skip_while(|line| *line != heading)
        .skip(1)
        .take_while(|line| !line.starts_with("## "))
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .filter(|row| row.len() == fields)
        .collect();
    assert!(!rows.is_empty(), "no cases in section {section}");
    rows
}

/// Holds a page to its cases: what stands between `<!-- cases: Section -->` and `<!-- end -->` is what `section` makes of
/// the table.
pub(crate) fn shown_in(page: &str, table: &str, section: impl Fn(&str, &str) -> String) {
    let path = at("../../docs").join(page);
    let written = fs::read_to_string(&path).expect("the page");
    let table = fs::read_to_string(at(table)).expect("the table of cases");
    let mut fresh = String::new();
    let mut inside = false;
    for line in written.lines() {
        inside &= line != "<!-- end -->";
        if !inside {
            writeln!(fresh, "{line}").expect("a string takes any text");
        }
        let begins = line
            .strip_prefix("<!-- cases: ")
            .and_then(|line| line.strip_suffix(" -->"));
        if let Some(name) = begins {
            inside = true;
            fresh.push_str(&section(&table, name));
        }
    }
    if bless() {
        fs::write(path, fresh).expect("the page can be written");
    } else {
        assert!(
            written == fresh,
            "docs/{page} is out of date: run the tests with PLUMBLINE_BLESS=1"
        );
    }
}
