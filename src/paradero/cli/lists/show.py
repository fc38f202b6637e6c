"""``list show``: the lists of a casebook, or the entries of one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import click

from paradero.cli.options import json_option, language_option, pager_option
from paradero.cli.screen import SHORT_ID, inline, show, show_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from paradero.casework import Listed, ReadList
    from paradero.cli.desk import Desk
    from paradero.rolls import Trouble as CellTrouble

_AT_A_TIME = 50  # rows of a table; a pager shows the first while the others are made


@click.command("show")
@click.argument("list_id", metavar="[ID]", required=False)
@json_option
@language_option
@pager_option
@click.pass_obj
def command(desk: Desk, list_id: str | None, as_json: bool, language: str, pager: bool) -> None:
    """List the imported lists, or the entries of one.

    ID is the list's document or at least its first 6 characters. Entries are worked out from the document and the
    mapping that it was imported with, each value with its cell.
    """
    from paradero.casework import list_read, lists

    with desk.open() as casebook:
        if list_id is None:
            known = lists(casebook)
            if as_json:
                show_json([list_json(one) for one in known])
            else:
                show([_catalogue(known, language)], pager=pager)
            return
        found = list_read(casebook, list_id)
    if as_json:
        from paradero.cli.lists.wording import entry_json, trouble_json

        rows = [entry_json(entry) for entry in found.entries]
        show_json(list_json(found.listed) | {"entries": rows, "cells": [trouble_json(one) for one in found.troubles]})
    else:
        show(_page(found, language), pager=pager)


def _page(found: ReadList, language: str) -> Iterator[RenderableType]:
    from rich.text import Text

    from paradero.cli.lists.wording import entry_table, mapping_lines
    from paradero.cli.troubles import Trouble, summaries, summary_lines
    from paradero.rolls import problems_of

    listed = found.listed
    by_row: defaultdict[int, list[CellTrouble]] = defaultdict(list)
    for one in found.troubles:
        by_row[one.row].append(one)
    yield Text.assemble((inline(listed.document.name), "bold"), (f"  {listed.document.id[:SHORT_ID]}", "dim"))
    yield f"{speaker(listed)}: {_state(listed, language)}"
    yield from mapping_lines(listed.mapping, language)
    for start in range(0, len(found.entries), _AT_A_TIME):
        some = found.entries[start : start + _AT_A_TIME]
        rows = {row for entry in some for row in (entry.row, *(value.row for value in entry.values))}
        yield ""
        yield entry_table(some, (one for row in rows for one in by_row.get(row, ())), language)
    yield ""
    for problem in problems_of(listed.document.name, found.troubles):
        yield from (Text(line, "dim") for line in summary_lines(summaries([Trouble(problem)])))


def _catalogue(known: Sequence[Listed], language: str) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    if not known:
        return Text("No lists yet. Import one: paradero --casebook PATH list import FILE --state held --publisher NAME")
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for title in ("id", "list", "of", "says", "by", "imported"):
        table.add_column(title)
    for one in known:
        day = one.document.provenance.published.value or "not known"
        cells = (one.document.id[:SHORT_ID], inline(one.document.name), day, _state(one, language), speaker(one))
        table.add_row(
            *cells, one.done.at[:10] + (" (replaced)" if one.replaced else ""), style="dim" if one.replaced else ""
        )
    return table


def _state(listed: Listed, language: str) -> str:
    from paradero.cli.wording import label

    return label("list_states", listed.said.state, language)


def speaker(listed: Listed) -> str:
    """Return in whose name a list speaks, and who passed it on."""
    said = listed.said
    who = "unknown (leaked)" if said.leaked else inline(said.publisher)
    return f"{who}, through {inline(said.relay)}" if said.relay else who


def list_json(listed: Listed) -> dict[str, Any]:
    """Return what is known of an imported list, ready for JSON; absent is null."""
    from paradero.model.encoding import to_plain

    said, document = listed.said, listed.document
    return {
        "document": document.id,
        "name": document.name,
        "published": document.provenance.published.value or None,
        "state": said.state,
        "publisher": said.publisher or None,
        "publisher_kind": said.kind,
        "answers": listed.answers or None,
        "leaked": said.leaked,
        "relay": said.relay or None,
        "imported_at": listed.done.at,
        "imported_by": listed.done.actor,
        "replaces": document.replaces or None,
        "replaced": listed.replaced,
        "mapping": to_plain(listed.mapping),
    }
