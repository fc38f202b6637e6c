"""``list answers``: what parties answered about each name of a list, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from paradero.cli.options import json_option, language_option, pager_option
from paradero.cli.screen import SHORT_ID, inline, show, show_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from paradero.casework import AnswersTo, Listed
    from paradero.casework.lists.answering import AnsweringList, Given
    from paradero.cli.desk import Desk

_AT_A_TIME = 50  # rows of a table; a pager shows the first while the others are made
_STYLES = {"held": "green", "not_held": "red", "dead": "bold red", "released": "cyan", "no_answer": "dim"}
# Labels of what is no answer of the vocabulary, in English and Spanish.
_OTHERS = {
    "unclear": ("other words", "otras palabras"),
    "set_aside": ("set aside by a judgement", "descartado por una decisión"),
    "no_answer": ("no answer", "sin respuesta"),
}


@click.command("answers")
@click.argument("list_id", metavar="A")
@json_option
@language_option
@pager_option
@click.pass_obj
def command(desk: Desk, list_id: str, as_json: bool, language: str, pager: bool) -> None:
    """Show what was answered about a list, name by name.

    A is the imported list that was asked about: its ID or at least the first 6 characters. Lists that answer it were
    imported with “--state answered --answers A”. The totals of each add up to all rows of A; a row that is not on an
    answering list, or has no words there, has no answer, which is not no.
    """
    from paradero.casework import answers_to

    with desk.open() as casebook:
        found = answers_to(casebook, list_id)
    if as_json:
        show_json(_json(found))
    else:
        show(_page(found, language), pager=pager)


def _page(found: AnswersTo, language: str) -> Iterator[RenderableType]:
    from rich.table import Table
    from rich.text import Text

    from paradero.cli.lists.wording import who

    if not found.lists:
        id = found.asked.document.id[:SHORT_ID]
        yield "Nobody has answered this list yet. Import an answer with:"
        yield f"  paradero --casebook PATH list import FILE --state answered --answers {id} --publisher NAME"
        return
    for start in range(0, len(found.rows), _AT_A_TIME):
        table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
        table.add_column("row", justify="right", style="dim")
        table.add_column("who", overflow="fold")
        for one in found.lists:
            table.add_column(_title(one.listed), overflow="fold")
        for row in found.rows[start : start + _AT_A_TIME]:
            cells = (Text(*_cell(given, language)) for given in row.given)
            table.add_row(f"{row.entry.row:,}", who(row.entry, language), *cells)
        yield table
    yield ""
    for one in found.lists:
        yield _totals(one, len(found.rows), language)


def _title(listed: Listed) -> str:
    from paradero.cli.lists.show import speaker

    day = listed.document.provenance.published.value or f"imported {listed.done.at[:10]}"
    return f"{speaker(listed)}, {day}" + (" (replaced)" if listed.replaced else "")


def _cell(given: Given | None, language: str) -> tuple[str, str]:
    """Return the words and the style of an answer; a row that was found by a name nearly alike is marked."""
    answer = "no_answer" if given is None else given.answer
    words = _label(answer, language)
    if given is not None and given.answer in ("unclear", "set_aside"):
        words += f": “{given.written}”"
    if given is not None and given.paired_by == "near":
        words += f" (≈ row {given.entry.row:,}: {'; '.join(given.entry.names)})"
    return inline(words), _STYLES.get(answer, "")


def _totals(one: AnsweringList, rows: int, language: str) -> str:
    told = ", ".join(f"{count:,} {_label(answer, language)}" for answer, count in one.totals.items())
    ours = f" {len(one.elsewhere):,} rows of it are about nobody on the list." if one.elsewhere else ""
    return f"{_title(one.listed)} ({one.listed.document.id[:SHORT_ID]}): {told}; {rows:,} in all.{ours}"


def _label(answer: str, language: str) -> str:
    from paradero.cli.wording import label

    return _OTHERS[answer][language == "es"] if answer in _OTHERS else label("answers", answer, language)


def _json(found: AnswersTo) -> dict[str, Any]:
    from paradero.cli.lists.show import list_json
    from paradero.cli.lists.wording import entry_json

    def told(given: Given | None) -> dict[str, Any] | None:
        if given is None:
            return None
        return {
            "answer": given.answer,
            "written": given.written or None,
            "sheet": given.entry.sheet or None,
            "row": given.entry.row,
            "paired_by": given.paired_by,
            "statement": given.statement or None,
        }

    return {
        "asked": list_json(found.asked),
        "lists": [
            list_json(one.listed)
            | {"totals": dict(one.totals) | {"rows": len(found.rows)}}
            | {"elsewhere": [entry_json(entry) for entry in one.elsewhere]}
            for one in found.lists
        ],
        "rows": [
            {"entry": entry_json(row.entry), "answers": [told(given) for given in row.given]} for row in found.rows
        ],
    }
