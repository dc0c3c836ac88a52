"""Many texts at once, as Arrow tables: ``pip install 'plumbline[arrow]'``.

Tables are anything that speaks the Arrow C data interface (``pyarrow.Table`` and ``RecordBatch``, polars and pandas 2
frames, DuckDB results …). The columns of text are read where they lie, without a copy, and other Python threads run
meanwhile. What comes back is a ``pyarrow.Table`` with a row for each figure or finding, beside the columns to ``keep``.

>>> import pyarrow
>>> table = pyarrow.table({"id": ["a"], "text": ["It sold for £4.5m."]})
>>> figures(table, keep=["id"]).select(["id", "quote", "low"]).to_pylist()
[{'id': 'a', 'quote': '£4.5m', 'low': '4500000'}]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Optional, TypedDict

from . import _native
from ._references import Library, Set

try:
    import pyarrow
    import pyarrow.compute
except ImportError as missing:
    raise ImportError("plumbline.arrow needs pyarrow: pip install pyarrow") from missing

if TYPE_CHECKING:
    from typing_extensions import Unpack


class Columns(TypedDict, total=False):
    """Which columns hold what of an article: their names, each as the argument of :func:`plumbline.check`."""

    text: str
    """The texts; ``text`` where nothing is said. Rows without one have no figures."""
    html: bool
    """Whether they are HTML."""
    title: Optional[str]
    url: Optional[str]
    published: Optional[str]
    language: Optional[str]


_WITHOUT: Columns = {"text": "text", "html": False, "title": None, "url": None, "published": None, "language": None}


def figures(
    data: Any,
    *,
    text: str = "text",
    url: Optional[str] = None,
    language: Optional[str] = None,
    keep: Sequence[str] = (),
) -> "pyarrow.Table":
    """The figures of every text, a row each, in the order of the texts.

    :param text: the column of texts; rows without one have no figures.
    :param url: the column of their addresses, if there is one; ``language`` the same for languages.
    :param keep: columns that are repeated beside each figure.
    :returns: ``keep``, then ``row`` (of the text, from 0), ``start``, ``end``, ``quote``, ``kind``, ``low``, ``high``,
        ``unit``, ``measure``, ``per``, ``modifier``, ``change``, ``dates``, ``interval_low``, ``interval_high``,
        ``digits``, as :class:`plumbline.Figure` explains them; values are decimal strings.
    :raises PlumblineError: when a column is missing or holds no text.
    """
    return _each(data, keep, lambda batch: _native.figures_batch(batch, text, url, language))


def check(
    data: Any,
    *,
    set: Optional[Set] = None,
    library: Optional[Library] = None,
    only_article: bool = False,
    keep: Sequence[str] = (),
    **columns: Unpack[Columns],
) -> "pyarrow.Table":
    """Checks every article as :func:`plumbline.check` does.

    :param columns: which columns hold what of an article: those of :class:`Columns`.
    :returns: ``keep``, then a row for each place of a finding: ``row``, ``finding`` (its number within the article),
        ``start``, ``end``, ``quote``, ``verdict``, ``level``, ``about``, ``explanation``, ``evidence`` (JSON) and
        ``problem``. What cannot be used of an article has a row of its own, in which only ``row`` and ``problem`` say
        something: it is never dropped in silence, and never stops the rest.
    :raises PlumblineError: when a column is missing or holds no text.
    """
    known = None if only_article else (set if set is not None else Set())._native
    named = columns_of(**columns)
    kept = None if library is None else library._native
    return _each(data, keep, lambda batch: _native.check_batch(batch, named, known, kept))


def stories(
    data: Any,
    *,
    id: str,
    set: Optional[Set] = None,
    **columns: Unpack[Columns],
) -> "pyarrow.Table":
    """What articles of one story make of each other's figures, on all cores of this machine. All articles are held at
    once: for more than a machine holds there is :func:`plumbline.spark.stories`, which explains what comes back.

    :param columns: which columns hold what of an article: those of :class:`Columns`.
    :raises PlumblineError: when a column is missing or holds no text.
    """
    whole = pyarrow.Table.from_batches(list(_batches(data))).combine_chunks()
    batch = whole.to_batches()[0] if whole.num_rows else pyarrow.RecordBatch.from_pylist([], schema=whole.schema)
    named = columns_of(**columns)
    known = set if set is not None else Set()
    return pyarrow.Table.from_batches([_native.stories_batch(batch, named, id, known._native)])


def columns_of(**columns: Unpack[Columns]) -> dict[str, Any]:
    """The columns of articles, as the compiled part takes them.

    :raises TypeError: when an argument is none of :class:`Columns`.
    """
    unknown = columns.keys() - _WITHOUT.keys()
    if unknown:
        raise TypeError(f"there is no argument “{min(unknown)}”; of an article there are {', '.join(_WITHOUT)}")
    return {**_WITHOUT, **columns}


def beside(batch: "pyarrow.RecordBatch", keep: Sequence[str], found: "pyarrow.RecordBatch") -> "pyarrow.RecordBatch":
    """What was found in the rows of a batch, beside those of its columns that are kept."""
    rows = found.column("row")
    columns = [batch.column(name).take(rows) for name in keep]
    return pyarrow.RecordBatch.from_arrays(columns + found.columns, [*keep, *found.schema.names])


def _each(
    data: Any, keep: Sequence[str], work: Callable[["pyarrow.RecordBatch"], "pyarrow.RecordBatch"]
) -> "pyarrow.Table":
    done = []
    before = 0
    for batch in _batches(data):
        found = work(batch)
        made = beside(batch, keep, found)
        if before:
            at = made.schema.names.index("row", len(keep))
            made = made.set_column(at, "row", pyarrow.compute.add(made.column(at), before))
        done.append(made)
        before += batch.num_rows
    return pyarrow.Table.from_batches(done)


def _batches(data: Any) -> Iterator["pyarrow.RecordBatch"]:
    if isinstance(data, pyarrow.RecordBatch):
        yield data
        return
    reader = pyarrow.RecordBatchReader.from_stream(data) if hasattr(data, "__arrow_c_stream__") else None
    if reader is None:
        yield pyarrow.record_batch(data)
        return
    empty = True
    for batch in reader:
        empty = False
        yield batch
    if empty:
        yield pyarrow.RecordBatch.from_pylist([], schema=reader.schema)
