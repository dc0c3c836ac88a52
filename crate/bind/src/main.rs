//! Writes the JavaScript glue of a WebAssembly module: `plumbline-bind MODULE.wasm FOLDER NAME` makes
//! `NAME.js`, `NAME.d.ts` and `NAME_bg.wasm`, for an ES module that a browser imports.
//!
//! What panics stops without a word, numbers with a binary fraction are not written, and what the module asks of its glue
//! goes by short names: all that makes it smaller.
//!
//! It is a workspace member so that Cargo.lock gives it the very `wasm-bindgen` the modules are built
//! with: the two refuse to work together when their versions differ.

mod floats;
mod functions;
mod imports;
mod panics;

use std::path::Path;
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
    let mut bound = Bindgen::new()
        .input_path(module)
        .out_name(name)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(false)
        // What stops in the middle of its work is started anew: see extension/background.js.
        .reset_state_function(true)
        // What panics is known by its name; wasm-opt leaves the names out.
        .remove_name_section(false)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("no glue for {module}"))?;
    panics::stopped_at(bound.wasm_mut());
    floats::left_out(bound.wasm_mut());
    let short = imports::shortened(bound.wasm_mut());
    bound.emit(folder)?;
    let glue = Path::new(folder).join(name).with_extension("js");
    let renamed = imports::renamed(&std::fs::read_to_string(&glue)?, &short);
    std::fs::write(&glue, renamed).with_context(|| format!("{} cannot be written", glue.display()))
}
