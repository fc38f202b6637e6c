"""The innermost part at a place: the same answer as the document gives, for every place and shape of parts."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paradero.model import Document, Part
from paradero.reading.parts import Parts

LENGTH = 3_000
SHAPES = st.lists(
    st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).filter(lambda pair: pair[0] < pair[1]), max_size=8
)


def document_of(*parts: tuple[str, int, int]) -> Document:
    given = tuple(Part(role, start, end, number) for number, (role, start, end) in enumerate(parts, start=1))
    return Document("a" * 64, "a.txt", "text/plain", "x" * LENGTH, given)


@pytest.mark.parametrize(
    ("place", "named"),
    [
        (0, "headline 1"),
        (29, "headline 1"),
        (30, None),  # the white space between two parts belongs to neither
        (32, "body 2"),
        (100, "quotation 3"),  # within the body, and shorter
        (150, "body 2"),  # the end of a part is not included: the body goes on behind the quotation
        (2_047, "body 2"),  # far from where the body begins
        (2_500, None),
        (LENGTH, None),
    ],
)
def test_the_innermost_part_is_told(place: int, named: str | None) -> None:
    parts = Parts(document_of(("headline", 0, 30), ("body", 32, 2_048), ("quotation", 100, 150)))
    part = parts.at(place)
    assert (None if part is None else part.name) == named


def test_of_two_as_long_the_first_is_told() -> None:
    parts = Parts(document_of(("body", 0, 50), ("caption", 0, 50), ("credit", 10, 60)))
    assert [part.name for part in map(parts.at, (0, 20, 55)) if part is not None] == ["body 1", "body 1", "credit 3"]


def test_a_document_without_parts_has_none_anywhere() -> None:
    assert Parts(document_of()).at(0) is None


@given(SHAPES, st.integers(0, LENGTH))
@example([(0, 1_024), (1_024, 2_048)], 1_024)
@example([(0, LENGTH), (10, 20), (10, 20)], 15)
def test_it_answers_as_the_document_does(shapes: list[tuple[int, int]], place: int) -> None:
    document = document_of(*(("body", start, end) for start, end in shapes))
    assert Parts(document).at(place) == document.part_at(place)
