"""The locks answer their lists, with hashes on every package, no address, and nothing too much for run time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import ROOT

LOCKS = ROOT / "requirements"
NAMES = ("main", "build", "splink", "spark", "dev", "bench", "training")
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+)")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def blocks(name: str) -> Iterator[str]:
    """Yield each package of a lock with its hashes, as one line without comments."""
    text = re.sub(r"^\s*#.*\n", "", (LOCKS / f"{name}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
    yield from filter(None, text.replace("\\\n", " ").splitlines())


def pins(name: str) -> dict[str, str]:
    """Return the version that a lock pins for each package."""
    found = (PIN.match(block) for block in blocks(name))
    return {canonicalize_name(match["name"]): match["version"] for match in found if match is not None}


def wanted(name: str) -> Iterator[Requirement]:
    """Yield what a list asks for, with what the lists it includes ask for."""
    for line in (LOCKS / f"{name}.in").read_text(encoding="utf-8").splitlines():
        words = line.split("#")[0].strip()
        if words.startswith("-r "):
            yield from wanted(Path(words[3:]).stem)
        elif words:
            yield Requirement(words)


def test_every_list_has_its_lock() -> None:
    assert {p.stem for p in LOCKS.glob("*.in")} == {p.stem for p in LOCKS.glob("*.txt")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_package_is_pinned_with_hashes(name: str) -> None:
    for block in blocks(name):
        assert PIN.match(block), block
        assert HASH.search(block), block


@pytest.mark.parametrize("name", NAMES)
def test_no_address_and_no_option_in_a_lock(name: str) -> None:
    for block in blocks(name):
        assert "://" not in block
        assert set(re.findall(r"--[a-z-]+", block)) == {"--hash"}, block


@pytest.mark.parametrize("name", NAMES)
def test_a_lock_answers_its_list(name: str) -> None:
    locked = pins(name)
    for requirement in wanted(name):
        version = locked.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement} is not locked: python requirements/compile.py"
        assert requirement.specifier.contains(version), f"{requirement} but {version} is locked"


def test_locks_of_one_environment_agree() -> None:
    main, dev, bench = pins("main"), pins("dev"), pins("bench")
    assert main.items() <= dev.items()
    assert pins("splink").items() <= dev.items()
    assert pins("splink").items() <= pins("spark").items()
    assert {name: bench[name] for name in bench.keys() & dev.keys()} == {n: dev[n] for n in bench.keys() & dev.keys()}


def test_run_time_has_no_training_library() -> None:
    assert not pins("main").keys() & {"torch", "transformers", "spacy", "textacy", "onnx", "scipy"}
