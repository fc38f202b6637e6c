"""The project's own files, as the house tests look at them: what git tracks or would track."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "paradero"
# Where there is no git (an unpacked source archive), these are not the project's own.
MADE = {".venv", ".git", "build", "dist", "var", "__pycache__", "node_modules"}


@cache
def files() -> tuple[Path, ...]:
    """Return every file of the project that git tracks, or would track if it were added now."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode != 0:
        return tuple(sorted(p for p in ROOT.rglob("*") if p.is_file() and not MADE & set(p.relative_to(ROOT).parts)))
    named = (ROOT / name.decode() for name in listed.stdout.split(b"\0") if name)
    return tuple(sorted(path for path in named if path.is_file()))


def python_files(*rooms: str) -> Iterator[Path]:
    """Yield the Python files under some folders of the project, without what Django generates."""
    for path in files():
        inside = any(path.is_relative_to(ROOT / room) for room in rooms)
        if inside and path.suffix == ".py" and "migrations" not in path.parts:
            yield path


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def shown(path: Path) -> str:
    """Return a path as the tests name it: from the project's root, with slashes."""
    return path.relative_to(ROOT).as_posix()
