# The browsers and what drives them, and the demo that shows one. Sourced; needs say.sh and node.sh.
# shellcheck shell=bash

GECKODRIVER_VERSION=0.37.1

# The packages of Debian that have the browsers.
browser_package() { [ "$1" = firefox ] && echo firefox-esr || echo chromium; }

set_up_browser() {
  find_browser "$1" >/dev/null && return
  if debian_root; then debian_install "$(browser_package "$1")"; fi
  find_browser "$1" >/dev/null && return
  if [ "$1" = firefox ]; then
    cannot "Firefox is missing: install it, or name its program in PLUMBLINE_FIREFOX."
  else
    cannot "Chromium is missing: install it (Edge, Brave and Chrome will do), or name its program in PLUMBLINE_CHROMIUM."
  fi
}

find_browser() { node tests/e2e/browsers/installed.mjs "$1"; }

# geckodriver from its crate, kept under .tools; one on the search path is taken as it is.
set_up_geckodriver() {
  if [ -x .tools/bin/geckodriver ]; then
    GECKODRIVER=$PWD/.tools/bin/geckodriver
  elif have geckodriver; then
    GECKODRIVER=$(command -v geckodriver)
  else
    need_rust
    say "Building geckodriver $GECKODRIVER_VERSION, once"
    cargo install --quiet --locked --root .tools --version "$GECKODRIVER_VERSION" geckodriver >&2 ||
      cannot "geckodriver could not be built; install it (https://github.com/mozilla/geckodriver), or run with --browser chromium."
    GECKODRIVER=$PWD/.tools/bin/geckodriver
  fi
  export GECKODRIVER
}

set_up_driver() {
  set_up_browser "$1"
  [ "$1" != firefox ] || set_up_geckodriver
}

demo() {
  local browser=
  while [ $# -gt 0 ]; do
    case $1 in
      --browser) browser=${2:-}; shift ;;
      --browser=*) browser=${1#*=} ;;
      *) cannot "demo knows --browser firefox and --browser chromium, not '$1'." ;;
    esac
    shift || true
  done
  case $browser in
    firefox | chromium | '') ;;
    *) cannot "There is no demo for '$browser': say --browser firefox or --browser chromium." ;;
  esac
  set_up_node
  # Whatever is installed, Chromium first: it needs no driver to be built.
  if [ -z "$browser" ]; then
    browser=chromium
    if ! find_browser chromium >/dev/null && find_browser firefox >/dev/null; then browser=firefox; fi
  fi
  set_up_driver "$browser"
  build
  say "Starting $browser"
  node scripts/demo.mjs "$browser"
}
