"""Casebooks whose ledgers the tests look at: the example case, and invented lists of a prison."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from paradero.casework import Actor, Casebook, add, import_list, new, open_casebook, read
from paradero.intake import GivenByPerson
from paradero.rolls import Said as ListSays
from tests.cli.test_commands import Said

SWAP = Path(__file__).parents[2] / "src" / "paradero" / "examples" / "swap"
ACTOR = Actor("Ana")
HELD = (
    "No,Name,Nationality,Date of arrest,Prison\n"
    "1,Zoila Quintero,Venezuela,2025-03-02,Cecot\n"
    "2,José Soto,Venezuela,2025-03-05,Cecot\n"
    "3,Ana Ruiz Paz,Colombia,2025-04-01,El Helicoide\n"
)
FREED = "No,Name,Date of release\n1,José Soto,2025-07-18\n"
LEFT = "No,Name\n1,Zoila Quintero\n2,Bruno Trillo\n"

MEDIATED = (
    "Peru and Chile exchange prisoners\n\n"
    "Peru handed over 30 Chilean fishermen held in Callao to Chile on Friday with the mediation of Qatar, the Peruvian "
    "government said.\n\n"
    "The 30 Chilean fishermen flew home aboard a Red Cross plane, Chile's foreign ministry confirmed.\n\n"
    "In return, Chile released 20 Peruvian sailors in the first stage of the exchange, the Peruvian government "
    "said.\n\n"
    "Chile will release more Peruvian sailors only if Peru publishes a list, the Chilean president said.\n"
)

__all__ = ["at_mediated", "at_prison", "at_swap", "mediated", "prison", "swap"]


@pytest.fixture(scope="session")
def swap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example case: two documents, a manifest that leaked, and a list of who arrived."""
    path = tmp_path_factory.mktemp("swap") / "case"
    new(path, ACTOR)
    with open_casebook(path) as casebook:
        report = GivenByPerson(published="2025-07-19", publisher="The Example")
        assert not add(casebook, [SWAP / "report.txt"], report, ACTOR)[1]
        said = GivenByPerson(published="2025-07-18", publisher="Foreign Ministry of Venezuela")
        assert not add(casebook, [SWAP / "communique.txt"], said, ACTOR)[1]
        read(casebook, actor=ACTOR)
        _imported(casebook, SWAP / "manifest.csv", ListSays(state="departed", leaked=True), "2025-07-18")
        arrived = ListSays(state="arrived", publisher="Government of Venezuela", kind="party")
        _imported(casebook, SWAP / "arrived.csv", arrived, "2025-07-19")
    return path


@pytest.fixture(scope="session")
def prison(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lists of invented people: who is held where, who was released, who set out."""
    folder = tmp_path_factory.mktemp("prison")
    path = folder / "case"
    new(path, ACTOR)
    with open_casebook(path) as casebook:
        for name, text, says, day in (
            ("held.csv", HELD, ListSays(state="held", publisher="Foro Alba", kind="agency"), "2025-05-10"),
            ("freed.csv", FREED, ListSays(state="released", publisher="Government of El Salvador"), "2025-07-19"),
            ("left.csv", LEFT, ListSays(state="departed", leaked=True), "2025-07-18"),
        ):
            (folder / name).write_text(text, encoding="utf-8")
            _imported(casebook, folder / name, says, day)
    return path


def _imported(casebook: Casebook, path: Path, says: ListSays, published: str) -> None:
    import_list(casebook, path, says, GivenByPerson(published=published), ACTOR)


@pytest.fixture
def at_swap(swap: Path, tmp_path: Path, run: Callable[..., Said]) -> Callable[..., Said]:
    """Call a command on a copy of the example case."""
    return _at(swap, tmp_path, run)


@pytest.fixture
def at_prison(prison: Path, tmp_path: Path, run: Callable[..., Said]) -> Callable[..., Said]:
    """Call a command on a copy of the casebook of the prison."""
    return _at(prison, tmp_path, run)


@pytest.fixture(scope="session")
def mediated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of an invented exchange, with who mediated it, how people went, a stage and a condition."""
    folder = tmp_path_factory.mktemp("mediated")
    path = folder / "case"
    (folder / "report.txt").write_text(MEDIATED, encoding="utf-8")
    new(path, ACTOR)
    with open_casebook(path) as casebook:
        given = GivenByPerson(published="2025-07-19", publisher="The Example")
        assert not add(casebook, [folder / "report.txt"], given, ACTOR)[1]
        read(casebook, actor=ACTOR)
    return path


@pytest.fixture
def at_mediated(mediated: Path, tmp_path: Path, run: Callable[..., Said]) -> Callable[..., Said]:
    """Call a command on a copy of the casebook of the invented exchange."""
    return _at(mediated, tmp_path, run)


def _at(original: Path, folder: Path, run: Callable[..., Said]) -> Callable[..., Said]:
    copy = shutil.copytree(original, folder / "copy")

    def called(*words: str) -> Said:
        return run("--casebook", str(copy), *words)

    return called
