"""What articles are held against: reference sets, and libraries of other articles."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Optional, Union

from . import _native
from ._values import Article, SetSource, Statement, article_of

#: A day as ``YYYY-MM-DD`` or as a date.
Day = Union[str, date]


def about(
    html: bool, title: Optional[str], url: Optional[str], published: Optional[Day], language: Optional[str]
) -> dict[str, Any]:
    """What is known of an article, as the compiled part takes it."""
    return {"html": html, "title": title, "url": url, "published": day(published), "language": language}


def day(given: Optional[Day]) -> Optional[str]:
    """A day as the compiled part takes it; a time of day is left out."""
    return given.isoformat()[:10] if isinstance(given, date) else given


class Set:
    """A reference set: sources and what they state. It never changes, and can be pickled.

    ``Set()`` is the one that ships with Plumbline; ``Set(folder)`` is one of your own, a folder of text files as
    ``docs/reference-set.md`` describes it.

    :raises PlumblineError: when the set in the folder has problems; the message names each with file and line.
    """

    __slots__ = ("_native", "_told")

    def __init__(self, folder: Optional[Union[str, os.PathLike[str]]] = None) -> None:
        self._native = _native.Set.bundled() if folder is None else _native.Set.open(Path(folder))
        self._told: Optional[dict[str, Any]] = None

    @staticmethod
    def verify(folder: Union[str, os.PathLike[str]]) -> list[str]:
        """Every problem of the set in a folder, with file and line; none for a sound one."""
        return _native.Set.verify(Path(folder))

    @classmethod
    def _unpack(cls, packed: bytes) -> "Set":
        made = cls.__new__(cls)
        made._native = _native.Set.unpack(packed)
        made._told = None
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return (Set._unpack, (self._native.pack(),))

    def _lines(self) -> dict[str, Any]:
        if self._told is None:
            self._told = json.loads(self._native.told())
        return self._told

    @property
    def name(self) -> str:
        """What the set is called."""
        return str(self._lines()["name"])

    @property
    def covers(self) -> tuple[str, ...]:
        """What it covers, in words."""
        return tuple(self._lines()["covers"])

    @property
    def sources(self) -> tuple[SetSource, ...]:
        """Its documents."""
        return tuple(SetSource(**source) for source in self._lines()["sources"])

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What they state."""
        return tuple(Statement(**line) for line in self._lines()["statements"])

    def __repr__(self) -> str:
        return f"<plumbline.Set {self.name!r}: {len(self.statements)} statements of {len(self.sources)} sources>"


class Library:
    """Articles that others are held against. It lives in memory; :meth:`save` and :meth:`load` keep it in a file.

    An article is compared with the eight of a library that share most names with it, and at least two. They are kept as
    text and read anew for each check, so a library is never older than the rules that it is read by.
    Several threads can use a library at once.
    """

    __slots__ = ("_native",)

    def __init__(self) -> None:
        self._native = _native.Library()

    def add(
        self,
        text: str,
        *,
        html: bool = False,
        title: Optional[str] = None,
        url: Optional[str] = None,
        published: Optional[Day] = None,
        publisher: Optional[str] = None,
        language: Optional[str] = None,
    ) -> Optional[int]:
        """Keeps an article and gives the number by which it is removed.

        The arguments are those of :func:`plumbline.check`; ``publisher`` stands for the host of ``url``.

        :returns: ``None`` where the article is no reference: it has no figure that others could be held against, or
            it is in another language.
        :raises PlumblineError: when ``published`` is no day.
        """
        return self._native.add(text, about(html, title, url, published, language), publisher)

    def remove(self, number: int) -> None:
        """Drops the article with that number.

        :raises KeyError: when there is none.
        """
        if not self._native.remove(number):
            raise KeyError(f"there is no article {number} in this library")

    def __len__(self) -> int:
        return len(self._native)

    def __iter__(self) -> Iterator[Article]:
        for number, told in json.loads(self._native.told()):
            yield article_of(number, told)

    def __contains__(self, number: object) -> bool:
        return any(article.number == number for article in self)

    def _dump(self) -> str:
        return "".join(json.dumps(told, ensure_ascii=False) + "\n" for _, told in json.loads(self._native.told()))

    def save(self, path: Union[str, os.PathLike[str]]) -> None:
        """Writes the articles to a file, a line of JSON each."""
        Path(path).write_text(self._dump(), encoding="utf-8")

    @classmethod
    def load(cls, path: Union[str, os.PathLike[str]]) -> "Library":
        """A library that was saved; its articles are numbered anew.

        :raises PlumblineError: when a line is no article; the message has its number.
        """
        return cls._restore(Path(path).read_text(encoding="utf-8"))

    @classmethod
    def _restore(cls, lines: str) -> "Library":
        made = cls()
        made._native.restore(lines)
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return (Library._restore, (self._dump(),))

    def __repr__(self) -> str:
        return f"<plumbline.Library of {len(self)} articles>"
