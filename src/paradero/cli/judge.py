"""``judge``: a person's signed decision about a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.screen import SHORT_ID, write

if TYPE_CHECKING:
    from paradero.cli.desk import Desk

DECISIONS = {"accept": "accepts", "reject": "rejects", "correct": "corrects", "withdraw": "withdraws"}


@click.command("judge")
@click.argument("statement")
@click.argument("decision", type=click.Choice(list(DECISIONS)))
@click.option("--reason", required=True, metavar="WORDS", help="Why, in your words; never left out.")
@click.option(
    "--set",
    "changes",
    metavar="FIELD=VALUE",
    multiple=True,
    help="With correct: what is right, as often as needed. An empty VALUE clears the field.",
)
@click.pass_obj
def command(desk: Desk, statement: str, decision: str, reason: str, changes: tuple[str, ...]) -> None:
    """Accept, reject or correct a statement, with a reason.

    STATEMENT is its id or at least the first 6 characters; "show statements" gives them. Nothing is overwritten: a
    correction makes a new statement beside the old one. To withdraw an earlier judgement, give the judgement's id.

    Fields for --set: speaker, speaker_kind, stance, modality, polarity, act, scope, hedge, relay, channel, cue, who,
    by, from, to, at, in_return_for, basis, outcome, reason, accusation, accusation_by, operator, value, high, unit,
    of, denies, when (words as written), earliest_start, latest_start, earliest_end, latest_end (days, as 2025-07-19).
    """
    from paradero.casework import judge

    with desk.open() as casebook:
        made = judge(casebook, statement, DECISIONS[decision], reason, desk.actor, _changes(changes) or None)
    write(f"Judgement {made.id[:SHORT_ID]} by {made.by}: {made.decision} {made.about[0][:SHORT_ID]}.\n")
    if made.replacement:
        write(f"The corrected statement is {made.replacement[:SHORT_ID]}.\n")


def _changes(given: tuple[str, ...]) -> dict[str, str]:
    changes = {}
    for change in given:
        field, equals, value = change.partition("=")
        if not equals:
            raise click.BadParameter(f"{change!r} has no “=”. Write it as FIELD=VALUE.", param_hint="--set")
        changes[field.strip()] = value
    return changes
