"""Displayed quotations: who speaks a paragraph that is nothing but a quotation."""

from __future__ import annotations

import pytest

from paradero.intake import GivenByPerson, parse
from paradero.model import Statement
from paradero.reading import read
from paradero.reading.displayed import displayed
from paradero.reading.linker import Attribution

ROWS: list[tuple[str, str]] = [
    # a colon hands over to the subject of its sentence
    ("He told the inquiry at noon:\n\n“A neighbour was taken.”", "He"),
    # without one, words in the first person are those of whom the sentence before is about
    ("Ana Ruiz was on the third bus.\n\n“We were driven north and nine of us were taken.”", "Ana Ruiz"),
    # but not words that nobody says of himself
    ("Ana Ruiz was on the third bus.\n\n“Nine people were taken.”", ""),
    # nor after a sentence about a thing
    ("The bus was late.\n\n“We were driven north and nine of us were taken.”", ""),
    # nor when the quotation is only a part of its paragraph
    ("He told the inquiry:\n\n“A neighbour was taken.” The room was very silent for a long while after that.", ""),
]


@pytest.mark.parametrize(("text", "source"), ROWS)
def test_who_is_taken(text: str, source: str) -> None:
    found = displayed(text, ())
    assert [text[slice(*item.source[0])] for item in found] == ([source] if source else [])


def test_a_quotation_that_is_attributed_is_left_alone() -> None:
    text = "He told the inquiry:\n\n“A neighbour was taken.”"
    start = text.index("A neighbour")
    said = (Attribution(((0, 2),), ((3, 7),), ((start, len(text) - 1),)),)
    assert displayed(text, said) == said


def _read(text: str) -> tuple[Statement, ...]:
    document, _ = parse(text.encode(), "report.txt", GivenByPerson(published="2025-07-19", language="en"))
    return read(document, engine="rules")[0]


def test_what_was_worked_out_is_marked() -> None:
    """Nobody said that Ana Ruiz speaks; after a colon, somebody did."""
    (taken,) = _read(
        "Bus three\n\nAna Ruiz was on the third bus.\n\n“We were driven north. Then my aunt was arrested.”"
    )
    assert (taken.speaker.name, "speaker" in taken.worked_out) == ("Ana Ruiz", True)
    (told,) = _read("Bus three\n\nAna Ruiz told the inquiry:\n\n“We were driven north. Then my aunt was arrested.”")
    assert (told.speaker.name, "speaker" in told.worked_out) == ("Ana Ruiz", False)
