"""The index of a casebook: as it grows it equals one built anew, and parts of the ledger answer as the whole does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from paradero.casework import Casebook, ledger_of, new
from paradero.casework.ledger import LedgerOf
from paradero.casework.ledger.indexing import bring_up_to_date, index_of
from paradero.casework.ledger.parts import About, ledger_about
from paradero.store import Index
from tests.casework.histories import History
from tests.casework.material import ANA
from tests.store.material import Clock


@pytest.fixture
def history(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[History]:
    with new(tmp_path / "case", ANA, Clock()) as casebook:
        yield History(casebook, tmp_path, random.Random(request.param))


def _same_index(casebook: Casebook, anew: Path) -> None:
    """Hold the index that has grown against one built from the beginning."""
    anew.unlink(missing_ok=True)
    fresh = Index(anew)
    bring_up_to_date(casebook, fresh)
    with index_of(casebook) as index:
        assert index is not None
        assert index.content() == fresh.content()
    fresh.close()


def _part(casebook: Casebook, about: About, whole: LedgerOf) -> LedgerOf:
    part = ledger_about(casebook, about, whole.known_on, whole.said_by, whole_below=0)
    assert part.complete is not None
    assert set(part.complete) <= set(whole.ledger.subjects)
    for id in part.complete:
        assert part.ledger.subjects[id] == whole.ledger.subjects[id]
        assert part.ledger.movements[id] == whole.ledger.movements[id]
        assert part.ledger.chains[id] == whole.ledger.chains[id]
    return part


def _same_answers(history: History, known_on: str, said_by: date | None) -> None:
    """Hold the answers of parts against those of the whole."""
    whole = ledger_of(history.casebook, known_on, said_by)
    every = list(whole.ledger.subjects)
    for id in history.chance.sample(every, min(8, len(every))):
        part = _part(history.casebook, About((id,)), whole)
        assert part.complete is not None
        assert id in part.complete
    part = _part(history.casebook, About(exchanges=True), whole)
    assert part.ledger.exchanges == whole.ledger.exchanges
    for one in whole.ledger.exchanges:
        assert part.ledger.accounts(one) == whole.ledger.accounts(one)
        assert part.ledger.compared(one) == whole.ledger.compared(one)


@pytest.mark.parametrize("history", range(12), indirect=True)
def test_parts_answer_as_the_whole_and_the_index_grows_as_it_is_built(history: History, tmp_path: Path) -> None:
    for _ in range(25):
        history.step()
        _same_index(history.casebook, tmp_path / "anew.sqlite")
    _same_answers(history, "", None)
    for moment in history.chance.sample(history.moments, 2):
        _same_answers(history, moment, None)
    _same_answers(history, "", date(2025, 7, 19))
