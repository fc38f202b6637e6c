"""Set up, show and check Paradero; needs nothing but Python 3.11 or later with pip.

python3 make.py demo                  make .venv and read the example case
python3 make.py test                  run every check, the fastest first
python3 make.py test --only types     run one check (repeat --only for more); --list names them

The environment is made from hash-pinned locks, and again only when a lock, pyproject.toml or the interpreter changes.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BUILD = ROOT / "build"


class Failed(Exception):
    """A command ended with an error; carries what it printed, unless that was shown already."""


@dataclass(frozen=True)
class Check:
    """One check of `make.py test`.

    Attributes:
        name: what `--only` takes.
        run: does it, and returns the line that is shown beside its name; raises Failed.
    """

    name: str
    run: Callable[[], str]


def main() -> int:
    """Run what the command line asks for, and return the exit status."""
    if sys.hexversion < 0x030B0000:
        sys.exit(f"Paradero needs Python 3.11 or later; {sys.executable} is {sys.version.split()[0]}.")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("demo", "test"))
    parser.add_argument("--only", action="append", choices=[check.name for check in CHECKS], help="run this check")
    parser.add_argument("--list", action="store_true", help="name the checks and stop")
    asked = parser.parse_args()
    if asked.list:
        print(*(check.name for check in CHECKS), sep="\n")
        return 0
    try:
        return demo() if asked.task == "demo" else test(asked.only or [])
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1


def demo() -> int:
    """Make the run-time environment and show the example case in it."""
    python = environment(VENV, ("main", "build"), ("--editable", str(ROOT)))
    return subprocess.call([python, "-m", "paradero", "demo"], cwd=ROOT)


def test(only: Sequence[str]) -> int:
    """Make the developer's environment, run the checks and close with a line that a machine can read."""
    environment(VENV, ("dev",), ("--editable", str(ROOT)))
    outcomes = [attempt(check) for check in CHECKS if not only or check.name in only]
    failed = [name for name, passed in outcomes if not passed]
    if failed:
        print(f"\nFailed: {', '.join(failed)}. To repeat: python3 make.py test --only {failed[0]}")
    print(f"\nchecks: {len(outcomes) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def attempt(check: Check) -> tuple[str, bool]:
    """Run one check, print its line with the time it took, and return its name and whether it passed."""
    print(f"{check.name:<8} ...", end="\r" if sys.stdout.isatty() else "\n", flush=True)
    started = time.monotonic()
    try:
        closing, word = check.run(), "ok"
    except Failed as failure:
        closing, word = str(failure), "FAILED"
    print(f"{check.name:<8} {word:<6} {time.monotonic() - started:6.1f} s  {closing}", flush=True)
    return check.name, word == "ok"


def environment(folder: Path, locks: Sequence[str], project: Sequence[str]) -> str:
    """Return the interpreter of a virtual environment that holds some locks and the project.

    Args:
        folder: where it is; made when missing, made anew when it belongs to another version of Python.
        locks: names under requirements/; installed when the stamp left by the last time does not match.
        project: pip's words for the project; installed without its dependencies, which the locks hold.
    """
    paths = [ROOT / "requirements" / f"{lock}.txt" for lock in locks]
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    content = b"".join(path.read_bytes() for path in (ROOT / "pyproject.toml", *paths))
    digest = f"{version} {hashlib.sha256(content).hexdigest()}"
    python, stamp, settings = interpreter(folder), folder / f"stamp-{'-'.join(locks)}", folder / "pyvenv.cfg"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == digest:
        return python
    print(f"Installing {', '.join(path.name for path in paths)} into {folder.relative_to(ROOT)} ...", flush=True)
    foreign = settings.is_file() and f"version = {version}." not in settings.read_text(encoding="utf-8")
    call((sys.executable, "-m", "venv", *(["--clear"] if foreign else []), str(folder)))
    pinned = [word for path in paths for word in ("-r", str(path))]
    pip(python, "install", "--require-hashes", "--only-binary", ":all:", *pinned)
    pip(python, "install", "--no-deps", "--no-build-isolation", *project)
    stamp.write_text(digest, encoding="ascii")
    return python


def interpreter(folder: Path) -> str:
    """Return the path of the interpreter of a virtual environment."""
    return str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def pip(python: str, task: str, *words: str) -> None:
    """Have pip do a task in an environment, quietly."""
    call((python, "-m", "pip", task, "--quiet", "--disable-pip-version-check", *words))


def call(command: Sequence[str], *, loud: bool = False, cwd: Path = ROOT) -> str:
    """Run a command and return the last line it printed.

    Args:
        command: the program and its arguments.
        loud: show the output as it comes; otherwise it is shown only when the command fails.
        cwd: the folder it runs in.

    Raises:
        Failed: when it exits with anything but zero.
    """
    lines: list[str] = []
    piped, merged = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(command, cwd=cwd, stdout=piped, stderr=merged, encoding="utf-8", errors="replace") as process:
        for line in process.stdout or ():
            lines.append(line.rstrip())
            if loud:
                print(lines[-1], flush=True)
    if process.returncode != 0:
        said = "" if loud else "\n".join(("", *lines))
        raise Failed(f"exit status {process.returncode} of {' '.join(command)}{said}")
    return next((line for line in reversed(lines) if line), "")


def tool(module: str, *words: str, loud: bool = False) -> Callable[[], str]:
    """Return a check that runs a module of the developer's environment."""
    return lambda: call((interpreter(VENV), "-m", module, *words), loud=loud)


def start_wheel() -> str:
    """Build the wheel, install it beside nothing but the run-time lock, and start it from a folder of its own."""
    wheels = BUILD / "wheel"
    for stale in (wheels, BUILD / "lib"):  # setuptools packs whatever an earlier build left in build/lib
        shutil.rmtree(stale, ignore_errors=True)
    pip(interpreter(VENV), "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), str(ROOT))
    (wheel,) = wheels.glob("*.whl")
    bare = environment(BUILD / "bare", ("main",), (str(wheel),))
    pip(bare, "install", "--no-deps", "--force-reinstall", str(wheel))
    with TemporaryDirectory() as elsewhere:
        call((bare, "-m", "paradero", "--help"), cwd=Path(elsewhere))
        call((bare, "-m", "paradero", "demo"), cwd=Path(elsewhere))
    return f"{wheel.name}, {wheel.stat().st_size / 1e6:.1f} MB"


CHECKS = (
    Check("format", tool("ruff", "format", "--check", ".")),
    Check("lint", tool("ruff", "check", ".")),
    Check("sizes", tool("pytest", "tests/house/test_sizes.py")),
    Check("floors", tool("pytest", "tests/house/test_floors.py")),
    Check("types", tool("mypy", "src", "tests", "bench", "make.py", "requirements/compile.py")),
    Check("tests", tool("pytest", "-n", "2", loud=True)),
    Check("lists", tool("bench.rolls.pages", "--gate", loud=True)),
    Check("linking", tool("bench.linking.gate", loud=True)),
    Check("gates", tool("bench.reading.gate", loud=True)),
    Check("wheel", start_wheel),
)

if __name__ == "__main__":
    sys.exit(main())
