"""Putting two things to one exchange, or apart: what ``place`` and ``apart`` have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from paradero.cli.ledger.asking import of_exchanges, opened
from paradero.cli.screen import counted, show_json, write

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


def reason_option(command: Any) -> Any:
    """Add ``--reason``, which is never left out."""
    return click.option("--reason", required=True, metavar="WORDS", help="Why, in your words; never left out.")(command)


def put(desk: Desk, one: str, other: str, together: bool, reason: str, as_json: bool) -> None:
    """Record a person's word on whether two things belong to one exchange, and tell what was recorded."""
    from paradero import casework
    from paradero.casework.ledger import ledger_about
    from paradero.cli.ledger.finding import thing_of

    with opened(desk) as (casebook, of):
        first, second = (thing_of(of, asked) for asked in (one, other))
        # The ledger tells of the second of two things that it was put there, so what is put stands second.
        casework.place(casebook, second[0], first[0], together, reason, desk.actor)
        made = ledger_about(casebook, of_exchanges(casebook)).ledger.exchanges
    if as_json:
        exchanges = [{"id": each.id, "legs": [leg.id for leg in each.legs]} for each in made]
        said = {"one": first[0], "other": second[0], "together": together, "by": desk.actor.name}
        show_json({**said, "exchanges": exchanges})
        return
    write(f"Put by {desk.actor.name}: {first[1]} {'together with' if together else 'apart from'} {second[1]}.\n")
    legs = counted(sum(len(each.legs) for each in made), "leg")
    write(f"The ledger now has {counted(len(made), 'exchange')} with {legs}.\n")


def judged(desk: Desk, one: str, other: str, decision: str, reason: str, as_json: bool) -> None:
    """Record a judgement on whether two statements speak of the same people, and tell it."""
    from paradero import casework
    from paradero.cli.ledger.finding import statement_of
    from paradero.cli.ledger.wording import short

    with opened(desk) as (casebook, of):
        first, second = (statement_of(of, asked) for asked in (one, other))
        made = casework.judge_mentions(casebook, first, second, decision, reason, desk.actor)
    if as_json:
        show_json({"judgement": made.id, "decision": decision, "about": [first, second], "by": made.by})
        return
    who = "the same" if decision == "same" else decision
    write(f"Judgement {short(made.id)} by {made.by}: {short(first)} and {short(second)} speak of {who} people.\n")
    write(f"To take it back: paradero --casebook PATH judge {short(made.id)} withdraw --reason WORDS\n")
