# Tests, linters, measurements and scores. Sourced; needs the other parts.
# shellcheck shell=bash

run_tests() {
  set_up_node
  set_up_browser chromium
  set_up_driver firefox
  set_up_screen
  build
  build_python
  build_cities
  node scripts/tests.mjs
}

# The towns of the world, as a set for the test that imports it. They come from a registry, and are no part of what ships:
# where they cannot be had, that test says so and is left out.
build_cities() {
  [ target/cities/cities.pack -nt scripts/cities.py ] && [ target/cities/cities.pack -nt scripts/cities.sh ] && return
  say "Packing the towns of GeoNames"
  PYTHON="$PYTHON_FOLDER/bin/python" scripts/cities.sh --debug >&2 || say "(left out: the towns of GeoNames could not be had)"
}

lint() {
  need_rust
  set_up_node
  cargo metadata --locked --format-version 1 >/dev/null || cannot "Cargo.lock does not fit the manifests: run cargo build and commit it."
  build
  say "Formatting"
  cargo fmt --all --check
  say "Clippy"
  cargo clippy --quiet --locked --workspace --all-targets -- -D warnings
  say "Clippy, for WebAssembly"
  lint_wasm
  say "Types of the JavaScript"
  node_modules/.bin/tsc --project .
  say "Types of the Python"
  lint_python
  say "web-ext lint"
  node_modules/.bin/web-ext lint --source-dir dist/firefox --warnings-as-errors --boring
  say "Size of what ships"
  node scripts/size.mjs
  if have shellcheck; then
    say "Shell scripts"
    shellcheck --severity=warning build.sh scripts/*.sh scripts/bench/*.sh .ci/run
  fi
  say "No complaints"
}

# Clippy checks the target's code too, with the standard library that builds for it. The packaged
# toolchain brings no clippy: there the build itself, which denies warnings in its own right, has to do.
lint_wasm() {
  if has_wasm_std rustc; then
    cargo clippy --quiet --target "$WASM_TARGET" --package plumbline-engine --package plumbline-ui -- -D warnings
  else
    say "(left out: this Rust has no clippy for $WASM_TARGET)"
  fi
}

# Reading and checking in Rust, where there are benchmarks, then from click to marks in the browser.
bench() {
  set_up_node
  set_up_driver chromium
  build
  say "Rust benchmarks"
  cargo bench --workspace --quiet
  scripts/bench/figures.sh
  say "Cold start of the engine"
  node scripts/bench/start.mjs
  set_up_driver firefox
  node scripts/bench/start-in-browsers.mjs
  say "A library of ten thousand articles"
  node scripts/bench/library.mjs
  say "Imported sets, one of a million statements"
  node scripts/bench/sets.mjs
  say "From click to marks"
  node scripts/bench/marks.mjs
}

scores() {
  set_up_node
  need_rust
  cargo build --quiet --release --package plumbline
  node scripts/scores.mjs
}
