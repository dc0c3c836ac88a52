# Builds the two WebAssembly modules with their glue into target/glue/wasm. Sourced; needs rust.sh and node.sh.
# shellcheck shell=bash

# What both browsers load. Naming the features matters: with --all-features wasm-opt uses some that neither does. Vectors
# of 128 bits would make each zip 5 KB smaller, but Firefox has none on ARM of 32 bits, and Chromium asks for SSE 4.1.
WASM_FEATURES=(
  --enable-bulk-memory --enable-multivalue --enable-mutable-globals --enable-nontrapping-float-to-int
  --enable-reference-types --enable-sign-ext
)

# wasm-opt leaves out what makes a module a little smaller and its zip much larger: DEFLATE finds code again that is
# written alike and stands near, as the compiler leaves it. In the order of what they cost packed, 10 to 1 per cent.
WASM_PASSES=(
  -Os --converge --skip-pass=inlining-optimizing --skip-pass=reorder-functions --skip-pass=ssa-nomerge --skip-pass=simplify-locals
  --skip-pass=local-cse --skip-pass=memory-packing
)

# How large a function may be that is written where it is called, in what LLVM counts: any, and one that is marked to be
# inlined, as the standard library's iterators are. Where it builds for size it takes 50 and 325: each then stands in the
# module hundreds of times. A page of a megabyte takes the engine 62 ms with 3 and 3, 60 with 3 and 15, 56 with 3 and 30, and
# 53 with 3 and 60; each step adds 2 to 6 KB to each zip.
INLINE=3
INLINE_MARKED=30

# What calls may take of memory. Data stands behind it, and an address below 1 MB is a byte shorter wherever it is named:
# with the megabyte that rustc gives by itself, all data would stand beyond that.
STACK=$((768 * 1024))

build_wasm() {
  set_up_node
  set_up_wasm_toolchain
  say "Building the WebAssembly modules"
  cargo build --quiet --package plumbline-arrange --package plumbline-bind --package plumbline-zip ||
    cannot "what arranges and packs the modules did not build; the compiler's words are above."
  # One flag each, separated by 0x1f: the paths of this machine stay out of the modules, so every machine gets the same bytes.
  local cargo_home=${CARGO_HOME:-$HOME/.cargo} flags
  flags=$(printf '%s\x1f' "--remap-path-prefix=$PWD=." "--remap-path-prefix=$cargo_home=cargo" \
    "--remap-path-prefix=$(rustc --print sysroot)=rust" "-Cllvm-args=-inlinehint-threshold=$INLINE_MARKED" "-Cllvm-args=-inline-threshold=$INLINE" \
    "-Clink-arg=-zstack-size=$STACK")
  CARGO_ENCODED_RUSTFLAGS=${flags%$'\x1f'} cargo_wasm build --quiet --profile wasm \
    --package plumbline-engine --package plumbline-ui ||
    cannot "the WebAssembly modules did not build; the compiler's words are above."
  local name
  mkdir -p target/glue/wasm
  for name in engine ui; do
    glue "target/$WASM_TARGET/wasm/plumbline_$name.wasm" "$name"
  done
}

# Glue and optimisation take a while: only when the module is newer than what was made of it, or what makes it is.
glue() {
  local module=$1 name=$2 out=target/glue/wasm
  local made="$out/${name}_bg.wasm"
  [ "$made" -nt "$module" ] && [ "$made" -nt target/debug/plumbline-bind ] &&
    [ "$made" -nt target/debug/plumbline-arrange ] && [ "$made" -nt scripts/wasm.sh ] && return
  rm -f "$out/$name.js" "$out/$name.d.ts" "$out/${name}_bg.wasm"
  mkdir -p target/glue/plain
  target/debug/plumbline-bind "$module" target/glue/plain "$name" || cannot "no glue for $module."
  node_modules/.bin/wasm-opt "${WASM_PASSES[@]}" "${WASM_FEATURES[@]}" \
    "target/glue/plain/${name}_bg.wasm" -o "target/glue/plain/${name}_small.wasm" ||
    cannot "wasm-opt refused target/glue/plain/${name}_bg.wasm."
  target/debug/plumbline-arrange "target/glue/plain/${name}_small.wasm" "$out/${name}_bg.wasm.part" ||
    cannot "the functions of target/glue/plain/${name}_small.wasm were not arranged."
  cp "target/glue/plain/$name.js" "target/glue/plain/$name.d.ts" "$out/"
  mv "$out/${name}_bg.wasm.part" "$out/${name}_bg.wasm"
}
