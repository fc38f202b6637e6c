"""Entries of a live page: what is said in one hangs on its own time."""

from __future__ import annotations

from datetime import date

import pytest

from paradero.intake import GivenByPerson, parse
from paradero.model import Statement
from paradero.model.public import statement_json
from paradero.reading import read

TEXT = """LIVE: Sailors leave Port Alba

17 March, 00.20 GMT
Nine sailors were freed by the port authority an hour ago, the harbour ministry said.
Two nurses were arrested at Oran on 3 March.

23.10 GMT
Three teachers were arrested this morning at the barracks of Sorrel.
"""


def statements(engine: str = "rules", text: str = TEXT) -> tuple[Statement, ...]:
    document, _ = parse(text.encode(), "live.txt", GivenByPerson(published="2025-03-17", language="en"))
    return read(document, engine)[0]


def said(words: str, engine: str = "rules", text: str = TEXT) -> Statement:
    return next(s for s in statements(engine, text) if words in s.span.exact)


@pytest.mark.parametrize("engine", ["rules", "classifier"])
@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Nine sailors", date(2025, 3, 16)),  # an hour before 00.20 on the 17th
        ("Three teachers", date(2025, 3, 16)),  # the morning of the day before the page's
        ("Two nurses", date(2025, 3, 3)),
    ],
)
def test_words_of_time_hang_on_the_entry(words: str, day: date, engine: str) -> None:
    when = said(words, engine).when
    assert when is not None
    assert (when.earliest_start, when.latest_end) == (day, day)


def test_a_statement_says_when_it_was_set_down() -> None:
    written, worked_out = said("Nine sailors"), said("Three teachers")
    assert written.said_on is not None
    assert worked_out.said_on is not None
    assert (written.said_on.earliest_start, written.said_on.hour) == (date(2025, 3, 17), "00.20 GMT")
    assert (worked_out.said_on.earliest_start, worked_out.said_on.hour) == (date(2025, 3, 16), "23.10 GMT")
    public = statement_json(worked_out)
    assert public["said_on"]["earliest_start"] == "2025-03-16"
    assert "said_on" in public["worked_out"]  # the day is not written on this entry


def test_outside_an_entry_the_document_says_when() -> None:
    plain = "Sailors leave\n\nNine sailors were freed by the port authority this morning, the ministry said.\n"
    statement = said("Nine sailors", text=plain)
    assert statement.said_on is None
    assert statement.when is not None
    assert statement.when.earliest_start == date(2025, 3, 17)
