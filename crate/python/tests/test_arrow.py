"""Many texts at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import plumbline
import pyarrow as pa
import pytest
from plumbline import PlumblineError, arrow

TEXTS = ["It sold for £4.5m.", None, "Meta put $14.8 billion into Scale AI.", "🚢 Nothing.", "🚢 3 to 5 boats"]


def table(kind: pa.DataType) -> pa.Table:
    columns = {"id": pa.array(range(len(TEXTS))), "text": pa.array(TEXTS, kind)}
    return pa.Table.from_batches([batch for batch in pa.table(columns).to_batches(max_chunksize=2)])


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view()], ids=str)
def test_batches_come_to_the_same_as_one_by_one(kind):
    found = arrow.figures(table(kind), keep=["id"]).to_pylist()
    one_by_one = [
        (row, figure.start, figure.end, figure.quote, figure.kind, figure.unit)
        for row, text in enumerate(TEXTS)
        if text
        for figure in plumbline.figures(text)
    ]
    columns = ("row", "start", "end", "quote", "kind", "unit")
    assert [tuple(line[name] for name in columns) for line in found] == one_by_one
    assert all(line["id"] == line["row"] for line in found)


def test_findings_of_a_batch_are_those_of_its_articles():
    rows = [row for row in arrow.check(table(pa.string()), keep=["id"]).to_pylist() if row["problem"] is None]
    (finding,) = plumbline.check(TEXTS[2]).findings
    assert [(row["id"], row["quote"], row["level"], row["explanation"]) for row in rows] == [
        (2, finding.places[0].quote, "warn", finding.explanation)
    ]
    assert '"$14.3 billion"' in rows[0]["evidence"]


def test_what_cannot_be_used_is_named_and_stops_nothing():
    data = pa.table(
        {
            "text": [None, "Die Fähre in Orrin trug 340 Leute.", "Meta put $14.8 billion into Scale AI."],
            "day": ["2025-06-13", "2025-06-13", "soon"],
            "language": ["en", "de", "en"],
        }
    )
    rows = arrow.check(data, published="day", language="language").to_pylist()
    assert [(row["row"], row["problem"]) for row in rows] == [
        (0, "there is no text"),
        (1, "it says that it is in another language: de"),
        (2, "“soon” is no day: write YYYY-MM-DD"),
        (2, None),
    ]


@pytest.mark.parametrize(
    ("column", "says"), [("txt", "there is no column “txt”: the columns are id, text"), ("id", "cast it to a string")]
)
def test_columns_that_cannot_be_read_are_named(column, says):
    with pytest.raises(PlumblineError, match=says):
        arrow.figures(table(pa.string()), text=column)


def test_what_is_no_arrow_is_refused():
    with pytest.raises(TypeError):
        plumbline._native.figures_batch(["no batch"], "text")


def test_text_that_is_not_utf8_is_refused_and_never_read():
    broken = pa.StringArray.from_buffers(1, pa.array([0, 2], pa.int32()).buffers()[1], pa.py_buffer(b"\xff\xfe"))
    with pytest.raises(pa.ArrowException):
        arrow.figures(pa.record_batch([broken], ["text"]))


def test_an_empty_table_gives_an_empty_table():
    empty = arrow.figures(table(pa.string()).slice(0, 0), keep=["id"])
    assert empty.num_rows == 0 and empty.schema.names[:2] == ["id", "row"]


def test_text_is_read_where_it_lies():
    data = pa.record_batch({"text": pa.array(["A ferry carried 340 people. " * 40_000] * 8)})
    before = pa.total_allocated_bytes()
    with ThreadPoolExecutor(2) as pool:
        counts = list(pool.map(lambda _: arrow.figures(data).num_rows, range(2)))
    assert counts == [320_000, 320_000]
    assert pa.total_allocated_bytes() - before < data.nbytes
