from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paradero.model import InvalidValue, Span

TEXT = "Ten men were freed on Monday. The guards left. Ten men were freed on Friday."


@pytest.mark.parametrize(
    ("before", "words", "after", "expected"),
    [
        (TEXT, "Ten men", TEXT, "Ten men"),  # nothing moved
        (TEXT, "were freed", "UPDATED 9 May\n\n" + TEXT, "were freed"),  # a line was put in front
        (
            TEXT,
            "on Monday",
            TEXT.replace("Ten men were freed on Monday", "Ten  men\nwere freed on Monday"),
            "on Monday",
        ),
        ('He said "home" twice', '"home"', "He said “home” twice", "“home”"),  # typographic quotation marks
        ("held - he said - for years", "- he said -", "held – he said – for years", "– he said –"),  # dashes
    ],
)
def test_spans_are_found_again(before: str, words: str, after: str, expected: str) -> None:
    at = before.index(words)
    again = Span.of(before, at, at + len(words)).anchored_in(after)
    assert again is not None
    assert after[again.start : again.end] == expected


def test_of_two_equal_places_the_surroundings_decide() -> None:
    at = TEXT.rindex("Ten men were freed")
    span = Span.of(TEXT, at, at + 18)
    moved = "Ten men were freed, we wrote. " + TEXT
    again = span.anchored_in(moved)
    assert again is not None
    assert again.start == moved.rindex("Ten men were freed")


def test_words_that_are_gone_are_not_guessed() -> None:
    assert Span.of(TEXT, 0, 7).anchored_in("Nobody was freed.") is None


def test_a_span_cannot_end_before_it_starts() -> None:
    with pytest.raises(InvalidValue, match="from 5 to 3"):
        Span(5, 3, "")


@given(st.text(min_size=1, max_size=200), st.data(), st.text(max_size=20))
def test_a_text_put_in_front_moves_every_span(text: str, data: st.DataObject, front: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert span.holds_in(text)
    if span.exact.strip():
        again = span.anchored_in(front + text)
        assert again is not None
        assert again.holds_in(front + text)
