from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from paradero.model import ParaderoError
from paradero.store import Casebook, create_casebook, open_casebook
from tests.store.material import Clock, added, document, read, statement


def test_a_new_casebook_has_its_folder_and_a_first_entry(tmp_path: Path) -> None:
    with create_casebook(tmp_path / "deep" / "case", "Ana", Clock()) as casebook:
        (entry,) = casebook.entries()
    assert (entry.seq, entry.act, entry.actor, entry.at) == (1, "new", "Ana", "2025-07-19T12:00:01.000000Z")
    assert entry.holds
    assert sorted(path.name for path in (tmp_path / "deep" / "case").iterdir()) == ["casebook.sqlite3", "originals"]


def test_what_was_written_is_there_when_it_is_opened_again(filled: Casebook) -> None:
    before = (filled.documents(), filled.statements(), filled.judgements(), filled.entries())
    filled.close()
    with open_casebook(filled.path) as again:
        assert (again.documents(), again.statements(), again.judgements(), again.entries()) == before


def test_several_casebooks_are_open_at_once_and_apart(tmp_path: Path) -> None:
    with create_casebook(tmp_path / "one", "Ana") as one, create_casebook(tmp_path / "other", "Bruno") as other:
        added(one, document(), tmp_path)
        with open_casebook(tmp_path / "one") as same:
            assert len(one.documents()) == len(same.documents()) == 1
        assert other.documents() == ()
        assert len(one.documents()) == 1


@pytest.mark.parametrize("name", ["caso número 1", "what? 100% #1", "a'b\"c"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    # Blanks, signs that mean something in an address, quotation marks.
    with create_casebook(tmp_path / name, "Ana"):
        pass
    with open_casebook(tmp_path / name) as casebook:
        assert len(casebook.entries()) == 1


def test_what_an_interrupted_making_left_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "originals").mkdir()
    (tmp_path / ".casebook.sqlite3.making-1").write_bytes(b"half")
    (tmp_path / "gazetteer.toml").write_text("")
    with create_casebook(tmp_path, "Ana") as casebook:
        assert casebook.gazetteer == tmp_path / "gazetteer.toml"
    assert not list(tmp_path.glob(".casebook*"))


Make = Callable[[Path], None]


def make_nothing(folder: Path) -> None: ...


def make_file(folder: Path) -> None:
    folder.write_text("not a folder")


def make_full(folder: Path) -> None:
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(b"x")


def make_casebook(folder: Path) -> None:
    create_casebook(folder, "Ana").close()


def make_empty_database(folder: Path) -> None:
    folder.mkdir()
    (folder / "casebook.sqlite3").write_bytes(b"")


def make_rubbish(folder: Path) -> None:
    folder.mkdir()
    (folder / "casebook.sqlite3").write_bytes(b"This is no database at all. " * 200)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (make_nothing, "casebook_not_found"),  # no such folder
        (make_file, "not_a_casebook"),  # a file
        (make_full, "not_a_casebook"),  # a folder of photographs
        (make_empty_database, "not_a_casebook"),  # an empty file of the right name
        (make_rubbish, "casebook_damaged"),  # a file of the right name that is no database
    ],
)
def test_what_is_no_casebook_is_not_opened(tmp_path: Path, made: Make, code: str) -> None:
    made(tmp_path / "case")
    with pytest.raises(ParaderoError) as error:
        open_casebook(tmp_path / "case")
    assert error.value.code == code
    assert str(tmp_path / "case") in error.value.message
    assert error.value.hint


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (make_file, "folder_not_empty"),  # a file
        (make_full, "folder_not_empty"),  # somebody's folder
        (make_casebook, "casebook_exists"),  # a casebook already
    ],
)
def test_a_casebook_is_not_made_over_something_else(tmp_path: Path, made: Make, code: str) -> None:
    made(tmp_path / "case")
    with pytest.raises(ParaderoError) as error:
        create_casebook(tmp_path / "case", "Ana")
    assert error.value.code == code


@pytest.mark.parametrize(
    ("prefix", "code"),
    [
        ("abc", "id_too_short"),  # three characters could be anything
        ("000000", "unknown_id"),  # long enough, and nobody's
        ("%%%%%%", "unknown_id"),  # no wild card
    ],
)
def test_an_id_that_names_nothing_is_refused(filled: Casebook, prefix: str, code: str) -> None:
    with pytest.raises(ParaderoError) as error:
        filled.resolve("document", prefix)
    assert error.value.code == code


def test_an_id_may_be_given_by_its_beginning_in_either_case(filled: Casebook) -> None:
    (kept,) = filled.documents()
    assert filled.resolve("document", kept.id[:6].upper()) == kept.id
    assert filled.document(kept.id) == kept


def test_a_beginning_of_two_ids_is_ambiguous(
    casebook: Casebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # No two of a thousand ids share six characters; of four, many do.
    monkeypatch.setattr("paradero.store.resolving.LEAST", 4)
    kept = added(casebook, document(), tmp_path)
    read(casebook, *(statement(kept, act=f"act_{number}") for number in range(1000)))
    ids = sorted(casebook.statements())
    shared = next(one[:4] for one, other in pairwise(ids) if one[:4] == other[:4])
    with pytest.raises(ParaderoError, match="more than one statement") as error:
        casebook.resolve("statement", shared)
    assert error.value.code == "ambiguous_id"


def test_importing_the_store_does_not_bring_up_django() -> None:
    code = "import sys, paradero.store, paradero.casework; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
