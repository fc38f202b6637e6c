"""A long text: read block by block while it is being encoded, with the same answers as a short one's way of reading."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from paradero.intake import GivenByPerson, parse
from paradero.machine import processors, share
from paradero.reading import read
from paradero.reading.engines import encoder, one_pass
from paradero.reading.engines.classifier import DATA, Classifier, Words, attributions_of
from paradero.reading.engines.encoder import Encoder, windows
from paradero.reading.engines.one_pass import OnePass
from paradero.reading.engines.trained import TrainedEngine
from paradero.text.en.dates import times
from paradero.text.en.numbers import figures

_SAYINGS = (
    "Governor Ana Ruiz said on Monday that {n} fishermen were being held in Port Lena.",
    "“We released {n} of the 41 sailors last week,” said Admiral Oto Reva. “The others are on trial.”",
    "The families deny it. The union says {n} men were handed over on 3 March 2024 on the orders of the court.",
    "At most {n} prisoners were moved to Zubara two days later, and about a dozen were sentenced.",
)
TEXT = "\n\n".join(_SAYINGS[i % 4].format(n=i + 2) for i in range(60))
# One paragraph that is longer than a window, between two that are not.
WIDE = "\n\n".join((_SAYINGS[0].format(n=3), " ".join(s.format(n=7) for s in _SAYINGS * 4), _SAYINGS[1].format(n=5)))


@pytest.fixture
def all_processors() -> Iterator[None]:
    yield
    share(1)


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text is long, and few windows are encoded ahead."""
    monkeypatch.setattr(encoder, "LONG", 2)
    monkeypatch.setattr(encoder, "AHEAD", 3)


def _statements(monkeypatch: pytest.MonkeyPatch, threads: int) -> list[Any]:
    monkeypatch.setattr(encoder, "processors", lambda: threads)
    document, problems = parse(TEXT.encode(), "report.txt", GivenByPerson(published="2025-07-19", language="en"))
    assert problems == ()
    return list(read(document, engine=TrainedEngine())[0])


@pytest.mark.usefixtures("long")
def test_statements_are_the_same_on_any_number_of_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = _statements(monkeypatch, 1)
    assert len(alone) > 40
    for threads in (2, 3):
        found = _statements(monkeypatch, threads)
        assert found == alone
        assert [s.id for s in found] == [s.id for s in alone]


@pytest.mark.parametrize("text", [TEXT, WIDE, "", "\n\n", "Ten men were held."])
def test_block_by_block_is_as_all_at_once(text: str) -> None:
    words = Words.load(DATA)
    whole = Encoder(DATA).read(text)
    classifier = Classifier()
    begun = classifier.begin(text)
    assert classifier.told(begun) == attributions_of(whole, text, words)
    assert begun.done == len(whole.pieces)


@pytest.mark.usefixtures("long")
def test_rows_that_are_not_held_any_more_are_encoded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_pass, "HELD", 300)
    whole = Encoder(DATA).read(TEXT)
    begun = Classifier().begin(TEXT)
    total = len(whole.pieces)
    for first, end in ((total - 20, total), (0, 30), (200, 700), (total - 400, total), (5, 6)):
        assert np.array_equal(begun.tags_of(first, end), whole.tags[first:end])
        assert np.array_equal(begun.roles_of(first, end), whole.roles[first:end])
    assert sum(len(block.tags) for block in begun.held) < 300 + encoder.WINDOW < total / 2


@pytest.mark.usefixtures("long")
def test_not_all_windows_are_held_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "processors", lambda: 2)
    done: list[int] = []
    run = Encoder.answer

    def counted(*given: Any) -> Any:
        done.append(1)
        return run(*given)

    monkeypatch.setattr(Encoder, "answer", counted)
    read_by = Encoder(DATA)
    pieces = read_by.pieces(TEXT)
    for taken, _ in enumerate(read_by.answers(pieces)):
        assert len(done) <= taken + 1 + encoder.AHEAD
    assert len(done) == len(list(windows(pieces))) > 2 * encoder.AHEAD


def test_only_what_is_asked_for_is_encoded() -> None:
    begun = OnePass(TEXT, Encoder(DATA), Words.load(DATA))
    begun.until(1)
    assert 0 < begun.done < len(begun.pieces) / 2
    spans, projections = begun.spans()
    assert [len(rows) for rows in projections] == [len(spans[kind]) for kind in (3, 2, 3, 1, 2)]


@pytest.mark.usefixtures("all_processors")
def test_processes_that_read_at_a_time_share_the_processors() -> None:
    all_of_them = processors()
    share(all_of_them)
    assert processors() == 1
    share(all_of_them + 5)
    assert processors() == 1
    share(1)
    assert processors() == all_of_them


@pytest.mark.parametrize("find", [figures, times])
def test_a_stretch_is_read_the_same_wherever_it_stands(find: Any) -> None:
    ends = list(itertools.accumulate(len(p) + 2 for p in TEXT.split("\n\n")))
    for start, end in itertools.pairwise([0, *ends]):
        alone = [(f.start, f.end, f.written) for f in find(TEXT[start:end])]
        assert [(f.start - start, f.end - start, f.written) for f in find(TEXT, start, end)] == alone
        assert all(TEXT[f.start : f.end] == f.written for f in find(TEXT, start, end))
