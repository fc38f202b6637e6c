"""Corrections: what a note withdraws, what it puts right, and which statement of the report that was.

Each row is a report of our own with its note; the comment says what is special about it.
"""

from __future__ import annotations

import pytest

from paradero.intake import GivenByPerson, parse
from paradero.model import Statement
from paradero.reading import read

HEAD = "Sailors leave Port Alba\n\n"
FREED = "Port Alba released 9 sailors on Monday.\n\n"


def statements(text: str, engine: str = "rules") -> tuple[Statement, ...]:
    document, _ = parse(text.encode(), "report.txt", GivenByPerson(published="2025-03-17", language="en"))
    found, problems = read(document, engine)
    assert problems == ()
    return found


def told(text: str) -> list[str]:
    """The statements of corrections: "stance act value -> what is corrected"."""
    found = statements(text)
    by_id = {s.id: s for s in found}
    rows = []
    for statement in found:
        if statement.stance != "retracts" and statement.corrects is None:
            continue
        row = f"{statement.stance} {statement.act} {statement.figure.value if statement.figure is not None else '-'}"
        link = statement.corrects
        if link is not None:
            assert text[link.start : link.end] == link.words
            row += f" -> {by_id[link.statement].part.split()[0]} {link.words}"
        rows.append(row)
    return rows


MONDAY = "body Port Alba released 9 sailors on Monday"
ROWS = [
    # the report still has the wrong number: both sides name it
    (
        FREED + "Correction: An earlier version of this article said 9 sailors were released; it was eight.",
        [f"retracts released 9 -> {MONDAY}", f"asserts released 8 -> {MONDAY}"],
    ),
    # the report has been mended: the right number names the withdrawn words
    (
        FREED
        + "This article was amended on 18 March. A previous version said that 12 sailors were released. It was 9.",
        ["retracts released 12", "asserts released 9 -> correction 12 sailors were released"],
    ),
    # the wrong number is set behind the right one
    (
        FREED + "Correction: 8 sailors were released on Monday, not 9.",
        [f"asserts released 8 -> {MONDAY}", f"retracts released 9 -> {MONDAY}"],
    ),
    # the note says only what is right
    (FREED + "Clarification: Port Alba released 8 sailors on Monday.", [f"asserts released 8 -> {MONDAY}"]),
    # "we" of the outlet, with the adverb that gives it away
    (FREED + "Editor's note: We wrongly reported that three teachers had been arrested.", ["retracts arrested 3"]),
    # a note about other people names nothing
    (FREED + "Correction: Two teachers were arrested in Oran.", []),
    # two statements that it may mean: none is guessed
    (FREED + "The guards released 9 sailors in May.\n\nCorrection: Port Alba released 8 sailors.", []),
    # an earlier version is an earlier version outside a note as well
    (
        "An earlier version of this story said that 9 sailors had been released.\n\n" + FREED,
        [f"retracts released 9 -> {MONDAY}"],
    ),
    # what a paper reported before, and stands by
    ("As we reported on Monday, 9 sailors were released.\n\n" + FREED, []),
    # somebody else's words in a note are theirs
    (FREED + "Correction: The consul said that 9 sailors had been released.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_what_a_note_withdraws_and_puts_right(text: str, expected: list[str]) -> None:
    assert told(HEAD + text + "\n") == expected


def test_a_page_of_corrections_needs_no_label() -> None:
    text = (
        "Corrections and clarifications\n\nWe wrote that both teachers had been sentenced. Only one teacher was "
        "sentenced, in August.\n\nThe headline said that 9 sailors were released. It was eight.\n"
    )
    assert told(text) == [
        "retracts sentenced 2",
        "retracts released 9",
        "asserts released 8 -> body 9 sailors were released",
    ]


def test_an_entry_of_a_live_page_corrects_one_below_it() -> None:
    text = (
        "LIVE: Sailors leave\n\n12.47 Correction\nWe reported at 11.20 that 9 sailors had been released. It was "
        "eight.\n\n11.20 Sailors out\nPort Alba released 9 sailors, the guards said.\n"
    )
    first, *_ = [s for s in statements(text) if s.stance == "retracts"]
    assert first.said_on is not None
    assert first.said_on.hour == "12.47"
    assert first.corrects is not None
    assert first.corrects.words == "Port Alba released 9 sailors"


@pytest.mark.parametrize("engine", ["rules", "classifier"])
def test_who_withdraws_and_what_was_worked_out(engine: str) -> None:
    text = HEAD + FREED + "Correction: An earlier version of this article said 9 sailors were released; it was eight.\n"
    withdrawn, right = [s for s in statements(text, engine) if s.part.startswith("correction")]
    assert (withdrawn.speaker.name, withdrawn.speaker.as_written) == ("outlet", "An earlier version of this article")
    assert (withdrawn.cue, withdrawn.stance, withdrawn.span.exact) == ("said", "retracts", "9 sailors were released")
    assert withdrawn.worked_out == ("corrects",)
    assert (right.stance, right.trigger.exact, right.span.exact) == ("asserts", "eight", "it was eight")
    assert right.worked_out == ("act", "corrects")


def test_a_report_without_a_note_is_as_it_was() -> None:
    assert all(s.corrects is None and s.stance == "asserts" for s in statements(HEAD + FREED))
