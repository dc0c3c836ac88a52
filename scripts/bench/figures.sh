#!/usr/bin/env bash
# How fast figures are read: natively, as WebAssembly in Node and Chromium, and beside other readers of figures.
# Run by ./build.sh bench; by itself it needs nothing but this folder.
set -euo pipefail
cd "$(dirname "$0")/../.."
for part in say rust node wasm; do
  # shellcheck source=/dev/null
  . "scripts/$part.sh"
done

set_up_node
mkdir -p target/bench target/glue/wasm
say "Figures, native"
cargo bench --quiet --package plumbline-bench --bench figures -- "$PWD/target/bench/articles.txt"

say "Figures, as WebAssembly and beside other readers"
set_up_wasm_toolchain
cargo build --quiet --package plumbline-bind
cargo_wasm build --quiet --profile wasm --package plumbline-bench --lib
glue "target/$WASM_TARGET/wasm/plumbline_bench.wasm" bench
(cd crate/bench/readers && npm ci --silent --no-audit --no-fund)
if [ ! -x target/bench/python/bin/python ] && have python3; then
  python3 -m venv target/bench/python
  target/bench/python/bin/pip install --quiet --disable-pip-version-check --requirement crate/bench/readers/requirements.txt ||
    say "(quantulum3 could not be installed: left out)"
fi
node scripts/bench/figures.mjs target/bench/articles.txt

say "The reader by itself, built for size"
CARGO_PROFILE_WASM_OPT_LEVEL=z cargo_wasm build --quiet --profile wasm --package plumbline-bench --lib --target-dir target/small
node_modules/.bin/wasm-opt -Oz --strip-debug --strip-producers "${WASM_FEATURES[@]}" \
  "target/small/$WASM_TARGET/wasm/plumbline_bench.wasm" -o target/bench/reader.wasm
printf '  %d bytes, %d of them after gzip\n' "$(wc -c <target/bench/reader.wasm)" "$(gzip -9 <target/bench/reader.wasm | wc -c)"
