"""Keys: by what the index of a casebook finds statements again; digests of ids and of kinds, never a name or a word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from paradero.model import Named, digest

if TYPE_CHECKING:
    from paradero.ledger import Claim

RECORD, NAME, KIND, GROUP, VOICE = b"r", b"n", b"k", b"g", b"v"
_HEX = re.compile(r"[0-9a-f]+")
_DIGITS = 64  # of an id


def record_of_row(document: str, sheet: str, row: int) -> str:
    """Return the id of the record that a row of a list is, as ``Entry.id`` has it."""
    return digest("entry", document, sheet, row)


def record_named(document: str, name: str) -> str:
    """Return the id of the record of a report's person whose fullest name is this."""
    return Named(document, name, (), (), 0, 0).id


def record_key(record: str) -> bytes:
    """Return the key of a record of the register."""
    return RECORD + bytes.fromhex(record)


def name_key(name: str) -> bytes:
    """Return the key of people who are told by a name and are no record of the register."""
    return NAME + _digested("name", name)


def kind_key(claim: Claim) -> bytes:
    """Return the key of the kind of people that a claim is about."""
    from paradero.ledger.groups import kind_of

    return KIND + _digested("kind", kind_of(claim))


def group_key(claim: Claim) -> bytes:
    """Return the key of the group that a claim is the first to speak of, if it is."""
    from paradero.ledger.groups import group_id

    return GROUP + bytes.fromhex(group_id(claim))


def voice_key(speaker: str, party: str = "") -> bytes:
    """Return the key of a speaker who speaks for a party; without one, how all keys of the speaker begin."""
    begin = VOICE + _digested("speaker", speaker)[:16]
    return begin + _digested("party", party)[:16] if party else begin


def keys_of_claims(claims: Iterable[Claim]) -> set[bytes]:
    """Return the keys of resolved claims: kinds and groups, names without a record, and who speaks for whom."""
    found: set[bytes] = set()
    for one in claims:
        if one.party:
            found.add(voice_key(one.speaker, one.party))
        if one.whom is not None and not one.whom.persons:
            if one.whom.names:
                found.update(map(name_key, one.whom.names))
            else:
                found |= {kind_key(one), group_key(one)}
    return found


def bounds(tag: bytes, prefix: str) -> tuple[bytes, bytes] | None:
    """Return the first and the last key of a tag whose id begins with a prefix; None when no id begins so."""
    written = prefix.casefold()
    if not _HEX.fullmatch(written) or len(written) > _DIGITS:
        return None
    first, last = (bytes.fromhex(written.ljust(_DIGITS, fill)) for fill in "0f")
    return tag + first, tag + last


def _digested(kind: str, text: str) -> bytes:
    return bytes.fromhex(digest(kind, text))
