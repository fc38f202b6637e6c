"""The algebra of intervals and accounts, and claims that contradict themselves: problems with codes, never a crash."""

from __future__ import annotations

import time
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.ledger import AttributedFigure, Interval, Relation, interval, proposed, reconcile, series
from paradero.ledger.intervals import UNKNOWN
from paradero.ledger.relations import KINDS
from paradero.model import OPERATORS, Figure
from paradero.model.vocabulary import codes

numbers = st.integers(0, 300)
said = st.one_of(
    st.just(Figure(None, None)),
    st.builds(Figure, st.sampled_from(OPERATORS), numbers, st.sampled_from(["persons", "names"])),
)
ABOUT = [
    "prisoners",
    "prisoners, first stage",
    "part of f1: women",
    "part of f1: men",
    "prisoners who refused",
    "all, in all",
]
STATES = sorted(codes("figure_states"))
IDS = [f"f{at}" for at in range(8)]


@st.composite
def figures(draw: st.DrawFn) -> list[AttributedFigure]:
    """Draw up to eight figures with ids from a few, so that relations between them hit."""
    days = st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2025, 1, 5)))
    return [
        AttributedFigure(
            name,
            draw(st.sampled_from(["A", "B", "C"])),
            draw(st.sampled_from(ABOUT)),
            draw(st.sampled_from(STATES)),
            draw(said),
            draw(days),
        )
        for name in draw(st.lists(st.sampled_from(IDS), unique=True))
    ]


some_ids = st.lists(st.sampled_from(IDS), max_size=4).map(tuple)
relations = st.lists(
    st.builds(
        Relation,
        st.sampled_from(KINDS),
        st.sampled_from(["", *IDS]),
        some_ids,
        of_rest=st.sampled_from([(), ("f0",)]),
        rest=st.sampled_from(["", "f1"]),
        complete=st.booleans(),
    ),
    max_size=6,
)


@given(said, numbers)
def test_an_interval_holds_what_its_figure_admits(figure: Figure, number: int) -> None:
    held = interval(figure, Fraction(1, 20)).meets(Interval.exactly(number))
    admitted = figure.admits(number, 0.05)
    near = (
        figure.operator == "~"
        and figure.value is not None
        and abs(abs(number - figure.value) * 20 - figure.value) < 1e-6
    )
    assert held is (admitted is None or admitted) or near


@given(said, said, numbers, numbers)
def test_a_sum_holds_the_sums_of_what_its_terms_hold(one: Figure, other: Figure, first: int, second: int) -> None:
    mine, theirs = interval(one), interval(other)
    if mine.meets(Interval.exactly(first)) and theirs.meets(Interval.exactly(second)):
        assert (mine + theirs).meets(Interval.exactly(first + second))
        assert (mine - theirs).meets(Interval.exactly(first - second))


@given(said, said, said)
def test_sums_do_not_hang_on_the_order(one: Figure, two: Figure, three: Figure) -> None:
    a, b, c = interval(one), interval(two), interval(three)
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)
    assert a + Interval.exactly(0) == a


@given(said)
def test_unknown_stays_unknown(figure: Figure) -> None:
    assert interval(figure) + UNKNOWN == UNKNOWN
    assert interval(figure) - UNKNOWN == UNKNOWN


@given(figures(), relations, st.randoms())
@settings(max_examples=200, deadline=None)
def test_the_order_of_figures_and_relations_makes_no_difference(
    every: list[AttributedFigure], claimed: list[Relation], random: object
) -> None:
    shuffled, turned = list(every), list(claimed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert reconcile(every, claimed) == reconcile(shuffled, turned)
    assert {one.id for one in proposed(every)[0]} == {one.id for one in proposed(shuffled)[0]}


@given(figures(), relations, st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2025, 1, 5))))
@settings(max_examples=200, deadline=None)
def test_any_claims_give_accounts_or_problems(
    every: list[AttributedFigure], claimed: list[Relation], day: date | None
) -> None:
    accounts, problems = reconcile(every, claimed, known_on=day)
    assert all(one.figures for one in accounts)
    assert all(one.code and one.message and one.hint for one in problems)
    series(every, claimed)


@given(figures())
@settings(max_examples=200, deadline=None)
def test_what_is_proposed_can_be_worked_out(every: list[AttributedFigure]) -> None:
    found, problems = proposed(every)
    assert problems == ()
    assert [one for one in reconcile(every, found)[1] if one.code != "figure_day_unknown"] == []


