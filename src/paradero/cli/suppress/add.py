"""``suppress add``: a person is left out from now on, wherever entries and statements come out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from paradero.cli.options import json_option
from paradero.cli.screen import SHORT_ID, inline, show_json, tell, write

if TYPE_CHECKING:
    from paradero.casework import Suppressed
    from paradero.casework.suppressing.guarding import Row
    from paradero.cli.desk import Desk

_SHOWN = 8  # places of namesakes; --json gives all
KINDS = {
    "name_birth": "names with day of birth",
    "name_year_father": "names with year of birth and father's name",
    "name_year_mother": "names with year of birth and mother's name",
    "document": "document number",
    "document_name": "names with the digits of the document number",
    "name": "names alone",
}


def kinds_words(kinds: tuple[str, ...]) -> str:
    """Return by what a person is recognised, in words."""
    return ", ".join(KINDS[kind] for kind in kinds) or "the row alone"


@click.command("add")
@click.argument("place", metavar="[LIST:ROW]", required=False)
@click.option("--reason", required=True, metavar="WORDS", help="Who asked and why, without the person's name.")
@click.option("--name", "names", multiple=True, metavar="NAME", help="A whole name; again for another spelling of it.")
@click.option("--birth", default="", metavar="YYYY-MM-DD", help="The day of birth, or the year.")
@click.option("--father", default="", metavar="NAME", help="The father's name.")
@click.option("--mother", default="", metavar="NAME", help="The mother's name.")
@click.option(
    "--document-number", "numbers", multiple=True, metavar="NUMBER", help="Of an identity document; again for another."
)
@click.option("--name-alone", is_flag=True, help="The name alone is enough. Everybody of that name is then left out.")
@json_option
@click.pass_obj
def command(
    desk: Desk,
    place: str | None,
    reason: str,
    names: tuple[str, ...],
    birth: str,
    father: str,
    mother: str,
    numbers: tuple[str, ...],
    name_alone: bool,
    as_json: bool,
) -> None:
    """Take a person out of the casebook, with a reason.

    LIST:ROW is the person's row in an imported list, as in 3fa2c19b:12 (or “3fa2c19b:Lista 2:12”); the options add what
    the list does not say, or say all of somebody who is on no list yet. Only keyed hashes are kept of it. What stays is
    said in docs/lists.md.
    """
    from paradero.casework import suppress, typed, whole_entry_at

    more = typed(names, birth, father, mother, numbers, date.today())
    with desk.open() as casebook:
        entry = None if place is None else whole_entry_at(casebook, place)
        done = suppress(casebook, reason, desk.actor, entry, more, name_alone)
    if as_json:
        show_json(_json(done))
        return
    lists = len({document for document, _, _ in done.rows})
    write(
        f"Suppressed as {done.id[:SHORT_ID]}. Recognised by: {kinds_words(done.kinds)}. "
        f"Withheld: {len(done.rows):,} rows of {lists:,} lists, and the statements about them.\n"
    )
    if done.namesakes:
        shown = ", ".join(_place(row) for row in done.namesakes[:_SHOWN])
        rest = f" and {len(done.namesakes) - _SHOWN:,} more" if len(done.namesakes) > _SHOWN else ""
        tell(
            f"{len(done.namesakes):,} rows of the same name tell no birth, and are not withheld: {shown}{rest}. "
            "Look whether they are the same person, and suppress those rows as well."
        )
    if not done.kinds:
        tell(
            "Nothing in the row identifies the person on another list: only this row is withheld. "
            "Add --birth, --document-number, or --name-alone, to keep them from coming back."
        )


def _place(row: Row) -> str:
    document, sheet, number = row
    return ":".join(filter(None, (document[:SHORT_ID], inline(sheet), str(number))))


def _json(done: Suppressed) -> dict[str, Any]:
    def told(rows: tuple[Row, ...]) -> list[dict[str, Any]]:
        return [{"document": document, "sheet": sheet or None, "row": row} for document, sheet, row in rows]

    known = {"id": done.id, "recognised_by": list(done.kinds)}
    return known | {"rows": told(done.rows), "namesakes": told(done.namesakes)}
