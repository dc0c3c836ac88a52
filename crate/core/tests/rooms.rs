//! The rooms of the core stand in an order, and each knows only those before it: there is no circle. Rules name no
//! words of the language: those are in its data. No room has words of an interface: those are made in `crate/words`.

mod sources;

use sources::sources;
use std::fs;
use std::path::Path;

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

/// The sources of the core by their paths below `src`, without their tests and comments.
fn rooms() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&root, &mut found);
    found
        .into_iter()
        .filter(|path| !path.ends_with("tests.rs") && !path.ends_with("relations/testing.rs"))
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

/// Whoever follows a tie from the room that reads it finds its judge by the name.
#[test]
fn each_room_of_ties_has_its_judge_of_the_same_name() {
    let below = |room: &str| -> Vec<String> {
        let places = rooms().into_iter().filter_map(|(place, _)| {
            let below = place.strip_prefix(room)?;
            let name = below.split(['/', '.']).next()?;
            // Where figures stand is no tie.
            (!["mod", "spots"].contains(&name)).then(|| name.to_owned())
        });
        let mut names: Vec<String> = places.collect();
        names.sort();
        names.dedup();
        names
    };
    let (ties, judges) = (below("figures/links/"), below("check/inside/"));
    assert!(ties.len() > 5, "{ties:?}");
    let alone: Vec<_> = ties.iter().filter(|tie| !judges.contains(tie)).collect();
    assert_eq!(alone, Vec::<&String>::new());
}

/// What a room must not so much as speak of: types of rooms after it, by their names.
const UNKNOWN: [(&str, &[&str]); 5] = [
    (
        "lexicon",
        &[
            "Quantity",
            "Entity",
            "Property",
            "Statement",
            "Claim",
            "Finding",
        ],
    ),
    (
        "language",
        &[
            "Quantity",
            "Set",
            "Source",
            "Statement",
            "Reference",
            "Cell",
            "Claim",
            "Finding",
        ],
    ),
    (
        "figures",
        &[
            "Entity",
            "Property",
            "Cell",
            "Statement",
            "Claim",
            "Verdict",
            "Finding",
            "Reference",
        ],
    ),
    (
        "reading",
        &["Statement", "Claim", "Verdict", "Finding", "Evidence"],
    ),
    ("align", &["Verdict", "Finding", "Evidence", "Level"]),
];

#[test]
fn language_speaks_of_no_set_figures_of_no_claim_and_reading_of_no_statement() {
    let mut wrong = Vec::new();
    for (place, code) in rooms() {
        let own = place.split(['/', '.']).next().unwrap_or("");
        let unknown = UNKNOWN.iter().find(|(room, _)| *room == own);
        let words = code.split(|c: char| !c.is_alphanumeric() && c != '_');
        for word in words.filter(|word| unknown.is_some_and(|(_, names)| names.contains(word))) {
            wrong.push(format!("{place} speaks of {word}"));
        }
    }
    wrong.sort();
    wrong.dedup();
    assert_eq!(wrong, Vec::<String>::new());
}

/// The strings that a source holds, each with the code before it on its line.
fn strings(code: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for line in code.lines() {
        let mut open = None;
        let mut escaped = false;
        for (at, c) in line.char_indices() {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                // A quotation mark as a character is none that opens a string.
                '"' if line[..at].ends_with('\'') => {}
                '"' => match open.take() {
                    Some(from) => found.push((&line[..from], &line[from + 1..at])),
                    None => open = Some(at),
                },
                _ => {}
            }
        }
    }
    found
}

/// The code without what tells a programmer what is wrong with what they gave: `Display` of errors, and reading of data
/// files, which happens when the crate that ships them is built.
fn without_errors(place: &str, code: &str) -> String {
    let loads = ["load", "reference/set.rs"];
    if loads.iter().any(|part| place.contains(part)) {
        return String::new();
    }
    let mut kept = String::new();
    let mut within = false;
    for line in code.lines() {
        within |= line.starts_with("impl") && line.contains("Display for");
        if !within {
            kept.push_str(line);
            kept.push('\n');
        }
        within &= line != "}";
    }
    kept
}

