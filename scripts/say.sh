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

# Installs Debian packages quietly; the lists are fetched only when they do not know a package.
debian_install() {
  say "Installing with apt-get: $*"
  local log
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y --no-install-recommends "$@" >"$log" 2>&1 ||
    { apt-get update >"$log" 2>&1 && apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1; } ||
    { tail -n 5 "$log" >&2; rm -f "$log"; cannot "apt-get could not install $*; its last words are above."; }
  rm -f "$log"
}
