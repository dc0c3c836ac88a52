//! The rooms of the core stand in an order, and each knows only those before it: there is no circle. Rules name no
//! words of the language: those are in its data.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in their order, the lowest first; `docs/ARCHITECTURE.md` says what each is for.
const ORDER: [&str; 20] = [
    "steps",
    "order",
    "calendar",
    "page",
    "text",
    "lexicon",
    "language",
    "locale",
    "figures",
    "article",
    "relations",
    "reference",
    "reading",
    "align",
    "report",
    "spots",
    "check",
    "story",
    "pipeline",
    "lib",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The sources of the core by their paths below `src`, without their tests and comments.
fn rooms() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&root, &mut found);
    found
        .into_iter()
        .filter(|path| !path.ends_with("tests.rs") && !path.ends_with("relations/told.rs"))
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a source");
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or("");
            let lines = code.lines().filter(|line| !line.trim().starts_with("//"));
            let place = path.strip_prefix(&root).expect("below the root");
            (
                place.to_string_lossy().replace('\\', "/"),
                lines.collect::<Vec<_>>().join("\n"),
            )
        })
        .collect()
}

fn rank(room: &str) -> usize {
    (ORDER.iter().position(|known| *known == room))
        .unwrap_or_else(|| panic!("{room} has no place in the order of rooms"))
}

#[test]
fn no_room_knows_one_that_stands_after_it() {
    let mut wrong = Vec::new();
    for (place, code) in rooms() {
        let own = place.split(['/', '.']).next().unwrap_or("");
        for known in code.split("crate::").skip(1) {
            let end = known.find(|c: char| !c.is_ascii_lowercase() && c != '_');
            let room = &known[..end.unwrap_or(known.len())];
            // A name of the crate's root, or a path of another crate.
            if !ORDER.contains(&room) {
                continue;
            }
            if rank(room) > rank(own) {
                wrong.push(format!("{place} knows {room}"));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn rules_of_figures_ask_for_words_by_class() {
    // Units and kinds are called by names of their own, which are no words of a text.
    let mut wrong = Vec::new();
    for (place, code) in rooms() {
        if !place.starts_with("figures/") && !place.starts_with("reading/") {
            continue;
        }
        for call in [".eq(", ".any(", ".plain("] {
            for told in code.split(call).skip(1) {
                let line = told.lines().next().unwrap_or("");
                let word = line.split('"').nth(1).unwrap_or("");
                let is_word = word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase());
                if is_word && !line.contains("ends_with") {
                    wrong.push(format!("{place}: {call}{line}"));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
