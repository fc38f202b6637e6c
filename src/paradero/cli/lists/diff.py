"""``list diff``: two versions of a list side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from paradero.cli.lists.given import entries_given, mapping_option
from paradero.cli.options import json_option, language_option, pager_option
from paradero.cli.screen import show, show_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from paradero.cli.desk import Desk
    from paradero.rolls import Difference

_HOW = {
    "entry": "the same entry",
    "key": "by the list's key",
    "same": "every cell the same",
    "document_number": "by document number",
    "name": "by name",
    "near": "by a name that differs in a few letters",
    "linked": "≈ by linking: names, births and other traits",
}


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@mapping_option
@json_option
@language_option
@pager_option
@click.pass_obj
def command(desk: Desk, old: str, new: str, mapping: Path | None, as_json: bool, language: str, pager: bool) -> None:
    """Show what a newer list has added, removed and changed.

    OLD and NEW are each a file, or the ID of an imported list; a file that “list export” wrote and somebody changed is
    compared entry by entry. Rows are paired by the list's key where it tells people
    apart, else by what they say, by names that are nearly alike, and last by linking; a pair is no judgement.
    """
    from paradero.casework import versions_compared

    found = versions_compared(entries_given(desk, old, mapping), entries_given(desk, new, mapping))
    if as_json:
        show_json(_json(found))
    else:
        show(_page(found, language), pager=pager)


def _page(found: Difference, language: str) -> Iterator[RenderableType]:
    from rich.text import Text

    from paradero.cli.lists.wording import change_words, who

    for sign, style, entries in (("+", "green", found.added), ("-", "red", found.removed)):
        for entry in entries:
            yield Text(f"{sign} row {entry.row:,}  {who(entry, language)}", style)
    for pair in found.changed:
        yield Text(f"~ row {pair.old.row:,} → {pair.new.row:,}  {who(pair.new, language)}", "yellow").append(
            f"  ({_HOW[pair.how]})", "dim"
        )
        for change in pair.changes:
            yield Text(f"    {change_words(change, language)}")
    yield (
        f"{len(found.added):,} added, {len(found.removed):,} removed, {len(found.changed):,} changed, "
        f"{found.unchanged:,} unchanged."
    )


def _json(found: Difference) -> dict[str, Any]:
    from paradero.cli.lists.wording import entry_json, value_json

    return {
        "added": [entry_json(entry) for entry in found.added],
        "removed": [entry_json(entry) for entry in found.removed],
        "changed": [
            {
                "old": entry_json(pair.old),
                "new": entry_json(pair.new),
                "paired_by": pair.how,
                "changes": [
                    {
                        "field": change.field,
                        "act": change.act or None,
                        "before": None if change.before is None else value_json(change.before),
                        "after": None if change.after is None else value_json(change.after),
                    }
                    for change in pair.changes
                ],
            }
            for pair in found.changed
        ],
        "unchanged": found.unchanged,
    }
