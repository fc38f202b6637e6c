"""Keeping: how what a document was read to is written down beside its keys, so that it is not worked out anew.

Nothing here decides anything, and what is kept can be forgotten at any time: it is worked out from what is written. The
form is JSON, as it may come from elsewhere; values that stand in many claims are written once.
"""

from __future__ import annotations

import json
import types
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

import paradero

if TYPE_CHECKING:
    from paradero.ledger import Claim

Coded = Callable[[Any], Any]
# What claims are worked out with: when any of these files is another one, nothing that was kept before is used.
_MADE_WITH = ("model", "text", "ledger", "reading", "casework/ledger", "casework/people")
_KINDS = frozenset({".py", ".toml", ".csv", ".json"})


PART = 10_000  # statements: about 10 MB
UNREADABLE = (ValueError, KeyError, TypeError, IndexError)  # what is raised by what is no reading


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document was read to, as it stood.

    Attributes:
        statements: the ids of those that stood, in the order of the text.
        named: the records of the register that it tells of and that name somebody, each with the name, in order.
        records: the records that each statement concerns, by the statement's id.
        claims: what they say, with what the document itself tells beside; persons stand by their records.
        withheld: how many statements are withheld.
        since: the moment from which on it stood like this.
    """

    statements: tuple[str, ...]
    named: tuple[tuple[str, str], ...]
    records: Mapping[str, tuple[str, ...]]
    claims: tuple[Claim, ...]
    withheld: int
    since: str

    def of_persons(self, person_of: Mapping[str, str]) -> tuple[Claim, ...]:
        """Return the claims with the persons of records, as judged, in place of the records."""
        made: dict[tuple[str, ...], tuple[str, ...]] = {}
        for records in self.records.values():
            made.setdefault(records, tuple(person_of[one] for one in records))
        if all(records == persons for records, persons in made.items()):
            return self.claims
        return tuple(_of_persons(one, made, person_of) for one in self.claims)


def _of_persons(claim: Claim, made: Mapping[tuple[str, ...], tuple[str, ...]], person_of: Mapping[str, str]) -> Claim:
    whom = claim.whom
    if whom is None or not whom.persons:
        return claim
    persons = made.get(whom.persons) or tuple(person_of[one] for one in whom.persons)
    return claim if persons == whom.persons else replace(claim, whom=replace(whom, persons=persons))


def written(reading: Reading) -> Iterator[bytes]:
    """Yield a reading as it is kept, in parts of so many statements, so that no part is long."""
    many = len(reading.statements)
    at = {id: place // PART for place, id in enumerate(reading.statements)}
    claims: defaultdict[int, list[Claim]] = defaultdict(list)
    for one in reading.claims:
        claims[at[one.statement]].append(one)
    for part, begin in enumerate(range(0, max(many, 1), PART)):
        own = reading.statements[begin : begin + PART]
        end = begin + PART if begin + PART < many else None
        named, records = reading.named[begin:end], {id: reading.records[id] for id in own if id in reading.records}
        yield _written(replace(reading, statements=own, named=named, records=records, claims=tuple(claims[part])))


def _written(reading: Reading) -> bytes:
    tables = _Tables()
    at = {id: place for place, id in enumerate(reading.statements)}
    numbers = tables.many([record for records in reading.records.values() for record in records])
    plain = {
        "statements": reading.statements,
        "named": reading.named,
        "known": list(numbers),
        "records": [[at[id], *(numbers[one] for one in own)] for id, own in reading.records.items()],
        "claims": [tables.row(one) for one in reading.claims],
        "withheld": reading.withheld,
        "tables": tables.rows,
    }
    return json.dumps(plain, separators=(",", ":")).encode()


def read_again(parts: Iterable[bytes], since: str) -> Reading:
    """Return the reading that was kept.

    Raises:
        ValueError, KeyError, TypeError, IndexError: when this is none.
    """
    made = [_read_again(body, since) for body in parts]
    if len(made) == 1:
        return made[0]
    return Reading(
        tuple(id for one in made for id in one.statements),
        tuple(pair for one in made for pair in one.named),
        {id: records for one in made for id, records in one.records.items()},
        tuple(claim for one in made for claim in one.claims),
        made[0].withheld,
        since,
    )


def _read_again(body: bytes, since: str) -> Reading:
    from paradero.ledger import Claim

    plain = json.loads(body)
    statements, known = tuple(plain["statements"]), plain["known"]
    records = {statements[at]: tuple(known[one] for one in own) for at, *own in plain["records"]}
    table = _read_tables(plain["tables"])
    claims = tuple(_made(Claim, row, table) for row in plain["claims"])
    named = tuple((record, name) for record, name in plain["named"])
    return Reading(statements, named, records, claims, int(plain["withheld"]), since)


@cache
def made_with() -> str:
    """Return a digest of the files that decide what claims statements give: their names, sizes and times."""
    home = Path(paradero.__file__).parent
    told = sha256(paradero.__version__.encode())
    for room in _MADE_WITH:
        for path in sorted((home / room).rglob("*")):
            if path.suffix in _KINDS:
                seen = path.stat()
                told.update(f"{path.relative_to(home)} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    return told.hexdigest()


class _Tables:
    """The values that claims are made of, each written once; a value is known by its place in the table of its type."""

    def __init__(self) -> None:
        self.rows: dict[str, list[list[Any]]] = {}
        self._places: dict[Any, int] = {}

    @staticmethod
    def many(values: Iterable[str]) -> dict[str, int]:
        """Return for each text its place among all different ones."""
        return {one: at for at, one in enumerate(dict.fromkeys(values))}

    def row(self, value: Any) -> list[Any]:
        """Return the fields of a value, as they are written."""
        return [self._plain(getattr(value, name)) for name in _names(_type(value))]

    def _plain(self, value: Any) -> Any:
        if value is None or isinstance(value, (str, int, float)):
            return value
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, frozenset):
            return sorted(value)
        if is_dataclass(value) and not isinstance(value, type):
            return self._place(value)
        return [self._plain(one) for one in value]

    def _place(self, value: Any) -> int:
        if value not in self._places:
            row = self.row(value)
            table = self.rows.setdefault(type(value).__name__, [])
            self._places[value] = len(table)
            table.append(row)
        return self._places[value]


def _read_tables(rows: Mapping[str, Sequence[Any]]) -> dict[str, list[Any]]:
    """Return the values of the tables; those of which others are made stand before these."""
    found: dict[str, list[Any]] = {}
    for kind in _parts():
        found[kind.__name__] = [_made(kind, row, found) for row in rows.get(kind.__name__, ())]
    return found


def _made(kind: Any, row: list[Any], tables: Mapping[str, Sequence[Any]]) -> Any:
    for at, coded, table in _coded(kind):
        value = row[at]
        if value is not None:
            row[at] = _value(value, coded, tables[table]) if table else coded(value)
    return kind(*row)


def _value(value: Any, whole: Coded | None, table: Sequence[Any]) -> Any:
    return table[value] if whole is None else whole(table[one] for one in value)


@cache
def _parts() -> tuple[type[Any], ...]:
    """Return the types of which claims are made, those before others that these are made of."""
    from paradero.ledger import Claim

    found: dict[type[Any], None] = {}

    def visit(kind: type[Any]) -> None:
        for hint in get_type_hints(kind).values():
            for one in (hint, *get_args(hint)):
                if is_dataclass(one) and isinstance(one, type) and one is not kind:
                    visit(one)
        found[kind] = None

    visit(Claim)
    del found[Claim]
    return tuple(found)


def _type(value: object) -> Any:
    return type(value)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


@cache
def _coded(kind: Any) -> tuple[tuple[int, Coded, str], ...]:
    """Return the fields that JSON does not hold as they are: their place, how they are read, and from which table."""
    hints = get_type_hints(kind)
    found = ((at, *_coding(hints[name])) for at, name in enumerate(_names(kind)))
    return tuple((at, coded, table) for at, coded, table in found if coded is not None or table)


def _coding(hint: Any) -> tuple[Any, str]:
    options = get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    (own, *others) = [one for one in options if one is not type(None)]
    origin = get_origin(own)
    if origin in (tuple, frozenset):
        (inner,) = set(get_args(own)) - {...}
        of = "" if inner is str else _coding(inner)[1]
        if inner is str or of:
            return origin, of
        raise TypeError(f"no plain form for {hint}")
    if own is date:
        return date.fromisoformat, ""
    if is_dataclass(own) and isinstance(own, type):
        return None, own.__name__
    if others or own in (str, int, float, bool) or origin is not None:
        return None, ""
    raise TypeError(f"no plain form for {hint}")
