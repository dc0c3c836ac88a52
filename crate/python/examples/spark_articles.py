"""Checks a folder of articles on Spark, and finds who says what of one story.

    python crate/python/examples/spark_articles.py ARTICLES.jsonl FINDINGS

ARTICLES is whatever Spark reads as lines of JSON with ``id``, ``text``, and perhaps ``published``: a file, a folder, a
pattern, an address of a store. FINDINGS is a folder that is made: ``check`` and ``stories`` in it hold lines of JSON.
"""

from __future__ import annotations

import os
import sys

import plumbline.spark
from pyspark.sql import SparkSession


def main(articles: str, findings: str) -> None:
    # Spark's workers are to be the Python that has the package, unless a cluster says which.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.appName("plumbline").getOrCreate()
    df = spark.read.schema("id string, published string, text string").json(articles)
    plumbline.spark.check(df, published="published", keep=["id"]).write.json(f"{findings}/check")
    plumbline.spark.stories(df, id="id", published="published").write.json(f"{findings}/stories")
    spark.stop()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
