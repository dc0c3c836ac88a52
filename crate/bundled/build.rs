//! Verifies and packs the bundled reference set.

use plumbline_core::reference::pack;
use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let Some((root, out)) = env::var_os("CARGO_MANIFEST_DIR").zip(env::var_os("OUT_DIR")) else {
        eprintln!("this program is run by cargo");
        return ExitCode::FAILURE;
    };
    let folder = PathBuf::from(root).join("../../reference/meta-scale-ai");
    println!("cargo::rerun-if-changed={}", folder.display());
    let (loaded, problems) = plumbline_reference::verify(&folder);
    if !problems.is_empty() {
        for problem in problems {
            println!("cargo::error={problem}");
        }
        return ExitCode::FAILURE;
    }
    match fs::write(
        PathBuf::from(out).join("bundled.plumbline"),
        pack(&loaded.set),
    ) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error=the pack cannot be written: {error}");
            ExitCode::FAILURE
        }
    }
}
