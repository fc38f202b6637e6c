"""A register kept as an index: what is added later finds its people as if everything were linked anew."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pytest

from bench.linking import sets, spanish
from paradero import machine
from paradero.linking import Index, Links, UnknownRow, WrongIndex, WrongTable, index, link, open_index
from tests.linking.tables import crowd, people

DAY = {"birth_date": "1983-05-09"}
ADELA: dict[str, object] = {"id": "adela", "name": "Adela Quiroga Montenegro", **DAY}


def likely(links: Links, of: Iterable[object]) -> set[frozenset[str]]:
    """Return the pairs of an even chance or better that have a row among these."""
    new = set(of)
    found = (frozenset((p["one"], p["other"])) for p in links.pairs.to_pylist() if p["probability"] >= 0.5)
    return {pair for pair in found if pair & new}


def parted(table: pa.Table, every: int) -> tuple[pa.Table, pa.Table]:
    """Split off one row of so many."""
    rows = range(table.num_rows)
    return tuple(table.take([row for row in rows if (row % every == 0) == new]) for new in (False, True))


def share_found(table: pa.Table, every: int) -> float:
    """Return the share of pairs of new rows, out of those of linking everything anew, that an index finds."""
    register, more = parted(table, every)
    whole = likely(link(table), more["id"].cast(pa.string()).to_pylist())
    found = likely(index(register).link(more), more["id"].cast(pa.string()).to_pylist())
    assert len(whole) > 20
    return len(whole & found) / len(whole)


@pytest.fixture(scope="module")
def register() -> Index:
    return index(people(ADELA, *crowd(2500)))


@pytest.mark.parametrize("name", sets.COLUMNS)
def test_new_rows_find_whom_linking_everything_anew_finds(name: str) -> None:
    if name not in sets.files():
        pytest.skip(f"{name} is not beside this checkout")
    assert share_found(sets.people(name).table, 20) >= 0.99


@pytest.mark.parametrize("every", [2, 50])
def test_new_rows_of_invented_lists_find_whom_linking_everything_anew_finds(every: int) -> None:
    assert share_found(spanish.people(6000, seed=5).drop([sets.PERSON]), every) >= 0.99


def test_a_spelling_that_the_register_does_not_have_is_compared(register: Index) -> None:
    links = register.link(people({"id": "new", "name": "Hadela Kirogha Montenegro", **DAY}))
    assert links.clusters.to_pylist() == ["adela"]
    assert "are two spellings of one sound" in str(links.explain("new", "adela"))


def test_new_rows_are_linked_with_each_other(register: Index) -> None:
    twins: list[dict[str, object]] = [{"id": one, "name": "Zuleima Xirau Wences", **DAY} for one in ("x", "y")]
    links = register.link(people(*twins))
    assert links.clusters.to_pylist() == ["x", "x"]
    assert likely(links, "xy") == {frozenset("xy")}


def test_pairs_within_the_register_do_not_come_again() -> None:
    links = index(people(ADELA, {**ADELA, "id": "again"}, *crowd(100))).link(people({**ADELA, "id": "new"}))
    assert {frozenset(("new", "adela")), frozenset(("new", "again"))} == likely(links, ["new", "adela", "again"])
    assert links.clusters.to_pylist() == ["adela"]


def test_a_list_weighs_against_the_lists_of_the_register() -> None:
    lists = [{**row, "id": f"{row['id']} {roll}", "list": roll} for row in crowd(100) for roll in "AB"]
    links = index(people(*lists)).link(people({**ADELA, "id": "x", "list": "C"}, {**ADELA, "id": "y", "list": "C"}))
    assert links.needed[1] > links.needed[0] + 3
    assert links.explain("x", "crowd 1 A").bits < 0


@pytest.mark.parametrize("members", [10, 1600])
def test_groups_are_kept_apart(members: int) -> None:
    rows = [{**row, "id": f"{row['id']} {group}", "within": group} for row in crowd(members) for group in "xy"]
    links = index(people(*rows)).link(people({**crowd(1)[0], "id": "new", "within": "y"}))
    assert likely(links, ["new"]) == {frozenset(("new", "crowd 0 y"))}


def test_the_processors_change_nothing_of_what_is_added(register: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    more = people(*({**row, "id": f"{row['id']} again"} for row in crowd(40)))
    before = register.link(more)
    monkeypatch.setattr(machine, "_sharing", 1000)
    assert register.link(more).pairs.equals(before.pairs)


def test_an_index_that_was_saved_proposes_the_same(register: Index, tmp_path: Path) -> None:
    more = people({"id": "new", "name": "Adela Quiroga M.", **DAY}, {"id": "other", "name": "Vera Trillo"})
    register.save(tmp_path / "index")
    opened = open_index(tmp_path / "index")
    assert len(opened) == 2501
    assert opened.link(more).pairs.equals(register.link(more).pairs)


def test_rows_that_were_added_are_of_the_register(register: Index, tmp_path: Path) -> None:
    grown = register.add(people({"id": "xirau", "name": "Zuleima Xirau Wences", **DAY}))
    grown.save(tmp_path)
    links = open_index(tmp_path).link(people({"id": "new", "name": "Suleima Xirau Wences", **DAY}))
    assert (len(grown), links.clusters.to_pylist()) == (2502, ["xirau"])


def test_a_second_index_takes_the_place_of_the_first(register: Index, tmp_path: Path) -> None:
    index(people(*crowd(10))).save(tmp_path)
    register.save(tmp_path)
    register.save(tmp_path)
    assert len(open_index(tmp_path)) == len(register)
    assert len(list(tmp_path.iterdir())) == 2  # the page and one folder


def test_writing_that_is_cut_short_leaves_the_index_that_was(
    register: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(people(*crowd(10))).save(tmp_path)
    left, whole = 5, os.fsync

    def full(number: int) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise OSError("no space left on the device")
        whole(number)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        register.save(tmp_path)
    assert len(open_index(tmp_path)) == 10
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_without_an_index_is_named(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(WrongIndex, match=r"holds no index: there is no index\.json"):
            open_index(folder)


def test_a_folder_with_something_else_is_left_as_it_is(register: Index, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("dear to somebody")
    with pytest.raises(WrongIndex, match="not empty"):
        register.save(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]


def test_every_damaged_file_is_noticed(tmp_path: Path) -> None:
    index(people(*crowd(10))).save(tmp_path)
    for file in sorted(tmp_path.glob("*/*")):
        bytes_of = file.read_bytes()
        file.write_bytes(bytes_of[:-1] + bytes([bytes_of[-1] ^ 1]))
        with pytest.raises(WrongIndex, match=f"damaged: the file {file.name}"):
            open_index(tmp_path)
        file.unlink()
        with pytest.raises(WrongIndex, match=f"damaged: the file {file.name}"):
            open_index(tmp_path)
        file.write_bytes(bytes_of)
    (tmp_path / "index.json").write_text('{"stamp"')
    with pytest.raises(WrongIndex, match=r"damaged: index\.json"):
        open_index(tmp_path)


def test_an_index_of_another_version_is_not_read(tmp_path: Path) -> None:
    index(people(*crowd(10))).save(tmp_path)
    page = json.loads((tmp_path / "index.json").read_text())
    (tmp_path / "index.json").write_text(json.dumps({**page, "stamp": "earlier"}))
    with pytest.raises(WrongIndex, match=r"another version of Paradero.*Build the index anew"):
        open_index(tmp_path)


def test_an_id_of_the_register_is_not_taken_twice(register: Index) -> None:
    with pytest.raises(WrongTable, match="`adela` stands in the register already"):
        register.link(people({"id": "new", "name": "Ana"}, {"id": "adela", "name": "Ana"}))


def test_an_id_of_neither_is_named(register: Index) -> None:
    with pytest.raises(UnknownRow, match="'z'"):
        register.link(people({"id": "new", "name": "Ana"})).explain("new", "z")


def test_nothing_is_added_and_nothing_is_there(register: Index, tmp_path: Path) -> None:
    nobody = pa.table({"id": pa.array([], pa.string()), "name": pa.array([], pa.string())})
    assert register.link(nobody).pairs.num_rows == 0
    index(nobody).save(tmp_path)
    links = open_index(tmp_path).link(people({"id": "x", "name": "Ana Orduna", **DAY}))
    assert links.clusters.to_pylist() == ["x"]
