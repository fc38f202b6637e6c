"""Which answer of the ledger somebody means who gives an id, or the beginning of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.cli.ledger.finding import NotFound, SeveralFound, person_ids, too_short
from paradero.cli.ledger.wording import short
from paradero.cli.screen import inline
from paradero.ledger import Explained, explained

if TYPE_CHECKING:
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
    """Return the answers whose ids begin so; a statement that says nothing of custody is its own words."""
    found = {one.id: one for id in (asked, *person_ids(of, asked)) for one in explained(of.ledger, id)}
    return list(found.values()) or [
        Explained("statement", id, of.statements[id].span.exact, (), (), (id,))
        for id in of.statements
        if id.startswith(asked)
    ]
