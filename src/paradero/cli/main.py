"""The entry of the command line: the options that stand before the verb, and the table of verbs."""

from __future__ import annotations

import gc
import io
import sys
from pathlib import Path

import click

from paradero import __version__
from paradero.cli.desk import Desk
from paradero.cli.failures import fail
from paradero.cli.lazy import LazyGroup, Verb

VERBS = {
    "demo": Verb("paradero.cli.demo", "Read the example case and show what comes out."),
    "new": Verb("paradero.cli.new", "Make a new, empty casebook."),
    "add": Verb("paradero.cli.add", "Add documents to the casebook."),
    "read": Verb("paradero.cli.read", "Read documents into statements."),
    "list": Verb("paradero.cli.lists", "Take in lists of people as evidence, row by row and cell by cell."),
    "figures": Verb("paradero.cli.figures", "Take in numbers that people keep in files, as somebody said them."),
    "counts": Verb("paradero.cli.counts", "Decide how figures hang together, with a reason."),
    "review": Verb("paradero.cli.review", "Judge pairs of records that may be one person, the most useful first."),
    "people": Verb("paradero.cli.people", "See who is who on lists and in reports, and how that was decided."),
    "show": Verb("paradero.cli.show", "Show documents, statements, speakers or figures."),
    "exchange": Verb("paradero.cli.exchange", "See who says what of an exchange, and say what belongs to it."),
    "census": Verb("paradero.cli.ledger.census", "Count who was held where on a day, or on each day of a stretch."),
    "chain": Verb("paradero.cli.chain", "Check the chains of custody that follow from what was said."),
    "explain": Verb("paradero.cli.ledger.explain", "Go from any answer down to the words in the documents."),
    "problems": Verb("paradero.cli.problems", "List what was wrong with the material."),
    "judge": Verb("paradero.cli.judge", "Accept, reject or correct a statement, with a reason."),
    "suppress": Verb("paradero.cli.suppress", "Take people out of the casebook who asked for it."),
    "audit": Verb("paradero.cli.audit", "Check the casebook, or list what was done in it."),
}
# Python looks for circles among objects whenever 700 more have been made. The ledger makes millions that are in none:
# with 100,000 statements an answer took 5.8 seconds so, and 3.0 when it looks after 100,000 more.
COLLECTING = (100_000, 20, 100)


@click.group(cls=LazyGroup, verbs=VERBS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="paradero")
@click.option(
    "--casebook",
    envvar="PARADERO_CASEBOOK",
    show_envvar=True,
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="The casebook's folder.",
)
@click.option(
    "--actor",
    envvar="PARADERO_ACTOR",
    show_envvar=True,
    metavar="NAME",
    help="Who acts, for the audit log and for judgements; your login name when not given.",
)
@click.pass_context
def paradero(ctx: click.Context, casebook: Path | None, actor: str | None) -> None:
    """A ledger of custody: who said what about whom was held, moved, exchanged or released, with the exact words.

    A casebook is one case's archive, a folder. The usual way through it:

    \b
      paradero new my-case
      paradero --casebook my-case add report.txt --published 2025-07-19
      paradero --casebook my-case read
      paradero --casebook my-case show statements

    To see it work first, without any file of your own: paradero demo
    """
    ctx.obj = Desk(casebook, actor)


def main() -> None:
    """Run the command line and leave with an exit code (``docs/command-line.md``)."""
    gc.set_threshold(*COLLECTING)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that cannot write a letter still gets the rest
    try:
        sys.exit(paradero.main(prog_name="paradero", standalone_mode=False))
    except Exception as error:
        fail(error)
    except KeyboardInterrupt as error:
        fail(error)
