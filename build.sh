#!/usr/bin/env bash
# Builds, shows and tests Plumbline; the longer steps are the files under scripts/.
set -euo pipefail
cd -P "$(dirname "${BASH_SOURCE[0]}")"
for part in say rust node wasm python browsers checks; do
  # shellcheck source=/dev/null
  . "scripts/$part.sh"
done

usage() {
  cat <<'HELP'
Usage: ./build.sh [COMMAND]

  (none)    build dist/chrome and dist/firefox, and a zip of each for the stores
  demo      build, then open a browser with the extension on a demo article, already checked;
            --browser firefox|chromium chooses it. Without a display: prints the findings, saves a screenshot
  test      every test: Rust, the Python package with Spark, WebAssembly bindings, and end to end in Firefox and Chromium
  lint      formatting, clippy, types, the extension's own linter, the size of what ships
  bench     how long reading and checking take
  scores    figures against the external suites, where they are: beside the repository in shared/, or
            where PLUMBLINE_SHARED names their folder
  help      this text

What is missing (a Rust target, Node and Python packages, on Debian as root the browsers and Java too) is set up on
the way.
HELP
}

build() {
  build_wasm
  node scripts/pack.mjs
}

case "${1:-build}" in
  build) build ;;
  demo) shift; demo "$@" ;;
  test) run_tests ;;
  lint) lint ;;
  bench) bench ;;
  scores) scores ;;
  help | -h | --help) usage ;;
  *) usage >&2; exit 2 ;;
esac
