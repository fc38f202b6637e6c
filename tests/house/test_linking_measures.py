"""The measures of bench/linking themselves, and its gate: clusters, blocks, answer sheets, floors."""

from __future__ import annotations

import numpy as np
import pytest

from bench.linking import gate, sets
from bench.linking.lists import sheet, told, two_lists
from bench.linking.measures import among, joined, numbered, quality, true_pairs

PERSONS = numbered("aaabbc")


@pytest.mark.parametrize(
    ("clusters", "precision", "recall", "b_cubed"),
    [
        ("xxxyyz", 1.0, 1.0, 1.0),  # all right
        ("uvwxyz", 0.0, 0.0, 2 * 0.5 / 1.5),  # nobody linked: each row finds itself among its fellows
        ("xxxxxx", 4 / 15, 1.0, 2 * (14 / 36) / (50 / 36)),  # everybody linked
        ("xxyzzw", 1.0, 2 / 4, 2 * (14 / 18) / (32 / 18)),  # one of three apart
    ],
)
def test_clusters_are_scored(clusters: str, precision: float, recall: float, b_cubed: float) -> None:
    scored = quality(PERSONS, numbered(clusters))
    assert (scored.precision, scored.recall) == pytest.approx((precision, recall))
    assert scored.b_cubed == pytest.approx(b_cubed)


def test_nothing_to_link_scores_nothing() -> None:
    assert quality(numbered(""), numbered("")).f == 0.0
    assert len(true_pairs(numbered("abc"))) == 0


def test_pairs_of_one_person_wherever_the_rows_stand() -> None:
    assert sorted(map(tuple, true_pairs(numbered("abacba")).tolist())) == [(0, 2), (0, 5), (1, 4), (2, 5)]


def test_a_pair_is_compared_whichever_row_comes_first() -> None:
    wanted, compared = np.array([[0, 2], [1, 4]]), np.array([[2, 0], [1, 3], [0, 2]])
    assert among(wanted, compared, 5) == 1
    assert among(wanted, np.zeros((0, 2), np.int64), 5) == 0


def test_rows_hang_together_by_pairs() -> None:
    assert joined(6, [(4, 2), (2, 0), (5, 3)]).tolist() == [0, 1, 0, 3, 0, 3]


def test_an_answer_sheet_is_scored_against_the_truth() -> None:
    of_a = np.array([True, True, True, False, False])
    given, true = sheet(of_a, numbered("xxyxz")), sheet(of_a, numbered("xvvxv"))
    assert given.on_b == {0: (3,), 1: (3,), 2: ()}
    assert (given.twice, true.twice) == ({1: 0}, {2: 1})
    assert told(given, true) == {
        "held on B, rightly": 1,
        "held on B, wrongly": 1,  # as somebody else
        "not on B, wrongly": 1,
        "twice on A, rightly": 0,
        "twice on A, wrongly": 1,
        "twice on A, missed": 1,
    }


def test_two_lists_are_the_same_for_the_same_seed() -> None:
    one, again = two_lists(300, seed=3), two_lists(300, seed=3)
    assert one.table.equals(again.table)
    assert set(one.table["list"].to_pylist()) == {"A", "B"}
    assert len(set(one.table["id"].to_pylist())) == one.table.num_rows == len(one.person)


FLOORS: dict[str, dict[str, float | str]] = {"rl10000": {"digest": "d", "F": 97.7, "B-cubed": 99.8}}


@pytest.fixture
def _fixed_digest(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr(gate, "digest", lambda file: "d")
    monkeypatch.setattr(sets, "files", lambda: {"rl10000": tmp_path})


@pytest.mark.usefixtures("_fixed_digest")
@pytest.mark.parametrize(
    ("figure", "value", "faults"),
    [
        ("F", 97.7, 0),  # at the floor
        ("F", 97.66, 0),  # rounding
        ("F", 97.6, 1),  # below it
        ("F", 99.0, 0),  # above it
        ("new", 99.0, 1),  # without a floor
    ],
)
def test_a_figure_below_its_floor_is_a_fault(figure: str, value: float, faults: int) -> None:
    assert len(gate.faults({"rl10000": {figure: value}}, FLOORS)) == faults


@pytest.mark.usefixtures("_fixed_digest")
def test_raising_never_lowers() -> None:
    written = gate.raised({"rl10000": {"F": 90.0, "B-cubed": 99.9}}, FLOORS)
    assert "F = 97.7" in written
    assert "B-cubed = 99.9" in written
