"""``people show``: one person with every record, what each tells, who judged it, and what still waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from paradero.cli.options import json_option, known_on_option, language_option, pager_option
from paradero.cli.screen import SHORT_ID, inline, show, show_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.console import RenderableType

    from paradero.casework import People
    from paradero.cli.desk import Desk
    from paradero.model import Judgement

_CANDIDATES = 10


@click.command("show")
@click.argument("record", metavar="ID")
@known_on_option
@json_option
@language_option
@pager_option
@click.pass_obj
def command(desk: Desk, record: str, known_on: str, as_json: bool, language: str, pager: bool) -> None:
    """Show one person: every record, every judgement, what waits.

    ID is that of any of the person's records, or at least its first 6 characters; “people list --all” gives them.
    """
    from paradero.casework import people

    with desk.open() as casebook:
        known = people(casebook, known_on)
        id = known.resolve(record)
        person = known.person(id)
        words = {said: casebook.statement(said).span.exact for one in person for said in known.statements_of(one)}
    if as_json:
        show_json(_json(known, person))
    else:
        show(_page(known, person, words, language), pager=pager)


def _page(known: People, person: tuple[str, ...], words: Mapping[str, str], language: str) -> Iterator[RenderableType]:
    from rich.text import Text

    from paradero.cli.people.wording import chance_words, detail, record_line

    many = "1 record" if len(person) == 1 else f"{len(person):,} records, judged to be one person"
    yield Text.assemble((many, "bold"), (f"  {person[0][:SHORT_ID]}", "dim"))
    for id in person:
        if id in known.records:
            yield from detail(known.records[id], (words[one] for one in known.statements_of(id)), language)
        else:
            yield Text(f"{id[:SHORT_ID]} (no longer in a current list or report)", "dim")
    judged = known.judgements_about(person)
    if judged:
        yield Text("\nJudgements", "dim")
        for one in judged:
            reason = known.reason_of(one)
            why = f"“{inline(reason)}”" if reason else "reason withheld, as a record of it is shown no more"
            yield Text(f"  {one.id[:SHORT_ID]}  {one.decision} by {inline(one.by)}, {one.made_at[:10]}: {why}")
    candidates = known.candidates(person)
    if candidates:
        yield Text("\nProposals that nobody decided yet", "dim")
        for pair, other in candidates[:_CANDIDATES]:
            line = Text(f"  {record_line(known.records[other], language)}  {other[:SHORT_ID]}")
            yield line.append(f"  ≈ one person: {chance_words(pair.probability)}", "dim italic")
        if len(candidates) > _CANDIDATES:
            yield Text(f"  and {len(candidates) - _CANDIDATES:,} more", "dim")


def _json(known: People, person: tuple[str, ...]) -> dict[str, Any]:
    from paradero.cli.people.wording import record_json

    return {
        "person": person[0],
        "records": [record_json(known.records[id]) for id in person if id in known.records],
        "statements": [said for id in person for said in known.statements_of(id)],
        "judgements": [_judgement(one, known.reason_of(one)) for one in known.judgements_about(person)],
        "candidates": [{"record": other, "probability": pair.probability} for pair, other in known.candidates(person)],
    }


def _judgement(one: Judgement, reason: str) -> dict[str, Any]:
    said = {"decision": one.decision, "about": list(one.about), "by": one.by}
    return {"id": one.id, **said, "reason": reason or None, "made_at": one.made_at}
