"""Pages of the original: which of them a person asks for, and what of a document stands on them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.cli.show.blocks import Block
    from paradero.model.document import Document

_RANGE = re.compile(r"([0-9]{1,7})(?:-([0-9]{1,7}))?")


class PageRange(click.ParamType):
    """One page, ``3``, or several, ``3-7``; given on as a range of numbers."""

    name = "pages"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> range:
        """Return the pages, or fail when they are none."""
        if isinstance(value, range):
            return value
        written = _RANGE.fullmatch(str(value).strip())
        pages = range(0) if written is None else range(int(written[1]), int(written[2] or written[1]) + 1)
        if not pages or pages[0] == 0:
            self.fail(f"{value!r} is no page and no range of pages, such as 3 or 3-7.", param, ctx)
        return pages


def last_page(document: Document) -> int:
    """Return the number of the last page with text; 0 when the source has no pages."""
    return max((page for _, page in document.pages), default=0)


def check_pages(document: Document, wanted: range) -> None:
    """Make sure that a document has the first of the pages that are asked for.

    Raises:
        click.BadParameter: when it has no pages, or fewer.
    """
    last = last_page(document)
    if not last:
        raise click.BadParameter("This document has no pages.", param_hint="--page")
    if wanted[0] > last:
        raise click.BadParameter(f"The last page of this document with text is {last}.", param_hint="--page")


def page_starts(document: Document, block: Block) -> dict[int, int]:
    """Return where another page of the original begins inside a block: offset and page number."""
    first = bisect_left(document.pages, block.start + 1, key=lambda page: page[0])
    last = bisect_left(document.pages, block.end, key=lambda page: page[0])
    return dict(document.pages[first:last])


def on_pages(document: Document, made: Sequence[Block], wanted: range) -> list[Block]:
    """Return the blocks of which something stands on the wanted pages, each whole."""
    return [
        block
        for block in made
        if document.page_at(block.start) in wanted
        or any(page in wanted for page in page_starts(document, block).values())
    ]
