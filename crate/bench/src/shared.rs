//! The texts and suites that are not part of the repository. This file is all of the Rust code that knows where
//! they are; tests of other crates include it by its path.

use std::env;
use std::path::{Path, PathBuf};

/// Names their folder, from the root of the repository.
const VARIABLE: &str = "PLUMBLINE_SHARED";
const BESIDE: &str = "../shared";

/// A folder of theirs; `None` where they are not here.
///
/// # Panics
/// When the variable is set and the folder is not there: whoever sets it does not want to go without.
pub(crate) fn shared(folder: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let named = env::var_os(VARIABLE);
    assert!(
        named.as_ref().is_none_or(|name| !name.is_empty()),
        "{VARIABLE} is set and empty: name the folder, or unset it"
    );
    let path = match &named {
        Some(name) => root.join(name).join(folder),
        None => root.join(BESIDE).join(folder),
    };
    assert!(
        named.is_none() || path.is_dir(),
        "{VARIABLE} is set, and {} is not there",
        path.display()
    );
    path.is_dir().then_some(path)
}
