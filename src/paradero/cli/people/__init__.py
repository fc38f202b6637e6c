"""``people``: who is who on lists and in reports, as judged; the policy of the casebook; how right the scores were."""

from __future__ import annotations

import click

from paradero.cli.lazy import LazyGroup, Verb

VERBS = {
    "list": Verb("paradero.cli.people.register", "List who is who, as people have judged."),
    "show": Verb("paradero.cli.people.person", "Show one person: every record, every judgement, what waits."),
    "export": Verb("paradero.cli.people.exporting", "Write the register to a spreadsheet, and record who did."),
    "import": Verb(
        "paradero.cli.people.importing", "Make judgements of what somebody decided in an exported register."
    ),
    "policy": Verb("paradero.cli.people.policy", "Show or set how many must agree, and what needs nobody."),
    "measure": Verb("paradero.cli.people.measure", "Show how right the scores were, by what people decided."),
    "calibrate": Verb("paradero.cli.people.calibrate", "Fit the weights to what people decided, or go back."),
}


@click.group("people", cls=LazyGroup, verbs=VERBS)
def command() -> None:
    """See who is who on lists and in reports, and how that was decided."""
