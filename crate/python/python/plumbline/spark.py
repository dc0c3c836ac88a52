"""More articles than one machine holds: the same steps on Apache Spark. ``pip install 'plumbline[spark]'``.

>>> import plumbline.spark                                                           # doctest: +SKIP
>>> articles = spark.read.json("s3://news/2026/*.jsonl.gz")                          # doctest: +SKIP
>>> plumbline.spark.check(articles, keep=["id"]).write.parquet("findings")           # doctest: +SKIP
>>> plumbline.spark.stories(articles, id="id").write.parquet("who-says-what")        # doctest: +SKIP

Both are transformations: nothing runs before the result is asked for, and nothing is collected at the driver. The same
articles give the same findings, whatever the number of machines and the order of rows; only the order of the result is
Spark's. The package has to be on each machine; ``docs/corpus.md`` says how, and what it costs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Optional, cast

from . import _native
from ._references import Set
from .arrow import Columns, beside, columns_of

try:
    import pyspark.sql.functions as F
    from pyspark.sql import DataFrame, Window
    from pyspark.sql.types import StructType
except ImportError as missing:
    raise ImportError("plumbline.spark needs pyspark: pip install pyspark pyarrow 'pandas<3'") from missing

if TYPE_CHECKING:
    import pyarrow
    from typing_extensions import Unpack

#: How many names two articles share at the least, and with how many others each is compared.
FEWEST_NAMES, MOST_OTHERS = _native.FEWEST_NAMES, _native.MOST_OTHERS

_FINDINGS = (
    "row long, finding int, start int, end int, quote string, verdict string, level string, about string, "
    "explanation string, evidence string, problem string"
)
_READ = "number long, id string, telling binary"
_PROBLEMS = "article string, problem string"
_KEYS = "name long, days int, measure long, articles array<long>"
_PAIRS = "one long, other long"
_STORIES = (
    "article string, other string, verdict string, about string, figure string, passage string, other_figure string, "
    "other_passage string, problem string, start long, end long, other_start long, other_end long"
)

Batches = Iterable["pyarrow.RecordBatch"]
Step = Callable[[Batches], Iterator["pyarrow.RecordBatch"]]


def check(
    df: DataFrame,
    *,
    set: Optional[Set] = None,
    only_article: bool = False,
    keep: Sequence[str] = (),
    **columns: Unpack[Columns],
) -> DataFrame:
    """Checks every article by itself and against a set, as :func:`plumbline.check` does.

    :param columns: which columns hold what of an article: those of :class:`plumbline.arrow.Columns`.
    :param keep: columns that are repeated beside each finding: the id, say.
    :returns: ``keep``, then a row for each place of a finding: ``finding`` (its number within the article), ``start``,
        ``end``, ``quote``, ``verdict``, ``level``, ``about``, ``explanation``, ``evidence`` (JSON), ``problem``. What
        cannot be used of an article has a row in which only ``problem`` says something.
    :raises ValueError: when there is no column of that name.
    """
    named = columns_of(**columns)
    known = None if only_article else set if set is not None else Set()
    kept = list(keep)
    given = _texts(df, named, kept)

    def step(batches: Batches) -> Iterator["pyarrow.RecordBatch"]:
        native = None if known is None else known._native
        for batch in batches:
            yield beside(batch, kept, _native.check_batch(batch, named, native))

    schema = StructType([given.schema[name] for name in kept] + _schema(_FINDINGS).fields)
    return _mapped(given, step, schema).drop("row")


def stories(
    df: DataFrame,
    *,
    id: str,
    set: Optional[Set] = None,
    **columns: Unpack[Columns],
) -> DataFrame:
    """What articles of one story make of each other's figures, as ``plumbline story`` finds it.

    :param id: the column that names each article, as no other.
    :param columns: which columns hold what else of an article: those of :class:`plumbline.arrow.Columns`.
    :param set: the set whose entities and properties are known; the bundled one where none is given.
    :returns: a row for each finding: ``article`` and ``other`` (their ids), ``verdict`` (what the other
        makes of the figure: ``supported``, ``contradicted``, or ``outdated``), ``about`` (where the set knows it, else empty),
        ``figure`` and its sentence ``passage``, the same of the other, the places of both in the running text of their
        articles (characters), and ``problem`` for what of an article could not be used.
    :raises ValueError: when there is no column of that name.
    """
    named = columns_of(**columns)
    known = set if set is not None else Set()
    given = _texts(df, named, [id])

    def problems(batches: Batches) -> Iterator["pyarrow.RecordBatch"]:
        for batch in batches:
            yield _native.problems_batch(batch, named, id)

    def read(batches: Batches) -> Iterator["pyarrow.RecordBatch"]:
        for batch in batches:
            yield _native.read_batch(batch, named, id, known._native)

    def keys(batches: Batches) -> Iterator["pyarrow.RecordBatch"]:
        gathered = _native.Keys()
        for batch in batches:
            full = gathered.add(batch)
            if full is not None:
                yield full
        yield gathered.finish()

    def pairs(batches: Batches) -> Iterator["pyarrow.RecordBatch"]:
        pairing = _native.Pairs()
        for batch in batches:
            yield pairing.add(batch)
        yield pairing.finish()

    def meet(batches: Batches) -> Iterator["pyarrow.RecordBatch"]:
        for batch in batches:
            yield _native.meet_batch(batch, known._native)

    # 1. What each article tells. It goes to the machine of its number once, and all that follows takes it from there: as
    # long as each step asks for the same columns of the same rows, Spark reads and sends them once.
    told = _mapped(given, read, _schema(_READ)).where("number is not null").repartition("number")
    # 2. Keys, gathered where they are made: of those that too many articles have only that is sent.
    sent = _mapped(told, keys, _schema(_KEYS))
    at_home = sent.repartition("name").sortWithinPartitions("name", "days", "measure")
    # 3. Pairs, a row a name that they share; for each article those that share most.
    shared = _mapped(at_home, pairs, _schema(_PAIRS)).groupBy("one", "other").agg(F.count("*").alias("names"))
    forth = F.struct("one", "other", F.lit(True).alias("forth"))
    back = F.struct(F.col("other").alias("one"), F.col("one").alias("other"), F.lit(False).alias("forth"))
    both = shared.where(F.col("names") >= FEWEST_NAMES).select("names", F.inline(F.array(forth, back)))
    nearest = Window.partitionBy("one").orderBy(F.desc("names"), F.asc("other"))
    near = both.withColumn("place", F.row_number().over(nearest)).where(F.col("place") <= MOST_OTHERS)
    # Two that ask each other are brought together once.
    asked = near.groupBy(F.least("one", "other").alias("one"), F.greatest("one", "other").alias("other")).agg(
        F.bool_or("forth").alias("forth"), F.bool_or(~F.col("forth")).alias("back")
    )
    # 4. and 5. Each pair with what both tell, and what they make of each other.
    other = told.select(F.col("number").alias("other"), F.col("id").alias("other_id"), F.col("telling").alias("there"))
    one = told.select(F.col("number").alias("one"), F.col("id").alias("one_id"), F.col("telling").alias("here"))
    pair = asked.join(other, "other").join(one, "one").sortWithinPartitions("one").select(
        "one_id", F.col("here").alias("one"), "other_id", F.col("there").alias("other"), "forth", "back"
    )
    unused = _mapped(given, problems, _schema(_PROBLEMS))
    return _mapped(pair, meet, _schema(_STORIES)).unionByName(unused, allowMissingColumns=True)


def _schema(columns: str) -> StructType:
    """Columns as they are written in SQL."""
    return cast(StructType, StructType.fromDDL(columns))


def _mapped(df: DataFrame, step: Step, schema: StructType) -> DataFrame:
    """A step over the batches of each part, whose columns come in the order of the schema."""
    names = schema.fieldNames()

    def ordered(batches: Batches) -> Iterator["pyarrow.RecordBatch"]:
        for batch in step(batches):
            yield batch.select(names)

    return df.mapInArrow(ordered, schema)


def _texts(df: DataFrame, columns: dict[str, Any], besides: Sequence[str]) -> DataFrame:
    """The columns that are read, those of articles as text: a day or a number is one, too."""
    named = [name for key, name in columns.items() if key != "html" and name is not None]
    for name in [*named, *besides]:
        if name not in df.columns:
            raise ValueError(f"there is no column “{name}”: the columns are {', '.join(df.columns)}")
    texts = [F.col(f"`{name}`").cast("string").alias(name) for name in dict.fromkeys(named)]
    return df.select(*texts, *(F.col(f"`{name}`") for name in dict.fromkeys(besides) if name not in named))
