"""A casebook's own ``gazetteer.toml``: rows that a documenter writes, checked one by one.

Each row is an ``[[entry]]`` table with ``name`` and ``kind``, and if wanted ``country``, ``aliases``, ``demonyms``,
``needs_word``. A row that is wrong becomes a Problem and the others are still used.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from paradero.model import Problem
from paradero.reading.gazetteer.demonyms import english
from paradero.reading.gazetteer.entry import KINDS, Entry
from paradero.reading.gazetteer.forms import key_of

if TYPE_CHECKING:
    from pathlib import Path

_TEXT_KEYS = ("name", "kind", "country")
_LIST_KEYS = ("aliases", "demonyms", "needs_word")
_COUNTRY = re.compile(r"[A-Z]{2}")


def casebook_entries(path: Path) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Read a casebook's gazetteer file.

    Returns:
        The entries of the rows that are right, and a Problem for the file or for each row that is not. A file that does
        not exist is an empty one: most casebooks have none.
    """
    if not path.exists():
        return (), ()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return (), (_unreadable(path, error),)
    rows = table.get("entry", [])
    if not isinstance(rows, list) or set(table) - {"entry"}:
        return (), (_misshapen(path),)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows, 1):
        cause = _fault(row)
        if cause:
            problems.append(_bad_row(path, number, row, *cause))
        else:
            entries.append(_entry(row))
    return tuple(entries), tuple(problems)


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        row["name"].strip(),
        row["kind"],
        row.get("country", ""),
        tuple(row.get("aliases", ())),
        english(row.get("demonyms", [])),
        needs_word=frozenset(row.get("needs_word", ())),
    )


def _fault(row: object) -> tuple[str, str] | None:
    """Return cause and next step of the first thing wrong with a row, or None."""
    if not isinstance(row, dict):
        return "it is not a table.", "Write each entry under its own [[entry]] line."
    return _unknown_key(row) or _bad_text(row) or _bad_list(row) or _no_capital(row)


def _unknown_key(row: dict[str, Any]) -> tuple[str, str] | None:
    unknown = sorted(set(row) - {*_TEXT_KEYS, *_LIST_KEYS})
    if not unknown:
        return None
    return f"{unknown[0]!r} is not a known key.", f"Use {', '.join((*_TEXT_KEYS, *_LIST_KEYS))}."


def _bad_text(row: dict[str, Any]) -> tuple[str, str] | None:
    name, kind, country = row.get("name"), row.get("kind"), row.get("country", "")
    if not isinstance(name, str) or not name.strip():
        return "it has no name.", 'Add a line such as name = "El Galpón".'
    if kind not in KINDS:
        return f"its kind {kind!r} is not known.", f"Use one of {', '.join(KINDS)}."
    if not isinstance(country, str) or (country and not _COUNTRY.fullmatch(country)):
        return (
            f"its country {country!r} is no ISO 3166 code.",
            'Use two capital letters, such as "AR", or leave it out.',
        )
    return None


def _bad_list(row: dict[str, Any]) -> tuple[str, str] | None:
    for key in _LIST_KEYS:
        value = row.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            return f"its {key} are not a list of names.", f'Write them as {key} = ["One", "Another"].'
    return None


def _no_capital(row: dict[str, Any]) -> tuple[str, str] | None:
    for name in (row["name"], *row.get("aliases", ()), *row.get("demonyms", ())):
        if key_of(name) is None:
            return f"{name!r} has no capital letter.", "Write names as they stand in a text; plain words are not names."
    return None


def _unreadable(path: Path, error: Exception) -> Problem:
    if isinstance(error, tomllib.TOMLDecodeError):
        message, hint = f"The gazetteer is not valid TOML: {error}.", "Mend that line; nothing of the file was used."
    elif isinstance(error, UnicodeDecodeError):
        message, hint = "The gazetteer is not UTF-8 text.", "Save it as UTF-8; nothing of the file was used."
    else:
        message, hint = f"The gazetteer cannot be read: {error}.", "Check the file and who may read it."
    line = re.search(r"line \d+", message)
    return Problem("gazetteer_unreadable", str(path), message, hint, line[0] if line else "")


def _misshapen(path: Path) -> Problem:
    message = "The gazetteer holds something other than [[entry]] tables."
    return Problem("gazetteer_misshapen", str(path), message, "Start each entry with a line [[entry]].")


def _bad_row(path: Path, number: int, row: object, cause: str, step: str) -> Problem:
    name = row.get("name") if isinstance(row, dict) else None
    called = f" ({name})" if isinstance(name, str) and name.strip() else ""
    return Problem("gazetteer_row", str(path), f"Entry {number}{called} was left out: {cause}", step, f"entry {number}")
