"""The casebook's secret key: made once, for its owner alone, and never put in the place of another."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from paradero.store import Casebook, KeyMissing, KeyOpen
from paradero.store.secret import make_key


def test_a_key_is_made_once_and_for_its_owner_alone(casebook: Casebook) -> None:
    with pytest.raises(KeyMissing, match="is missing"):
        casebook.secret_key()
    key = casebook.secret_key(make=True)
    assert len(key) == 32
    assert casebook.secret_key() == casebook.secret_key(make=True) == key
    assert casebook.key_path.stat().st_mode & 0o777 == 0o600


def test_two_who_make_it_at_once_have_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(make_key, [tmp_path] * 8))) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["suppression.key"]


def test_a_key_that_others_may_write_is_refused(casebook: Casebook) -> None:
    casebook.secret_key(make=True)
    casebook.key_path.chmod(0o602)
    with pytest.raises(KeyOpen, match="chmod 600"):
        casebook.secret_key(make=True)


def test_other_casebooks_have_other_keys(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    assert make_key(tmp_path / "a") != make_key(tmp_path / "b")
