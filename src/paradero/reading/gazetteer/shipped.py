"""The gazetteer that comes with the package: rows of the TOML files in ``data`` turned into entries."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from paradero.reading.gazetteer.demonyms import english, spanish
from paradero.reading.gazetteer.entry import Entry, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

# In this order: of two entries that share a name the earlier is found.
_BY_COUNTRY = ("facilities", "agencies", "courts", "groups", "carriers", "cities")
NO_STATE = "world"


def shipped_entries() -> tuple[Entry, ...]:
    """Return every entry of the package's own files."""
    entries: list[Entry] = []
    for code, row in _table("states").items():
        entries.extend(_people_of(row, "state", code))
    for row in _table("territories").values():
        entries.extend(_people_of(row, "territory", row.get("country", "")))
    for name in _BY_COUNTRY:
        entries.extend(_named(_table(name)))
    return tuple(entries)


def shadows() -> tuple[str, ...]:
    """Return the phrases that hold a name and mean something else ("Washington Post")."""
    return tuple(_table("shadows")["phrases"])


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def _people_of(row: dict[str, Any], kind: Kind, country: str) -> Iterator[Entry]:
    namelike = frozenset(row.get("namelike", ()))
    yield Entry(
        row["name"],
        kind,
        country,
        (*row.get("es", ()), *row.get("also", ())),
        english(row.get("people", [])),
        spanish(row.get("gente", [])),
        row.get("the", False),
        namelike=namelike,
    )
    for first, others in _seats(country, row.get("seat", [])):
        yield Entry(first, "city", country, others, seat=True, namelike=namelike)


def _seats(country: str, seat: list[str]) -> list[tuple[str, tuple[str, ...]]]:
    if country in _TWO_SEATS:
        return [(name, ()) for name in seat]
    return [(seat[0], tuple(seat[1:]))] if seat else []


# States where two cities, and not two names of one, stand for the government.
_TWO_SEATS = ("BI", "BJ", "CI")


def _named(table: dict[str, Any]) -> Iterator[Entry]:
    namelike, needs_word = frozenset(table.pop("namelike", ())), frozenset(table.pop("needs_word", ()))
    for kind, countries in table.items():
        for code, rows in countries.items():
            country = "" if code == NO_STATE else code
            for name, aliases in rows.items():
                named = frozenset((name, *aliases))
                yield Entry(
                    name,
                    cast("Kind", kind),
                    country,
                    tuple(aliases),
                    namelike=namelike & named,
                    needs_word=needs_word & named,
                )
