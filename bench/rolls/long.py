"""How long a long list takes from file to casebook, and how much memory: is it more than in step with its length?

python -m bench.rolls.long [--rows 10000 100000] [--file FILE --state STATE]

Makes CSV files of invented people with thirteen columns, each in a process of its own, and prints for each step the
seconds of the processor and the most memory held so far: taking in, sniffing, reading the entries, comparing with a
version in which one row in a hundred was changed, importing into a new casebook, taking somebody out of it, and reading
the list without them. With a file, that is read instead.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from paradero.casework import Actor, Casebook, import_list, list_read, new, suppress
from paradero.intake import GivenByPerson, take_in
from paradero.model import Entry
from paradero.rolls import Said, difference, entries, sniff

T = TypeVar("T")
DAY = date(2025, 7, 19)
GIVEN = GivenByPerson(published=DAY.isoformat())
HEAD = (
    "No,Primer Apellido,Segundo Apellido,Nombres,Cédula,Nacionalidad,Sexo,Fecha de nacimiento,Edad,"
    "Fecha de detención,Centro de reclusión,Delito,Situación"
)
NAMES = "Ana José Luis María Carlos Juan Pedro Rosa Elena Marta Jorge Miguel Andrés Lucía Diego Sofía".split()
FAMILIES = "Ruiz Peña Soto Paz Mora Gómez Pérez Rojas Díaz Vargas Castro Silva Medina Rivas Salas Quispe Flores".split()


def make(path: Path, rows: int, changed: bool = False) -> None:
    """Write a list of invented people; ``changed`` writes a newer version of it."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD.split(","))
        for number in range(1, rows + 1):
            row = _person(chance, number)
            if changed and number % 100 == 0:
                row[10] = "Penal Este"
            writer.writerow(row)


def _person(chance: random.Random, number: int) -> list[str]:
    year = chance.randint(1950, 2005)
    return [
        str(number),
        chance.choice(FAMILIES),
        chance.choice(FAMILIES),
        f"{chance.choice(NAMES)} {chance.choice(NAMES)}",
        f"V-{chance.randint(1_000_000, 30_000_000)}",
        chance.choice(["venezolana", "colombiano", "Perú"]),
        chance.choice("FM"),
        f"{chance.randint(1, 28)}/{chance.randint(1, 12)}/{year}",
        str(DAY.year - year),
        f"{chance.randint(1, 28)}/{chance.randint(1, 6)}/2025",
        chance.choice(["Penal Norte", "Penal Sur"]),
        "rebelión",
        chance.choice(["Recluido", "Excarcelado"]),
    ]


def alone(path: Path, newer: Path | None, state: str) -> None:
    """Take a list through all steps here, and print what each took."""
    document = _timed("take in", lambda: take_in(path, GIVEN, table=True)[0])
    if document is None:
        sys.exit(f"{path} cannot be read.")
    mapping = _timed("sniff", lambda: sniff(document)[0])
    rows = _timed("entries", lambda: entries(document, mapping)[0])
    if newer is not None:
        other = take_in(newer, GIVEN, table=True)[0]
        assert other is not None
        later = entries(other, sniff(other)[0])[0]
        found = _timed("difference", lambda: difference(rows, later))
        print(f"  {len(found.changed):,} changed, {found.unchanged:,} unchanged")
    with TemporaryDirectory() as folder, new(Path(folder) / "case", Actor("bench")) as casebook:
        said = Said(state, "Bench")
        done = _timed("import", lambda: import_list(casebook, path, said, GIVEN, Actor("bench"))[0])
        out = _timed("suppress", lambda: suppress(casebook, "asked", Actor("bench"), first_of(casebook, done.document)))
        left = _timed("read without", lambda: list_read(casebook, done.document))
        print(f"  {len(out.rows):,} rows suppressed, {left.withheld:,} withheld")
        size = (Path(folder) / "case" / "casebook.sqlite3").stat().st_size / 1e6
    print(f"  {done.entries:,} rows, {len(done.statements):,} statements, casebook {size:,.0f} MB")


def first_of(casebook: Casebook, document: str) -> Entry:
    """Return the first entry of a list."""
    return list_read(casebook, document).entries[0]


def _timed(what: str, work: Callable[[], T]) -> T:
    before = _processor()
    done = work()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"  {what:<18} {_processor() - before:7.1f} s  {memory:7,.0f} MB", flush=True)
    return done


def _processor() -> float:
    used = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--file", type=Path)
    parser.add_argument("--newer", type=Path, help="a newer version of the file")
    parser.add_argument("--state", default="held")
    asked = parser.parse_args()
    if asked.file is not None:
        alone(asked.file, asked.newer, asked.state)
        return
    with TemporaryDirectory() as folder:
        for rows in asked.rows:
            older, newer = Path(folder) / f"{rows}.csv", Path(folder) / f"{rows}-newer.csv"
            make(older, rows)
            make(newer, rows, changed=True)
            print(f"{rows:,} rows, {older.stat().st_size / 1e6:.1f} MB", flush=True)
            command = [sys.executable, "-m", "bench.rolls.long", "--file", str(older), "--newer", str(newer)]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
