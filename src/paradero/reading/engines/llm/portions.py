"""Portions: a long text cut at the ends of paragraphs, each with the sentences before it as context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paradero.text.layout import paragraphs
from paradero.text.sentences import sentences

Stretch = tuple[int, int]
CONTEXT = 6  # the context is at most a sixth of a portion
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Portion:
    """A piece of a text to be asked about.

    Attributes:
        pieces: the paragraphs, or sentences of one too long, as offsets in order.
        context: the sentences before them that are sent along to be understood, and not read again.
    """

    pieces: tuple[Stretch, ...]
    context: tuple[Stretch, ...] = ()

    @property
    def start(self) -> int:
        """Where the text of the portion begins."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.pieces[-1][1]

    @property
    def place(self) -> str:
        """The place as problems name it."""
        return f"characters {self.start} to {self.end}"

    def words_in(self, text: str) -> str:
        """Return the words that are read."""
        return _GAP.join(text[a:b] for a, b in self.pieces)

    def context_in(self, text: str) -> str:
        """Return the words that are sent along."""
        return _GAP.join(text[a:b] for a, b in self.context)


def portions(text: str, stretches: Sequence[Stretch], size: int) -> tuple[Portion, ...]:
    """Cut the stretches of a text into portions.

    Args:
        text: the frozen text.
        stretches: what of it is read; nothing else is sent.
        size: characters a portion; a paragraph longer than that is cut at the ends of sentences, and a sentence longer
            than that where it must be.
    """
    pieces = [piece for a, b in sorted(stretches) for piece in _pieces(text, a, b, size)]
    found: list[Portion] = []
    held: list[Stretch] = []
    for piece in pieces:
        if held and sum(b - a for a, b in held) + piece[1] - piece[0] > size:
            found.append(Portion(tuple(held), _context(text, found, size)))
            held = []
        held.append(piece)
    if held:
        found.append(Portion(tuple(held), _context(text, found, size)))
    return tuple(found)


def _pieces(text: str, start: int, end: int, size: int) -> Iterator[Stretch]:
    for a, b in paragraphs(text, start, end):
        if b - a <= size:
            yield a, b
            continue
        for c, d in sentences(text, a, b):
            yield from ((at, min(at + size, d)) for at in range(c, d, size))


def _context(text: str, found: Sequence[Portion], size: int) -> tuple[Stretch, ...]:
    """The last sentences of the portion before, as many as there is room for."""
    if not found:
        return ()
    room, kept = size // CONTEXT, list[Stretch]()
    for a, b in reversed([s for piece in found[-1].pieces for s in sentences(text, *piece)]):
        if b - a > room:
            break
        room -= b - a
        kept.append((a, b))
    return tuple(reversed(kept))
