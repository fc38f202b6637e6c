"""Row keys: the keys of a list's rows. A row stands for itself; few need more than a glance at their statements."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from paradero.casework.ledger.keys import VOICE, keys_of_claims, record_key, record_of_row
from paradero.casework.ledger.sources import MARKER, TIMED, VAGUE, WHOLE, Sources, row_of
from paradero.model import Statement
from paradero.rolls.statements import ENGINE
from paradero.store import Known

if TYPE_CHECKING:
    from paradero.ledger import Claim
    from paradero.store.lookup import Glance

# Words by which a row may be more than a row: of an exchange, or of people whom other rows tell.
_TELLING = re.compile(r"\b(?:exchanges?|swaps?|canje|intercambio|return|cambio|these|its|their|our)\b", re.IGNORECASE)
_BARGAIN = re.compile(r"\b(?:deal|bargain|trade|acuerdo)\b", re.IGNORECASE)
_WE = frozenset({"we", "us", "i", "our", "our country", "nosotros"})
_ALSO_MARKING = frozenset({"negotiated", "agreed"})


def rows_indexed(sources: Sources, known: Known, after: int) -> None:
    """Give the rows of a list their keys.

    Args:
        sources: the casebook. known: the list.
        after: the entry behind which its statements came that have none yet; 0 for all.
    """
    seen = list(sources.lookup.glances(known.id, after))
    if after and (VAGUE in known.flags or not all(map(is_plain, seen))):
        after, seen = 0, list(sources.lookup.glances(known.id))
    if not after:
        sources.index.forget_rows(known.number)
        sources.index.put_keys(known.number, ())
        known = replace(known, flags=WHOLE if known.imports > 1 else "")
    rows = [(record_of_row(known.id, one.sheet, one.row), one.id) for one in seen]
    named = _named(sources, known, seen, rows, after)
    sources.index.add_rows(known.number, ((record_key(record), id) for record, id in rows if record in named))
    sources.index.add_acts(known.number, {one.act for one in seen})
    made = zip(seen, rows, strict=True)
    others = [one.id for one, (record, _) in made if record not in named or not is_plain(one)]
    if others:
        known = _others(sources, known, sources.lookup.statements(others), named, {one.end for one in seen if one.end})
    sources.index.add_document(known)


def _named(sources: Sources, known: Known, seen: Iterable[Glance], rows: list[tuple[str, str]], after: int) -> set[str]:
    """Return the records that stand for one person: as their list says, and not as somebody corrected it."""
    made = zip(seen, rows, strict=True)
    named = {record for one, (record, _) in made if one.engine == ENGINE and one.names and not one.counted}
    if after:
        before = sources.index.rows_with({record_key(record) for record, _ in rows})
        named |= {key[1:].hex() for key, _, number in before if number == known.number}
    return named


def is_plain(seen: Glance) -> bool:
    """Tell whether a row's statement is about one named person, and neither marks an exchange nor leans on others."""
    if not seen.plain or not seen.names or seen.counted or seen.act == "exchanged":
        return False
    if any(words.casefold() in _WE for words in seen.by):
        return False
    bargain = seen.act in _ALSO_MARKING and _BARGAIN.search(seen.words)
    return not bargain and not _TELLING.search(seen.words)


def _others(sources: Sources, known: Known, statements: dict[str, Statement], named: set[str], ends: set[int]) -> Known:
    """Give the statements that need more than a glance their keys, and say what is true of their list."""
    from paradero.ledger import resolved
    from paradero.ledger.assembling import marks
    from paradero.ledger.resolving import stand_alone

    persons = {id: (record,) for id, one in statements.items() if (record := row_of(one)) in named}
    by_statement: dict[str, list[Claim]] = {}
    claims = sources.claims(known, statements, persons)
    for one in claims:
        by_statement.setdefault(one.statement, []).append(one)
    keys = {(key, id) for id, own in by_statement.items() for key in keys_of_claims(resolved(own))}
    sources.index.add_rows(known.number, keys)
    voices = {key for key in keys_of_claims(resolved(claims)) if key.startswith(VOICE)}
    sources.index.put_keys(known.number, voices)
    true = {
        WHOLE: not stand_alone(claims, ends) or WHOLE in known.flags,
        MARKER: any(map(marks, claims)),
        TIMED: any(one.said_on is not None for one in statements.values()),
        VAGUE: any(id not in persons for id in statements),
    }
    return replace(known, flags="".join(flag for flag, holds in true.items() if holds))
