"""What a format module makes of a file: the frozen text, its stretches, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from paradero.model.document import Document, Provenance, Recognised, Sheet
from paradero.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the frozen text that is one paragraph, line or block, before or after it has a role.

    Attributes:
        start, end: offsets, without white space at the ends.
        role: a code of the vocabulary ``parts``; "" while it is still to be worked out.
        block: stretches that no empty line parts share a number.
        credit, relay: for a caption, as in ``Part``.
        said: for an entry, the instant at which it was set down, as the markup writes it; "" when it gives none.
    """

    start: int
    end: int
    role: str = ""
    block: int = 0
    credit: str = ""
    relay: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a page or a marked-up text, with the role that the markup gives it ("" when it gives none).

    ``said`` is as in ``Stretch``.
    """

    text: str
    role: str = ""
    credit: str = ""
    relay: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Inside:
    """A file that lies in another, such as an attachment: its name there, made harmless, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Contained:
    """A file that lay in another and became a document of its own.

    Attributes:
        document: its name begins with the name of the file around it ("letters.zip/june.txt").
        problems: what was met in it.
        data: its bytes, which are its original.
    """

    document: Document
    problems: tuple[Problem, ...]
    data: bytes


@dataclass(frozen=True, slots=True)
class Material:
    """A file turned into text.

    Attributes:
        text: the frozen text.
        stretches: in order; every character that is not white space lies in exactly one.
        found: what the file says of itself, each value with its origin.
        problems: what a person must know.
        pages: as in ``Document``; empty when the file has no pages.
        inside: the files that lie in it, in order.
        recognised, recogniser, sheets, boxes: as in ``Document``.
    """

    text: str
    stretches: tuple[Stretch, ...]
    found: Provenance = field(default_factory=Provenance)
    problems: tuple[Problem, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    inside: tuple[Inside, ...] = ()
    recognised: tuple[Recognised, ...] = ()
    recogniser: str = ""
    sheets: tuple[Sheet, ...] = ()
    boxes: tuple[tuple[int, int, int, int, int], ...] = ()


def assembled(blocks: Iterable[Block]) -> tuple[str, tuple[Stretch, ...]]:
    """Join blocks into one text with an empty line between them, and say where each came to lie."""
    texts: list[str] = []
    stretches: list[Stretch] = []
    at = 0
    for number, block in enumerate(blocks):
        end = at + len(block.text)
        stretches.append(Stretch(at, end, block.role, number, block.credit, block.relay, block.said))
        texts.append(block.text)
        at = end + 2
    return "\n\n".join(texts) + ("\n" if texts else ""), tuple(stretches)
