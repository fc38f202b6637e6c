"""The cases: what their figures say is loaded, relations are proposed, and every sentence of ``expected`` must hold."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from paradero.ledger import figures_from_toml, proposed, reconcile, series
from tests.ledger.expectations import Answer, bare, day_of, equations, numbers, sentences, unmet, worked

SHARED = Path(__file__).parents[3] / "shared" / "cases"
OWN = Path(__file__).parent / "cases"
FILES = [*sorted(SHARED.glob("*.toml")), *sorted(OWN.glob("*.toml"))]
# The legs of an exchange are the exchange account's; only their numbers are asked for here.
LEGS = "legs"

_here = pytest.mark.skipif(not SHARED.exists(), reason="the shared cases are not here")


@cache
def case(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def told() -> list[Any]:
    """Return every sentence of every case, with its file and key."""
    every = [(path, key, text) for path in FILES for key, text in sentences(case(path)["expected"])]
    return [pytest.param(*one, id=f"{one[0].stem}-{one[1]}-{at}") for at, one in enumerate(every)]


def answer(path: Path, key: str, sentence: str) -> Answer:
    figures, problems = figures_from_toml(path.read_text(encoding="utf-8"), path.name)
    assert problems == ()
    relations, problems = proposed(figures)
    assert problems == ()
    accounts, problems = reconcile(figures, relations, known_on=day_of(key, sentence))
    assert problems == ()
    return Answer({one.id: one for one in figures}, relations, accounts, series(figures, relations))


@_here
def test_the_shared_cases_are_read() -> None:
    assert len(list(SHARED.glob("*.toml"))) >= 4


@pytest.mark.parametrize(("path", "key", "sentence"), told())
def test_every_number_of_a_sentence_is_in_the_answer(path: Path, key: str, sentence: str) -> None:
    given = answer(path, key, sentence)
    found = given.numbers() | {
        int(e.written) for s in given.series for t in s.steps for e in t.said if e.written.isdigit()
    }
    assert numbers(bare(sentence, set(given.figures))) - found == set()


@pytest.mark.parametrize(("path", "key", "sentence"), told())
def test_every_equation_of_a_sentence_is_in_a_working(path: Path, key: str, sentence: str) -> None:
    given = answer(path, key, sentence)
    assert [one for one in equations(sentence) if not worked(given, one)] == []


@pytest.mark.parametrize(("path", "key", "sentence"), told())
def test_every_verdict_of_a_sentence_is_in_the_answer(path: Path, key: str, sentence: str) -> None:
    asked, lacking = unmet(answer(path, key, sentence), sentence)
    assert lacking == []
    assert asked > 0 or key == LEGS, "a sentence that says nothing that is checked"


@_here
@pytest.mark.parametrize(
    "false",
    [
        "137 + 100 = 237 : flights-15-march agrees with its parts",
        "137 + 101 = 239 : flights-15-march agrees with its parts",
        "252 (Venezuela) against about 238 (two officials): differ by 13",
        "8 unnamed",
        "at least 253 (United Nations) agrees with 252",
        "flights-15-march: 238 by two sides",
        "rubio-10: 10 said by Bukele alone",
        "two characterisations of one movement, not 504 persons",
    ],
)
def test_a_false_sentence_is_not_in_the_answer(false: str) -> None:
    given = answer(SHARED / "swap_2025.toml", "", false)
    asked, lacking = unmet(given, false)
    assert asked > 0
    assert lacking or any(not worked(given, one) for one in equations(false))
