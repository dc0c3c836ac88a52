"""One text at a time."""

from __future__ import annotations

from typing import Optional

from . import _native
from ._references import Day, Library, Set, about, day
from ._values import (
    Comparison,
    Figure,
    Reading,
    Report,
    comparisons_of,
    figures_of,
    reading_of,
    report_of,
)


def figures(text: str, *, url: str = "", language: str = "") -> list[Figure]:
    """The figures of a text, in reading order; they do not overlap.

    :param text: any text. A blank line parts paragraphs, which know nothing of one another.
    :param url: the address that it is from, which says where it is written for, and so which dollar “$” is.
    :param language: its language, which may say the same: ``en-CA``.

    >>> [(figure.quote, figure.value, figure.unit) for figure in figures("It fetched nearly $4.2bn.")]
    [('$4.2bn', Decimal('4200000000'), 'USD')]
    """
    return figures_of(_native.figures(text, url, language))


def read(
    text: str,
    *,
    set: Optional[Set] = None,
    html: bool = False,
    title: Optional[str] = None,
    url: Optional[str] = None,
    published: Optional[Day] = None,
    language: Optional[str] = None,
) -> Reading:
    """Reads an article: each figure with what the text tells of it. What sources state is not asked, except for whom a
    figure is told of where the text alone leaves that open.

    :param set: whose entities and properties are known; the bundled set where none is given.

    The other arguments, and the errors, are those of :func:`check`.
    """
    known = set if set is not None else Set()
    told = _native.read(text, about(html, title, url, published, language), known._native)
    return reading_of(told, text)


def check(
    text: str,
    *,
    set: Optional[Set] = None,
    library: Optional[Library] = None,
    only_article: bool = False,
    html: bool = False,
    title: Optional[str] = None,
    url: Optional[str] = None,
    published: Optional[Day] = None,
    language: Optional[str] = None,
) -> Report:
    """Holds the figures of an article against one another, against a set, and against other articles.

    :param text: plain text, Markdown, or HTML. In text a line is a paragraph; a short first line is the headline.
    :param set: the set that it is held against; the bundled one where none is given.
    :param library: other articles that it is held against, where they tell of the same story.
    :param only_article: hold its figures against nothing but one another.
    :param html: whether ``text`` is HTML. The report then has the text that was read of it, which places count in.
    :param title: the title of the page, where the text does not have it.
    :param url: its address, which says where it is written for, and is held against no article of the same address.
    :param published: the day that it speaks from, ``YYYY-MM-DD`` or a date, whatever it says itself.
    :param language: its language, whatever it says itself: ``en-CA``.
    :raises PlumblineError: when ``published`` is no day.
    :raises ValueError: when ``only_article`` is asked for together with a set or a library.
    """
    if only_article and (set is not None or library is not None):
        raise ValueError("only_article holds figures against no set and no library: leave them out, or leave it out")
    known = None if only_article else set if set is not None else Set()
    told = _native.check(
        text,
        about(html, title, url, published, language),
        None if known is None else known._native,
        None if library is None else library._native,
    )
    return report_of(told, text)


def compare(
    text: str,
    reference: str,
    *,
    published: Optional[Day] = None,
    reference_published: Optional[Day] = None,
) -> list[Comparison]:
    """Holds every figure of a text against the figures of another, in reading order.

    :param published: the day that the text speaks from, ``YYYY-MM-DD`` or a date.
    :param reference_published: the day that the reference speaks from.
    :raises PlumblineError: when either is no day.
    """
    return comparisons_of(_native.compare(text, reference, day(published), day(reference_published)))
