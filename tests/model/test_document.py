"""Documents: which page a position stands on, and ids that stay what they were before documents had pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paradero.model import Document, Part, Recognised
from paradero.model.encoding import from_plain, to_plain

TEXT = "Nine men came home. 1 A note. They were held."
UNPAGED = Document("0" * 64, "a.txt", "text/plain", TEXT, (Part("body", 0, 19, 1),))
PAGED = Document("0" * 64, "a.pdf", "application/pdf", TEXT, UNPAGED.parts, pages=((0, 1), (10, 2), (20, 1), (30, 2)))


@pytest.mark.parametrize(
    ("document", "position", "page"),
    [
        (PAGED, 0, 1),
        (PAGED, 9, 1),
        (PAGED, 10, 2),  # a sentence goes on over the page
        (PAGED, 22, 1),  # the note at the foot of the page before
        (PAGED, 44, 2),
        (UNPAGED, 5, None),
    ],
)
def test_the_page_of_a_position(document: Document, position: int, page: int | None) -> None:
    assert document.page_at(position) == page


def test_a_document_without_pages_keeps_its_id_and_its_plain_form() -> None:
    # Worked out before documents had pages.
    assert UNPAGED.id == "ddc630c3afedd3bc2b527e72463a7f811595635ede4e9b1e200d9883466e7f43"
    assert "pages" not in to_plain(UNPAGED)
    assert from_plain(Document, to_plain(UNPAGED)) == UNPAGED


def test_pages_are_part_of_the_identity_and_come_back() -> None:
    assert PAGED.id != Document("0" * 64, "a.pdf", "application/pdf", TEXT, UNPAGED.parts).id
    assert from_plain(Document, to_plain(PAGED)) == PAGED


def test_what_was_recognised_is_part_of_the_identity_and_comes_back() -> None:
    seen = replace(
        PAGED, recognised=(Recognised(10, 20, 0.91), Recognised(30, 45, 0.62)), recogniser="tesseract 5 (eng)"
    )
    less_sure = replace(seen, recognised=(Recognised(10, 20, 0.91), Recognised(30, 45, 0.61)))
    assert len({PAGED.id, seen.id, less_sure.id, replace(seen, recogniser="tesseract 6 (eng)").id}) == 4
    assert from_plain(Document, to_plain(seen)) == seen
    assert not {"recognised", "recogniser"} & set(to_plain(PAGED))


@pytest.mark.parametrize(
    ("start", "end", "confidence"),
    [(0, 10, None), (5, 11, 0.91), (15, 40, 0.62), (20, 30, None), (44, 45, 0.62)],  # of two, the worse
)
def test_the_confidence_of_a_stretch(start: int, end: int, confidence: float | None) -> None:
    seen = replace(
        PAGED, recognised=(Recognised(10, 20, 0.91), Recognised(30, 45, 0.62)), recogniser="tesseract 5 (eng)"
    )
    assert seen.recognised_at(start, end) == confidence
