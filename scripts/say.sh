# How the scripts speak: what they are doing, and the one sentence when they cannot. Sourced.
# shellcheck shell=bash

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

# One clear sentence, then out.
cannot() {
  printf 'plumbline: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Whether packages can be installed here without asking anyone: Debian (or its children), as root.
debian_root() { [ "$(id -u)" = 0 ] && have apt-get; }

# Installs Debian packages quietly, or brings them up to date. The lists are fetched first, once: those that a
# machine was set up with may know nothing but releases that are too old. Without them the old ones have to do.
debian_install() {
  say "Installing with apt-get: $*"
  local log
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  [ -n "${DEBIAN_LISTS_FETCHED:-}" ] || apt-get update >"$log" 2>&1 || true
  DEBIAN_LISTS_FETCHED=1
  apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1 ||
    { tail -n 5 "$log" >&2; rm -f "$log"; cannot "apt-get could not install $*; its last words are above."; }
  rm -f "$log"
}
