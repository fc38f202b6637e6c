"""What it takes to ask a large casebook again after one more report: its index, one person's chain, the exchanges.

    python -m bench.ledger.rebuilding --folder DIR [--statements 20000] [--reports 300] [--whole]

The casebook is invented: lists of prisoners in two states with two statements a row, imported as anybody imports them,
short reports that the rules read, and judgements that join rows of lists. When DIR holds one already, it is measured
again. ``--whole`` builds the whole ledger as well and holds the answers against its.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from paradero.casework import Actor, Casebook, add, import_list, ledger_of, new, open_casebook, read
from paradero.casework.ledger.indexing import index_of
from paradero.casework.ledger.keys import record_of_row
from paradero.casework.ledger.parts import EVERYTHING, About, ledger_about
from paradero.intake import GivenByPerson
from paradero.model import Judgement
from paradero.rolls import Said
from paradero.store import Act

ANA = Actor("Ana")
GIVEN = "Aldo Bruno Carla Dario Elsa Flora Gino Hilda Ivo Julia Karlo Lena Mirko Nadia Orso Paula".split()
FAMILY = (
    "Abad Brandt Corvo Drost Elm Ferro Grau Hollis Idris Jarl Korda Lund Marsh Nord Ostrow Pell Quiroz Roth".split()
)
ROWS = 125_000  # of one list at most
JUDGED = 0.005  # the share of rows that somebody judged to be the same as a row of the list before
T = TypeVar("T")


def named(number: int) -> str:
    """Return an invented name, another one for each number."""
    word, left = "", number
    while left or not word:
        word, left = word + "bdfgklmnprstvz"[left % 14] + "aeiou"[left % 5], left // 14
    return f"{GIVEN[number % len(GIVEN)]} {FAMILY[number % len(FAMILY)]} {word.capitalize()}"


def make(folder: Path, statements: int, reports: int, seed: int) -> None:
    """Make the casebook."""
    chance = random.Random(seed)
    sources = folder / "sources"
    sources.mkdir(parents=True)
    with new(folder / "case", ANA) as casebook:
        lists = []
        rows = statements // 2
        for at, first in enumerate(range(0, rows, ROWS)):
            lists.append(_list(casebook, sources, at, range(first, min(first + ROWS, rows))))
        _judge(casebook, lists, chance)
        for at in range(reports):
            (sources / f"report {at}.txt").write_text(report(chance, rows))
        texts = sorted(sources.glob("report*.txt"))
        add(casebook, texts, GivenByPerson(publisher="The Ruthenian Post", published="2025-07-19"), ANA)
        ids = [one.id for one in casebook.documents() if not one.sheets]
        read(casebook, ids, "rules", actor=ANA)


def _list(casebook: Casebook, sources: Path, at: int, numbers: range) -> tuple[str, int]:
    """Import a list; return its document and how many rows it has."""
    path = sources / f"list {at}.csv"
    with path.open("w") as file:
        file.write("No,Name,Born,Place of detention,Arrested on\n")
        for row, number in enumerate(numbers, 1):
            born = f"{1955 + number % 50}-{1 + number % 12:02}-{1 + number % 28:02}"
            file.write(f"{row},{named(number)},{born},Cecot,2025-{1 + number % 6:02}-{1 + number % 28:02}\n")
    said = Said("held", "Ministry of Justice of El Salvador", "party")
    done, _ = import_list(casebook, path, said, GivenByPerson(published="2025-07-01"), ANA)
    return done.document, len(numbers)


def _judge(casebook: Casebook, lists: list[tuple[str, int]], chance: random.Random) -> None:
    at = casebook.now()
    made = []
    for (one, many), (other, more) in pairwise(lists):
        for _ in range(int(min(many, more) * JUDGED)):
            pair = (record_of_row(one, "", chance.randint(2, many)), record_of_row(other, "", chance.randint(2, more)))
            made.append(Judgement("same", tuple(sorted(pair)), "Ana", "The same number.", at))
    casebook.record(Act("judge", "Ana", at, judgements=tuple(made)))


def report(chance: random.Random, rows: int) -> str:
    """Return a short report: one in fifty tells of an exchange, some name a prisoner."""
    many, name = chance.randint(3, 300), named(chance.randrange(max(rows, 1)))
    said = [
        f"The government of Venezuela said on Friday that {many} Venezuelans were released from Cecot.",
        f"{name} was released on Thursday.",
        f"{name}, 34, was held at Cecot in March, the Foro Penal said.",
        f"The US embassy said that {many} Americans were held in Caracas.",
        f"Lawyers said that {many} Hondurans arrived in Honduras on Monday.",
    ]
    told = chance.sample(said, 3)
    if chance.random() < 0.02:
        told.append(f"Venezuela released {many} Americans in exchange for {many * 2} Venezuelans on Friday.")
    return "\n\n".join(told) + "\n"


def timed(label: str, ask: Callable[[], T]) -> T:
    """Do something, and tell how long it took."""
    start = time.perf_counter()
    answer = ask()
    print(f"{label:58} {time.perf_counter() - start:9.3f} s", flush=True)
    return answer


def measure(folder: Path, seed: int, whole: bool) -> None:
    """Measure a casebook that was made."""
    chance = random.Random(seed)
    with open_casebook(folder / "case") as casebook:
        casebook.index_path.unlink(missing_ok=True)
        timed("index built from the beginning", lambda: bring_up(casebook))
        print(f"{'its size':58} {casebook.index_path.stat().st_size / 1e6:9.1f} MB")
        timed("asked whether it is up to date", lambda: bring_up(casebook))
        rows = [(one.how["document"], chance.randint(2, 1000)) for one in casebook.imports() for _ in range(20)]
        records = [record_of_row(document, "", row) for document, row in rows]
        exchanges(casebook, "the exchanges, when nothing is kept yet")
        one_more(casebook, folder, chance)
        exchanges(casebook, "the exchanges after that report")
        chains(casebook, records)
        if whole:
            compared(casebook, records)
    print(f"{'most memory':58} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:9.2f} GB")


def one_more(casebook: Casebook, folder: Path, chance: random.Random) -> None:
    """Add a report about a prisoner and read it; then ask for their chain."""
    name = named(chance.randrange(1000))
    another = time.time_ns()  # so that the same report is not in the casebook already when it is measured again
    path = folder / f"one more {another}.txt"
    told = f"{name} was released from Cecot on Thursday, the ministry said. {report(chance, 1000)}"
    path.write_text(f"{told}\n\nReport {another}.\n")
    given = GivenByPerson(publisher="The Ruthenian Post", published="2025-07-20")
    (done, _) = timed("one report added", lambda: add(casebook, [path], given, ANA))
    timed("  and read (the rules)", lambda: read(casebook, done.documents, "rules", actor=ANA))
    start = time.perf_counter()
    timed("  and the index brought up to date", lambda: bring_up(casebook))
    with index_of(casebook) as index:
        assert index is not None
        number = index.documents(done.documents)[done.documents[0]].number
        record = min(key[1:].hex() for key in index.keys_of([number]) if key.startswith(b"r"))
    part = timed(
        "  and the chain of a person it names", lambda: ledger_about(casebook, About((record,)), whole_below=0)
    )
    episodes = sum(len(one) for id, one in part.ledger.chains.items() if id in (part.complete or ()))
    print(f"{'  index and chain together':58} {time.perf_counter() - start:9.3f} s, {episodes} episodes")


def exchanges(casebook: Casebook, label: str) -> None:
    """Ask for the exchanges, with all that makes up each."""
    part = timed(label, lambda: ledger_about(casebook, About(exchanges=True), whole_below=0))
    print(f"{'  how many, from how many statements':58} {len(part.ledger.exchanges)}, {len(part.statements):,}")


def chains(casebook: Casebook, records: list[str]) -> None:
    """Ask for the chains of people of lists, one by one."""
    took = []
    for record in records:
        start = time.perf_counter()
        part = ledger_about(casebook, About((record,)), whole_below=0)
        assert [part.ledger.chains[id] for id in part.complete or ()]
        took.append((time.perf_counter() - start) * 1000)
    print(f"{'one person of a list: chain, median and slowest':58} {statistics.median(took):.1f}, {max(took):.1f} ms")
    start = time.perf_counter()
    ledger_about(casebook, About((records[0],)), "2025-07-18", whole_below=0)
    print(f"{'  the same, as known on an earlier day':58} {(time.perf_counter() - start) * 1000:.1f} ms")


def compared(casebook: Casebook, records: list[str]) -> None:
    """Build the whole ledger, and hold the answers of parts against its."""
    whole = timed("the whole ledger", lambda: ledger_of(casebook))
    timed("  its chains and exchanges", lambda: whole.ledger.chains)
    for record in records:
        part = ledger_about(casebook, About((record,)), whole_below=0)
        assert all(part.ledger.chains[id] == whole.ledger.chains[id] for id in part.complete or ())
    part = ledger_about(casebook, About(exchanges=True), whole_below=0)
    assert part.ledger.exchanges == whole.ledger.exchanges
    timed("everything, when nothing of lists is kept yet", lambda: ledger_about(casebook, EVERYTHING, whole_below=0))
    kept = timed("everything, as it is kept", lambda: ledger_about(casebook, EVERYTHING, whole_below=0))
    assert kept.ledger.claims == whole.ledger.claims
    assert kept.ledger.chains == whole.ledger.chains
    print("the answers are equal")


def bring_up(casebook: Casebook) -> None:
    """Bring the index up to date."""
    with index_of(casebook) as index:
        assert index is not None


def main() -> None:
    """Make a casebook when there is none, and measure it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--statements", type=int, default=20_000)
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--whole", action="store_true")
    given = parser.parse_args()
    if not (given.folder / "case").is_dir():
        timed("casebook made", lambda: make(given.folder, given.statements, given.reports, given.seed))
    measure(given.folder, given.seed, given.whole)


if __name__ == "__main__":
    main()
