"""The gate of reading itself: a figure below its floor fails, and floors only rise."""

from __future__ import annotations

import pytest

from bench.reading import gate


@pytest.fixture(autouse=True)
def _fixed_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "digest", lambda folder: "d")


CORPUS = "polnear dev"
FLOORS: dict[str, dict[str, float | str]] = {
    CORPUS: {"digest": "d", "classifier relation F": 74.0, "rules relation F": 61.9}
}


@pytest.mark.parametrize(
    ("name", "value", "faults"),
    [
        ("rules relation F", 61.9, 0),  # at the floor
        ("rules relation F", 61.86, 0),  # rounding
        ("rules relation F", 61.8, 1),  # below it
        ("rules relation F", 70.0, 0),  # above it
        ("classifier relation F", 73.6, 0),  # another kind of processor
        ("classifier relation F", 73.4, 1),  # another reader
    ],
)
def test_a_figure_below_its_floor_is_a_fault(name: str, value: float, faults: int) -> None:
    assert len(gate.faults({CORPUS: {name: value}}, FLOORS)) == faults


def test_a_figure_without_a_floor_and_other_annotations_are_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "has no floor" in gate.faults({CORPUS: {"new F": 50.0}}, FLOORS)[0]
    monkeypatch.setattr(gate, "digest", lambda folder: "other")
    assert "not those of the floors" in gate.faults({CORPUS: {"classifier relation F": 99.0}}, FLOORS)[0]


def test_raising_never_lowers() -> None:
    written = gate.raised({CORPUS: {"classifier relation F": 60.0}}, FLOORS)
    assert '"classifier relation F" = 74.0' in written
    written = gate.raised({CORPUS: {"classifier relation F": 75.5}}, FLOORS)
    assert '"classifier relation F" = 75.5' in written
