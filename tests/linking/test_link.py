"""`link` as a whole: clusters, pairs and explanations, whatever the order of the rows, and whatever the rows hold."""

from __future__ import annotations

import random
from itertools import combinations

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.linking import spanish
from bench.linking.sets import PERSON
from paradero import machine
from paradero.linking import UnknownRow, WrongTable, link
from tests.linking.tables import crowd, people, together
from tests.linking.test_pairs import ONE, TWO

DAY = {"birth_date": "1983-05-09"}
THREE: list[dict[str, object]] = [
    {"id": "1", "list": "A", "name": "José Gregorio Ochoa Vélez", "birth_date": "1997-03-02", "birth_place": "Zulia"},
    {"id": "2", "list": "B", "name": "OCHOA VELEZ, Jose G.", "age": 27, "age_on": "2025-03-16", "birth_place": "Lara"},
    {"id": "3", "list": "C", "name": "Josè Ochoa", "birth_date": "1997-02-03"},
]


def test_rows_of_one_person_are_gathered() -> None:
    table = people(*THREE, *crowd(200))
    links = link(table)
    assert together(links.clusters.to_pylist(), table["id"].to_pylist()) == {frozenset("123")}
    pairs = links.pairs.to_pylist()
    assert {frozenset((pair["one"], pair["other"])) for pair in pairs if pair["probability"] > 0.5} >= {frozenset("12")}
    assert [pair["probability"] for pair in pairs] == sorted((pair["probability"] for pair in pairs), reverse=True)


def test_the_order_of_rows_changes_nothing() -> None:
    rows = [*THREE, *crowd(200)]
    one, other = link(people(*rows)), link(people(*reversed(rows)))
    ids = [row["id"] for row in rows]
    assert together(one.clusters.to_pylist(), ids) == together(other.clusters.to_pylist(), ids[::-1])
    assert one.needed == pytest.approx(other.needed, rel=0.001)  # strangers are drawn in the order of the words


def test_the_processors_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    table = people(*THREE, *crowd(2500))  # more rows than are all compared with each other
    before = link(table)
    monkeypatch.setattr(machine, "_sharing", 1000)
    after = link(table)
    assert after.pairs.equals(before.pairs)
    assert after.clusters.equals(before.clusters)


@pytest.mark.parametrize(("one", "other"), [("1", "2"), ("1", "3"), ("2", "crowd 7"), ("crowd 1", "crowd 21")])
def test_reasons_add_up(one: str, other: str) -> None:
    links = link(people(*THREE, *crowd(200)))
    told = links.explain(one, other)
    assert sum(reason.bits for reason in told.reasons) == pytest.approx(told.bits, abs=0.01)
    pair = next((p for p in links.pairs.to_pylist() if {p["one"], p["other"]} == {one, other}), None)
    if pair is not None:
        assert told.probability == pytest.approx(pair["probability"], abs=0.001)


def test_no_two_rows_with_a_chance_are_left_out() -> None:
    """What is left out at a glance is what would have come to nothing, word by word."""
    others: list[dict[str, object]] = [dict(one) for row in [*ONE, *TWO] for one in row]
    rows = [{**row, "id": str(number)} for number, row in enumerate([*others, *crowd(20)])]
    some = spanish.people(60, seed=2).drop([PERSON])
    table = pa.concat_tables([people(*rows), some], promote_options="permissive")
    links = link(table)
    proposed = {frozenset((pair["one"], pair["other"])) for pair in links.pairs.to_pylist()}
    for one, other in combinations(table["id"].to_pylist(), 2):
        told = links.explain(one, other)
        assert sum(reason.bits for reason in told.reasons) == pytest.approx(told.bits, abs=0.02)
        assert (told.probability > 0.011) <= (frozenset((one, other)) in proposed)


@pytest.mark.parametrize("wrong", [1, 2])
def test_words_with_wrong_letters_are_never_passed_over(wrong: int) -> None:
    """Words told as alike are weighed as alike: the sum, taken at a glance first, holds nothing against them."""
    chance = random.Random(wrong)
    rows: list[dict[str, object]] = []
    for number, name in enumerate(spanish.SURNAMES):
        letters = list(name.lower())
        for _ in range(wrong):
            place = chance.randrange(len(letters))
            letters[place : place + chance.randint(0, 1)] = chance.choice(["", *"abcdefghijklmnopqrstuvwxyz"])
        rows += [{"id": f"{number} {one}", "name": f"{one} Kessel"} for one in (name, "".join(letters) or "x")]
    links = link(people(*rows))
    for first, second in zip(rows[::2], rows[1::2], strict=True):
        told = links.explain(str(first["id"]), str(second["id"]))
        left = [reason for reason in told.reasons if "” against “" in reason.words]
        assert left or not [reason for reason in told.reasons if "may be relatives" in reason.words], str(told)


