"""Where each table of a TOML file stands in its text, found by its header and proved by reading it again."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from typing import Any

_HEADER = re.compile(r"^[ \t]*\[(?P<array>\[?)[ \t]*[\"']?(?P<name>[\w-]+)", re.M)
_TRIED = 12  # headers in a row that a text in several lines may hold


def tables_at(text: str, rows: Sequence[dict[str, Any]], name: str = "figures") -> list[tuple[int, int]]:
    """Return where the tables of an array stand, from the header to the last line; the whole text where none is found.

    Args:
        text: the TOML.
        rows: what the array holds, in order.
        name: of the array.
    """
    headers = list(_HEADER.finditer(text))
    starts = [match.start() for match in headers] + [len(text)]
    own = [at for at, match in enumerate(headers) if match["array"] and match["name"] == name]
    found: list[tuple[int, int]] = []
    for row in rows:
        place = None
        while own and place is None:
            at = own.pop(0)
            place = _proved(text, starts[at : at + _TRIED], name, row)
        found.append(place or (0, len(text)))
    return found


def _proved(text: str, starts: Sequence[int], name: str, row: dict[str, Any]) -> tuple[int, int] | None:
    """Return the stretch from the first place to one of the others that reads as a row; None when none does."""
    start, *ends = starts
    # A text in several lines may end like a comment; then the stretch without its tail does not read as the row.
    for end in (end for after in ends for end in (_without_tail(text, start, after), _bare(text, start, after))):
        try:
            read = tomllib.loads(text[start:end])
        except tomllib.TOMLDecodeError:
            continue
        if read.get(name) == [row]:
            return start, end
    return None


def _without_tail(text: str, start: int, end: int) -> int:
    """Return the end of a stretch without the empty lines and comments after it, which belong to what follows."""
    lines = text[start:end].split("\n")
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return start + len("\n".join(lines).rstrip())


def _bare(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
