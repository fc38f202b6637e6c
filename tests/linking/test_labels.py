"""What people decided against the scores: shares with intervals, and weights that follow decisions."""

from __future__ import annotations

import pyarrow as pa
import pytest

from paradero.linking import Calibrated, TooFewLabels, bands, fitted, labels, link, wilson
from tests.linking.tables import crowd, people
from tests.linking.test_register import say


def test_the_interval_is_that_of_wilson() -> None:
    low, high = wilson(8, 10)
    assert low == pytest.approx(0.4902, abs=0.0001)  # worked by hand
    assert high == pytest.approx(0.9433, abs=0.0001)
    assert wilson(0, 10)[0] == 0.0
    assert wilson(10, 10)[1] == pytest.approx(1.0)


def test_bands_hold_every_pair_once() -> None:
    scores = [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1.0, 0.05, 0.999]
    found = bands((score, score >= 0.5) for score in scores)
    assert sum(one.judged for one in found) == len(scores)
    assert [one.judged for one in found] == [2, 1, 1, 1, 1, 1, 3]
    assert (found[-1].same, found[-1].precision) == (3, 1.0)
    assert found[0].expected == pytest.approx(0.05)
    assert bands([])[0].precision is None
    assert bands([])[0].interval is None


def test_people_who_disagree_give_no_label_and_a_policy_gives_none() -> None:
    said = [
        say("same", "a", "b"), say("different", "a", "b", by="Bruno"),
        say("same", "c", "d"), say("same", "c", "d", by="Bruno", day=1),
        say("different", "e", "f"), say("unsure", "g", "h"), say("same", "i", "j", by="policy: document_number"),
    ]  # fmt: skip
    assert labels(said, apart_from=("policy: document_number",)) == {("c", "d"): True, ("e", "f"): False}


FAMILIES = "rivas soto brito pena luna mora".split()


def pairs(many: int) -> pa.Table:
    """Twice so many people on two lists, each once with a birth date and once with another."""
    rows = [{**row, "family": FAMILIES[number % len(FAMILIES)]} for number, row in enumerate(crowd(many))]
    late = [f"{int(str(row['birth_date'])[:4]) + 2}-12-30" for row in rows]
    twice = [
        {**row, "id": f"{row['id']} again", "list": "B", "birth_date": day} for row, day in zip(rows, late, strict=True)
    ]
    return people(*({**row, "list": "A"} for row in rows), *twice)


def test_weights_follow_what_reviewers_decide() -> None:
    """Where births differ and people are the same all the same, births come to count for less."""
    links = link(pairs(80))
    told = {(f"crowd {n}", f"crowd {n} again"): True for n in range(40)}
    told |= {(f"crowd {n}", f"crowd {n + 1} again"): False for n in range(40)}
    fit = fitted(links, told)
    assert fit.factors["birth"] < 0.9
    assert fit.after < fit.before
    assert (fit.labels, fit.same) == (80, 40)
    other = Calibrated(links, fit)
    pair = ("crowd 60", "crowd 60 again")
    assert other.explain(*pair).probability > links.explain(*pair).probability
    why = other.explain(*pair)
    assert sum(one.bits for one in why.reasons) == pytest.approx(why.bits, abs=0.01)
    told_again = {(one["one"], one["other"]): one["probability"] for one in other.pairs.to_pylist()}
    assert told_again[pair] == pytest.approx(why.probability, abs=0.001)


def test_without_surprise_weights_stay_near_those_shipped() -> None:
    rows = crowd(80)
    links = link(people(*rows, *({**row, "id": f"{row['id']} again", "list": "B"} for row in rows)))
    told = {(f"crowd {n}", f"crowd {n} again"): True for n in range(25)}
    told |= {(f"crowd {n}", f"crowd {n + 1} again"): False for n in range(25)}
    fit = fitted(links, told)
    assert all(0.8 < factor < 1.2 for factor in fit.factors.values()), fit


def test_few_labels_fit_nothing() -> None:
    links = link(pairs(30))
    with pytest.raises(TooFewLabels, match="19 pairs are judged one person and 0 two"):
        fitted(links, {(f"crowd {n}", f"crowd {n} again"): True for n in range(19)})


def test_labels_of_rows_that_are_gone_are_left_out() -> None:
    with pytest.raises(TooFewLabels, match="0 pairs are judged one person"):
        fitted(link(pairs(3)), {("gone", "crowd 1"): True})
