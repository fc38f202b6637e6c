"""Small reports about invented events; a parser and a reader that do their work in this process."""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from paradero.casework import Actor
from paradero.casework.taking import Parsed
from paradero.intake import GivenByPerson, parse_all
from paradero.model import Document, Figure, Mention, Problem, Reader, Span, Speaker, Statement, Who

ANA, BRUNO = Actor("Ana"), Actor("Bruno")
NOTHING = GivenByPerson()
REPORT = """Nine fishermen freed in exchange

The Interior Ministry of Ruthenia said that nine fishermen were freed in Portovel on Monday.

Their lawyers said that two sailors were freed as well. Nobody said why.
"""
FREED = re.compile(r"(\w+) (fishermen|sailors|miners) were freed( in Portovel)?")
NUMBERS = {"nine": 9, "two": 2}


def here(
    paths: Sequence[Path], given: GivenByPerson, workers: int | None, recognise: bool
) -> Generator[Parsed, None, None]:
    """Parse files in this process, without the worker processes of intake and their limits."""
    for path in paths:
        try:
            document, problems, contained = parse_all(path.read_bytes(), path.name, given)
        except OSError as error:
            yield path, None, (Problem("unreadable_file", str(path), f"{error}.", "Look."),), ()
        else:
            yield path, document, problems, contained


@dataclass(frozen=True, slots=True)
class TinyReader:
    """Reads "nine fishermen were freed" and nothing else."""

    version: str = "1"

    def __call__(self, document: Document) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
        found = tuple(self._statement(document, match) for match in FREED.finditer(document.text))
        if found:
            return found, ()
        return (), (Problem("nothing_found", document.name, "Nobody is freed in it.", "Read it yourself."),)

    def _statement(self, document: Document, match: re.Match[str]) -> Statement:
        part = document.part_at(match.start())
        start = match.end() - len(" in Portovel")
        number = NUMBERS.get(match[1])
        figure = Figure("=" if number is not None else None, number, of=match[2], written=match[1])
        return Statement(
            document=document.id,
            part="" if part is None else part.name,
            span=Span.of(document.text, *match.span()),
            trigger=Span.of(document.text, match.start(), match.end()),
            speaker=Speaker("Interior Ministry of Ruthenia", "party", "The Interior Ministry"),
            stance="asserts",
            act="released",
            reader=Reader("tiny", self.version),
            who=Who(Mention(f"{match[1]} {match[2]}", match.start(), match.end(2)), (), figure),
            at=Mention("Portovel", start + len(" in "), match.end()) if match[3] else None,
            figure=figure,
            worked_out=("at",),
        )


@dataclass(frozen=True, slots=True)
class FailingReader:
    """Fails on every document, in one of three ways."""

    how: str
    version: str = "1"

    def __call__(self, document: Document) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
        import os

        from paradero.model import UnknownCode

        if self.how == "dies":
            os._exit(9)
        if self.how == "misuse":
            raise UnknownCode("engines", "oracle", ["classifier", "rules"])
        raise ZeroDivisionError(document.name)
