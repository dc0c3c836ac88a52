//! What is named on a command line, as files.

use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The endings of what is read where a folder is named; what else lies there is passed over.
const READ: [&str; 11] = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "jsonl", "ndjson", "warc", "wet",
];

/// The files that `paths` name, in order, and how many files of folders are of other kinds. What is not there stays,
/// so that it is told when it is opened.
pub(super) fn expanded(paths: &[PathBuf]) -> (Vec<PathBuf>, usize) {
    let (mut files, mut passed_over) = (Vec::new(), 0);
    for path in paths {
        if path.is_dir() {
            passed_over += add_folder(path, &mut files);
        } else if path.exists() || !add_fitting(path, &mut files) {
            files.push(path.clone());
        }
    }
    (files, passed_over)
}

/// Adds what lies in a folder, in the order of the names; gives how many files were passed over.
fn add_folder(folder: &Path, files: &mut Vec<PathBuf>) -> usize {
    let mut passed_over = 0;
    let hidden = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() > 0 && name.starts_with('.')
    };
    let entries = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| !hidden(entry));
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) if is_read(entry.path()) => files.push(entry.into_path()),
            Ok(_) => passed_over += 1,
            // What cannot be looked into is told when it is opened.
            Err(error) => files.extend(error.path().map(Path::to_owned)),
        }
    }
    passed_over
}

fn is_read(path: &Path) -> bool {
    let ending = |path: &Path| path.extension().map(|e| e.to_string_lossy().to_lowercase());
    match ending(path).as_deref() {
        Some("gz") => ending(&path.with_extension("")).is_some_and(|e| READ.contains(&e.as_str())),
        Some(ending) => READ.contains(&ending),
        None => true,
    }
}

/// Adds the files that a pattern fits, in the order of their names; false where it is no pattern or fits none.
fn add_fitting(pattern: &Path, files: &mut Vec<PathBuf>) -> bool {
    let Some(pattern) = pattern.to_str().filter(|p| p.contains(['*', '?', '['])) else {
        return false;
    };
    let before = files.len();
    if let Ok(fitting) = glob::glob(pattern) {
        files.extend(fitting.flatten().filter(|path| path.is_file()));
    }
    files.len() > before
}
