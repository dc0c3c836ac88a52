"""One text at a time, from a person's side: shapes, offsets, errors, threads."""

from __future__ import annotations

import dataclasses
import pickle
import threading
import time
from datetime import date
from decimal import Decimal

import plumbline
import pytest
from plumbline import Level, Library, PlumblineError, Set, Verdict
from tables import ROOT

DEAL = "# Meta buys in\n\nMeta is ploughing 14.8 billion US dollars into Scale AI. 🚢 It gets 49% of Scale AI."
FERRY = "Ferry sinks off Orrin\n\nLena Marsh, 36, was pulled from the water off Orrin by the crew of the Petrel on Thursday."
OTHER = "The Selkie is lost\n\nThe crew of the Petrel saved Lena Marsh, 34, off Orrin on Thursday. The Selkie had left Orrin."


def test_a_figure_says_what_it_denotes():
    (figure,) = plumbline.figures("🚢 It was sold for nearly £4.5m.")
    assert (figure.value, figure.unit, figure.measure, figure.modifier) == (
        Decimal(4_500_000), "GBP", "currency", "nearly",
    )  # fmt: skip
    assert "🚢 It was sold for nearly £4.5m."[figure.outer_start : figure.outer_end] == "nearly £4.5m"
    assert Decimal(4_400_000) in figure.interval and Decimal(5_000_000) not in figure.interval


def test_offsets_are_those_of_python_strings():
    report = plumbline.check(DEAL, published="2025-06-13")
    assert report.text is DEAL
    quotes = [DEAL[place.start : place.end] for finding in report.findings for place in finding.places]
    assert quotes == ["14.8 billion US dollars", "49%"]


def test_a_warning_has_its_evidence_and_the_arithmetic():
    report = plumbline.check(DEAL, published=date(2025, 6, 13))
    (finding,) = report.warned
    assert finding.verdict is Verdict.DISPUTED and finding.about == "Meta's investment in Scale AI"
    assert finding.evidence[0].value == "$14.3 billion" and not finding.evidence[0].agrees
    assert any("49% of $29 billion" in line.arithmetic for line in finding.evidence)
    assert report.published == date(2025, 6, 13) and report.summary.warned == 1


def test_what_cannot_be_right_within_an_article_points_at_each_place():
    html = "<p>The council met on Wednesday, 3 March 2026, in the old 🏛 hall.</p>"
    report = plumbline.check(html, html=True, only_article=True)
    (finding,) = report.warned
    assert finding.verdict is Verdict.AT_ODDS and finding.reason["tie"] == "weekday"
    assert [report.text[place.start : place.end] for place in finding.places] == ["Wednesday", "3 March 2026"]


def test_a_reading_says_whose_figure_it_is_and_when():
    text = "Meta was said to have put $14.3 billion into Scale AI in 2025."
    (claim, *_) = plumbline.read(text).claims
    assert (claim.property, claim.entity, claim.object) == ("investment", "meta", "scale-ai")
    assert text[claim.figure.start : claim.figure.end] == "$14.3 billion"


def test_articles_in_other_languages_are_left_alone_and_named():
    report = plumbline.check("Die Fähre in Orrin trug 340 Leute und sank.", language="de")
    assert report.foreign == "de" and report.findings == ()


@pytest.mark.parametrize(
    ("work", "says"),
    [
        (lambda: plumbline.check(DEAL, published="soon"), "“soon” is no day: write YYYY-MM-DD"),
        (lambda: plumbline.compare("5", "6", reference_published="2025-02-30"), "write YYYY-MM-DD"),
        (lambda: Library().add(DEAL, published="13.06.2025"), "write YYYY-MM-DD"),
        (lambda: Set(ROOT / "nowhere"), "nowhere"),
        (lambda: Set._unpack(b"no set"), "reference set"),
        (lambda: Library._restore("{}\n"), "line 1"),
        (lambda: plumbline.check(DEAL, only_article=True, set=Set()), "only_article"),
        (lambda: plumbline.figures("\ud800"), "surrogate"),
    ],
)
def test_errors_say_what_to_do(work, says):
    with pytest.raises(ValueError, match=says):
        work()


def test_bytes_are_refused_for_what_is_no_text():
    with pytest.raises(TypeError, match="str"):
        plumbline.figures(b"$5")


def test_a_set_can_be_looked_at_and_sent():
    bundled = Set()
    sent = pickle.loads(pickle.dumps(bundled))
    assert sent.name == bundled.name and sent.statements == bundled.statements
    assert len(sent.sources) == 5 and all(0 <= line.source < 5 for line in sent.statements)
    assert plumbline.check(DEAL, set=sent) == plumbline.check(DEAL, set=bundled)


def test_a_set_of_ones_own_is_read_and_its_problems_are_named(tmp_path):
    folder = next(path.parent for path in sorted((ROOT / "reference").rglob("set.toml")))
    assert Set.verify(folder) == []
    assert Set(folder).statements == Set().statements
    (tmp_path / "set.toml").write_text('nam = "A set"\n')
    assert any("set.toml" in problem for problem in Set.verify(tmp_path))
    with pytest.raises(PlumblineError, match="set.toml"):
        Set(tmp_path)


def test_a_library_is_what_articles_are_held_against(tmp_path):
    library = Library()
    number = library.add(FERRY, published="2024-05-02", publisher="Orrin Gazette")
    assert library.add("Nothing is counted here.") is None
    (finding,) = plumbline.check(OTHER, published="2024-05-02", library=library).findings
    assert (finding.level, finding.evidence[0].sources[0].publisher) == (Level.WARN, "Orrin Gazette") or (
        finding.level is Level.MARK and finding.evidence[0].sources[0].publisher == "Orrin Gazette"
    )
    library.save(tmp_path / "library.jsonl")
    again = Library.load(tmp_path / "library.jsonl")
    assert [article.text for article in again] == [article.text for article in library]
    assert plumbline.check(OTHER, published="2024-05-02", library=again).findings == (finding,)
    assert number in library and len(library) == 1
    library.remove(number)
    assert number not in library and len(library) == 0
    with pytest.raises(KeyError):
        library.remove(number)


def test_values_are_frozen_dataclasses_that_can_be_hashed():
    report = plumbline.check(DEAL)
    assert dataclasses.is_dataclass(report) and len({*report.findings}) == len(report.findings)
    with pytest.raises(dataclasses.FrozenInstanceError):
        report.more = 5


def test_other_threads_run_while_a_text_is_read():
    long = (DEAL + "\n\n") * 3_000
    begun, done = threading.Event(), threading.Event()

    def work():
        begun.set()
        plumbline.figures(long[:10])
        plumbline._native.figures(long)
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    begun.wait()
    steps = 0
    while not done.is_set():
        steps += 1
        time.sleep(0.001)
    thread.join()
    assert steps > 3
