"""``counts relate``: a relation between figures that a person sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from paradero.cli.counts.deciding import reason_option, tell_decision
from paradero.cli.options import json_option

if TYPE_CHECKING:
    from paradero.cli.desk import Desk

KINDS = "same parts stages minus names verifies fulfils in_return bounds replaces relays".split()


@click.command("relate")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("parts", metavar="FIGURE...", nargs=-1, required=True)
@click.option("--whole", default="", metavar="FIGURE", help="What the figures are of; not given for “same”.")
@click.option(
    "--of-rest", metavar="FIGURE", multiple=True, help="With minus: who is among the rest; as often as needed."
)
@click.option("--rest", default="", metavar="FIGURE", help="With minus: a figure that says what is left.")
@click.option("--incomplete", is_flag=True, help="With parts and stages: they are not known to be all.")
@click.option("--basis", default="", metavar="WORDS", help="With parts: by what the whole is parted, such as sex.")
@reason_option
@json_option
@click.pass_obj
def command(
    desk: Desk,
    kind: Any,
    parts: tuple[str, ...],
    whole: str,
    of_rest: tuple[str, ...],
    rest: str,
    incomplete: bool,
    basis: str,
    reason: str,
    as_json: bool,
) -> None:
    """Set a relation between figures yourself, with a reason.

    FIGURE is a name from a file of figures, or at least the first 6 characters of an id; "show counts" gives both. To
    correct a proposal, reject it and set your own. The kinds: same (all count one set); parts and stages (of --whole);
    minus (taken from --whole); names (lists of names of --whole); verifies (checked of what --whole announced); fulfils
    (what became of the plan in --whole); in_return (for --whole); bounds (limits of --whole); replaces (--whole is the
    later number); relays (--whole is the original).
    """
    from paradero.casework import relate

    with desk.open() as casebook:
        made = relate(
            casebook, kind, whole, parts, reason, desk.actor, of_rest, rest, complete=not incomplete, basis=basis
        )
    tell_decision(made, as_json)
