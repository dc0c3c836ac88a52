"""The case tables of the Rust tests, which hold the package to the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

#: The repository.
ROOT = Path(__file__).resolve().parents[3]


def lines(table: str, fields: int) -> Iterator[list[str]]:
    """The lines of a table of tab-separated values, without comments; each has so many fields, empty ones at its end."""
    for line in (ROOT / table).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            found = line.split("\t")
            assert len(found) <= fields, line
            yield found + [""] * (fields - len(found))
