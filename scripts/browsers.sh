# The browsers and what drives them, and the demo that shows one. Sourced; needs say.sh and node.sh.
# shellcheck shell=bash

GECKODRIVER_VERSION=0.37.1

# The packages of Debian that have the browsers.
browser_package() { [ "$1" = firefox ] && echo firefox-esr || echo chromium; }

# The oldest release that will do: for Firefox the manifest says it; Chromium is driven through what puppeteer-core
# asks of the release it is made for (its revisions.js), and 148 does not answer it.
oldest_release() {
  if [ "$1" = firefox ]; then
    node -p 'parseInt(require("./manifest.json").browser_specific_settings.gecko.strict_min_version)'
  else
    echo 156
  fi
}

# The first number of what the browser says of itself: 156 of "Chromium 156.0.8078.73 built on Debian".
release_of() { "$1" --version 2>/dev/null | grep -oE '[0-9]+' | head -n 1 || true; }

# Whether the browser is there, and in a release that will do; one that does not tell its release is taken as it is.
recent_browser() {
  local program release
  program=$(find_browser "$1") || return 1
  release=$(release_of "$program")
  [ -z "$release" ] || [ "$release" -ge "$(oldest_release "$1")" ]
}

set_up_browser() {
  recent_browser "$1" && return
  if debian_root; then debian_install "$(browser_package "$1")"; fi
  recent_browser "$1" && return
  if find_browser "$1" >/dev/null; then
    local found
    found="$(find_browser "$1") is release $(release_of "$(find_browser "$1")")"
    [ "$1" = chromium ] || cannot "$found; Plumbline needs Firefox $(oldest_release firefox) or newer."
    say "($found; the tests are made for $(oldest_release chromium) and newer, older ones may not do)"
    return
  fi
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

# A screen that nobody sees, for what no driver leads to; without it the test that needs it says that it is left out.
set_up_screen() {
  have Xvfb && have xdotool && return
  if debian_root; then debian_install xvfb xdotool; else say "(no Xvfb and xdotool: Chromium's own menu will not be pressed)"; fi
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