@given(figures())
@settings(max_examples=100, deadline=None)
def test_a_relay_changes_nothing_but_the_relays(every: list[AttributedFigure]) -> None:
    found, _ = proposed(every)
    before, _ = reconcile(every, found)
    for one in every:
        again = AttributedFigure("again", one.speaker, one.about, one.state, one.figure, one.said_on, relay="outlet")
        after, problems = reconcile([*every, again], [*found, Relation("relays", one.id, ("again",))])
        assert problems == reconcile(every, found)[1]
        assert [a.text for a in after] == [b.text for b in before]
        assert [a.figures for a in after] == [b.figures for b in before]


def figure(
    name: str, value: int, about: str = "prisoners", day: date | None = None, speaker: str = "A"
) -> AttributedFigure:
    return AttributedFigure(name, speaker, about, "released", Figure("=", value), day)


TRIO = [figure("a", 1), figure("b", 2), figure("c", 3)]


@pytest.mark.parametrize(
    ("claimed", "code"),
    [
        ([Relation("parts", "a", ("a", "b"))], "figure_contains_itself"),
        ([Relation("parts", "a", ("b",)), Relation("parts", "b", ("a",))], "relations_circular"),
        (
            [Relation("parts", "a", ("b",)), Relation("minus", "b", ("c",)), Relation("names", "c", ("a",))],
            "relations_circular",
        ),
        ([Relation("replaces", "a", ("b",)), Relation("replaces", "b", ("a",))], "relations_circular"),
        ([Relation("parts", "a", ("b", "b"))], "figure_counted_twice"),
        ([Relation("parts", "a", ("x",))], "relation_figure_unknown"),
        ([Relation("parts", "a")], "relation_incomplete"),
        ([Relation("cousins", "a", ("b",))], "relation_kind_unknown"),  # type: ignore[arg-type]
        ([Relation("relays", "a", ("b",))], "relay_differs"),
    ],
)
def test_claims_that_cannot_be_are_problems(claimed: list[Relation], code: str) -> None:
    accounts, problems = reconcile(TRIO, claimed)
    assert {one.code for one in problems} == {code}
    assert [one.kind for one in accounts if one.kind in ("parts", "minus", "names")] == []


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf")])
def test_a_figure_that_is_no_number_of_a_set_is_a_problem(value: float) -> None:
    wrong = AttributedFigure("w", "A", "prisoners", "released", Figure("=", value))
    accounts, problems = reconcile([*TRIO, wrong], [Relation("same", parts=("a", "b"))])
    assert [one.code for one in problems] == ["figure_number"]
    assert [one.kind for one in accounts if "w" in one.figures] == []


def test_codes_that_no_vocabulary_holds_are_told_as_they_are() -> None:
    odd = AttributedFigure("o", "A", "prisoners", "released", Figure("=", 1, "camels"))
    accounts, problems = reconcile([*TRIO, odd], [Relation("same", parts=("a", "o"))])
    assert problems == ()
    assert [one.reason.code for one in accounts if one.kind == "same" and one.reason] == ["other_unit"]


def test_what_hangs_on_a_circle_and_is_not_on_it_is_worked_out() -> None:
    circle = [Relation("parts", "a", ("b",)), Relation("parts", "b", ("a",))]
    accounts, _ = reconcile(TRIO, [*circle, Relation("minus", "c", ("a",))])
    assert [one.kind for one in accounts if one.kind != "one_voice"] == ["minus"]


def test_two_figures_with_one_id_are_a_problem_whatever_their_order() -> None:
    one, other = figure("a", 1), figure("a", 2)
    forth, back = reconcile([one, other], []), reconcile([other, one], [])
    assert forth == back
    assert [problem.code for problem in forth[1]] == ["figure_id_repeated"]


@pytest.mark.parametrize("values", [lambda at: 300, lambda at: at])
def test_ten_thousand_figures_about_one_set_take_under_a_second(values: object) -> None:
    start = date(2025, 1, 1)
    many = [
        figure(f"f{at}", values(at), day=start + timedelta(at % 300), speaker=f"speaker {at % 2000}")  # type: ignore[operator]
        for at in range(10_000)
    ]
    begun = time.perf_counter()
    found, _ = proposed(many)
    accounts, problems = reconcile(many, found)
    took = time.perf_counter() - begun
    assert problems == ()
    assert any(one.kind == "same" for one in accounts)
    assert took < 5  # a second on a machine that does nothing else


def test_ten_thousand_sets_in_different_words_are_told_of() -> None:
    many = [
        figure(f"f{at}", at, about=f"prisoners of camp number {at} called Camp{'x' * (at % 7)}{at}")
        for at in range(10_000)
    ]
    found, problems = proposed(many)
    assert [one.code for one in problems] == ["too_many_sets"]
    assert [one for one in found if one.kind == "same"] == []
