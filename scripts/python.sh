# The Python package: what it takes to build and test it, Spark's Java included. Sourced; needs say.sh and rust.sh.
# shellcheck shell=bash

PYTHON_FOLDER=target/python

# A Python that is new enough, with what makes environments.
python_ready() { have python3 && python3 -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# A Java that Spark runs on: 17 or newer.
java_ready() {
  local release
  release=$(java -version 2>&1 | grep -oE '"[0-9]+' | head -n 1 | tr -d '"') || return 1
  [ "${release:-0}" -ge 17 ]
}

# An environment of its own, with the packages that requirements.txt pins.
set_up_python() {
  if ! python_ready && debian_root; then debian_install python3 python3-venv; fi
  python_ready || cannot "Python 3.11 or newer with venv is missing: install it (https://www.python.org; on Debian python3 and python3-venv)."
  local pinned=crate/python/requirements.txt
  [ -x "$PYTHON_FOLDER/bin/python" ] || python3 -m venv "$PYTHON_FOLDER" || cannot "no environment for Python in $PYTHON_FOLDER."
  [ "$PYTHON_FOLDER/pinned" -nt "$pinned" ] && return
  say "Fetching the pinned Python packages"
  "$PYTHON_FOLDER/bin/pip" install --quiet --disable-pip-version-check --require-hashes --requirement "$pinned" >&2 ||
    cannot "pip could not fetch the packages of $pinned; its own words are above."
  touch "$PYTHON_FOLDER/pinned"
}

# Builds and installs the package as people do. For tests it is not optimised as far as they will have it.
build_python() {
  need_rust
  set_up_python
  if ! java_ready && debian_root; then debian_install default-jre-headless; fi
  java_ready || cannot "Java 17 or newer is missing, which Spark runs on: install it (on Debian default-jre-headless)."
  say "Building the Python package"
  CARGO_PROFILE_EMBEDDED_LTO=off CARGO_PROFILE_EMBEDDED_CODEGEN_UNITS=16 CARGO_PROFILE_EMBEDDED_OPT_LEVEL=1 \
    PATH="$PWD/$PYTHON_FOLDER/bin:$PATH" "$PYTHON_FOLDER/bin/pip" install --quiet --disable-pip-version-check \
    --no-build-isolation --no-deps ./crate/python >&2 || cannot "the Python package did not build; the words of pip are above."
}

lint_python() {
  set_up_python
  (cd crate/python && "../../$PYTHON_FOLDER/bin/mypy" --cache-dir "../../$PYTHON_FOLDER/mypy")
}
