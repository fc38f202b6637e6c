from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paradero.casework import standing
from paradero.casework.standing import in_force
from paradero.model import Judgement, Statement
from tests.store.material import document, statement

WRONG = statement(document())
RIGHT = statement(document(), act="transferred")


def made(*said: tuple[str, str, int | None]) -> list[Judgement]:
    """Make judgements from (decision, by, number of the judgement withdrawn)."""
    judgements: list[Judgement] = []
    for number, (decision, by, withdrawn) in enumerate(said):
        about = WRONG.id if withdrawn is None else judgements[withdrawn].id
        replacement = RIGHT.id if decision == "corrects" else ""
        judgements.append(Judgement(decision, (about,), by, "Because.", f"2025-07-19T12:00:{number:02}Z", replacement))
    return judgements


A, R, C, W = "accepts", "rejects", "corrects", "withdraws"


@pytest.mark.parametrize(
    ("said", "wrong", "right", "contested"),
    [
        ([], "unjudged", "unjudged", False),  # nobody has looked
        ([(A, "Ana", None)], "accepted", "unjudged", False),
        ([(R, "Ana", None)], "rejected", "unjudged", False),
        ([(C, "Ana", None)], "corrected", "accepted", False),  # what it is replaced by is accepted with it
        ([(C, "Ana", None), (W, "Ana", 0)], "unjudged", "withdrawn", False),  # and goes with it
        ([(A, "Ana", None), (R, "Ana", None)], "rejected", "unjudged", False),  # she changed her mind
        ([(A, "Ana", None), (R, "Bruno", None)], "rejected", "unjudged", True),  # they do not agree
        ([(R, "Ana", None), (R, "Bruno", None)], "rejected", "unjudged", False),  # they do
        ([(A, "Ana", None), (R, "Bruno", None), (W, "Bruno", 1)], "accepted", "unjudged", False),  # back to the first
        ([(A, "Ana", None), (W, "Bruno", 0)], "unjudged", "unjudged", False),  # withdrawn by another person
        ([(A, "Ana", None), (W, "Ana", 0), (W, "Ana", 1)], "accepted", "unjudged", False),  # a withdrawal withdrawn
    ],
)
def test_how_statements_stand(said: list[tuple[str, str, int | None]], wrong: str, right: str, contested: bool) -> None:
    stand = standing([WRONG, RIGHT], made(*said))
    assert (stand[WRONG.id].status, stand[RIGHT.id].status) == (wrong, right)
    assert stand[WRONG.id].contested is contested


@given(st.lists(st.tuples(st.sampled_from([A, R, C]), st.sampled_from(["Ana", "Bruno"]), st.none()), max_size=6))
def test_withdrawing_the_last_judgement_brings_back_what_was_before(said: list[tuple[str, str, int | None]]) -> None:
    statements: list[Statement] = [WRONG]
    before = standing(statements, made(*said))
    judgements = made(*said, (A, "Carla", None), (W, "Carla", len(said)))
    assert standing(statements, judgements)[WRONG.id] == before[WRONG.id]
    assert len(in_force(judgements)) == len(said) + 1
