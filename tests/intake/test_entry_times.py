"""The times of entries in texts without markup. Pages are our own; a comment says what is special about each."""

from __future__ import annotations

from datetime import date

import pytest

from paradero.intake import GivenByPerson, parse
from paradero.model import Document


def document(text: str, published: str = "2025-03-17") -> Document:
    return parse(text.encode(), "live.txt", GivenByPerson(published=published, language="en"))[0]


def times(text: str, published: str = "2025-03-17") -> list[str]:
    """The stamped entries: "hour first..last", days of March, "-" for a day that is not known."""
    entries = [
        p for p in document(text, published).parts if p.role in ("entry", "correction") and p.said_on is not None
    ]
    shown = []
    for entry in entries:
        when = entry.said_on
        assert when is not None
        days = [day.strftime("%d") if day is not None else "-" for day in (when.earliest_start, when.latest_end)]
        shown.append(f"{when.hour} {'..'.join(dict.fromkeys(days))}")
    return shown


def blog(*stamps: str) -> str:
    entries = (f"{stamp}\nNine sailors were led to the gate of the barracks of Sorrel." for stamp in stamps)
    return "LIVE: Sailors leave Port Alba\n\n" + "\n\n".join(entries) + "\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one day, forwards and backwards
        (blog("09.10", "14.32 GMT", "17.05"), ["09.10 17", "14.32 GMT 17", "17.05 17"]),
        (blog("10:05pm ET", "2:10pm ET", "11am ET"), ["10:05pm ET 17", "2:10pm ET 17", "11am ET 17"]),
        # newest first over midnight: the page's day is one of the two, and nothing says which
        (blog("01.05", "23.10", "21.30"), ["01.05 17..18", "23.10 16..17", "21.30 16..17"]),
        # oldest first over midnight
        (blog("22.15", "23.50", "00.20"), ["22.15 16..17", "23.50 16..17", "00.20 17..18"]),
        # a day in one stamp dates those that follow it
        (blog("17 March, 01.05", "23.10", "21.30"), ["01.05 17", "23.10 16", "21.30 16"]),
        # a long step within one day is no midnight when the others go the other way
        (blog("18.52", "06.20", "05.10"), ["18.52 17", "06.20 17", "05.10 17"]),
        # hours up to twelve without a half: the step over noon might be midnight
        (blog("11.30", "12.15", "1.05"), ["11.30 -", "12.15 -", "1.05 -"]),
        (blog("11.30am", "12.15pm", "1.05pm"), ["11.30am 17", "12.15pm 17", "1.05pm 17"]),
    ],
)
def test_days_are_worked_out_and_not_invented(text: str, expected: list[str]) -> None:
    assert times(text) == expected


def test_a_day_over_the_entries_dates_them() -> None:
    text = blog("MONDAY", "9.15am", "7.40am").replace("MONDAY\nNine sailors were led to the gate of the barracks of "
        "Sorrel.", "MONDAY") + "\nSUNDAY\n\n9.40pm\nThree teachers were arrested at Sorrel.\n"  # fmt: skip
    assert times(text) == ["9.15am 17", "7.40am 17", "9.40pm 16"]


def test_a_log_has_its_own_dates_and_no_day_of_publication() -> None:
    text = (
        "Duty log, railway post\n\n11 Nov 1956\n\n06.20 Fog at the points.\n\n23.50 Goods train with nine wagons.\n\n"
        "12 Nov\n\n00.15 Two men held at the bridge.\n"
    )
    said = [p.said_on for p in document(text, "").parts if p.role == "entry"]
    assert [when.earliest_start for when in said if when is not None] == [
        date(1956, 11, 11),
        date(1956, 11, 11),
        date(1956, 11, 12),  # the year of the day before
    ]


def test_without_any_day_the_hour_is_kept() -> None:
    assert times(blog("09.10", "14.32 GMT"), published="") == ["09.10 -", "14.32 GMT -"]


def test_what_stands_under_a_stamp_has_its_time_up_to_the_note_at_the_foot() -> None:
    text = blog("14.32", "09.10") + (
        "\nA second paragraph of the entry says that nobody else had been let go by the guards.\n\n"
        "Correction: an earlier entry named the wrong gate.\n"
    )
    said = {p.role: p.said_on for p in document(text).parts}
    assert said["body"] is not None
    assert said["body"].hour == "09.10"
    assert (said["correction"], said["headline"]) == (None, None)


def test_a_heading_over_a_stamp_is_that_of_the_entry_below() -> None:
    text = (
        "LIVE: Sailors leave\n\n14.32\nNine sailors were led to the gate of Sorrel by guards of the port.\n\n"
        "Teachers arrested in Oran\n\n09.10\nThree teachers were arrested in Oran this morning, says the consul.\n"
    )
    heading = next(p for p in document(text).parts if p.role == "subhead")
    assert heading.said_on is not None
    assert heading.said_on.hour == "09.10"


def test_an_entry_that_corrects_is_a_correction_with_a_time() -> None:
    text = blog("14.32", "12.47 Correction", "09.10")
    found = [(p.role, p.said_on.hour) for p in document(text).parts if p.said_on is not None and p.role != "quotation"]
    assert found == [("entry", "14.32"), ("correction", "12.47"), ("entry", "09.10")]


def test_a_note_has_the_day_of_the_amendment() -> None:
    text = (
        "Sailors leave Port Alba\n\nNine sailors were led to the gate of the barracks of Sorrel on Sunday.\n\n"
        "This article was amended on 18 March 2025. An earlier version said that twelve sailors had left.\n"
    )
    note = next(p for p in document(text).parts if p.role == "correction")
    assert note.said_on is not None
    assert (note.said_on.earliest_start, note.said_on.written) == (date(2025, 3, 18), "18 March 2025")


def test_numbers_of_paragraphs_are_no_hours() -> None:
    text = "Report\n\n" + "\n\n".join(f"7.{n} The men were moved from the camp to the ship." for n in (31, 32, 33))
    assert times(text) == []


def test_a_text_without_entries_is_as_it_was() -> None:
    text = "Sailors leave Port Alba\n\nNine sailors left the barracks at 14.32 on Sunday, the consul said.\n"
    assert all(part.said_on is None for part in document(text).parts)
    assert document(text).id == "ea4773a76adfe3b8f5856ec77011a3afe19770f79b4063a6099e0bf1996af508"
