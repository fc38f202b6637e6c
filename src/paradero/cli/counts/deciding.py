"""What the commands that decide about a relation have in common: the options, the act, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from paradero.cli.options import json_option
from paradero.cli.screen import SHORT_ID, show_json, write

if TYPE_CHECKING:
    from paradero.casework import RelationDecision
    from paradero.cli.desk import Desk

_WORDS = {"accepts": "accepted", "rejects": "rejected", "withdraws": "the last decision was taken back", "sets": "set"}


def reason_option(command: Any) -> Any:
    """Add ``--reason``, which is never left out."""
    return click.option("--reason", required=True, metavar="WORDS", help="Why, in your words; never left out.")(command)


def relation_options(command: Any) -> Any:
    """Add the relation that is decided about, the reason, and ``--json``."""
    for option in (click.pass_obj, json_option, reason_option, click.argument("relation")):
        command = option(command)
    return command


def decide(desk: Desk, relation: str, decision: Any, reason: str, as_json: bool) -> None:
    """Record a decision about a relation and say so."""
    from paradero.casework import judge_relation

    with desk.open() as casebook:
        made = judge_relation(casebook, relation, decision, reason, desk.actor)
    tell_decision(made, as_json)


def tell_decision(made: RelationDecision, as_json: bool) -> None:
    """Say what was decided, or give it as JSON."""
    from paradero.cli.counts.wording import decision_json

    if as_json:
        show_json(decision_json(made))
    else:
        one = made.relation
        write(f"Relation {one.id[:SHORT_ID]} ({one.kind}), by {made.by}: {_WORDS[made.decision]}.\n")