#[test]
fn no_room_has_words_of_an_interface() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/figures/units.tsv");
    let units = fs::read_to_string(data).expect("the table of units");
    // Two words in a row: what is named in data has one, or is a unit, or says of which sort it is.
    let speaks = |text: &str| {
        let words: Vec<&str> = text.split(' ').collect();
        let is_word = |word: &&str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_alphabetic());
        words.windows(2).any(|two| two.iter().all(is_word))
    };
    let is_unit = |text: &str| {
        let names = units.lines().filter_map(|line| line.split('\t').next());
        names.into_iter().any(|name| name == text)
    };
    let mut wrong = Vec::new();
    for (place, code) in rooms() {
        for (before, text) in strings(&without_errors(&place, &code)) {
            let of_lints = before.contains("reason = ");
            let of_data = place == "relations/constructions.rs";
            if speaks(text) && !is_unit(text) && !of_lints && !of_data {
                wrong.push(format!("{place}: {text}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn rules_ask_for_words_by_class() {
    // Units and kinds are called by names of their own, which are no words of a text.
    let mut wrong = Vec::new();
    for (place, code) in rooms() {
        let ruled = ["figures/", "reading/", "relations/", "align/", "check/"];
        if !ruled.iter().any(|room| place.starts_with(room)) {
            continue;
        }
        for call in [".eq(", ".any(", ".plain(", "ends_with("] {
            for told in code.split(call).skip(1) {
                let line = told.lines().next().unwrap_or("");
                let word = line.split('"').nth(1).unwrap_or("");
                let is_word = word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase());
                if is_word {
                    wrong.push(format!("{place}: {call}{line}"));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// A sort of list that the standard library sorts costs the reader's download some six kilobytes.
#[test]
fn lists_are_put_in_order_in_one_place() {
    let mut wrong = Vec::new();
    for (place, code) in rooms() {
        if place != "order.rs"
            && !place.contains("load")
            && [".sort(", ".sort_"].iter().any(|call| code.contains(call))
        {
            wrong.push(place);
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Whoever looks for the room of a change finds in `docs/ARCHITECTURE.md` files that are there.
#[test]
fn the_rooms_of_changes_that_the_documentation_names_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = fs::read_to_string(root.join("docs/ARCHITECTURE.md")).expect("the documentation");
    let table = text
        .split("## Where a change goes")
        .nth(1)
        .expect("its table");
    let table = table.split("\n## ").next().unwrap_or("");
    let mut paths: Vec<&str> = table.split('`').skip(1).step_by(2).collect();
    paths.retain(|path| path.contains('/'));
    assert!(paths.len() > 20, "{paths:?}");
    let missing: Vec<_> = paths
        .into_iter()
        .filter(|path| !root.join(path).exists())
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}

/// Whoever reads which question is asked in which room finds the room by its name.
#[test]
fn the_rooms_of_figures_and_of_readings_that_the_documentation_names_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text =
        fs::read_to_string(root.join("../../docs/ARCHITECTURE.md")).expect("the documentation");
    let places: Vec<String> = rooms().into_iter().map(|(place, _)| place).collect();
    let mut missing = Vec::new();
    for (room, asked) in [
        ("figures", "**How figures are read**"),
        ("reading", "**Whose figure it can be**"),
    ] {
        let table = text.split(asked).nth(1).expect("its table");
        let rows = table.lines().skip_while(|line| !line.starts_with("| `"));
        let cells: Vec<&str> = rows
            .take_while(|line| line.starts_with('|'))
            .filter_map(|line| line.split('|').nth(1))
            .collect();
        assert!(cells.len() > 5, "{cells:?}");
        let names = cells
            .iter()
            .flat_map(|cell| cell.split('`').skip(1).step_by(2));
        // A room is a file or a folder, in that room or in a folder of it.
        let is_there = |name: &str| {
            let of_room = places.iter().filter_map(|place| place.strip_prefix(room));
            of_room
                .into_iter()
                .any(|place| place.split(['/', '.']).any(|part| part == name))
        };
        missing.extend(names.filter(|name| !is_there(name)));
    }
    assert_eq!(missing, Vec::<String>::new());
}

/// What the documentation says that each crate uses is what its `Cargo.toml` says.
#[test]
fn the_crates_use_what_the_documentation_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = fs::read_to_string(root.join("../docs/ARCHITECTURE.md")).expect("the documentation");
    let named = |manifest: &str, section: &str| {
        let section = manifest.split(section).nth(1).unwrap_or("");
        let lines = section.split("\n[").next().unwrap_or("").lines();
        let mut names: Vec<String> = lines
            .filter_map(|line| line.strip_prefix("plumbline-"))
            .map(|name| name.chars().take_while(char::is_ascii_alphabetic).collect())
            .collect();
        names.sort();
        names.join(", ")
    };
    let mut wrong = Vec::new();
    let mut crates: Vec<_> = fs::read_dir(&root)
        .expect("the crates")
        .map(|entry| {
            entry
                .expect("a crate")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .filter(|name| root.join(name).join("Cargo.toml").exists())
        .collect();
    crates.sort();
    assert!(crates.len() > 15, "{crates:?}");
    for name in crates {
        let manifest = fs::read_to_string(root.join(&name).join("Cargo.toml")).expect("a manifest");
        let (mut uses, build) = (
            named(&manifest, "\n[dependencies]\n"),
            named(&manifest, "\n[build-dependencies]\n"),
        );
        if !build.is_empty() {
            uses = format!("{uses}; to build: {build}");
        }
        if uses.is_empty() {
            "–".clone_into(&mut uses);
        }
        let row = text
            .lines()
            .find(|line| line.starts_with(&format!("| `crate/{name}` |")));
        let said = row.and_then(|row| row.trim_end_matches(" |").rsplit(" | ").next());
        if said != Some(&uses) {
            wrong.push(format!("{name}: {uses}, not {said:?}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
