"""One small casebook, empty, or with an original, two statements and a judgement; each test has its own copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from paradero.store import Casebook, create_casebook, open_casebook
from tests.store.material import Clock, added, document, judged, read, statement


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty") / "case"
    create_casebook(folder, "Ana", Clock()).close()
    return folder


@pytest.fixture(scope="session")
def filled_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("filled")
    with create_casebook(top / "case", "Ana", Clock()) as casebook:
        kept = added(casebook, document(), top)
        freed = statement(kept)
        read(casebook, freed, statement(kept, "Their families deny it", "held"))
        judged(casebook, freed)
    return top / "case"


@pytest.fixture
def casebook(tmp_path: Path, empty_folder: Path) -> Iterator[Casebook]:
    with open_casebook(shutil.copytree(empty_folder, tmp_path / "case"), Clock()) as opened:
        yield opened


@pytest.fixture
def filled(tmp_path: Path, filled_folder: Path) -> Iterator[Casebook]:
    with open_casebook(shutil.copytree(filled_folder, tmp_path / "case"), Clock()) as opened:
        yield opened
