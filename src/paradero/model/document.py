"""Documents: an original, unchanged, with its provenance, its frozen text and the parts that the text came apart
into.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from paradero.model.identity import ADDED, digest
from paradero.model.when import When

Origin = Literal["person", "markup", "file", "worked_out", "none"]


@dataclass(frozen=True, slots=True)
class Given:
    """One thing known about a document, and how we know it.

    Attributes:
        value: the value; empty when unknown.
        origin: ``person`` typed it, ``markup`` of the page says it, ``file`` carries it, ``worked_out`` by a program,
            or ``none`` when unknown.
    """

    value: str = ""
    origin: Origin = "none"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a document comes from; every value says who gave it.

    ``published`` is an ISO day. ``retrieved_at`` (ISO instant) is not part of the document's identity.
    """

    publisher: Given = Given()
    published: Given = Given()
    author: Given = Given()
    url: Given = Given()
    language: Given = Given()
    licence: Given = Given()
    retrieved_at: str = ""

    @property
    def anchor(self) -> date | None:
        """The day that "today" and "in March" hang on, or None when nobody gave it."""
        return date.fromisoformat(self.published.value) if self.published.value else None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document's text with a role.

    Attributes:
        role: a code of the vocabulary ``parts``: headline, body, quotation, caption, credit, boilerplate, ...
        start, end: character offsets into the frozen text, end not included.
        number: counts parts from 1 in document order; "body 3" names the third part, a body.
        credit: for a caption, who the picture is credited to, as written ("" when nobody is).
        relay: for a caption, the agency through which it came ("via AP": AP), as written.
        said_on: for an entry of a live blog or log and what stands under it, when it was set down: the days that this
            may be, the hour as written, and what was written of both. None for a part without a time of its own.
    """

    role: str
    start: int
    end: int
    number: int
    credit: str = ""
    relay: str = ""
    said_on: When | None = field(default=None, metadata={ADDED: True})

    @property
    def name(self) -> str:
        """The part's name in statements: its role and number."""
        return f"{self.role} {self.number}"


@dataclass(frozen=True, slots=True)
class Recognised:
    """A stretch of a document's text that a program recognised in a picture of it; nobody typed it.

    Attributes:
        start, end: character offsets into the frozen text, end not included.
        confidence: from 0 to 1, the mean of what the program gives for the words of the page.
    """

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a table: a stretch of the document's text in which each line is a row and a tab parts two cells.

    The first line is row 1 and the words before the first tab are column 1, whether anything stands there or not. A
    line break inside a cell is written as U+2028, a tab inside a cell as U+2409.

    Attributes:
        name: as the file has it; empty when it has none.
        start, end: character offsets into the frozen text, end not included.
        hidden: whether the program that made it would not show it.
        merged: cells that the file joins into one: first row, first column, last row, last column.
    """

    name: str
    start: int
    end: int
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An original as it was given, with its text frozen.

    Attributes:
        sha256: of the original's bytes; the original rests under this name.
        name: the file's name as given.
        media_type: what the bytes are ("text/plain", "text/html", ...).
        text: the frozen text; every span points into it.
        parts: in document order; a quotation part lies inside a body part.
        provenance: publisher, published, ... each with its origin.
        recorded_at: ISO instant of the act that added it; not part of the identity.
        replaces: id of the document that this is a newer version of; empty otherwise.
        pages: where each stretch of one page begins in the text, with the page's number from 1: ``(offset, page)``, by
            offset. A footnote may stand after words of the next page. Empty when the source has no pages.
        recognised: the stretches of the text that were recognised and not written, in order.
        recogniser: what recognised them: the program, its version and its languages; empty when nothing was.
        sheets: the sheets of a table, in order; empty when the document was not read as a table.
        boxes: for the cells of tables in a PDF, by offset, where what begins there stands on its page: ``(offset, left,
            top, right, bottom)``, in points from the upper left corner of the page as it is shown.
    """

    sha256: str
    name: str
    media_type: str
    text: str
    parts: tuple[Part, ...]
    provenance: Provenance = field(default_factory=Provenance)
    recorded_at: str = ""
    replaces: str = ""
    pages: tuple[tuple[int, int], ...] = field(default=(), metadata={ADDED: True})
    recognised: tuple[Recognised, ...] = field(default=(), metadata={ADDED: True})
    recogniser: str = field(default="", metadata={ADDED: True})
    sheets: tuple[Sheet, ...] = field(default=(), metadata={ADDED: True})
    boxes: tuple[tuple[int, int, int, int, int], ...] = field(default=(), metadata={ADDED: True})

    @property
    def id(self) -> str:
        """The document's id: over the original, its frozen text and parts, and what is known of its provenance."""
        known = self.provenance
        given = (known.publisher, known.published, known.author, known.url, known.language, known.licence)
        paged = (self.pages,) if self.pages else ()  # a source without pages has the id it had before there were any
        seen = (("recognised", self.recognised, self.recogniser),) if self.recogniser else ()
        tabled = (("sheets", self.sheets),) if self.sheets else ()
        boxed = (("boxes", self.boxes),) if self.boxes else ()
        written = (self.sha256, self.media_type, self.text, self.parts)
        return digest("document", *written, given, self.replaces, *paged, *seen, *tabled, *boxed)

    def recognised_at(self, start: int, end: int) -> float | None:
        """Return the lowest confidence of what was recognised in a stretch, or None when all of it was written."""
        return min((r.confidence for r in self.recognised if r.start < end and start < r.end), default=None)

    def part_at(self, start: int) -> Part | None:
        """Return the innermost part that holds a position, or None."""
        holding = [p for p in self.parts if p.start <= start < p.end]
        return min(holding, key=lambda p: p.end - p.start, default=None)

    def page_at(self, start: int) -> int | None:
        """Return the number of the page that a position stands on, or None when the source has no pages."""
        before = bisect_right(self.pages, start, key=lambda page: page[0])
        return self.pages[before - 1][1] if before else None

    def box_in(self, start: int, end: int) -> tuple[int, int, int, int] | None:
        """Return the box around all that begins in a stretch and stands on its first page; None where no cell is."""
        first, page = bisect_left(self.boxes, start, key=lambda box: box[0]), self.page_at(start)
        last = bisect_left(self.boxes, end, lo=first, key=lambda box: box[0])
        held = [box[1:] for box in self.boxes[first:last] if self.page_at(box[0]) == page]
        if not held:
            return None
        lefts, tops, rights, bottoms = zip(*held, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)
