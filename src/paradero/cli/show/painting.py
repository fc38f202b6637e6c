"""Painting a block: every statement's words in the colour of its act's family, its number where it begins.

Colour never stands alone: the number in brackets and the bold, underlined words that name the act say the same without.
"""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from paradero.cli.screen import visible
from paradero.cli.wording import family

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paradero.cli.show.blocks import Block
    from paradero.cli.show.numbering import Numbered
    from paradero.model.document import Part

# The sixteen colours that every terminal has and that its owner's theme makes legible on light and dark.
COLOURS = {
    "custody": "yellow",
    "taking": "red",
    "law": "magenta",
    "move": "cyan",
    "release": "green",
    "deal": "blue",
    "refusal": "bright_red",
    "fate": "bright_magenta",
    "rights": "bright_cyan",
}
_QUIET = frozenset({"credit", "boilerplate", "byline", "dateline"})
_TRIGGER = Style(bold=True, underline=True)
_DIM = Style(dim=True)


def colour(item: Numbered) -> Style:
    """Return the colour of a statement; one that no longer counts has none and is dim."""
    name = COLOURS.get(family(item.statement))
    return _DIM if not item.valid else Style(color=name)


def mark(item: Numbered) -> str:
    """Return the number as it stands in the text and in the margin."""
    return f"[{item.number}]"


def paint(
    text: str,
    block: Block,
    items: Sequence[Numbered],
    parts: Sequence[Part],
    pages: Mapping[int, int] = MappingProxyType({}),
) -> Text:
    """Return a block as rich text.

    Args:
        text: the document's frozen text.
        block: the stretch to paint.
        items: the statements that touch it.
        parts: the parts that touch it.
        pages: where another page of the original begins inside it, and which.
    """
    painted = Text()
    for start, end in pairwise(sorted({*_cuts(block, items, parts), *pages})):
        if start in pages:
            painted.append(f"⟨p. {pages[start]}⟩ ", _DIM)
        for item in items:
            if item.statement.span.start == start:
                painted.append(mark(item), colour(item) + Style(bold=True))
        painted.append(_shown(text, block, start, end), _style(items, parts, start))
    return painted


def _cuts(block: Block, items: Sequence[Numbered], parts: Sequence[Part]) -> set[int]:
    spans = [span for i in items for span in (i.statement.span, i.statement.trigger)]
    places = [at for span in spans for at in (span.start, span.end)]
    places += [at for part in parts for at in (part.start, part.end)]
    return {block.start, block.end, *(at for at in places if block.start < at < block.end)}


def _shown(text: str, block: Block, start: int, end: int) -> str:
    letters = [" " if at in block.joins else text[at] for at in range(start, end)]
    return visible("".join(letters))


def _style(items: Sequence[Numbered], parts: Sequence[Part], at: int) -> Style:
    """Mix the style of a place: its part's, the colour of the innermost statement there, and the trigger's."""
    style = _part_style(parts, at)
    here = [i for i in items if i.valid and i.statement.span.start <= at < i.statement.span.end]
    if here:
        style += colour(min(here, key=lambda i: i.statement.span.end - i.statement.span.start))
    if any(i.statement.trigger.start <= at < i.statement.trigger.end for i in here):
        style += _TRIGGER
    return style


def _part_style(parts: Sequence[Part], at: int) -> Style:
    holding = [part for part in parts if part.start <= at < part.end]
    if not holding:
        return Style()
    role = min(holding, key=lambda part: part.end - part.start).role
    return _DIM if role in _QUIET else Style(bold=True) if role == "headline" else Style()
