"""``show figures``: the numbers as they were said, one by one; nothing is added up, and unknown is never zero."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from paradero.cli.options import document_option, json_option, language_option, pager_option
from paradero.cli.screen import SHORT_ID, inline, show, show_json
from paradero.cli.show.notes import act_text, field_text
from paradero.cli.show.numbering import Numbered, numbered, public
from paradero.cli.wording import figure_words, label, said, speaker_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from paradero.cli.desk import Desk
    from paradero.model.document import Document

_DIM = Style(dim=True)
_TAKEN = ("figure", "act", "stance", "modality", "polarity", "scope", "speaker", "who", "when", "document", "judged")


@click.command("figures")
@document_option
@json_option
@language_option
@pager_option
@click.pass_obj
def command(desk: Desk, document: str | None, as_json: bool, language: str, pager: bool) -> None:
    """List the numbers said, by whom and of whom.

    A number that nobody gave ("a considerable number") is listed as "no number given". Statements that people
    rejected, corrected away or withdrew are left out.
    """
    from paradero import casework

    with desk.open() as casebook:
        items = numbered(casebook, document)
        known = {d.id: d for d in casework.documents(casebook)}
    counting = [item for item in items if item.valid and item.statement.figure is not None]
    if as_json:
        show_json([figure_json(item) for item in counting])
    else:
        show(listing(counting, known, language), pager=pager)


def figure_json(item: Numbered) -> dict[str, Any]:
    """Return a figure with who says it of whom: the fields of the statement's public JSON that belong to it."""
    statement = public(item)
    return {"statement": statement["id"], **{name: statement[name] for name in _TAKEN}}


def listing(items: Sequence[Numbered], documents: dict[str, Document], language: str) -> Iterator[RenderableType]:
    """Return the renderables of the list of figures."""
    if not items:
        yield Text("No figures. Either nothing has been read yet, or nobody counts anybody.")
    for item in items:
        figure = item.statement.figure
        if figure is None:
            continue
        title = Text(figure_words(figure, language), Style(bold=figure.known, italic=not figure.known))
        yield title.append(f"  {item.statement.id[:SHORT_ID]}", _DIM)
        yield Padding(_details(item, documents[item.statement.document], language), (0, 0, 1, 2))


def _details(item: Numbered, document: Document, language: str) -> Table:
    statement = item.statement
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style=_DIM, no_wrap=True, min_width=10)
    grid.add_column(overflow="fold")
    fields = {field.name: field for field in said(statement, language)}
    if "who" in fields:
        grid.add_row("of", field_text(fields["who"], with_label=False))
    elif statement.figure is not None and statement.figure.of:
        grid.add_row("of", inline(statement.figure.of))
    if statement.figure is not None and statement.figure.whole:
        grid.add_row("part of", inline(statement.figure.whole))
    grid.add_row("act", act_text(item, language))
    stance = label("stances", statement.stance, language)
    grid.add_row("said by", f"{speaker_words(statement.speaker, language)} ({stance})")
    if "when" in fields:
        grid.add_row("when", field_text(fields["when"], with_label=False))
    grid.add_row("document", f"{inline(document.name)}, {statement.part}")
    return grid
