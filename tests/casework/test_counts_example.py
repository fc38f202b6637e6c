"""The counts of real and example reports about one exchange, read by either engine: who says how many of whom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from paradero.casework import Counts, add, counts, new, read
from paradero.intake import GivenByPerson
from paradero.ledger import Account
from tests.casework.material import ANA
from tests.store.material import Clock

EXAMPLE = Path(__file__).parents[2] / "src" / "paradero" / "examples" / "swap"
REAL = Path(__file__).parents[3] / "shared" / "reports" / "three_state_swap.txt"


@pytest.fixture(scope="module", params=["rules", "classifier"])
def known(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counts]:
    given = {
        EXAMPLE / "report.txt": GivenByPerson(published="2025-07-19", publisher="Meridian"),
        EXAMPLE / "communique.txt": GivenByPerson(published="2025-07-18", publisher="Government of Venezuela"),
        REAL: GivenByPerson(published="2025-07-19", publisher="The Telegraph"),
    }
    with new(tmp_path_factory.mktemp("example") / "case", ANA, Clock()) as casebook:
        for path, what in given.items():
            if path.exists():
                add(casebook, [path], what, ANA)
        read(casebook, engine=request.param, actor=ANA)
        yield counts(casebook)


def agreement(known: Counts, number: int) -> Account:
    (one,) = [
        account
        for account in known.accounts
        if account.kind == "same" and number in [known.by_id[id].figure.figure.value for id in account.figures]
    ]
    return one


def test_the_two_numbers_of_the_venezuelans_differ_by_fourteen(known: Counts) -> None:
    account = agreement(known, 252)
    assert account.verdict == "differs"
    assert account.text.startswith("differs by 14: 252 - ~238 = ~14")
    assert "Government of Venezuela" in account.voices
    days = {str(known.by_id[id].figure.said_on) for id in account.figures}
    assert days == {"2025-07-18", "2025-07-19"}


def test_a_number_that_nobody_gave_contradicts_none(known: Counts) -> None:
    account = agreement(known, 252)
    silent = [known.by_id[id] for id in account.silent] + list(known.alone)
    assert "hundreds" in [one.figure.figure.written for one in silent]
    assert all(one.figure.figure.value is None for one in silent)
    assert account.never_added is not None
    numbers = [known.by_id[id].figure.figure.value for id in account.figures]
    assert account.never_added == sum(number for number in numbers if number is not None)


def test_ten_americans_are_one_set_on_which_all_agree(known: Counts) -> None:
    account = agreement(known, 10)
    assert account.verdict == "consistent"
    expected = {"Marco Rubio", "Meridian"} | ({"State Department", "The Telegraph"} if REAL.exists() else set())
    assert set(account.voices) == expected


def test_political_prisoners_without_a_number_are_not_lost(known: Counts) -> None:
    alone = [one for one in known.alone if "political prisoners" in one.figure.about]
    assert alone
    assert not any(one.figure.known for one in alone)
    assert {one.figure.speaker for one in alone} == {"Nayib Bukele"}
