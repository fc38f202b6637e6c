"""What every linking engine does alike: one table of behaviours, run on each engine whose extra is installed.

Spark is left out where PySpark or Java is missing: docs/linking.md names the command that runs it.
"""

from __future__ import annotations

import sys
import tempfile
from functools import cache
from pathlib import Path

import pyarrow as pa
import pytest

from paradero import machine
from paradero.linking import ENGINES, LinkerMissing, Proposals, UnknownLinker, UnknownRow, WrongTable, lacking, link_by
from tests.linking.tables import crowd, people, together

DAY = {"birth_date": "1983-05-09"}
CASE: list[dict[str, object]] = [
    {"id": "1", "list": "A", "name": "José Gregorio Ochoa Vélez", "birth_date": "1997-03-02", "birth_place": "Zulia"},
    {"id": "2", "list": "B", "name": "OCHOA VELEZ, José Gregorio", "age": 28, "age_on": "2025-03-16", "sex": "M"},
    {"id": "3", "list": "A", "name": "Irma Kessel Ibarra", **DAY, "within": None, "nationality": "VE", "sex": "F"},
    {"id": "4", "list": "B", "given": "Irma", "family": "Kessel Ibarra", **DAY, "nationality": "ve", "document": "77"},
    {"id": "5", "list": "B", "name": "Tomasz Wrona", **DAY, "residence": "Łódź", "occupation": "smith", "sex": "M"},
    {"id": "odd " * 3, "list": "B", "name": "Celia Zambrano Prado", "birth_date": "1971-13-45"},
    {"id": "ñ-6/🙂", "list": "A", "name": "Celia Zambrano Prado", "birth_date": "1971"},
]


def case() -> pa.Table:
    return people(*CASE, *crowd(150))


@cache
def linked(engine: str) -> Proposals:
    return link_by(engine, case())


