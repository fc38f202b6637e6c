"""Which answer of the ledger somebody means who gives an id, or the beginning of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.cli.ledger.finding import NotFound, SeveralFound, person_ids, too_short
from paradero.cli.ledger.wording import short
from paradero.cli.screen import inline
from paradero.ledger import Explained, explained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paradero.casework import LedgerOf


def explained_one(of: LedgerOf, asked: str) -> Explained:
    """Return the one answer of an id, explained.

    Raises:
        IdTooShort, NotFound, SeveralFound: when that is none, or not one.
    """
    too_short("line of the ledger", asked)
    found = _found(of, asked.casefold() if asked.casefold().isalnum() else asked)
    if len(found) == 1:
        return found[0]
    if not found:
        hint = "Ids stand beside every answer: paradero show exchange, show group, show person, show disputes."
        raise NotFound(f"Nothing in the ledger has an id that starts with {asked!r}.", hint)
    raise SeveralFound(
        asked, "things in the ledger", [f"{one.kind} {short(one.id)}, {inline(one.says)[:40]}" for one in found]
    )


def _found(of: LedgerOf, asked: str) -> list[Explained]:
    """Return the answers whose ids begin so; the several claims of one statement are one answer."""
    answers = {(one.kind, one.id): one for one in _every(of, asked)}
    legs = {id for kind, id in answers if kind == "leg"}
    kept = [one for one in answers.values() if not (one.kind == "movement" and one.id in legs)]
    claims = [one for one in kept if one.kind == "claim"]
    if len({one.statements for one in claims}) == 1 and claims:
        first = claims[0]  # what was worked out of it stands beside the statement itself
        merged = Explained("statement", first.statements[0], first.says, (), (), first.statements)
        kept = [one for one in kept if one.kind != "claim"] + [merged]
    return kept or [
        Explained("statement", id, one.span.exact, (), (), (id,))
        for id, one in of.statements.items()
        if id.startswith(asked)
    ]


def _every(of: LedgerOf, asked: str) -> Iterator[Explained]:
    found = [one for id in (asked, *person_ids(of, asked)) for one in explained(of.ledger, id)]
    yield from found
    legs = [one for one in of.ledger.exchanges if any(leg.id.startswith(asked) for leg in one.legs)]
    for exchange in legs if found else of.ledger.exchanges:  # else it may be an account, which only exchanges have
        for whole in explained(of.ledger, exchange.id):
            yield from (part for part in whole.parts if part.id.startswith(asked))
