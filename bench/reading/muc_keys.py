"""The answer keys and texts of MUC-4: which kidnappings a message tells, of whom and by whom.

The form is that of the conference's task documentation: a template a kind of incident and occasion; several fillers of
a slot one below the other; what counts as the same filler parted by a slash; a question mark before a filler, and
OPTIONAL behind the number of a template, where leaving it out is right as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

# Our name of a slot -> the conference's.
SLOTS = {
    "name": "HUM TGT: NAME",
    "description": "HUM TGT: DESCRIPTION",
    "number": "HUM TGT: NUMBER",
    "perpetrator": "PERP: INDIVIDUAL ID",
    "organization": "PERP: ORGANIZATION ID",
}

_ROW = re.compile(r"^\d+\.\s+(?P<slot>[A-Z ]+: [A-Z ]+?)(?:\s{2,}|\t)(?P<fill>.*)$")
_HEAD = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b.*$", re.MULTILINE)
_QUOTED = re.compile(r'"([^"]*)"')
_DATELINE = re.compile(r"^\s*[^\n]{0,60}?(\d{1,2}) (JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC) (\d\d)\b")
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


@dataclass(frozen=True, slots=True)
class Filler:
    """What a slot is to hold: the forms of which any is right, and whether it may be left out."""

    forms: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One kidnapping of a key: its fillers by our names of the slots, and whether it may be left out."""

    fillers: Mapping[str, Sequence[Filler]]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """A message: its name, its text without the heading, the day of its dateline, and its kidnappings."""

    name: str
    text: str
    day: str
    kidnappings: tuple[Template, ...]


def messages(folder: Path) -> Iterator[Message]:
    """Read the messages of one part (``dev``, ``tst1``, ``tst2``) with the kidnappings of their keys, in order."""
    keys: dict[str, list[Template]] = {}
    for path in sorted(folder.glob("key-*")):
        for name, template in _templates(path.read_text(encoding="latin-1")):
            keys.setdefault(name, []).append(template)
    for path in sorted(p for p in folder.glob("*-muc*") if not p.name.startswith("key")):
        for name, text in _texts(path.read_text(encoding="latin-1")):
            yield Message(name, text, _day(text), tuple(keys.get(name, ())))


def _texts(whole: str) -> Iterator[tuple[str, str]]:
    heads = [*_HEAD.finditer(whole), None]
    for head, following in pairwise(heads):
        if head is not None:
            end = following.start() if following is not None else len(whole)
            yield head[1], whole[head.end() : end].strip("\n")


def _day(text: str) -> str:
    match = _DATELINE.match(text)
    return f"19{match[3]}-{_MONTHS.index(match[2]) + 1:02}-{int(match[1]):02}" if match is not None else ""


def _templates(whole: str) -> Iterator[tuple[str, Template]]:
    """Yield the kidnappings of a file of keys with the names of their messages."""
    for block in re.split(r"^(?=0\.\s)", whole, flags=re.MULTILINE):
        rows = _rows(block)
        named = _HEAD.match(" ".join(rows.get("MESSAGE: ID", [])))
        if named is not None and any("KIDNAPPING" in fill for fill in rows.get("INCIDENT: TYPE", [])):
            fillers = {ours: [_filler(f) for f in rows.get(theirs, []) if _told(f)] for ours, theirs in SLOTS.items()}
            yield named[1], Template(fillers, "OPTIONAL" in " ".join(rows["MESSAGE: TEMPLATE"]))


def _rows(block: str) -> dict[str, list[str]]:
    """Collect the fillers of each slot; a line without a number goes on with the slot above."""
    rows: dict[str, list[str]] = {}
    current: list[str] = []
    for line in block.split("\n"):
        row = _ROW.match(line)
        if row is not None:
            current = rows.setdefault(row["slot"].strip(), [])
        fill = row["fill"].strip() if row is not None else line.strip()
        if fill and not fill.startswith(";"):
            current.append(fill)
    return rows


def _told(fill: str) -> bool:
    return fill not in ("*", "-")


def _filler(fill: str) -> Filler:
    """Read one filler; behind a colon stands only which other filler it belongs to."""
    optional, fill = fill.startswith("?"), fill.lstrip("? ")
    if fill.startswith('"'):
        own = re.match(r'"[^"]*"(?:\s*/\s*"[^"]*")*', fill)
        return Filler(frozenset(_QUOTED.findall(own[0])) if own is not None else frozenset(), optional)
    numbers = fill.split(":", 1)[0]
    return Filler(frozenset(part.strip() for part in numbers.split("/")), optional)
