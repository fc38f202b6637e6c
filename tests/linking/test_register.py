"""Who is who follows from judgements alone: joined, parted, withdrawn, contradicting, as known on a day."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paradero.linking import register
from paradero.model import Judgement

DAYS = [f"2025-07-{day:02d}T09:00:00Z" for day in range(1, 29)]


def say(decision: str, *about: str, by: str = "Ana", day: int = 0) -> Judgement:
    return Judgement(decision, about, by, "seen in both lists", DAYS[day])


def test_same_joins_through_others() -> None:
    found = register([say("same", "c", "b"), say("same", "a", "b", day=1), say("same", "x", "y", day=2)])
    assert found.persons == (("a", "b", "c"), ("x", "y"))
    assert found.same("a", "c")
    assert not found.same("a", "x")
    assert found.same("alone", "alone")
    assert found.contradictions == ()


def test_different_alone_joins_and_parts_nobody() -> None:
    found = register([say("different", "a", "b"), say("unsure", "c", "d")])
    assert found.persons == ()
    assert found.different == (("a", "b"),)
    assert found.waiting == (("c", "d"),)


def test_a_later_judgement_of_the_same_person_replaces_the_earlier() -> None:
    first, then = say("same", "a", "b"), say("different", "b", "a", day=1)
    assert register([first, then]).persons == ()
    assert register([first, then]).contradictions == ()
    assert register([first, then], known_on="2025-07-01").persons == (("a", "b"),)


def test_a_withdrawal_undoes_and_can_be_undone() -> None:
    first = say("same", "a", "b")
    undone = say("withdraws", first.id, day=1)
    again = say("withdraws", undone.id, day=2)
    assert register([first, undone]).persons == ()
    assert register([first, undone, again]).persons == (("a", "b"),)
    assert register([first, undone, again], known_on="2025-07-02").persons == ()


def test_two_people_who_disagree_are_a_contradiction() -> None:
    yes, no = say("same", "a", "b"), say("different", "a", "b", by="Bruno", day=1)
    found = register([yes, no])
    assert found.persons == ()
    assert [one.judgements for one in found.contradictions] == [(yes.id, no.id)]


def test_a_ring_that_contradicts_is_shown_with_its_steps() -> None:
    ring = [say("same", "a", "b"), say("same", "b", "c", day=1), say("same", "c", "d", day=2)]
    parting = say("different", "a", "d", by="Bruno", day=3)
    found = register([*ring, parting, say("same", "x", "y", day=4)])
    assert found.persons == (("x", "y"),)  # of those who are contested nobody is joined
    (one,) = found.contradictions
    assert one.records == ("a", "d")
    assert one.judgements == (*(step.id for step in ring), parting.id)


def test_two_reviewers_where_two_are_asked_for() -> None:
    one, other = say("same", "a", "b"), say("same", "a", "b", by="Bruno", day=1)
    assert register([one], reviewers=2).persons == ()
    assert register([one], reviewers=2).waiting == (("a", "b"),)
    assert register([one, say("same", "a", "b", day=2)], reviewers=2).persons == ()  # one person twice is one
    assert register([one, other], reviewers=2).persons == (("a", "b"),)


def test_judgements_about_statements_and_of_one_record_do_not_count() -> None:
    found = register([say("accepts", "a"), say("same", "a", "a", day=1), say("rejects", "b", day=2)])
    assert (found.persons, found.contradictions, found.waiting) == ((), (), ())


SAID = st.tuples(
    st.sampled_from(["same", "different", "unsure"]),
    st.sampled_from("abcdef"),
    st.sampled_from("abcdef"),
    st.sampled_from(["Ana", "Bruno"]),
    st.integers(0, 27),
)


@given(st.lists(SAID, max_size=14, unique_by=lambda said: said[4]), st.randoms())
def test_the_algebra(said: Sequence[tuple[str, str, str, str, int]], chance: object) -> None:
    judgements = [say(decision, one, other, by=by, day=day) for decision, one, other, by, day in said]
    found = register(judgements)
    assert register(judgements[::-1]) == found
    members = [record for person in found.persons for record in person]
    assert len(members) == len(set(members))  # nobody is two persons
    contested = {record for one in found.contradictions for record in one.records}
    assert not contested & set(members)
    for one in found.contradictions:  # what is taken back is as if it had never been said
        later = Judgement("withdraws", one.judgements, "Ana", "taken back", "2025-08-01T09:00:00Z")
        assert one not in register([*judgements, later]).contradictions


@pytest.mark.parametrize("many", [2000])
def test_a_chain_of_thousands(many: int) -> None:
    chain = [
        Judgement("same", (f"r{n:05d}", f"r{n + 1:05d}"), "Ana", "seen", f"2025-07-01T{n:08d}") for n in range(many)
    ]
    (person,) = register(chain).persons
    assert len(person) == many + 1
