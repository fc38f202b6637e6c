from __future__ import annotations

import pytest

from paradero.intake.stamps import amended_on, day_alone, stamp_of


@pytest.mark.parametrize(
    ("line", "hour", "day", "rest"),
    [
        ("14.32 GMT", "14.32 GMT", "", ""),
        ("10:05pm ET Sailors leave", "10:05pm ET", "", "Sailors leave"),
        ("14:32 — Sailors leave", "14:32", "", "Sailors leave"),
        ("8.05 | Good morning", "8.05", "", "Good morning"),
        ("1.30pm. The ship is in.", "1.30pm", "", "The ship is in."),  # the stop is that of the stamp
        ("9.30 p.m. The ship is in.", "9.30 p.m.", "", "The ship is in."),  # and here that of the hour
        ("Updated at 10.05am BST", "10.05am BST", "", ""),
        ("[14:32] Sailors leave", "14:32", "", "Sailors leave"),
        ("18 April 2025, 23.10 BST", "23.10 BST", "18 April 2025", ""),
        ("Friday 14:32 Sailors leave", "14:32", "Friday", "Sailors leave"),
        ("23:10, 18 April", "23:10", "18 April", ""),
        ("14:32 Friday prayers are over", "14:32", "", "Friday prayers are over"),  # the day is of the sentence
        ("0210 hrs Two men held", "0210 hrs", "", "Two men held"),
        ("10pm ET: sailors leave", "10pm ET", "", "sailors leave"),
        ("10pm: sailors leave", "10pm", "", "sailors leave"),
    ],
)
def test_a_stamp_begins_a_line(line: str, hour: str, day: str, rest: str) -> None:
    stamp = stamp_of(line)
    assert stamp is not None
    assert (stamp.hour, stamp.day, line[stamp.length :]) == (hour, day, rest)


@pytest.mark.parametrize(
    "line",
    [
        "10pm curfew begins in Port Alba",  # a headline
        "1.25 million people fled",  # a number
        "3.50 metres of water stood in the cells",
        "At 14.32 the gate was opened",  # not at the beginning
        "29:99 was the score",
        "Sailors leave",
    ],
)
def test_no_stamp(line: str) -> None:
    assert stamp_of(line) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("FRIDAY", "FRIDAY"),
        ("11 Nov 1956", "11 Nov 1956"),
        ("Friday 18 April", "Friday 18 April"),
        ("— April 18, 2025 —", "April 18, 2025"),
        ("Friday in Port Alba", ""),
        ("What happened", ""),
    ],
)
def test_a_day_may_stand_alone_over_entries(line: str, day: str) -> None:
    assert day_alone(line) == day


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("This article was amended on 12 March 2025 because nine sailors were freed.", "12 March 2025"),
        ("Corrected March 12, 2025: nine sailors were freed.", "March 12, 2025"),
        ("Correction: nine sailors were freed on 12 March.", ""),  # the day of the release
    ],
)
def test_a_note_may_name_the_day_it_was_made(note: str, day: str) -> None:
    assert amended_on(note) == day
