"""What is compared of an entry and of a person of a report, by the columns of ``paradero.linking.link``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from paradero.model import Entry, Named

# Columns of `paradero.linking.link` by the fields of entries that say the same.
_FIELDS = {
    "birth_date": "birth_date",
    "age": "age",
    "sex": "sex",
    "nationality": "nationality",
    "birth_place": "birth_place",
    "residence": "address",
    "occupation": "occupation",
    "document": "document_number",
    "held_at": "place",
    "father": "father",
    "mother": "mother",
}


def is_one_person(entry: Entry) -> bool:
    """Whether a row stands for one person who is named; nobody else can be found again."""
    return bool(entry.names) and entry.group is None


def of_entry(entry: Entry, day: date | None) -> Mapping[str, str | None]:
    """Return what is compared of an entry.

    Args:
        day: the day on which its age hangs; None when nobody said it.
    """
    surnames = [entry.first(field) for field in ("family_name", "second_family_name")]
    given = entry.first("given_names")
    names = {
        "name": "; ".join(entry.names[:1]),
        "given": None if given is None else given.written,
        "family": " ".join(one.written for one in surnames if one is not None) or None,
    }
    values = {column: entry.normal(field) or _written(entry, field) for column, field in _FIELDS.items()}
    if not (values["age"] or "").isdecimal():
        values["age"] = None
    return {**names, **values, "age_on": None if day is None else day.isoformat()}


def of_named(named: Named, day: date | None) -> Mapping[str, str | None]:
    """Return what is compared of a person of a report; ``day`` is the report's, None when it is not known."""
    age = None if named.age is None else str(named.age)
    return {"name": named.name, "age": age, "age_on": None if day is None else day.isoformat()}


def _written(entry: Entry, field: str) -> str | None:
    """Return a value as it is written; a birth or an age from which nothing follows is none."""
    value = entry.first(field)
    return None if value is None or field in ("birth_date", "age") else value.written
