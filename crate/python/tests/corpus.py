"""As many articles as wanted, for tests and measurements: texts of this repository with other names, days and figures.

A story is some of the texts with names of its own, told by one to six articles of days that are near; of every ten of
their figures one differs. A third of the names are drawn from a few thousand, those of places and of the great, by
Zipf's law; the rest are of families of whom there are more the more stories there are. The same number gives the same
articles.

    python corpus.py 10000 > articles.jsonl
    python corpus.py 10000 12 10 > articles-as-long-as-news.jsonl

The texts are full of figures, one for every sixty letters. With paragraphs that have few, from what the repository says of
itself, an article has as many figures and names as one of a newspaper: four figures a kilobyte, some thirty names.
"""

from __future__ import annotations

import json
import random
import re
import sys
from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
WORD = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}")
NUMBER = re.compile(r"(?<![\d.,])[2-9]\d?(?![\d.,])")
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in ("a", "e", "i", "o", "u", "or", "en", "al")]
COMMON = 4_000
#: How many articles there are of each day.
A_DAY = 500
#: How many of the texts make an article, unless said otherwise.
TEXTS = 12


def texts() -> list[str]:
    """The paragraphs of the repository's own articles, and the short texts that its tests compare."""
    long = (ROOT / "crate/bench/corpus/articles.txt").read_text(encoding="utf-8")
    table = (ROOT / "crate/core/tests/compare/cases.tsv").read_text(encoding="utf-8")
    short = [line.split("\t")[4] for line in table.splitlines() if line and not line.startswith("#")]
    return [text for text in [*long.split("\n\n"), *short] if len(text) > 60]


def plain_texts() -> list[str]:
    """Paragraphs of prose with few figures."""
    prose = (ROOT / "docs/ARCHITECTURE.md").read_text(encoding="utf-8").split("\n\n")
    return [" ".join(text.replace("**", "").split()) for text in prose if re.match(r"[A-Z*]", text) and "`" not in text and len(text) > 200]


def name(number: int) -> str:
    """A name for a number."""
    made = ""
    number += len(SYLLABLES)
    while number:
        number, at = divmod(number, len(SYLLABLES))
        made += SYLLABLES[at]
    return made.capitalize() + "n"


def articles(many: int, length: int = TEXTS, plain: int = 0) -> Iterator[dict[str, str]]:
    """So many articles of so many texts and plain paragraphs: ``id``, ``published``, ``text``; those of one story follow one another."""
    known, prose = texts(), plain_texts()
    weights = list(accumulate(1 / (rank + 1) for rank in range(COMMON)))
    days = max(30, many // A_DAY)
    made = story = 0
    while made < many:
        draw = random.Random(story)
        names: dict[str, str] = {}

        def renamed(match: re.Match[str]) -> str:
            if match[0] not in names:
                common = draw.random() < 1 / 3
                number = bisect(weights, draw.random() * weights[-1]) if common else COMMON + draw.randrange(many * 2)
                names[match[0]] = name(number)
            return names[match[0]]

        whole = [WORD.sub(renamed, text) for text in draw.sample(known, length)]
        beside = [WORD.sub(renamed, text) for text in draw.sample(prose, plain)]
        day = date(2020, 1, 1) + timedelta(draw.randrange(days))
        for version in range(min(draw.randint(1, 6), many - made)):
            told = draw.sample(whole, length - draw.randrange(4))
            told += draw.sample(beside, plain)
            text = "\n\n".join(NUMBER.sub(lambda m: str(int(m[0]) + (draw.random() < 0.1)), part) for part in told)
            # What a text opens with tells articles apart that would be the same otherwise.
            text = f"{name(draw.randrange(COMMON))} reports on {next(iter(names.values()), 'this')} and others.\n\n{text}"
            published = day + timedelta(draw.randrange(3))
            yield {"id": f"{story:08}-{version}", "published": published.isoformat(), "text": text}
            made += 1
        story += 1


if __name__ == "__main__":
    for article in articles(*map(int, sys.argv[1:])):
        print(json.dumps(article))
