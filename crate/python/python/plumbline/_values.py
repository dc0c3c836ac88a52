"""What is read and found, as values."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Optional


class Level(str, Enum):
    """How much a finding matters."""

    #: Sources agree, or nothing can be said.
    NONE = "none"
    #: Sources differ and this is the best supported figure, or one alone says otherwise.
    MARK = "mark"
    #: The evidence is against it, or figures of the article cannot all be right.
    WARN = "warn"

    def __str__(self) -> str:
        return self.value


class Verdict(str, Enum):
    """What the evidence says of a figure."""

    #: Every comparable source agrees.
    SUPPORTED = "supported"
    #: Sources differ.
    DISPUTED = "disputed"
    #: No comparable source supports it.
    CONTRADICTED = "contradicted"
    #: Figures of the article cannot all be right.
    AT_ODDS = "at_odds"
    #: A later text gives another value of what changes.
    OUTDATED = "outdated"
    #: Nothing comparable, or not asserted.
    NOT_COVERED = "not_covered"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True)
class Interval:
    """Everything that a figure can stand for: ``14.3 billion`` is [14250000000, 14350000000)."""

    #: Where it begins, in base units; ``None`` where it is open below.
    low: Optional[Decimal]
    #: Whether the value where it begins belongs to it.
    low_closed: bool
    #: Where it ends; ``None`` where it is open above.
    high: Optional[Decimal]
    #: Whether the value where it ends belongs to it.
    high_closed: bool

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, (Decimal, int)):
            return False
        above = self.low is None or value > self.low or (self.low_closed and value == self.low)
        below = self.high is None or value < self.high or (self.high_closed and value == self.high)
        return above and below


@dataclass(frozen=True)
class Figure:
    """A figure as it stands in a text, and what it denotes. ``text[start:end] == quote``.

    Values are exact decimals in base units: ``Decimal(14300000000)`` for “$14.3bn”, ``Decimal(49)`` for “49%”; money
    that is written in a smaller unit counts the larger one (0.5 USD for “50 cents”).
    """

    #: Index of the first character: of the sign, or of the number with its unit; without the words of a hedge.
    start: int
    #: One past the last character.
    end: int
    #: The same with the hedge: “nearly $15 billion”, “500 or more”.
    outer_start: int
    #: One past the last character with the hedge.
    outer_end: int
    #: The figure as it is written.
    quote: str
    #: ``money``, ``percent``, ``percentage-point``, ``age``, ``count``, ``number``, ``fraction``, ``multiple``,
    #: ``duration``, ``year``, ``date``, ``dimension``, ``temperature``, ``ordinal`` or ``score``.
    kind: str
    #: The value as written, the lower one of a range; ``None`` for days.
    low: Optional[Decimal]
    #: The upper value of a range, else the same as ``low``.
    high: Optional[Decimal]
    #: ISO 4217 code of the currency, name of the unit in the singular, or the noun phrase that is counted; else empty.
    unit: str
    #: Which of these it is: ``currency``, ``unit``, ``noun`` or ``none``.
    measure: str
    #: The unit of a rate in the singular: ``share`` of “$70 a share”.
    per: Optional[str]
    #: The smaller unit that money is written in: ``cent``.
    minor: Optional[str]
    #: ``exact``, ``about``, ``nearly``, ``over``, ``under``, ``at least``, ``at most`` or ``up to``.
    modifier: str
    #: ``up`` or ``down`` for the size of a change.
    change: Optional[str]
    #: The days that it stands for, as data has them (``2025-06-13``, ``--06-13``); ``None`` for what is no day.
    dates: Optional[str]
    #: Everything that it can stand for, by its digits and its hedge; ``None`` for days.
    interval: Optional[Interval]
    #: Significant digits as written.
    digits: int

    @property
    def value(self) -> Optional[Decimal]:
        """The value, where it is one; ``None`` for ranges and days."""
        return self.low if self.low == self.high else None

    @classmethod
    def _of(cls, told: dict[str, Any]) -> "Figure":
        interval = told["interval"]
        if interval is not None:
            interval = Interval(
                _decimal(interval["low"]), interval["low_closed"], _decimal(interval["high"]), interval["high_closed"]
            )
        return cls(
            **{**told, "low": _decimal(told["low"]), "high": _decimal(told["high"]), "interval": interval},
        )


@dataclass(frozen=True)
class Claim:
    """A figure with what the text tells of it."""

    #: The figure; its places are those of the whole text.
    figure: Figure
    #: What it is about, in words: “Meta's investment in Scale AI”; empty where that is not certain.
    about: str
    #: Property, entity and object by their ids in the set; ``None`` where that is not certain.
    property: Optional[str]
    entity: Optional[str]
    object: Optional[str]
    #: When it is said to hold: ``no time said``, ``now``, ``was``, ``earlier``, ``another time``, or a period
    #: (``2025-06``, ``from 2024-01-01``).
    time: str
    #: ``asserted``, ``hypothetical``, ``denied``, ``corrected`` or ``questioned``.
    stance: str
    #: ``single``, ``part`` or ``cumulative``.
    scope: str


@dataclass(frozen=True)
class Reading:
    """An article as it is read."""

    #: The text that all places count in: what was handed over, or the text of its HTML.
    text: str
    #: The day that it speaks from, as far as it says.
    published: Optional[date]
    #: The language that it says it is in, where that is not English and its figures are not understood; else empty.
    foreign: str
    #: Its figures, in reading order.
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Place:
    """Where a figure stands. ``text[start:end] == quote``."""

    #: Index of its first character in the text of the report.
    start: int
    #: One past its last character.
    end: int
    #: The figure as it is written.
    quote: str


@dataclass(frozen=True)
class Source:
    """Who states something, as readers are shown it."""

    #: Who published it, or what it is and that it does not say who.
    publisher: str
    #: Its title.
    title: str
    #: Its date in words, or that it has none.
    date: str
    #: Its address, or empty.
    address: str
    #: The sentence in which it states the figure, where it is known; else empty.
    passage: str


@dataclass(frozen=True)
class Evidence:
    """A value with those who state it, another figure of the article, or arithmetic."""

    #: The value: “$14.3 billion”.
    value: str
    #: Whether it agrees with the figure.
    agrees: bool
    #: How it stands to the figure: “as on this page”.
    stand: str
    #: “By arithmetic: 49% of $29 billion is about $14.2 billion”; empty for what is stated.
    arithmetic: str
    #: Who states it.
    sources: tuple[Source, ...]
    #: Where it stands in the same text, for another figure of it.
    place: Optional[Place]


@dataclass(frozen=True)
class Finding:
    """What is said of one figure, in however many places it stands."""

    #: Where it stands, in reading order; for figures that cannot all be right, each of them.
    places: tuple[Place, ...]
    #: In how many places it stands.
    times: int
    #: What the evidence says.
    verdict: Verdict
    #: How much it matters.
    level: Level
    #: The verdict in a few words.
    label: str
    #: What the figure is about: “Meta's investment in Scale AI”, or empty.
    about: str
    #: Why, in one or two sentences.
    explanation: str
    #: What else is to be known of the evidence.
    notes: tuple[str, ...]
    #: What it was held against, in the order in which a reader wants to know it.
    evidence: tuple[Evidence, ...]
    #: The reason as data, as ``plumbline check --format json`` writes it: ``against`` is ``sources`` or ``article``.
    reason: dict[str, Any] = field(hash=False)


@dataclass(frozen=True)
class Summary:
    """How many figures were read, and what was found."""

    #: Figures read in the article.
    read: int
    #: Findings that are warned of; one error is one finding, in however many places it stands.
    warned: int
    #: Findings that are marked.
    marked: int
    #: Findings that every comparable source agrees with.
    supported: int
    #: Figures that were not compared.
    not_covered: int
    #: Figures that could be held against one another within the article.
    checked: int


@dataclass(frozen=True)
class Passed:
    """Figures that were read and not compared, for one reason."""

    #: The reason: “The article only supposes it”.
    why: str
    #: How many there are.
    count: int
    #: The first of them, as they are written.
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """What a check found."""

    #: The text that all places count in: what was handed over, or the text of its HTML.
    text: str
    #: The day that the article is read as of, as far as it is known.
    published: Optional[date]
    #: The language that it says it is in, where that is not English and nothing was read; else empty.
    foreign: str
    #: The counts.
    summary: Summary
    #: What is to be known before the findings; or empty.
    notice: str
    #: What was checked within the article, in words.
    inside: str
    #: With how many other articles it was compared, in words; or empty.
    beside: str
    #: What was found: what cannot all be right within the article first, then in reading order.
    findings: tuple[Finding, ...]
    #: How many findings there are beyond those.
    more: int
    #: Figures that were not compared, by the reason.
    passed: tuple[Passed, ...]

    @property
    def warned(self) -> tuple[Finding, ...]:
        """The findings that are warned of."""
        return tuple(finding for finding in self.findings if finding.level is Level.WARN)

    @property
    def marked(self) -> tuple[Finding, ...]:
        """The findings that are marked."""
        return tuple(finding for finding in self.findings if finding.level is Level.MARK)


@dataclass(frozen=True)
class Passage:
    """A figure of a reference text with its sentence. ``reference[start:end] == quote``."""

    #: Index of its first character in the reference text.
    start: int
    #: One past its last character.
    end: int
    #: The figure as it is written.
    quote: str
    #: The sentence in which it stands.
    sentence: str


@dataclass(frozen=True)
class Comparison:
    """What another text makes of a figure. ``text[start:end] == quote``."""

    #: Index of its first character.
    start: int
    #: One past its last character.
    end: int
    #: The figure as it is written.
    quote: str
    #: What the reference says of it.
    verdict: Verdict
    #: How much it matters.
    level: Level
    #: The figure of the reference that decides; ``None`` where nothing is comparable.
    against: Optional[Passage]


@dataclass(frozen=True)
class Statement:
    """What a source of a set states."""

    #: What it is about: “Meta's investment in Scale AI”.
    about: str
    #: The figure as the source writes it.
    quantity: str
    #: When it holds, as far as the source says; or empty.
    time: str
    #: ``normal``, ``slip`` (a slip of its source, which supports nothing) or ``hypothetical``.
    rank: str
    #: Index of its source in :attr:`plumbline.Set.sources`.
    source: int


@dataclass(frozen=True)
class SetSource:
    """A document of a set."""

    id: str
    publisher: str
    title: str
    #: ``YYYY-MM-DD``, ``YYYY-MM``, ``YYYY``, or empty.
    date: str
    address: str


@dataclass(frozen=True)
class Article:
    """An article of a library."""

    #: The number that it is removed by.
    number: int
    title: str
    #: Who published it, as far as it was said or its address says; or empty.
    publisher: str
    address: str
    #: The day that it speaks from, as far as it is known.
    published: Optional[date]
    #: Its paragraphs, parted by empty lines.
    text: str


def _decimal(value: Optional[str]) -> Optional[Decimal]:
    return None if value is None else Decimal(value)


def _day(label: str) -> Optional[date]:
    return date.fromisoformat(label) if label else None


def _place(told: Optional[dict[str, Any]]) -> Optional[Place]:
    return None if told is None else Place(**told)


def figures_of(told: str) -> list[Figure]:
    return [Figure._of(figure) for figure in json.loads(told)]


def reading_of(told: str, text: str) -> Reading:
    read = json.loads(told)
    claims = []
    for claim in read["claims"]:
        del claim["written"]
        claims.append(Claim(figure=Figure._of(claim.pop("quantity")), **claim))
    read_text = read["text"]
    return Reading(
        text=text if read_text is None else read_text,
        published=_day(read["published"]),
        foreign=read["foreign"],
        claims=tuple(claims),
    )


def _evidence(told: dict[str, Any]) -> Evidence:
    return Evidence(
        value=told["value"],
        agrees=told["agrees"],
        stand=told["stand"],
        arithmetic=told["arithmetic"],
        sources=tuple(Source(**source) for source in told["sources"]),
        place=_place(told["place"]),
    )


def _finding(told: dict[str, Any]) -> Finding:
    return Finding(
        places=tuple(Place(**place) for place in told["places"]),
        times=told["times"],
        verdict=Verdict(told["verdict"]),
        level=Level(told["level"]),
        label=told["label"],
        about=told["about"],
        explanation=told["explanation"],
        notes=tuple(told["notes"]),
        evidence=tuple(_evidence(line) for line in told["evidence"]),
        reason=told["reason"],
    )


def report_of(told: str, text: str) -> Report:
    report = json.loads(told)
    counts = report["summary"]
    report_text = report["text"]
    return Report(
        text=text if report_text is None else report_text,
        published=_day(report["published"]),
        foreign=report["foreign"],
        summary=Summary(
            read=counts["read"],
            warned=counts["warned"],
            marked=counts["marked"],
            supported=counts["supported"],
            not_covered=counts["notCovered"],
            checked=counts["checked"],
        ),
        notice=report["notice"],
        inside=report["inside"],
        beside=report["beside"],
        findings=tuple(_finding(finding) for finding in report["findings"]),
        more=report["more"],
        passed=tuple(
            Passed(why=line["why"], count=line["count"], figures=tuple(line["figures"])) for line in report["passed"]
        ),
    )


def comparisons_of(told: str) -> list[Comparison]:
    rows = []
    for row in json.loads(told):
        against = row.pop("against")
        rows.append(
            Comparison(
                start=row["start"],
                end=row["end"],
                quote=row["quote"],
                verdict=Verdict(row["verdict"]),
                level=Level(row["level"]),
                against=None if against is None else Passage(**against),
            )
        )
    return rows


def article_of(number: int, told: dict[str, Any]) -> Article:
    return Article(
        number=number,
        title=told["title"],
        publisher=told["publisher"],
        address=told["address"],
        published=_day(told["published"]),
        text=told["text"],
    )
