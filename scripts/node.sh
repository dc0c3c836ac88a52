# Node and the packages pinned by package-lock.json: they optimise, pack and test, none of them ships. Sourced.
# shellcheck shell=bash

set_up_node() {
  { have node && have npm; } || cannot "Node.js 20 or newer with npm is missing: install it (https://nodejs.org; Debian packages it from version 13 on)."
  node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' ||
    cannot "Node.js $(node --version) is too old: install version 20 or newer."
  # npm writes its own copy of the lock file when it is done: as long as that is the newer one, all is there.
  [ node_modules/.package-lock.json -nt package-lock.json ] && return
  say "Fetching the pinned Node packages"
  npm ci --no-audit --no-fund --ignore-scripts --loglevel=error >&2 ||
    cannot "npm could not fetch the packages of package-lock.json; its own words are above."
}
