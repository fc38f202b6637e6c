"""``show document``: a document made to be read, with its statements marked; without an id, the list of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.options import json_option, language_option, pager_option
from paradero.cli.screen import console, show, show_json
from paradero.cli.show.catalogue import catalogue, document_json, summary_json
from paradero.cli.show.numbering import numbered, public
from paradero.cli.show.page import page
from paradero.cli.show.paging import check_pages, pages_asked

if TYPE_CHECKING:
    from paradero.casework import Casebook
    from paradero.cli.desk import Desk


@click.command("document")
@click.argument("document_id", metavar="[ID]", required=False)
@click.option(
    "--page",
    "pages",
    metavar="N|N-M",
    callback=pages_asked,
    help="Only this page of the original, or these, such as 3-7.",
)
@json_option
@language_option
@pager_option
@click.pass_obj
def command(
    desk: Desk, document_id: str | None, pages: range | None, as_json: bool, language: str, pager: bool
) -> None:
    """Show a document with its statements, or list the documents.

    ID is a document's id or at least its first 6 characters; without one, the documents of the casebook are listed.

    Every statement's words are coloured by the kind of act and numbered where they begin. The notes, beside the text
    on a wide terminal and below it on a narrow one, tell who says what; what was worked out and not said is marked.
    """
    from paradero.casework import document, shown_text

    if pages is not None and (as_json or document_id is None):
        raise click.UsageError(
            "--page goes with the ID of a document, and not with --json, where spans name their page."
        )
    with desk.open() as casebook:
        if document_id is None:
            _list(casebook, as_json)
            return
        found = document(casebook, document_id)
        if pages is not None:
            check_pages(found, pages)
        items = numbered(casebook, found.id)
        text = shown_text(casebook, found)
    if as_json:
        show_json(document_json(found) | {"text": text, "statements": [public(item) for item in items]})
    else:
        show(page(found, items, console(), language, pages, text), pager=pager)


def _list(casebook: Casebook, as_json: bool) -> None:
    from paradero.casework import documents

    known = documents(casebook)
    if as_json:
        show_json([summary_json(document) for document in known])
    else:
        show([catalogue(known, numbered(casebook))])
