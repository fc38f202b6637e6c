"""One small casebook, empty, or with a report added and read; each test has its own copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from paradero.casework import Casebook, new, open_casebook
from paradero.casework.adding import add_with
from paradero.casework.reading import read_with
from tests.casework.material import ANA, NOTHING, REPORT, TinyReader, here
from tests.store.material import Clock


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty") / "case"
    new(folder, ANA, Clock()).close()
    return folder


@pytest.fixture(scope="session")
def read_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("read")
    (top / "report.txt").write_text(REPORT)
    with new(top / "case", ANA, Clock()) as casebook:
        add_with(here, casebook, [top / "report.txt"], NOTHING, ANA)
        read_with(TinyReader(), casebook, None, "tiny", ANA)
    return top / "case"


@pytest.fixture
def casebook(tmp_path: Path, empty_folder: Path) -> Iterator[Casebook]:
    with open_casebook(shutil.copytree(empty_folder, tmp_path / "case"), Clock()) as opened:
        yield opened


@pytest.fixture
def read_once(tmp_path: Path, read_folder: Path) -> Iterator[Casebook]:
    with open_casebook(shutil.copytree(read_folder, tmp_path / "case"), Clock()) as opened:
        yield opened


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT)
    return path
