"""Many machines come to what one comes to."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import plumbline
import plumbline.arrow
import plumbline.spark
import pyarrow as pa
import pytest
from corpus import articles
from pyspark.sql import DataFrame, SparkSession
from tables import ROOT

DEAL = [
    ("wire", "Meta buys into Scale AI\nPublished on 13 June 2025\n\nMeta has invested $14.3 billion in Scale AI for a 49% "
     "stake. The deal values Scale AI at $29 billion. Alexandr Wang, 28, joins Meta from Scale AI.\n"),
    ("courier", "Meta takes a share of Scale AI\nPublished on 14 June 2025\n\nMeta invested $14.8 billion in Scale AI, and "
     "Alexandr Wang moves to Meta. Scale AI keeps its other customers.\n"),
    ("blog", "Meta pays for Scale AI\n\nMeta invested $1.48 billion in Scale AI and hired Alexandr Wang. It holds a 49% "
     "stake in Scale AI now.\n"),
]  # fmt: skip


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "3",
        # As between many machines: nothing is small enough to be sent to all of them.
        "spark.sql.autoBroadcastJoinThreshold": "-1",
    }
    builder = SparkSession.builder.master("local[2]").appName("plumbline")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Articles as files."""
    folder = tmp_path_factory.mktemp("articles")
    for id, text in DEAL:
        (folder / f"{id}.txt").write_text(text, encoding="utf-8")
    for article in articles(120):
        title, rest = article["text"].split("\n\n", 1)
        text = f"{title}\n\nPublished on {article['published']}\n\n{rest}"
        (folder / f"{article['id']}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def corpus(folder) -> list[dict[str, str]]:
    """The same as rows, by the names that the command line gives them."""
    return [{"id": str(path), "published": None, "text": path.read_text(encoding="utf-8")} for path in sorted(folder.iterdir())]


def frame(spark: SparkSession, corpus: list[dict[str, str]]) -> DataFrame:
    return spark.createDataFrame(corpus, "id string, published string, text string")


def rows(found: list[dict]) -> list[tuple]:
    return sorted(tuple(sorted((name, str(value)) for name, value in row.items())) for row in found)


def table(corpus: list[dict[str, str]]) -> pa.Table:
    return pa.Table.from_pylist(corpus, pa.schema([("id", pa.string()), ("published", pa.string()), ("text", pa.string())]))


def test_articles_are_checked_as_one_by_one(spark, corpus):
    some = [*corpus[-20:], {"id": "none", "published": None, "text": None}]
    found = plumbline.spark.check(frame(spark, some), published="published", keep=["id"]).collect()
    alone = plumbline.arrow.check(table(some), published="published", keep=["id"]).drop_columns(["row"])
    assert rows([row.asDict() for row in found]) == rows(alone.to_pylist())
    assert {Path(row.id).stem for row in found if row.level == "warn"} >= {"courier", "blog"}
    assert [row.problem for row in found if row.id == "none"] == ["there is no text"]


@pytest.fixture(scope="module")
def found(spark, corpus) -> list[dict]:
    stories = plumbline.spark.stories(frame(spark, corpus), id="id", published="published")
    return [row.asDict() for row in stories.collect()]


def test_stories_are_those_of_one_machine(corpus, found):
    alone = plumbline.arrow.stories(table(corpus), id="id", published="published").to_pylist()
    assert rows(found) == rows(alone)
    assert {row["verdict"] for row in found} >= {"supported", "contradicted"} and len(found) > 100


def test_neither_order_nor_parts_change_what_is_found(spark, corpus, found):
    other = random.Random(5).sample(corpus, len(corpus))
    again = plumbline.spark.stories(frame(spark, other).repartition(5), id="id", published="published").collect()
    assert rows([row.asDict() for row in again]) == rows(found)


def test_stories_are_those_of_the_command_line(folder, found):
    built = [ROOT / "target" / profile / "plumbline" for profile in ("debug", "release")]
    programs = sorted((path for path in built if path.exists()), key=lambda path: path.stat().st_mtime)
    assert programs, "build the command line first: cargo build -p plumbline"
    told = subprocess.run(
        [programs[-1], "story", "--format", "json", folder], capture_output=True, text=True, check=False
    )
    stories = [json.loads(line) for line in told.stdout.splitlines()]
    assert stories, told.stderr
    # By what the set knows: who differs about what.
    about = {row["about"] for row in found if row["about"] and row["verdict"] == "contradicted"}
    assert about == {row["about"] for story in stories for row in story["rows"] if row["about"] and row["differ"]}
    # By words: which figures met. A table names each figure of an article once.
    met = {
        end
        for row in found
        if row["about"] == ""
        for end in ((row["article"], row["figure"]), (row["other"], row["other_figure"]))
    }
    told_by_words = {
        (by["id"], said["figure"])
        for story in stories
        for row in story["rows"]
        if not row["about"]
        for said in row["said"]
        for by in said["by"]
    }
    assert told_by_words == met
    # Who tells of one story.
    home = {article["id"]: at for at, story in enumerate(stories) for article in story["articles"]}
    assert all(home[row["article"]] == home[row["other"]] for row in found)


def test_what_cannot_be_used_is_named_and_stops_nothing(spark):
    broken = [
        {"id": "a", "published": "soon", "text": DEAL[0][1]},
        {"id": "b", "published": None, "text": None},
        {"id": None, "published": None, "text": "5 boats"},
        {"id": "c", "published": "2025-06-14", "text": DEAL[1][1]},
    ]
    found = plumbline.spark.stories(frame(spark, broken), id="id", published="published").collect()
    problems = {(row.article, row.problem) for row in found if row.problem}
    assert problems == {("a", "“soon” is no day: write YYYY-MM-DD"), ("b", "there is no text"), ("", "there is no id")}
    assert any(row.verdict == "contradicted" for row in found)


def test_each_article_is_read_once(spark, corpus):
    stories = plumbline.spark.stories(frame(spark, corpus[:5]), id="id")
    stories.collect()
    plan = stories._jdf.queryExecution().executedPlan().toString().split("== Initial Plan ==")[0]
    steps = [line.split("[", 1)[1] for line in plan.splitlines() if "MapInArrow" in line]
    assert sum(columns.startswith("number#") for columns in steps) == 1, plan


@pytest.mark.parametrize("column", ["text", "id"])
def test_a_column_that_is_missing_is_named_at_once(spark, column):
    df = spark.createDataFrame([("a", "5 boats")], "id string, text string").drop(column)
    with pytest.raises(ValueError, match=f"there is no column “{column}”"):
        plumbline.spark.stories(df, id="id")


def test_the_example_runs_where_only_its_own_python_has_the_package(tmp_path):
    """As the README says it, in a shell in which nothing was set up."""
    lines = [json.dumps({"id": id, "text": text, "published": "2025-06-14"}) + "\n" for id, text in DEAL]
    (tmp_path / "articles.jsonl").write_text("".join(lines), encoding="utf-8")
    example = ROOT / "crate" / "python" / "examples" / "spark_articles.py"
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PYSPARK_", "SPARK_"))}
    plain |= {"SPARK_LOCAL_IP": "127.0.0.1"}
    command = [sys.executable, example, tmp_path / "articles.jsonl", tmp_path / "findings"]
    ended = subprocess.run(command, env=plain, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    for kind in ("check", "stories"):
        found = [json.loads(line) for part in (tmp_path / "findings" / kind).glob("*.json") for line in part.open()]
        assert found, kind
