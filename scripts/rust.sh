# Finds, or sets up, a Rust that builds for wasm32-unknown-unknown. Sourced; needs say.sh.
# shellcheck shell=bash

WASM_TARGET=wasm32-unknown-unknown

need_rust() {
  { have cargo && have rustc; } ||
    cannot "Rust is missing: install it with rustup (https://rustup.rs), then run this again."
  # Rust links with the system's C compiler; where none can be installed unasked, cargo says that it is missing.
  if ! have cc && debian_root; then debian_install gcc libc6-dev; fi
}

# Whether this rustc has the standard library of the target.
has_wasm_std() {
  compgen -G "$("$1" --print target-libdir --target "$WASM_TARGET" 2>/dev/null)/libstd-*.rlib" >/dev/null
}

# The linker that the installed toolchain brings, else the system's.
wasm_linker() {
  compgen -G "$(rustc --print sysroot)/lib/rustlib/*/bin/rust-lld" | head -n 1 | grep . || command -v wasm-ld
}

# Defines cargo_wasm, which is cargo with what it takes to build for the target.
set_up_wasm_toolchain() {
  need_rust
  if has_wasm_std rustc; then
    cargo_wasm() { cargo "$@" --target "$WASM_TARGET"; }
  elif have rustup && rustup target add "$WASM_TARGET" >/dev/null 2>&1 && has_wasm_std rustc; then
    say "Added the Rust target $WASM_TARGET"
    cargo_wasm() { cargo "$@" --target "$WASM_TARGET"; }
  elif debian_rust; then
    # The packaged toolchain has the standard library as source only: build it along.
    cargo_wasm() {
      local linker
      linker=$(wasm_linker)
      RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$linker \
        /usr/bin/cargo "$@" --target "$WASM_TARGET" -Z build-std=std,panic_abort
    }
  else
    cannot "The Rust target $WASM_TARGET is missing: run 'rustup target add $WASM_TARGET', or on Debian install" \
      "the packages rustc-web, cargo-web, rust-web-src and lld."
  fi
}

# The packaged toolchain with its sources, installed where that can be done unasked.
debian_rust() {
  packaged_rust && return
  debian_root || return 1
  debian_install rustc-web cargo-web rust-web-src lld
  packaged_rust
}

packaged_rust() {
  [ -x /usr/bin/cargo ] && [ -x /usr/bin/rustc ] && [ -n "$(wasm_linker)" ] &&
    [ -e "$(/usr/bin/rustc --print sysroot)/lib/rustlib/src/rust/library/std/Cargo.toml" ]
}
