"""Quotation marks: which marks stand in a paragraph, of what family, and whether each opens or closes.

Three families: double (“ ” „ " and the typewriter's `` ''), single (‘ ’ ') and angle (« »). An apostrophe, an inch mark
and a minute mark are no quotation marks and do not come out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from paradero.text.en.elisions import ELIDED, ELIDED_YEAR

Family = Literal["double", "single", "angle"]
Role = Literal["open", "close", "either"]

_MARKS = re.compile(r"[“”„‟«»\"＂]|``|''|(?<!\w)['‘’‚‛]|[’'‘](?!\w)|‘(?=\w)")
_INCHES = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d+|½)?$")
_OPENING_BEFORE = frozenset('([{—–-/¡¿"“‘«„…')
_CLOSING_AFTER = frozenset(".,;:!?)]}—–-/…\"”’»'")
_STOPS = frozenset('.,!?;:…—–-)]"”»')


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark.

    Attributes:
        start, end: where it stands.
        family: double, single or angle; a mark closes only one of its own family.
        role: whether it opens, closes, or may do either (then it closes when one is open).
        glyph: the mark as written.
        weak: a closing single mark that may as well be an apostrophe ("the prisoners’ families").
    """

    start: int
    end: int
    family: Family
    role: Role
    glyph: str
    weak: bool = False


def marks(text: str, start: int, end: int) -> list[Mark]:
    """Return the quotation marks of one paragraph in order."""
    found = (_mark(text, m.start(), m.end(), start, end) for m in _MARKS.finditer(text, start, end))
    return [mark for mark in found if mark is not None]


def opening_marks(text: str, start: int, end: int) -> tuple[Family, ...]:
    """Return the families of the marks that a paragraph begins with, the outermost first."""
    families: list[Family] = []
    for match in _MARKS.finditer(text, start, end):
        if text[start : match.start()].strip():
            break
        mark = _mark(text, match.start(), match.end(), start, end)
        if mark is None:
            break
        families.append(mark.family)
        start = match.end()
    return tuple(families)


def _mark(text: str, at: int, after: int, first: int, last: int) -> Mark | None:
    glyph = text[at:after]
    before = text[at - 1] if at > first else " "
    behind = text[after] if after < last else " "
    if glyph in ("``", "''"):
        return Mark(at, after, "double", "open" if glyph == "``" else "close", glyph)
    if glyph in "«»":
        return Mark(at, after, "angle", _angle(glyph, at == first, before, behind), glyph)
    if glyph in '“”„‟"＂':
        if glyph in '"＂”' and _INCHES.search(text, max(first, at - 8), at):
            return None
        return Mark(at, after, "double", _double(glyph, before, behind), glyph)
    return _single(text, at, last, before, behind)


def _double(glyph: str, before: str, behind: str) -> Role:
    if glyph in "„‟":
        return "open"
    if glyph == "“":
        return "open" if _opens_after(before) or behind.isalnum() else "close"
    if glyph == "”":
        return "open" if _opens_after(before) and behind.isalnum() else "close"
    opens = _opens_after(before) and not behind.isspace()
    closes = not before.isspace() and (behind.isspace() or behind in _CLOSING_AFTER)
    if opens == closes:
        return "either"
    return "open" if opens else "close"


def _angle(glyph: str, leads: bool, before: str, behind: str) -> Role:
    """French «text» and German »text« use the same marks the other way round; a paragraph may be led by either."""
    if leads:
        return "open"
    if glyph == "«":
        return "either" if not before.isspace() and (behind.isspace() or behind in _CLOSING_AFTER) else "open"
    return "either" if before.isspace() and not behind.isspace() else "close"


def _single(text: str, at: int, last: int, before: str, behind: str) -> Mark | None:
    glyph = text[at]
    if glyph in "‘'‛‚’" and _opens_after(before) and not behind.isspace():
        if glyph == "’" and not behind.isalnum():
            return Mark(at, at + 1, "single", "close", glyph)
        if behind in _STOPS and behind not in '"“…(':
            return Mark(at, at + 1, "single", "close", glyph)
        return None if _elided(text, at + 1, last) else Mark(at, at + 1, "single", "open", glyph)
    if before.isspace() or behind.isalnum() or glyph in "‘‛‚":
        return None
    return Mark(at, at + 1, "single", "close", glyph, _is_weak(text, at, last, before, behind))


def _elided(text: str, at: int, last: int) -> bool:
    if ELIDED.match(text, at, last):
        return True
    return ELIDED_YEAR.match(text, at, last) is not None and next_strong_close(text, at, last) is None


def _is_weak(text: str, at: int, last: int, before: str, behind: str) -> bool:
    """A possessive plural, a dropped g ("runnin’") or a minute mark, with the sentence going on after it."""
    if not behind.isspace() or at + 2 >= last or not (text[at + 2].isalnum() or text[at + 2] in "(‘“\"'"):
        return False
    return before in "sSzZxX" or before.isdigit() or text[at - 2 : at].lower() == "in"


_REACH = 2_000  # characters; the longest quotation of a paragraph in PolNeAR's training part has 1,516
_STRONG = re.compile(r"(?<=[.,!?;:…—–])['’](?!\w)|(?<=\w)['’](?=[.,!?;:)\]]|\s*\Z)")


def next_strong_close(text: str, at: int, last: int) -> int | None:
    """Return where the next single mark stands that beyond doubt closes (beside a stop), or None."""
    match = _STRONG.search(text, at, min(last, at + _REACH))
    return None if match is None else match.start()


def _opens_after(before: str) -> bool:
    return before.isspace() or before in _OPENING_BEFORE
