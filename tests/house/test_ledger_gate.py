"""The gate of the ledger's kernels itself: below a floor and above a ceiling fail, and raising never goes back."""

from __future__ import annotations

import tomllib

import pytest

from bench.ledger import gate
from bench.ledger.census import RATIOS

SWEEP, MB = "census, DuckDB's sweep", "MB"
FLOORS: gate.Pinned = {"stays": {"digest": "d"}, "floors": {SWEEP: 19.0}, "ceilings": {MB: 200.0}}


@pytest.mark.parametrize(
    ("fast", "most", "faults"),
    [
        (19.0, 200.0, 0),  # at both
        (30.0, 100.0, 0),  # better than both
        (18.9, 100.0, 1),  # slower
        (30.0, 200.1, 1),  # larger
        (18.9, 200.1, 2),
    ],
)
def test_what_falls_below_its_floor_or_rises_above_its_ceiling_is_a_fault(
    fast: float, most: float, faults: int
) -> None:
    assert len(gate.faults(FLOORS, "d", {SWEEP: fast}, {MB: most})) == faults


def test_other_stays_and_a_figure_without_a_bound_are_faults() -> None:
    assert gate.faults(FLOORS, "other", {}, {}) == ["the stays are not those of the floors; measure anew"]
    assert "is not among the floors" in gate.faults(FLOORS, "d", {"new": 5.0}, {})[0]
    assert "is not among the ceilings" in gate.faults(FLOORS, "d", {}, {"new": 5.0})[0]


def test_raising_never_lowers_a_floor_and_never_lifts_a_ceiling() -> None:
    worse = tomllib.loads(gate.raised(FLOORS, "d", {SWEEP: 10.0}, {MB: 900.0}))
    assert (worse["floors"], worse["ceilings"]) == ({SWEEP: 19.0}, {MB: 200.0})
    better = tomllib.loads(gate.raised(FLOORS, "d", {SWEEP: 100.0, "new": 5.0}, {MB: 50.0}))
    assert better["floors"] == {SWEEP: 100.0 * gate.SLACK, "new": 5.0 * gate.SLACK}
    assert better["ceilings"] == {MB: 50.0 * gate.ROOM}


def test_every_ratio_that_is_measured_has_a_floor() -> None:
    pinned = tomllib.loads(gate.FLOORS.read_text(encoding="utf-8"))
    assert set(pinned["floors"]) == set(RATIOS) - {"census, DuckDB's range join"}
    assert all(float(bound) > 1 for bound in pinned["floors"].values()), "slower than what it is measured against"
