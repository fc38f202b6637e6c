"""``show disputes``: what people are accused of, who denies it, what is told of hearings; each with its scope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from paradero.cli.ledger.asking import NOTHING, by_day_option, ledger_options, opened, show_of
from paradero.cli.screen import inline, show_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType
    from rich.text import Text

    from paradero.casework import LedgerOf
    from paradero.cli.desk import Desk
    from paradero.cli.ledger.wording import Page
    from paradero.ledger import Claim, Dispute

_STATUS = {"denied": "yellow", "conceded": "cyan", "withdrawn": "cyan", "adjudicated": "magenta"}


@click.command("disputes")
@by_day_option
@ledger_options
@click.pass_obj
def command(
    desk: Desk, as_of: date | None, known_on: str, by_said_on: bool, as_json: bool, language: str, pager: bool
) -> None:
    """Show what people are accused of, and who denies it.

    Each side stands with the scope of its own words: “all” are accused, “many” deny. A dispute is never true or false;
    its status says how far it has come. That a denial answers an accusation is worked out.
    """
    with opened(desk, known_on, by_said_on, as_of=as_of) as (_, of):
        if as_json:
            show_json(_json(of))
        elif of.ledger.disputes:
            show_of(of, _listing(of, language), pager=pager)
        else:
            show_of(of, ["Nobody is accused of anything, and nothing is denied." if of.ledger.claims else NOTHING])


def _listing(of: LedgerOf, language: str) -> Iterator[RenderableType]:
    from paradero.cli.ledger.wording import Page

    page = Page(of, language)
    for one in of.ledger.disputes:
        yield from _dispute(page, one)
    yield from page.foot()


def _dispute(page: Page, one: Dispute) -> Iterator[RenderableType]:
    from rich.text import Text

    from paradero.cli.ledger.wording import DIM, fields, named

    title = Text(inline(one.label) or "Nobody is told to be meant", "bold")
    title.append(f", {_topic(one, page.language)}", "bold").append(f" · {one.status}", _STATUS.get(one.status, "bold"))
    yield title.append(named("dispute", one.id), DIM)
    accusing = "held or taken" if one.kind == "custody" else "accused"
    rows: dict[str, Text | str | list[Text]] = {
        accusing: [_said(page, claim) for claim in one.accusations],
        "denied": [_said(page, claim) for claim in one.denials],
        "hearing": [_said(page, claim) for claim in one.hearing],
        "found": [_said(page, claim) for claim in one.findings],
    }
    if not one.accusations:
        rows[accusing] = [Text("nobody is told to say so in the same words", DIM)]
    if not one.denials:
        rows["denied"] = [Text("nobody is told to deny it", DIM)]
    if one.linked:
        rows["tied by"] = page.derived(inline(one.linked))
    yield fields(rows)
    yield ""


def _topic(one: Dispute, language: str) -> str:
    """Return what a dispute is about, in words; a party whose custody it is about goes by its name."""
    from paradero.ledger.disputes import known_topics

    if one.kind == "custody":
        return f"held by {inline(one.topic)}"
    topic = known_topics().get(one.topic)
    return "of what is not told" if topic is None else str(topic[language])


def _said(page: Page, claim: Claim) -> Text:
    """Return who says it, with what stance and of how many, and the words."""
    from rich.text import Text

    from paradero.cli.ledger.wording import DIM
    from paradero.cli.wording import label
    from paradero.ledger.disputes import scope_of

    party = f" ({inline(claim.party)})" if claim.party and claim.party != claim.speaker else ""
    text = Text(f"{page.voice(claim.speaker)}{party} · {label('stances', claim.stance, page.language)}")
    if scope := scope_of(claim):
        text.append(f", of {label('scopes', scope, page.language)}", "bold")
    words = claim.accusation or claim.denies or claim.words
    return text.append(f": “{inline(words)}” ").append_text(page.cite([claim.id])) if words else text.append(" ", DIM)


def _json(of: LedgerOf) -> dict[str, Any]:
    from paradero.cli.ledger.shapes import asked_json

    return asked_json(of, disputes=[_dispute_json(one) for one in of.ledger.disputes])


def _dispute_json(one: Dispute) -> dict[str, Any]:
    from paradero.cli.ledger.shapes import statements_of

    return {
        "id": one.id,
        "kind": one.kind,
        "subject": one.subject or None,
        "label": one.label or None,
        "topic": one.topic or None,
        "status": one.status,
        "accusations": _sides(one.accusations),
        "denials": _sides(one.denials),
        "hearing": _sides(one.hearing),
        "findings": _sides(one.findings),
        "linked": one.linked or None,
        "statements": statements_of(one.claims),
    }


def _sides(claims: Sequence[Claim]) -> list[dict[str, Any]]:
    """Return what a side says; the scope is that of its words, also where it stands in the words for the speakers."""
    from paradero.cli.ledger.shapes import claim_json
    from paradero.ledger.disputes import scope_of

    return [
        {
            **claim_json(one),
            "scope": scope_of(one) or None,
            "accusation": one.accusation or None,
            "denies": one.denies or None,
        }
        for one in claims
    ]
