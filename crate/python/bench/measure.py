"""What the steps of stories cost: processor time of each in one process, and with --spark what Spark sends.

    python measure.py 10000            the steps by themselves
    python measure.py 10000 --spark    the same on Spark, on two cores; bytes are those of its event log

Articles are those of corpus.py.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import plumbline
import pyarrow as pa
from plumbline import _native
from plumbline.arrow import columns_of

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from corpus import articles  # noqa: E402

SCHEMA = pa.schema([("id", pa.string()), ("published", pa.string()), ("text", pa.string())])
PACKED = pa.ipc.IpcWriteOptions(compression="lz4")


def cpu() -> float:
    """Processor seconds of this process and of those that it has waited for."""
    return sum(resource.getrusage(who).ru_utime + resource.getrusage(who).ru_stime
               for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))  # fmt: skip


@contextmanager
def timed(step: str, many: int) -> Iterator[None]:
    before = cpu()
    yield
    spent = cpu() - before
    print(f"{step:28} {spent:8.1f} s  {many / spent:10,.0f} articles a second and core", flush=True)


def sent(table: pa.Table, what: str, many: int) -> None:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema, options=PACKED) as stream:
        stream.write_table(table, max_chunksize=1_000)
    print(f"{what:28} {table.num_rows / many:8.1f} rows and {sink.tell() / many:8,.0f} bytes an article, packed", flush=True)


def steps(many: int) -> None:
    table = pa.Table.from_pylist(list(articles(many)), SCHEMA)
    size = sum(map(len, table["text"].to_pylist())) / many
    print(f"{many} articles of {size:,.0f} characters")
    bundled = plumbline.Set()._native
    columns = columns_of("text", False, None, None, "published", None)
    batches = table.to_batches(max_chunksize=1_000)
    with timed("check", many):
        for batch in batches:
            _native.check_batch(batch, columns, bundled)
    with timed("read", many):
        told = [_native.read_batch(batch, columns, "id", bundled) for batch in batches]
    sent(pa.Table.from_batches(told), "  what they tell", many)
    with timed("keys", many):
        gathered = _native.Keys()
        keys = [full for batch in told if (full := gathered.add(batch)) is not None]
        keys.append(gathered.finish())
    keyed = pa.Table.from_batches(keys)
    sent(keyed, "  keys", many)
    keyed = keyed.sort_by([("name", "ascending"), ("days", "ascending"), ("measure", "ascending")])
    with timed("pairs", many):
        pairing = _native.Pairs()
        pairs = [pairing.add(batch) for batch in keyed.to_batches(max_chunksize=10_000)]
        pairs.append(pairing.finish())
    shared = pa.Table.from_batches(pairs)
    sent(shared, "  pairs, each name", many)
    with timed("counting and choosing", many):
        counted = shared.to_pandas().groupby(["one", "other"]).size().rename("names").reset_index()
        counted = counted[counted["names"] >= _native.FEWEST_NAMES]
        both = [counted.assign(forth=True), counted.rename(columns={"one": "other", "other": "one"}).assign(forth=False)]
        near = __import__("pandas").concat(both).sort_values(["names", "other"], ascending=[False, True])
        near = near.groupby("one").head(_native.MOST_OTHERS)
        low, high = near[["one", "other"]].min(axis=1), near[["one", "other"]].max(axis=1)
        near = near.assign(one=low, other=high, back=~near["forth"])
        asked = near.groupby(["one", "other"])[["forth", "back"]].any().reset_index()
    print(f"{'  pairs that are asked':28} {len(asked) / many:8.1f} an article")
    whole = pa.Table.from_batches(told).to_pandas().set_index("number")
    one, other = whole.loc[asked["one"]], whole.loc[asked["other"]]
    with timed("meet", many):
        rows = 0
        for at in range(0, len(asked), 1_000):
            part = slice(at, at + 1_000)
            batch = pa.record_batch({
                "one_id": one["id"].iloc[part].to_list(), "one": one["telling"].iloc[part].to_list(),
                "other_id": other["id"].iloc[part].to_list(), "other": other["telling"].iloc[part].to_list(),
                "forth": asked["forth"].iloc[part].to_list(), "back": asked["back"].iloc[part].to_list(),
            })  # fmt: skip
            rows += _native.meet_batch(batch, bundled).num_rows
    print(f"{'  findings':28} {rows / many:8.1f} an article")


def on_spark(many: int) -> None:
    import plumbline.spark
    from pyspark.sql import SparkSession

    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder, "articles.jsonl")
        with lines.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(article) + "\n" for article in articles(many))
        log = Path(folder, "log")
        log.mkdir()
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        for name, value in {
            "spark.eventLog.enabled": "true", "spark.eventLog.dir": f"file://{log}", "spark.eventLog.compress": "false",
            "spark.eventLog.rolling.enabled": "false", "spark.sql.shuffle.partitions": str(max(8, many // 2_500)),
            "spark.sql.autoBroadcastJoinThreshold": "-1", "spark.driver.memory": "4g",
            "spark.driver.host": "127.0.0.1", "spark.sql.execution.arrow.maxRecordsPerBatch": "1000",
        }.items():  # fmt: skip
            builder = builder.config(name, value)
        spark = builder.getOrCreate()
        began = time.time()
        articles_df = spark.read.schema("id string, published string, text string").json(str(lines))
        found = plumbline.spark.stories(articles_df, id="id", published="published")
        found.write.parquet(str(Path(folder, "found")))
        took = time.time() - began
        findings = spark.read.parquet(str(Path(folder, "found"))).count()
        spark.stop()
        totals = {"Shuffle Bytes Written": 0, "Executor CPU Time": 0, "Executor Run Time": 0, "Memory Bytes Spilled": 0}
        worst = 0
        for line in next(path for path in log.iterdir() if path.is_file()).read_text().splitlines():
            event = json.loads(line)
            if event["Event"] != "SparkListenerTaskEnd":
                continue
            metrics = event["Task Metrics"]
            totals["Shuffle Bytes Written"] += metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"]
            for name in ("Executor CPU Time", "Executor Run Time", "Memory Bytes Spilled"):
                totals[name] += metrics[name]
            worst = max(worst, metrics["Executor Run Time"])
        print(f"{many} articles on Spark, two cores: {took:.0f} s, {findings} findings")
        print(f"  {totals['Shuffle Bytes Written'] / many:,.0f} bytes of shuffle an article")
        print(f"  tasks ran {totals['Executor Run Time'] / 1000:.0f} s, the longest {worst / 1000:.1f} s; spilled {totals['Memory Bytes Spilled'] >> 20} MB")


if __name__ == "__main__":
    (on_spark if "--spark" in sys.argv else steps)(int(sys.argv[1]))
