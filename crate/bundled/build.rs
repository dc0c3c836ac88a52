//! Compiles what ships: English, and the bundled reference set (the one under `reference/`), which is verified.

use plumbline_core::language::Language;
use plumbline_core::reference::Reference;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let Some((root, out)) = env::var_os("CARGO_MANIFEST_DIR").zip(env::var_os("OUT_DIR")) else {
        eprintln!("this program is run by cargo");
        return ExitCode::FAILURE;
    };
    let sets = PathBuf::from(root).join("../../reference");
    println!("cargo::rerun-if-changed={}", sets.display());
    match bundle(&sets, Path::new(&out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn bundle(sets: &Path, out: &Path) -> Result<(), Vec<String>> {
    let folders = plumbline_interchange::toml::sets_in(sets)
        .map_err(|error| vec![format!("{}: {error}", sets.display())])?;
    let [folder] = folders.as_slice() else {
        return Err(vec![format!(
            "{} must hold one set, and holds {}",
            sets.display(),
            folders.len()
        )]);
    };
    let (loaded, problems) = plumbline_interchange::toml::verify(folder);
    if !problems.is_empty() {
        return Err(problems.iter().map(ToString::to_string).collect());
    }
    let (reference, _verified) = Reference::new(Language::english(), loaded.set);
    let english = Language::pack_english()?;
    fs::write(out.join("english.plumbline"), english)
        .map_err(|error| vec![format!("the language cannot be written: {error}")])?;
    fs::write(out.join("bundled.plumbline"), reference.pack())
        .map_err(|error| vec![format!("the pack cannot be written: {error}")])
}
