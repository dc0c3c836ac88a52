#!/usr/bin/env python3
"""Score the figures reader against the external suites, where they are: as they stand, and without the rows
of known-differences.tsv, on which the reader differs on purpose.

  score-figures.py [PROGRAM]      PROGRAM is target/release/plumbline unless said otherwise
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
SUITES = HERE.parent / "shared" / "suites"
KNOWN = HERE / "crate/core/tests/figures/known-differences.tsv"


def score(suite, program):
    command = [sys.executable, SUITES / "score.py", "figures", suite, "--", program, "figures"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip().split(": ", 1)[1]


def known():
    left_out = {}
    for line in KNOWN.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            suite, row, _reason = line.split("\t")
            left_out.setdefault(suite, set()).add(row)
    return left_out


def main():
    if not SUITES.exists():
        print("The external suites are not here, nothing to score.")
        return
    program = sys.argv[1] if len(sys.argv) > 1 else str(HERE / "target/release/plumbline")
    left_out = known()
    for suite in sorted((SUITES / "figures").glob("*.jsonl")):
        rows = [json.loads(line) for line in suite.read_text(encoding="utf-8").splitlines() if line.strip()]
        names = left_out.get(suite.stem, set())
        kept = [row for row in rows if row["id"].split(":")[1] not in names]
        with tempfile.TemporaryDirectory() as folder:
            part = Path(folder) / suite.name
            part.write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")
            print(f"{suite.stem}\n    all rows: {score(suite, program)}\n    without {len(rows) - len(kept)} known differences: {score(part, program)}")


if __name__ == "__main__":
    main()
