"""Small tables of invented people, for the tests of linking."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

GIVEN = "ana luis rosa pedro elena tomas irma raul sofia dario nadia bruno marta ivan celia hugo vera oscar lidia saul".split()
FAMILY = (
    "acuna belmar castel dorado espino fontal garrid hinojo ibarra jurado kessel larios montal navas orduna pizarro "
    "quiroz ribera saldano trillo urzua valdez wences xirau yanez zubiri alcazar bautis cifuen delmon"
).split()


def people(*rows: dict[str, object]) -> pa.Table:
    """Make a table; ids are a, b, c, ... where a row has none, and a value that a row lacks is not told."""
    columns = {"id": None, **dict.fromkeys(name for row in rows for name in row)}
    full = [{"id": chr(ord("a") + number), **row} for number, row in enumerate(rows)]
    return pa.table({name: [row.get(name) for row in full] for name in columns})


def crowd(many: int) -> list[dict[str, object]]:
    """Return so many different people with given and family names and a birth date, so that a table has a background."""
    rows = []
    for number in range(many):
        first, last, more = number % len(GIVEN), number // len(GIVEN) % len(FAMILY), number * 7 % len(FAMILY)
        born = f"{1950 + number % 50}-{1 + number % 12:02d}-{1 + number % 28:02d}"
        rows.append(
            {
                "id": f"crowd {number}",
                "given": GIVEN[first],
                "family": f"{FAMILY[last]} {FAMILY[more]}",
                "birth_date": born,
            }
        )
    return rows


def together(clusters: Sequence[object], ids: Sequence[object]) -> set[frozenset[object]]:
    """Return the clusters of more than one row, as sets of ids."""
    found: dict[object, set[object]] = {}
    for cluster, row in zip(clusters, ids, strict=True):
        found.setdefault(cluster, set()).add(row)
    return {frozenset(rows) for rows in found.values() if len(rows) > 1}
