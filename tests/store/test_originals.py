from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from paradero.store import Casebook
from paradero.store.files import settle
from paradero.store.originals import kept


def given(folder: Path, data: bytes) -> tuple[Path, str]:
    source = folder / "given.bin"
    source.write_bytes(data)
    return source, hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("data", [b"", b"\x00\xff" * 10, b"x" * (3 << 20)], ids=["empty", "binary", "several blocks"])
def test_the_bytes_rest_under_their_hash(casebook: Casebook, tmp_path: Path, data: bytes) -> None:
    source, sha256 = given(tmp_path, data)
    assert casebook.keep_original(source, sha256)
    path = casebook.original(sha256)
    assert path == casebook.path / "originals" / sha256[:2] / sha256
    assert path.read_bytes() == data
    assert path.stat().st_mode & 0o222 == 0  # nobody writes to it
    assert list(kept(casebook.path)) == [path]


def test_a_second_time_leaves_the_first_alone(casebook: Casebook, tmp_path: Path) -> None:
    source, sha256 = given(tmp_path, b"nine fishermen")
    casebook.keep_original(source, sha256)
    first = casebook.original(sha256).stat()
    assert casebook.keep_original(source, sha256)
    second = casebook.original(sha256).stat()
    assert (first.st_ino, first.st_mtime_ns, second.st_nlink) == (second.st_ino, second.st_mtime_ns, 1)


def test_bytes_that_changed_meanwhile_are_not_kept(casebook: Casebook, tmp_path: Path) -> None:
    source, sha256 = given(tmp_path, b"nine fishermen")
    source.write_bytes(b"ten fishermen")
    assert not casebook.keep_original(source, sha256)
    source.unlink()
    assert not casebook.keep_original(source, sha256)
    assert list(kept(casebook.path)) == []


def test_a_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    (tmp_path / "passing").write_text("new")
    (tmp_path / "final").write_text("old")
    assert not settle(tmp_path / "passing", tmp_path / "final")
    assert (tmp_path / "final").read_text() == "old"
    assert not (tmp_path / "passing").exists()
