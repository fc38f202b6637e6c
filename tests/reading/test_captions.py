"""Captions and credits: whoever gave the picture, the outlet tells what it shows."""

from __future__ import annotations

from datetime import date

import pytest

from paradero.intake import GivenByPerson, parse
from paradero.model import Statement
from paradero.reading import read

BODY = "PORT ALBA, March 16 - Nine sailors were released by the port authority on Sunday, the consul said."


def in_caption(caption: str, engine: str) -> Statement:
    text = f"Sailors leave Port Alba\n\n{caption}\n\n{BODY}\n"
    document, _ = parse(text.encode(), "report.txt", GivenByPerson(published="2025-03-17", language="en"))
    return next(s for s in read(document, engine)[0] if s.part.startswith("caption"))


@pytest.mark.parametrize("engine", ["rules", "classifier"])
@pytest.mark.parametrize(
    ("caption", "speaker", "relay"),
    [
        # the one who gave the picture passes it on
        (
            (
                "In this photo released by the Ministry of Fisheries, three teachers are transferred to Sorrel on "
                "March 16, 2025. (Ministry of Fisheries via AP)"
            ),
            "outlet",
            "the Ministry of Fisheries",
        ),
        (
            (
                "In this image taken from video provided by the Navy of Alba, three teachers are transferred to "
                "Sorrel, Sunday, March 16, 2025. (Navy of Alba via AP)"
            ),
            "outlet",
            "the Navy of Alba",
        ),
        # that a picture shows somebody is the outlet's word
        (
            (
                "A handout photo made available by the Presidency of Alba shows three teachers being transferred to "
                "Sorrel on 16 March 2025. EPA/PRESIDENCY OF ALBA HANDOUT"
            ),
            "outlet",
            "the Presidency of Alba",
        ),
        # the credit's agency passes it on, its photographer says nothing
        ("Three teachers are transferred to Sorrel on March 16, 2025. (AP Photo/Li Wen)", "outlet", "AP"),
        # a caption that names its source
        (
            "Three teachers were transferred to Sorrel on March 16, 2025, according to the consul - Li Wen/Reuters",
            "the consul",
            "",
        ),
    ],
)
def test_who_speaks_in_a_caption(caption: str, speaker: str, relay: str, engine: str) -> None:
    statement = in_caption(caption, engine)
    assert (statement.speaker.name, statement.relay, statement.channel) == (speaker, relay, "")
    assert statement.when is not None
    assert (statement.when.earliest_start, statement.when.latest_end) == (date(2025, 3, 16), date(2025, 3, 16))
