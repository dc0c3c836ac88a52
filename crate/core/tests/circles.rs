//! The modules of interface and background, and of the crates that they use, stand in an order: none knows one that knows
//! it, be it by way of others. In the core that holds of the rooms of each folder; its largest have an order of their own
//! (`rooms`).

mod sources;

use sources::sources;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The crates whose modules stand in an order.
const CRATES: [&str; 9] = [
    "ui", "browser", "protocol", "engine", "library", "packed", "records", "words", "cli",
];

/// The modules of a crate by their paths, each with its code but for its tests and comments; the root is empty.
fn modules(name: &str) -> BTreeMap<Vec<String>, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../{name}/src"));
    let mut found = Vec::new();
    sources(&root, &mut found);
    let module = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source");
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or("");
        let lines = code.lines().filter(|line| !line.trim().starts_with("//"));
        let place = path.strip_prefix(&root).expect("below the root");
        let parts = place.with_extension("");
        let parts = parts.iter().map(|part| part.to_string_lossy().into_owned());
        let parts = parts.filter(|part| !["lib", "mod"].contains(&part.as_str()));
        (parts.collect(), lines.collect::<Vec<_>>().join("\n"))
    };
    let mut all: BTreeMap<_, _> = found.into_iter().map(module).collect();
    let of_tests: Vec<Vec<String>> = (all.iter())
        .flat_map(|(own, code): (&Vec<String>, &String)| {
            let named = code.split("#[cfg(test)]\nmod ").skip(1);
            named.filter_map(|rest| {
                Some([own.as_slice(), &[rest.split_once(';')?.0.to_owned()]].concat())
            })
        })
        .collect();
    all.retain(|module, _| !of_tests.contains(module));
    all
}

/// The paths that code names after `start`: `a::b::C` of `crate::a::b::C`, both of `crate::{a, b}`.
fn named<'c>(code: &'c str, start: &str) -> Vec<Vec<&'c str>> {
    let of = |path: &'c str| {
        let end = path.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != ':');
        let path = &path[..end.unwrap_or(path.len())];
        path.split("::").filter(|part| !part.is_empty()).collect()
    };
    let mut paths = Vec::new();
    for after in code.split(start).skip(1) {
        match after.strip_prefix('{') {
            Some(group) => {
                let group = group.split('}').next().unwrap_or("");
                paths.extend(group.split(',').map(|path| of(path.trim())));
            }
            None => paths.push(of(after)),
        }
    }
    paths
}

/// The modules that one knows: those it names, and those it is made of.
fn known(own: &[String], code: &str, all: &BTreeMap<Vec<String>, String>) -> BTreeSet<Vec<String>> {
    let above = &own[..own.len().saturating_sub(1)];
    let mut paths: Vec<Vec<String>> = Vec::new();
    for (start, base) in [("crate::", &[][..]), ("super::", above)] {
        for path in named(code, start) {
            let path = path.into_iter().map(str::to_owned);
            paths.push(base.iter().cloned().chain(path).collect());
        }
    }
    let mut known: BTreeSet<Vec<String>> = paths
        .into_iter()
        .filter_map(|path| {
            let longest = (1..=path.len()).rev().map(|long| path[..long].to_vec());
            longest.into_iter().find(|module| all.contains_key(module))
        })
        .collect();
    let of_own = |module: &&Vec<String>| module.len() == own.len() + 1 && module.starts_with(own);
    known.extend(all.keys().filter(of_own).cloned());
    known.remove(own);
    known
}

/// What is left of modules when those are taken away again and again that know none of the others: the circles, and who
/// knows them.
fn circles(mut knows: BTreeMap<Vec<String>, BTreeSet<Vec<String>>>) -> Vec<String> {
    loop {
        let ends: Vec<Vec<String>> = (knows.iter())
            .filter(|(_, known)| known.is_empty())
            .map(|(module, _)| module.clone())
            .collect();
        if ends.is_empty() {
            break;
        }
        knows.retain(|module, _| !ends.contains(module));
        for others in knows.values_mut() {
            others.retain(|module| !ends.contains(module));
        }
    }
    let told = |(module, known): (Vec<String>, BTreeSet<Vec<String>>)| {
        let names: Vec<String> = known.iter().map(|other| other.join("::")).collect();
        format!("{} knows {}", module.join("::"), names.join(", "))
    };
    knows.into_iter().map(told).collect()
}

#[test]
fn no_module_knows_one_that_knows_it() {
    for name in CRATES {
        let all = modules(name);
        assert!(all.len() > 3, "{name} has modules");
        let knows = all
            .iter()
            .map(|(own, code)| (own.clone(), known(own, code, &all)));
        assert_eq!(circles(knows.collect()), Vec::<String>::new(), "{name}");
    }
}

/// Which of the rooms in a folder know which others of the same folder, by whatever stands in them.
fn beside(
    folder: &[String],
    knows: &BTreeMap<Vec<String>, BTreeSet<Vec<String>>>,
) -> BTreeMap<Vec<String>, BTreeSet<Vec<String>>> {
    let room = |module: &Vec<String>| {
        let within = module.len() > folder.len() && module.starts_with(folder);
        within.then(|| module[..=folder.len()].to_vec())
    };
    let mut rooms: BTreeMap<Vec<String>, BTreeSet<Vec<String>>> = BTreeMap::new();
    for (module, known) in knows {
        let Some(own) = room(module) else { continue };
        let others = known.iter().filter_map(room).filter(|other| *other != own);
        rooms.entry(own.clone()).or_default().extend(others);
    }
    rooms
}

/// Those of the core take the types of the room above them: there it is the rooms side by side that stand in an order. Those
/// of the figures are parts of one reader, which each hands what it found.
#[test]
fn no_room_of_the_core_knows_one_beside_it_that_knows_it() {
    let all = modules("core");
    let knows: BTreeMap<_, _> = all
        .iter()
        .map(|(own, code)| (own.clone(), known(own, code, &all)))
        .collect();
    for folder in all.keys().filter(|folder| **folder != ["figures"]) {
        let wrong = circles(beside(folder, &knows));
        assert_eq!(wrong, Vec::<String>::new(), "{}", folder.join("/"));
    }
}

#[test]
fn a_circle_is_seen_however_it_is_written() {
    let of = |modules: &[(&str, &str)]| {
        let all: BTreeMap<Vec<String>, String> = modules
            .iter()
            .map(|(path, code)| {
                let path = path.split("::").filter(|part| !part.is_empty());
                (path.map(str::to_owned).collect(), (*code).to_owned())
            })
            .collect();
        let knows = all
            .iter()
            .map(|(own, code)| (own.clone(), known(own, code, &all)));
        circles(knows.collect()).len()
    };
    for (modules, wrong) in [
        (&[("a", "use crate::b::B;"), ("b", "")][..], 0),
        (&[("a", "use crate::b::B;"), ("b", "crate::a::go()")], 2),
        (
            &[
                ("a", "use crate::{b, c};"),
                ("b", ""),
                ("c", "use super::a;"),
            ],
            2,
        ),
        (
            &[
                ("a", ""),
                ("a::list", "use super::word;"),
                ("a::word", "use super::list::Spot;"),
            ],
            3,
        ),
        (&[("a", "mod list;"), ("a::list", "use super::Looked;")], 2),
        (&[("", ""), ("a", "use crate::b;"), ("b", "")], 0),
    ] {
        assert_eq!(of(modules), wrong, "{modules:?}");
    }
}
