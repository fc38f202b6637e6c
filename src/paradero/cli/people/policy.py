"""``people policy``: how many must agree that two records are one person, and what needs nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.options import json_option
from paradero.cli.screen import show_json, write

if TYPE_CHECKING:
    from paradero.casework import Policy
    from paradero.cli.desk import Desk

_ACCEPTS = {
    "document_number": "the same number of a document on two lists, with names that agree",
    "unchanged_row": "a row that a newer version of its list has unchanged",
}


@click.command("policy")
@click.option("--reviewers", type=int, metavar="N", help="How many people must judge “same”.")
@click.option(
    "--accept",
    type=click.Choice(["document_number", "unchanged_row", "nothing"]),
    multiple=True,
    help="What is one person without a reviewer, as often as needed; the policy signs it when “review” begins.",
)
@click.option("--reason", default="", metavar="WORDS", help="Why; never left out when the policy is changed.")
@json_option
@click.pass_obj
def command(desk: Desk, reviewers: int | None, accept: tuple[str, ...], reason: str, as_json: bool) -> None:
    """Show or set how many must agree, and what needs nobody.

    What earlier policies accepted stands until somebody withdraws it; how many reviewers are asked for holds at once,
    for all judgements.
    """
    from paradero.casework import policy, set_policy

    with desk.open() as casebook:
        now = policy(casebook)
        if reviewers is not None or accept:
            accepts = tuple(code for code in accept if code != "nothing") if accept else now.accepts
            asked = now.reviewers if reviewers is None else reviewers
            now = set_policy(casebook, asked, accepts, reason, desk.actor)
    if as_json:
        show_json({"reviewers": now.reviewers, "accepts": list(now.accepts)})
    else:
        write(_words(now))


def _words(now: Policy) -> str:
    people = "1 person has" if now.reviewers == 1 else f"{now.reviewers} people have"
    accepted = "; ".join(_ACCEPTS[code] for code in now.accepts) or "nothing"
    return f"{people} to judge two records “same” before they are one person.\nAccepted without: {accepted}.\n"
