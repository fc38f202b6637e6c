"""A person or a group: the list of all, and one with its chain, what is wrong in it, and the statements behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from paradero.cli.ledger.asking import NOTHING, of_subject, opened
from paradero.cli.ledger.finding import subject_of
from paradero.cli.ledger.shapes import asked_json, episode_json, movement_json, subject_json, trouble_json
from paradero.cli.ledger.timeline import chain_page
from paradero.cli.ledger.wording import BOLD, DIM, Page, day_words, heading, items, named, short, way_words, when_words
from paradero.cli.screen import counted, inline, show, show_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType

    from paradero.casework import LedgerOf
    from paradero.cli.desk import Desk
    from paradero.ledger import Ledger, Leg, OnRolls, Subject


def answer(
    desk: Desk,
    kind: str,
    asked: str,
    as_of: date | None,
    known_on: str,
    by_said_on: bool,
    as_json: bool,
    language: str,
    pager: bool,
) -> None:
    """Show the subjects of a kind, or the one that is asked for.

    Args:
        desk: with the casebook.
        kind: "person" or "group".
        asked: an id, or words of a label; empty to list all.
        as_of, known_on, by_said_on, as_json, language, pager: as the options have them.
    """
    with opened(desk, known_on, by_said_on, of_subject(asked, kind)) as (_, of):
        every = [one for one in of.ledger.subjects.values() if one.kind == kind]
        if as_of is not None:
            every = [one for one in every if _may_hold(of.ledger, one, as_of)]
        if asked:
            one = subject_of(of, kind, asked)
            show_json(_json(of, one, as_of)) if as_json else show(_page(of, one, as_of, language), pager=pager)
        elif as_json:
            show_json(asked_json(of, as_of=None if as_of is None else as_of.isoformat(), **{f"{kind}s": _list(every)}))
        else:
            show(_listing(of, every, kind, as_of), pager=pager)


def _may_hold(ledger: Ledger, one: Subject, day: date) -> bool:
    return any(episode.holds_on(day) is not False for episode in ledger.chains[one.id])


def _list(every: Sequence[Subject]) -> list[dict[str, Any]]:
    return [subject_json(one) for one in every]


def _json(of: LedgerOf, one: Subject, as_of: date | None) -> dict[str, Any]:
    ledger = of.ledger
    episodes = [
        {**episode_json(episode, ledger), **({} if as_of is None else {"holds": episode.holds_on(as_of)})}
        for episode in ledger.chains[one.id]
        if as_of is None or episode.holds_on(as_of) is not False
    ]
    return {
        **asked_json(of, as_of=None if as_of is None else as_of.isoformat()),
        **subject_json(one),
        "episodes": episodes,
        "movements": [movement_json(movement) for movement in ledger.movements[one.id]],
        "on_lists": [
            {"exchange": exchange, "leg": leg.id, "outcome": found.outcome, "lists": list(found.rolls)}
            for exchange, leg, found in _on_lists(ledger, one)
        ],
        "troubles": [trouble_json(trouble, of) for trouble in ledger.troubles if trouble.subject == one.id],
    }


def _listing(of: LedgerOf, every: Sequence[Subject], kind: str, as_of: date | None) -> Iterator[RenderableType]:
    if not of.ledger.claims:
        yield NOTHING
        return
    if not every:
        on = "" if as_of is None else f" that may have been held on {day_words(as_of, as_of)}"
        yield {"person": f"No person is told of by name{on}.", "group": f"No group is told of{on}."}[kind]
        return
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("id", style="dim", no_wrap=True)
    table.add_column(kind, overflow="fold")
    table.add_column("statements", justify="right")
    table.add_column("last told", overflow="fold")
    for one in sorted(
        every,
        key=lambda each: (-len(each.claims), each.label.casefold()) if kind == "group" else (0, each.label.casefold()),
    ):
        table.add_row(short(one.id), inline(one.label), f"{len(one.claims):,}", _last(of.ledger, one))
    yield table


def _last(ledger: Ledger, one: Subject) -> Text:
    """Return where a subject's chain ends, in a few words."""
    moved, episodes = ledger.movements[one.id], ledger.chains[one.id]
    done = [movement for movement in moved if movement.carried_out]
    if episodes and episodes[-1].finishes is None:
        holder = episodes[-1].holder
        return Text(f"held by {inline(holder)}" if holder else "held")
    if not done:
        return Text("")
    last = done[-1]
    told = "arrived" if last.arrived else "left"
    if any(claim.act in ("released", "pardoned", "conditionally_released") for claim in last.claims):
        told = "released"
    return Text(f"{told}, {when_words(last.day)}")


def _page(of: LedgerOf, one: Subject, as_of: date | None, language: str) -> Iterator[RenderableType]:
    page = Page(of, language)
    yield heading(inline(one.label), one.kind, one.id)
    yield Text(f"  {counted(len({claim.statement for claim in one.claims}), 'statement')}", DIM)
    if one.why:
        yield Text("  ").append_text(page.derived(f"one group: {inline(one.why)}"))
    yield ""
    episodes, moved = of.ledger.chains[one.id], of.ledger.movements[one.id]
    yield from chain_page(page, episodes, moved, as_of)
    if not episodes and not moved:
        yield Text("Nothing is told of where they are or were held.")
        yield page.voices(claim.id for claim in one.claims)
        yield ""
    yield from _exchanged(page, one)
    troubles = [trouble for trouble in of.ledger.troubles if trouble.subject == one.id]
    if troubles:
        yield Text("What is wrong or missing in this chain", BOLD)
        yield items(
            Text(inline(trouble.problem.message.removeprefix(f"{one.label}: ")) + " ")
            .append_text(page.cite(trouble.claims))
            .append(f"\n{inline(trouble.problem.hint)}", DIM)
            for trouble in troubles
        )
        yield ""
    yield from page.foot()


def _on_lists(ledger: Ledger, one: Subject) -> list[tuple[str, Leg, OnRolls]]:
    """Return what became of a person by the lists of legs: the exchange's id, the leg, and the outcome."""
    if one.kind != "person":
        return []
    return [
        (exchange.id, compared.leg, found)
        for exchange in ledger.exchanges
        for compared in ledger.compared(exchange)
        for found in compared.persons
        if found.person == one.id
    ]


def _exchanged(page: Page, one: Subject) -> Iterator[RenderableType]:
    """Yield on which lists of which exchange a person stands, and what came of it."""
    told = _on_lists(page.of.ledger, one)
    if not told:
        return
    yield Text("On the lists of an exchange", BOLD)
    lines = []
    for exchange, leg, found in told:
        way = way_words(leg.movement.origin, leg.movement.destination, leg.movement.via)
        lists = ", ".join(page.document(roll) for roll in found.rolls)
        line = Text(f"{way}: ").append_text(page.derived(found.outcome)).append(f", on {lists} ")
        lines.append(
            line.append_text(page.cite(found.claims)).append(named("leg", leg.id) + named("exchange", exchange), DIM)
        )
    yield items(lines)
    yield ""
