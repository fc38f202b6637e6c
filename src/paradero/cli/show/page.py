"""A document as a page: its provenance, its text with the statements marked, notes below or beside, and a legend."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from paradero.cli.screen import SHORT_ID, inline
from paradero.cli.show.blocks import Block, blocks, touching
from paradero.cli.show.notes import INFERRED, notes
from paradero.cli.show.paging import last_page, on_pages, page_starts
from paradero.cli.show.painting import COLOURS, paint
from paradero.cli.show.rule import Ruled
from paradero.cli.wording import family, label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console, RenderableType

    from paradero.cli.show.numbering import Numbered
    from paradero.model.document import Document, Given

WIDE = 120  # columns from which the notes stand beside the text
TEXT_COLUMNS = (62, 84)  # the text is never narrower or wider than this beside its notes; longer lines are hard to read
_DIM = Style(dim=True)
_ORIGINS = {
    "person": "given by a person",
    "markup": "from the page",
    "file": "from the file",
    "worked_out": "worked out",
    "none": "",
}


def page(
    document: Document,
    items: Sequence[Numbered],
    screen: Console,
    language: str,
    wanted: range | None = None,
    instead: str | None = None,
) -> Iterator[RenderableType]:
    """Return the renderables that make up a document's page, in order.

    Args:
        document: the document.
        items: its statements, numbered.
        screen: where it will be shown; its width decides where the notes stand.
        language: of the labels.
        wanted: pages of the original to show; None for the whole document.
        instead: what is shown for the text of the document, letter for letter as long; None for the text itself.
    """
    yield from _head(document, len(items), wanted)
    document = document if instead is None else replace(document, text=instead)
    made = blocks(document) if wanted is None else on_pages(document, blocks(document), wanted)
    said = touching(made, items, lambda item: (item.statement.span.start, item.statement.span.end))
    parts = touching(made, document.parts, lambda part: (part.start, part.end))
    shown = None
    for block, here, around in zip(made, said, parts, strict=True):
        on = document.page_at(block.start)
        if on is not None and on != shown:
            yield Text(f"p. {on}{_sure(document, block)}", _DIM)
        inside = page_starts(document, block)
        shown = document.page_at(block.end - 1)
        text = _labelled(block, paint(document.text, block, here, around, inside), language)
        beginning = [item for item in here if item.statement.span.start >= block.start]
        if screen.width >= WIDE:
            yield _beside(text, beginning, screen.width, language)
        else:
            yield from _below(text, beginning, language)
    yield _legend(items, coloured=screen.color_system is not None and not screen.no_color)


def _head(document: Document, count: int, wanted: range | None) -> Iterator[RenderableType]:
    yield Text.assemble((inline(document.name), "bold"), (f"  document {document.id[:SHORT_ID]}", "dim"))
    known = document.provenance
    for name, given in (("published", known.published), ("publisher", known.publisher), ("author", known.author)):
        if given.value or name == "published":
            yield Padding(_given(name, given), (0, 0, 0, 2))
    counted = f"{count} statement" if count == 1 else f"{count or 'no'} statements"
    pages = f"; pages {wanted[0]} to {min(wanted[-1], last_page(document))} of {last_page(document)}" if wanted else ""
    yield Padding(Text(f"{counted}; {document.media_type}{pages}", _DIM), (0, 0, 0 if document.recogniser else 1, 2))
    if document.recogniser:
        yield Padding(Text(_recognised(document), _DIM), (0, 0, 1, 2))


def _recognised(document: Document) -> str:
    """Say plainly that nobody typed these words."""
    letters = sum(stretch.end - stretch.start for stretch in document.recognised)
    sure = sum(stretch.confidence * (stretch.end - stretch.start) for stretch in document.recognised) / max(1, letters)
    share = "" if letters >= len(document.text.rstrip()) * 0.99 else f", {letters / len(document.text):.0%} of it"
    return f"text recognised, not written{share}: by {document.recogniser}, mean confidence {sure:.0%}"


def _sure(document: Document, block: Block) -> str:
    confidence = document.recognised_at(block.start, block.end)
    return "" if confidence is None else f" (recognised, {confidence:.0%})"


def _given(name: str, given: Given) -> Text:
    if not given.value:
        return Text(f"{name}: not known, so a day such as “in March” has no year", _DIM)
    text = Text(f"{name}: ", _DIM).append(inline(given.value), Style(dim=False))
    return text.append(f" ({_ORIGINS[given.origin]})", _DIM)


def _labelled(block: Block, painted: Text, language: str) -> Text:
    if block.role in ("", "body", "quotation"):
        return painted
    return Text().append(f"{label('parts', block.role, language)}\n", _DIM).append_text(painted)


def _below(text: Text, items: Sequence[Numbered], language: str) -> Iterator[RenderableType]:
    yield text
    if items:
        yield Ruled(notes(items, language), indent=2)
    yield ""


def _beside(text: Text, items: Sequence[Numbered], width: int, language: str) -> RenderableType:
    low, high = TEXT_COLUMNS
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=max(low, min(high, width * 55 // 100)))
    grid.add_column()
    grid.add_row(text, Ruled(notes(items, language)) if items else "")
    return Padding(grid, (0, 0, 1, 0))


def _legend(items: Sequence[Numbered], *, coloured: bool) -> Text:
    if not items:
        return Text("Nothing has been read in this document yet, or it says nothing about custody.", _DIM)
    text = Text("[1] ", _DIM).append("a statement begins here; ", _DIM)
    text.append("underlined", Style(bold=True, underline=True)).append(": the words that name the act", _DIM)
    text.append(f"\n{INFERRED}   ", Style(italic=True)).append("in italics: worked out, not said", _DIM)
    if coloured:
        text.append("\nacts about ", _DIM)
        families = [name for name in COLOURS if any(item.valid and family(item.statement) == name for item in items)]
        for name in families:
            text.append(f" {name} ", Style(color=COLOURS[name]))
    return text
