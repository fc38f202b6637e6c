"""Small tables of invented people, for the tests of linking."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pyarrow as pa

GIVEN = (
    "ana luis rosa pedro elena tomas irma raul sofia dario nadia bruno marta ivan celia hugo vera oscar lidia".split()
)


def people(*rows: dict[str, object]) -> pa.Table:
    """Make a table; ids are a, b, c, ... where a row has none, and a value that a row lacks is not told."""
    columns = {"id": None, **dict.fromkeys(name for row in rows for name in row)}
    full = [{"id": chr(ord("a") + number), **row} for number, row in enumerate(rows)]
    return pa.table({name: [row.get(name) for row in full] for name in columns})


def crowd(many: int) -> list[dict[str, object]]:
    """Return so many different people with names and a birth date, so that a table has a background."""
    rows: list[dict[str, object]] = []
    for number in range(many):
        drawn = hashlib.sha256(str(number).encode()).digest()
        born = f"{1950 + drawn[0] % 50}-{1 + drawn[1] % 12:02d}-{1 + drawn[2] % 28:02d}"
        name = {"given": GIVEN[drawn[3] % len(GIVEN)], "family": f"{_surname(drawn[4:8])} {_surname(drawn[8:12])}"}
        rows.append({"id": f"crowd {number}", **name, "birth_date": born})
    return rows


def _surname(drawn: bytes) -> str:
    return "".join("bcdfglmnprstvz"[one % 14] + "aeiou"[one // 14 % 5] for one in drawn[:3]) + "nsrlz"[drawn[3] % 5]


def together(clusters: Sequence[object], ids: Sequence[object]) -> set[frozenset[object]]:
    """Return the clusters of more than one row, as sets of ids."""
    found: dict[object, set[object]] = {}
    for cluster, row in zip(clusters, ids, strict=True):
        found.setdefault(cluster, set()).add(row)
    return {frozenset(rows) for rows in found.values() if len(rows) > 1}
