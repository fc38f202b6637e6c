"""``demo``: the example case from file to statements, on the screen."""

from __future__ import annotations

import shutil
import tempfile
import tomllib
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from paradero.cli.options import language_option, pager_option
from paradero.cli.progress import progress
from paradero.cli.screen import console, inline, show, tell, write
from paradero.cli.troubles import tell_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from paradero.casework import Actor, Casebook
    from paradero.cli.desk import Desk

EXAMPLE = "swap"


@click.command("demo")
@click.option("--keep", metavar="PATH", type=click.Path(path_type=Path), help="Keep the casebook in this folder.")
@click.option(
    "--engine", type=click.Choice(["classifier", "rules"]), default="classifier", show_default=True, help="What reads."
)
@language_option
@pager_option
@click.pass_obj
def command(desk: Desk, keep: Path | None, engine: str, language: str, pager: bool) -> None:
    """Read the example case and show what comes out.

    A casebook is made, the example's documents are added and read, its lists imported. The documents, the speakers and
    the figures are shown, the exchange that follows with what each party says of it, what one list has of the other,
    and the pair that a reviewer is asked first. Without --keep the casebook is deleted at the end.
    """
    from paradero.casework import new

    with _folder(keep) as folder, new(folder, desk.actor) as casebook:
        _add_example(casebook, desk.actor)
        _read(casebook, desk.actor, engine)
        show(_pages(casebook, language), pager=pager)
    write(_next_steps(keep))


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        yield keep
        return
    above = Path(tempfile.mkdtemp(prefix="paradero-demo-"))
    try:
        yield above / "casebook"
    finally:
        shutil.rmtree(above, ignore_errors=True)


def _add_example(casebook: Casebook, actor: Actor) -> None:
    from paradero.casework import add, import_list
    from paradero.intake import GivenByPerson
    from paradero.rolls import Said

    with as_file(files("paradero.examples") / EXAMPLE) as folder:
        case = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
        for entry in case["document"]:
            file = entry.pop("file")
            _, problems = add(casebook, [folder / file], GivenByPerson(**entry), actor)
            tell_problems(problems)
        for entry in case["list"]:
            path, given = folder / entry.pop("file"), GivenByPerson(published=entry.pop("published"))
            import_list(casebook, path, Said(**entry), given, actor)


def _read(casebook: Casebook, actor: Actor, engine: str) -> None:
    from paradero.casework import read

    with progress("reading", quiet=False) as moved:
        _, problems = read(casebook, engine=engine, actor=actor, progress=moved)
    tell_problems(problems)


def _pages(casebook: Casebook, language: str) -> Iterator[RenderableType]:
    from rich.rule import Rule

    from paradero.casework import documents, statements
    from paradero.cli.show import figures, speakers
    from paradero.cli.show.numbering import number
    from paradero.cli.show.page import page

    known = {document.id: document for document in documents(casebook) if not document.sheets}
    items = number(one for one in statements(casebook) if one.statement.document in known)
    for document in known.values():
        own = [item for item in items if item.statement.document == document.id]
        yield from page(document, own, console(), language)
        yield ""
    yield Rule("Who speaks", align="left", style="dim")
    yield from speakers.listing(speakers.voices(items), language)
    yield Rule("Figures, as they were said", align="left", style="dim")
    counting = [item for item in items if item.statement.figure is not None]
    yield from figures.listing(counting, known, language)
    yield from _exchange(casebook, language)
    yield from _lists(casebook, language)


def _exchange(casebook: Casebook, language: str) -> Iterator[RenderableType]:
    from rich.rule import Rule

    from paradero.casework import ledger_of
    from paradero.cli.exchange.board import board
    from paradero.cli.ledger.exchange_page import exchange_page
    from paradero.cli.ledger.wording import Page

    of = ledger_of(casebook)
    for one in of.ledger.exchanges:
        yield Rule("The exchange that follows from both reports and from the lists", align="left", style="dim")
        yield from exchange_page(of, one, language)
        yield ""
        yield Rule("What each party says of each leg", align="left", style="dim")
        yield from board(Page(of, language), one, console().width)


def _lists(casebook: Casebook, language: str) -> Iterator[RenderableType]:
    from rich.rule import Rule

    from paradero.casework import ListOfEntries, list_read, lists, match_lists, people
    from paradero.cli.lists.match import page as answers
    from paradero.cli.people.wording import asked_first

    read = [list_read(casebook, one.document.id) for one in lists(casebook)]
    departed, arrived = (ListOfEntries(one.entries, one.listed.mapping.list_date) for one in read)
    tell("Comparing names; the first time that takes half a minute ...")
    title = "Lists of invented people: who departed (A), who may be the same among those who arrived (B)"
    yield Rule(title, align="left", style="dim")
    yield from answers(match_lists(departed, arrived), False, language)
    yield ""
    yield Rule("What a reviewer is asked first", align="left", style="dim")
    yield from asked_first(people(casebook), language)
    yield ""


def _next_steps(keep: Path | None) -> str:
    if keep is None:
        return (
            "This casebook was only for show. To keep it and look around:\n"
            "  paradero demo --keep my-demo\n"
            "  paradero --casebook my-demo show statements\n"
            "To begin one of your own:\n"
            "  paradero new my-case\n"
            "  paradero --casebook my-case add report.txt --published 2025-07-19\n"
        )
    before = f"paradero --casebook {inline(str(keep))}"
    return (
        f"The casebook is in {inline(str(keep))}. Try:\n"
        f"  {before} show document\n"
        f"  {before} show statements\n"
        f"  {before} show figures --json\n"
        f"  {before} show counts\n"
        f"  {before} review\n"
        f"  {before} audit verify\n"
    )