def test_an_explanation_says_what_speaks_for_and_against() -> None:
    told = str(link(people(*THREE, *crowd(200))).explain("1", "2"))
    for words in ("“ochoa” stands in both", "have the same initial", "the place of birth differs", "by age or date"):
        assert words in told


def test_within_keeps_groups_apart() -> None:
    same = {"name": "Irma Kessel Ibarra", **DAY}
    links = link(people({**same, "within": "x"}, {**same, "within": "x"}, {**same, "within": "y"}))
    assert links.clusters.to_pylist() == ["a", "a", "c"]


def test_a_list_of_its_own_weighs_but_does_not_bind() -> None:
    twice: dict[str, object] = {"name": "Irma Kessel Ibarra", **DAY, "list": "A"}
    both = [{**row, "id": f"{row['id']} {roll}", "list": roll} for row in crowd(100) for roll in "AB"]
    links = link(people(twice, twice, *both))
    assert links.needed[1] > links.needed[0] + 3
    assert links.clusters[0] == links.clusters[1]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (pa.table({"name": ["Ana"]}), "no column `id`"),
        (pa.table({"id": ["1"]}), "no names"),
        (pa.table({"id": ["1", "1"], "name": ["Ana", "Eva"]}), "`1` stands twice"),
        (pa.table({"id": ["1", None], "name": ["Ana", "Eva"]}), "has no id"),
        (pa.table({"id": ["1"], "name": ["Ana"], "shoe size": [39]}), "`shoe size`"),
        (pa.table([["1"], ["Ana"], ["Eva"]], names=["id", "name", "name"]), "Two columns"),
    ],
)
def test_a_wrong_table_is_refused(table: pa.Table, words: str) -> None:
    with pytest.raises(WrongTable, match=words):
        link(table)


def test_an_id_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownRow, match="'z'"):
        link(people({"name": "Ana"})).explain("a", "z")


def test_no_rows_and_one_row() -> None:
    empty = pa.table({"id": pa.array([], pa.string()), "name": pa.array([], pa.string())})
    assert link(empty).clusters.to_pylist() == []
    assert link(people({"name": "Ana Orduna"})).clusters.to_pylist() == ["a"]


def test_what_is_not_told_joins_nobody() -> None:
    links = link(people({"name": None}, {"name": "  "}, {"name": "—"}, {"name": "de la", **DAY}, {"name": None, **DAY}))
    assert links.clusters.to_pylist() == ["a", "b", "c", "d", "e"]


def test_impossible_values_are_no_evidence() -> None:
    one = people({"name": "Ana Orduna", "age": 254, "age_on": "2025"}, {"name": "Eva Trillo", "birth_date": "soon"})
    assert link(one).pairs.num_rows == 0
    words = people({"name": "Ana Orduna", "age": "x", "age_on": "2025"}, {"name": "Ana Orduna", "birth_date": "1990"})
    assert "birth" not in {reason.piece for reason in link(words).explain("a", "b").reasons}


def test_a_name_repeated_forty_thousand_times() -> None:
    rows = 40_000
    names = ["Juan Pérez"] * rows + [f"{row['given']} {row['family']} {n}" for n, row in enumerate(crowd(2000))]
    table = pa.table({"id": [str(number) for number in range(len(names))], "name": names})
    links = link(table)
    assert links.compared < 40 * rows
    assert len(set(links.clusters.to_pylist()[:rows])) == rows  # the commonest name alone is no evidence


NAME = st.text(max_size=30)
DATE = st.one_of(st.none(), st.dates().map(str), st.text(max_size=12))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.one_of(st.none(), NAME), DATE, st.one_of(st.none(), st.integers(-5, 300))), max_size=12))
def test_anything_can_stand_in_a_row(rows: list[tuple[str | None, str | None, int | None]]) -> None:
    columns = {"name": [row[0] for row in rows], "birth_date": [row[1] for row in rows]}
    table = pa.table(
        {
            "id": pa.array([str(number) for number in range(len(rows))], pa.string()),
            **{name: pa.array(values, pa.string()) for name, values in columns.items()},
            "age": pa.array([row[2] for row in rows], pa.int64()),
            "age_on": pa.array(["2025"] * len(rows), pa.string()),
        }
    )
    links = link(table)
    assert len(links.clusters) == len(rows)
    for pair in links.pairs.to_pylist()[:3]:
        told = links.explain(pair["one"], pair["other"])
        assert sum(reason.bits for reason in told.reasons) == pytest.approx(told.bits, abs=0.02)
