"""Make every lock from its list: `python requirements/compile.py [--upgrade]` turns each NAME.in into NAME.txt.

A lock pins one version of each package for Python 3.11 and later on every platform, with the hashes of all files of
that release, and carries no address: which index serves the files is the business of whoever installs them. Versions
stay as they are unless a list asks for another, or `--upgrade` is given. Packages without wheels are refused, since a
person who installs Paradero need not have a compiler; those that measure peers may need one.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from shutil import which

HERE = Path(__file__).resolve().parent
# Each list with the locks that it must agree with, because they are installed into one environment.
LISTS = {
    "main": (),
    "build": (),
    "splink": ("main",),
    "dev": ("main", "build", "splink"),
    "bench": ("main", "build", "dev"),
    "training": ("main",),
    "spark": ("main", "splink"),
}
BUILT = {"bench": ("pyicu",), "spark": ("pyspark",)}  # by whoever installs them; there are no wheels of these
OPTIONS = (
    *("--universal", "--python-version", "3.11", "--fork-strategy", "fewest"),
    *("--generate-hashes", "--only-binary", ":all:", "--strip-extras", "--quiet"),
    *("--no-config", "--no-emit-index-url", "--no-emit-find-links"),
    *("--custom-compile-command", "python requirements/compile.py"),
)
ADDRESS = re.compile(r"://|\bfile:|^--(?!hash)|(?<![\w.])/\w+/", re.MULTILINE)


def main() -> None:
    """Make the locks, and stop with a reason when one cannot be made or would carry an address."""
    uv = which("uv") or str(Path(sys.executable).with_name("uv"))
    if which(uv) is None:
        sys.exit("compile.py resolves with uv, which is not here. Next: pip install 'uv>=0.9'")
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
    for name, agreeing in LISTS.items():
        constraints = [word for other in agreeing for word in ("-c", f"{other}.txt")]
        built = [word for package in BUILT.get(name, ()) for word in ("--no-binary", package)]
        command = [uv, "pip", "compile", f"{name}.in", "-o", f"{name}.txt", *OPTIONS, *built, *constraints, *upgrade]
        subprocess.run(command, cwd=HERE, check=True, stdout=subprocess.DEVNULL)
        _refuse_addresses(HERE / f"{name}.txt")


def _refuse_addresses(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    found = ADDRESS.search(text)
    if found:
        sys.exit(f"{lock.name} line {text.count(chr(10), 0, found.start()) + 1} holds an address or an option.")
    pins = re.findall(r"^[\w.-]+==", text, re.MULTILINE)
    print(f"{lock.name}: {len(pins)} pins, {text.count('--hash=')} hashes")


if __name__ == "__main__":
    main()
