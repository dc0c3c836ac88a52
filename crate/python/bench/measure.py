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
from pathlib import Path

import numpy as np
import plumbline
import pyarrow as pa
import pyarrow.compute as pc
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


def memory() -> int:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


class Timed:
    """The processor time of a step, which may be done in parts."""

    def __init__(self) -> None:
        self.spent = 0.0

    def __enter__(self) -> None:
        self.began = cpu()

    def __exit__(self, *_: object) -> None:
        self.spent += cpu() - self.began

    def tell(self, step: str, many: int) -> None:
        print(f"{step:28} {self.spent:8.1f} s  {many / self.spent:10,.0f} articles a second and core", flush=True)


class Sent:
    """How many rows are sent, and how many bytes they are when packed."""

    def __init__(self) -> None:
        self.rows = self.size = 0

    def add(self, batch: pa.RecordBatch) -> None:
        sink = pa.MockOutputStream()
        with pa.ipc.new_stream(sink, batch.schema, options=PACKED) as stream:
            stream.write_batch(batch)
        self.rows += batch.num_rows
        self.size += sink.size()

    def tell(self, what: str, many: int) -> None:
        print(f"{what:28} {self.rows / many:8.1f} rows and {self.size / many:8,.0f} bytes an article, packed", flush=True)


def asked(pairs: np.ndarray, many: int) -> np.ndarray:
    """The pairs that are to meet, of those that share a name, a row a name: ``one``, ``other``, ``forth``, ``back``.

    Articles are numbers below ``many``, a pair ``one * many + other``, which is sorted where it lies: there are hundreds
    an article.
    """
    pairs.sort()
    first = np.flatnonzero(np.diff(pairs, prepend=-1))
    names = np.diff(first, append=len(pairs))
    near = names >= _native.FEWEST_NAMES
    one, other = np.divmod(pairs[first[near]], many)
    names = np.tile(names[near], 2)
    asks, of = np.concatenate([one, other]), np.concatenate([other, one])
    order = np.lexsort((of, -names, asks))
    asks, of = asks[order], of[order]
    begins = np.flatnonzero(np.diff(asks, prepend=-1))
    place = np.arange(len(asks)) - np.repeat(begins, np.diff(begins, append=len(asks)))
    nearest = place < _native.MOST_OTHERS
    asks, of = asks[nearest], of[nearest]
    both, which = np.unique(np.minimum(asks, of) * many + np.maximum(asks, of), return_inverse=True)
    ways = np.zeros((2, len(both)), bool)
    ways[(asks > of).astype(int), which] = True
    return np.rec.fromarrays([*np.divmod(both, many), *ways], names="one,other,forth,back")


def steps(many: int) -> None:
    table = pa.Table.from_pylist(list(articles(many)), SCHEMA)
    size = pc.sum(pc.utf8_length(table["text"])).as_py() / many
    print(f"{many} articles of {size:,.0f} characters")
    bundled = plumbline.Set()._native
    columns = columns_of(published="published")
    check, read, key, pair, choose, meet = (Timed() for _ in range(6))
    telling, keys, pairs = (Sent() for _ in range(3))
    told, keyed, shared = [], [], []
    gathered, pairing = _native.Keys(), _native.Pairs()

    def kept(batch: pa.RecordBatch | None) -> None:
        if batch is not None:
            keys.add(batch)
            keyed.append(batch)

    for batch in table.to_batches(max_chunksize=1_000):
        with check:
            _native.check_batch(batch, columns, bundled)
        with read:
            told.append(_native.read_batch(batch, columns, "id", bundled))
        telling.add(told[-1])
        with key:
            full = gathered.add(told[-1])
        kept(full)
    with key:
        last = gathered.finish()
    kept(last)
    check.tell("check", many)
    read.tell("read", many)
    telling.tell("  what they tell", many)
    key.tell("keys", many)
    keys.tell("  keys", many)

    whole = pa.Table.from_batches(told).sort_by("number").combine_chunks()
    numbers = whole["number"].to_numpy()
    home = pa.Table.from_batches(keyed).sort_by([(name, "ascending") for name in ("name", "days", "measure")])
    keyed.clear()
    for batch in [*home.to_batches(max_chunksize=10_000), None]:
        with pair:
            found = pairing.finish() if batch is None else pairing.add(batch)
        pairs.add(found)
        one, other = (np.searchsorted(numbers, found[side].to_numpy()) for side in ("one", "other"))
        shared.append(one * many + other)
    pair.tell("pairs", many)
    pairs.tell("  pairs, each name", many)
    with choose:
        near = asked(np.concatenate(shared), many)
    shared.clear()
    choose.tell("counting and choosing", many)
    print(f"{'  pairs that meet':28} {len(near) / many:8.1f} an article")

    findings = 0
    for at in range(0, len(near), 1_000):
        part = near[at : at + 1_000]
        sides = {}
        for side in ("one", "other"):
            of = whole.take(part[side])
            sides |= {f"{side}_id": of["id"].combine_chunks(), side: of["telling"].combine_chunks()}
        batch = pa.record_batch(sides | {way: pa.array(part[way]) for way in ("forth", "back")})
        with meet:
            findings += _native.meet_batch(batch, bundled).num_rows
    meet.tell("meet", many)
    print(f"{'  findings':28} {findings / many:8.1f} an article; largest resident set {memory():,} MB")


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
