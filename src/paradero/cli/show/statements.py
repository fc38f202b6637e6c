"""``show statements``: every statement with all that it says, field by field, and its exact words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from paradero.cli.options import document_option, json_option, language_option, pager_option
from paradero.cli.screen import SHORT_ID, inline, show, show_json
from paradero.cli.show.notes import INFERRED, act_text, field_text, heading
from paradero.cli.show.numbering import Numbered, numbered, public
from paradero.cli.show.painting import colour, mark
from paradero.cli.wording import label, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from paradero.cli.desk import Desk
    from paradero.model.document import Document

_DIM = Style(dim=True)


@click.command("statements")
@document_option
@json_option
@language_option
@pager_option
@click.pass_obj
def command(desk: Desk, document: str | None, as_json: bool, language: str, pager: bool) -> None:
    """List statements with everything they say.

    The eight characters after the stance are the beginning of a statement's id, which "judge" takes. The JSON is
    described in docs/statement-json.md.
    """
    from paradero import casework

    with desk.open() as casebook:
        items = numbered(casebook, document)
        known = {d.id: d for d in casework.documents(casebook)}
    if as_json:
        show_json([public(item) for item in items])
    else:
        show(listing(items, known, language), pager=pager)


def listing(items: Sequence[Numbered], documents: dict[str, Document], language: str) -> Iterator[RenderableType]:
    """Return the renderables of the list: a heading a document, then its statements."""
    if not items:
        yield Text("No statements yet. Read the documents: paradero --casebook PATH read")
        return
    for item in items:
        if item.number == 1:
            yield _document(documents[item.statement.document])
        yield Padding(_entry(item, language), (0, 0, 1, 0))
    yield Text(f"{INFERRED} in italics: worked out, not said", _DIM)


def _document(document: Document) -> RenderableType:
    title = Text.assemble((inline(document.name), "bold"), (f"  document {document.id[:SHORT_ID]}", "dim"))
    return Padding(title, (0, 0, 1, 0))


def _entry(item: Numbered, language: str) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", no_wrap=True, min_width=4)
    grid.add_column(overflow="fold")
    grid.add_row(Text(mark(item), colour(item) + Style(bold=True)), heading(item, language))
    grid.add_row("", _fields(item, language))
    return grid


def _fields(item: Numbered, language: str) -> Table:
    statement = item.statement
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style=_DIM, no_wrap=True, min_width=13)
    grid.add_column(overflow="fold")
    kind = label("speakers", statement.speaker.kind, language)
    written = statement.speaker.as_written
    if written or statement.speaker.kind != "outlet":
        grid.add_row("speaker", f"{kind}, written “{inline(written)}”" if written else kind)
    for name, value in (("relay", statement.relay), ("channel", statement.channel), ("cue", statement.cue)):
        if value:
            grid.add_row(name, inline(value))
    grid.add_row("act", act_text(item, language))
    for field in said(statement, language):
        grid.add_row(field.label, field_text(field, with_label=False))
    grid.add_row(_place(item, language), Text(f"“{inline(statement.span.exact)}”"))
    judgement = item.standing.judgement
    if judgement is not None:
        signed = Text(f"{item.verdict} by {inline(judgement.by)}: {inline(judgement.reason)}")
        grid.add_row("judgement", signed.append(f"  {judgement.id[:SHORT_ID]}", _DIM))
    return grid


def _place(item: Numbered, language: str) -> str:
    role, _, count = item.statement.part.partition(" ")
    quoted = ", quoted" if item.statement.quoted and role != "quotation" else ""
    page = item.statement.span.page
    on = "" if page is None else f", p. {page}"
    return f"{label('parts', role, language)} {count}{quoted}{on}".strip()
