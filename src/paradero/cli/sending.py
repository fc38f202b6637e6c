"""What is told before text leaves this machine, the question whether it may, and what is told afterwards."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from paradero.cli.failures import Exit
from paradero.cli.screen import inline, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paradero.casework import Casebook, Sending, Sent
    from paradero.reading.engines.llm import Service


def permitted(ctx: click.Context, casebook: Casebook, documents: tuple[str, ...], yes: bool, again: bool) -> Service:
    """Return the language model that is set up, once the person has agreed to what would leave.

    Args:
        ctx: of the command, which is left when the person does not agree.
        casebook: where the documents are. documents: ids or prefixes; none for all.
        yes: whether the person has agreed on the command line.
        again: whether documents that the same model has read before are sent once more.

    Raises:
        click.UsageError: when nobody can be asked.
    """
    from paradero.casework import language_model, plan

    service = language_model(os.environ)
    sending = plan(casebook, documents or None, service, again=again)
    for line in announcement(sending):
        tell(line)
    if yes or not sending.estimate.portions:
        return service
    if not sys.stdin.isatty():
        raise click.UsageError("Nobody is there to be asked whether this may be sent. Agree to it with --yes.")
    if not click.confirm("Send it?", err=True):
        tell("Nothing was sent.")
        ctx.exit(Exit.NOTHING_DONE)
    return service


def announcement(sending: Sending) -> Iterator[str]:
    """Yield the lines that say what would leave, where to, and at what cost."""
    about, service = sending.estimate, sending.service
    documents = _counted(len(sending.documents), "document")
    where = f"{inline(service.endpoint)}, model {inline(service.model)}"
    if service.stays_here:
        yield f"{documents}, to be read at {where}: an address of this machine."
    else:
        open_way = "" if service.encrypted else ", unencrypted"
        yield f"{documents}, to be sent to {where}: it leaves this machine{open_way}."
    yield f"  Text: {about.text:,} characters in {_counted(about.portions, 'request')}."
    yield f"  With instructions: {about.characters:,} characters, about {about.tokens_in:,} tokens."
    yield f"  Answers: about {about.tokens_out:,} tokens."
    yield f"  Estimated cost: {money(sending.cost, service.currency)}."


def account(sent: Iterable[Sent]) -> str:
    """Return in a line what has left, and what the service counted."""
    every = list(sent)
    went = _counted(sum(one.requests for one in every), "request")
    characters = sum(one.characters for one in every)
    total = totals(every)
    tokens = (
        "the service did not say how many tokens"
        if total["tokens_in"] is None or total["tokens_out"] is None
        else f"{total['tokens_in']:,} tokens, and {total['tokens_out']:,} in answer"
    )
    return f"Sent {went}: {characters:,} characters, {tokens}. Cost: {money(total['cost'], total['currency'] or '')}."


def totals(sent: Iterable[Sent]) -> dict[str, Any]:
    """Return the sums of what has left, ready for JSON; unknown as soon as one document's is."""
    every = list(sent)
    currency = every[0].currency if every else ""
    names = ("tokens_in", "tokens_out", "cost")
    return {**{name: _sum([getattr(one, name) for one in every]) for name in names}, "currency": currency or None}


def sent_json(sent: Iterable[Sent]) -> list[dict[str, Any]]:
    """Return what has left, ready for JSON; absent is null."""
    return [{name: None if value == "" else value for name, value in asdict(one).items()} for one in sent]


def money(cost: float | None, currency: str) -> str:
    """Return a cost in words; one that nobody can know is unknown, never zero."""
    if cost is None:
        return "unknown"
    shown = f"{cost:,.2f}" if cost >= 0.1 or cost == 0 else f"{cost:.4f}"
    return f"{shown} {inline(currency)}".strip()


def _sum(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
