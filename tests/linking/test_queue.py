"""Which pair is judged next: what is least certain and decides most, some by chance, nothing that follows already."""

from __future__ import annotations

import pyarrow as pa
import pytest

from paradero.linking import Queue, no_pairs, register
from tests.linking.test_register import say

KNOWN = register([])


def queue(*pairs: tuple[str, str, float]) -> Queue:
    one, other, probability = zip(*pairs, strict=True)
    return Queue(pa.table({"one": one, "other": other, "probability": probability}))


def asked(of: Queue, known: object = KNOWN, seen: tuple[tuple[str, str], ...] = ()) -> list[str]:
    return [one.one + one.other for one in of.in_order(known, seen)]  # type: ignore[arg-type]


def test_the_least_certain_pair_comes_first() -> None:
    of = queue(("a", "b", 0.99), ("c", "d", 0.5), ("e", "f", 0.02), ("g", "h", 0.8))
    assert asked(of) == ["cd", "gh", "ef", "ab"]
    assert of.first(KNOWN)[0].worth == pytest.approx(1.0)  # one bit, which decides one pair


def test_a_pair_that_decides_more_comes_before_one_that_is_less_certain() -> None:
    of = queue(("a", "x", 0.9), ("c", "d", 0.5), ("a", "b", 0.99), ("x", "y", 0.99), ("x", "z", 0.99))
    known = register([say("same", "a", "b"), say("same", "x", "y", day=1), say("same", "x", "z", day=2)])
    first = of.first(known)[0]
    assert (first.one, first.other) == ("a", "x")  # two records of one and three of the other: six pairs
    assert first.worth == pytest.approx(6 * 0.469, rel=0.01)


def test_what_follows_from_judgements_is_not_asked() -> None:
    of = queue(("a", "b", 0.5), ("b", "c", 0.5), ("a", "c", 0.5), ("c", "d", 0.5), ("b", "d", 0.5))
    known = register([say("same", "a", "b"), say("same", "b", "c", day=1), say("different", "a", "d", day=2)])
    assert asked(of, known) == []
    assert of.left(known) == 0
    assert sorted(asked(of, register([say("different", "a", "d")]))) == ["ab", "ac", "bc", "bd", "cd"]


def test_a_person_who_stands_in_no_proposal_by_their_first_record_is_known_all_the_same() -> None:
    of = queue(("b", "d", 0.5))
    known = register([say("same", "a", "b"), say("different", "a", "d", day=1)])
    assert asked(of, known) == []


def test_what_somebody_has_seen_is_not_asked_again() -> None:
    of = queue(("a", "b", 0.5), ("c", "d", 0.5))
    assert asked(of, seen=(("b", "a"),)) == ["cd"]


def test_a_pair_that_needs_another_reviewer_is_as_open_as_can_be() -> None:
    of = queue(("a", "b", 0.999), ("c", "d", 0.6))
    known = register([say("same", "a", "b")], reviewers=2)
    assert asked(of, known) == ["ab", "cd"]


def test_each_tenth_is_drawn_by_chance_and_every_pair_comes_once() -> None:
    of = queue(*((f"a{n}", f"b{n}", 0.01 + n / 110) for n in range(100)))
    given = list(of.in_order(KNOWN))
    assert [place for place, one in enumerate(given, 1) if one.drawn == "chance"] == list(range(10, 101, 10))
    assert len({(one.one, one.other) for one in given}) == 100
    assert [one.one for one in of.in_order(KNOWN)] == [one.one for one in given]
    assert of.first(KNOWN, asked=9)[0].drawn == "chance"


def test_what_chance_draws_does_not_hang_on_the_score() -> None:
    of = queue(*((f"a{n}", f"b{n}", 0.99 if n % 2 else 0.5) for n in range(2000)))
    drawn = [one.probability for one in of.in_order(KNOWN) if one.drawn == "chance"][:100]
    assert 30 < sum(score > 0.9 for score in drawn) < 70


def test_without_proposals_nothing_waits() -> None:
    assert (len(Queue(no_pairs())), asked(Queue(no_pairs()))) == (0, [])
