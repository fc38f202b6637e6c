"""The documents of a casebook: as a list to choose from, and what is known of one, as JSON."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from rich.style import Style
from rich.table import Table
from rich.text import Text

from paradero.cli.screen import SHORT_ID, inline
from paradero.model.public import when_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from paradero.cli.show.numbering import Numbered
    from paradero.model.document import Document, Part


def document_json(document: Document) -> dict[str, Any]:
    """Return what is known of a document, its frozen text and its parts, ready for JSON; absent is null."""
    return {
        **summary_json(document),
        "text": document.text,
        "parts": [_part(part) for part in document.parts],
        "pages": [{"start": start, "page": page} for start, page in document.pages],
        "recognised": [asdict(stretch) for stretch in document.recognised],
        "recogniser": document.recogniser or None,
        "sheets": [asdict(sheet) for sheet in document.sheets],
    }


def _part(part: Part) -> dict[str, Any]:
    absent = {"credit": part.credit or None, "relay": part.relay or None, "said_on": when_json(part.said_on)}
    return asdict(part) | absent


def summary_json(document: Document) -> dict[str, Any]:
    """Return what is known of a document without its text."""
    known = document.provenance
    given = {f.name: getattr(known, f.name) for f in fields(known) if f.name != "retrieved_at"}
    return {
        "id": document.id,
        "name": document.name,
        "sha256": document.sha256,
        "media_type": document.media_type,
        **{name: {"value": value.value or None, "origin": value.origin} for name, value in given.items()},
        "retrieved_at": known.retrieved_at or None,
        "recorded_at": document.recorded_at or None,
        "replaces": document.replaces or None,
    }


def catalogue(documents: Sequence[Document], items: Sequence[Numbered]) -> RenderableType:
    """Return the list of documents: short id, name, publication day, number of statements."""
    if not documents:
        return Text("No documents yet. Add some: paradero --casebook PATH add FILE")
    counts = Counter(item.statement.document for item in items)
    replaced = {document.replaces for document in documents}
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for title in ("id", "document", "published", "publisher"):
        table.add_column(title)
    table.add_column("statements", justify="right")
    for document in documents:
        known = document.provenance
        table.add_row(
            document.id[:SHORT_ID],
            inline(document.name),
            known.published.value or "not known",
            inline(known.publisher.value),
            "replaced" if document.id in replaced else str(counts[document.id]),
            style=Style(dim=document.id in replaced),
        )
    return table
