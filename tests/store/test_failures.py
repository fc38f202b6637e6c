from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from paradero.model import ParaderoError
from paradero.store import (
    Casebook,
    CasebookLocked,
    DamagedCasebook,
    DiskFull,
    NewerCasebook,
    ReadOnlyCasebook,
    create_casebook,
    open_casebook,
)
from paradero.store.originals import kept
from tests.store.material import added, document, file_size_limit, read, statement

NOBODY = 65534
LONG = document("Nine fishermen were freed. " * 40_000, "long.txt")  # a megabyte


@contextmanager
def without_privilege() -> Iterator[None]:
    """Be somebody whom the rights of a folder bind; the administrator may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A folder that may be read and not written, outside pytest's own, which nobody else may enter."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        create_casebook(folder / "case", "Ana").close()
        for path in (folder, folder / "case", folder / "case" / "originals"):
            path.chmod(0o555)
        (folder / "case" / "casebook.sqlite3").chmod(0o444)
        yield folder
        for path in (folder, folder / "case", folder / "case" / "originals"):
            path.chmod(0o755)


@pytest.mark.parametrize("do", [lambda at: open_casebook(at / "case"), lambda at: create_casebook(at / "new", "Ana")])
def test_a_read_only_folder_is_told(read_only: Path, do: Callable[[Path], Casebook]) -> None:
    with without_privilege(), pytest.raises(ReadOnlyCasebook) as error:
        do(read_only)
    assert str(read_only) in error.value.message
    assert "copy the whole folder" in error.value.hint
    assert [path.name for path in read_only.iterdir()] == ["case"]


def test_no_room_for_an_original_leaves_none(casebook: Casebook, tmp_path: Path) -> None:
    before = casebook.entries()
    (tmp_path / "long.txt").write_text(LONG.text)
    with file_size_limit(300_000), pytest.raises(DiskFull) as error:
        casebook.keep_original(tmp_path / "long.txt", LONG.sha256)
    assert "repeat the last act" in error.value.hint
    assert list(kept(casebook.path)) == []
    assert casebook.entries() == before


def test_no_room_for_the_records_leaves_the_casebook_as_it_was(filled: Casebook, tmp_path: Path) -> None:
    before = filled.entries()
    with file_size_limit(600_000), pytest.raises(DiskFull):
        added_without_original(filled)
    assert filled.entries() == before
    assert filled.verify()[1] == ()
    added(filled, LONG, tmp_path)  # and with room again it goes on
    assert len(filled.documents()) == 2


def added_without_original(casebook: Casebook) -> None:
    # The original alone is bigger than the limit; here the database's log is what has no room.
    many = [statement(casebook.documents()[0], act=f"act_{number}") for number in range(700)]
    read(casebook, *many)


def test_sqlites_own_full_database_is_told_as_well(filled: Casebook) -> None:
    from django.db import connections

    before = filled.entries()
    with connections[filled._alias].cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1")  # as many as there are, and no more
    with pytest.raises(DiskFull, match="full"):
        added_without_original(filled)
    assert filled.entries() == before


def test_no_room_for_a_new_casebook_leaves_no_folder(tmp_path: Path) -> None:
    with file_size_limit(20_000), pytest.raises(DiskFull):
        create_casebook(tmp_path / "case", "Ana")
    assert not (tmp_path / "case").exists()
    create_casebook(tmp_path / "case", "Ana").close()


@pytest.mark.parametrize("hold", ["IMMEDIATE", "EXCLUSIVE"])
def test_another_program_that_writes_is_waited_for_and_then_told(filled: Casebook, hold: str) -> None:
    filled.close()
    other = sqlite3.connect(filled.path / "casebook.sqlite3", isolation_level=None)
    other.execute(f"BEGIN {hold}")
    try:
        with open_casebook(filled.path, timeout=0.05) as casebook, pytest.raises(CasebookLocked) as error:
            read(casebook, statement(casebook.documents()[0], act="died"))
    finally:
        other.close()
    assert str(filled.path) in error.value.message
    assert "PARADERO_BUSY_TIMEOUT" in error.value.hint
    with open_casebook(filled.path) as casebook:
        assert len(casebook.statements()) == 2


def test_a_casebook_that_another_program_keeps_for_itself_is_not_opened(filled: Casebook) -> None:
    filled.close()
    other = sqlite3.connect(filled.path / "casebook.sqlite3", isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(CasebookLocked):
            open_casebook(filled.path, timeout=0.05)
    finally:
        other.close()


def test_a_newer_casebook_is_not_touched(filled: Casebook) -> None:
    filled.close()
    database = filled.path / "casebook.sqlite3"
    connection = sqlite3.connect(database)
    connection.execute("UPDATE casebook SET format = 7, created_with = 'paradero 9.1'")
    connection.execute("DROP TABLE problem")  # what a later format has is not for us to know
    connection.commit()
    connection.close()
    before = database.read_bytes()
    with pytest.raises(NewerCasebook) as error:
        open_casebook(filled.path)
    assert "format 7, made with paradero 9.1; this Paradero knows formats up to 1" in error.value.message
    assert database.read_bytes() == before


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda data: data[:100] + b"\xff" * (len(data) - 100), "casebook_damaged"),  # everything but the header
        (lambda data: b"\x00" * len(data), "casebook_damaged"),  # zeros, as a disk gives after a power cut
        (lambda data: data[:-4096] + b"\xff" * 4096, "casebook_damaged"),  # one page of a table
        (lambda data: data[: len(data) // 2], "casebook_damaged"),  # cut off
    ],
)
def test_a_damaged_database_is_told(filled: Casebook, damage: Callable[[bytes], bytes], code: str) -> None:
    filled.close()
    database = filled.path / "casebook.sqlite3"
    database.write_bytes(damage(database.read_bytes()))
    with pytest.raises(ParaderoError) as error:
        asked(filled.path)
    assert error.value.code == code


def asked(folder: Path) -> None:
    with open_casebook(folder) as casebook:
        casebook.documents(), casebook.statements(), casebook.judgements(), casebook.problems(), casebook.entries()


def test_a_body_that_no_longer_fits_is_told_as_damage(filled: Casebook) -> None:
    filled.close()
    connection = sqlite3.connect(filled.path / "casebook.sqlite3")
    connection.execute("UPDATE document SET body = '{}'")
    connection.commit()
    connection.close()
    with pytest.raises(DamagedCasebook, match="'sha256' is missing"):
        asked(filled.path)


def test_an_error_that_is_not_ours_is_let_through(casebook: Casebook) -> None:
    from paradero.store.errors import translated

    with pytest.raises(ZeroDivisionError), translated(casebook.path):
        raise ZeroDivisionError