@pytest.fixture(params=[*ENGINES])
def engine(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    if missing := lacking(name):
        pytest.skip(f"the linking engine {name!r} is not tried: {' and '.join(missing)} not installed")
    return name


def test_evident_pairs_are_found_whatever_the_order_and_the_spelling(engine: str) -> None:
    links = linked(engine)
    likely = {frozenset((p["one"], p["other"])) for p in links.pairs.to_pylist() if p["probability"] > 0.5}
    assert likely == {frozenset("12"), frozenset("34"), frozenset(("odd " * 3, "ñ-6/🙂"))}


def test_a_cluster_for_each_row_is_called_after_its_first_row(engine: str) -> None:
    table = case()
    ids = table["id"].to_pylist()
    clusters = linked(engine).clusters.to_pylist()
    assert clusters[:7] == ["1", "1", "3", "3", "5", "odd " * 3, "odd " * 3]
    assert clusters[7:] == ids[7:]


def test_pairs_come_in_order_with_ids_as_given_and_a_chance_that_follows_from_their_bits(engine: str) -> None:
    links = linked(engine)
    lists = dict(zip(case()["id"].to_pylist(), case()["list"].to_pylist(), strict=True))
    pairs = links.pairs.to_pylist()
    assert links.pairs.column_names == ["one", "other", "bits", "probability"]
    assert [p["probability"] for p in pairs] == sorted((p["probability"] for p in pairs), reverse=True)
    for pair in pairs:
        needed = links.needed[lists[pair["one"]] == lists[pair["other"]]]
        assert pair["probability"] == pytest.approx(1 / (1 + 2 ** (needed - pair["bits"])), abs=1e-4)


@pytest.mark.parametrize(("one", "other"), [("1", "2"), ("4", "3"), ("3", "5"), ("1", "crowd 7"), ("crowd 1", "5")])
def test_reasons_add_up_and_agree_with_the_pair(engine: str, one: str, other: str) -> None:
    links = linked(engine)
    told = links.explain(one, other)
    assert sum(reason.bits for reason in told.reasons) == pytest.approx(told.bits, abs=0.02)
    assert told.reasons[-1].piece == "chance"
    assert all(reason.words for reason in told.reasons)
    pair = next((p for p in links.pairs.to_pylist() if {p["one"], p["other"]} == {one, other}), None)
    assert told.probability == pytest.approx(pair["probability"] if pair is not None else 0.0, abs=0.011)


def test_an_explanation_names_what_agrees_and_what_differs(engine: str) -> None:
    told = {reason.piece: reason for reason in linked(engine).explain("3", "4").reasons}
    assert told["name"].bits > 0
    assert told["birth"].bits > 0
    assert "the nationality agrees" in told["nationality"].words
    assert {"sex", "document"}.isdisjoint(told)  # told of one of the two only
    against = {reason.piece: reason for reason in linked(engine).explain("3", "5").reasons}
    assert against["name"].bits < 0


def test_how_many_pairs_were_compared_is_a_number_or_not_known(engine: str) -> None:
    compared = linked(engine).compared
    assert compared is None or compared >= linked(engine).pairs.num_rows


def test_the_same_table_gives_the_same_answer_on_other_processors(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = linked(engine)
    monkeypatch.setattr(machine, "_sharing", 1000)
    again = link_by(engine, case())
    assert again.pairs.equals(before.pairs)
    assert again.clusters.equals(before.clusters)
    assert again.needed == before.needed


def test_within_keeps_groups_apart(engine: str) -> None:
    same = {"name": "Irma Kessel Ibarra", **DAY}
    rows: list[dict[str, object]] = [
        {**same, "within": "x"},
        {**same, "within": "x"},
        {**same, "within": "y"},
        {**same, "within": None},
    ]
    assert link_by(engine, people(*rows)).clusters.to_pylist() == ["a", "a", "c", "d"]


def test_a_list_of_its_own_weighs_but_does_not_bind(engine: str) -> None:
    twice: dict[str, object] = {"name": "Irma Kessel Ibarra", **DAY, "list": "A"}
    both = [{**row, "id": f"{row['id']} {roll}", "list": roll} for row in crowd(60) for roll in "AB"]
    links = link_by(engine, people(twice, twice, *both))
    assert links.needed[1] > links.needed[0] + 3
    assert links.clusters[0] == links.clusters[1]


def test_odd_names_are_rows_like_others(engine: str) -> None:
    odd = ("", "  ", "🙂", "😀 Ana 😀", "\u202eaciréM", "علي", "de la", "—", "a" * 400, "O'Brien\x00", "'); --")
    rows: list[dict[str, object]] = [{"id": f"odd {place}", "name": name, **DAY} for place, name in enumerate(odd)]
    same: list[dict[str, object]] = [
        {"id": "x", "name": "محمد رضا كريم"},
        {"id": "y", "name": "\u200fمحمد رضا كريم\u200f"},
    ]
    table = people(*rows, *same, {"id": "z", "name": None, **DAY})
    links = link_by(engine, table)
    assert together(links.clusters.to_pylist(), table["id"].to_pylist()) == {frozenset("xy")}
    assert links.explain("odd 0", "odd 2").probability < 0.5


def test_what_is_not_told_joins_nobody(engine: str) -> None:
    rows = people({"name": None}, {"name": "  "}, {"name": "—"}, {"name": "de la", **DAY}, {"name": None, **DAY})
    assert link_by(engine, rows).clusters.to_pylist() == ["a", "b", "c", "d", "e"]


def test_no_rows_and_one_row(engine: str) -> None:
    empty = link_by(engine, pa.table({"id": pa.array([], pa.string()), "name": pa.array([], pa.string())}))
    assert (empty.clusters.to_pylist(), empty.pairs.num_rows) == ([], 0)
    one = link_by(engine, people({"name": "Ana Orduna"}))
    assert (one.clusters.to_pylist(), one.pairs.num_rows) == (["a"], 0)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (pa.table({"name": ["Ana"]}), "no column `id`"),
        (pa.table({"id": ["1"], "sex": ["F"]}), "no names"),
        (pa.table({"id": ["1", "1"], "name": ["Ana", "Eva"]}), "`1` stands twice"),
        (pa.table({"id": ["1"], "name": ["Ana"], "shoe size": [39]}), "`shoe size`"),
    ],
)
def test_a_wrong_table_is_refused(engine: str, table: pa.Table, words: str) -> None:
    with pytest.raises(WrongTable, match=words):
        link_by(engine, table)


def test_an_id_that_is_not_there_is_named(engine: str) -> None:
    with pytest.raises(UnknownRow, match="'z'"):
        linked(engine).explain("1", "z")


def test_nothing_is_printed_and_no_file_is_left(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for folder in ("here", "passing"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "passing"))
    links = link_by(
        engine, people({"name": "Ana Orduna", **DAY}, {"name": "Ana Orduna", **DAY}, {"name": "Eva Trillo"})
    )
    links.explain("a", "c")
    assert links.clusters.to_pylist() == ["a", "a", "c"]
    assert capfd.readouterr() == ("", "")
    assert [*(tmp_path / "here").iterdir(), *(tmp_path / "passing").iterdir()] == []


def test_an_engine_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(UnknownLinker, match="own, splink, splink-spark"):
        link_by("oracle", case())


@pytest.mark.parametrize(("name", "extra"), [("splink", "splink"), ("splink-spark", "spark")])
def test_an_engine_that_is_not_installed_says_what_to_install(
    name: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "splink", None)
    with pytest.raises(LinkerMissing, match=rf'pip install "paradero\[{extra}\]"'):
        link_by(name, case())
