"""Plumbline reads the figures of news articles and holds them against one another, against other articles and against
sources. It says what it is sure of, with its evidence, and is silent otherwise.

One text at a time: :func:`figures`, :func:`read`, :func:`check`, :func:`compare`. Many at once, as Arrow tables:
:mod:`plumbline.arrow`. More than one machine holds: :mod:`plumbline.spark`.

Nothing is sent anywhere. Places are indices of Python strings: ``text[start:end]`` is what is meant. What cannot be used
raises :class:`PlumblineError`, a ``ValueError`` that says what and where. Functions let other threads run.
"""

from ._native import PlumblineError
from ._references import Day, Library, Set
from ._texts import check, compare, figures, read
from ._values import (
    Article,
    Claim,
    Comparison,
    Evidence,
    Figure,
    Finding,
    Interval,
    Level,
    Passage,
    Passed,
    Place,
    Reading,
    Report,
    SetSource,
    Source,
    Statement,
    Summary,
    Verdict,
)

__all__ = [
    "Article",
    "Claim",
    "Comparison",
    "Day",
    "Evidence",
    "Figure",
    "Finding",
    "Interval",
    "Level",
    "Library",
    "Passage",
    "Passed",
    "Place",
    "PlumblineError",
    "Reading",
    "Report",
    "Set",
    "SetSource",
    "Source",
    "Statement",
    "Summary",
    "Verdict",
    "check",
    "compare",
    "figures",
    "read",
]
