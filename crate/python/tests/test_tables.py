"""What Rust reads and finds by its case tables, Python does too."""

from __future__ import annotations

import tomllib
from decimal import ROUND_HALF_EVEN, Decimal
from html import escape

import plumbline
from plumbline import Level, Verdict
from tables import ROOT, lines


def short(value: Decimal) -> str:
    """A value as the tables write it: four decimals at most, thousands parted where there are more than four digits."""
    few = value.quantize(Decimal("0.0001"), ROUND_HALF_EVEN) if value.as_tuple().exponent < -4 else value
    if abs(few) < Decimal("0.01") and value:
        few = Decimal(f"{value:.4g}")
    text = format(few.normalize(), "f")
    sign, text = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, decimals = text.partition(".")
    return sign + (f"{int(whole):,}".replace(",", "_") if len(whole) > 4 else whole) + point + decimals


def interval(known: plumbline.Interval) -> str:
    if known.low is not None and known.low == known.high:
        return short(known.low)
    low = "(−∞" if known.low is None else ("[" if known.low_closed else "(") + short(known.low)
    high = "∞)" if known.high is None else short(known.high) + ("]" if known.high_closed else ")")
    return f"{low}, {high}"


def written(figure: plumbline.Figure) -> str:
    """A figure as the tables write it."""
    if figure.dates is not None:
        value = figure.dates
    elif figure.low == figure.high:
        value = short(figure.low)
    else:
        value = f"{short(figure.low)}…{short(figure.high)}"
    line = f"[{figure.quote}] {figure.kind.replace('-', '')} {value}"
    unit = f"“{figure.unit}”" if figure.measure == "noun" else figure.unit
    if figure.measure == "currency" and figure.per:
        unit = f"{unit} per {figure.per}"
    if unit:
        line += f" {unit}"
    signs = [sign for sign in ("" if figure.modifier == "exact" else figure.modifier, figure.change) if sign]
    if signs:
        line += f" ({', '.join(signs)})"
    return line if figure.interval is None else f"{line} {{{interval(figure.interval)}}}"


def told(figures: list[plumbline.Figure]) -> str:
    return " ; ".join(written(figure) for figure in figures) or "∅"


def test_every_figure_is_read_as_the_table_says():
    wrong = []
    for name, text, expected in lines("crate/core/tests/figures/cases.tsv", 3):
        figures = plumbline.figures(text)
        assert all(text[figure.start : figure.end] == figure.quote for figure in figures), name
        if told(figures) != expected:
            wrong.append((name, told(figures), expected))
    assert wrong == []


def test_what_is_read_by_the_place_of_a_page_is_read_as_the_table_says():
    wrong = []
    for name, place, text, expected in lines("crate/core/tests/figures/places.tsv", 4):
        found = told(plumbline.figures(text, url=place, language=place))
        if found != expected:
            wrong.append((name, found, expected))
    assert wrong == []


def test_texts_are_compared_as_the_table_says():
    wrong = []
    for name, warned, _, false, reference, text, day, there in lines("crate/core/tests/compare/cases.tsv", 8):
        found = plumbline.compare(text, reference, published=day or None, reference_published=there or None)
        assert all(text[row.start : row.end] == row.quote for row in found), name
        against = [row.against for row in found if row.against is not None]
        assert all(reference[passage.start : passage.end] == passage.quote for passage in against), name
        quotes = [row.quote for row in found if row.level is Level.WARN]
        expected = [quote for quote in [*warned.split("|"), *false.split("|")] if quote]
        if quotes != expected:
            wrong.append((name, quotes, expected))
    assert wrong == []


def page(text: str) -> str:
    """The page of a text of the table of what cannot be right within an article."""
    html, rows = [], []

    def table() -> None:
        if rows:
            cells = ("".join(f"<td>{escape(cell.strip())}</td>" for cell in row.split("|")) for row in rows)
            html.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
            rows.clear()

    for block in (block.strip() for block in text.split("¶")):
        if block.startswith("|"):
            rows.append(block[1:])
            continue
        table()
        tags = (("##", "h2"), ("#", "h1"), ("^", "figcaption"), ("", "p"))
        sign, tag = next((sign, tag) for sign, tag in tags if block.startswith(sign))
        html.append(f"<{tag}>{escape(block[len(sign):].strip())}</{tag}>")
    table()
    return "<article>" + "".join(html) + "</article>"


def test_what_must_stay_silent_within_an_article_does():
    wrong = []
    for name, day, text, expected in lines("crate/core/tests/inside/cases.tsv", 4):
        if expected == "∅":
            report = plumbline.check(
                page(text), html=True, only_article=True, published=None if day == "-" else day
            )
            if report.findings:
                wrong.append((name, [finding.explanation for finding in report.findings]))
    assert wrong == []


def test_what_cannot_be_right_within_an_article_is_found():
    wrong = []
    for name, day, text, expected in lines("crate/core/tests/inside/cases.tsv", 4):
        if expected == "∅":
            continue
        report = plumbline.check(page(text), html=True, only_article=True, published=None if day == "-" else day)
        places = [place for finding in report.findings for place in finding.places]
        assert all(report.text[place.start : place.end] == place.quote for place in places), name
        levels = sorted(
            str(Level.MARK if conflict.endswith("(nearly)") else Level.WARN) for conflict in expected.split(" ; ")
        )
        found = sorted(str(finding.level) for finding in report.findings)
        quotes = {place.quote for place in places}
        if found != levels or any(f"[{quote}]" not in expected for quote in quotes):
            wrong.append((name, found, levels, quotes))
    assert wrong == []


def verdicts() -> list[dict]:
    tables = (ROOT / "crate/bundled/tests/verdicts").glob("*.toml")
    return [case for table in sorted(tables) for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]]


def test_figures_get_the_level_that_the_tables_say():
    wrong = []
    for case in verdicts():
        signs = (("# ", "h1"), ("## ", "h2"), ("- ", "li"), ("", "p"))
        html = []
        for line in filter(None, case["text"].splitlines()):
            sign, tag = next((sign, tag) for sign, tag in signs if line.startswith(sign))
            html.append(f"<{tag}>{escape(line[len(sign):])}</{tag}>")
        report = plumbline.check(
            "<article>" + "".join(html) + "</article>",
            html=True,
            title=case.get("title"),
            language=case.get("language"),
            published=case.get("published", "2025-06-20"),
        )
        expected = case.get("now", {}) if "known" in case else case
        # What is at odds within the article has cases of its own.
        findings = [finding for finding in report.findings if finding.verdict is not Verdict.AT_ODDS]
        for level in (Level.WARN, Level.MARK):
            places = [place for finding in findings if finding.level is level for place in finding.places]
            quotes = [place.quote for place in sorted(places, key=lambda place: place.start)]
            if quotes != expected.get(str(level), []):
                wrong.append((case["name"], str(level), quotes, expected.get(str(level), [])))
    assert wrong == []
