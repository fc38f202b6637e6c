"""Which id a person means who gives its beginning."""

from __future__ import annotations

from collections.abc import Iterable

from paradero.store.errors import AmbiguousId, IdTooShort, UnknownId

LEAST = 6  # characters of an id that a person must give


def one_of(kind: str, prefix: str, ids: Iterable[str]) -> str:
    """Return the one of some ids that starts with a prefix; whatever the case of its letters.

    Raises:
        IdTooShort: for fewer than six characters.
        UnknownId: when none starts so.
        AmbiguousId: when several do.
    """
    if len(prefix) < LEAST:
        raise IdTooShort(kind, prefix, LEAST)
    found = [id for id in ids if id.startswith(prefix.lower())]
    if not found:
        raise UnknownId(kind, prefix)
    if len(found) > 1:
        raise AmbiguousId(kind, prefix, found)
    return found[0]
