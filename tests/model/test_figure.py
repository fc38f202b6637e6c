from __future__ import annotations

import pytest

from paradero.model import Figure, InvalidValue


@pytest.mark.parametrize(
    ("figure", "number", "expected"),
    [
        (Figure("=", 252), 252, True),  # exactly
        (Figure("=", 252), 238, False),
        (Figure(">", 250), 250, False),  # more than does not include the number
        (Figure(">=", 245), 252, True),  # at least
        (Figure("<=", 40), 40, True),  # up to
        (Figure("<", 50), 50, False),  # fewer than
        (Figure("~", 238), 252, False),  # about, with no tolerance given, is nothing but the number
        (Figure("=", 10, high=12), 11, True),  # a range holds what lies within
        (Figure("=", 10, high=12), 13, False),
        (Figure(None, None, written="a considerable number"), 0, None),  # unknown is not zero
    ],
)
def test_what_a_figure_admits(figure: Figure, number: int, expected: bool | None) -> None:
    assert figure.admits(number) is expected


def test_about_admits_within_the_stated_tolerance() -> None:
    assert Figure("~", 238).admits(252, tolerance=0.06) is True


def test_a_number_nobody_gave_is_unknown() -> None:
    assert not Figure(None, None).known
    assert Figure("=", 0).known


@pytest.mark.parametrize("kwargs", [{"operator": "=", "value": None}, {"operator": None, "value": 3}])
def test_operator_and_value_come_together(kwargs: dict[str, object]) -> None:
    with pytest.raises(InvalidValue, match="or neither"):
        Figure(**kwargs)  # type: ignore[arg-type]


def test_a_range_cannot_run_backwards() -> None:
    with pytest.raises(InvalidValue, match="from 12 to 10"):
        Figure("=", 12, high=10)
