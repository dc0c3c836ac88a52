//! Takes the comments out of the data that ships as text: what English does with words, and the relations.

use std::path::Path;
use std::{env, fs, io};

/// What is written, and of which files below `data`.
const TEXTS: [(&str, &[&str]); 2] = [
    ("constructions.txt", &["language/constructions.txt"]),
    (
        "relations.txt",
        &[
            "relations/companies.txt",
            "relations/people.txt",
            "relations/places.txt",
            "relations/events.txt",
        ],
    ),
];

fn main() -> io::Result<()> {
    let folder =
        |name| env::var_os(name).ok_or_else(|| io::Error::other(format!("cargo tells no {name}")));
    let (root, out) = (folder("CARGO_MANIFEST_DIR")?, folder("OUT_DIR")?);
    for (name, files) in TEXTS {
        let mut text = String::new();
        for file in files {
            let path = Path::new(&root).join("data").join(file);
            println!("cargo::rerun-if-changed={}", path.display());
            for line in fs::read_to_string(path)?.lines() {
                if !line.is_empty() && !line.starts_with('#') {
                    text.push('\n');
                    text.push_str(line.trim_end());
                }
            }
        }
        fs::write(Path::new(&out).join(name), text)?;
    }
    Ok(())
}
