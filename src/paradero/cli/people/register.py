"""``people list``: who is who, as judged: persons of several records, contradictions, and what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from paradero.cli.options import json_option, known_on_option, language_option, pager_option
from paradero.cli.screen import SHORT_ID, counted, show, show_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from paradero.casework import People
    from paradero.cli.desk import Desk


@click.command("list")
@click.option("--all", "everybody", is_flag=True, help="Also everybody of whom there is one record only.")
@known_on_option
@json_option
@language_option
@pager_option
@click.pass_obj
def command(desk: Desk, everybody: bool, known_on: str, as_json: bool, language: str, pager: bool) -> None:
    """List who is who, as people have judged.

    First come persons with several records, then contradictions between judgements, then totals. It is worked out from
    judgements alone, never from a score. Records are the rows of lists and the people whom reports name.
    """
    from paradero.casework import people

    with desk.open() as casebook:
        known = people(casebook, known_on)
    if as_json:
        show_json(_json(known, desk.actor.name))
    else:
        show(_page(known, everybody, desk.actor.name, language), pager=pager)


def _page(known: People, everybody: bool, name: str, language: str) -> Iterator[RenderableType]:
    from rich.text import Text

    from paradero.cli.people.wording import record_line

    joined = {id for person in known.register.persons for id in person}
    gone = " (no longer in a current list or report)"
    for person in known.register.persons:
        yield Text.assemble(
            ("● ", "green"), (counted(len(person), "record"), "bold"), (f"  {person[0][:SHORT_ID]}", "dim")
        )
        for id in person:
            record = known.records.get(id)
            yield Text(f"    {id[:SHORT_ID]}{gone}" if record is None else f"    {record_line(record, language)}")
    for found in known.register.contradictions:
        yield Text("! contradiction: said to be two, and joined by others", "bold red")
        for id in found.records:
            record = known.records.get(id)
            yield Text(f"    {id[:SHORT_ID] if record is None else record_line(record, language)}")
        yield Text(f"    judgements: {', '.join(one[:SHORT_ID] for one in found.judgements)}", "dim")
    if everybody:
        for id, record in known.records.items():
            if id not in joined:
                yield Text.assemble("○ ", record_line(record, language), (f"  {id[:SHORT_ID]}", "dim"))
    yield _totals(known, len(joined & known.records.keys()), name)


def _totals(known: People, joined: int, name: str) -> str:
    register, policy = known.register, known.policy
    open_ = counted(len(register.waiting), "pair needs", "pairs need")
    two = f" {open_} another reviewer or more than was known." if register.waiting else ""
    asked = f" The policy asks for {policy.reviewers} reviewers." if policy.reviewers > 1 else ""
    return (
        f"{counted(len(known.records), 'record')}: {joined:,} judged to be of "
        f"{counted(len(register.persons), 'person')}, {len(known.records) - joined:,} by themselves so far. "
        f"{counted(len(register.contradictions), 'contradiction')}. "
        f"{counted(known.left_for(name), 'proposal waits', 'proposals wait')} for you.{two}{asked}"
    )


def _json(known: People, name: str) -> dict[str, Any]:
    from paradero.cli.people.wording import record_json

    register = known.register
    return {
        "persons": [list(person) for person in register.persons],
        "contradictions": [
            {"records": list(one.records), "judgements": list(one.judgements)} for one in register.contradictions
        ],
        "different": [list(pair) for pair in register.different],
        "waiting": [list(pair) for pair in register.waiting],
        "proposals_left": known.left_for(name),
        "policy": {"reviewers": known.policy.reviewers, "accepts": list(known.policy.accepts)},
        "records": [record_json(record) for record in known.records.values()],
    }
