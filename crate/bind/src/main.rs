//! Writes the JavaScript glue of a WebAssembly module: `plumbline-bind MODULE.wasm FOLDER NAME` makes
//! `NAME.js`, `NAME.d.ts` and `NAME_bg.wasm`, for an ES module that a browser imports.
//!
//! It is a workspace member so that Cargo.lock gives it the very `wasm-bindgen` the modules are built
//! with: the two refuse to work together when their versions differ.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    match bind(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("plumbline-bind: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn bind(arguments: &[String]) -> Result<()> {
    let [module, folder, name] = arguments else {
        bail!("usage: plumbline-bind MODULE.wasm FOLDER NAME");
    };
    Bindgen::new()
        .input_path(module)
        .out_name(name)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(false)
        // What stops in the middle of its work is started anew: see extension/background.js.
        .reset_state_function(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .with_context(|| format!("no glue for {module}"))
}
